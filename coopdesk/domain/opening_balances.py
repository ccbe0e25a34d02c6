"""Opening balances from a sheet: what the books of another program ended with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import (
    EntryForm,
    EntryKind,
    EntrySource,
    NewEntry,
    NewEntryLine,
)
from coopdesk.domain.import_accounts import SUSPENSE, map_accounts
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.year_openings import DEFICIT, SURPLUS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.chart import Account, CatalogueAccount
    from coopdesk.domain.entry_imports import MappedAccount
    from coopdesk.domain.fiscal_years import FiscalYear

# The draft that a sheet makes; another sheet takes its place while nobody validated it.
FROM_SHEET = "opening:sheet"

_RESULT = frozenset("67")
_VOLUNTEERING = "8"
_WARNINGS = frozenset(
    {
        "row.above_header",
        "entries.account_suspense",
        "openings.volunteering_left",
        "file.broken_characters",
        "file.null_characters",
        "file.other_sheets",
        "file.unusual_encoding",
    }
)


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """The balance of an account as a sheet has it: debit less credit."""

    line: int
    account: str
    label: str
    signed: Money


@dataclass(frozen=True, slots=True)
class OpeningSheet:
    """A sheet as read."""

    file_name: str
    lines: tuple[OpeningLine, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningPreview:
    """The entry that a sheet would make; with ``errors`` nothing is recorded.

    ``result`` is what accounts of classes 6 and 7 come to, put on 120 or 129: above zero a
    surplus. ``replaces_id`` is the draft of an earlier sheet.
    """

    file_name: str
    year: FiscalYear
    entry: NewEntry
    accounts: tuple[MappedAccount, ...] = ()
    result: Money = ZERO
    problems: tuple[Problem, ...] = ()
    replaces_id: int | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being recorded."""
        return tuple(one for one in self.problems if one.code not in _WARNINGS)

    @property
    def difference(self) -> Money:
        """Debits less credits: zero when it balances."""
        return self.entry.debit - self.entry.credit


@dataclass(frozen=True, slots=True)
class OpeningSetting:
    """What a plan rests on; ``has_other`` when the year was opened by other means.

    ``before`` names the year before, when its entries stand in the books.
    """

    year: FiscalYear
    chart: Mapping[str, Account]
    catalogue: Mapping[str, CatalogueAccount]
    journal: str
    label: str
    has_other: bool = False
    draft_id: int | None = None
    before: str = ""
    reference: str = FROM_SHEET


def plan_opening(sheet: OpeningSheet, setting: OpeningSetting) -> OpeningPreview:
    """Return the entry of opening balances, on the first day of the year."""
    problems = list(sheet.problems)
    kept = [x for x in sheet.lines if x.account[0] not in _RESULT | {_VOLUNTEERING}]
    result = -total(x.signed for x in sheet.lines if x.account[0] in _RESULT)
    mapped = map_accounts(
        ((x.account, x.label) for x in kept), setting.chart, setting.catalogue
    )
    lines = [_line(mapped[x.account].number, x.signed) for x in kept if x.signed]
    if result:
        lines.append(_line(SURPLUS if result > ZERO else DEFICIT, -result))
    entry = NewEntry(
        journal=setting.journal,
        entry_on=setting.year.starts_on,
        label=setting.label,
        lines=tuple(sorted(lines, key=lambda line: line.account)),
        kind=EntryKind.OPENING,
        form=EntryForm.IMPORT,
        source=EntrySource(outside_ref=setting.reference),
    )
    problems += _problems(sheet, entry, setting, mapped)
    accounts = tuple(mapped[key] for key in sorted(mapped))
    return OpeningPreview(
        sheet.file_name,
        setting.year,
        entry,
        accounts,
        result,
        tuple(sorted(problems, key=lambda one: one.line)),
        setting.draft_id,
    )


def _problems(
    sheet: OpeningSheet,
    entry: NewEntry,
    setting: OpeningSetting,
    mapped: Mapping[str, MappedAccount],
) -> Sequence[Problem]:
    found = [
        Problem(
            0,
            "entries.account_suspense",
            values={"account": one.named},
        )
        for one in mapped.values()
        if one.number == SUSPENSE and not one.written.startswith(SUSPENSE)
    ]
    found += [
        Problem(one.line, "openings.volunteering_left", values={"account": one.account})
        for one in sheet.lines
        if one.account[0] == _VOLUNTEERING and one.signed
    ]
    label = setting.year.label
    if not setting.year.is_open:
        found.append(Problem(0, "openings.year_closed", values={"label": label}))
    if setting.has_other:
        found.append(Problem(0, "openings.known", values={"label": label}))
    if setting.before:
        found.append(
            Problem(
                0, "openings.year_before", values={"label": label, "before": setting.before}
            )
        )
    if not entry.lines:
        found.append(Problem(0, "openings.nothing"))
    difference = entry.debit - entry.credit
    if difference:
        size = difference if difference > ZERO else -difference
        found.append(
            Problem(
                0,
                "openings.unbalanced",
                values={"debit": entry.debit, "credit": entry.credit, "difference": size},
            )
        )
    return found


def _line(account: str, signed: Money) -> NewEntryLine:
    debit, credit = (signed, ZERO) if signed > ZERO else (ZERO, -signed)
    return NewEntryLine(account, debit, credit)
