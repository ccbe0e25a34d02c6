"""Read all the money of the association: payments, and what the books say beyond them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.home import MoneyPart
from coopdesk.domain.home_places import money_place, statement_place
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.home import Place
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work

PAYMENTS, FEES, ENTRIES = "payments", "fees", "entries"


def read_money(work: Work) -> tuple[Money, tuple[MoneyPart, ...]]:
    """Return what was there at first, and the parts of what came in and went out since.

    No euro counts twice: an entry made from a payment is that payment, and a payment that
    waits on an account of no money counts once the books bring it to one.
    """
    home = work.home
    paid, booked, elsewhere = (
        home.money.moved(),
        home.treasury.booked(),
        home.treasury.elsewhere(),
    )
    books = statement_place()
    parts = (
        MoneyPart(PAYMENTS, Direction.IN, paid[0], money_place(Direction.IN)),
        MoneyPart(ENTRIES, Direction.IN, booked.income - elsewhere.income, books),
        MoneyPart(PAYMENTS, Direction.OUT, paid[1], money_place(Direction.OUT)),
        MoneyPart(FEES, Direction.OUT, home.money.fees(), books),
        MoneyPart(ENTRIES, Direction.OUT, booked.disbursed - elsewhere.disbursed, books),
    )
    return _opening(work), parts


def whole_places(opening: Money, parts: Sequence[MoneyPart]) -> tuple[Place, Place, Place]:
    """Return where income, disbursed and balance open.

    A list of payments where they are nothing but payments, else the accounts of money.
    """

    def place(direction: Direction | None, amounts: Sequence[Money]) -> Place:
        return statement_place() if any(amounts) else money_place(direction)

    others = [part for part in parts if part.code != PAYMENTS]
    came, went = (
        [part.amount for part in others if part.direction is one]
        for one in (Direction.IN, Direction.OUT)
    )
    return (
        place(Direction.IN, came),
        place(Direction.OUT, went),
        place(None, [opening, *came, *went]),
    )


def _opening(work: Work) -> Money:
    """Return what opening entries carry beyond what was known already.

    The first one holds the payments recorded for the days before it, a later one what the
    year before it ended with.
    """
    known, found = ZERO, ZERO
    is_first = True
    for year in work.home.treasury_years.years():
        if year.opening is not None:
            if is_first:
                known += work.home.treasury_years.paid_before(year.starts_on)
            found += year.opening - known
            known = year.opening
        known += year.moved
        is_first = False
    return found
