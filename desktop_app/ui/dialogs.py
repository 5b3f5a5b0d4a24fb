"""Questions to the clerk, asked with Qt's dialogs."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget


class Unsaved(Enum):
    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Incomplete(Enum):
    """What to do with an export from which something is missing."""

    EXPORT = auto()  # 仍要导出
    MEND = auto()
    CANCEL = auto()


class Dialogs(Protocol):
    def which_to_open(self, folder: Path | None) -> Path | None: ...
    def where_to_save(self, suggested: Path) -> Path | None: ...
    def where_to_export(self, suggested: Path) -> Path | None: ...
    def what_about_unsaved(self, name: str) -> Unsaved: ...
    def export_incomplete(self, reasons: tuple[str, ...], mend: str) -> Incomplete: ...
    def another_name(self, message: str) -> bool: ...
    def replace_damaged_front_matter(self) -> bool: ...
    def tell(self, title: str, message: str) -> None: ...


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class QtDialogs:
    """The dialogs of a window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def which_to_open(self, folder: Path | None) -> Path | None:
        kinds = "文稿 (*.gao *.docx *.txt);;所有文件 (*)"
        chosen, _ = QFileDialog.getOpenFileName(self._parent, "打开文稿", str(folder or _documents()), kinds)
        return Path(chosen) if chosen else None

    def where_to_save(self, suggested: Path) -> Path | None:
        return self._where("保存文稿", suggested, "稿检文稿 (*.gao)", ".gao")

    def where_to_export(self, suggested: Path) -> Path | None:
        return self._where("导出 Word", suggested, "Word 文档 (*.docx)", ".docx")

    def what_about_unsaved(self, name: str) -> Unsaved:
        box = self._box("还没有保存", f"“{name}”改动过，还没有保存。")
        save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        chosen = self._ask(box, save, cancel)
        return Unsaved.SAVE if chosen is save else Unsaved.DISCARD if chosen is discard else Unsaved.CANCEL

    def export_incomplete(self, reasons: tuple[str, ...], mend: str) -> Incomplete:
        box = self._box("导出 Word", "\n".join(reasons))
        box.setInformativeText("导出不改动文稿。")
        anyway = box.addButton("仍要导出", QMessageBox.ButtonRole.DestructiveRole)
        mending = box.addButton(mend, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        chosen = self._ask(box, mending, cancel)
        return Incomplete.EXPORT if chosen is anyway else Incomplete.MEND if chosen is mending else Incomplete.CANCEL

    def another_name(self, message: str) -> bool:
        box = self._box("没有写成", message)
        other = box.addButton("换个名字…", QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        return self._ask(box, other, cancel) is other

    def replace_damaged_front_matter(self) -> bool:
        text = "文件开头 +++ 之间的报送信息读不懂，已当作正文显示。保存后，它就是正文的一部分。"
        box = self._box("保存文稿", text)
        save = box.addButton("照此保存", QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        return self._ask(box, save, cancel) is save

    def tell(self, title: str, message: str) -> None:
        box = self._box(title, message)
        known = box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        self._ask(box, known, known)

    def _where(self, title: str, suggested: Path, kind: str, ending: str) -> Path | None:
        start = suggested if suggested.is_absolute() else _documents() / suggested
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(start), kind)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

    def _box(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        return box

    def _ask(self, box: QMessageBox, default: QPushButton, escape: QPushButton) -> QPushButton | None:
        box.setDefaultButton(default)
        box.setEscapeButton(escape)
        box.exec()
        clicked = box.clickedButton()
        return clicked if isinstance(clicked, QPushButton) else None
