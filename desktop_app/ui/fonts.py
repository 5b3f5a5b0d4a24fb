"""Font families by role: the first one installed is used."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont

from desktop_app.ui.tokens import PX_BASE

# Named, since fontconfig may answer “sans-serif” with a Japanese face.
INTERFACE = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
PAPER_PX = 21.3  # 16 pt at zoom 100 %
LINE_HEIGHT = 1.72  # of the font size
TITLE_SIZE = 1.36  # of the font size


class Face(Enum):
    """Typefaces of the paper, each with the families that show it."""

    TEXT = (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "仿宋",
        "FangSong",
        "STFangsong",
        "FandolFang",
        "Noto Serif CJK SC",
    )
    TITLE = (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "华文中宋",
        "STZhongsong",
        "Noto Serif CJK SC",
        "FandolSong",
    )
    HEADING_1 = ("黑体", "SimHei", "STHeiti", "FandolHei", "Noto Sans CJK SC")
    HEADING_2 = ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "LXGW WenKai", "FandolKai", "Noto Serif CJK SC")


def interface_font(px: int = PX_BASE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setFamilies(list(INTERFACE))
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def closed_up(font: QFont) -> QFont:
    """The font without the half em before an opening quotation mark; for headlines, not for running text."""
    font = QFont(font)
    font.setFeature(QFont.Tag("halt"), 1)
    return font


def paper_font(face: Face, px: float) -> QFont:
    font = QFont()
    font.clearFeatures()  # QFont() copies those of the application's font
    font.setFamilies(list(face.value))
    font.setPixelSize(round(px))
    heavy = face is Face.TITLE or face is Face.HEADING_1
    font.setWeight(QFont.Weight.Bold if heavy else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
