"""Runs the window: Qt, theme, log, the window, and after its first paint the database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QObject,
    QTimer,
    QTranslator,
    Slot,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from coopdesk.system import logs
from coopdesk.system.paths import resources
from coopdesk.system.settings import SettingsFile
from coopdesk.ui.crash_reporter import CrashReporter
from coopdesk.ui.enter_key import EnterKey
from coopdesk.ui.garbage import GarbageTimer
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.opener import DatabaseOpener, Openers
from coopdesk.ui.opening import OpeningPage
from coopdesk.ui.qt_messages import log_qt_messages
from coopdesk.ui.qt_words import QtWords
from coopdesk.ui.registry import page_specs
from coopdesk.ui.theme import Theme
from coopdesk.wording.language import language, set_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.services.registry import Services


class Start(QObject):
    """What waits until the window is on the screen."""

    def __init__(
        self,
        window: MainWindow,
        opener: DatabaseOpener,
        garbage: GarbageTimer,
        database: Path | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._opener = opener
        self._garbage = garbage
        self._database = database
        window.painted.connect(self._on_painted)
        opener.opened.connect(garbage.settle)

    @Slot()
    def _on_painted(self) -> None:
        QTimer.singleShot(0, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if self._database is not None:
            self._opener.open(self._database)
        logs.open_log()
        translate_qt()


def run_window(
    open_services: Callable[[Path], Services],
    database: Path | None,
    quit_after: int | None,
    *,
    create_services: Callable[[Path], Services] | None = None,
    wanted_language: str = "",
) -> int:
    """Open the window and return the exit code when it closes.

    Without ``database`` the one opened last is opened, or the welcome page shown. The window
    closes by itself after ``quit_after`` milliseconds. ``wanted_language`` wins over the one in
    the settings.
    """
    logs.remember_recent()
    log_qt_messages()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("CoopDesk")
    EnterKey(application)
    application.setWindowIcon(QIcon(str(resources() / "icon.svg")))
    settings = SettingsFile()
    set_language(wanted_language or settings.current.language)
    QLocale.setDefault(QLocale("fr_FR" if language() == "fr" else "en_GB"))
    window = MainWindow(settings, Theme(application, settings), page_specs())
    opener = DatabaseOpener(window, Openers(open_services, create_services or open_services))
    reporter = CrashReporter(window, window)
    window.feedback.crashed.connect(reporter.show)
    logs.catch_uncaught(reporter.caught.emit)
    database = database or _last_opened(settings)
    if database is None:
        opener.welcome()
    else:
        window.cover(OpeningPage(database))
    # Whoever goes to another program may never come back: power fails, batteries empty.
    application.applicationStateChanged.connect(lambda _state: settings.save())
    Start(window, opener, GarbageTimer(application), database)
    window.show()
    if quit_after is not None:
        QTimer.singleShot(quit_after, window.close_at_once)
    code = application.exec()
    window.tasks.shut_down()
    opener.close()
    settings.save()
    logs.close_log()
    return code


def _last_opened(settings: SettingsFile) -> Path | None:
    recent = settings.current.recent_databases
    return Path(recent[0]) if recent and Path(recent[0]).is_file() else None


def translate_qt() -> None:
    """Give Qt's own texts (dialog buttons, context menus) the language of the window."""
    application = QApplication.instance()
    assert application is not None
    # Asked last: the newest translator is asked first.
    application.installTranslator(QtWords(application))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        application.installTranslator(translator)
