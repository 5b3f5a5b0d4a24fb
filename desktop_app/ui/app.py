"""Starts the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.ui.look import Look
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.office import WorkerOffice


def run(files: list[str]) -> int:
    """Show a window for each file, or an empty one; returns the exit code when the last is closed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("稿检")
    app.setDesktopFileName("gaojian")
    speak_chinese(app)
    look = Look(app)
    office = WorkerOffice()
    windows = [_window(look, office, Path(file)) for file in files] or [_window(look, office, None)]
    try:
        return app.exec()
    finally:
        office.close()
        windows.clear()


def _window(look: Look, office: WorkerOffice, file: Path | None) -> MainWindow:
    window = MainWindow(look, office)
    window.resize(1366, 700)
    window.show()
    if file:
        window.documents.open(file)
    return window


def speak_chinese(app: QApplication) -> None:
    """Qt's own dialogs: 打开, 取消 …"""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)
