"""Use cases around files of contacts for others: a table to edit, or cards to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_exports import ExportedContact
from coopdesk.domain.errors import RuleError
from coopdesk.services.contact_table import contact_table
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.saving import save
from coopdesk.system.memory import without_garbage_collection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.contact_exports import ExportTable
    from coopdesk.domain.contacts import ContactFilter
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

EXTENSIONS = (".csv", ".xlsx", ".vcf")
_BATCH = 500


class ContactExportService:
    """Write contacts as CSV, XLSX or vCard."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    @without_garbage_collection()
    def export(
        self,
        path: Path,
        wanted: ContactFilter | Sequence[int],
        progress: Progress = NO_PROGRESS,
    ) -> int:
        """Write the contacts that a filter shows, or those of ids; return how many.

        The extension says what: ``.csv`` (semicolons, UTF-8 with its mark) and ``.xlsx`` hold
        every field and come back through an import, ``.vcf`` is vCard 4.

        Raises:
            RuleError: ``export.unknown_extension``, ``export.nothing``.
            NotFoundError: a contact is gone.
            ExternalError: the disk or the folder is in the way; an old file is intact.
        """
        kind = path.suffix.lower()
        if kind not in EXTENSIONS:
            raise RuleError("export.unknown_extension", name=path.name)
        with self._units.read() as work:
            ids = _ids(work, wanted, self._today())
            if not ids:
                raise RuleError("export.nothing")
            people = self._people(work, ids, progress)
            custom = work.custom_fields.all()
            association = work.association.get()
        if kind == ".vcf":
            from coopdesk.exchange.vcard_writer import write_cards

            content = write_cards(people)
        else:
            owner = association.name if association else ""
            table = contact_table(people, custom, owner, self._units.now())
            content = _packed(kind, table, progress)
        save(path, content)
        return len(people)

    def _people(
        self, work: Work, ids: Sequence[int], progress: Progress
    ) -> list[ExportedContact]:
        today, rules = self._today(), work.member_rules.get()
        found: list[ExportedContact] = []
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            around = work.contact_imports.around(batch, today)
            lines = {line.id: line for line in work.contacts.lines(batch, rules, today)}
            found += [
                ExportedContact(contact, around[contact.id], lines[contact.id])
                for contact in work.contacts.get_many(batch)
            ]
            progress.advance(len(found), 2 * len(ids))
        return found


def _ids(work: Work, wanted: ContactFilter | Sequence[int], today: dt.date) -> list[int]:
    from coopdesk.domain.contacts import ContactFilter

    if isinstance(wanted, ContactFilter):
        return work.contacts.ids(wanted, None, today)
    return list(dict.fromkeys(wanted))


def _packed(kind: str, table: ExportTable, progress: Progress) -> bytes:
    count = len(table.rows)
    if kind == ".csv":
        from coopdesk.exchange.contact_csv import write_contact_csv

        return write_contact_csv(table)
    # Loaded when a workbook is asked for: it takes a quarter of a second.
    from coopdesk.documents.contact_workbook import write_contact_workbook

    return write_contact_workbook(table, lambda done: progress.advance(count + done, 2 * count))
