"""Keeps a calendar file up in a folder that others subscribe to, whenever events change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from coopdesk.domain.errors import CoopDeskError
from coopdesk.services.outcome import Subject
from coopdesk.ui.feedback import error_sentence
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.outcome import Changes
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

# What is entered in a row is written once.
_PAUSE_MS = 1_500


class CalendarFolder(QObject):
    """Silent while all is well; a folder that is away is told of once, in the status line."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has_told = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PAUSE_MS)
        self.pause.timeout.connect(self.write)
        desk.changes.changed.connect(self._on_changed)
        # What was changed elsewhere, or just before the window was closed.
        self.pause.start()

    @property
    def _folder(self) -> Path | None:
        return self._desk.settings.calendar_folder(self._desk.database)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Subject.EVENTS in changes:
            self.pause.start()

    @Slot()
    def write(self) -> None:
        """Write the file again, on the worker."""
        folder = self._folder
        if folder is not None:
            attempt = partial(attempt_folder, self._desk.services, folder)
            self._desk.tasks.query(self, attempt, self._on_written, replaces="calendar")

    def _on_written(self, error: CoopDeskError | None) -> None:
        if error is None:
            self._has_told = False
        elif not self._has_told:
            self._has_told = True
            self._desk.feedback.tell(
                _("The subscribed calendar is not up to date. {reason}").format(
                    reason=error_sentence(error)
                )
            )


def attempt_folder(services: Services, folder: Path) -> CoopDeskError | None:
    """Write the calendar into a folder; return what was in the way. Runs on the worker."""
    try:
        services.event_calendar.write_folder(folder)
    except CoopDeskError as error:
        return error
    return None
