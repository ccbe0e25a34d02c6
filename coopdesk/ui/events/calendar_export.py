"""Hands the calendar to other programs: a file, or a folder that is kept up by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.services.saving import save
from coopdesk.ui.events.calendar_folder import attempt_folder
from coopdesk.ui.events.calendar_folder_dialog import CalendarFolderDialog
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.event_titles import left_out_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


def calendar_job(services: Services, ids: Sequence[int] | None, name: str) -> FileJob:
    """Return the writing of events as a calendar file; ``ids`` None for all."""
    left_out: list[str] = []

    def write(path: Path, _progress: Progress) -> Path:
        left_out[:] = services.event_calendar.left_out(ids)
        return save(path, services.event_calendar.ics(ids))

    # It is for programs: the person's own calendar would take everything in at once.
    return FileJob(
        _("Calendar file"),
        f"{name}.ics",
        _("Calendar (iCalendar)"),
        write,
        opens=False,
        besides=lambda: left_out_text(left_out) if left_out else "",
    )


class CalendarExport(QObject):
    """``bar`` says how the writing went; it belongs beneath the calendar."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self.dialog: CalendarFolderDialog | None = None
        self.bar = FileBar(_("Open"), "calendar-blank")
        self.writing = FileWriting(desk, view, "calendar")
        self.writing.tell_in(self.bar)
        self.file_action = make_step(view, _("Export…"), "export")
        self.file_action.setStatusTip(_("Write all events to a calendar file (.ics)"))
        self.file_action.setProperty("keys", "Ctrl+E")
        self.file_action.triggered.connect(self._on_file)
        self.folder_action = make_step(view, _("Subscribed calendar…"), "rss-simple")
        self.folder_action.setStatusTip(
            _("Keep a calendar file up to date in a folder, for others to subscribe to")
        )
        self.folder_action.triggered.connect(self._on_folder)

    @Slot()
    def _on_file(self) -> None:
        self.writing.ask(calendar_job(self._desk.services, None, _("events")))

    @Slot()
    def _on_folder(self) -> None:
        if self.dialog is not None:
            return
        known = self._desk.settings.calendar_folder(self._desk.database)
        self.dialog = CalendarFolderDialog(known, self._view.window())
        self.dialog.submitted.connect(self._on_chosen)
        self.dialog.stopped.connect(self._on_stopped)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_chosen(self, folder: Path) -> None:
        """Write there at once: what cannot be written is said while the form is open."""
        dialog = self.dialog
        if dialog is not None:
            self._desk.tasks.query(
                dialog,
                partial(attempt_folder, self._desk.services, folder),
                partial(self._on_written, folder),
                ended=dialog.unlock,
            )

    def _on_written(self, folder: Path, error: CoopDeskError | None) -> None:
        if self.dialog is None:
            return
        if error is not None:
            self.dialog.show_error(error)
            return
        settings = self._desk.settings
        settings.remember_calendar_folder(self._desk.database, folder)
        settings.save()
        self.dialog.saved()
        self._desk.feedback.tell(_("The calendar is kept up in {folder}").format(folder=folder))

    @Slot()
    def _on_stopped(self) -> None:
        settings = self._desk.settings
        settings.remember_calendar_folder(self._desk.database, None)
        settings.save()
        self._desk.feedback.tell(
            _("The calendar is no longer written to a folder; the file that is there stays.")
        )

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
