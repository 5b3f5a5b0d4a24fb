"""Opens, saves and exports drafts. Knows no widget: what it shows and asks goes through protocols."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Protocol

from desktop_app.checks.rule import CheckRequest, CheckResult
from desktop_app.language.script import Script
from desktop_app.report.finding import Finding
from desktop_app.report.insertion import new_text
from desktop_app.report.metadata import Metadata
from desktop_app.report.template import Form
from desktop_app.storage.atomic_file import write_atomic
from desktop_app.ui.dialogs import Dialogs, Incomplete, Unsaved
from desktop_app.ui.document_files import OpenError, open_text, save_draft
from desktop_app.ui.draft import DEFAULT_TEMPLATE, Draft
from desktop_app.ui.errands import Errands
from desktop_app.ui.errors import said, why
from desktop_app.ui.export_reasons import reasons_of, unfinished, way_to_mend


class DraftView(Protocol):
    """What the presenter needs of the window."""

    def text(self) -> str: ...
    def show_draft(self, draft: Draft, text: str) -> None: ...
    def show_saved(self, words: str, wrong: bool = False) -> None: ...
    def show_note(self, words: str) -> None: ...
    def go_to_blank(self) -> None: ...
    def go_to_finding(self, finding: Finding) -> None: ...


class Office(Protocol):
    """What the worker process does for drafts."""

    def check(self, request: CheckRequest) -> Future[CheckResult]: ...
    def read_docx(self, data: bytes) -> Future[Any]: ...
    def export(self, request: CheckRequest, metadata: Metadata) -> Future[Any]: ...


class DocumentPresenter:
    def __init__(self, view: DraftView, dialogs: Dialogs, office: Office, errands: Errands, now: Callable[[], str]) -> None:
        self._view = view
        self._dialogs = dialogs
        self._office = office
        self._errands = errands
        self._now = now  # as the status bar shows it: 10:32
        self.draft = Draft()

    # New, open

    def new(self, form: Form) -> None:
        """A draft from the template, with blanks to fill in."""
        if not self.may_leave():
            return
        old = self.draft
        draft = Draft(Metadata(template=old.metadata.template or DEFAULT_TEMPLATE, form=form.value, script=old.metadata.script))
        template = draft.template
        text = new_text(template, form, draft.script or Script.HANS) if template else ""
        self._show(draft, text, "还没有保存")
        self._view.go_to_blank()

    def open(self, path: Path | None = None) -> None:
        """Open a file; None asks which."""
        if not self.may_leave():
            return
        folder = self.draft.path.parent if self.draft.path else None
        path = path or self._dialogs.which_to_open(folder)
        if path is None:
            return
        try:
            if path.suffix.lower() == ".docx":
                self._open_docx(path, path.read_bytes())
            else:
                opened = open_text(path)
                self._show(opened.draft, opened.text, "已保存" if opened.draft.path else "还没有保存为文稿")
                self._tell_left_behind(path, opened.notes)
        except OSError as error:
            self._dialogs.tell("打不开", f"打不开“{path.name}”：{why(error)}。")
        except OpenError as error:
            self._dialogs.tell("打不开", str(error))

    def _open_docx(self, path: Path, data: bytes) -> None:
        self._view.show_note(f"正在读“{path.name}”…")
        before = self._view.text()

        def read(got: Any) -> None:
            if self._view.text() != before and not self.may_leave():  # the author went on writing
                return
            draft = Draft(suggested=path.with_suffix(".gao"))
            self._show(draft, got.text, "还没有保存为文稿")
            self._tell_left_behind(path, got.not_carried)

        def failed(error: BaseException) -> None:
            self._view.show_note("")
            self._dialogs.tell("打不开", f"打不开“{path.name}”：{said(error)}。")

        self._errands.run(self._office.read_docx(data), read, failed)

    def _show(self, draft: Draft, text: str, saved: str) -> None:
        self.draft = draft
        self._view.show_note("")
        self._view.show_draft(draft, text)
        draft.remember_saved(self._view.text())
        self._view.show_saved(saved)

    def _tell_left_behind(self, path: Path, notes: tuple[str, ...]) -> None:
        if notes:
            self._dialogs.tell("打开文稿", f"“{path.name}”已打开。请留意：\n" + "\n".join(notes))

    # Save

    def save(self) -> bool:
        """True if it is saved."""
        return self._save_to(self.draft.path) if self.draft.path else self.save_as()

    def save_as(self) -> bool:
        path = self._dialogs.where_to_save(self._suggested(".gao"))
        return self._save_to(path) if path else False

    def _save_to(self, path: Path) -> bool:
        draft, text = self.draft, self._view.text()
        if draft.front_matter_is_damaged and not self._dialogs.replace_damaged_front_matter():
            return False
        try:
            save_draft(path, text, draft)
        except OSError as error:
            message = f"无法写入“{path.name}”：{why(error)}。文稿还在窗口里，请换个名字或位置保存。"
            self._view.show_saved("没有保存成，点这里另存", wrong=True)
            return self.save_as() if self._dialogs.another_name(message) else False
        draft.path = path
        draft.front_matter_is_damaged = False
        draft.remember_saved(text)
        self._view.show_saved(f"已保存 {self._now()}")
        return True

    def may_leave(self) -> bool:
        """Ask once about changes that are not saved; False: stay with this draft."""
        if not self.draft.is_modified(self._view.text()):
            return True
        answer = self._dialogs.what_about_unsaved(self.draft.name)
        return self.save() if answer is Unsaved.SAVE else answer is Unsaved.DISCARD

    def _suggested(self, ending: str) -> Path:
        """A name beside the draft, else one made of the title."""
        known = self.draft.path or self.draft.suggested
        if known:
            return known.with_suffix(ending)
        title = next((line.strip() for line in self._view.text().splitlines() if line.strip()), "")
        name = "".join(char for char in title if char not in '\\/:*?"<>|［］\t')[:40]
        return Path(f"{name or '未命名文稿'}{ending}")

    # Export

    def export(self) -> None:
        """Check the text as it stands, ask if something is missing, then ask where to."""
        request = self.draft.request(self._view.text())
        self._errands.run(self._office.check(request), self._export_checked, self._export_failed)

    def _export_checked(self, result: CheckResult) -> None:
        if result.text != self._view.text():  # typed on since
            self.export()
            return
        open_ends = unfinished(result)
        if open_ends:
            mend = way_to_mend(result, open_ends[0])
            answer = self._dialogs.export_incomplete(reasons_of(result, open_ends), mend)
            if answer is Incomplete.MEND:
                self._view.go_to_finding(open_ends[0])
            if answer is not Incomplete.EXPORT:
                return
        path = self._dialogs.where_to_export(self._suggested(".docx"))
        if path is None:
            return
        self._view.show_note("正在导出…")
        request = self.draft.request(result.text)
        written = self._office.export(request, self.draft.metadata)
        self._errands.run(written, lambda made: self._write(path, made), self._export_failed)

    def _write(self, path: Path, made: Any) -> None:
        chosen: Path | None = path
        while chosen:
            try:
                write_atomic(chosen, made.data)
            except OSError as error:
                self._view.show_note("")
                message = f"无法写入“{chosen.name}”：{why(error)}。请关闭打开它的程序，或换个名字导出。"
                again = self._dialogs.another_name(message)
                chosen = self._dialogs.where_to_export(_other_name(chosen)) if again else None
                continue
            self._view.show_note(f"已导出“{chosen.name}”")
            if made.notes:
                self._dialogs.tell("导出 Word", f"已导出“{chosen.name}”。请留意：\n" + "\n".join(made.notes))
            return

    def _export_failed(self, error: BaseException) -> None:
        self._view.show_note("")
        self._dialogs.tell("没有导出成", f"没有导出成：{said(error)}。文稿没有改动。")


def _other_name(path: Path) -> Path:
    return path.with_name(f"{path.stem}（2）{path.suffix}")
