"""List partners with what is open, and what they take part in: the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.partners import PartnerKind, PartnerLevel, PartnerLine
from coopdesk.storage.agreement_store import runs_on
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    AffiliationRow,
    AgreementRow,
    CommitmentRow,
    ContactRow,
    PartnerRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery

    from coopdesk.domain.partners import PartnerFilter

_affiliation = table_of(AffiliationRow)
_agreement = table_of(AgreementRow)
_commitment = table_of(CommitmentRow)
_contact = table_of(ContactRow)
_partner = table_of(PartnerRow)
_referent = _contact.alias("referent")
_person = _contact.alias("person")


class PartnerList:
    """The list of partners of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(self, wanted: PartnerFilter, today: dt.date) -> list[int]:
        """Return the ids of the partners that a filter shows, in French order."""
        query = (
            select(_partner.c.id)
            .join(_contact, _contact.c.id == _partner.c.contact_id)
            .where(*_conditions(wanted, today))
            .order_by(_contact.c.sort_key, _partner.c.id)
        )
        return read_ids(self._connection, query)

    def lines(self, ids: Sequence[int], today: dt.date) -> list[PartnerLine]:
        """Return partners with what is open on a day, in the order of the ids."""
        query = _lines(today).where(_partner.c.id.in_(ids))
        found = {row.id: _to_line(row) for row in self._connection.execute(query)}
        return [found[key] for key in ids if key in found]

    def all(self, wanted: PartnerFilter, today: dt.date) -> list[PartnerLine]:
        """Return the partners that a filter shows, in French order."""
        query = _lines(today).where(*_conditions(wanted, today))
        rows = self._connection.execute(query.order_by(_contact.c.sort_key, _partner.c.id))
        return [_to_line(row) for row in rows]


def _conditions(wanted: PartnerFilter, today: dt.date) -> list[ColumnElement[bool]]:
    # One in the recycle bin is no partner meanwhile.
    found: list[ColumnElement[bool]] = [_contact.c.state.in_(("active", "archived"))]
    if wanted.text:
        found += words_in((_contact.c.search_text,), wanted.text)
    if wanted.kind is not None:
        found.append(_partner.c.kind == wanted.kind.value)
    if wanted.level is not None:
        found.append(_partner.c.level == wanted.level.value)
    if wanted.current_only:
        found.append(or_(_partner.c.ended_on.is_(None), _partner.c.ended_on >= today))
    return found


def _lines(today: dt.date) -> Select[Any]:
    """Select partners, each with counts that are added up once for all of them."""
    people, agreements, owed = _people(today), _in_force(today), _owed(today)
    counts = (
        func.coalesce(people.c.people, 0).label("people"),
        func.coalesce(agreements.c.agreements, 0).label("agreements"),
        func.coalesce(owed.c.open_ours, 0).label("open_ours"),
        func.coalesce(owed.c.open_theirs, 0).label("open_theirs"),
        func.coalesce(owed.c.overdue, 0).label("overdue"),
    )
    joined = _partner.join(_contact, _contact.c.id == _partner.c.contact_id)
    joined = joined.outerjoin(_referent, _referent.c.id == _partner.c.referent_id)
    for counted in (people, agreements, owed):
        joined = joined.outerjoin(counted, counted.c.contact_id == _partner.c.contact_id)
    return select(
        _partner,
        _contact.c.name,
        _contact.c.city,
        func.coalesce(_referent.c.name, "").label("referent_name"),
        *counts,
    ).select_from(joined)


def _people(today: dt.date) -> Subquery:
    inside = or_(_affiliation.c.ended_on.is_(None), _affiliation.c.ended_on >= today)
    return (
        select(
            _affiliation.c.organisation_id.label("contact_id"),
            func.count(_affiliation.c.person_id.distinct()).label("people"),
        )
        .join(_person, _person.c.id == _affiliation.c.person_id)
        .where(
            inside,
            _person.c.state == "active",
            _affiliation.c.organisation_id.in_(select(_partner.c.contact_id)),
        )
        .group_by(_affiliation.c.organisation_id)
        .subquery()
    )


def _in_force(today: dt.date) -> Subquery:
    return (
        select(_agreement.c.contact_id, func.count(_agreement.c.id).label("agreements"))
        .where(runs_on(today))
        .group_by(_agreement.c.contact_id)
        .subquery()
    )


def _owed(today: dt.date) -> Subquery:
    ours = _commitment.c.side == "ours"
    late = and_(_commitment.c.due_on.is_not(None), _commitment.c.due_on < today)
    return (
        select(
            _commitment.c.contact_id,
            func.count(_commitment.c.id).filter(ours).label("open_ours"),
            func.count(_commitment.c.id).filter(~ours).label("open_theirs"),
            func.count(_commitment.c.id).filter(late).label("overdue"),
        )
        .where(_commitment.c.state == "open")
        .group_by(_commitment.c.contact_id)
        .subquery()
    )


def _to_line(row: Row[Any]) -> PartnerLine:
    return PartnerLine(
        id=row.id,
        contact_id=row.contact_id,
        name=row.name,
        kind=PartnerKind(row.kind),
        level=PartnerLevel(row.level),
        town=row.city,
        referent_name=row.referent_name,
        started_on=row.started_on,
        ended_on=row.ended_on,
        people=row.people,
        agreements=row.agreements,
        open_ours=row.open_ours,
        open_theirs=row.open_theirs,
        overdue=row.overdue,
    )
