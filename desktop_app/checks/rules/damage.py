"""Rules on what a text lost or caught on its way here: DM."""

from __future__ import annotations

import re

from desktop_app.checks.rule import Hit, On, Passage, TextRule
from desktop_app.language.readable import GLOSS, HAN
from desktop_app.report.finding import Edit, Fix, Level, Strength


def _pinyin_gloss(passage: Passage, match: re.Match[str]) -> Hit:
    span = passage.span(match)
    return Hit(span, f"“{match[0]}”是网页复制时带入的注音", (Fix("删去注音", (Edit(span, ""),), safe=True),))


PINYIN_GLOSS = TextRule(
    code="DM01",
    name="pinyin-gloss",
    title="夹带注音",
    level=Level.WARNING,
    strength=Strength.ADVICE,
    rationale="从网页复制的繁体文字常在字后带括号和拼音，它们不是正文。",
    source="网页复制的常见损坏",
    pattern=re.compile(GLOSS),
    literals=("(", "（"),
    bad=("組織學(xué)習(xí)200多次", "貫徹(chè)落實"),
    good=("组织学习200多次", "使用办公软件（WPS）和App"),
    check=_pinyin_gloss,
)


def _lost_character(passage: Passage, match: re.Match[str]) -> Hit:
    return Hit(passage.span(match), "这里疑似丢失了一个字符（常见为间隔号“·”），请对照原件补上")


LOST_CHARACTER = TextRule(
    code="DM03",
    name="lost-character",
    title="疑似丢失的字符",
    level=Level.WARNING,
    strength=Strength.ADVICE,
    rationale="两个汉字之间的半角“?”或“�”，多是转换编码时认不出的字符，不是问号。程序不知道原来是什么，只能由人补。",
    source="转换编码的常见损坏",
    pattern=re.compile(rf"(?<=[{HAN}])\?+(?=[{HAN}])|\ufffd+"),
    literals=("?", "\ufffd"),
    bad=("喜迎二十大?聚力强担当", "在“大家谈”专栏刊发\ufffd篇"),
    good=("怎么做？大家谈。", "Why? Because."),
    check=_lost_character,
    on=On.COPY,
)


def _blank_between(passage: Passage, match: re.Match[str]) -> Hit:
    span = passage.span(match)
    return Hit(span, "汉字之间有空格", (Fix("删去空格", (Edit(span, ""),), safe=True),))


BLANK_BETWEEN_HAN = TextRule(
    code="DM02",
    name="blank-between-han",
    title="汉字之间的空格",
    level=Level.HINT,
    strength=Strength.ADVICE,
    rationale="正文里汉字连着写，中间的空格多是排版或复制留下的。标题、表格和署名里用来对齐的空格不算。",
    source="通行的排版习惯",
    pattern=re.compile(rf"(?<=[{HAN}，。、；：][{HAN}])[ \u00a0\u3000]{{1,2}}(?=[{HAN}“《（][{HAN}][^\n]{{0,200}}[。；，])"),
    literals=(" ", "\u00a0", "\u3000"),
    bad=("深入21个村开展 宣讲35场，发放手册。", "县委常委会　专题研究部署，印发方案。"),
    good=("深入21个村开展宣讲35场。", "王 明  李小红"),
    check=_blank_between,
)
