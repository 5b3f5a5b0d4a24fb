"""Code points and UTF-16 units: ours and Qt's way of counting characters."""

from __future__ import annotations

import re
from bisect import bisect_left

_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Converts positions in one text."""

    def __init__(self, text: str) -> None:
        self.units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        wide = [match.start() for match in _BEYOND_BMP.finditer(text)] if self.units != len(text) else []
        self._wide = wide
        self._wide_units = [index + count for count, index in enumerate(wide)]

    def to_units(self, index: int) -> int:
        return index + bisect_left(self._wide, index)

    def to_index(self, unit: int) -> int:
        """The code point in which a unit stands."""
        return unit - bisect_left(self._wide_units, unit)
