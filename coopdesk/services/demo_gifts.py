"""Writes the campaigns, pledges, expense sheets and gifts in kind of the demonstration."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.campaigns import NewTier
from coopdesk.domain.donations import DonationForm, DonationNature, NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import (
    ExpenseKind,
    ExpenseState,
    NewExpenseLine,
    NewExpenseSheet,
    NewVehicle,
)
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import NewPledge
from coopdesk.services.expense_sheets import price, read_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.demo_gifts import DemoPledge, DemoSheet, DemoThing, GiftWords
    from coopdesk.domain.demo_words import DemoPeriod
    from coopdesk.storage.unit_of_work import Work

# A trip stands some weeks before its waiver, a thing some weeks before today.
_EARLIER = dt.timedelta(weeks=3)


@dataclass(slots=True)
class GiftTally:
    """What was written: gifts and their value."""

    donations: int = 0
    cents: int = 0


class DemoGiftWriter:
    """Writes what belongs to gifts of one demonstration; ``cast`` has ids by story and key."""

    def __init__(
        self, work: Work, words: GiftWords, period: DemoPeriod, cast: Mapping[str, int]
    ) -> None:
        self._work = work
        self._words = words
        self._period = period
        self._cast = cast
        self._tally = GiftTally()

    def write(self) -> GiftTally:
        """Write everything for which somebody of the cast exists."""
        self._write_campaigns()
        for pledge in self._words.pledges:
            self._write_pledge(pledge)
        self._write_sheets()
        for thing in self._words.things:
            self._write_thing(thing)
        return self._tally

    def _write_campaigns(self) -> None:
        for campaign, tiers in self._words.campaigns:
            campaign_id = self._work.campaigns.id_named(campaign.name)
            if campaign_id is None:
                continue
            self._work.campaigns.change(campaign_id, campaign)
            for tier in tiers:
                self._work.campaigns.add_tier(
                    NewTier(
                        campaign_id,
                        tier.name,
                        goal=tier.goal,
                        minimum=tier.minimum,
                        suggested=tier.suggested,
                        is_gift=tier.ineligibility is None,
                        ineligibility=tier.ineligibility,
                    )
                )

    def _write_pledge(self, pledge: DemoPledge) -> None:
        """Write a promise; the gifts of the cast that keep it were written before."""
        donor_id = self._cast.get(pledge.who)
        if donor_id is None:
            return
        start = dt.date(self._period.years[-1], 1, pledge.day)
        new = NewPledge(donor_id, pledge.amount, pledge.frequency, pledge.mode, start)
        pledge_id = self._work.pledges.add(new, None)
        for gift in self._work.donations.of_contact(donor_id):
            keeps = gift.received_on.day == pledge.day and gift.amount == pledge.amount
            if keeps and gift.received_on >= start:
                self._work.pledges.tie(gift.id, pledge_id, gift.received_on)

    def _write_sheets(self) -> None:
        driver = self._cast.get(self._words.driver)
        if driver is None:
            return
        vehicle = NewVehicle(driver, self._words.vehicle, power=self._words.power)
        vehicle_id = self._work.vehicles.add(vehicle)
        for year in self._period.years:
            day = min(dt.date(year, 11, 18), self._period.today - dt.timedelta(days=9))
            if day.year == year:
                self._write_waived(driver, vehicle_id, day)
        trip = self._period.today - _EARLIER
        self._work.expenses.add(_sheet(self._words.draft, driver, vehicle_id, trip))

    def _write_waived(self, driver: int, vehicle_id: int, day: dt.date) -> None:
        trip = max(day - _EARLIER, dt.date(day.year, 1, 1))
        new = _sheet(self._words.waived, driver, vehicle_id, trip)
        try:
            price(self._work, new.lines)
        except RuleError:  # before the first year of the scale
            return
        sheet = read_sheet(self._work, self._work.expenses.add(new))
        self._work.expenses.settle(sheet, ExpenseState.WAIVED, day, None)
        self._give(
            NewDonation(
                received_on=day,
                amount=sheet.total,
                mode=PaymentMode.OTHER,
                donor_id=driver,
                nature=DonationNature.WAIVED_EXPENSES,
                form=DonationForm.MANUAL_GIFT,
                description=new.title,
                expense_sheet_id=sheet.id,
            )
        )

    def _write_thing(self, thing: DemoThing) -> None:
        donor_id = self._cast.get(thing.who)
        day = self._period.today - _EARLIER
        if donor_id is None or day.year < self._period.years[0]:
            return
        self._give(
            NewDonation(
                received_on=day,
                amount=thing.amount,
                mode=PaymentMode.OTHER,
                donor_id=donor_id,
                nature=DonationNature.IN_KIND,
                description=thing.description,
                value_basis=thing.basis,
            )
        )

    def _give(self, new: NewDonation) -> None:
        self._work.donations.add(new, None, None)
        self._tally.donations += 1
        self._tally.cents += new.amount.cents


def _sheet(words: DemoSheet, driver: int, vehicle_id: int, day: dt.date) -> NewExpenseSheet:
    lines = [
        NewExpenseLine(
            day, ExpenseKind.MILEAGE, words.trip, vehicle_id=vehicle_id, metres=words.metres
        )
    ]
    if words.expense:
        lines.append(NewExpenseLine(day, ExpenseKind.SUPPLIES, words.expense, words.amount))
    return NewExpenseSheet(driver, words.title, tuple(lines))
