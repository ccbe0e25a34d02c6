"""Use cases around the documents of events: programmes, posters, slides."""

from __future__ import annotations

from coopdesk.domain.attachments import AttachedTo
from coopdesk.services.kept_files import FileShelf, KeptFiles
from coopdesk.services.outcome import Subject


class EventFileService(KeptFiles):
    """Keep files with events: programmes, posters, slides."""

    shelf = FileShelf(
        "event",
        (Subject.EVENTS,),
        lambda work, key: AttachedTo(event_id=work.events.get(key).id),
        lambda work, key: work.attachments.of_event(key),
    )
