"""How the money of events and tickets of platforms read on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing, facts
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.budgets import BudgetRow
    from coopdesk.domain.event_money import AccountMoney, EventGrant, EventResult, Unbooked
    from coopdesk.domain.event_tickets import TicketOffer
    from coopdesk.domain.money import Money


def result_document(found: EventResult) -> Document:
    """Return the money of an event for ``--json``, every figure with its lines."""
    return {
        "event_id": found.event_id,
        "activity_id": found.activity_id,
        "activity": found.activity,
        "income": [_account(one) for one in found.income],
        "expenses": [_account(one) for one in found.expenses],
        "to_sort": [_account(one) for one in found.to_sort],
        "used_in_kind": [_account(one) for one in found.used],
        "given_in_kind": [_account(one) for one in found.given],
        "income_cents": found.total_income.cents,
        "expense_cents": found.total_expense.cents,
        "result_cents": found.result.cents,
        "expected_cents": found.expected.cents,
        "years": [
            {"year": x.label, "income_cents": x.income.cents, "expense_cents": x.expense.cents}
            for x in found.years
        ],
        "unbooked": [_unbooked(one) for one in found.unbooked],
        "grants": [_grant(one) for one in found.grants],
        "budget": [_budget(row) for row in found.budget],
        "volunteer_minutes": found.in_kind.minutes,
        "in_kind_cents": found.in_kind.value.cents,
        "due_cents": found.due.cents,
        "overpaid_cents": found.overpaid.cents,
    }


def _unbooked(one: Unbooked) -> Document:
    return {
        "payment_id": one.payment_id,
        "donation_id": one.donation_id,
        "date": one.day,
        "label": one.label,
        "income_cents": one.income.cents,
        "expense_cents": one.expense.cents,
        "left_out": one.is_left_out,
    }


def _grant(one: EventGrant) -> Document:
    return {
        "id": one.award_id,
        "title": one.title,
        "funder": one.funder,
        "amount_cents": one.amount.cents,
        "paid_cents": one.paid.cents,
    }


def _budget(row: BudgetRow) -> Document:
    return {
        "account": row.account,
        "label": row.label,
        "budget_cents": row.budget.cents,
        "actual_cents": row.actual.cents,
    }


def _account(one: AccountMoney) -> Document:
    return {
        "account": one.account,
        "label": one.label,
        "amount_cents": one.amount.cents,
        "lines": [
            {
                "entry_id": line.entry_id,
                "number": line.number,
                "date": line.entry_on,
                "label": line.label,
                "voucher": line.voucher,
                "amount_cents": line.amount.cents,
            }
            for line in one.lines
        ],
    }


def result_parts(found: EventResult) -> tuple[Listing | str, ...]:
    """Return the money of an event to read: by account, the result, what stands beside."""
    columns = (
        Column(_("Account")),
        Column(_("Account label")),
        Column(_("Budget"), at_right=True),
        Column(_("Amount"), at_right=True),
    )
    rows = [
        (row.account, row.label, _shown(row.budget), money_text(row.actual))
        for digit in "768"
        for row in found.budget
        if row.account.startswith(digit)
    ]
    years = found.years if len(found.years) > 1 else ()
    beside = facts(
        (_("Income by the books"), money_text(found.total_income)),
        (_("Expenses by the books"), money_text(found.total_expense)),
        (_("Result"), money_text(found.result)),
        *((_("of {year}").format(year=one.label), money_text(one.result)) for one in years),
        (_("Income to be booked"), _shown(found.unbooked_income)),
        (_("Expenses to be booked"), _shown(found.unbooked_expense)),
        (_("To be sorted (account 47)"), _shown(found.unsorted)),
        (
            _("Result expected once everything is booked"),
            money_text(found.expected) if found.expected != found.result else "",
        ),
        *(
            (_("Grant still to come: {title}").format(title=one.title), _shown(one.due))
            for one in found.grants
        ),
        (_("Given in kind, outside the result"), _shown(found.in_kind.value)),
        (_("Due by those registered"), _shown(found.due)),
        (_("To be given back"), _shown(found.overpaid)),
    )
    return Listing(columns, rows, _("Nothing in the books so far")), beside


def _shown(amount: Money) -> str:
    return money_text(amount) if amount else ""


def offer_document(rank: int, offer: TicketOffer) -> Document:
    """Return tickets that are free for ``--json``."""
    return {
        "rank": rank,
        "source": offer.form.source,
        "form": offer.form.name,
        "run_id": offer.form.run_id,
        "file": offer.file_name,
        "tickets": offer.count,
        "void": offer.void,
        "amount_cents": offer.amount.cents,
        "first_on": offer.first_on,
        "last_on": offer.last_on,
        "tariffs": [
            {"name": one.name, "tickets": one.count, "amount_cents": one.amount.cents}
            for one in offer.tariffs
        ],
    }


def offer_listing(offers: Sequence[TicketOffer]) -> Listing:
    """Return tickets that are free to read."""
    columns = (
        Column(_("Rank"), at_right=True),
        Column(_("Form or file")),
        Column(_("Origin")),
        Column(_("Tickets"), at_right=True),
        Column(_("Of which cancelled"), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(_("Sold from")),
        Column(_("Sold until")),
        Column(_("Tariffs sold"), rare=True),
    )
    rows = [
        (
            str(rank),
            one.form.name or one.file_name,
            label(one.form.source),
            number_text(one.count),
            number_text(one.void) if one.void else "",
            money_text(one.amount),
            day_text(one.first_on),
            day_text(one.last_on),
            ", ".join(f"{x.name} ({number_text(x.count)})" for x in one.tariffs),
        )
        for rank, one in enumerate(offers, start=1)
    ]
    return Listing(columns, rows, _("No free ticket."))
