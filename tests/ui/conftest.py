"""The frame without any subject page: tasks, desk, window, for tests of the frame."""

from __future__ import annotations

import datetime as dt
import gc
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from typing_extensions import override

from coopdesk.domain.operations import Origin
from coopdesk.services import demo
from coopdesk.services.opening import open_database, signature
from coopdesk.system.paths import data_folder
from coopdesk.system.settings import SettingsFile
from coopdesk.ui.changes import ChangeBus
from coopdesk.ui.desk import Desk
from coopdesk.ui.feedback import Feedback
from coopdesk.ui.garbage import collect_due
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.navigator import Navigator
from coopdesk.ui.tasks import TaskRunner
from coopdesk.ui.theme import Theme
from coopdesk.ui.undo import UndoControl
from coopdesk.wording.language import language, set_language
from tests.made_once import new_file
from tests.ui.pages import note_specs
from tests.ui.resting import come_to_rest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coopdesk.services.registry import Services

TODAY = dt.date(2026, 3, 12)


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Show French, and put back the language the test found."""
    before = language()
    set_language("fr")
    yield
    set_language(before)


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """Collect garbage here alone, as the program does: a worker must delete no widget."""
    gc.disable()
    yield
    # No loop runs between tests: what is to be deleted later would live on into the next one,
    # and take part in every change of its theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()
    gc.enable()


@pytest.fixture
def small_demonstration(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Let a demonstration be of fewer people than usual; yield how many. None is kept."""
    monkeypatch.setattr(demo, "USUAL_CONTACTS", 30)
    monkeypatch.setattr(demo, "USUAL_YEARS", 1)
    yield 30
    for made in data_folder().glob("*.coopdesk"):
        made.unlink()


@pytest.fixture
def undo(office, window) -> UndoControl:
    """Ctrl+Z of the window over the office of a folder of tests."""
    control = UndoControl(office.desk.tasks, office.desk.changes, window)
    control.attach(office.services.operations)
    return control


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    """Settings of nobody."""
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def theme(qapp: QApplication, settings: SettingsFile) -> Theme:
    """The light theme."""
    theme = Theme(qapp, settings)
    theme.choose("light")
    return theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window to put things into."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def feedback(window: QWidget) -> Feedback:
    """Messages over the window."""
    return Feedback(window)


@pytest.fixture
def changes(window: QWidget) -> ChangeBus:
    """The change bus."""
    return ChangeBus(window)


@pytest.fixture
def tasks(changes: ChangeBus, feedback: Feedback, window: QWidget) -> Iterator[TaskRunner]:
    """A task runner that is shut down after the test."""
    runner = TaskRunner(changes, feedback, window)
    yield runner
    runner.shut_down()


@pytest.fixture
def desk(
    tasks: TaskRunner,
    changes: ChangeBus,
    feedback: Feedback,
    settings: SettingsFile,
    theme: Theme,
    window: QWidget,
    tmp_path: Path,
) -> Desk:
    """A desk without services, for the parts of the frame that need none."""
    return Desk(
        services=SimpleNamespace(),
        tasks=tasks,
        changes=changes,
        feedback=feedback,
        settings=settings,
        navigator=Navigator(window),
        theme=theme,
        today=lambda: TODAY,
        database=tmp_path / "association.coopdesk",
    )


@pytest.fixture
def idle() -> Callable[[TaskRunner], None]:
    """Wait until the worker is done and its results were delivered."""
    return come_to_rest


def make_window(settings: SettingsFile, theme: Theme, qtbot: QtBot) -> MainWindow:
    """Build a window with small pages; it is shut down after the test."""
    window = MainWindow(settings, theme, note_specs())
    qtbot.addWidget(window, before_close_func=lambda w: w.tasks.shut_down())
    return window


def desk_for(window: MainWindow, services: Services, path: Path) -> Desk:
    """Return what the pages of a window get of an open file."""
    return replace(window.desk_of(services, lambda: TODAY), database=path)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The services of an empty file."""
    path = new_file(tmp_path / "jardins.coopdesk")
    services = open_database(path, signature("Maëlle", Origin.WINDOW))
    yield services
    services.database.close()


@pytest.fixture
def frame(
    settings: SettingsFile,
    theme: Theme,
    qtbot: QtBot,
    services: Services,
    tmp_path: Path,
    idle: Callable[[TaskRunner], None],
) -> MainWindow:
    """A window with small pages over a real, empty database."""
    window = make_window(settings, theme, qtbot)
    window.resize(1300, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.attach(desk_for(window, services, tmp_path / "jardins.coopdesk"))
    idle(window.tasks)
    return window


class StrayWindows(QObject):
    """Notices labels and buttons shown before they had a parent: they flash as windows."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.found: list[str] = []
        self._application = application

    def __enter__(self) -> StrayWindows:
        self._application.installEventFilter(self)
        return self

    def __exit__(self, *_details: object) -> None:
        self._application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QLabel | QAbstractButton)
            and watched.isWindow()
        ):
            self.found.append(f"{type(watched).__name__} {watched.text()}")
        return False


def destroy(widget: QWidget) -> None:
    """Delete a widget now."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
