"""Find who gave most since ever, by the sums that are kept for each contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from coopdesk.domain.campaigns import Contributor
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentState
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import COUNTED, IS_RETURNED, payment_state
from coopdesk.storage.tables import ContactRow, DonationRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.domain.contacts import ContactKind

_contact = table_of(ContactRow)
_donation = table_of(DonationRow)

# Those put into the recycle bin, merged or erased are named nowhere.
_SHOWN = (ContactState.ACTIVE.value, ContactState.ARCHIVED.value)
_COUNTS = (
    payment_state == PaymentState.RECEIVED.value,
    _donation.c.is_fee.is_(False),
    ~IS_RETURNED,
)


class GiverStore:
    """Who gave most, within one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, kind: ContactKind, limit: int) -> list[Contributor]:
        """Return those of a kind who gave most, at least ``limit`` of them if there are.

        Whoever gave as much as the last one is among them: who gave first is decided later.
        """
        least = max(self._nth(kind, state, limit) for state in _SHOWN)
        sums = (_contact.c.gift_cents, func.min(_donation.c.received_on), func.count())
        query = (
            select(_contact.c.id, _contact.c.name, *sums)
            .select_from(COUNTED.join(_contact, _contact.c.id == _donation.c.donor_id))
            .where(
                _contact.c.state.in_(_SHOWN),
                _contact.c.gift_cents >= least,
                _contact.c.kind == kind.value,
                *_COUNTS,
            )
            .group_by(_contact.c.id)
        )
        return [
            Contributor(key, name, Money(cents), first_on, gifts)
            for key, name, cents, first_on, gifts in self._connection.execute(query)
        ]

    def _nth(self, kind: ContactKind, state: str, limit: int) -> int:
        """Return what the last of ``limit`` contacts of a state gave, 1 where fewer gave."""
        given = _contact.c.gift_cents
        query = (
            select(given)
            .where(_contact.c.state == state, given > 0, _contact.c.kind == kind.value)
            .order_by(given.desc())
            .offset(limit - 1)
            .limit(1)
        )
        return self._connection.execute(query).scalar() or 1

    def guests(self, limit: int) -> list[Contributor]:
        """Return the largest gifts that nobody knows the giver of, each one by itself."""
        query = (
            select(_donation.c.id, _donation.c.amount_cents, _donation.c.received_on)
            .select_from(COUNTED)
            .where(_donation.c.donor_id.is_(None), *_COUNTS)
            .order_by(_donation.c.amount_cents.desc(), _donation.c.received_on, _donation.c.id)
            .limit(limit)
        )
        return [
            Contributor(None, "", Money(cents), day, gift_id=key)
            for key, cents, day in self._connection.execute(query)
        ]
