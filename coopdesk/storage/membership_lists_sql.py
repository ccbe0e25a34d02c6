"""What a filter of memberships asks the database: the list of a year comes from one index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, or_, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.member_status_sql import has_status
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import ContactRow, MembershipRow, MembershipTypeRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, Select

    from coopdesk.domain.members import MemberRules
    from coopdesk.domain.membership_lists import MembershipFilter

_contact = table_of(ContactRow)
_membership = table_of(MembershipRow)
_type = table_of(MembershipTypeRow)
_later = _membership.alias("later")

_DUE = _membership.c.fee_cents + _membership.c.joining_fee_cents
_SORTS: dict[str, ColumnElement[Any]] = {
    "name": _membership.c.name_key,
    "number": _contact.c.number_key,
    "type": _type.c.position,
    "start": _membership.c.started_on,
    "end": _membership.c.ended_on,
    "due": _DUE,
    "paid": _membership.c.paid_cents,
    "remainder": _DUE - _membership.c.paid_cents,
}
_HIDDEN = ("archived", "binned", "merged")


def filtered_ids(wanted: MembershipFilter, rules: MemberRules, today: dt.date) -> Select[Any]:
    """Return the query for the ids that a filter shows, in its order."""
    query = select(_membership.c.id).where(*_conditions(wanted, rules, today))
    if wanted.sort == "number":
        query = query.join(_contact, _contact.c.id == _membership.c.contact_id)
    if wanted.sort == "type":
        query = query.join(_type, _type.c.id == _membership.c.type_id)
    sort = _SORTS[wanted.sort]
    query = query.order_by(sort.desc() if wanted.descending else sort.asc())
    if wanted.sort != "name":
        query = query.order_by(_membership.c.name_key)
    last = _membership.c.id
    return query.order_by(last.desc() if wanted.descending else last.asc())


def filtered_sums(wanted: MembershipFilter, rules: MemberRules, today: dt.date) -> Select[Any]:
    """Return the query that adds up what a filter shows."""
    rest = func.sum(func.max(_DUE - _membership.c.paid_cents, 0))
    return select(
        func.count().label("memberships"),
        func.coalesce(func.sum(_DUE), 0).label("due"),
        func.coalesce(func.sum(_membership.c.paid_cents), 0).label("paid"),
        func.coalesce(rest, 0).label("remainder"),
    ).where(*_conditions(wanted, rules, today))


def _conditions(
    wanted: MembershipFilter, rules: MemberRules, today: dt.date
) -> list[ColumnElement[bool]]:
    cancelled = _membership.c.cancelled_on
    return [
        cancelled.is_not(None) if wanted.cancelled else cancelled.is_(None),
        *_of_days(wanted),
        *_of_terms(wanted),
        *_of_holders(wanted, rules, today),
    ]


def _of_days(wanted: MembershipFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.latest:
        found.append(~_has_later())
    if wanted.year is not None:
        found.append(_membership.c.start_year == wanted.year)
    if wanted.period is not None:
        found += [
            _membership.c.started_on <= wanted.period.end,
            _membership.c.ended_on >= wanted.period.start,
        ]
    return found


def _has_later() -> ColumnElement[bool]:
    """Return the condition that its holder has a membership in force that ends later."""
    same_end = and_(_later.c.ended_on == _membership.c.ended_on, _later.c.id > _membership.c.id)
    return exists().where(
        _later.c.contact_id == _membership.c.contact_id,
        _later.c.cancelled_on.is_(None),
        or_(_later.c.ended_on > _membership.c.ended_on, same_end),
    )


def _of_terms(wanted: MembershipFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.type_ids:
        found.append(_membership.c.type_id.in_(wanted.type_ids))
    if wanted.paid is not None:
        settled = _membership.c.paid_cents >= _DUE
        found.append(settled if wanted.paid else ~settled)
    return found


def _of_holders(
    wanted: MembershipFilter, rules: MemberRules, today: dt.date
) -> list[ColumnElement[bool]]:
    """Return conditions on who holds a membership: one set of contacts, made once."""
    words = words_in((_contact.c.search_text,), wanted.text)
    if wanted.status is not None:
        words.append(has_status(wanted.status, rules, today))
    if words:
        shown = select(_contact.c.id).where(_contact.c.state == "active", *words)
        return [_membership.c.contact_id.in_(shown)]
    hidden = select(_contact.c.id).where(_contact.c.state.in_(_HIDDEN))
    return [_membership.c.contact_id.not_in(hidden)]
