"""Icons from `resources/icons`, drawn in a colour of the scheme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.resource_files import resource_text

_SCALES = (1.0, 1.25, 1.5, 2.0)


def _tinted(name: str, colour: str) -> QByteArray:
    # The drawings have no fill of their own, and would stay black in the dark scheme.
    source = resource_text("icons", f"{name}_regular.svg").replace("<svg ", f'<svg fill="{colour}" ', 1)
    return QByteArray(source.encode())


def _pixmap(source: QByteArray, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(source).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """An icon such as “save_20”; the number is its size in px.

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    made = QIcon()
    size = int(name.rpartition("_")[2])
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled or colour)):
        source = _tinted(name, tint)
        for scale in _SCALES:
            made.addPixmap(_pixmap(source, size, scale), mode)
    return made


def icon_png(name: str, colour: str, scale: float) -> QPixmap:
    """One picture of an icon, for places that take only files."""
    return _pixmap(_tinted(name, colour), int(name.rpartition("_")[2]), scale)


def program_icon() -> QIcon:
    """The program's own icon, at the sizes that desktops ask for."""
    source = QByteArray(resource_text("icons", "app-icon.svg").encode())
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_pixmap(source, size, 1.0))
    return made
