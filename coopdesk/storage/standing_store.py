"""Read what papers say of many people at once: their memberships, and who died."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, exists, func, or_, select

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.members import DepartureReason, Period
from coopdesk.domain.money import Money
from coopdesk.domain.paper_people import Standing
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    DepartureRow,
    HouseholdRow,
    MembershipPersonRow,
    MembershipRow,
    MembershipTypeRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import BindParameter, Connection, Select

_contact = table_of(ContactRow)
_departure = table_of(DepartureRow)
_household = table_of(HouseholdRow)
_line = table_of(PaymentLineRow)
_membership = table_of(MembershipRow)
_payment = table_of(PaymentRow)
_person = table_of(MembershipPersonRow)
_type = table_of(MembershipTypeRow)

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_DUE = _membership.c.fee_cents + _membership.c.joining_fee_cents
# As the triggers of ``storage/sums.py`` count a member.
_COUNTS = or_(
    _membership.c.paid_cents >= _DUE,
    and_(_membership.c.instalment_count > 1, _membership.c.paid_cents > 0),
)
_STANDINGS: Select[Any] = (
    select(
        _person.c.contact_id,
        _membership.c.id,
        _type.c.name,
        _membership.c.started_on,
        _membership.c.ended_on,
        _COUNTS,
        _type.c.college,
        _type.c.has_vote,
        (_membership.c.contact_id == _person.c.contact_id),
        _DUE,
        _membership.c.paid_cents,
    )
    .join(_membership, _membership.c.id == _person.c.membership_id)
    .join(_type, _type.c.id == _membership.c.type_id)
    .where(_person.c.contact_id.in_(_IDS), _membership.c.cancelled_on.is_(None))
    .order_by(_membership.c.started_on, _membership.c.id)
)

_GONE_FROM_HOME = exists().where(
    _contact.c.household_id == _household.c.id,
    or_(
        _contact.c.state.in_((ContactState.ARCHIVED.value, ContactState.BINNED.value)),
        exists().where(
            _departure.c.contact_id == _contact.c.id,
            _departure.c.reason == DepartureReason.DECEASED.value,
        ),
    ),
)


class StandingStore:
    """What papers say of people, within one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, ids: Sequence[int]) -> dict[int, list[Standing]]:
        """Return the memberships that cover contacts by their ids, the oldest first."""
        found: dict[int, list[Standing]] = {key: [] for key in ids}
        for batch in in_batches(ids):
            for row in self._connection.execute(_STANDINGS, {"ids": batch}):
                key, membership_id, name, start, end, counts, college, vote, own, *cents = row
                found[key].append(
                    Standing(
                        membership_id,
                        name,
                        Period(start, end),
                        counts=bool(counts),
                        college=college,
                        has_vote=vote,
                        is_holder=bool(own),
                        due=Money(cents[0]),
                        paid=Money(cents[1]),
                    )
                )
        return found

    def deceased(self, ids: Sequence[int]) -> set[int]:
        """Return which of the contacts died."""
        query = select(_departure.c.contact_id).where(
            _departure.c.contact_id.in_(_IDS),
            _departure.c.reason == DepartureReason.DECEASED.value,
        )
        batches = (self._connection.execute(query, {"ids": x}) for x in in_batches(ids))
        return {int(key) for rows in batches for key in rows.scalars()}

    def refusing(self, emails: Iterable[str]) -> set[str]:
        """Return which of the addresses, case folded, belong to somebody who refused news."""
        keys = sorted({email.casefold() for email in emails if email})
        query = select(_contact.c.email_key).where(
            _contact.c.email_key.in_(_IDS),
            _contact.c.consent_newsletter.is_(False),
            _contact.c.state == ContactState.ACTIVE.value,
        )
        batches = (self._connection.execute(query, {"ids": x}) for x in in_batches(keys))
        return {str(key) for rows in batches for key in rows.scalars()}

    def photos(self, ids: Sequence[int]) -> dict[int, int]:
        """Return the photos of the contacts that have one, as ids of stored files."""
        query = select(_contact.c.id, _contact.c.photo_id).where(
            _contact.c.id.in_(_IDS), _contact.c.photo_id.is_not(None)
        )
        batches = (self._connection.execute(query, {"ids": x}) for x in in_batches(ids))
        return {row.id: row.photo_id for rows in batches for row in rows}

    def household_names(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the names that letters to households bear, by their ids.

        A household where somebody died or was put away has none here: its name may be theirs.
        """
        query = select(_household.c.id, _household.c.name).where(
            _household.c.id.in_(_IDS), ~_GONE_FROM_HOME
        )
        batches = (self._connection.execute(query, {"ids": x}) for x in in_batches(ids))
        return {row.id: row.name for rows in batches for row in rows}

    def french_order(self, ids: Sequence[int]) -> list[int]:
        """Return contacts in the alphabetical order of their names; unknown ids are dropped."""
        query = select(_contact.c.sort_key, _contact.c.id).where(_contact.c.id.in_(_IDS))
        batches = (self._connection.execute(query, {"ids": x}) for x in in_batches(ids))
        return [row.id for row in sorted(row for rows in batches for row in rows)]

    def paid_on(self, membership_id: int) -> dt.date | None:
        """Return the day of the last payment received for a membership."""
        query = (
            select(func.max(_payment.c.paid_on))
            .join(_line, _line.c.payment_id == _payment.c.id)
            .where(_line.c.membership_id == membership_id, _payment.c.state == "received")
        )
        found: dt.date | None = self._connection.execute(query).scalar()
        return found
