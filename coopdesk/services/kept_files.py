"""Files kept with records of any kind: added, taken off, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from coopdesk.domain.attachments import AttachmentKind
from coopdesk.services.attached_files import read_attachments
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.attachments import AttachedTo, Attachment, NewAttachment
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.storage.unit_of_work import Units, Work


@dataclass(frozen=True, slots=True)
class FileShelf:
    """Where the files of one kind of record are kept.

    ``label`` begins the labels of operations, ``place`` names a record that must exist, and
    ``files`` returns what is kept with it. ``kind`` is what all of them prove.
    """

    label: str
    subjects: tuple[Subject, ...]
    place: Callable[[Work, int], AttachedTo]
    files: Callable[[Work, int], tuple[Attachment, ...]]
    kind: AttachmentKind = AttachmentKind.OTHER


class KeptFiles:
    """The files kept with records of one kind; any file, with its digest."""

    shelf: ClassVar[FileShelf]

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def files(self, record_id: int) -> tuple[Attachment, ...]:
        """Return the files kept with a record, the oldest first."""
        with self._units.read() as work:
            return self.shelf.files(work, record_id)

    def attach_all(
        self, record_id: int, paths: Sequence[Path]
    ) -> Outcome[tuple[CoopDeskError, ...]]:
        """Keep files with a record; return why some of them were left out.

        Raises:
            RuleError: ``attachment.…``: none can be kept. NotFoundError: the record is gone.
        """
        kept, refused = self.read_all(paths)
        if refused and not kept:
            raise refused[0]
        names = ", ".join(new.name for new in kept)
        with self._units.write(f"{self.shelf.label}.attached", name=names) as work:
            self._keep_with(work, record_id, kept)
            work.commit()
        return changed(refused, *self.shelf.subjects)

    def read_all(
        self, paths: Sequence[Path]
    ) -> tuple[tuple[NewAttachment, ...], tuple[CoopDeskError, ...]]:
        """Return the files that can be kept, and why the others cannot."""
        return read_attachments(paths, self.shelf.kind)

    def _keep_with(self, work: Work, record_id: int, files: Sequence[NewAttachment]) -> None:
        """Keep files that were read with a record, in the unit of work that notes a step."""
        to = self.shelf.place(work, record_id)
        for new in files:
            work.attachments.add(new, to, self._today())

    def detach(self, attachment_id: int) -> Outcome[Attachment]:
        """Take a file off; Ctrl+Z brings it back.

        Raises:
            RuleError: it has to stay. NotFoundError: it is gone.
        """
        with self._units.write(f"{self.shelf.label}.detached") as work:
            known = work.attachments.get(attachment_id)
            self._refuse_detaching(work, known)
            work.recorder.relabel(name=known.name)
            work.attachments.remove(attachment_id)
            work.commit()
        return changed(known, *self.shelf.subjects)

    def content(self, attachment_id: int) -> tuple[str, bytes]:
        """Return the name and the content of a file; raises NotFoundError."""
        with self._units.read() as work:
            name = work.attachments.get(attachment_id).name
            return name, work.attachments.content(attachment_id)

    def _refuse_detaching(self, work: Work, known: Attachment) -> None:
        """Raise RuleError for a file that has to stay; a service may have such files."""
