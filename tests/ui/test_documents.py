"""New, open, save, export: what happens to the author's files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs import Incomplete, Unsaved
from desktop_app.ui.main_window import MainWindow

from .conftest import REPORT, WITHOUT_LAST, Answers, ThreadOffice, checked, type_chinese, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def do(window: MainWindow, action: str) -> None:
    window.actions_by_id[action].trigger()


@pytest.mark.parametrize(
    ("action", "heading"), [("new_headed", "一、及早及快抓部署\n"), ("new_run_in", "一是及早及快抓部署。")]
)
def test_a_new_draft_has_the_parts_of_the_template_with_blanks(
    qtbot: QtBot, window: MainWindow, action: str, heading: str
) -> None:
    do(window, action)
    assert heading in window.editor.text()
    assert "［数字］" in window.editor.text()
    checked(qtbot, window)
    assert not any(message.startswith("缺少") for message in window.checker.messages())
    assert not window.isWindowModified()


def test_a_new_draft_asks_once_about_what_was_written(window: MainWindow, answers: Answers) -> None:
    type_chinese(window.editor, "一份文稿")
    answers.unsaved = Unsaved.CANCEL
    do(window, "new_headed")
    assert window.editor.text() == "一份文稿"
    answers.unsaved = Unsaved.DISCARD
    do(window, "new_headed")
    assert window.editor.text() != "一份文稿"
    assert answers.asked == ["没有保存 未命名文稿"] * 2


def test_a_draft_is_saved_and_opened_again_as_it_was(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    write(qtbot, window, WITHOUT_LAST + "𠮷\u00a0\n")
    qtbot.mouseClick(window.checker.view.card.ignore_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.checker.ignored_button.isVisible())
    answers.save = [tmp_path / "防溺水.gao"]
    qtbot.keyClick(window.editor, Qt.Key.Key_S, CONTROL)
    assert not window.isWindowModified()
    assert window.status.saved.text().startswith("已保存 ")
    assert window.windowTitle().startswith("防溺水.gao")
    text = window.editor.text()
    do(window, "new_headed")
    answers.open = tmp_path / "防溺水.gao"
    do(window, "open")
    assert window.editor.text() == text
    assert [record.code for record in window.documents.draft.metadata.ignored] == ["ST01"]
    checked(qtbot, window)
    qtbot.waitUntil(lambda: window.checker.ignored_button.text() == "已忽略 1")
    assert answers.asked == ["保存到 青澜县防溺水工作情况汇报.gao"]


def test_saving_again_asks_nothing(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "a.gao"
    answers.save = [path]
    type_chinese(window.editor, "一")
    do(window, "save")
    type_chinese(window.editor, "二")
    do(window, "save")
    assert len(answers.asked) == 1
    assert path.read_text("utf-8").endswith("+++\n一二")


def test_line_ends_mark_and_unknown_keys_of_a_file_are_kept(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "a.gao"
    path.write_bytes('\ufeff+++\r\nmood = "calm"\r\n+++\r\n一\r\n二\r\n'.encode())
    answers.open = path
    do(window, "open")
    assert window.editor.text() == "一\n二\n"
    type_chinese(window.editor, "新")
    do(window, "save")
    saved = path.read_bytes().decode()
    assert saved.startswith("\ufeff+++\r\n")
    assert 'mood = "calm"\r\n' in saved
    assert saved.endswith("+++\r\n新一\r\n二\r\n")


def test_damaged_front_matter_is_shown_as_text_and_saving_asks(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "a.gao"
    path.write_text("+++\nunit = \n+++\n一\n", "utf-8")
    answers.open = path
    do(window, "open")
    assert window.editor.text() == "+++\nunit = \n+++\n一\n"
    do(window, "save")
    assert answers.asked[-1] == "报送信息读不懂"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_becomes_a_draft_beside_it_and_is_left_alone(
    window: MainWindow, answers: Answers, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "来稿.txt"
    path.write_bytes("一、部署\r\n开会3次。".encode(encoding))
    before = path.read_bytes()
    answers.open = path
    do(window, "open")
    assert window.editor.text() == "一、部署\n开会3次。"
    answers.save = [tmp_path / "来稿.gao"]
    do(window, "save")
    assert answers.asked == ["保存到 来稿.gao"]
    assert path.read_bytes() == before


def test_a_docx_is_read_by_the_worker_and_what_was_left_behind_is_said(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.open = tmp_path / "来稿.docx"
    answers.open.write_text(REPORT, "utf-8")
    do(window, "open")
    qtbot.waitUntil(lambda: window.editor.text() == REPORT)
    assert answers.asked == ["“来稿.docx”已打开。请留意：\n1 张图片"]
    assert not window.isWindowModified()


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "来稿.txt"
    path.write_text("一、部署", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)  # which widget gets it is Qt's drag manager's affair
    assert window.editor.text() == "一、部署"
    assert not window.editor.canInsertFromMimeData(mime)


def test_a_file_that_is_no_text_is_refused_with_the_reason_and_the_draft_stays(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    type_chinese(window.editor, "一份文稿")
    answers.open = tmp_path / "图片.txt"
    answers.open.write_bytes(b"\x89PNG\r\n\xff\xff\xff")
    do(window, "open")
    assert answers.asked[-1].startswith("打不开“图片.txt”：")
    assert window.editor.text() == "一份文稿"


def test_a_file_that_is_gone_is_said(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.open = tmp_path / "没有.gao"
    do(window, "open")
    assert answers.asked == ["打不开“没有.gao”：文件或文件夹不存在。"]


def test_what_cannot_be_written_is_said_and_another_name_is_offered(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    type_chinese(window.editor, "一份文稿")
    answers.save = [tmp_path / "没有的文件夹" / "a.gao", tmp_path / "b.gao"]
    do(window, "save")
    assert "无法写入“a.gao”：文件或文件夹不存在" in answers.asked[1]
    assert (tmp_path / "b.gao").read_text("utf-8").endswith("一份文稿")
    assert not window.isWindowModified()


def test_closing_asks_once_and_stays_if_told_so(window: MainWindow, answers: Answers) -> None:
    type_chinese(window.editor, "一份文稿")
    answers.unsaved = Unsaved.CANCEL
    assert not window.close()
    assert window.isVisible()
    answers.unsaved = Unsaved.DISCARD
    assert window.close()
    assert answers.asked == ["没有保存 未命名文稿"] * 2


def test_closing_a_saved_draft_asks_nothing(window: MainWindow, answers: Answers) -> None:
    assert window.close()
    assert answers.asked == []


def test_what_was_undone_is_no_change(qtbot: QtBot, window: MainWindow) -> None:
    type_chinese(window.editor, "一")
    assert window.isWindowModified()
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CONTROL)
    assert not window.isWindowModified()


def test_export_asks_nothing_when_nothing_is_missing(
    qtbot: QtBot, window: MainWindow, answers: Answers, office: ThreadOffice, tmp_path: Path
) -> None:
    write(qtbot, window, REPORT)
    answers.export = [tmp_path / "a.docx"]
    do(window, "export")
    qtbot.waitUntil(lambda: window.status.note.text() == "已导出“a.docx”")
    assert answers.asked == ["导出到 青澜县防溺水工作情况汇报.docx"]
    assert (tmp_path / "a.docx").read_text("utf-8") == REPORT
    assert [request.text for request, _ in office.exported] == [REPORT]


def test_export_with_a_part_missing_asks_and_can_lead_there(
    qtbot: QtBot, window: MainWindow, answers: Answers, office: ThreadOffice
) -> None:
    write(qtbot, window, WITHOUT_LAST)
    answers.incomplete = Incomplete.MEND
    do(window, "export")
    qtbot.waitUntil(lambda: bool(answers.asked))
    assert answers.asked == ["还缺“贯彻”部分。", "去补上“贯彻”"]
    assert window.focusWidget().text() == "插入“贯彻”部分"
    assert office.exported == []


def test_export_with_blanks_left_goes_on_if_told_so(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    write(qtbot, window, REPORT.replace("35场", "［数字］场"))
    answers.incomplete = Incomplete.EXPORT
    answers.export = [tmp_path / "a.docx"]
    do(window, "export")
    qtbot.waitUntil((tmp_path / "a.docx").exists)
    assert answers.asked[0] == "还有 1 处待填。"


def test_an_export_that_cannot_be_written_is_said_and_another_name_is_offered(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    write(qtbot, window, REPORT)
    blocked = tmp_path / "a.docx"
    blocked.mkdir()  # as little to be replaced as a file that Word holds
    answers.export = [blocked, tmp_path / "b.docx"]
    do(window, "export")
    qtbot.waitUntil(lambda: window.status.note.text() == "已导出“b.docx”")
    assert any(message.startswith("无法写入“a.docx”") for message in answers.asked)
    assert answers.asked[-1] == "导出到 a（2）.docx"


def test_what_an_export_has_to_tell_is_told(
    qtbot: QtBot, window: MainWindow, answers: Answers, office: ThreadOffice, tmp_path: Path
) -> None:
    write(qtbot, window, REPORT)
    office.notes = ("“𠮷”不在仿宋_GB2312 中",)
    answers.export = [tmp_path / "a.docx"]
    do(window, "export")
    qtbot.waitUntil(lambda: len(answers.asked) == 2)
    assert "“𠮷”不在仿宋_GB2312 中" in answers.asked[1]


def test_another_script_or_no_template_is_checked_at_once(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window, WITHOUT_LAST)
    template, _ = window.corner_menus.buttons()
    assert template.text() == "模板：四部分报告"
    next(action for action in template.menu().actions() if action.text() == "不按模板").trigger()
    qtbot.waitUntil(lambda: window.gauge.cells == [])
    assert template.text() == "模板：不按模板"
    qtbot.waitUntil(lambda: not any(message.startswith("缺少") for message in window.checker.messages()))
