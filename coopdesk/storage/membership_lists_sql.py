"""What a filter of memberships asks the database: every list comes from one index.

A year, and the last ones of everybody, stand in the order of names with all that narrows them;
other orders are sorted, which 100 000 bear. All memberships at once do not: each of their
orders stands in an index of its own, unless they are narrowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, literal_column, or_, select

from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.member_status_sql import OF_HOLDER, has_status
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

_POSITION = (
    select(_type.c.position).where(_type.c.id == _membership.c.type_id).scalar_subquery()
)
_SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "name": (),
    "number": (_membership.c.number_key,),
    "type": (_POSITION, _membership.c.type_id),
    "start": (_membership.c.started_on,),
    "end": (_membership.c.ended_on,),
    "due": (_membership.c.due_cents,),
    "paid": (_membership.c.paid_cents,),
    "remainder": (_membership.c.remainder_cents,),
}
# Written as in the indexes of ``MembershipRow``, or the engine does not know them again.
_IS_LISTED = _membership.c.listed > literal_column("0")
_IS_LAST = _membership.c.listed == literal_column("2")
_RARE_LENGTH = 3
_HIDDEN = ("archived", "binned", "merged")


def filtered_ids(wanted: MembershipFilter, rules: MemberRules, today: dt.date) -> Select[Any]:
    """Return the query for the ids that a filter shows, in its order."""
    conditions = _conditions(wanted, rules, today)
    query = select(_membership.c.id).where(*conditions)
    terms = _SORTS[wanted.sort]
    if len(conditions) > 1:
        # Not in the order of the index of all memberships, which lacks what narrows these.
        terms = tuple(func.coalesce(term, None) for term in terms)
    elif terms and wanted.latest:
        # The index of this order holds all that are listed, the last ones among them.
        query = select(_membership.c.id).where(_IS_LISTED, _membership.c.listed + 0 == 2)
    if len(conditions) == 1 and wanted.sort == "type":
        # Type by type, each in the order of names.
        query = query.join(_type, _type.c.id == _membership.c.type_id)
        terms = (_type.c.position, _type.c.id)
    terms = (*terms, _membership.c.name_key, _membership.c.id)
    return query.order_by(*(x.desc() if wanted.descending else x.asc() for x in terms))


def filtered_sums(wanted: MembershipFilter, rules: MemberRules, today: dt.date) -> Select[Any]:
    """Return the query that adds up what a filter shows."""
    return select(
        func.count().label("memberships"),
        func.coalesce(func.sum(_membership.c.due_cents), 0).label("due"),
        func.coalesce(func.sum(_membership.c.paid_cents), 0).label("paid"),
        func.coalesce(func.sum(_membership.c.remainder_cents), 0).label("remainder"),
    ).where(*_conditions(wanted, rules, today))


def _conditions(
    wanted: MembershipFilter, rules: MemberRules, today: dt.date
) -> list[ColumnElement[bool]]:
    found = (
        _cancelled(wanted) if wanted.cancelled else [_IS_LAST if wanted.latest else _IS_LISTED]
    )
    found += _of_days(wanted)
    if wanted.type_ids:
        # Not from the index of types: a sum with nothing is no column of it.
        found.append((_membership.c.type_id + 0).in_(wanted.type_ids))
    if wanted.paid is not None:
        rest = _membership.c.remainder_cents + 0
        found.append(rest == 0 if wanted.paid else rest > 0)
    if wanted.status is not None:
        found.append(has_status(wanted.status, rules, today, OF_HOLDER))
    return found + _of_text(wanted)


def _cancelled(wanted: MembershipFilter) -> list[ColumnElement[bool]]:
    """Return the conditions of cancelled memberships; they are few."""
    hidden = select(_contact.c.id).where(_contact.c.state.in_(_HIDDEN))
    shown = _membership.c.contact_id.not_in(hidden)
    found: list[ColumnElement[bool]] = [_membership.c.cancelled_on.is_not(None), shown]
    return [*found, ~_has_later()] if wanted.latest else found


def _has_later() -> ColumnElement[bool]:
    """Return the condition that its holder has a membership in force that ends later."""
    same_end = and_(_later.c.ended_on == _membership.c.ended_on, _later.c.id > _membership.c.id)
    return exists().where(
        _later.c.contact_id == _membership.c.contact_id,
        _later.c.cancelled_on.is_(None),
        or_(_later.c.ended_on > _membership.c.ended_on, same_end),
    )


def _of_days(wanted: MembershipFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.year is not None:
        found.append(_membership.c.start_year == wanted.year)
    if wanted.period is not None:
        found += [
            _membership.c.started_on <= wanted.period.end,
            _membership.c.ended_on >= wanted.period.start,
        ]
    return found


def _of_text(wanted: MembershipFilter) -> list[ColumnElement[bool]]:
    """Return the conditions of a search.

    Among all memberships a set of contacts is made first, unless the words are so short that
    most names hold them.
    """
    if (
        wanted.year is not None
        or wanted.latest
        or len(max(fold(wanted.text).split(), key=len, default="")) < _RARE_LENGTH
    ):
        return words_in((_membership.c.search_text,), wanted.text)
    words = words_in((_contact.c.search_text,), wanted.text)
    shown = select(_contact.c.id).where(_contact.c.state == "active", *words)
    return [_membership.c.contact_id.in_(shown)]
