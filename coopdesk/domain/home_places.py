"""Where the lines behind the figures of the home page are: lists that add up to them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.calendar_grid import month_of
from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.donations import DonationFilter, DonationNature
from coopdesk.domain.home import Place
from coopdesk.domain.payments import Direction, PaymentFilter, PaymentState
from coopdesk.domain.pledges import PledgeFilter, PledgeState

if TYPE_CHECKING:
    from coopdesk.domain.campaigns import Contributor
    from coopdesk.domain.pledges import Frequency

# All contacts that are neither archived nor in the bin.
EVERYBODY = "everybody"
CONTACTS, GIFTS, EVENTS, ACCOUNTS = "contacts", "donations", "events", "accounts"


def up_to_date_in(year: int) -> Rule:
    """Return the condition of contacts that are up to date for a year."""
    return Rule("up_to_date_in", Operator.IS.value, (str(year),))


def members_place(year: int) -> Place:
    """Return the contacts that are up to date for a year."""
    return Place(CONTACTS, up_to_date_in(year))


def gifts_place(year: int) -> Place:
    """Return the gifts of a calendar year that did not go back."""
    return Place(GIFTS, DonationFilter(year=year, returned=False))


def month_place(year: int, month: int) -> Place:
    """Return the gifts of a month, 1 to 12, that did not go back."""
    first, last = month_of(dt.date(year, month, 1))
    return Place(GIFTS, DonationFilter(returned=False, since=first, until=last))


def treasury_place(month_on: dt.date) -> Place:
    """Return the accounts of money in a month."""
    return Place(ACCOUNTS, ("treasury-month", month_on.isoformat()))


def statement_place() -> Place:
    """Return the statement of the accounts of money, month by month."""
    return Place(ACCOUNTS, ("report", "treasury", None))


def campaign_place(campaign_id: int) -> Place:
    """Return the sheet of a campaign."""
    return Place(GIFTS, ("campaign", campaign_id))


def event_place(event_id: int) -> Place:
    """Return the sheet of an event."""
    return Place(EVENTS, ("event", event_id))


def contributor_place(one: Contributor) -> Place:
    """Return the gifts of a contact that did not go back; the one gift of a guest."""
    if one.contact_id is None:
        return Place(GIFTS, one.gift_id)
    return Place(GIFTS, DonationFilter(donor_id=one.contact_id, returned=False))


def money_place(direction: Direction | None = None) -> Place:
    """Return all lines of payments that count: those of a direction, or both."""
    wanted = PaymentFilter(
        state=PaymentState.RECEIVED, direction=direction, without_returns=True
    )
    return Place(ACCOUNTS, wanted)


def pledges_place(frequency: Frequency, today: dt.date) -> Place:
    """Return the pledges that come back so often and run today."""
    wanted = PledgeFilter(state=PledgeState.ACTIVE, frequency=frequency, running_on=today)
    return Place(GIFTS, wanted)


def unpromised_place(since: dt.date, today: dt.date) -> Place:
    """Return the gifts of money since a day that keep no pledge that runs today."""
    wanted = DonationFilter(
        nature=DonationNature.MONEY,
        returned=False,
        since=since,
        until=today,
        unpromised_on=today,
    )
    return Place(GIFTS, wanted)


def tiers_place(since: dt.date, today: dt.date) -> Place:
    """Return what was paid since a day for something by tiers of campaigns."""
    wanted = PaymentFilter(
        state=PaymentState.RECEIVED,
        direction=Direction.IN,
        since=since,
        until=today,
        for_tiers=True,
    )
    return Place(ACCOUNTS, wanted)
