"""Files kept with something: added, taken off, read; for agreements, proofs, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachmentKind
from coopdesk.services.attached_files import read_attachments

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.attachments import AttachedTo, Attachment
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.storage.unit_of_work import Units, Work


class KeptFiles:
    """The files kept with records of one kind, told apart by the labels of operations."""

    def __init__(self, units: Units, today: Callable[[], dt.date], subject: str) -> None:
        self._units = units
        self._today = today
        self._subject = subject

    def attach_all(
        self, paths: Sequence[Path], to: Callable[[Work], AttachedTo]
    ) -> tuple[CoopDeskError, ...]:
        """Keep files with what ``to`` names; return why some of them were left out.

        Raises:
            RuleError: ``attachment.…``: none can be kept. NotFoundError: the record is gone.
        """
        kept, refused = read_attachments(paths, AttachmentKind.OTHER)
        if refused and not kept:
            raise refused[0]
        names = ", ".join(new.name for new in kept)
        with self._units.write(f"{self._subject}.attached", name=names) as work:
            target = to(work)
            for new in kept:
                work.attachments.add(new, target, self._today())
            work.commit()
        return refused

    def detach(self, attachment_id: int) -> Attachment:
        """Take a file off; Ctrl+Z brings it back. Raises NotFoundError."""
        with self._units.write(f"{self._subject}.detached") as work:
            known = work.attachments.get(attachment_id)
            work.recorder.relabel(name=known.name)
            work.attachments.remove(attachment_id)
            work.commit()
        return known

    def content(self, attachment_id: int) -> tuple[str, bytes]:
        """Return the name and the content of a file; raises NotFoundError."""
        with self._units.read() as work:
            name = work.attachments.get(attachment_id).name
            return name, work.attachments.content(attachment_id)
