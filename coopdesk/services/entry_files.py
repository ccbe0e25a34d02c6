"""Use cases around the vouchers of entries: any file, kept with its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo, Attachment, AttachmentKind
from coopdesk.domain.entry_rules import require_draft
from coopdesk.services.attached_files import read_attachment, read_attachments
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.storage.unit_of_work import Units


class EntryFileService:
    """Keep files with entries."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def of_entry(self, entry_id: int) -> tuple[Attachment, ...]:
        """Return the files of an entry, the oldest first."""
        with self._units.read() as work:
            return work.attachments.of_entry(entry_id)

    def read(self, path: Path) -> NewAttachment:
        """Return a file as a voucher to be kept.

        Raises:
            RuleError: ``attachment.unreadable``, ``attachment.empty`` or
            ``attachment.too_large``.
        """
        return read_attachment(path, AttachmentKind.VOUCHER, any_file=True)

    def attach(self, entry_id: int, path: Path) -> Outcome[Attachment]:
        """Keep a file with an entry, validated or not: an invoice may come late.

        Raises:
            RuleError: as ``read``. NotFoundError: the entry is gone.
        """
        new = self.read(path)
        with self._units.write("entry.attached", name=new.name) as work:
            to = AttachedTo(entry_id=work.entries.get(entry_id).id)
            attachment = work.attachments.get(work.attachments.add(new, to, self._today()))
            work.commit()
        return changed(attachment, Subject.ENTRIES)

    def attach_all(
        self, entry_id: int, paths: Sequence[Path]
    ) -> Outcome[tuple[CoopDeskError, ...]]:
        """Keep several files at once; return why some of them were left out.

        Raises:
            RuleError: as ``read``, when none can be kept. NotFoundError: the entry is gone.
        """
        kept, refused = self.read_all(paths)
        if refused and not kept:
            raise refused[0]
        names = ", ".join(new.name for new in kept)
        with self._units.write("entry.attached", name=names) as work:
            to = AttachedTo(entry_id=work.entries.get(entry_id).id)
            for new in kept:
                work.attachments.add(new, to, self._today())
            work.commit()
        return changed(refused, Subject.ENTRIES)

    def read_all(
        self, paths: Sequence[Path]
    ) -> tuple[tuple[NewAttachment, ...], tuple[CoopDeskError, ...]]:
        """Return the files that can be kept, and why the others cannot."""
        return read_attachments(paths, AttachmentKind.VOUCHER)

    def detach(self, attachment_id: int) -> Outcome[None]:
        """Take a file off a draft; Ctrl+Z brings it back.

        Raises:
            RuleError: ``entry.is_validated``; vouchers of validated entries are kept ten years
            (c. com. L123-22). NotFoundError: it is gone.
        """
        with self._units.write("entry.detached") as work:
            attachment = work.attachments.get(attachment_id)
            if attachment.to.entry_id is not None:
                entry = work.entries.get(attachment.to.entry_id)
                require_draft(entry)
            work.recorder.relabel(name=attachment.name)
            work.attachments.remove(attachment_id)
            work.commit()
        return changed(None, Subject.ENTRIES)

    def content(self, attachment_id: int) -> tuple[str, bytes]:
        """Return the name and the content of a file; raises NotFoundError."""
        with self._units.read() as work:
            name = work.attachments.get(attachment_id).name
            return name, work.attachments.content(attachment_id)
