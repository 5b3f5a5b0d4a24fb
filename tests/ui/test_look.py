"""Colours, icons and marks."""

from __future__ import annotations

import csv
from itertools import product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.resource_files import resource_names, resource_text
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.icons import icon
from desktop_app.ui.look import Look, Scheme
from desktop_app.ui.marks import Mark, draw_mark
from desktop_app.ui.tokens import DARK, LIGHT, Colours

EVERYWHERE = ("desk", "panel", "paper", "card", "hover")
SOFT = {"err": "err_soft", "warn": "warn_soft", "sug": "sug_soft", "ok": "ok_soft"}
PAIRS = [
    *((ink, ground, 4.5) for ink, ground in product(("ink", "ink2", "ink3", "err", "warn", "sug", "ok"), EVERYWHERE)),
    *((ink, ground, 4.5) for ink, ground in product(("ink", "ink2"), ("sel", "press", "figure", *SOFT.values()))),
    *((ink, ground, 4.5) for ink, ground in SOFT.items()),
    *(("accent", ground, 4.5) for ground in EVERYWHERE),
    ("on_accent", "accent", 4.5),
    *(("ctl", ground, 3.0) for ground in EVERYWHERE if ground != "hover"),
    *(("warn_line", ground, 3.0) for ground in ("paper", "warn_soft")),
]


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shade = QColor(colour)
    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_words_can_be_read_on_every_ground_they_stand_on(colours: Colours, ink: str, ground: str, least: float) -> None:
    table = colours.as_table()
    assert contrast(table[ink], table[ground]) >= least - 0.05  # WCAG 2, to one decimal


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_differ_by_shape_and_not_only_by_colour(colours: Colours) -> None:
    def shape(mark: Mark) -> bytes:
        image = QImage(28, 28, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        draw_mark(painter, mark, QRectF(0, 0, 28, 28), colours)
        painter.end()
        return bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())

    assert len({shape(mark) for mark in Mark}) == len(Mark)


def test_every_icon_is_listed_with_its_licence() -> None:
    rows = list(csv.DictReader(resource_text("icons", "list.tsv").splitlines(), delimiter="\t"))
    assert [row["file"] for row in rows if not row["licence"]] == []
    assert {row["file"] for row in rows} == set(resource_names("icons", ".svg"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", sorted({record.icon for record in ACTIONS if record.icon}))
def test_an_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    picture = icon(name, "#FF0000").pixmap(20, 20).toImage()
    drawn = [picture.pixelColor(x, y) for x, y in product(range(picture.width()), range(picture.height()))]
    assert any(colour.alpha() > 200 for colour in drawn)
    assert {colour.name() for colour in drawn if colour.alpha() == 255} <= {"#ff0000"}


def test_the_scheme_changes_the_whole_program(qapp: QApplication, look: Look) -> None:
    heard: list[bool] = []
    look.changed.connect(lambda: heard.append(True))
    look.use(Scheme.DARK)
    assert qapp.palette().window().color().name().upper() == DARK.desk
    assert heard
    look.use(Scheme.LIGHT)
    assert qapp.palette().window().color().name().upper() == LIGHT.desk
