"""One file on its way in: looked at, imported; what every kind of file has in common."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import FileFormat, Preview
from coopdesk.ui.feedback import error_sentence
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.contact_imports import Recognised
    from coopdesk.domain.imports import ImportSummary
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

T = TypeVar("T")


# What reading as HelloAsso says of a file that may hold contacts.
_ADDRESS_CARDS = frozenset({".vcf", ".vcard"})
_NOT_OF_HELLOASSO = frozenset({"file.unknown_format", "file.empty"})


class FileFlow(QObject):
    """Sends the calls about one file, one at a time, and tells how each ended."""

    started = Signal(object)  # Job
    previewed = Signal(object)
    refused = Signal(str, str)  # file name, sentence
    applied = Signal(object)  # ImportSummary, None when the file brought nothing
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._is_waiting = False
        self._serial = 0
        self.path: Path | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or imported."""
        return self._job is not None

    def start(
        self,
        title: str,
        call: Callable[[Progress], Outcome[T]] | Callable[[Progress], T],
        done: Callable[[T], None],
    ) -> None:
        """Start a job; what an earlier one still tells is no longer heard."""
        if self._job is not None:
            self._job.cancel()
        self._serial += 1
        self._is_waiting = True
        self._job = self._desk.tasks.job(
            self,
            title,
            call,
            partial(self._on_done, self._serial, done),
            failed=partial(self._on_failed, self._serial),
            ended=partial(self._on_ended, self._serial),
        )
        self.started.emit(self._job)

    def _on_done(self, serial: int, done: Callable[[T], None], value: T) -> None:
        if serial == self._serial:
            self._is_waiting = False
            done(value)

    def _on_failed(self, serial: int, error: RuleError) -> None:
        if serial == self._serial:
            self._is_waiting = False
            name = self.path.name if self.path is not None else ""
            self.refused.emit(name, error_sentence(error))

    def _on_ended(self, serial: int) -> None:
        if serial != self._serial:
            return
        job, self._job = self._job, None
        if self._is_waiting and job is not None and job.is_cancelled:
            self.stopped.emit()
        self._is_waiting = False


class ImportFlow(FileFlow):
    """A file of payments or registrations; contacts and entries are handed over."""

    holds_contacts = Signal(object)  # Recognised
    holds_entries = Signal(object)  # Path

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.file_preview: Preview | None = None

    def preview(self, path: Path) -> None:
        """Look into a file; nothing is changed."""
        self.path = path
        title = _("Reading {name}").format(name=path.name)
        self.start(title, partial(self._look, path), self._on_previewed)

    def preview_again(self) -> None:
        """Look into the same file once more: something changed meanwhile."""
        if self.path is not None and self.file_preview is not None and not self.is_busy:
            self.preview(self.path)

    def apply(self) -> None:
        """Import the file that was looked into."""
        if self.path is not None:
            title = _("Importing {name}").format(name=self.path.name)
            self.start(title, partial(self._apply, self.path), self.applied.emit)

    def forget(self) -> None:
        """Leave the file alone."""
        self.path = self.file_preview = None

    def _look(self, path: Path, progress: Progress) -> Preview | Recognised | Path:
        services = self._desk.services
        try:
            return services.imports.preview(path, progress)
        except RuleError as error:
            if error.code == "file.holds_entries":
                return path
            if error.code not in _NOT_OF_HELLOASSO:
                raise
            recognised = self._as_contacts(path)
            if recognised is None:
                raise
            return recognised

    def _as_contacts(self, path: Path) -> Recognised | None:
        """Return what a file of contacts is; None when nobody would take it for one."""
        try:
            recognised = self._desk.services.contact_imports.recognise(path)
        except RuleError:
            if path.suffix.lower() in _ADDRESS_CARDS:
                raise
            return None
        if recognised.file_format is not FileFormat.CONTACT_TABLE:
            return recognised
        is_table = len(recognised.columns) > 1 or not recognised.needs_mapping
        return recognised if recognised.row_count and is_table else None

    def _apply(self, path: Path, progress: Progress) -> Outcome[ImportSummary | None]:
        return self._desk.services.imports.apply(path, progress)

    def _on_previewed(self, found: Preview | Recognised | Path) -> None:
        if isinstance(found, Preview):
            self.file_preview = found
            self.previewed.emit(found)
        elif isinstance(found, Path):
            self.holds_entries.emit(found)
        else:
            self.holds_contacts.emit(found)
