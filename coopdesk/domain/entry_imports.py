"""Entries from files of other programs: as read, and as they would stand in the books."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.imports import Problem
    from coopdesk.domain.journals import JournalKind

# What is worth knowing; everything else that is told of a line leaves its entry out.
WARNINGS = frozenset(
    {
        "entries.account_suspense",
        "entries.column_left",
        "entries.currency",
        "entries.divides",
        "entries.line_without_amount",
        "entries.openings_follow",
        "entries.text_cut",
        "file.broken_characters",
        "file.null_characters",
        "file.unusual_encoding",
    }
)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a file, with the place where it stands; accounts and names as written."""

    line: int
    account: str
    account_label: str
    debit: Money = ZERO
    credit: Money = ZERO
    label: str = ""
    reference: str = ""
    party_number: str = ""
    party_name: str = ""
    matching: str = ""
    matched_on: dt.date | None = None
    is_reconciled: bool = False
    activity: str = ""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """A balanced entry of a file.

    ``ref`` names it for ever among those of its fiscal year, so that a second import knows
    it. Without a journal ``type_name`` says what kind of operation it is.
    """

    line: int
    ref: str
    number: str
    entry_on: dt.date
    label: str
    lines: tuple[ReadLine, ...]
    journal_code: str = ""
    journal_name: str = ""
    voucher_ref: str = ""
    voucher_on: dt.date | None = None
    note: str = ""
    is_opening: bool = False
    type_name: str = ""
    members: str = ""

    @property
    def digest(self) -> str:
        """What it says, whatever the line it stands on."""
        said = [
            self.journal_code,
            self.number,
            self.entry_on.isoformat(),
            self.label,
            self.voucher_ref,
            *(
                [one.account, one.label, one.party_name, one.debit.cents, one.credit.cents]
                for one in self.lines
            ),
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file as read; ``left_out`` counts the entries that its problems keep out.

    ``closes_on`` is the closing day that the name of the file tells.
    """

    name: str
    sha256: str
    file_format: FileFormat
    entries: tuple[ReadEntry, ...]
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    closes_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MappedAccount:
    """Where an account of the file goes; ``is_new`` when the chart lacks it so far.

    ``is_own`` says that it becomes a sub-account of ours, under the label of the file.
    """

    written: str
    written_label: str
    number: str
    label: str
    is_new: bool = False
    is_own: bool = False

    @property
    def named(self) -> str:
        """The account as the file has it, with its label if it has one."""
        return f"{self.written} {self.written_label}".strip()


@dataclass(frozen=True, slots=True)
class MappedJournal:
    """Where a journal of the file goes; ``account`` is the account of money it keeps."""

    written: str
    code: str
    name: str
    kind: JournalKind
    account: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry that would be recorded; ``activities`` names that of each line, or nothing.

    ``read`` is what the file says of it, its lines in the same order.
    """

    new: NewEntry
    read: ReadEntry
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryImportPreview:
    """What an import of entries would do; it changes nothing.

    ``same`` counts entries that an earlier import brought, ``known`` those that the books
    seem to have already (same day, accounts and amounts), ``left_out`` those with problems.
    ``linked`` are third parties found among the contacts, ``named`` those kept in words.
    """

    file_name: str
    file_format: FileFormat
    entries: tuple[PlannedEntry, ...]
    problems: tuple[Problem, ...] = ()
    same: int = 0
    known: int = 0
    left_out: int = 0
    accounts: tuple[MappedAccount, ...] = ()
    journals: tuple[MappedJournal, ...] = ()
    years: tuple[tuple[dt.date, dt.date], ...] = ()
    activities: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def amount(self) -> Money:
        """What the debits of the new entries add up to."""
        return total(one.new.debit for one in self.entries)

    @property
    def line_count(self) -> int:
        """How many lines would be recorded."""
        return sum(len(one.new.lines) for one in self.entries)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of the new entries, None without any."""
        days = [one.new.entry_on for one in self.entries]
        return (min(days), max(days)) if days else None

    @property
    def new_accounts(self) -> tuple[MappedAccount, ...]:
        """The accounts that the chart would get."""
        return tuple(one for one in self.accounts if one.is_new)

    @property
    def moved_accounts(self) -> tuple[MappedAccount, ...]:
        """The accounts of the file that stand under another number here."""
        return tuple(one for one in self.accounts if one.written != one.number)

    @property
    def new_journals(self) -> tuple[MappedJournal, ...]:
        """The journals that would be added."""
        return tuple(one for one in self.journals if one.is_new)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps entries out."""
        return tuple(one for one in self.problems if one.code not in WARNINGS)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is worth knowing."""
        return tuple(one for one in self.problems if one.code in WARNINGS)
