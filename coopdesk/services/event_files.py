"""Use cases around the documents of events: any file, kept with its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo, Attachment, AttachmentKind
from coopdesk.services.attached_files import read_attachments
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.storage.unit_of_work import Units


class EventFileService:
    """Keep files with events: programmes, posters, slides."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def of_event(self, event_id: int) -> tuple[Attachment, ...]:
        """Return the files of an event, the oldest first."""
        with self._units.read() as work:
            return work.attachments.of_event(event_id)

    def attach_all(
        self, event_id: int, paths: Sequence[Path]
    ) -> Outcome[tuple[CoopDeskError, ...]]:
        """Keep files with an event; return why some of them were left out.

        Raises:
            RuleError: ``attachment.…``: none can be kept. NotFoundError: the event is gone.
        """
        kept, refused = read_attachments(paths, AttachmentKind.OTHER)
        if refused and not kept:
            raise refused[0]
        names = ", ".join(new.name for new in kept)
        with self._units.write("event.attached", name=names) as work:
            to = AttachedTo(event_id=work.events.get(event_id).id)
            for new in kept:
                work.attachments.add(new, to, self._today())
            work.commit()
        return changed(refused, Subject.EVENTS)

    def detach(self, attachment_id: int) -> Outcome[Attachment]:
        """Take a file off; Ctrl+Z brings it back. Raises NotFoundError."""
        with self._units.write("event.detached") as work:
            known = work.attachments.get(attachment_id)
            work.recorder.relabel(name=known.name)
            work.attachments.remove(attachment_id)
            work.commit()
        return changed(known, Subject.EVENTS)

    def content(self, attachment_id: int) -> tuple[str, bytes]:
        """Return the name and the content of a file; raises NotFoundError."""
        with self._units.read() as work:
            name = work.attachments.get(attachment_id).name
            return name, work.attachments.content(attachment_id)
