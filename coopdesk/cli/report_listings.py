"""Listings of the books to read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.wording.formats import day_text, money_text, month_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.book_ties import Tie
    from coopdesk.domain.financial_statements import (
        FinancialStatement,
        LineAccount,
        StatementLine,
    )
    from coopdesk.domain.ledgers import ActivityTotals, Balance, BalanceRow, LedgerLine
    from coopdesk.domain.money import Money
    from coopdesk.domain.treasury import Treasury


def balance_listing(balance: Balance) -> Listing:
    """Return a balance with its totals at the foot."""
    columns = (
        Column(_("Account")),
        Column(_("Label")),
        Column(_("Opening"), at_right=True, rare=True),
        Column(_("Debit"), at_right=True),
        Column(_("Credit"), at_right=True),
        Column(_("Balance"), at_right=True),
        Column(_("Year before"), at_right=True, rare=True),
    )
    # All openings or none: a gap beside figures would read as unknown.
    opens = any(row.opening for row in balance.rows)
    rows = [_balance_row(row, opens=opens) for row in balance.rows]
    if rows:
        totals = balance.totals
        foot = (money_text(totals.debit), money_text(totals.credit))
        rows.append(("", _("Total"), "", *foot, "", ""))
    return Listing(columns, rows, _("No entry in this fiscal year."))


def line_listing(lines: Sequence[LedgerLine], *, has_balance: bool = False) -> Listing:
    """Return lines of a ledger, or of the journal, which has no running balance."""
    columns = (
        Column(_("Date")),
        Column(_("No."), at_right=True, rare=True),
        Column(_("Journal")),
        Column(_("Account")),
        Column(_("Label")),
        Column(_("Contact"), rare=True),
        Column(_("Debit"), at_right=True),
        Column(_("Credit"), at_right=True),
        *((Column(_("Balance"), at_right=True),) if has_balance else ()),
    )
    rows = [_line_row(line, has_balance=has_balance) for line in lines]
    return Listing(columns, rows, _("No line."))


def statement_listing(found: FinancialStatement) -> Listing:
    """Return a statement; what no budget or year before knows stays empty.

    A balance sheet says of assets what they cost and what is deducted, and has no budget.
    """
    is_sheet = found.kind is StatementKind.BALANCE_SHEET
    gross = Column(_("Gross"), at_right=True, rare=True)
    deducted = Column(_("Deducted"), at_right=True, rare=True)
    columns = (
        Column(_("Line")),
        *((gross, deducted) if is_sheet else ()),
        Column(_("Amount"), at_right=True),
        Column(_("Year before"), at_right=True),
        *(() if is_sheet else (Column(_("Budget"), at_right=True, rare=True),)),
    )
    return Listing(columns, [_statement_row(x, is_sheet=is_sheet) for x in found.lines])


def _statement_row(line: StatementLine, *, is_sheet: bool) -> tuple[str, ...]:
    before = (line.gross, line.deductions) if is_sheet else ()
    after = () if is_sheet else (line.budget,)
    return (line.label, *map(_known, (*before, line.amount, line.previous, *after)))


def treasury_listing(found: Treasury) -> Listing:
    """Return the money of all accounts together by month."""
    columns = (
        Column(_("Month")),
        Column(_("At first"), at_right=True),
        Column(_("In"), at_right=True),
        Column(_("Out"), at_right=True),
        Column(_("At the end"), at_right=True),
    )
    rows = [
        (
            month_text(month.month_on),
            money_text(month.opening),
            money_text(month.money_in),
            money_text(month.money_out),
            money_text(month.closing),
        )
        for month in found.months
    ]
    return Listing(columns, rows, _("No money moved in this fiscal year."))


def forecast_listing(found: Treasury) -> Listing:
    """Return what may come, each part in a row, and what would be there."""
    columns = (
        Column(_("Month")),
        Column(_("What may come")),
        Column(_("Amount"), at_right=True),
    )
    rows = []
    for month in found.forecast:
        for part in month.parts:
            told = (month_text(month.month_on), label(part.kind), money_text(part.amount))
            rows.append(told)
        closing = money_text(month.closing)
        rows.append((month_text(month.month_on), _("At the end"), closing))
    return Listing(columns, rows)


def figure_listing(found: Sequence[LineAccount], amount: Money) -> Listing:
    """Return the accounts behind a figure, and their sum."""
    columns = (Column(_("Account")), Column(_("Label")), Column(_("Amount"), at_right=True))
    rows = [(one.row.number, one.row.label, money_text(one.amount)) for one in found]
    if rows:
        rows.append(("", _("Total"), money_text(amount)))
    return Listing(columns, rows, _("No account is behind this line."))


def tie_listing(found: Sequence[Tie]) -> Listing:
    """Return gifts and fees as recorded, as booked, and what differs."""
    columns = (
        Column(_("Account")),
        Column(_("Label")),
        Column(_("In the lists"), at_right=True),
        Column(_("Booked from them"), at_right=True),
        Column(_("Typed by hand"), at_right=True),
        Column(_("Difference"), at_right=True),
    )
    rows = [
        (
            tie.account,
            tie.label,
            money_text(tie.recorded),
            money_text(tie.from_records),
            money_text(tie.by_hand),
            money_text(tie.difference),
        )
        for tie in found
    ]
    return Listing(columns, rows, _("Neither gifts nor fees in this fiscal year."))


def activity_listing(found: Sequence[ActivityTotals]) -> Listing:
    """Return what each activity earned and spent beside its budget."""
    columns = (
        Column(_("Activity")),
        Column(_("Earned"), at_right=True),
        Column(_("Planned income"), at_right=True, rare=True),
        Column(_("Spent"), at_right=True),
        Column(_("Planned expenses"), at_right=True, rare=True),
        Column(_("Result"), at_right=True),
    )
    rows = [
        (
            one.name or _("Without activity"),
            money_text(one.income),
            _known(one.budget_income),
            money_text(one.expense),
            _known(one.budget_expense),
            money_text(one.result),
        )
        for one in found
    ]
    return Listing(columns, rows, _("No entry in this fiscal year."))


def _balance_row(row: BalanceRow, *, opens: bool) -> tuple[str, ...]:
    return (
        row.number,
        row.label,
        money_text(row.opening) if opens else "",
        money_text(row.debit),
        money_text(row.credit),
        money_text(row.closing),
        _known(row.previous),
    )


def _line_row(line: LedgerLine, *, has_balance: bool) -> tuple[str, ...]:
    told = (
        day_text(line.entry_on),
        _("draft") if line.number is None else str(line.number),
        line.journal,
        line.account,
        line.label,
        line.contact_name,
        _known(line.debit or None),
        _known(line.credit or None),
    )
    return (*told, money_text(line.balance)) if has_balance else told


def _known(amount: Money | None) -> str:
    return "" if amount is None else money_text(amount)
