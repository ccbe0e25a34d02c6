"""Invents what the association itself receives and pays: grants, sales, rent, bills."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.demo_books import DemoBill
from coopdesk.domain.demo_words import DemoMovement
from coopdesk.domain.money import Money
from coopdesk.domain.payments import NewPayment, PaymentMode, PaymentPart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from coopdesk.domain.demo_books import BookWords
    from coopdesk.domain.demo_words import DemoFlow, DemoPeriod, LifeWords

# The size of association that the amounts of the seed file are written for.
_USUAL_SIZE = 928


def house_movements(
    life: LifeWords,
    period: DemoPeriod,
    contacts: Mapping[str, int],
    size: int,
    random: Random,
) -> tuple[list[DemoMovement], list[DemoBill]]:
    """Return the regular flows of every year by day, at the scale of ``size`` contacts.

    What goes straight into the books are bills. ``contacts`` gives the ids of the cast by key;
    who is not there stays unnamed.
    """
    movements, bills = [], []
    for year in period.years:
        for flow in life.flows:
            for month in flow.months:
                day = dt.date(year, month, flow.day)
                if day <= period.today:
                    amount = Money(_amount(flow, size, random))
                    label = flow.label.format(year=year, month=life.months[month - 1])
                    key = contacts.get(flow.contact)
                    if flow.account:
                        cash = flow.mode is PaymentMode.CASH
                        bills.append(
                            DemoBill(flow.account, day, amount, label, key, flow.activity, cash)
                        )
                    else:
                        movements.append(_movement(flow, day, amount, label, key))
    movements.sort(key=lambda movement: movement.payment.paid_on)
    bills.sort(key=lambda bill: bill.paid_on)
    return movements, bills


def monthly_bills(
    words: BookWords, life: LifeWords, period: DemoPeriod, size: int
) -> list[DemoBill]:
    """Return the bills that are the same every month, at the scale of ``size`` contacts."""
    bills = []
    for year in period.years:
        for month, name in enumerate(life.months, start=1):
            for one in words.bills:
                day = dt.date(year, month, one.day)
                if day <= period.today:
                    amount = Money(max(100, one.amount.cents * size // _USUAL_SIZE))
                    label = one.label.format(year=year, month=name)
                    bills.append(DemoBill(one.account, day, amount, label))
    return bills


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
