"""Read within one unit of work whether the lists of gifts and fees and the books agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.book_ties import TIED, Tie, ties
from coopdesk.domain.booking import BookedPart, Booking, BookingKey
from coopdesk.domain.booking_patterns import account_of_part
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import Direction, LineKind
from coopdesk.services.booking_run import BookingRun
from coopdesk.services.report_reading import account_ids

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.storage.unit_of_work import Work

_WAIVED = {
    DonationNature.WAIVED_EXPENSES: BookingKey.GIFT_WAIVED_EXPENSES,
    DonationNature.WAIVED_INCOME: BookingKey.GIFT_WAIVED_INCOME,
}


def read_ties(work: Work, scope: ReportScope, today: dt.date) -> tuple[Tie, ...]:
    """Return each account of gifts and fees, as recorded and as booked in a fiscal year.

    Raises:
        NotFoundError: there is no such fiscal year.
    """
    year = work.fiscal_years.get(scope.fiscal_year_id)
    run = BookingRun(work, today)
    rules = run.rules
    booking = Booking({rule.key: rule.account for rule in rules}, {}, {}, {})
    days = (year.starts_on, scope.until or year.ends_on)
    recorded = _recorded(work, booking, days, run.taking)
    accounts = work.reports.accounts()
    tied = account_ids(accounts, *TIED)
    booked = work.book_ties.booked(scope, tied)
    # The closing keeps part of a grant for later years: lists tell the whole.
    for key, amount in work.book_ties.deferred(scope, tied).items():
        number = accounts[key].number
        recorded[number] = recorded.get(number, ZERO) + amount
    labels = {rule.account: rule.account_label for rule in rules}
    labels |= {account.number: account.label for account in accounts.values()}
    return ties(recorded, {accounts[key].number: told for key, told in booked.items()}, labels)


def _recorded(
    work: Work,
    booking: Booking,
    days: tuple[dt.date, dt.date],
    taking: Callable[[str], str],
) -> dict[str, Money]:
    """Return what payments, gifts and grants of some days come to, by the account of each.

    ``taking`` leaves an account that entries cannot be made on to the rule, as booking does.
    """
    found = work.book_ties.notified(*days)
    for direction, told in work.book_ties.paid(*days):
        part = replace(told, account=taking(told.account))
        number = account_of_part(part, direction, booking)
        amount = part.amount if direction is Direction.IN else -part.amount
        found[number] = found.get(number, ZERO) + amount
    for nature, giver, amount in work.book_ties.given(*days):
        if nature in _WAIVED:
            number = booking.account(_WAIVED[nature])
        else:
            part = BookedPart(LineKind.GIFT, amount, giver=giver)
            number = account_of_part(part, Direction.IN, booking)
        found[number] = found.get(number, ZERO) + amount
    return found
