"""What can be done in the window: one record an action; menus, shortcuts and tool bar are made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

MENUS = ("文件", "编辑", "检查", "视图", "帮助")


@dataclass(frozen=True, slots=True)
class ActionRecord:
    id: str
    menu: str
    text: str
    shortcut: str = ""  # portable; several divided by “, ”
    icon: str = ""
    tip: str = ""
    label: str = ""  # in the tool bar
    checkable: bool = False
    starts_group: bool = False  # a line above it in the menu


ACTIONS = (
    ActionRecord("new_headed", "文件", "新建：分标题式（一、…）", "Ctrl+N", "document_add_20", "从模板新建，标题各占一行", "新建"),
    ActionRecord("new_run_in", "文件", "新建：段首式（一是…）", "Ctrl+Shift+N", tip="从模板新建，标题写在段首"),
    ActionRecord("open", "文件", "打开…", "Ctrl+O", "folder_open_20", "打开文稿：.gao、.docx、.txt", "打开", starts_group=True),
    ActionRecord("save", "文件", "保存", "Ctrl+S", "save_20", "保存文稿", "保存"),
    ActionRecord("save_as", "文件", "另存为…", "Ctrl+Shift+S"),
    ActionRecord(
        "export", "文件", "导出 Word…", "Ctrl+E", "arrow_export_20", "按公文版式导出 Word 文件", "导出 Word", starts_group=True
    ),
    ActionRecord("close", "文件", "关闭窗口", "Ctrl+W", starts_group=True),
    ActionRecord("undo", "编辑", "撤销", "Ctrl+Z", "arrow_undo_20", "撤销"),
    ActionRecord("redo", "编辑", "重做", "Ctrl+Y", "arrow_redo_20", "重做"),
    ActionRecord("cut", "编辑", "剪切", "Ctrl+X", starts_group=True),
    ActionRecord("copy", "编辑", "复制", "Ctrl+C"),
    ActionRecord("paste", "编辑", "粘贴", "Ctrl+V"),
    ActionRecord("select_all", "编辑", "全选", "Ctrl+A"),
    ActionRecord("fix_all", "检查", "一键修正", icon="wand_20", tip="修正全部不改变内容的问题，可以一次撤销", label="一键修正"),
    ActionRecord("next_finding", "检查", "下一条", "F8", starts_group=True),
    ActionRecord("previous_finding", "检查", "上一条", "Shift+F8"),
    ActionRecord("card_at_caret", "检查", "到检查卡片", "Alt+Return", tip="回车修正，Delete 忽略，Esc 回到正文"),
    ActionRecord("missing_place", "检查", "到缺少的部分", "Alt+Down"),
    ActionRecord("zoom_in", "视图", "放大", "Ctrl+="),
    ActionRecord("zoom_out", "视图", "缩小", "Ctrl+-"),
    ActionRecord("zoom_reset", "视图", "实际大小", "Ctrl+0"),
    ActionRecord("show_figures", "视图", "标出数据", checkable=True, starts_group=True),
    ActionRecord("next_pane", "视图", "到下一区域", "F6", starts_group=True),
    ActionRecord("previous_pane", "视图", "到上一区域", "Shift+F6"),
    ActionRecord("about", "帮助", "关于稿检"),
)
CONTEXT_MENU = ("undo", "redo", "cut", "copy", "paste", "select_all")  # of the text


def make_actions(parent: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Every action, by its id.

    Raises:
        KeyError: a record has no handler.
    """
    return {record.id: _make(parent, record, handlers[record.id]) for record in ACTIONS}


def _make(parent: QWidget, record: ActionRecord, handler: Callable[[], object]) -> QAction:
    action = QAction(record.text, parent)
    if record.shortcut:
        action.setShortcut(QKeySequence.fromString(record.shortcut, QKeySequence.SequenceFormat.PortableText))
    action.setCheckable(record.checkable)
    action.setIconVisibleInMenu(False)
    if record.label:
        action.setIconText(f" {record.label}")  # icon and words stand too close
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = record.tip or record.text.rstrip("…")
    action.setToolTip(f"{words}（{key}）" if key else words)
    action.triggered.connect(lambda: handler())
    parent.addAction(action)
    return action
