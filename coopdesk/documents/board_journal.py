"""The journal of the board's workbook: every line, from which all other sheets are summed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Code, Look, Reference
from coopdesk.domain.money import Money
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.documents.board_ledger import LedgerPage
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet
    from coopdesk.domain.board_accounts import BoardLine

_STEP = 500
_DEBIT, _CREDIT = "H", "I"


@dataclass
class JournalSums:
    """What the lines add up to, in cents; every formula over the journal gives one of these."""

    opening: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    debit: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    credit: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    money_in: defaultdict[dt.date, int] = field(default_factory=lambda: defaultdict(int))
    money_out: defaultdict[dt.date, int] = field(default_factory=lambda: defaultdict(int))
    moved: defaultdict[tuple[str, dt.date], int] = field(
        default_factory=lambda: defaultdict(int)
    )
    earned: defaultdict[int | None, int] = field(default_factory=lambda: defaultdict(int))
    spent: defaultdict[int | None, int] = field(default_factory=lambda: defaultdict(int))
    drafts: int = 0
    all_debit: int = 0
    all_credit: int = 0
    last_on: dt.date | None = None
    last_row: int = at.FIRST_ROW

    def add(self, line: BoardLine) -> None:
        """Count a line."""
        debit, credit = line.debit.cents, line.credit.cents
        self.all_debit += debit
        self.all_credit += credit
        self.drafts += line.number is None
        self.last_on = max(self.last_on or line.entry_on, line.entry_on)
        if line.is_opening:
            self.opening[line.account] += debit - credit
        else:
            self.debit[line.account] += debit
            self.credit[line.account] += credit
        if line.account[0] == "7":
            self.earned[line.activity_id] += credit - debit
        elif line.account[0] == "6":
            self.spent[line.activity_id] += debit - credit
        if not line.is_opening and line.account.startswith(at.MONEY_ACCOUNTS):
            self.moved[line.account, line.entry_on.replace(day=1)] += debit - credit

    def flow(self, day: dt.date, cents: int) -> None:
        """Count what an entry brings to all money together, or takes."""
        month = day.replace(day=1)
        self.money_in[month] += max(cents, 0)
        self.money_out[month] += max(-cents, 0)


def journal_columns() -> tuple[Column, ...]:
    """Return the columns; the last ones help formulas."""
    return (
        Column(_("Date"), 12, dt.date),
        Column(_("Journal"), 9),
        Column(_("No."), 10, Reference),
        Column(_("Voucher reference"), 13),
        Column(_("Account"), 11, Code),
        Column(_("Label"), 42),
        Column(_("Third party"), 31),
        Column(_("Debit"), 16, Money),
        Column(_("Credit"), 16, Money),
        Column(_("Matching"), 9),
        Column(_("Axis"), 8, Reference),
        Column(_("Activity"), 26),
        Column(_("Type"), 8),
        Column(_("Flow"), 16, Money),
    )


def write_journal(
    board: Board, ledger: LedgerPage, advance: Callable[[int, int], None]
) -> JournalSums:
    """Write every line, hand each to the ledger, and return what they add up to."""
    sheet, sums = board.sheets[board.names.journal], JournalSums()
    count = board.accounts.lines.count
    sums.last_row = max(at.FIRST_ROW, at.FIRST_ROW + count - 1)
    sheet.freeze(at.HEAD_ROW)
    sheet.heading(_("Journal"), board.subtitle)
    # The totals of what a filter shows; their results are known once the lines are written.
    head = sheet.reserve()
    sheet.head()
    axes = {found.activity_id: found.name for found in board.accounts.activities}
    done = 0
    for _entry, group in groupby(board.accounts.lines.lines, key=attrgetter("entry_id")):
        entry = tuple(group)
        flow = _flow(entry, sheet.row + 1, sums)
        for line in entry:
            sums.add(line)
            ledger.add(line, sheet.row + 1)
            sheet.append(_row(line, flow.pop(sheet.row + 1, None), axes))
            done += 1
            if done % _STEP == 0:
                advance(done, count)
    _finish(board, sheet, sums, head)
    return sums


def _flow(entry: tuple[BoardLine, ...], first: int, sums: JournalSums) -> dict[int, Formula]:
    """Return what an entry brings to all money together, beside its first line of money.

    What it moves between accounts of money counts as nothing; openings are no flow.
    """
    rows = [
        (row, line)
        for row, line in enumerate(entry, start=first)
        if line.account.startswith(at.MONEY_ACCOUNTS) and not line.is_opening
    ]
    if not rows:
        return {}
    net = sum(line.debit.cents - line.credit.cents for _at, line in rows)
    sums.flow(entry[0].entry_on, net)
    terms = "+".join(_net(start, end) for start, end in _runs([row for row, _of in rows]))
    return {rows[0][0]: Formula(terms, Money(net))}


def _net(start: int, end: int) -> str:
    if start == end:
        return f"{_DEBIT}{start}-{_CREDIT}{start}"
    return f"SUM({_DEBIT}{start}:{_DEBIT}{end})-SUM({_CREDIT}{start}:{_CREDIT}{end})"


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return rows that follow each other as their first and last."""
    runs = [(rows[0], rows[0])]
    for row in rows[1:]:
        if row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _row(
    line: BoardLine, flow: Formula | None, axes: dict[int | None, str]
) -> tuple[str | dt.date | Money | int | Formula | None, ...]:
    axis = line.activity_id
    return (
        line.entry_on,
        line.journal,
        at.DRAFT_MARK if line.number is None else line.number,
        line.voucher_ref,
        line.account,
        line.label,
        line.contact,
        line.debit or None,
        line.credit or None,
        line.matching,
        axis,
        axes.get(axis, "") if axis else "",
        at.OPENING_MARK if line.is_opening else "",
        flow,
    )


def _finish(board: Board, sheet: Sheet, sums: JournalSums, head: int) -> None:
    last, debit, credit = sums.last_row, Money(sums.all_debit), Money(sums.all_credit)
    while sheet.row < last + 1:
        sheet.write(Look.BODY, [])
    # The empty row belongs to the ranges: a row put in above it counts at once.
    end = last + 1
    for name, letter in (
        (at.JOURNAL_DAY, "A"),
        (at.JOURNAL_NUMBER, "C"),
        (at.JOURNAL_ACCOUNT, "E"),
        (at.JOURNAL_DEBIT, _DEBIT),
        (at.JOURNAL_CREDIT, _CREDIT),
        (at.JOURNAL_ACTIVITY, "K"),
        (at.JOURNAL_KIND, "M"),
        (at.JOURNAL_FLOW, "N"),
    ):
        board.book.define(name, sheet.name, f"{letter}{at.FIRST_ROW}:{letter}{end}")
    blank = [None] * 5
    back = Link(_("Back to the summary"), board.names.summary)
    sheet.write(
        Look.TOTAL,
        [
            _("Total"),
            None,
            *blank,
            Formula(f"SUM({at.JOURNAL_DEBIT})", debit),
            Formula(f"SUM({at.JOURNAL_CREDIT})", credit),
        ],
    )
    sheet.fill(
        head,
        Look.SUBTITLE,
        [
            _("Total shown"),
            *blank[:4],
            back,
            None,
            Formula(f"SUBTOTAL(109,{at.JOURNAL_DEBIT})", debit),
            Formula(f"SUBTOTAL(109,{at.JOURNAL_CREDIT})", credit),
        ],
    )
    sheet.keep_codes(f"E{at.FIRST_ROW}:E{end}")
    sheet.finish_list(at.HEAD_ROW, last)
    sheet.print_area(sheet.row, "J")
