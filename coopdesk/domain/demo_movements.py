"""Invents what contacts pay over the years: fees, gifts, tickets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.demo_words import DemoMovement
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentSource,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.demo_words import CampaignIds, DemoEvent, DemoPeriod, LifeWords

_MEMBER, _DONOR, _MONTHLY = 0.48, 0.42, 0.03
_ORGANISATION_MEMBER, _ORGANISATION_DONOR = 0.12, 0.20
_GIFT_BESIDE = 0.12
_PLATFORM_RECEIPT = 0.02
_INELIGIBLE = 0.015
_MODES = (
    *[PaymentMode.CARD] * 38,
    *[PaymentMode.CHEQUE] * 27,
    *[PaymentMode.TRANSFER] * 25,
    *[PaymentMode.CASH] * 10,
)
_REASONS = (Ineligibility.COUNTERPART, Ineligibility.DONOR_DECLINED, Ineligibility.OTHER)
Parts = tuple[PaymentPart, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """What a contact usually pays, in cents, from a year on; ``gifts`` is how often a year."""

    since: int
    mode: PaymentMode
    fee: int = 0
    gift: int = 0
    gifts: float = 0.0
    monthly: int = 0


class LifeMaker:
    """Makes the movements of contacts; the same random source gives the same movements."""

    def __init__(
        self, life: LifeWords, period: DemoPeriod, campaigns: CampaignIds, random: Random
    ) -> None:
        self._life = life
        self._period = period
        self._campaigns = campaigns
        self._random = random
        self._orders = 0
        self._fee_days = {year: _days(year, life.fee_months) for year in period.years}
        self._gift_days = {year: _days(year, life.gift_months) for year in period.years}
        self._purposes = {month: _purposes(life, month) for month in range(1, 13)}

    def of_contacts(
        self, contacts: Sequence[NewContact], ids: Sequence[int]
    ) -> list[DemoMovement]:
        """Return everything these contacts paid, in order of days."""
        movements = [
            movement
            for contact, key in zip(contacts, ids, strict=True)
            for movement in self._of_contact(key, self._habits(contact.kind))
        ]
        movements.sort(key=_day)
        return movements

    def _habits(self, kind: ContactKind) -> Habits:
        draw, life = self._random, self._life
        first, *others = self._period.years
        since = draw.choice(others) if others and draw.random() < 0.35 else first
        mode = draw.choice(_MODES)
        if kind is ContactKind.ORGANISATION:
            gift = draw.choice(life.gifts) * 5 if draw.random() < _ORGANISATION_DONOR else 0
            fee = max(life.fees) if draw.random() < _ORGANISATION_MEMBER else 0
            return Habits(since, PaymentMode.TRANSFER, fee, gift, 0.7)
        return Habits(
            since,
            mode,
            draw.choice(life.fees) if draw.random() < _MEMBER else 0,
            draw.choice(life.gifts) if draw.random() < _DONOR else 0,
            draw.choice((0.4, 0.7, 0.9, 1.0, 1.3, 2.2)),
            draw.choice(life.monthly_gifts) if draw.random() < _MONTHLY else 0,
        )

    def _of_contact(self, key: int, habits: Habits) -> Iterator[DemoMovement]:
        for year in self._period.years:
            if year < habits.since:
                continue
            if habits.fee:
                yield from self._fee(key, habits, year)
            if habits.gift:
                yield from self._gifts(key, habits, year)
            if habits.monthly:
                yield from self._monthly_gifts(key, habits.monthly, year)
            for event in self._life.events:
                if self._random.random() * 100 < event.share:
                    yield from self._ticket(key, event, year)

    # what is paid

    def _fee(self, key: int, habits: Habits, year: int) -> Iterator[DemoMovement]:
        if self._random.random() < 0.15:
            return
        parts: Parts = (PaymentPart(LineKind.FEE, Money(habits.fee)),)
        if habits.mode is PaymentMode.CARD and self._random.random() < _GIFT_BESIDE:
            parts = (*parts, PaymentPart(LineKind.GIFT, Money(10_00)))
        day = self._random.choice(self._fee_days[year])
        yield from self.paid(key, day, habits.mode, parts, self._life.fee_campaign)

    def _gifts(self, key: int, habits: Habits, year: int) -> Iterator[DemoMovement]:
        draw = self._random
        whole, rest = divmod(habits.gifts, 1)
        for _number in range(int(whole) + (draw.random() < rest)):
            day = draw.choice(self._gift_days[year])
            cents = habits.gift
            if draw.random() < 0.1:
                cents += draw.choice((250, 500, 1_250, -320))
            parts = (PaymentPart(LineKind.GIFT, Money(cents)),)
            purpose = draw.choice(self._purposes[day.month])
            yield from self.paid(key, day, habits.mode, parts, purpose)

    def _monthly_gifts(self, key: int, cents: int, year: int) -> Iterator[DemoMovement]:
        parts = (PaymentPart(LineKind.GIFT, Money(cents)),)
        for month in range(1, 13):
            yield from self.paid(
                key, dt.date(year, month, 5), PaymentMode.DIRECT_DEBIT, parts, ""
            )

    def _ticket(self, key: int, event: DemoEvent, year: int) -> Iterator[DemoMovement]:
        draw = self._random
        day = dt.date(year, event.month, event.day) - dt.timedelta(days=draw.randrange(25))
        mode = PaymentMode.CARD if draw.random() < 0.8 else PaymentMode.CASH
        parts: Parts = (PaymentPart(LineKind.REGISTRATION, Money(draw.choice(event.prices))),)
        if mode is PaymentMode.CARD and draw.random() < _GIFT_BESIDE:
            parts = (*parts, PaymentPart(LineKind.GIFT, Money(5_00)))
        yield from self.paid(key, day, mode, parts, event.name)

    def paid(
        self, key: int | None, day: dt.date, mode: PaymentMode, parts: Parts, purpose: str
    ) -> Iterator[DemoMovement]:
        """Yield the payment unless its day has not come; cards come through HelloAsso."""
        if day > self._period.today:
            return
        payment = NewPayment(
            day,
            total(part.amount for part in parts),
            mode,
            parts,
            payer_id=key,
            campaign_id=self._campaigns.get(purpose.format(year=day.year)),
        )
        if mode is not PaymentMode.CARD:
            yield DemoMovement(payment, ineligibility=self._ineligibility())
            return
        yield DemoMovement(
            self.through_platform(payment), outside_receipt=self._platform_receipt(day)
        )

    def through_platform(self, payment: NewPayment) -> NewPayment:
        """Return the payment as learnt from HelloAsso; its reference cannot be a real one."""
        self._orders += 1
        return NewPayment(
            payment.paid_on,
            payment.amount,
            payment.mode,
            payment.parts,
            payer_id=payment.payer_id,
            campaign_id=payment.campaign_id,
            source=PaymentSource.HELLOASSO,
            outside_ref=f"demo-{self._orders:06d}",
            order_ref=f"demo-c{self._orders:06d}",
        )

    def _ineligibility(self) -> Ineligibility | None:
        if self._random.random() >= _INELIGIBLE:
            return None
        return self._random.choice(_REASONS)

    def _platform_receipt(self, day: dt.date) -> str:
        if self._random.random() >= _PLATFORM_RECEIPT:
            return ""
        return f"HA-{day.year}-{self._orders:06d}"


def _day(movement: DemoMovement) -> dt.date:
    return movement.payment.paid_on


def _days(year: int, weights: Sequence[int]) -> tuple[dt.date, ...]:
    """Return days of a year, each month as often as its weight says, its end more often."""
    days: list[dt.date] = []
    for month, weight in enumerate(weights, start=1):
        for number in range(1, 29):
            days += [dt.date(year, month, number)] * (weight * (2 if number > 20 else 1))
    return tuple(days)


def _purposes(life: LifeWords, month: int) -> tuple[str, ...]:
    return tuple(
        campaign.name
        for campaign in life.campaigns
        if month in campaign.months
        for _number in range(campaign.weight)
    )
