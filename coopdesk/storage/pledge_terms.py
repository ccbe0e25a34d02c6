"""Which pledges come back and are alive on a day: what a year may bring counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists

from coopdesk.domain.pledges import Frequency, PledgeState
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import DonationRow, PledgeRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement

_donation = table_of(DonationRow)
_pledge = table_of(PledgeRow)


def is_running(day: dt.date) -> ColumnElement[bool]:
    """Return that a pledge recurs and is alive on a day."""
    return (
        (_pledge.c.state == PledgeState.ACTIVE.value)
        & (_pledge.c.frequency != Frequency.ONCE.value)
        & (_pledge.c.starts_on <= day)
        & (_pledge.c.ends_on.is_(None) | (_pledge.c.ends_on >= day))
    )


def keeps_running(day: dt.date) -> ColumnElement[bool]:
    """Return that a gift keeps a pledge that recurs and is alive on a day."""
    return exists().where(_pledge.c.id == _donation.c.pledge_id, is_running(day))
