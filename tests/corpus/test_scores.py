"""The reader against hand-made labels, each pool alone. Floors only rise; `accuracy.md` in the help has the history."""

import json
from pathlib import Path

import pytest
import score

from desktop_app.report.read import read
from desktop_app.report.template import template_of

HERE = Path(__file__).parent
FLOORS = {
    "pools/authored": {"parts_f1": 0.99, "missing_f1": 0.97, "unmeasured_f1": 0.97, "spans": 0.97, "quantities_f1": 0.98},
    "pools/field": {"parts_f1": 0.99, "missing_f1": 0.95, "unmeasured_f1": 0.95, "spans": 0.95, "quantities_f1": 0.97},
    "pools/brief": {"parts_f1": 0.95, "missing_f1": 0.93, "unmeasured_f1": 0.93, "spans": 0.93, "quantities_f1": 0.96},
    "fresh": {"parts_f1": 0.97, "missing_f1": 0.95, "unmeasured_f1": 0.93, "spans": 0.97, "quantities_f1": 0.97},
    "fresh_brief": {"parts_f1": 0.97, "missing_f1": 0.87, "unmeasured_f1": 0.88, "spans": 0.97, "quantities_f1": 0.96},
    "texts": {"parts_f1": 0.95, "missing_f1": 0.93, "unmeasured_f1": 0.93, "spans": 0.93, "quantities_f1": 0.96},
}


def _report(text: str) -> dict[str, object]:
    report = read(text, template_of("four-part"))
    return {
        "parts": [
            {
                "id": placed.part.id,
                "state": placed.state,
                "present": placed.present,
                "start": placed.span and placed.span.start,
                "end": placed.span and placed.span.end,
            }
            for placed in report.parts
        ],
        "quantities": [
            {"start": q.span.start, "end": q.span.end, "part": next(iter(q.parts), None), "parts": list(q.parts)}
            for q in report.quantities
        ],
    }


def _measures(folder: Path) -> dict[str, float]:
    tallies = {name: score.Tally() for name in score.MEASURES}
    for file in sorted(folder.glob("*.json")):
        label = json.loads(file.read_text("utf-8"))["parts"]
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        for case in [score.Case(file.stem, text, label), *score.variants(file.stem, text, label)[0]]:
            score.judge(case, _report(case.text), tallies)
    shares = ("documents", "spans", "measured")
    return {
        name: score.ratio(*tally.shares()[0]) if name in shares else tally.f1() for name, tally in tallies.items()
    }


@pytest.mark.parametrize("pool", FLOORS)
def test_the_reader_agrees_with_the_labels_of(pool: str) -> None:
    measures = _measures(HERE / pool)
    missed = {name: measures[name] for name, floor in FLOORS[pool].items() if measures[name] < floor}
    assert missed == {}
