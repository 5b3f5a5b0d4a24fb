"""Colours and measures: the one table from which palette, style sheet and painters take theirs."""

from __future__ import annotations

from dataclasses import dataclass, fields

from desktop_app.report.finding import Level

RADIUS_CONTROL = 6
RADIUS_CARD = 8
HEIGHT_TOOL_BAR = 44
HEIGHT_STATUS_BAR = 26
HEIGHT_ROW = 30
HEIGHT_PART_ROW = 46
HEIGHT_TAB = 40
HEIGHT_CHIP = 26

PX_HINT = 12
PX_BASE = 13
PX_SECTION = 16


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme, as “#RRGGBB”."""

    is_dark: bool
    desk: str  # window, tool bar, status bar, dialogs
    panel: str  # side panels, footers
    paper: str  # the sheet
    card: str  # cards, fields, tables
    line: str  # hairlines
    line2: str  # edges of quiet buttons and chips
    ctl: str  # edges of fields and check boxes
    ink: str
    ink2: str
    ink3: str  # hints; only on desk, panel, paper, card, hover
    accent: str  # can be pressed, or is current; never good or bad
    accent_hover: str
    accent_soft: str
    on_accent: str
    err: str
    err_soft: str
    warn: str
    warn_soft: str
    warn_line: str  # dashes only
    sug: str
    sug_soft: str
    ok: str
    ok_soft: str
    hover: str
    press: str
    sel: str
    figure: str  # tint under figures that count

    def of_level(self, level: Level) -> str:
        return {Level.ERROR: self.err, Level.WARNING: self.warn, Level.HINT: self.sug}[level]

    def soft_of_level(self, level: Level) -> str:
        return {Level.ERROR: self.err_soft, Level.WARNING: self.warn_soft, Level.HINT: self.sug_soft}[level]

    def as_table(self) -> dict[str, str]:
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


LIGHT = Colours(
    is_dark=False,
    desk="#F3F1EC",
    panel="#FAF9F6",
    paper="#FFFEFB",
    card="#FFFFFF",
    line="#E4E0D8",
    line2="#CDC7BB",
    ctl="#8C8578",
    ink="#22211F",
    ink2="#57534B",
    ink3="#6E695F",
    accent="#14667E",
    accent_hover="#0F5468",
    accent_soft="#E1EFF2",
    on_accent="#FFFFFF",
    err="#B3261E",
    err_soft="#FBE9E6",
    warn="#8A5200",
    warn_soft="#FAEFDB",
    warn_line="#C07A00",
    sug="#5B4FA0",
    sug_soft="#EDEBF7",
    ok="#2A7350",
    ok_soft="#E5F1EA",
    hover="#ECE9E2",
    press="#E1DDD4",
    sel="#CFE4EA",
    figure="#E6F0F0",
)
DARK = Colours(
    is_dark=True,
    desk="#191817",
    panel="#201F1E",
    paper="#262523",
    card="#2A2927",
    line="#383633",
    line2="#4C4945",
    ctl="#8A857C",
    ink="#DCD8D0",
    ink2="#B3ADA2",
    ink3="#9F998E",
    accent="#74C0D6",
    accent_hover="#92D0E2",
    accent_soft="#1E3A43",
    on_accent="#0B2129",
    err="#FF9B8E",
    err_soft="#43231F",
    warn="#EBB95C",
    warn_soft="#3D2F14",
    warn_line="#EBB95C",
    sug="#BDB3F4",
    sug_soft="#2F2A4A",
    ok="#7FCBA4",
    ok_soft="#1D3A2B",
    hover="#2E2C2A",
    press="#373532",
    sel="#213F49",
    figure="#2A3836",
)
