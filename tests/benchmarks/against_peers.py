"""Figures by this program, Microsoft Recognizers-Text (Chinese) and JioNLP on the same texts, in the same run.

    python tests/benchmarks/against_peers.py [FOLDER…]

The peers are development tools: `pip install recognizers-text-suite "emoji==1.7" jionlp` into a virtual environment of
their own, and give its interpreter as GAOJIAN_PEERS. Neither peer knows what a result is, so they are mapped kindly: a
labelled figure is found by a peer if it names a number that begins where the label's number begins; a number inside a part
that no label begins with is false. Dates (for Recognizers those it knows as dates) are taken away from the peers first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from desktop_app.report.read import read
from desktop_app.report.template import template_of

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "corpus"))

import score  # noqa: E402  # a script beside the corpus

POOLS = [HERE.parent / "corpus" / name for name in ("pools/authored", "pools/field", "pools/brief", "texts")]

PEERS = r"""
import json, sys, time, re
texts = json.load(sys.stdin)
out = {}
from recognizers_number import recognize_number, recognize_percentage
from recognizers_date_time import recognize_datetime
def microsoft(text):
    dates = [(r.start, r.end) for r in recognize_datetime(text, "zh-cn")]
    found = {r.start for r in recognize_percentage(text, "zh-cn")} | {r.start for r in recognize_number(text, "zh-cn")}
    return sorted(at for at in found if not any(a <= at <= b for a, b in dates))
import jionlp
number = re.compile(r"[\d.,]*\d[\d.,]*|[零〇一二两三四五六七八九十百千万亿]+")
units = set(jionlp.quantifiers_loader()) | {"万", "%", "人次", "场次"}
longest = max(map(len, units))
def jio(text):
    money = [e["offset"][0] for e in jionlp.ner.extract_money(text)]
    times = [tuple(e["offset"]) for e in jionlp.ner.extract_time(text)]
    found = set(money)
    for m in number.finditer(text):
        end = m.end()
        while end < len(text) and text[end] in "余多万亿千百":
            end += 1
        if any(text[end:end + n] in units for n in range(1, longest + 1)):
            found.add(m.start())
    return sorted(at for at in found if not any(a <= at < b for a, b in times))
for name, peer in (("Recognizers-Text", microsoft), ("JioNLP", jio)):
    peer(texts[0])
    began = time.process_time()
    out[name] = {"starts": [peer(text) for text in texts]}
    out[name]["seconds"] = time.process_time() - began
json.dump(out, open(1, "w", closefd=False))
"""


def _labels(folder: Path) -> list[tuple[str, dict[str, dict[str, object]]]]:
    return [
        (file.with_suffix(".txt").read_bytes().decode("utf-8"), json.loads(file.read_text("utf-8"))["parts"])
        for file in sorted(folder.glob("*.json"))
    ]


def _agreement(cases: list[tuple[str, dict[str, dict[str, object]]]], starts: list[list[int]]) -> tuple[float, float, float]:
    """Precision, recall, F1 of the begins of numbers inside the labelled parts."""
    hits = real = said = 0
    for (text, label), found in zip(cases, starts, strict=True):
        wanted: set[int] = set()
        free: set[int] = set()
        inside: set[int] = set()
        for part in label.values():
            if not part["present"] or part.get("ambiguous"):
                continue
            wanted |= {score.number_at(text, span) for span in score.labelled(text, part)}
            free |= {score.number_at(text, span) for span in score.labelled(text, part, "optional_quantities")}
            inside |= set(range(int(str(part["start"])), int(str(part["end"]))))
        claimed = {at for at in found if at in inside} - free
        hits, real, said = hits + len(wanted & claimed), real + len(wanted), said + len(claimed)
    precision, recall = hits / max(said, 1), hits / max(real, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _ours(texts: list[str]) -> tuple[list[list[int]], float]:
    template = template_of("four-part")
    read(texts[0], template)
    began = time.process_time()
    reports = [read(text, template) for text in texts]
    seconds = time.process_time() - began
    starts = [
        [score.number_at(text, (q.span.start, q.span.end)) for q in report.quantities if q.parts]
        for text, report in zip(texts, reports, strict=True)
    ]
    return starts, seconds


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or POOLS
    peers = os.environ.get("GAOJIAN_PEERS")
    print("| texts | reader | precision | recall | F1 | characters/s |\n|---|---|---|---|---|---|")
    for folder in folders:
        cases = _labels(folder)
        texts = [text for text, _ in cases]
        size = sum(map(len, texts))
        starts, seconds = _ours(texts)
        rows = [("Gaojian", starts, seconds)]
        if peers:
            done = subprocess.run(
                [peers, "-c", PEERS], input=json.dumps(texts), capture_output=True, text=True, check=True, encoding="utf-8"
            )
            answers = json.loads(done.stdout[done.stdout.index("{") :])
            rows += [(name, answer["starts"], answer["seconds"]) for name, answer in answers.items()]
        for name, found, taken in rows:
            precision, recall, f1 = _agreement(cases, found)
            print(f"| {folder.name} | {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {size / taken:,.0f} |")
    if not peers:
        print("\nGAOJIAN_PEERS is not set: the peers were not run.")


if __name__ == "__main__":
    main()
