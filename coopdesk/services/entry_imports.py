"""Use cases around entries of other programs: look first, then all drafts or nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.activities import NAME_LIMIT, NewActivity
from coopdesk.domain.chart import AccountStatus
from coopdesk.domain.chart_rules import kind_below, kind_of_class
from coopdesk.domain.entry_import_planning import KnownBooks, plan_entries
from coopdesk.domain.entry_matching import next_letters
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.exchange.entry_files import read_entries
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.storage.chart_seed import known_accounts
from coopdesk.system.memory import without_garbage_collection
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.entry_imports import (
        EntryFile,
        EntryImportPreview,
        MappedAccount,
        PlannedEntry,
        ReadLine,
    )
    from coopdesk.storage.unit_of_work import Units, Work

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class EntryImportDone:
    """What an import brought; ``entries`` 0 means that the file had nothing new.

    ``fiscal_year_id`` is the last year that got entries.
    """

    file_name: str
    entries: int
    lines: int
    amount: Money
    preview: EntryImportPreview
    fiscal_year_id: int | None = None


class EntryImportService:
    """Bring in the entries of a FEC or of Paheko as drafts; Ctrl+Z takes them back whole."""

    def __init__(self, units: Units) -> None:
        self._units = units

    @without_garbage_collection()
    def preview(self, path: Path, progress: Progress = NO_PROGRESS) -> EntryImportPreview:
        """Say what an import of a file would do; changes nothing.

        Raises:
            RuleError: the file holds no entries that we can read. ExternalError: it cannot
            be read.
        """
        progress.advance(0, 2)
        file = read_entries(path)
        progress.advance(1, 2)
        with self._units.read() as work:
            found = _plan(work, file)
        progress.advance(2, 2)
        return found

    @without_garbage_collection()
    def apply(self, path: Path, progress: Progress = NO_PROGRESS) -> Outcome[EntryImportDone]:
        """Record the new entries of a file as drafts, in one transaction.

        Entries with problems are left out, and those that came before. Years, accounts,
        journals and activities that are needed are made with them.

        Raises:
            RuleError: as ``preview``. ExternalError: nothing was changed.
            JobCancelledError: nothing was changed.
        """
        file = read_entries(path)
        with self._units.write("entry.imported", name=file.name) as work:
            plan = _plan(work, file)
            done = EntryImportDone(
                file.name, len(plan.entries), plan.line_count, plan.amount, plan
            )
            if not plan.entries:
                return Outcome(done, frozenset())
            work.recorder.relabel(count=str(len(plan.entries)))
            _write(work, plan, progress)
            done = replace(done, fiscal_year_id=_last_year(work, plan))
            work.commit()
        return changed(
            done,
            Subject.ENTRIES,
            Subject.CHART,
            Subject.FISCAL_YEARS,
            Subject.ACTIVITIES,
        )


def _last_year(work: Work, plan: EntryImportPreview) -> int | None:
    year = work.fiscal_years.holding(plan.days[1]) if plan.days else None
    return year.id if year else None


def _plan(work: Work, file: EntryFile) -> EntryImportPreview:
    years = work.fiscal_years.years()
    days = [entry.entry_on for entry in file.entries]
    touched = [
        year.id
        for year in years
        if days and year.starts_on <= max(days) and year.ends_on >= min(days)
    ]
    association = work.association.get()
    activities = work.activities.all()
    known = KnownBooks(
        chart=work.chart.by_number(),
        catalogue=known_accounts(),
        journals=work.journals.journals(),
        years=years,
        entries=work.entry_imports.entries(touched),
        contacts=work.entry_imports.contacts(),
        activities=[name for x in activities for name in (x.name, x.content.code) if name],
        filled_years={year.id for year in years if work.fiscal_years.has_entries(year.id)},
        start_month=association.fiscal_year_start if association else 1,
        origin=_("Number in the file: {number} (journal {journal})"),
    )
    return plan_entries(file, known)


def _write(work: Work, plan: EntryImportPreview, progress: Progress) -> None:
    for starts_on, ends_on in plan.years:
        work.fiscal_years.add(starts_on, ends_on)
    work.chart.ensure()
    add_accounts(work, plan.new_accounts)
    for journal in plan.new_journals:
        account = work.chart.take(journal.account).id if journal.account else None
        work.journals.add(journal.code, journal.name, journal.kind, account)
    activities = _activities(work, plan)
    marks = _Marks(work)
    for start in range(0, len(plan.entries), _CHUNK):
        progress.advance(start, len(plan.entries))
        chunk = plan.entries[start : start + _CHUNK]
        ids = work.entries.add_many([_with_activities(one, activities) for one in chunk])
        marks.note(ids, chunk)
    marks.put()
    progress.advance(len(plan.entries), len(plan.entries))


def add_accounts(work: Work, accounts: Sequence[MappedAccount]) -> None:
    """Add accounts that the chart lacks: of the catalogue, or ours with their labels."""
    for one in accounts:
        if one.number in work.chart.by_number():
            continue
        if not one.is_own:
            work.chart.take(one.number)
            continue
        known = {x.number: x.kind for x in known_accounts().values()}
        known |= {x.number: x.kind for x in work.chart.accounts()}
        try:
            kind = kind_below(one.number, known)
        except RuleError:
            kind = kind_of_class(one.number)
        work.chart.add(one.number, one.label, kind, AccountStatus.OWN)


def _activities(work: Work, plan: EntryImportPreview) -> dict[str, int]:
    """Return the ids of the activities that lines name, those made that nobody knew."""
    for name in plan.activities:
        work.activities.add(NewActivity(name[:NAME_LIMIT]))
    names = {name for one in plan.entries for name in one.activities if name}
    found = {name: work.activities.id_named(name[:NAME_LIMIT]) for name in names}
    return {name: key for name, key in found.items() if key is not None}


def _with_activities(one: PlannedEntry, activities: dict[str, int]) -> NewEntry:
    if not any(one.activities):
        return one.new
    lines = tuple(
        replace(line, activity_id=activities.get(name))
        for line, name in zip(one.new.lines, one.activities, strict=True)
    )
    return replace(one.new, lines=lines)


class _Marks:
    """What the file says of lines beside the books: letters of matching, seen at the bank."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._matched: defaultdict[tuple[str, str, str], list[tuple[int, ReadLine]]]
        self._matched = defaultdict(list)
        self._reconciled: defaultdict[dt.date, list[int]] = defaultdict(list)

    def note(self, ids: Sequence[int], chunk: Sequence[PlannedEntry]) -> None:
        """Remember the marks of entries that were just added."""
        wanted = [key for key, one in zip(ids, chunk, strict=True) if _is_marked(one)]
        lines = self._work.entry_imports.line_ids(wanted)
        for key, one in zip(ids, chunk, strict=True):
            for line_id, new, read in zip(
                lines.get(key, ()), one.new.lines, one.read.lines, strict=False
            ):
                if read.matching:
                    group = (new.account, read.matching, read.party_name)
                    self._matched[group].append((line_id, read))
                if read.is_reconciled:
                    self._reconciled[one.new.entry_on].append(line_id)

    def put(self) -> None:
        """Put the marks on; letters only where debits and credits are equal, as ours."""
        marks = self._work.entry_marks
        last: dict[str, str] = {}
        for (number, _letters, _party), lines in self._matched.items():
            balance = total(read.debit - read.credit for _key, read in lines)
            if balance or len(lines) < 2:
                continue
            last[number] = self._letters_after(last.get(number), number)
            days = [read.matched_on for _key, read in lines if read.matched_on]
            ids = [key for key, _read in lines]
            marks.put_matching(ids, last[number], max(days, default=None))
        for day, ids in self._reconciled.items():
            for start in range(0, len(ids), _CHUNK):
                marks.reconcile(ids[start : start + _CHUNK], day)

    def _letters_after(self, last: str | None, number: str) -> str:
        """Return the next letters of an account; all that it has are read once only."""
        if last is not None:
            return next_letters(last)
        return self._work.entry_marks.next_letters(self._work.chart.get(number).id)


def _is_marked(one: PlannedEntry) -> bool:
    return any(read.matching or read.is_reconciled for read in one.read.lines)
