"""The files that were dropped or chosen: read, looked at again, imported, one job at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.imports.flow import FileFlow
from coopdesk.ui.imports.incoming import IncomingFile, Stage
from coopdesk.ui.imports.reading import apply_all, look_into
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from coopdesk.services.helloasso import PulledPayments
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.reading import Applied, Looked


class FileQueue(FileFlow):
    """Keeps the files in the order in which they came."""

    was_read = Signal(object)  # list[IncomingFile]
    was_applied = Signal(object)  # list[IncomingFile]

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.files: list[IncomingFile] = []
        self._last_id = 0
        self.is_applying = False
        self._delayed: list[IncomingFile] = []
        self.ended.connect(self._on_job_ended)

    def add(self, paths: Sequence[Path]) -> None:
        """Look into more files; those that were imported make way for them."""
        self.files = [file for file in self.files if file.stage is not Stage.IMPORTED]
        # One that comes again may say something else by now.
        self.files = [file for file in self.files if file.path not in paths]
        for path in dict.fromkeys(paths):
            self._last_id += 1
            self.files.append(IncomingFile(self._last_id, path))
        self.look([file for file in self.files if file.stage is Stage.WAITING])

    def add_pulled(self, pulled: PulledPayments) -> None:
        """Look into payments that HelloAsso itself told of."""
        self.files = [file for file in self.files if file.stage is not Stage.IMPORTED]
        self._last_id += 1
        file = IncomingFile(self._last_id, Path(pulled.name), pulled=pulled)
        self.files.append(file)
        self.look([file])

    def file(self, file_id: int) -> IncomingFile | None:
        """Return a file by its id."""
        return next((file for file in self.files if file.id == file_id), None)

    def remove(self, file: IncomingFile) -> None:
        """Leave one file alone."""
        self.files = [one for one in self.files if one is not file]

    def clear(self) -> None:
        """Leave all files alone; what is still being read is no longer heard."""
        self.drop(stops=not self.is_applying)
        self.is_applying = False
        self._delayed = []
        self.files = []

    @property
    def ready(self) -> list[IncomingFile]:
        """The files that importing would take."""
        return [file for file in self.files if file.stage is Stage.READY]

    def look(self, files: Sequence[IncomingFile]) -> None:
        """Say of files what importing them would do; nothing is changed.

        Those that were never read come along, since this stops what reads them now. While
        files are imported this waits for the end.
        """
        waiting = (x for x in self.files if x.stage is Stage.WAITING and x not in files)
        wanted = [*files, *waiting]
        if self.is_applying:
            self._delayed = wanted
        elif wanted:
            call = partial(self._look, tuple(wanted))
            self.start(_reading(wanted), call, partial(self._on_read, wanted))

    @Slot()
    def _on_job_ended(self) -> None:
        self.is_applying = False
        delayed, self._delayed = self._delayed, []
        unread = [x for x in self.files if x.stage is Stage.WAITING and x not in delayed]
        if unread:
            # Stopped, or the program met a fault: they must not be tried with every next file.
            for file in unread:
                file.error = _("It was not read to its end.")
            self.was_read.emit(unread)
        if delayed:
            self.look([file for file in delayed if file in self.files])

    def look_again(self) -> None:
        """Look into the files once more: something changed meanwhile."""
        if not self.is_busy:
            self.look_open()

    def look_open(self) -> None:
        """Look once more into the files that may still be imported.

        Also where what was decided of one that could be read no longer holds.
        """
        done = {Stage.IMPORTED, Stage.REFUSED, Stage.ELSEWHERE}
        self.look(
            [
                file
                for file in self.files
                if file.stage not in done
                or (file.stage is Stage.REFUSED and file.preview is not None)
            ]
        )

    def apply(self, files: Sequence[IncomingFile]) -> None:
        """Import files as decided."""
        if files:
            self.is_applying = True
            call = partial(self._apply, tuple(files))
            self.start(_importing(files), call, partial(self._on_done_applying, files))

    def _look(self, files: Sequence[IncomingFile], progress: Progress) -> list[Looked]:
        return look_into(self._desk.services, files, progress)

    def _apply(
        self, files: Sequence[IncomingFile], progress: Progress
    ) -> Outcome[list[Applied]]:
        return apply_all(self._desk.services, files, progress)

    def _on_read(self, files: Sequence[IncomingFile], found: list[Looked]) -> None:
        for file, looked in zip(files, found, strict=True):
            file.error = looked.error
            if not looked.error or looked.found is not None:
                file.found = looked.found
                file.preview = looked.preview
                file.recognised = looked.recognised
        self.was_read.emit([file for file in files if file in self.files])

    def _on_done_applying(self, files: Sequence[IncomingFile], done: list[Applied]) -> None:
        for file, applied in zip(files, done, strict=False):
            file.summary, file.failure = applied.summary, applied.error
        self.was_applied.emit(list(files))


def _reading(files: Sequence[IncomingFile]) -> str:
    if len(files) == 1:
        return _("Reading {name}").format(name=files[0].name)
    text = ngettext("Reading {count} file", "Reading {count} files", len(files))
    return text.format(count=number_text(len(files)))


def _importing(files: Sequence[IncomingFile]) -> str:
    if len(files) == 1:
        return _("Importing {name}").format(name=files[0].name)
    text = ngettext("Importing {count} file", "Importing {count} files", len(files))
    return text.format(count=number_text(len(files)))
