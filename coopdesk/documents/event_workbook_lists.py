"""The lists of the workbook of an event: a row a person, party, box, line or account."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Column
from coopdesk.documents.workbook_lists import SheetList
from coopdesk.documents.workbook_styles import Code
from coopdesk.domain.money import Money
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_money import EventResult, MoneyLine
    from coopdesk.domain.event_registrations import CashBox, Party, Registration

RESULT, BUDGET = "result", "budget"


def registration_list(title: str, people: Sequence[Registration]) -> SheetList:
    """Return everybody who registered, in the order of their numbers."""
    columns = (
        # Together what is still read on one page across: names must stand beside what is owed.
        Column(_("No."), 6, int),
        Column(_("Name"), 28),
        Column(_("E-mail"), 31),
        Column(_("Phone"), 15),
        Column(_("State"), 12),
        Column(_("Tariff"), 20),
        Column(_("Options"), 20),
        Column(_("Due"), 12, Money, totalled=True),
        Column(_("Payment"), 15),
        Column(_("Was there"), 9),
        Column(_("Registered on"), 14, dt.date),
        Column(_("Origin"), 19),
        Column(_("Note"), 19),
    )
    rows = [
        (
            one.number,
            one.name,
            one.email,
            one.phone,
            label(one.state),
            one.tariff_name,
            ", ".join(_option(x.name, x.quantity) for x in one.options),
            one.due,
            label(one.settlement),
            _("yes") if one.present else "",
            one.registered_at.astimezone().date(),
            label(one.source),
            one.note,
        )
        for one in people
    ]
    return SheetList(
        _("Registrations"), _("{title}: registrations").format(title=title), columns, rows
    )


def _option(name: str, quantity: int) -> str:
    return f"{quantity} × {name}" if quantity > 1 else name


def party_list(title: str, parties: Sequence[Party]) -> SheetList:
    """Return who pays for whom, and what is left."""
    columns = (
        Column(_("Who pays"), 30),
        Column(_("Persons"), 46),
        Column(_("Due"), 14, Money, totalled=True),
        Column(_("Paid"), 14, Money, totalled=True),
        Column(_("Still due"), 14, Money, totalled=True),
    )
    rows = [
        (one.payer_name, ", ".join(one.names), one.due, one.paid, one.left) for one in parties
    ]
    return SheetList(
        _("Who has paid"), _("{title}: who has paid").format(title=title), columns, rows
    )


def cash_list(title: str, boxes: Sequence[CashBox]) -> SheetList:
    """Return the cash boxes by day."""
    columns = (
        Column(_("Day"), 14, dt.date),
        Column(_("In it before"), 15, Money),
        Column(_("Cash taken"), 15, Money, totalled=True),
        Column(_("Should be in it"), 17, Money),
        Column(_("Counted"), 15, Money),
        Column(_("Difference"), 15, Money),
        Column(_("Note"), 36),
    )
    rows = [
        (
            one.held_on,
            one.opening,
            one.takings,
            one.expected,
            one.counted,
            one.difference,
            one.note,
        )
        for one in boxes
    ]
    return SheetList(_("Cash box"), _("{title}: cash box").format(title=title), columns, rows)


def result_list(title: str, result: EventResult) -> SheetList:
    """Return the lines of entries that the result rests on, with those outside it."""
    columns = (
        Column(_("Fiscal year"), 12),
        Column(_("Date"), 12, dt.date),
        Column(_("Entry"), 10, int),
        Column(_("Voucher"), 12),
        Column(_("Account"), 10, Code),
        Column(_("Account label"), 34),
        Column(_("Label"), 40),
        Column(_("Third party"), 26),
        Column(_("Income (7)"), 15, Money, totalled=True),
        Column(_("Expenses (6)"), 15, Money, totalled=True),
        Column(_("To be sorted"), 15, Money, totalled=True),
        Column(_("Given in kind"), 15, Money, totalled=True),
    )
    rows = [
        (
            line.fiscal_year,
            line.entry_on,
            line.number,
            line.voucher,
            Code(line.account),
            line.account_label,
            line.label,
            line.party,
            *_placed(line),
        )
        for line in result.lines
        if not line.account.startswith("86")  # the use of what is given would count it twice
    ]
    return SheetList(_("Result"), _("{title}: result").format(title=title), columns, rows)


def _placed(line: MoneyLine) -> tuple[Money | None, ...]:
    """Return the amount of a line in the column that it counts in."""
    beginnings = ("7", "6", "47", "87")
    return tuple(
        line.amount if line.account.startswith(start) else None for start in beginnings
    )


def budget_list(title: str, result: EventResult) -> SheetList:
    """Return what was planned beside what came, expenses below zero so that both add up."""
    columns = (
        Column(_("Account"), 10, Code),
        Column(_("Account label"), 44),
        Column(_("Budget"), 16, Money, totalled=True),
        Column(_("Actual"), 16, Money, totalled=True),
        Column(_("Gap"), 16, Money, totalled=True),
    )
    rows = []
    for row in result.budget:
        if row.account.startswith(("6", "7")):
            sign = -1 if row.is_expense else 1
            planned, came = (Money(sign * x.cents) for x in (row.budget, row.actual))
            rows.append((Code(row.account), row.label, planned, came, came - planned))
    return SheetList(
        _("Budget"), _("{title}: budget and actual").format(title=title), columns, rows
    )
