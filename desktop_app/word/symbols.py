"""Signs of the symbol typefaces, as w:sym has them, in Unicode."""

from __future__ import annotations

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA8: "□", 0xAB: "★", 0xB5: "✪", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x80: "⓪", **{0x81 + ones: chr(ord("①") + ones) for ones in range(10)},
    **{0x8C + ones: chr(ord("❶") + ones) for ones in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0x98: "●",
    0xA3: "□",
    0xAE: "◆",
}
_SYMBOL = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "∑",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x44: "Δ", 0x57: "Ω",
}  # fmt: skip
_FONTS = {"Wingdings": _WINGDINGS, "Wingdings 2": _WINGDINGS_2, "Symbol": _SYMBOL}
_SYMBOL_FONTS = (*_FONTS, "Wingdings 3", "Webdings")
_PRIVATE = range(0xE000, 0xF900)


def sign_of(font: str | None, code: str | None) -> str | None:
    """The sign of a hexadecimal code in a typeface; None where Unicode has none that we know."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return None
    if font in _SYMBOL_FONTS or point in _PRIVATE:
        return _FONTS.get(font or "", {}).get(point & 0xFF)
    is_character = 0x20 <= point <= 0x10FFFF and not 0xD800 <= point < 0xE000 and point not in (0xFFFE, 0xFFFF)
    return chr(point) if is_character else None
