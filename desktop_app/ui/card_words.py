"""What a card says of a finding, taken from the finding itself."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.report.finding import Finding
from desktop_app.report.screen_words import LEVEL_WORDS, STRENGTH_WORDS

_ABOUT_PARTS = ("ST01", "ST02", "ST03", "EV01")  # their words would be the heading
_CONTEXT = 6  # characters of the text beside the words
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a finding is about, and what its fix puts in their place."""

    before: str
    old: str
    new: str | None  # None: no fix of this one place
    after: str


def headline(finding: Finding) -> str:
    """The first sentence of the message."""
    head, mark, _ = finding.message.partition("。")
    return head if mark else finding.message


def detail(finding: Finding) -> str:
    """The rest of the message."""
    return finding.message.partition("。")[2].strip()


def reason(finding: Finding) -> str:
    """Why, by which source, of what strength."""
    source = f"依据：{finding.source}。强度：{STRENGTH_WORDS[finding.strength]}。规则 {finding.code}"
    return f"{finding.rationale}\n{source}" if finding.rationale else source


def words_of(finding: Finding, text: str) -> Words | None:
    """None for a finding about a missing thing or a whole line."""
    if finding.code in _ABOUT_PARTS:
        return None
    fix = finding.fixes[0] if finding.fixes else None
    single = fix.edits[0] if fix and len(fix.edits) == 1 else None
    span = single.span if single and single.span and len(single.text) <= _LONGEST else finding.span
    old = span.of(text)
    if not old or len(old) > _LONGEST or "\n" in old:
        return None
    new = single.text if single and single.span == span else None
    before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    return Words(before if new is not None and len(old) == 1 else "", old, new, after)


def spoken(finding: Finding, part_name: str) -> str:
    """For screen readers."""
    words = [LEVEL_WORDS[finding.level], finding.message, part_name]
    if finding.fixes:
        words.append(f"按回车：{finding.fixes[0].title}")
    return "，".join(filter(None, words))
