"""Opens databases on the worker, and shows what happens meanwhile and afterwards."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction

from coopdesk.domain.errors import CoopDeskError, ExternalError
from coopdesk.system.paths import data_folder, documents_folder
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.opening import FailurePage, OpeningPage, WelcomePage
from coopdesk.ui.window_drops import DATABASE_SUFFIX
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog

    from coopdesk.domain.association import Association
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.system.instance_lock import InstanceLockedError
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.main_window import MainWindow
    from coopdesk.ui.welcome.dialog import Answers, WelcomeDialog


@dataclass(frozen=True, slots=True)
class Openers:
    """How services are made for a file; both run on the worker.

    ``open`` refuses a file that is missing, ``create`` one that exists.
    """

    open: Callable[[Path], Services]
    create: Callable[[Path], Services]


@dataclass(frozen=True, slots=True)
class _Opened:
    """How opening ended: with services, or an error that has its sentence.

    ``refused_backup`` is why a backup was not put back although the database opened again.
    """

    services: Services | None = None
    error: CoopDeskError | None = None
    refused_backup: CoopDeskError | None = None


class DatabaseOpener(QObject):
    """Leads from a file to pages; a database that is open stays so until the next one is."""

    opened = Signal(object)  # Path
    refused = Signal(object)  # Path

    def __init__(self, window: MainWindow, openers: Openers) -> None:
        super().__init__(window)
        self._window = window
        self._openers = openers
        self._services: Services | None = None
        self._path: Path | None = None
        self._pending: Path | None = None
        self._refused: Path | None = None
        self._fills_with_demo = False
        self._profile: Association | None = None
        self._keeper: QObject | None = None
        self.questions: WelcomeDialog | None = None
        actions = window.window_actions
        self.create_action = actions.create_action
        self.open_action = actions.open_action
        self.demo_action = QAction(_("Try with an invented association"), self)
        self.retry_action = QAction(_("Try again"), self)
        self.create_action.triggered.connect(self.ask_to_create)
        self.open_action.triggered.connect(self.ask_to_open)
        self.demo_action.triggered.connect(self.open_demo)
        self.retry_action.triggered.connect(self._on_retry)
        window.database_chosen.connect(self.open)
        window.navigator.demo_wanted.connect(self.open_demo)

    # ways in

    def welcome(self) -> None:
        """Show the welcome page."""
        recent = self._window.settings.current.recent_databases
        page = WelcomePage(self.create_action, self.open_action, self.demo_action, recent)
        page.path_chosen.connect(self.open)
        self._window.cover(page)

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a database that exists."""
        if self._services is None or path != self._path:
            self._start(path, self._openers.open)

    def create(self, path: Path) -> None:
        """Create a database and open it."""
        self._start(path, self._openers.create)

    @Slot()
    def open_demo(self) -> None:
        """Open the demonstration, building it the first time."""
        path = data_folder() / (_("Demonstration") + DATABASE_SUFFIX)
        if path.exists():
            self.open(path)
        else:
            self._fills_with_demo = True
            self.create(path)

    @Slot()
    def ask_to_open(self) -> None:
        """Ask which database to open."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(_("Open a database"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [_("CoopDesk files") + f" (*{DATABASE_SUFFIX} *.sqlite)", _("All files") + " (*)"]
        )
        dialog.fileSelected.connect(self._on_open_chosen)
        dialog.open()

    @Slot()
    def ask_to_create(self) -> None:
        """Ask who the association is and where its file goes."""
        from coopdesk.ui.welcome.dialog import WelcomeDialog

        dialog = WelcomeDialog(self._window.tasks, _today, self._window, documents_folder())
        dialog.submitted.connect(self._on_answered)
        dialog.demo_requested.connect(self.open_demo)
        dialog.finished.connect(self._on_questions_closed)
        self.questions = dialog
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._path.parent if self._path else documents_folder())
        dialog = QFileDialog(self._window, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    @Slot(str)
    def _on_open_chosen(self, text: str) -> None:
        self.open(Path(text))

    @Slot(object)
    def _on_answered(self, answers: Answers) -> None:
        if answers.path is not None:
            self._profile = answers.profile
            self.create(answers.path)

    @Slot()
    def _on_questions_closed(self) -> None:
        self.questions = None

    @Slot()
    def _on_retry(self) -> None:
        if self._refused is not None:
            self.open(self._refused)

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the open database, and open it."""
        services, path = self._services, self._path
        if services is None or path is None:
            return
        self._services = None
        self._pending = path
        self._window.detach()
        self._keep_up(None)
        self._window.cover(OpeningPage(path))
        self._window.tasks.exclusive(
            self,
            partial(_restore, self._openers.open, services, backup),
            partial(self._on_attempted, path),
            ended=partial(self._on_ended, path),
        )

    # what happens then

    def _start(self, path: Path, call: Callable[[Path], Services]) -> None:
        self._pending = path
        if self._services is None:
            self._window.cover(OpeningPage(path))
        self._window.tasks.exclusive(
            self,
            partial(_attempt, call, path),
            partial(self._on_attempted, path),
            ended=partial(self._on_ended, path),
        )

    def _on_attempted(self, path: Path, result: _Opened) -> None:
        self._pending = None
        if result.services is not None:
            self._use(path, result.services)
            if result.refused_backup is not None:
                self._window.feedback.show_error(result.refused_backup)
        elif result.error is not None:
            self._refuse(path, error_sentence(result.error))

    def _on_ended(self, path: Path) -> None:
        """Show where we stand when something unforeseen was reported instead of a result."""
        if self._pending == path:
            self._refuse(path, _("Something unforeseen happened; the file was not changed."))

    def _use(self, path: Path, services: Services) -> None:
        old, self._services, self._path = self._services, services, path
        window = self._window
        window.settings.remember_database(path)
        # At once: after a power cut the next start must find this database again.
        window.settings.save()
        desk = window.desk_of(services, _today, self.restore)
        if old is not None:
            window.tasks.exclusive(self, old.database.close)
        window.attach(desk)
        self._keep_up(desk)
        self._begin(desk)
        window.tasks.query(self, partial(_warm, services), _nothing)
        self._warn_of_reading_only(path)
        self.opened.emit(path)

    def _warn_of_reading_only(self, path: Path) -> None:
        """Say that nothing can be recorded, before anything is typed in vain."""
        if not os.access(path, os.W_OK):
            self._window.feedback.warn(
                _("{name} can only be read").format(name=path.stem),
                _("Nothing can be recorded in it. Open a copy in a folder of your own."),
            )

    def _keep_up(self, desk: Desk | None) -> None:
        """Let this database alone be worked for from now on."""
        if self._keeper is not None:
            self._keeper.deleteLater()
        self._keeper = None if desk is None else _keep_up(desk, self._window)

    def _begin(self, desk: Desk) -> None:
        """Put first things into a database: an invented association, the answers, or ask."""
        tasks, services = self._window.tasks, desk.services
        if self._fills_with_demo:
            self._fills_with_demo = False
            tasks.job(self._window, _("Inventing an association"), partial(_fill, services))
        elif self._profile is not None:
            tasks.command(self, partial(services.association.save, self._profile))
            self._profile = None
            if self.questions is not None:
                self.questions.accept()
            self._window.touring.offer()
        else:
            ask = partial(self._on_profile, desk)
            tasks.query(self, services.association.get, ask)

    def _on_profile(self, desk: Desk, profile: Association | None) -> None:
        if profile is None:
            offer_first_run(desk, self._window)

    def _refuse(self, path: Path, sentence: str) -> None:
        self._fills_with_demo = False
        self._profile = None
        if self.questions is not None:
            self.questions.refuse(sentence)
            if self._services is None:
                self.welcome()
        elif self._services is not None:
            title = _("{name} was not opened").format(name=path.stem)
            self._window.feedback.warn(title, sentence)
        else:
            self._refused = path
            actions = (self.retry_action, self.open_action, self.create_action)
            self._window.cover(FailurePage(path, sentence, actions))
        self.refused.emit(path)

    def close(self) -> None:
        """Close the database; the worker must have been shut down."""
        if self._services is not None:
            self._services.database.close()
            self._services = None


def _attempt(call: Callable[[Path], Services], path: Path) -> _Opened:
    """Open a file; errors that have a sentence come back as values. Runs on the worker."""
    from coopdesk.system.instance_lock import InstanceLockedError

    try:
        return _Opened(services=call(path))
    except CoopDeskError as error:
        return _Opened(error=error)
    except InstanceLockedError as error:
        return _Opened(error=_in_use(error))


def _restore(call: Callable[[Path], Services], services: Services, backup: Path) -> _Opened:
    """Close, put the backup in place, open again; whatever happens, something opens again."""
    from coopdesk.services.databases import restore_database

    path = services.database.path
    services.database.close()
    try:
        restore_database(backup, path)
    except CoopDeskError as error:
        return replace(_attempt(call, path), refused_backup=error)
    return _attempt(call, path)


def _in_use(error: InstanceLockedError) -> ExternalError:
    from coopdesk.wording.formats import moment_text

    holder = error.holder
    since = moment_text(holder.since) if holder.since else "?"
    user, host = holder.user or "?", holder.host or "?"
    return ExternalError("database.in_use", path=error.path, user=user, host=host, since=since)


def _warm(services: Services) -> None:
    """Build every service, so that a page opened later does not wait for what it imports."""
    for field in fields(services):
        getattr(services, field.name)


def _fill(services: Services, progress: Progress) -> object:
    return services.demo.build(progress=progress)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _nothing(_result: object) -> None:
    """Take a result nobody needs."""


def offer_first_run(desk: Desk, window: MainWindow) -> None:
    """Ask the first questions when a database knows nothing of its association."""
    from coopdesk.ui.welcome.first_run import FirstRun

    FirstRun(desk, window).ask()


def _keep_up(desk: Desk, window: MainWindow) -> QObject:
    """Return what works for an open database by itself, whatever page is shown."""
    from coopdesk.ui.events.calendar_folder import CalendarFolder

    return CalendarFolder(desk, window)
