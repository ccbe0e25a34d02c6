"""Read within one unit of work whether the lists of gifts and fees and the books agree."""

from __future__ import annotations

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
    rules = BookingRun(work, today).rules
    booking = Booking({rule.key: rule.account for rule in rules}, {}, {}, {})
    recorded = _recorded(work, booking, (year.starts_on, scope.until or year.ends_on))
    accounts = work.reports.accounts()
    booked = work.book_ties.booked(scope, account_ids(accounts, *TIED))
    labels = {rule.account: rule.account_label for rule in rules}
    labels |= {account.number: account.label for account in accounts.values()}
    return ties(recorded, {accounts[key].number: told for key, told in booked.items()}, labels)


def _recorded(work: Work, booking: Booking, days: tuple[dt.date, dt.date]) -> dict[str, Money]:
    """Return what payments and gifts of some days come to, by the account of their rule."""
    found: dict[str, Money] = {}
    for direction, part in work.book_ties.paid(*days):
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
