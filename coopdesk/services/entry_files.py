"""Use cases around the vouchers of entries: any file, kept with its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo, Attachment, AttachmentKind
from coopdesk.domain.entry_rules import require_draft
from coopdesk.services.attached_files import read_attachment
from coopdesk.services.kept_files import FileShelf, KeptFiles
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.storage.unit_of_work import Work


class EntryFileService(KeptFiles):
    """Keep files with entries, validated or not: an invoice may come late."""

    shelf = FileShelf(
        "entry",
        (Subject.ENTRIES,),
        lambda work, key: AttachedTo(entry_id=work.entries.get(key).id),
        lambda work, key: work.attachments.of_entry(key),
        AttachmentKind.VOUCHER,
    )

    def read(self, path: Path) -> NewAttachment:
        """Return a file as a voucher to be kept.

        Raises:
            RuleError: ``attachment.unreadable``, ``attachment.empty`` or
            ``attachment.too_large``.
        """
        return read_attachment(path, self.shelf.kind, any_file=True)

    def attach(self, entry_id: int, path: Path) -> Outcome[Attachment]:
        """Keep one file with an entry.

        Raises:
            RuleError: as ``read``. NotFoundError: the entry is gone.
        """
        new = self.read(path)
        with self._units.write("entry.attached", name=new.name) as work:
            to = self.shelf.place(work, entry_id)
            attachment = work.attachments.get(work.attachments.add(new, to, self._today()))
            work.commit()
        return changed(attachment, Subject.ENTRIES)

    def _refuse_detaching(self, work: Work, known: Attachment) -> None:
        """Keep vouchers of validated entries, as long as the law says: ten years.

        Raises:
            RuleError: ``entry.is_validated`` (c. com. L123-22).
        """
        if known.to.entry_id is not None:
            require_draft(work.entries.get(known.to.entry_id))
