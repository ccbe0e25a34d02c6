"""Use cases around files of contacts: look first, decide, write everything or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_comparison import KnownDetails, changed_profile, differences
from coopdesk.domain.contact_import_homes import moved_homes, settle_home
from coopdesk.domain.contact_import_matching import RowMatcher
from coopdesk.domain.contact_import_planning import PlannedContact, number_line, plan_rows
from coopdesk.domain.contact_imports import (
    CUSTOM,
    FIELDS,
    NAMING,
    NO_DECISIONS,
    Candidate,
    ContactPreview,
    Sureness,
)
from coopdesk.domain.contacts import checked_contact
from coopdesk.domain.duplicates import identity_of, similar_among
from coopdesk.domain.duplicates_scores import traits
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.exchange.contact_files import file_digest, read_contacts, recognise_contacts
from coopdesk.exchange.mapping_files import read_mapping
from coopdesk.services.contact_import_writing import ContactImportWriter
from coopdesk.services.contact_photos import with_ready_photos
from coopdesk.services.contact_previews import preview_of
from coopdesk.services.households import living_in
from coopdesk.services.import_runs import commit_run
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import NO_PROGRESS, Stretch
from coopdesk.system.memory import without_garbage_collection
from coopdesk.wording.language import language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coopdesk.domain.contact_imports import (
        Decisions,
        ReadContacts,
        Recognised,
    )
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.duplicates_scores import Traits
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

_BATCH = 1_000
# Of those that share a key with a row, so many that share most are compared; the best shown.
_COMPARED, _SHOWN = 60, 5
# How far each part of the work is, in hundredths of the whole.
_READ, _PLANNED, _WRITTEN, _DONE = 35, 50, 95, 100


class ContactImportService:
    """Recognise, preview and apply files of contacts; undo is that of every import."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
        self._last: tuple[object, dict[str, str], ReadContacts] | None = None

    def recognise(self, path: Path) -> Recognised:
        """Say what a file is and what its columns are taken for, remembered ones as then.

        Raises:
            RuleError: ``file.…``, it holds no contacts. ExternalError: it cannot be read.
        """
        with self._units.read() as work:
            found = recognise_contacts(path, work.custom_fields.all())
            remembered = _folded(work.contact_imports.mapping_for(found.header_key))
        if not remembered:
            return found
        uses = tuple(
            replace(use, field=remembered[fold(use.column)], sureness=Sureness.CHOSEN)
            if fold(use.column) in remembered
            else use
            for use in found.columns
        )
        needs = not any(use.field in NAMING for use in uses)
        return replace(found, columns=uses, needs_mapping=needs)

    def read_mapping(self, path: Path, mapping_path: Path) -> dict[str, str]:
        """Return the mapping that a file gives for the columns of another one.

        Fields are the codes of ``domain.contact_imports``, or names of own fields.

        Raises:
            RuleError: ``mapping.…``, what in it is wrong; ``file.…``, the file itself is.
            ExternalError: one of them cannot be read.
        """
        told = read_mapping(mapping_path)
        with self._units.read() as work:
            custom = work.custom_fields.all()
            found = recognise_contacts(path, custom)
        columns = {fold(use.column): use.column for use in found.columns}
        own = {fold(one.content.name): f"{CUSTOM}{one.id}" for one in custom}
        mapping = {}
        for column, name in told.items():
            if fold(column) not in columns:
                names = ", ".join(columns.values())
                raise RuleError("mapping.unknown_column", column=column, columns=names)
            field = name if name in FIELDS or name in own.values() else own.get(fold(name))
            if field is None:
                known = ", ".join((*FIELDS, *(one.content.name for one in custom)))
                raise RuleError("mapping.unknown_field", field_name=name, fields=known)
            mapping[columns[fold(column)]] = field
        return mapping

    @without_garbage_collection()
    def preview(
        self,
        path: Path,
        mapping: Mapping[str, str] | None = None,
        decisions: Decisions = NO_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> ContactPreview:
        """Say what an import would do with these decisions; changes nothing.

        ``mapping`` gives the field of columns by their names; without it the one remembered
        for this header counts, else what is guessed.

        Raises:
            RuleError: ``file.…``; ``file.no_naming_column`` asks for a mapping.
            ExternalError: the file cannot be read.
        """
        with self._units.read() as work:
            read = self._read(work, path, mapping, Stretch(progress, 0, _READ))
            plan = self._plan(work, read, decisions, Stretch(progress, _READ, _WRITTEN))
            names = work.contact_imports.names(
                [one.contact_id for planned in plan for one in planned.candidates]
            )
        progress.advance(_DONE, _DONE)
        return preview_of(read, plan, names)

    @without_garbage_collection()
    def apply(
        self,
        path: Path,
        mapping: Mapping[str, str] | None = None,
        decisions: Decisions = NO_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import a file in one transaction; the value is None when it brings nothing.

        Rows that resemble a contact are left out unless decided; known contacts are completed
        where they are empty, and changed only where the decisions accept it. A mapping that is
        given is remembered for files with the same header. ``Outcome.along`` names those who
        follow to the new address of their household.

        Raises:
            RuleError: as ``preview``. NotFoundError: a row is given to a contact that is gone.
            ExternalError: it cannot be read, or the database cannot be written; nothing was
                changed.
        """
        with self._units.read() as work:
            read = self._read(work, path, mapping, Stretch(progress, 0, _READ))
        self._last = None
        with self._units.write("import.applied", name=read.name) as work:
            plan = self._plan(work, read, decisions, Stretch(progress, _READ, _PLANNED))
            if not any(one.is_created or one.is_changed for one in plan):
                return Outcome(None, frozenset())
            writer = ContactImportWriter(work, self._units, self._today())
            run_id = writer.write(read, plan, Stretch(progress, _PLANNED, _WRITTEN))
            if mapping:
                columns = dict(mapping)
                work.contact_imports.remember_mapping(read.header_key, read.name, columns)
            # The last chance to stop: what is committed is done.
            progress.advance(_DONE, _DONE)
            return commit_run(work, run_id, along=writer.moved)

    def _read(
        self, work: Work, path: Path, mapping: Mapping[str, str] | None, progress: Progress
    ) -> ReadContacts:
        """Read a file, or take what was read of it: each decision looks at it again."""
        custom = work.custom_fields.all()
        told = None if mapping is None else tuple(sorted(mapping.items()))
        key = (file_digest(path), told, tuple(custom), language())
        remembered = work.contact_imports.mapping_for
        if self._last is not None:
            known, columns, read = self._last
            if known == key and columns == remembered(read.header_key):
                return read
        reading, photos = Stretch(progress, 0, 80), Stretch(progress, 80, 100)
        told_of = read_contacts(
            path, mapping, custom, remembered, reading.advance, self._today()
        )
        read = with_ready_photos(told_of, photos.advance)
        progress.advance(1, 1)
        self._last = (key, remembered(read.header_key), read)
        return read

    def _plan(
        self, work: Work, read: ReadContacts, decisions: Decisions, progress: Progress
    ) -> list[PlannedContact]:
        store = work.contact_imports
        known, references = store.known_contacts(), store.references(read.source.value)
        matcher = RowMatcher(known, references, store.newest_id())
        plan = plan_rows(read, matcher, decisions)
        if matcher.knows_anybody:
            unsure = [one for one in plan if one.is_open]
            met: dict[int, Traits] = {}
            for start in range(0, len(unsure), _BATCH):
                Stretch(progress, 10, 60).advance(start, len(unsure))
                _find_likenesses(work, unsure[start : start + _BATCH], met)
        self._compare(work, read, plan, decisions, Stretch(progress, 60, 100))
        _settle_homes(work, plan, decisions)
        return plan

    def _compare(
        self,
        work: Work,
        read: ReadContacts,
        plan: Sequence[PlannedContact],
        decisions: Decisions,
        progress: Progress,
    ) -> None:
        """Compare the rows of known contacts with them, cell by cell."""
        matched = [one for one in plan if one.contact_id is not None]
        since = _changed_since(work, matched)
        for start in range(0, len(matched), _BATCH):
            progress.advance(start, len(matched))
            batch = matched[start : start + _BATCH]
            ids = [one.contact_id for one in batch if one.contact_id is not None]
            around = work.contact_imports.around(ids, self._today())
            for planned, contact in zip(batch, work.contacts.get_many(ids), strict=True):
                planned.known = KnownDetails(contact, around[contact.id])
                planned.changed_since = contact.id in since
                _compare_one(planned, decisions, is_our_own=read.is_our_own)
                _check_number(work, planned)


def _folded(mapping: Mapping[str, str]) -> dict[str, str]:
    return {fold(name): field for name, field in mapping.items()}


def _changed_since(work: Work, matched: Sequence[PlannedContact]) -> frozenset[int]:
    """Return the contacts that were changed here after we wrote the file."""
    moments = [one.row.exported_at for one in matched if one.row.exported_at is not None]
    return work.contact_imports.changed_since(min(moments)) if moments else frozenset()


def _compare_one(planned: PlannedContact, decisions: Decisions, *, is_our_own: bool) -> None:
    row, known = planned.row, planned.known
    assert known is not None
    line = row.line
    # A row that a person gave to a contact says nothing by its empty cells.
    found = differences(
        row,
        known,
        lambda name, kind: decisions.accepts(line, name, kind),
        is_our_own=is_our_own and not planned.attached,
    )
    planned.compared(found)
    if not found.accepted:
        return
    try:
        checked_contact(changed_profile(known.contact.profile, row.profile, found.accepted))
    except RuleError as error:
        planned.refuse(error.code, error.values)


def _check_number(work: Work, planned: PlannedContact) -> None:
    """Refuse a member number that another contact bears."""
    number = planned.accepted.get("number")
    if number:
        holder = work.kin.number_holder(number, planned.contact_id)
        known = planned.known
        lines = known.contact.profile.note.splitlines() if known else []
        if holder is not None and number_line(planned.row) in lines:
            planned.forget_number()
        elif holder is not None:
            planned.refuse("contact.number_taken", {"number": number, "name": holder})


def _settle_homes(work: Work, plan: Sequence[PlannedContact], decisions: Decisions) -> None:
    """Look at who lives with those that a row gives a new address."""
    homes = moved_homes(plan)
    living: dict[int, list[Contact]] = {home: [] for home in homes}
    for contacts in living_in(work, list(homes)):
        for contact in contacts:
            living[contact.household_id or 0].append(contact)
    for home, rows in homes.items():
        settle_home(rows, living[home], decisions)


def _find_likenesses(
    work: Work, plan: Sequence[PlannedContact], known: dict[int, Traits]
) -> None:
    """Leave rows that resemble known contacts to a person; ``known`` fills with those read."""
    identities = [identity_of(one.row.profile) for one in plan]
    near = work.contact_imports.nearest(identities, _COMPARED)
    wanted = sorted({key for ids in near for key in ids} - known.keys())
    known |= {one.id: traits(one) for one in work.duplicates.identities(wanted) if one.id}
    for planned, identity, ids in zip(plan, identities, near, strict=True):
        found = similar_among(identity, [known[key] for key in ids if key in known])
        if found:
            candidates = [Candidate(*one) for one in found[:_SHOWN]]
            planned.doubt("resembles", *candidates)
