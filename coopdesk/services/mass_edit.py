"""Use cases around one change for a whole selection: look first, then do it in one command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.mass_edit import EditPreview
from coopdesk.services.mass_editors import editor_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.mass_edit import MassEdit
    from coopdesk.services.mass_editors import Editor
    from coopdesk.storage.unit_of_work import Units, Work

_BATCH = 400


class MassEditService:
    """Change many contacts at once."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def preview(
        self, contact_ids: Sequence[int], edit: MassEdit, progress: Progress = NO_PROGRESS
    ) -> EditPreview:
        """Return what an edit would do to each contact, in their order; nothing changes.

        Raises:
            RuleError: the value is not one that the field takes.
        """
        with self._units.read() as work:
            editor = editor_of(work, edit, self._today())
            lines = [
                editor.line(contact)
                for batch in _batches(work, editor, contact_ids, progress)
                for contact in batch
            ]
        return EditPreview(tuple(lines))

    def apply(
        self, contact_ids: Sequence[int], edit: MassEdit, progress: Progress = NO_PROGRESS
    ) -> Outcome[int]:
        """Do an edit as one command that can be taken back; return how many changed.

        Raises:
            RuleError: as ``preview``.
        """
        with self._units.write("contact.edited") as work:
            editor = editor_of(work, edit, self._today())
            count = 0
            work.recorder.relabel(count=str(len(contact_ids)))
            for batch in _batches(work, editor, contact_ids, progress):
                changing = [x for x in batch if editor.line(x).skipped is None]
                editor.change(changing)
                count += len(changing)
            work.commit()
        return changed(count, Subject.CONTACTS, Subject.DONATIONS, Subject.PAYMENTS)


def _batches(
    work: Work, editor: Editor, contact_ids: Sequence[int], progress: Progress
) -> Iterator[list[Contact]]:
    """Yield the contacts of a selection, a few hundred at a time."""
    ids = list(dict.fromkeys(contact_ids))
    for start in range(0, len(ids), _BATCH):
        progress.advance(start, len(ids))
        contacts = work.contacts.get_many(ids[start : start + _BATCH])
        editor.prepare([contact.id for contact in contacts])
        yield contacts
