"""An event as a workbook: who came, who paid, cash box, result line by line, budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.event_workbook_lists import (
    BUDGET,
    RESULT,
    budget_list,
    cash_list,
    party_list,
    registration_list,
    result_list,
)
from coopdesk.documents.workbook import Book, Column, Formula, Link
from coopdesk.documents.workbook_lists import finish_list, start_list
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.money import Money
from coopdesk.wording.event_titles import event_title_text, when_long
from coopdesk.wording.formats import day_long
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.documents.workbook_lists import SheetList
    from coopdesk.domain.event_money import AccountMoney, EventAccounts

_WIDE, _AMOUNT = 58, 18


def write_event_workbook(found: EventAccounts) -> bytes:
    """Return the workbook; what people typed stays text, totals are formulas that tie."""
    event, owner = found.paper.sheet.event, found.paper.house.name
    title = event_title_text(event.title, event.content.edition)
    subtitle = " · ".join(
        (owner, when_long(event.when), _("on {day}").format(day=day_long(found.paper.made_on)))
    )
    lists = {
        "registrations": registration_list(title, found.registrations),
        "parties": party_list(title, found.parties),
        "cash": cash_list(title, found.boxes),
        RESULT: result_list(title, found.result),
        BUDGET: budget_list(title, found.result),
    }
    if not found.boxes:
        del lists["cash"]
    if not found.result.budget:
        del lists[BUDGET]
    with Book(title, owner) as book:
        columns = (Column("", _WIDE), Column("", _AMOUNT, Money))
        summary = book.sheet(_("Summary"), columns)
        _write_summary(summary, found, lists, (title, subtitle))
        for listing in lists.values():
            sheet = start_list(book, listing, subtitle)
            for row in listing.rows:
                sheet.append(row)
            finish_list(sheet, listing)
        return book.content()


def _write_summary(
    sheet: Sheet,
    found: EventAccounts,
    lists: dict[str, SheetList],
    heading: tuple[str, str],
) -> None:
    sheet.airy()
    sheet.heading(*heading)
    counts = found.counts
    sheet.write(Look.SECTION, [_("Who came"), None])
    for name, number in (
        (_("Registered"), counts.registered),
        (_("Were there"), counts.present),
        (_("On the waiting list"), counts.waiting),
        (_("Gave up the place"), counts.cancelled),
    ):
        sheet.write(Look.BODY, [name, number])
    parties = lists["parties"]
    sheet.write(Look.SECTION, [_("Who has paid"), None])
    due, paid, left = (_whole(found, which) for which in ("due", "paid", "left"))
    for name, place, amount in (
        (_("Due"), 2, due),
        (_("Paid"), 3, paid),
        (_("Still due, less what is to be given back"), 4, left),
    ):
        sheet.write(Look.BODY, [name, Formula(parties.total(place), amount)])
    result = lists[RESULT]
    income = _accounts(sheet, _("Income by the books"), result, found.result.income, 8)
    expenses = _accounts(sheet, _("Expenses by the books"), result, found.result.expenses, 9)
    formula = Formula(f"B{income}-B{expenses}", found.result.result)
    sheet.write(Look.RESULT, [_("Result"), formula])
    _write_beside(sheet, found)
    for listing in lists.values():
        sheet.write(Look.BODY, [Link(listing.name, listing.name)])


def _whole(found: EventAccounts, which: str) -> Money:
    return Money(sum(getattr(party, which).cents for party in found.parties))


def _accounts(
    sheet: Sheet, title: str, result: SheetList, accounts: Sequence[AccountMoney], column: int
) -> int:
    """Write what each account holds, added up from the lines; return the row of the total."""
    sheet.write(Look.SECTION, [title, None])
    first = sheet.row + 1
    for each in accounts:
        keys, amounts = result.data(4), result.data(column)
        text = f'SUMPRODUCT(({keys}="{each.account}")*{amounts})'
        sheet.write(
            Look.BODY, [f"{each.account} {each.label}".strip(), Formula(text, each.amount)]
        )
    if not accounts:
        sheet.write(Look.DETAIL, [_("Nothing in the books so far"), None])
    last = sheet.row
    whole = Money(sum(each.amount.cents for each in accounts))
    name = _("Total: {title}").format(title=title)
    return sheet.write(Look.TOTAL, [name, Formula(f"SUM(B{first}:B{last})", whole)])


def _write_beside(sheet: Sheet, found: EventAccounts) -> None:
    """Write what the books do not say, or not yet."""
    result = found.result
    rows: list[tuple[str, Money]] = [
        (_("Income to be booked"), result.unbooked_income),
        (_("Expenses to be booked"), result.unbooked_expense),
        (_("To be sorted (account 47)"), result.unsorted),
        *(
            (_("Grant still to come: {title}").format(title=grant.title), grant.due)
            for grant in result.grants
        ),
        (_("Given in kind, outside the result"), result.in_kind.value),
    ]
    told: list[Sequence[Value]] = [row for row in rows if row[1]]
    if told:
        sheet.write(Look.SECTION, [_("Besides what the books say"), None])
    for row in told:
        sheet.write(Look.BODY, row)
    if result.expected != result.result:
        name = _("Result expected once everything is booked")
        sheet.write(Look.TOTAL, [name, result.expected])
