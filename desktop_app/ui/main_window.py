"""The window: wires paper, panels and presenters; decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTime
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop_app.report.finding import Finding
from desktop_app.report.template import Form, Part
from desktop_app.ui.about import about_text
from desktop_app.ui.actions import ACTIONS, CONTEXT_MENU, make_actions
from desktop_app.ui.check_job import CheckJob
from desktop_app.ui.check_presenter import CheckPresenter, CheckState
from desktop_app.ui.checker_panel import CheckerPanel
from desktop_app.ui.dialogs import Dialogs, QtDialogs
from desktop_app.ui.document_presenter import DocumentPresenter, Office
from desktop_app.ui.draft import Draft
from desktop_app.ui.editor import Editor
from desktop_app.ui.errands import Errands
from desktop_app.ui.gauge import Gauge
from desktop_app.ui.icons import icon, program_icon
from desktop_app.ui.look import Look
from desktop_app.ui.menus import CornerMenus, PartsMenu, fill_menu_bar, scheme_menu
from desktop_app.ui.panes import Inspector, MainToolBar, Panes
from desktop_app.ui.part_status import not_begun, statuses_of
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.structure_panel import StructurePanel
from desktop_app.ui.structure_rows import Row, structure_rows
from desktop_app.ui.tracked import Tracked

LEAST_SIZE = (900, 560)
_ZOOMS = (0.7, 0.85, 1.0, 1.2, 1.5)
_LOW_FOR_EXAMPLE = 680
_LOW = 800  # px of the window's height up to which the paper is shown smaller


class MainWindow(QMainWindow):
    """One draft in one window."""

    def __init__(self, look: Look, office: Office, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._look = look
        self._zoom_is_chosen = False
        self.editor = Editor(look)
        self.structure = StructurePanel(look)
        self.checker = CheckerPanel(look)
        self.gauge = Gauge(look)
        self.inspector = Inspector(self.checker)
        self.status = StatusBar()
        self.documents = DocumentPresenter(
            self, dialogs or QtDialogs(self), office, Errands(self), lambda: QTime.currentTime().toString("HH:mm")
        )
        self._job = CheckJob(office.check, lambda: self.documents.draft.request(self.editor.text()), self)
        self.checks = CheckPresenter(
            self.editor, self, lambda: self.documents.draft, self._job.start_soon, self._job.start
        )
        self.actions_by_id = make_actions(self, self._handlers())
        self._parts_menu = PartsMenu(self, self.checks.go_to_part)
        self.corner_menus = CornerMenus(self._change_draft)
        new_menu = [self.actions_by_id["new_headed"], self.actions_by_id["new_run_in"]]
        self.tool_bar = MainToolBar(self.actions_by_id, self.gauge, new_menu)
        self._panes = Panes(self.structure, self.editor, self.inspector)
        self._lay_out()
        self._connect()
        self._recolour()
        self.show_draft(self.documents.draft, "")

    # What the presenters need

    def text(self) -> str:
        return self.editor.text()

    def show_draft(self, draft: Draft, text: str) -> None:
        self.editor.set_text(text)
        self._show_names(draft)
        self.editor.setFocus()
        self.checks.on_new_text()

    def show_saved(self, words: str, wrong: bool = False) -> None:
        self.status.show_saved(words, wrong)
        self._show_title()

    def show_note(self, words: str) -> None:
        self.status.show_note(words)

    def go_to_blank(self) -> None:
        self.editor.go_to_blank()

    def go_to_finding(self, finding: Finding) -> None:
        self.checks.go_to(finding)

    def show_result(self, tracked: Tracked) -> None:
        result = tracked.result
        self.gauge.show_statuses(statuses_of(result.report))
        self.structure.show_rows(structure_rows(result.report))
        self.checker.show_result(tracked)
        self.inspector.show_count(sum(not finding.ignored for finding in result.findings))
        self.status.show_result(tracked)
        count = len(self.checks.safe())
        self.tool_bar.show_safe_fixes(count)
        self.actions_by_id["fix_all"].setEnabled(count > 0)

    def show_stale(self) -> None:
        self.checker.show_stale()

    def show_current(self, index: int | None) -> None:
        self.checker.show_current(index)

    def show_caret_in(self, part: Part | None, position: int) -> None:
        self.structure.show_caret_in(part, position)

    def show_state(self, state: CheckState) -> None:
        self.status.show_state(state)

    # Wiring

    def _handlers(self) -> dict[str, Callable[[], object]]:
        editor, checks, documents = self.editor, self.checks, self.documents
        return {
            "new_headed": lambda: documents.new(Form.HEADED),
            "new_run_in": lambda: documents.new(Form.RUN_IN),
            "open": lambda: documents.open(),
            "save": documents.save,
            "save_as": documents.save_as,
            "export": documents.export,
            "close": self.close,
            "undo": editor.undo,
            "redo": editor.redo,
            "cut": editor.cut,
            "copy": editor.copy,
            "paste": editor.paste,
            "select_all": editor.selectAll,
            "fix_all": checks.fix_all,
            "next_finding": lambda: checks.go_to_next(),
            "previous_finding": lambda: checks.go_to_next(backwards=True),
            "card_at_caret": lambda: self.checker.view.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "missing_place": lambda: editor.reveal_missing(),
            "zoom_in": lambda: self._zoom_by(1),
            "zoom_out": lambda: self._zoom_by(-1),
            "zoom_reset": lambda: self._set_zoom(1.0),
            "show_figures": lambda: editor.show_figures(self.actions_by_id["show_figures"].isChecked()),
            "next_pane": lambda: self._go_to_pane(1),
            "previous_pane": lambda: self._go_to_pane(-1),
            "about": lambda: QtDialogs(self).tell("关于稿检", about_text()),
        }

    def _lay_out(self) -> None:
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self.setWindowIcon(program_icon())
        fill_menu_bar(self.menuBar(), self.actions_by_id, self._parts_menu, scheme_menu(self, self._look))
        self.menuBar().setCornerWidget(self.corner_menus)
        self.addToolBar(self.tool_bar)
        self.setCentralWidget(self._panes)
        self.setStatusBar(self.status)
        self.actions_by_id["show_figures"].setChecked(True)
        # Qt's own menu of a text would offer an undo that is switched off.
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.editor.addActions([self.actions_by_id[name] for name in CONTEXT_MENU])
        self.status.show_zoom(self.editor.zoom)

    def _connect(self) -> None:
        checks, card = self.checks, self.checker.view.card
        self._job.finished.connect(checks.on_checked)
        self._job.failed.connect(checks.on_failed)
        self._job.takes_long.connect(checks.on_takes_long)
        self.editor.edited.connect(checks.on_edited)
        self.editor.edited.connect(self._after_edit)
        self.editor.cursorPositionChanged.connect(checks.on_caret_moved)
        self.editor.insert_wanted.connect(checks.insert_missing)
        self.editor.ignore_wanted.connect(checks.on_ignored)
        self.checker.view.chosen.connect(checks.on_chosen)
        card.fix_wanted.connect(checks.on_fix_chosen)
        card.ignore_wanted.connect(checks.on_ignored)
        card.unignore_wanted.connect(checks.on_unignored)
        self.checker.empty.export_button.clicked.connect(lambda: self.documents.export())
        self.gauge.part_chosen.connect(checks.go_to_part)
        self.structure.row_chosen.connect(self._go_to_row)
        self.structure.insert_wanted.connect(checks.insert_part)
        self.status.saved.clicked.connect(lambda: self.documents.save())
        self._look.changed.connect(self._recolour)

    def _after_edit(self) -> None:
        if self.documents.draft.is_modified(self.editor.text()):
            self.status.show_saved("还没有保存")
        self._show_title()
        self._enable_undo()

    def _enable_undo(self) -> None:
        self.actions_by_id["undo"].setEnabled(self.editor.can_undo)
        self.actions_by_id["redo"].setEnabled(self.editor.can_redo)

    def _change_draft(self, key: str, value: str) -> None:
        self.documents.draft.change(**{key: value})
        self._show_names(self.documents.draft)
        self._job.start()

    def _show_names(self, draft: Draft) -> None:
        self.corner_menus.show_draft(draft)
        parts = draft.template.parts if draft.template else ()
        self._parts_menu.show_parts({part.id: part.name for part in parts})
        self.gauge.show_statuses(not_begun(draft.template))
        self.actions_by_id["new_headed"].setEnabled(bool(parts))
        self.actions_by_id["new_run_in"].setEnabled(bool(parts))
        self._show_title()
        self._enable_undo()

    def _show_title(self) -> None:
        draft = self.documents.draft
        self.setWindowTitle(f"{draft.name}[*] — 稿检")
        self.setWindowModified(draft.is_modified(self.editor.text()))

    def _go_to_row(self, row: Row) -> None:
        if row.part:
            self.checks.go_to_part(row.part.id)
        else:
            self.editor.reveal(row.span)

    def _go_to_pane(self, step: int) -> None:
        panes: list[QWidget] = [self.editor, self.structure.view, *self.gauge.cells[:1], self.checker.view]
        panes = [pane for pane in panes if pane.isVisible()]
        focused = self.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), 0)
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _zoom_by(self, steps: int) -> None:
        nearest = min(range(len(_ZOOMS)), key=lambda i: abs(_ZOOMS[i] - self.editor.zoom))
        self._set_zoom(_ZOOMS[max(0, min(len(_ZOOMS) - 1, nearest + steps))])

    def _set_zoom(self, zoom: float) -> None:
        self._zoom_is_chosen = True
        self._use_zoom(zoom)

    def _use_zoom(self, zoom: float) -> None:
        if zoom != self.editor.zoom:
            self.editor.set_zoom(zoom)
            self.status.show_zoom(zoom)

    def _recolour(self) -> None:
        colours = self._look.colours
        for record in ACTIONS:
            if record.icon:
                tint = colours.on_accent if record.id == "export" else colours.ink2
                self.actions_by_id[record.id].setIcon(icon(record.icon, tint, colours.ctl))
        for button in self.corner_menus.buttons():
            button.setIcon(icon("chevron_down_16", colours.ink2))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._panes.fit(event.size().width())
        self.tool_bar.fit(event.size().width())
        self.structure.prompts.show_example(event.size().height() > _LOW_FOR_EXAMPLE)
        if not self._zoom_is_chosen:
            self._use_zoom(0.85 if event.size().height() <= _LOW else 1.0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _file_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if file := _file_of(event.mimeData()):
            self.documents.open(file)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.documents.may_leave():
            self._job.stop()
            event.accept()
        else:
            event.ignore()


def _file_of(mime: QMimeData) -> Path | None:
    """The first file that is dragged."""
    return next((Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()), None)
