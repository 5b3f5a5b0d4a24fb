"""The rules: one record and one function each. `ALL_RULES` lists them; nothing registers itself."""

from __future__ import annotations

from desktop_app.checks.rule import Rule
from desktop_app.checks.rules import blanks, damage, document, evidence, headings, punctuation, structure

ALL_RULES: tuple[Rule, ...] = (
    structure.NOT_OF_THIS_TEMPLATE,
    structure.PART_MISSING,
    structure.PART_EMPTY,
    structure.PARTS_OUT_OF_ORDER,
    evidence.PART_WITHOUT_FIGURE,
    evidence.PLAN_AS_RESULT,
    blanks.BLANK_LEFT,
    headings.NUMBER_GAP,
    headings.NUMBER_REPEATED,
    headings.MARK_BEHIND_ARABIC,
    document.NO_DATE,
    document.CLASSIFICATION_MARK,
    damage.PINYIN_GLOSS,
    damage.BLANK_BETWEEN_HAN,
    damage.LOST_CHARACTER,
    punctuation.HALF_WIDTH_MARK,
    punctuation.HALF_WIDTH_QUOTES,
)
