"""What partners take part in: groups, events, grants, gifts in kind, fees; for all at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, case, func, literal, or_, select, union_all

from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.money import Money
from coopdesk.domain.partner_sheets import PartnerEvent, PartnerGrant, PartnerGroup
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    EventRegistrationRow,
    EventRoleRow,
    EventRow,
    GrantAwardRow,
    GrantRequestRow,
    GroupMemberRow,
    KindContributionRow,
    PartnerRow,
    PaymentLineRow,
    PaymentRow,
    VenueRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Select

_award = table_of(GrantAwardRow)
_contact = table_of(ContactRow)
_contribution = table_of(KindContributionRow)
_event = table_of(EventRow)
_group = table_of(WorkingGroupRow)
_line = table_of(PaymentLineRow)
_member = table_of(GroupMemberRow)
_partner = table_of(PartnerRow)
_payment = table_of(PaymentRow)
_registered = table_of(EventRegistrationRow)
_request = table_of(GrantRequestRow)
_role = table_of(EventRoleRow)
_venue = table_of(VenueRow)
_PARTNERS = select(_partner.c.contact_id)

Found = TypeVar("Found")


class PartnerNetwork:
    """What partners take part in, in one transaction; each question is one query for all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def groups(
        self,
        first: dt.date | None = None,
        last: dt.date | None = None,
        contact_id: int | None = None,
    ) -> dict[int, list[PartnerGroup]]:
        """Return the groups that partners take part in or carry during some days."""
        found: dict[int, dict[int, PartnerGroup]] = defaultdict(dict)
        for query in (_parts(contact_id), *_carried(contact_id)):
            for row in self._connection.execute(query.where(*_days_of(query, first, last))):
                one = PartnerGroup(row.id, row.name, row.role, row.started_on, row.ended_on)
                found[row.contact_id].setdefault(row.id, one)
        return {key: list(groups.values()) for key, groups in found.items()}

    def events(
        self,
        first: dt.date | None = None,
        last: dt.date | None = None,
        contact_id: int | None = None,
    ) -> dict[int, list[PartnerEvent]]:
        """Return the events that partners make, house or come to during some days."""
        parts = union_all(
            select(_role.c.contact_id, _role.c.event_id).where(
                _of(_role.c.contact_id, contact_id)
            ),
            select(_registered.c.contact_id, _registered.c.event_id).where(
                _of(_registered.c.contact_id, contact_id),
                _registered.c.state == "registered",
            ),
            select(_venue.c.contact_id, _event.c.id)
            .join(_event, _event.c.venue_id == _venue.c.id)
            .where(_of(_venue.c.contact_id, contact_id)),
        ).subquery()
        query = (
            select(parts.c.contact_id, _event.c.id, _event.c.title, _event.c.starts_on)
            .distinct()
            .join(_event, _event.c.id == parts.c.event_id)
            .where(_event.c.state != "cancelled")
            .where(*_overlap(_event.c.starts_on, _event.c.ends_on, first, last))
            .order_by(_event.c.starts_on.desc(), _event.c.id.desc())
        )
        return _by_contact(
            (row.contact_id, PartnerEvent(row.id, row.title, row.starts_on))
            for row in self._connection.execute(query)
        )

    def grants(self, contact_id: int) -> list[PartnerGrant]:
        """Return the grants that a partner was asked for, the newest first."""
        signed = case(
            (_payment.c.direction == "out", -_line.c.amount_cents), else_=_line.c.amount_cents
        )
        paid = (
            select(_line.c.grant_award_id, func.sum(signed).label("cents"))
            .join(_payment, _payment.c.id == _line.c.payment_id)
            .where(_payment.c.state == "received", _line.c.grant_award_id.is_not(None))
            .group_by(_line.c.grant_award_id)
            .subquery()
        )
        query = (
            select(_request, _award.c.amount_cents.label("granted"), paid.c.cents.label("paid"))
            .select_from(_request)
            .outerjoin(_award, _award.c.id == _request.c.award_id)
            .outerjoin(paid, paid.c.grant_award_id == _award.c.id)
            .where(_request.c.funder_id == contact_id)
            .order_by(_request.c.id.desc())
        )
        return [
            PartnerGrant(
                row.id,
                row.title,
                RequestState(row.state),
                None if row.asked_cents is None else Money(row.asked_cents),
                Money(row.granted or 0),
                Money(row.paid or 0),
                row.decided_on,
            )
            for row in self._connection.execute(query)
        ]

    def granted(self, first: dt.date, last: dt.date) -> dict[int, Money]:
        """Return what partners notified in some days, by contact."""
        day = _award.c.notified_on.between(first, last)
        return self._sums(_award.c.funder_id, _award.c.amount_cents, select(_award), day)

    def in_kind(self, first: dt.date, last: dt.date) -> dict[int, Money]:
        """Return what partners gave in kind in some days, valued, by contact."""
        day = _contribution.c.given_on.between(first, last)
        cents = _contribution.c.amount_cents
        return self._sums(_contribution.c.contact_id, cents, select(_contribution), day)

    def fees(self, first: dt.date, last: dt.date) -> dict[int, Money]:
        """Return what was paid to partners as fees of networks in some days, by contact.

        All payments of that kind count, also those that no fee was recorded for.
        """
        signed = case(
            (_payment.c.direction == "in", -_line.c.amount_cents), else_=_line.c.amount_cents
        )
        joined = select(_line).join(_payment, _payment.c.id == _line.c.payment_id)
        asked = and_(
            _line.c.kind == "network_fee",
            _payment.c.state == "received",
            _payment.c.paid_on.between(first, last),
        )
        return self._sums(_payment.c.payer_id, signed, joined, asked)

    def _sums(
        self,
        contact: ColumnElement[Any],
        cents: ColumnElement[Any],
        source: Select[Any],
        asked: ColumnElement[bool],
    ) -> dict[int, Money]:
        query = source.with_only_columns(
            contact.label("contact_id"),
            func.sum(cents).label("cents"),
            maintain_column_froms=True,
        )
        query = query.where(asked, contact.in_(_PARTNERS)).group_by(contact)
        rows = self._connection.execute(query)
        return {row.contact_id: Money(row.cents) for row in rows}


def _parts(contact_id: int | None) -> Select[Any]:
    """Select the parts of partners in groups."""
    return (
        select(
            _member.c.contact_id,
            _group.c.id,
            _group.c.name,
            _member.c.role,
            _member.c.started_on,
            _member.c.ended_on,
        )
        .join(_group, _group.c.id == _member.c.group_id)
        .where(_of(_member.c.contact_id, contact_id))
        .order_by(_group.c.sort_key, _member.c.id)
    )


def _carried(contact_id: int | None) -> list[Select[Any]]:
    """Select the groups that partners carry, or whose referent is one of them."""
    days = (_group.c.started_on, _group.c.ended_on)
    return [
        select(
            column.label("contact_id"),
            _group.c.id,
            _group.c.name,
            literal("").label("role"),
            *days,
        )
        .where(_of(column, contact_id))
        .order_by(_group.c.sort_key)
        for column in (_group.c.bearer_id, _group.c.referent_organisation_id)
    ]


def _days_of(
    query: Select[Any], first: dt.date | None, last: dt.date | None
) -> list[ColumnElement[bool]]:
    """Return the conditions that the days of what a query selects overlap some days."""
    days = {column.name: column for column in query.selected_columns}
    return _overlap(days["started_on"], days["ended_on"], first, last)


def _of(column: ColumnElement[Any], contact_id: int | None) -> ColumnElement[bool]:
    return column.in_(_PARTNERS) if contact_id is None else column == contact_id


def _overlap(
    starts: ColumnElement[Any],
    ends: ColumnElement[Any],
    first: dt.date | None,
    last: dt.date | None,
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if last is not None:
        found.append(or_(starts.is_(None), starts <= last))
    if first is not None:
        found.append(or_(ends.is_(None), ends >= first))
    return found


def _by_contact(rows: Iterable[tuple[int, Found]]) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = defaultdict(list)
    for contact_id, one in rows:
        found[contact_id].append(one)
    return dict(found)
