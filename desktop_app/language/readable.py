"""A copy of a text on which patterns can be matched, and the way back to the text's own positions.

The copy is Simplified, with half-width marks beside 汉字 made full-width and full-width digits made ASCII; pinyin
glosses, tags, invisible characters and blanks inside words are left out. The text itself is never changed.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.language.line_breaks import broken_lines
from desktop_app.language.script import Script, script_of, simplified
from desktop_app.language.span import Span

HAN = "㐀-鿿豈-﫿𠀀-𱍊〇"
PINYIN = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_BLANK = r" \t\u00a0\u2002-\u200a\u3000"
GLOSS = rf"(?<=[{HAN}])[(（][{PINYIN}]{{1,7}}[)）]"
_NOISE = re.compile(
    rf"(?P<gloss>{GLOSS})"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,400}>|<!--[^\n]{0,400}?-->)"
    r"|(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});)"
    r"|(?P<invisible>[\u00ad\u200b-\u200f\u2060\ufeff]+)"
    r"|(?P<return>\r\n?)"
    rf"|(?P<blank>[{_BLANK}]+)"
)
_MARKDOWN = re.compile(
    rf"^[{_BLANK}]*(?P<open>#{{1,6}}[{_BLANK}]+)?(?P<strong>\*\*(?=[^*\n]{{2,60}}\*\*))?", re.MULTILINE
)
_SAME_LENGTH = str.maketrans(
    {
        **{chr(0xFF10 + i): str(i) for i in range(10)},
        **{chr(0xFF21 + i): chr(65 + i) for i in range(26)},
        **{chr(0xFF41 + i): chr(97 + i) for i in range(26)},
        "％": "%", "﹪": "%", "「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”",
        "〜": "～", "∼": "～", "~": "～", "﹔": "；", "﹐": "，", "｡": "。", "\u2028": "\n", "\u2029": "\n",
        "–": "—", "－": "-", "○": "〇",
    }
)  # fmt: skip
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_EDGE = rf"{HAN}“”‘’《》〈〉（）【】〔〕，。、；：！？…%"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_EDGE}])(?:[,;:!](?!\d{{3}}(?!\d))|\.(?![\dA-Za-z.])|\.(?=\d{1,4}[年月日])|\?(?![{HAN}?]))"
    rf"|(?<=[\dA-Za-z])[,;:](?=[{HAN}“《])|(?<=\d)\.(?=\n|$)"
)
_BRACKETS = re.compile(r"\(([^()\n]{0,80})\)")
_SPEAKS_CHINESE = re.compile(f"[{_EDGE}]")
_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_HEADING = re.compile(rf"(?:[一二三四五六七八九十]{{1,3}}、)?[{HAN}]{{4,12}}")
_HEADS = re.compile(rf"[{HAN}“《]")
_POINT = re.compile(r"(?<=\d)．(?=\d)")
_GROUPED = re.compile(r"\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Readable:
    """`text` is the copy; every line end in it is one LF."""

    text: str
    script: Script
    starts: array[int]  # of each character of the copy: where it begins in the source, and at last the source's length
    ends: array[int]  # of each character: where it ends there, a gloss behind it included

    def position(self, index: int) -> int:
        """Where the character at `index` of the copy stands in the source."""
        return self.starts[index]

    def span(self, start: int, end: int) -> Span:
        """The source of a range of the copy; a gloss behind its last character belongs to it."""
        if end <= start:
            return Span(self.starts[start], self.starts[start])
        return Span(self.starts[start], self.ends[end - 1])

    def index(self, position: int) -> int:
        """Where a position of the source stands in the copy: the next character that was not left out."""
        return bisect_left(self.starts, position, 0, len(self.text))


def readable(text: str) -> Readable:
    """The copy of a text that patterns are matched on. Lines broken by hand inside a paragraph are joined."""
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    at = 0
    for start, end, instead, clings in _cuts(text):
        pieces += (text[at:start], instead)
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        if instead:
            starts.append(start)
            ends.append(end)
        elif clings and ends and ends[-1] == start:
            ends[-1] = end
        at = end
    pieces.append(text[at:])
    starts.extend(range(at, len(text) + 1))
    ends.extend(range(at + 1, len(text) + 1))
    bare = "".join(pieces).translate(_SAME_LENGTH)
    in_simplified = simplified(bare)
    return Readable(_with_full_width_marks(in_simplified), script_of(bare, in_simplified), starts, ends)


def _cuts(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, what stands instead, whether the rest clings to the character before), in order."""
    marks = _markdown_marks(text) if "**" in text or "#" in text else []
    marks = sorted(marks + broken_lines(text), reverse=True)
    for match in _NOISE.finditer(text):
        start, end = match.span()
        while marks and marks[-1][1] <= start:
            yield (*marks.pop(), "", False)
        if marks and marks[-1][0] < end:
            continue
        match match.lastgroup:
            case "gloss":
                yield start, end, "", True
            case "entity":
                char = html.unescape(match[0])
                blank = _kept_blank(text, start, end) if char == "\xa0" else char
                if char != match[0] and len(blank) <= 1:
                    yield start, end, blank, bool(blank)
            case "return":
                yield start, end, "\n", False
            case "blank":
                if (kept := _kept_blank(text, start, end)) != match[0]:
                    yield start, end, kept, False
            case _:
                yield start, end, "", False
    while marks:
        yield (*marks.pop(), "", False)


def _kept_blank(text: str, start: int, end: int) -> str:
    """A blank separates Latin words and numbers, and cells of a table; elsewhere it says nothing."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or before in "\r\n" or after in "\r\n":
        return ""
    if "\t" in text[start:end]:
        return "\t"
    if _HEADS.match(after) and _HEADING.fullmatch(text[max(text.rfind("\n", 0, start) + 1, start - 20) : start]):
        return " "  # 磨刀砺剑 药剂科编了…: nothing else parts the heading from its text
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        if before.isdigit() and after.isdigit() and _GROUPED.match(text, end) and _short_number_ends(text, start):
            return ""
        return " "
    return ""


def _short_number_ends(text: str, end: int) -> bool:
    """One to three digits, or further groups of three, stand before `end`."""
    return re.search(r"(?<![\d.])\d{1,3}(?:[ \u00a0]\d{3})*$", text[max(0, end - 16) : end]) is not None


def _markdown_marks(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _MARKDOWN.finditer(text):
        if match["open"]:
            found.append(match.span("open"))
        if match["strong"]:
            found.append(match.span("strong"))
            close = text.index("**", match.end("strong"))
            found.append((close, close + 2))
    return found


def _with_full_width_marks(copy: str) -> str:
    copy = _COMMA.sub(",", _POINT.sub(".", copy))
    if '"' in copy:
        copy = "".join(map(_with_paired_quotes, copy.splitlines(keepends=True)))
    copy = _BRACKETS.sub(_full_width_brackets, copy)
    return _HALF_WIDTH.sub(lambda match: _FULL[match[0]], copy)


def _full_width_brackets(match: re.Match[str]) -> str:
    """Brackets around Chinese, or beside it, and before a heading, are Chinese ones."""
    around = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]
    chinese = _SPEAKS_CHINESE.search(match[1]) or _SPEAKS_CHINESE.search(around)
    return f"（{match[1]}）" if chinese else match[0]


def _with_paired_quotes(line: str) -> str:
    if line.count('"') % 2:
        return line
    pieces = line.split('"')
    return "".join(piece + ("" if i + 1 == len(pieces) else "”" if i % 2 else "“") for i, piece in enumerate(pieces))
