"""How an automatic number is written: the values of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from desktop_app.report.numbering import han_numeral

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_COUNTED = frozenset(["chineseCounting", "taiwaneseCounting", "japaneseCounting"])
_THOUSANDS = frozenset(["chineseCountingThousand", "taiwaneseCountingThousand"])
_DIGIT_BY_DIGIT = frozenset(["ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"])
_LEGAL = {
    "chineseLegalSimplified": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    "ideographLegalTraditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟"),
}
_HAN = ("零一二三四五六七八九", "十百千")
_ROWS = {  # the first sign of a row, and how many it has
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_FULL_WIDTH = {ord("0") + digit: ord("０") + digit for digit in range(10)}


def number_in(shown: str, number: int) -> str:
    """A number in a format; in Arabic digits where the format is none of those used in Chinese texts."""
    if number <= 0:
        return str(number)
    if shown in _ROWS and number <= _ROWS[shown][1]:
        return chr(ord(_ROWS[shown][0]) + number - 1)
    if (han := _in_han(shown, number)) is not None:
        return han
    match shown:
        case "ideographTraditional":
            return _STEMS[(number - 1) % len(_STEMS)]
        case "ideographZodiac":
            return _BRANCHES[(number - 1) % len(_BRANCHES)]
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)
            return letters.upper() if shown == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if number < 5000:
            return _roman(number).upper() if shown == "upperRoman" else _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate(_FULL_WIDTH)
        case "numberInDash":
            return f"- {number} -"
        case _:
            return str(number)


def _in_han(shown: str, number: int) -> str | None:
    if shown in _COUNTED and number < 100 or shown in _THOUSANDS and number < 20:
        return han_numeral(number)
    if shown in _DIGIT_BY_DIGIT or shown in _COUNTED:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if shown in _THOUSANDS and number < 10_000:
        return _with_units(number, *_HAN)
    if shown in _LEGAL and number < 10_000:
        return _with_units(number, *_LEGAL[shown])
    return None


def _with_units(number: int, digits: str, units: str) -> str:
    """21 → 二十一, 105 → 一百零五."""
    written, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += ("零" if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = bool(written) and not digit
    return written


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        written += sign * count
    return written
