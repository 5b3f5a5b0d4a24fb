"""Chinese and Arabic numerals: how they look, and what they are worth."""

from __future__ import annotations

import re

DIGITS = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HAN_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
# 3.2万, 3万4000, 1万8,400, 8千, 1.2亿, 20多万 (with its approximator), 1万余
ARABIC = rf"(?:{DIGITS})(?:[余多来]?(?:[百千]?[万亿]|[百千](?![米克瓦伏帕])))?(?:(?<=[万亿])零?(?:{DIGITS})[千百]?)?"
HAN = rf"[{HAN_NUMERALS}]+(?:点[零〇一二三四五六七八九]+[万亿]?)?(?:(?<=[十百千])[余多来][万亿])?"

LONGEST = 24  # characters of a numeral; more digits are a row of digits, and no number

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_APPROXIMATORS = str.maketrans("", "", "余多来,")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)([百千]?)([万亿]?)")


def value_of(numeral: str) -> float:
    """What a numeral is worth: 3.2万 → 32000, 二十万 → 200000, 三点五万 → 35000, 3万4000 → 34000.

    Raises:
        ValueError: it is no numeral, or a longer one than any amount needs.
    """
    bare = numeral.translate(_APPROXIMATORS)
    if not bare or len(bare) > LONGEST:
        raise ValueError(f"no numeral: {numeral!r}")
    value = _mixed(bare.replace("零", "")) if bare[0].isascii() else _han(bare)
    return int(value) if value == int(value) else round(value, 6)


def _mixed(numeral: str) -> float:
    total, at = 0.0, 0
    while at < len(numeral):
        match = _MIXED.match(numeral, at)
        if not match:
            raise ValueError(f"no numeral: {numeral!r}")
        total += float(match[1]) * _SCALES.get(match[2], 1) * _MYRIADS.get(match[3], 1)
        at = match.end()
    return total


def _han(numeral: str) -> float:
    whole, point, decimals = numeral.partition("点")
    scale = 1
    if decimals and decimals[-1] in _MYRIADS:
        scale, decimals = _MYRIADS[decimals[-1]], decimals[:-1]
    if point:
        return (_whole(whole) + int("".join(str(_VALUES[char]) for char in decimals)) / float(10 ** len(decimals))) * scale
    return _whole(whole)


def _whole(numeral: str) -> float:
    if len(numeral) > 1 and all(char in _VALUES for char in numeral):
        return int("".join(str(_VALUES[char]) for char in numeral))
    total = section = digit = 0
    last_scale = 1
    for char in numeral:
        if char in _VALUES:
            digit = _VALUES[char]
            last_scale = 1 if char in "零〇" else last_scale
        elif char in _SCALES:
            section += (digit or 1) * _SCALES[char]
            digit, last_scale = 0, _SCALES[char]
        elif char in _MYRIADS:
            total = (total + section + digit or 1) * _MYRIADS[char]
            section, digit, last_scale = 0, 0, _MYRIADS[char]
        else:
            raise ValueError(f"no numeral: {numeral!r}")
    if digit and last_scale > 10 and numeral[-1] in _VALUES and len(numeral) > 1 and numeral[-2] not in "零〇":
        return total + section + digit * last_scale // 10  # 一百二 is 120, 三万五 is 35 000
    return total + section + digit
