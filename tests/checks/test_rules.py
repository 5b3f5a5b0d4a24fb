"""The rules by their own examples."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.checks.checker import Checker
from desktop_app.checks.fixes import apply_fixes, fix_all, safe_fixes
from desktop_app.checks.rule import CheckRequest, Rule, TextRule
from desktop_app.checks.rules import ALL_RULES
from desktop_app.report.finding import Finding, Level, Strength
from desktop_app.report.template import template_of

BAD = [pytest.param(rule, text, id=f"{rule.code}:{text[:20]}") for rule in ALL_RULES for text in rule.bad]
GOOD = [pytest.param(rule, text, id=f"{rule.code}:{text[:20]}") for rule in ALL_RULES for text in rule.good]


def findings_of(rule: Rule, text: str) -> tuple[Finding, ...]:
    result = Checker([rule]).check(CheckRequest(text, template_of("four-part")))
    assert result.failed_rules == ()
    return result.findings


def digits(text: str) -> str:
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_example_is_found_and_its_fixes_cure_it(rule: Rule, text: str) -> None:
    findings = findings_of(rule, text)
    assert findings
    fixed = apply_fixes(text, safe_fixes(findings))
    assert digits(fixed) == digits(text)
    if all(any(fix.safe for fix in finding.fixes) for finding in findings):
        assert findings_of(rule, fixed) == ()
    first = findings[0]
    for fix in first.fixes:
        filled = apply_fixes(text, [fix]).replace("［数字］", "3")  # what the fix leaves to the author
        after = findings_of(rule, filled)
        assert len(after) < len(findings)


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_example_is_left_alone(rule: Rule, text: str) -> None:
    assert findings_of(rule, text) == ()


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_is_declared_in_full(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert rule.rationale
    assert rule.source
    assert rule.level is not Level.ERROR or rule.code in {"ST01", "ST02", "BL01", "DO09"}
    assert isinstance(rule.strength, Strength)


def test_no_code_and_no_name_is_used_twice() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


@pytest.mark.parametrize("rule", [r for r in ALL_RULES if isinstance(r, TextRule)], ids=lambda rule: rule.code)
@given(data=st.data())
@settings(max_examples=20)
def test_no_match_is_without_a_literal(rule: TextRule, data: st.DataObject) -> None:
    match = data.draw(st.from_regex(rule.pattern))
    for found in rule.pattern.finditer(match):
        assert any(literal in found[0] for literal in rule.literals)


PIECES = st.sampled_from(
    ["学(xué)", "突出部署,", "二十大?聚力", "\"早\"", "一是抓部署。", "(来源:某部)", "［数字］", "\n", "\r\n", "1,234人", "9:30", "，", ".",
     "２０次", "开展 宣讲", "《", "”", "集中学习4次", "a(b)c", "？"]
)  # fmt: skip
DAMAGED = st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map("".join)


@given(DAMAGED)
@settings(max_examples=200)
def test_safe_fixes_change_no_digit_and_are_done_at_once(text: str) -> None:
    checker, template = Checker(), template_of("four-part")
    fixed = fix_all(checker, CheckRequest(text, template))
    assert digits(fixed) == digits(text)
    assert fix_all(checker, CheckRequest(fixed, template)) == fixed
    assert [c for c in fixed if c in "\r\n"] == [c for c in text if c in "\r\n"]
    result = checker.check(CheckRequest(text, template))
    assert result.failed_rules == ()
    assert all(0 <= f.span.start <= f.span.end <= len(text) for f in result.findings)
