from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.report.finding import Edit, Finding, Fix, Level, Span, Strength
from desktop_app.report.safe_fixes import safe_fixes

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def finding(code: str, span: Span, *, safe: bool) -> Finding:
    fixes = (Fix("改", (Edit(span, "新"),), safe=True),) if safe else ()
    return Finding(code, "fault", Level.WARNING, Strength.ADVICE, span, "", "", fixes=fixes)


def collide(one: Span, other: Span) -> bool:
    return one.overlaps(other) or (not one and one == other)


@given(st.lists(SPANS, max_size=20), st.lists(SPANS, max_size=5))
def test_every_fix_is_chosen_that_touches_no_damage_and_none_before_it(wanted: list[Span], lost: list[Span]) -> None:
    findings = [finding("PU01", span, safe=True) for span in wanted] + [finding("DM03", s, safe=False) for s in lost]
    expected: list[Span] = []
    for span in wanted:
        if not any(collide(span, other) for other in [*lost, *expected]):
            expected.append(span)
    assert [fix.edits[0].span for fix in safe_fixes(findings)] == expected
