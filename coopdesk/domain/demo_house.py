"""Invents what the association itself receives and pays: grants, sales, rent, bills."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.demo_words import DemoMovement
from coopdesk.domain.money import Money
from coopdesk.domain.payments import NewPayment, PaymentPart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from coopdesk.domain.demo_words import DemoFlow, DemoPeriod, LifeWords

# The size of association that the amounts of the seed file are written for.
_USUAL_SIZE = 928


def house_movements(
    life: LifeWords,
    period: DemoPeriod,
    contacts: Mapping[str, int],
    size: int,
    random: Random,
) -> list[DemoMovement]:
    """Return the regular flows of every year by day, at the scale of ``size`` contacts.

    ``contacts`` gives the ids of the cast by key; who is not there stays unnamed.
    """
    movements = []
    for year in period.years:
        for flow in life.flows:
            for month in flow.months:
                day = dt.date(year, month, flow.day)
                if day <= period.today:
                    cents = _amount(flow, size, random)
                    label = flow.label.format(year=year, month=life.months[month - 1])
                    key = contacts.get(flow.contact)
                    movements.append(_movement(flow, day, Money(cents), label, key))
    movements.sort(key=lambda movement: movement.payment.paid_on)
    return movements


def _amount(flow: DemoFlow, size: int, random: Random) -> int:
    around = 100 + random.randint(-flow.spread, flow.spread)
    return max(100, flow.cents * around * size // (100 * _USUAL_SIZE))


def _movement(
    flow: DemoFlow, day: dt.date, amount: Money, label: str, key: int | None
) -> DemoMovement:
    return DemoMovement(
        NewPayment(
            day,
            amount,
            flow.mode,
            (PaymentPart(flow.kind, amount),),
            direction=flow.direction,
            payer_id=key,
            label=label,
        )
    )
