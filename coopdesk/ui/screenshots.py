"""Pictures of every page and each of its views, light and dark, without a screen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QIODevice, QSize
from PySide6.QtWidgets import QApplication, QLayout, QTabBar, QWidget

from coopdesk.system.files import write_file
from coopdesk.system.settings import Settings, SettingsFile
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.qt_messages import log_qt_messages
from coopdesk.ui.registry import page_specs
from coopdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.ui.page import Page
    from coopdesk.ui.tasks import TaskRunner

THEMES = ("light", "dark")
SIZE = QSize(1366, 768)

# A list asks for its rows when it is painted, and is painted again when they come.
_MOST_ROUNDS = 6


def take_screenshots(services: Services, folder: Path) -> list[Path]:
    """Draw every page of an open database and its views into ``folder``; return the files.

    Raises:
        OSError: the folder or the disk is in the way.
    """
    application = QApplication.instance() or QApplication(["coopdesk"])
    assert isinstance(application, QApplication)
    log_qt_messages()
    settings = _Unsaved()
    window = MainWindow(settings, Theme(application, settings), page_specs())
    desk = window.desk_of(services, lambda: dt.datetime.now().astimezone().date())
    window.resize(SIZE)
    window.show()
    window.attach(desk)
    try:
        return take(window, folder, THEMES)
    finally:
        window.tasks.shut_down()
        window.close()


def take(window: MainWindow, folder: Path, themes: Sequence[str] = THEMES) -> list[Path]:
    """Grab each page of a window in each theme, once its lists are filled.

    What stands under the first tab has the name of the page, the rest its own beside it.
    """
    files = []
    for theme in themes:
        window.theme.choose(theme)
        for key in window.stack.specs:
            window.navigator.open(key)
            for name in _shown_one_by_one(key, window.stack.current_page):
                settle(window, window.tasks)
                files.append(save_picture(window, folder / f"{name}-{theme}.png"))
    return files


def _shown_one_by_one(key: str, page: Page | None) -> Iterator[str]:
    """Show each view of a page and yield the name of its picture; end at the first."""
    tabs = getattr(getattr(page, "views", None), "tabs", None)
    if page is None or not page.shown_view or not isinstance(tabs, QTabBar):
        yield key
        return
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        yield f"{key}-{page.shown_view.replace(' ', '-')}" if tab else key
    tabs.setCurrentIndex(0)


def settle(widget: QWidget, tasks: TaskRunner) -> None:
    """Paint and wait until painting asks for nothing more."""
    for _round in range(_MOST_ROUNDS):
        widget.grab()
        # What the results brought is shown and laid out by events that wait their turn.
        QCoreApplication.sendPostedEvents()
        for layout in widget.findChildren(QLayout):
            layout.activate()
        if tasks.is_idle:
            return
        wait_idle(tasks)


def wait_idle(tasks: TaskRunner) -> None:
    """Let the worker finish what it has, and the window take the results."""
    if not tasks.is_idle:
        loop = QEventLoop()
        tasks.idle.connect(loop.quit)
        loop.exec()


def save_picture(widget: QWidget, path: Path) -> Path:
    """Write what a widget looks like as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    write_file(path, bytes(buffer.data().data()))
    return path


class _Unsaved(SettingsFile):
    """Default settings, so that pictures do not depend on the person; never written."""

    def __init__(self) -> None:
        super().__init__()
        self.current = Settings(language=self.current.language)

    def save(self) -> None:
        """Keep the person's settings as they are."""
