"""Findings that the clerk ignores: bound to their sentence, so that they survive edits elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.report.finding import Finding
from desktop_app.report.metadata import Ignored

_SENTENCE = re.compile(r"[^。；！？\r\n]*[。；！？]?")


def ignored_of(finding: Finding, text: str) -> Ignored:
    """The record that ignores a finding here."""
    sentence, start = _sentence_at(text, finding.span.start)
    return Ignored(code=finding.code, sentence=sentence, occurrence=_occurrence(text, sentence, start))


def with_ignored(findings: Sequence[Finding], text: str, ignored: Sequence[Ignored]) -> tuple[Finding, ...]:
    """The findings, each marked if a record ignores it: `document` without a sentence, else `here`."""
    if not ignored:
        return tuple(findings)
    document = {record.code for record in ignored if not record.sentence}
    here = {(record.code, record.sentence, record.occurrence) for record in ignored}

    def marked(finding: Finding) -> Finding:
        if finding.code in document:
            return replace(finding, ignored="document")
        record = ignored_of(finding, text)
        known = (record.code, record.sentence, record.occurrence) in here
        return replace(finding, ignored="here") if known and record.sentence else finding

    return tuple(map(marked, findings))


def _sentence_at(text: str, position: int) -> tuple[str, int]:
    start = max(text.rfind(mark, 0, position) for mark in "。；！？\r\n") + 1
    match = _SENTENCE.match(text, start)
    return (match[0].strip() if match else ""), start


def _occurrence(text: str, sentence: str, start: int) -> int:
    return text.count(sentence, 0, start) + 1 if sentence else 1
