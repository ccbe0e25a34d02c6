"""What happens to the cast: one example of everything a treasurer meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.demo_words import DemoMovement
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.demo_movements import LifeMaker
    from coopdesk.domain.demo_words import CastMember, DemoPeriod

Story = Callable[["LifeMaker", int, dt.date], Iterator[DemoMovement]]

# An example stands in each year, a few weeks before the day or in late autumn.
_LAST_DAY = (11, 18)


def movements_of_cast(
    life: LifeMaker, cast: tuple[CastMember, ...], ids: list[int], period: DemoPeriod
) -> list[DemoMovement]:
    """Return what happens to the cast; ``ids`` of those who exist, in the order of the cast."""
    return [
        movement
        for member, key in zip(cast, ids, strict=False)
        if member.story
        for year in _years_of(member.story, period.years)
        for movement in STORIES[member.story](life, key, _story_day(year, period.today))
    ]


def _years_of(story: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """Return the years a story happens in; somebody looked at the doubts of earlier years."""
    return years[-1:] if story == "to_check" else years


def _story_day(year: int, today: dt.date) -> dt.date:
    return min(
        dt.date(year, *_LAST_DAY), max(today - dt.timedelta(days=9), dt.date(year, 1, 1))
    )


def _gift(
    key: int, day: dt.date, cents: int, mode: PaymentMode = PaymentMode.CHEQUE
) -> NewPayment:
    parts = (PaymentPart(LineKind.GIFT, Money(cents)),)
    return NewPayment(day, Money(cents), mode, parts, payer_id=key)


def _faithful(_life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    for weeks, cents in ((40, 150_00), (22, 50_00), (0, 300_00)):
        earlier = day - dt.timedelta(weeks=weeks)
        if earlier.year == day.year:
            yield DemoMovement(_gift(key, earlier, cents))


def _ticket_and_gift(life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    """One HelloAsso payment of 45.00: a ticket at 40.00 and a gift of 5.00."""
    parts = (
        PaymentPart(LineKind.REGISTRATION, Money(40_00)),
        PaymentPart(LineKind.GIFT, Money(5_00)),
    )
    whole = total(part.amount for part in parts)
    payment = NewPayment(day, whole, PaymentMode.CARD, parts, payer_id=key)
    yield DemoMovement(life.through_platform(payment))


def _monthly(_life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    for month in range(1, day.month + 1):
        due = dt.date(day.year, month, 5)
        if due <= day:
            yield DemoMovement(_gift(key, due, 20_00, PaymentMode.DIRECT_DEBIT))


def _to_check(life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    payment = life.through_platform(_gift(key, day, 60_00, PaymentMode.CARD))
    yield DemoMovement(
        replace(payment, state=PaymentState.TO_CHECK, check_reason="unknown_status")
    )


def _dismissed(life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    payment = life.through_platform(_gift(key, day, 35_00, PaymentMode.CARD))
    yield DemoMovement(replace(payment, state=PaymentState.DISMISSED))


def _helloasso_receipt(life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    payment = life.through_platform(_gift(key, day, 120_00, PaymentMode.CARD))
    yield DemoMovement(payment, outside_receipt=f"HA-{day.year}-000057")


def _no_address(_life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    yield DemoMovement(_gift(key, day, 80_00))


def _ineligible(reason: Ineligibility, cents: int) -> Story:
    def story(_life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
        yield DemoMovement(_gift(key, day, cents), ineligibility=reason)

    return story


def _company(_life: LifeMaker, key: int, day: dt.date) -> Iterator[DemoMovement]:
    yield DemoMovement(_gift(key, day, 500_00, PaymentMode.TRANSFER))


def _nothing(_life: LifeMaker, _key: int, _day: dt.date) -> Iterator[DemoMovement]:
    """No money moves: the expense sheets of the demonstration tell this story."""
    yield from ()


STORIES: Mapping[str, Story] = {
    "company": _company,
    "counterpart": _ineligible(Ineligibility.COUNTERPART, 25_00),
    "declined": _ineligible(Ineligibility.DONOR_DECLINED, 40_00),
    "dismissed": _dismissed,
    "faithful": _faithful,
    "helloasso_receipt": _helloasso_receipt,
    "monthly": _monthly,
    "no_address": _no_address,
    "on_behalf": _ineligible(Ineligibility.ON_BEHALF_OF_OTHERS, 15_00),
    "sponsoring": _ineligible(Ineligibility.SPONSORING, 400_00),
    "ticket_and_gift": _ticket_and_gift,
    "to_check": _to_check,
    "waived_expenses": _nothing,
}
