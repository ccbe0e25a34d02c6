"""What stands beside the books in the board's workbook: gifts and fees, grants, time given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.board_statements import write_volunteering
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Hours, Look
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.board_places import Board
    from coopdesk.documents.board_statements import WrittenStatement
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.board_accounts import BoardGrant, RegisterSum
    from coopdesk.domain.book_ties import Tie


@dataclass(frozen=True)
class WrittenTotal:
    """Where a total stands, and what it is; beside it that of the year before, if known."""

    place: str
    amount: Money
    place_before: str = ""
    before: Money = ZERO


@dataclass(frozen=True)
class WrittenRegisters:
    """The totals that are held against the books."""

    gifts: WrittenTotal
    fees: WrittenTotal
    tied_gifts: WrittenTotal
    tied_fees: WrittenTotal
    granted: WrittenTotal
    funds: WrittenTotal
    given: WrittenTotal


def register_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns of gifts and fees."""
    return (
        Column(_("Donor or fee"), 46),
        Column(_("Count"), 11, int),
        at.amount_column(board.this_year),
        *(at.amount_column(title) for title in board.titles_before),
        Column(_("Last on"), 13, dt.date),
    )


def grant_columns() -> tuple[Column, ...]:
    """Return the columns of grants and dedicated funds."""
    return (
        Column(_("Grant"), 40),
        Column(_("Funder"), 40),
        Column(_("Notified on"), 14, dt.date),
        at.amount_column(_("Granted")),
        at.amount_column(_("Received")),
        at.amount_column(_("Still to come")),
        Column(_("Period"), 23),
    )


def volunteering_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns of what is given in kind."""
    return (
        Column(_("Line"), 24),
        Column(_("Title"), 44),
        at.amount_column(board.this_year),
        *(at.amount_column(title) for title in board.titles_before),
    )


def _start(board: Board, sheet: Sheet, title: str) -> None:
    sheet.freeze(at.HEAD_ROW)
    sheet.heading(title, board.subtitle)
    sheet.write(Look.SUBTITLE, [Link(_("Back to the summary"), board.names.summary)])
    sheet.head()


def _end(sheet: Sheet) -> None:
    sheet.repeat(at.HEAD_ROW)
    sheet.print_area(sheet.row)


def write_register(board: Board) -> tuple[WrittenTotal, ...]:
    """Write who gave and which fees came in, and set the lists beside the books.

    Return the totals of gifts and of fees, then what the lists say of their accounts.
    """
    sheet, found = board.sheets[board.names.register], board.accounts.registers
    _start(board, sheet, _("Gifts and fees"))
    has_before = board.accounts.has_year_before
    gifts = _write_sums(sheet, _("Gifts"), found.donors, has_before=has_before)
    sheet.write(Look.BODY, [])
    fees = _write_sums(sheet, _("Membership fees"), found.fees, has_before=has_before)
    sheet.write(Look.BODY, [])
    titles = (_("Beside the books"), "", _("In the lists"), _("In the books"), _("Gap"), "")
    sheet.head(titles)
    tied_gifts = _write_ties(sheet, _("Gifts"), found.ties, ("754", "755"))
    tied_fees = _write_ties(sheet, _("Membership fees"), found.ties, ("756",))
    _write_elsewhere(sheet, gifts, tied_gifts)
    _end(sheet)
    return gifts, fees, tied_gifts, tied_fees


def _write_ties(
    sheet: Sheet, title: str, ties: Sequence[Tie], starts: tuple[str, ...]
) -> WrittenTotal:
    """Write each account as the lists know it, beside what the trial balance holds."""
    kept = [tie for tie in ties if tie.account.startswith(starts)]
    first = sheet.row + 1
    for tie in kept:
        row, number = sheet.row + 1, tie.account
        credit, debit = (
            at.sum_where(values, at.BALANCE_ACCOUNT, f'"{number}"', number)
            for values in (at.BALANCE_CREDIT, at.BALANCE_DEBIT)
        )
        values: list[Value] = [
            f"{number} {tie.label}".strip(),
            None,
            tie.recorded,
            Formula(f"{credit}-{debit}", tie.in_books),
            Formula(f"C{row}-D{row}", tie.difference),
        ]
        sheet.write(Look.BODY, values)
    if not kept:
        sheet.write(Look.BODY, [_("Nothing recorded")])
    last, row = sheet.row, sheet.row + 1
    told, booked = total(x.recorded for x in kept), total(x.in_books for x in kept)
    sheet.write(
        Look.TOTAL,
        [
            _("Total: {title}").format(title=title),
            None,
            Formula(f"SUM(C{first}:C{last})", told),
            Formula(f"SUM(D{first}:D{last})", booked),
            Formula(f"C{row}-D{row}", told - booked),
            None,
        ],
    )
    return WrittenTotal(at.reference(sheet.name, f"C{row}"), told)


def _write_elsewhere(sheet: Sheet, gifts: WrittenTotal, tied: WrittenTotal) -> None:
    """Say what of the gifts the accounts of gifts do not hold, if anything."""
    rest = gifts.amount - tied.amount
    if rest:
        said = _("Gifts booked elsewhere: sponsoring, sales, to be sorted out")
        found = Formula(f"{gifts.place}-{tied.place}", rest)
        sheet.write(Look.DETAIL, [said, None, found])


def _write_sums(
    sheet: Sheet, title: str, sums: Sequence[RegisterSum], *, has_before: bool
) -> WrittenTotal:
    sheet.write(Look.SECTION, [title, *[None] * 5])
    first = sheet.row + 1
    for one in sums:
        row = sheet.row + 1
        change = Formula(f"C{row}-D{row}", one.amount - one.previous)
        told = (one.previous, change) if has_before else (None, None)
        sheet.write(Look.BODY, [one.name, one.count, one.amount, *told, one.last_on])
    if not sums:
        sheet.write(Look.BODY, [_("Nothing recorded")])
    last, row = sheet.row, sheet.row + 1
    amount, before = total(x.amount for x in sums), total(x.previous for x in sums)
    earlier = (
        Formula(f"SUM(D{first}:D{last})", before),
        Formula(f"C{row}-D{row}", amount - before),
    )
    sheet.write(
        Look.TOTAL,
        [
            _("Total: {title}").format(title=title),
            Formula(f"SUM(B{first}:B{last})", sum(one.count for one in sums)),
            Formula(f"SUM(C{first}:C{last})", amount),
            *(earlier if has_before else (None, None)),
            None,
        ],
    )
    place_before = at.reference(sheet.name, f"D{row}")
    return WrittenTotal(at.reference(sheet.name, f"C{row}"), amount, place_before, before)


def write_grants(board: Board) -> tuple[WrittenTotal, WrittenTotal]:
    """Write grants and dedicated funds; return what was granted and what funds hold."""
    sheet = board.sheets[board.names.grants]
    _start(board, sheet, _("Grants and dedicated funds"))
    granted = _write_awards(board, sheet)
    sheet.write(Look.BODY, [])
    funds = _write_funds(board, sheet)
    _end(sheet)
    return granted, funds


def _write_awards(board: Board, sheet: Sheet) -> WrittenTotal:
    grants = board.accounts.registers.grants
    sheet.write(Look.SECTION, [_("Grants"), *[None] * 6])
    first = sheet.row + 1
    for one in grants:
        row = sheet.row + 1
        left = Formula(f"D{row}-E{row}", one.amount - one.received)
        sheet.write(
            Look.BODY,
            [
                one.title,
                one.funder,
                one.notified_on,
                one.amount,
                one.received,
                left,
                _period(one),
            ],
        )
    if not grants:
        sheet.write(Look.BODY, [_("Nothing recorded")])
    last = sheet.row
    granted, received = total(x.amount for x in grants), total(x.received for x in grants)
    row = sheet.write(
        Look.TOTAL,
        [
            _("Total: {title}").format(title=_("Grants")),
            None,
            None,
            Formula(f"SUM(D{first}:D{last})", granted),
            Formula(f"SUM(E{first}:E{last})", received),
            Formula(f"SUM(F{first}:F{last})", granted - received),
            None,
        ],
    )
    return WrittenTotal(at.reference(sheet.name, f"D{row}"), granted)


def _period(grant: BoardGrant) -> str:
    """Return the days that a grant is for, as far as they are known."""
    days = (grant.starts_on, grant.ends_on)
    return " – ".join(day_text(day) for day in days if day is not None)


def _write_funds(board: Board, sheet: Sheet) -> WrittenTotal:
    funds = board.accounts.registers.funds
    sheet.head(
        (
            _("Dedicated fund"),
            "",
            "",
            _("Opening"),
            _("Put aside"),
            _("Used"),
            _("At the end"),
        ),
        last=Money,
    )
    first = sheet.row + 1
    for one in funds:
        row = sheet.row + 1
        # What goes from one fund to another is part of what is put aside or used.
        aside = one.reports + one.transfers
        end = Formula(f"D{row}+E{row}-F{row}", one.closing)
        sheet.write(Look.BODY, [one.name, None, None, one.opening, aside, one.uses, end])
    if not funds:
        sheet.write(Look.BODY, [_("Nothing recorded")])
    last = sheet.row
    sums = (
        total(x.opening for x in funds),
        total(x.reports + x.transfers for x in funds),
        total(x.uses for x in funds),
        total(x.closing for x in funds),
    )
    row = sheet.write(
        Look.TOTAL,
        [
            _("Total: {title}").format(title=_("Dedicated funds")),
            None,
            None,
            *(
                Formula(f"SUM({letter}{first}:{letter}{last})", amount)
                for letter, amount in zip("DEFG", sums, strict=True)
            ),
        ],
    )
    return WrittenTotal(at.reference(sheet.name, f"G{row}"), sums[3])


def write_contributions(board: Board) -> tuple[WrittenStatement, WrittenTotal]:
    """Write the statement of what is given in kind, and the hours and things behind it."""
    sheet = board.sheets[board.names.volunteering]
    _start(board, sheet, _("Volunteers’ contributions"))
    sheet.fold_above()
    written = write_volunteering(board, sheet)
    found = board.accounts.registers.contributions
    sheet.write(Look.BODY, [])
    sheet.head((_("Kind"), _("Activity"), _("Hours"), _("Value"), ""))
    first = sheet.row + 1
    for one in found:
        hours_given = _hours(one.minutes) if one.minutes else None
        values: list[Value] = [one.kind, one.activity, hours_given, one.amount]
        sheet.write(Look.BODY, values)
    if not found:
        sheet.write(Look.BODY, [_("Nothing recorded")])
    last, value = sheet.row, total(one.amount for one in found)
    hours = sum((_hours(one.minutes) for one in found), Decimal(0))
    row = sheet.write(
        Look.TOTAL,
        [
            _("Total"),
            None,
            Formula(f"SUM(C{first}:C{last})", Hours(hours)),
            Formula(f"SUM(D{first}:D{last})", value),
            None,
        ],
    )
    _end(sheet)
    return written, WrittenTotal(at.reference(sheet.name, f"D{row}"), value)


def _hours(minutes: int) -> Hours:
    return Hours((Decimal(minutes) / 60).quantize(Decimal("0.01")))
