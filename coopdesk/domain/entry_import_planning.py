"""What becomes of the entries of a file: new drafts, or known already, or left out and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import (
    PROVISIONAL_OPENING,
    EntryForm,
    EntryKind,
    EntrySource,
    NewEntry,
    NewEntryLine,
)
from coopdesk.domain.entry_imports import EntryImportPreview, PlannedEntry
from coopdesk.domain.entry_rules import LABEL_LIMIT, REFERENCE_LIMIT, checked_entry
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.import_accounts import SUSPENSE, divided, map_accounts
from coopdesk.domain.import_journals import journal_for, map_journals
from coopdesk.domain.import_parties import Parties
from coopdesk.domain.import_years import years_to_open
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from coopdesk.domain.chart import Account, CatalogueAccount
    from coopdesk.domain.entry_imports import EntryFile, MappedAccount, ReadEntry, ReadLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.journals import Journal

    # The day, and each account with debit less credit in cents, in order.
    Signature: TypeAlias = tuple[dt.date, tuple[tuple[str, int], ...]]

_DAY = dt.timedelta(days=1)
_CLOSING_ACCOUNT = "891"
_RESULT = ("6", "7", "12")


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry that the books have."""

    fiscal_year_id: int
    outside_ref: str | None
    digest: str
    signature: Signature
    is_opening: bool = False


@dataclass(frozen=True, slots=True)
class KnownBooks:
    """What a plan rests on; ``contacts`` are ids and names, ``activities`` names and codes.

    ``filled_years`` have entries; ``origin`` says in words which ``number`` and ``journal`` an
    entry had in the file.
    """

    chart: Mapping[str, Account]
    catalogue: Mapping[str, CatalogueAccount]
    journals: Sequence[Journal]
    years: Sequence[FiscalYear]
    entries: Iterable[KnownEntry] = ()
    contacts: Iterable[tuple[int, str]] = ()
    activities: Collection[str] = ()
    filled_years: Collection[int] = ()
    start_month: int = 1
    origin: str = "{journal} {number}"


def signature_of(day: dt.date, sides: Iterable[tuple[str, int]]) -> Signature:
    """Return what tells whether two entries move the same money on the same day."""
    return day, tuple(sorted(sides))


def plan_entries(file: EntryFile, known: KnownBooks) -> EntryImportPreview:
    """Return what an import of a file would do."""
    return _Planner(file, known).plan()


class _Planner:
    """Plans one file."""

    def __init__(self, file: EntryFile, known: KnownBooks) -> None:
        self._file = file
        self._known = known
        self._problems = list(file.problems)
        self._left_out = file.left_out
        self._same = self._seen = 0
        self._parties = Parties(known.contacts)
        written = ((x.account, x.account_label) for e in file.entries for x in e.lines)
        self._accounts = map_accounts(written, known.chart, known.catalogue)
        self._numbers = {key: one.number for key, one in self._accounts.items()}
        self._journals = map_journals(file.entries, self._numbers, known.journals)
        days = [entry.entry_on for entry in file.entries]
        self._new_years = (
            years_to_open(
                known.years, (min(days), max(days)), known.start_month, file.closes_on
            )
            if days
            else ()
        )
        self._years = (*known.years, *self._new_years)
        self._look_at_books()

    def _look_at_books(self) -> None:
        """Sort what the books have: brought by this file, or by anything else."""
        refs = {entry.ref for entry in self._file.entries}
        self._digests: dict[tuple[int, str], str] = {}
        self._standing: Counter[Signature] = Counter()
        self._opened: set[int] = set()
        for one in self._known.entries:
            if one.outside_ref in refs and one.outside_ref is not None:
                self._digests[one.fiscal_year_id, one.outside_ref] = one.digest
                continue
            self._standing[one.signature] += 1
            if one.is_opening:
                self._opened.add(one.fiscal_year_id)

    def plan(self) -> EntryImportPreview:
        planned = [x for x in map(self._planned, self._file.entries) if x is not None]
        planned = self._as_provisional(planned)
        used = {line.account for one in planned for line in one.read.lines}
        accounts = tuple(self._accounts[key] for key in sorted(used))
        journals = {(x.read.journal_code, x.read.journal_name) for x in planned}
        days = [one.new.entry_on for one in planned]
        years = self._wanted_years(min(days), max(days)) if days else []
        self._tell_of_accounts(accounts)
        self._problems.sort(key=lambda problem: problem.line)
        return EntryImportPreview(
            file_name=self._file.name,
            file_format=self._file.file_format,
            entries=tuple(planned),
            problems=tuple(self._problems),
            same=self._same,
            known=self._seen,
            left_out=self._left_out,
            accounts=accounts,
            journals=tuple(x for key, x in self._journals.items() if key in journals),
            years=tuple((year.starts_on, year.ends_on) for year in years),
            activities=self._new_activities(planned),
            linked=tuple(sorted(self._parties.linked)),
            named=tuple(sorted(self._parties.named)),
        )

    def _wanted_years(self, first: dt.date, last: dt.date) -> list[FiscalYear]:
        """Return the new years up to those that hold two days; none leaves a gap."""
        known = [year.starts_on for year in self._known.years]
        return [
            year
            for year in self._new_years
            if (year.ends_on >= first or (known and year.starts_on > max(known)))
            and (year.starts_on <= last or (known and year.starts_on < min(known)))
        ]

    def _as_provisional(self, planned: list[PlannedEntry]) -> list[PlannedEntry]:
        """Return the entries with openings as closing the year before will replace them.

        Else that closing would open the year a second time.
        """
        found = list(planned)
        for year in self._years:
            openings = [
                at
                for at, one in enumerate(found)
                if one.new.kind is EntryKind.OPENING and year.holds(one.new.entry_on)
            ]
            if not openings or not self._has_books_before(year, planned):
                continue
            if len(openings) > 1:
                line = found[openings[0]].read.line
                self._problems.append(
                    Problem(line, "entries.openings_follow", values={"label": year.label})
                )
                continue
            one = found[openings[0]]
            source = EntrySource(outside_ref=PROVISIONAL_OPENING, digest=one.read.digest)
            found[openings[0]] = replace(one, new=replace(one.new, source=source))
        return found

    def _has_books_before(self, year: FiscalYear, planned: Sequence[PlannedEntry]) -> bool:
        """Tell whether the year before is open and has entries, or will have."""
        for before in self._years:
            if before.ends_on + _DAY == year.starts_on and before.is_open:
                return before.id in self._known.filled_years or any(
                    before.holds(one.new.entry_on) for one in planned
                )
        return False

    def _tell_of_accounts(self, accounts: Sequence[MappedAccount]) -> None:
        for one in accounts:
            if one.number == SUSPENSE and not one.written.startswith(SUSPENSE):
                self._problems.append(
                    Problem(0, "entries.account_suspense", values={"account": one.named})
                )
        for number, below in divided(accounts, self._known.chart).items():
            self._problems.append(
                Problem(
                    0, "entries.divides", values={"number": number, "below": ", ".join(below)}
                )
            )

    def _new_activities(self, planned: Sequence[PlannedEntry]) -> tuple[str, ...]:
        known = {fold(name) for name in self._known.activities}
        found: dict[str, str] = {}
        for name in (name for one in planned for name in one.activities if name):
            if fold(name) not in known:
                found.setdefault(fold(name), name)
        return tuple(found.values())

    def _planned(self, read: ReadEntry) -> PlannedEntry | None:
        year = next((x for x in self._years if x.holds(read.entry_on)), None)
        if year is None:
            self._refuse(read, "entries.no_year", day=read.entry_on)
            return None
        digest = self._digests.get((year.id, read.ref))
        if digest is not None:
            if digest == read.digest:
                self._same += 1
                return None
            self._refuse(read, "entries.differs", number=read.number)
            return None
        sides = ((self._numbers[x.account], (x.debit - x.credit).cents) for x in read.lines)
        signature = signature_of(read.entry_on, sides)
        if self._standing[signature] > 0:
            self._standing[signature] -= 1
            self._seen += 1
            return None
        code = self._why_not(read, year)
        if code:
            self._refuse(read, code, number=read.number, label=year.label)
            return None
        return self._made(read)

    def _why_not(self, read: ReadEntry, year: FiscalYear) -> str:
        """Return the code of what keeps an entry out of the books, empty if nothing does."""
        if not year.is_open:
            return "entries.year_closed"
        accounts = [line.account for line in read.lines]
        of_result = all(account.startswith(_RESULT) for account in accounts)
        zeroes = of_result and any(account.startswith("12") for account in accounts)
        if zeroes or any(account.startswith(_CLOSING_ACCOUNT) for account in accounts):
            return "entries.closing_entry"
        if read.is_opening:
            return "entries.opening_known" if year.id in self._opened else ""
        known = (self._known.chart.get(self._numbers[account]) for account in accounts)
        is_closed = any(one is not None and not one.is_open for one in known)
        return "entries.account_closed" if is_closed else ""

    def _refuse(self, read: ReadEntry, code: str, **values: object) -> None:
        self._left_out += 1
        self._problems.append(Problem(read.line, code, values=values))

    def _made(self, read: ReadEntry) -> PlannedEntry | None:
        kept: list[str] = [read.note] if read.note else []
        if read.number:
            kept.append(
                self._known.origin.format(number=read.number, journal=read.journal_code).strip()
            )
        lines = [self._line(read, one, kept) for one in read.lines]
        self._link_members(read, lines, kept)
        key = (read.journal_code, read.journal_name)
        journal = self._journals.get(key) or journal_for(
            read, [line.account for line in lines], self._known.journals
        )
        new = NewEntry(
            journal=journal.code,
            entry_on=read.entry_on,
            label=self._cut(read.label, LABEL_LIMIT, read, kept),
            lines=tuple(lines),
            voucher_ref=self._cut(read.voucher_ref, REFERENCE_LIMIT, read, kept),
            voucher_on=read.voucher_on,
            kind=EntryKind.OPENING if read.is_opening else EntryKind.STANDARD,
            form=EntryForm.IMPORT,
            source=EntrySource(outside_ref=read.ref, digest=read.digest),
        )
        try:
            checked = checked_entry(replace(new, note="\n".join(kept)))
        except RuleError as error:
            first = error.errors[0] if isinstance(error, FieldErrors) else error
            told = {
                name: x for name, x in first.values.items() if name not in {"field", "line"}
            }
            self._refuse(read, first.code, **told)
            return None
        return PlannedEntry(checked, read, tuple(line.activity for line in read.lines))

    def _line(self, read: ReadEntry, one: ReadLine, kept: list[str]) -> NewEntryLine:
        label = "" if one.label == read.label else one.label
        party = " ".join(filter(None, (one.party_number, one.party_name)))
        contact_id = self._parties.find(one.party_name) if one.party_name else None
        if party and contact_id is None:
            label = f"{label or read.label} ({party})"
        return NewEntryLine(
            account=self._numbers[one.account],
            debit=one.debit,
            credit=one.credit,
            label=self._cut(label, LABEL_LIMIT, read, kept),
            contact_id=contact_id,
            reference=self._cut(one.reference, REFERENCE_LIMIT, read, kept),
        )

    def _link_members(
        self, read: ReadEntry, lines: list[NewEntryLine], kept: list[str]
    ) -> None:
        """Give the one member of an entry to its lines of third parties, or of its result."""
        if not read.members:
            return
        contact_id = self._parties.find(read.members)
        if contact_id is None:
            kept.append(read.members)
            return
        classes = ("4",) if any(x.account.startswith("4") for x in lines) else ("6", "7")
        lines[:] = [
            replace(x, contact_id=contact_id) if x.account.startswith(classes) else x
            for x in lines
        ]

    def _cut(self, text: str, limit: int, read: ReadEntry, kept: list[str]) -> str:
        """Return a text that fits; the whole of a longer one goes to the note."""
        if len(text) <= limit:
            return text
        if text not in kept:
            kept.append(text)
            self._problems.append(
                Problem(
                    read.line, "entries.text_cut", values={"text": text[:40], "limit": limit}
                )
            )
        return text[: limit - 1] + "…"
