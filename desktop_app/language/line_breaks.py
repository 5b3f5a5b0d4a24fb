"""Line breaks inside a paragraph: text that was wrapped by hand, by a mail program or a scanner."""

from __future__ import annotations

import re

LONGEST_WIDTH = 60  # characters; longer lines were not broken to fit a page
LEAST_WIDTH = 20  # shorter lines are names, cells of a table, verses
LEAST_LINES = 5  # broken ones that make a text a wrapped one

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_ENDED = re.compile(r"[。；！？：…”’）》】\])>.;!?:]\s*$|^\s*$")
_BEGINS_ANEW = re.compile(
    r"^(?:[ \t\u3000\u00a0]|$|[一二三四五六七八九十]{1,3}[、.．是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)）](?!\d)"
    r"|[①-⑮■●◆▲★【#<|]|第[一二三四五六七八九十]+[，、]|首先|其次|再次|最后|附件|抄送|联系人|来源|\d{4}年\d{1,2}月\d{1,2}日\s*$)"
)
_RUNNING = re.compile(r"[，、]")


def broken_lines(text: str) -> list[tuple[int, int]]:
    """The line breaks that end no paragraph, each as (start, end) with the break's own characters."""
    if len(text) < 40 or ("\n" not in text and "\r" not in text):
        return []
    lines = [match.span() for match in _LINE.finditer(text) if match.end() > match.start()]
    bodies = [text[start:end].rstrip() for start, end in lines]
    width = max(map(len, bodies))
    unended = [body for body in bodies if not _ENDED.search(body)]
    full = sum(len(body) >= width * 0.85 for body in unended)
    wrapped = LEAST_WIDTH <= width <= LONGEST_WIDTH and full >= LEAST_LINES and full * 2 >= len(unended)
    found = []
    for index in range(len(lines) - 1):
        body, (start, end) = bodies[index], lines[index]
        if _ENDED.search(body) and not (wrapped and len(body) >= width * 0.9) or _BEGINS_ANEW.match(bodies[index + 1] and text[lines[index + 1][0] :][:24]):
            continue
        if wrapped and len(body) >= width * 0.7 or not wrapped and _goes_on(body, index):
            found.append((start + len(body), end))
    return found


def _goes_on(body: str, index: int) -> bool:
    """A long running line without an end mark, in a text that is else not wrapped; titles stand in the first lines."""
    return index > 1 and len(body) >= 25 and bool(_RUNNING.search(body)) and not body.lstrip().startswith(("关于", "關於"))
