"""The look in use: which colour scheme, and telling the painters when it changes."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.ui.fonts import interface_font
from desktop_app.ui.icons import icon_png
from desktop_app.ui.theme import palette_of, style_sheet
from desktop_app.ui.tokens import DARK, LIGHT, Colours


class Scheme(Enum):
    """外观."""

    SYSTEM = "跟随系统"
    LIGHT = "浅色"
    DARK = "深色"


class Look(QObject):
    """Holds the colours that every painted widget takes, and puts palette and style sheet on the program."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._pictures = TemporaryDirectory(prefix="gaojian-look-")
        self.scheme = scheme
        self.colours: Colours = LIGHT
        app.setStyle("Fusion")
        app.setFont(interface_font())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    def use(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._apply()

    def _follow_system(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        system_is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self.scheme is Scheme.DARK or (self.scheme is Scheme.SYSTEM and system_is_dark)
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette_of(self.colours))
        arrows = (self._arrow("arrow", self.colours.ink2), self._arrow("arrow-on-accent", self.colours.on_accent))
        self._app.setStyleSheet(style_sheet(self.colours, *arrows))
        self.changed.emit()

    def _arrow(self, name: str, colour: str) -> str:
        """The file of a chevron, with a second one for fine screens beside it, where Qt looks for it."""
        path = Path(self._pictures.name) / f"{name}-{colour[1:]}.png"
        if not path.exists():
            icon_png("chevron_down_16", colour, 1.0).save(str(path))
            icon_png("chevron_down_16", colour, 2.0).save(str(path.with_stem(f"{path.stem}@2x")))
        return path.as_posix()
