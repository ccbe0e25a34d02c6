"""The first sheet of the board's workbook: key figures, checks in green or red, contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents import board_places as at
from coopdesk.documents.board_chart import treasury_chart
from coopdesk.documents.board_checks import checks
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.fiscal_years import YearState
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.documents.board_checks import Written
    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Value


_CHART_ROWS = 18


def summary_columns(board: Board) -> tuple[Column, ...]:
    """Return the columns."""
    return (
        Column("", 58),
        at.amount_column(board.this_year, 20),
        at.amount_column(board.last_year, 20),
        at.amount_column(_("Variation"), 20),
        Column("", 26),
    )


def write_summary(board: Board, written: Written) -> None:
    """Write the sheet, once all others are."""
    sheet, accounts = board.sheets[board.names.summary], board.accounts
    title = _("Accounts of {year}").format(year=accounts.year.label)
    sheet.heading(title, board.subtitle)
    sheet.write(Look.SUBTITLE, [_state_text(board, written.sums)])
    sheet.write(Look.BODY, [])
    _write_figures(board, written)
    sheet.write(Look.BODY, [])
    _write_checks(board, written)
    sheet.write(Look.BODY, [])
    _write_contents(board)
    _draw_treasury(board, written)
    sheet.print_area(sheet.row)


def _draw_treasury(board: Board, written: Written) -> None:
    """Put the chart of treasury below, as wide as the sheet."""
    sheet, treasury = board.sheets[board.names.summary], written.treasury
    sheet.write(Look.BODY, [])
    frame = board.sheets[board.names.treasury].frame
    chart = treasury_chart(frame, treasury.titles, treasury.months)
    sheet.chart(chart, _CHART_ROWS)


def _state_text(board: Board, sums: JournalSums) -> str:
    closed = board.accounts.year.state is YearState.CLOSED
    state = _("The year is closed.") if closed else _("The year is still open.")
    parts = [state]
    if sums.drafts:
        parts.append(_("Some lines are drafts, which may still change."))
    if board.accounts.balance.previous_year is None:
        parts.append(_("No earlier year is known: only its balances at the opening are."))
    return " ".join(parts)


def _write_figures(board: Board, written: Written) -> None:
    sheet, names = board.sheets[board.names.summary], board.names
    earlier = (board.last_year, _("Variation")) if board.accounts.has_previous else ("", "")
    sheet.head((_("Key figures"), board.this_year, *earlier, _("Where to look")))
    result, balance = written.result, written.balance_sheet
    for title, statement, code, name, look in (
        (_("Income in the books"), result, "TP", names.result, Look.BODY),
        (_("Expenses in the books"), result, "TC", names.result, Look.BODY),
        (_("Surplus or deficit"), result, "R5", names.result, Look.TOTAL),
        (_("Total of the balance sheet"), balance, "A99", names.balance_sheet, Look.BODY),
        (_("Own funds"), balance, "B19", names.balance_sheet, Look.BODY),
        (_("Dedicated funds"), balance, "B29", names.balance_sheet, Look.BODY),
        (_("Debts"), balance, "B59", names.balance_sheet, Look.BODY),
    ):
        line = statement.found.line(code)
        now = Formula(statement.place(code), line.amount or ZERO)
        before = line.previous
        then = None if before is None else Formula(statement.place_before(code), before)
        link = Link(name, name, f"A{statement.rows[code]}")
        _write_figure(board, _Figure(at.KEY_FIGURES[code], title, now, then, link), look)
    _write_treasury(board, written)
    for key, title, found in (
        (at.KEY_GIFTS, _("Gifts received"), written.registers.gifts),
        (at.KEY_FEES, _("Membership fees"), written.registers.fees),
    ):
        now, before = Formula(found.place, found.amount), found.before
        is_known = board.accounts.has_year_before
        then = Formula(found.place_before, before) if is_known else None
        link = Link(names.register, names.register)
        _write_figure(board, _Figure(key, title, now, then, link), Look.BODY)


class _Figure(NamedTuple):
    """A key figure: the name that formulas call it by, this year, the year before if known."""

    key: str
    title: str
    now: Formula
    then: Formula | None
    link: Link


def _write_figure(board: Board, figure: _Figure, look: Look) -> None:
    sheet, now, then = board.sheets[board.names.summary], figure.now, figure.then
    row, change = sheet.row + 1, None
    if then is not None:
        assert isinstance(now.result, Money)
        assert isinstance(then.result, Money)
        change = Formula(f"B{row}-C{row}", now.result - then.result)
    sheet.write(look, [figure.title, now, then, change, figure.link])
    board.book.define(figure.key, sheet.name, f"B{row}")


def _write_treasury(board: Board, written: Written) -> None:
    names, accounts = board.names, board.accounts
    before = total(
        held.previous or ZERO
        for held in accounts.balance.rows
        if held.number.startswith(at.MONEY_ACCOUNTS)
    )
    where = f'{at.BALANCE_TREASURY},"{at.TREASURY_MARK}"'
    then = Formula(f"SUMIFS({at.BALANCE_PREVIOUS},{where})", before)
    figure = _Figure(
        at.KEY_TREASURY,
        _("Money in hand and at the bank"),
        Formula(written.treasury.place, written.treasury.closing),
        then if accounts.has_previous else None,
        Link(names.treasury, names.treasury),
    )
    _write_figure(board, figure, Look.BODY)


def _write_checks(board: Board, written: Written) -> None:
    sheet = board.sheets[board.names.summary]
    sheet.head((_("Checks"), _("Figure"), _("Must be"), _("Gap"), _("Verdict")))
    first = sheet.row + 1
    good, bad = _("right"), _("to be looked at")
    for check in checks(board, written):
        row = sheet.row + 1
        verdict = Formula(f'IF(ROUND(D{row},2)=0,"{good}","{bad}")', bad if check.gap else good)
        values: list[Value] = [
            Link(check.title, check.sheet),
            check.first,
            check.second,
            Formula(f"B{row}-C{row}", check.gap),
            verdict,
        ]
        sheet.write(Look.BODY, values)
    sheet.judge(f"E{first}:E{sheet.row}", f"ROUND($D{first},2)=0")


def _write_contents(board: Board) -> None:
    sheet, names = board.sheets[board.names.summary], board.names
    sheet.head((_("What is in this workbook"), *[""] * 4))
    for name, text in (
        (names.result, _("What came in and what was spent, in the official model")),
        (names.balance_sheet, _("What we own and what we owe at the end of the year")),
        (names.budget, _("What was planned, and what came of it")),
        (names.treasury, _("Money month by month, and a chart")),
        (names.balance, _("Every account with its movements")),
        (names.ledger, _("The lines of every account")),
        (names.journal, _("Every entry in the order of days: all figures come from here")),
        (names.activities, _("What each activity brought in and cost")),
        (names.register, _("Who gave, and which fees came in")),
        (names.grants, _("Grants and what has still to be spent of them")),
        (names.volunteering, _("Time, things and places that were given")),
        (names.notes, _("What is to be known, and room for your own notes")),
    ):
        sheet.write(Look.BODY, [Link(name, name), text])
