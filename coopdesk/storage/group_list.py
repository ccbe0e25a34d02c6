"""The list of groups: who takes part today, and how far their objectives are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.groups import GroupKind, GroupLine
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    GroupMemberRow,
    GroupObjectiveRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select

_contact = table_of(ContactRow)
_group = table_of(WorkingGroupRow)
_member = table_of(GroupMemberRow)
_objective = table_of(GroupObjectiveRow)
_own = _group.alias("own")
_parent = _group.alias("parent")
_referent = _contact.alias("referent")


class GroupList:
    """Lines of groups in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(
        self,
        today: dt.date,
        kind: GroupKind | None = None,
        programme_id: int | None = None,
        *,
        current_only: bool = False,
    ) -> list[GroupLine]:
        """Return groups in French order, those of a programme by number.

        A programme counts the objectives of its chantiers as its own.
        """
        query = _lines(today)
        if kind is not None:
            query = query.where(_group.c.kind == kind.value)
        if programme_id is not None:
            query = query.where(_group.c.parent_id == programme_id)
            query = query.order_by(_group.c.number.is_(None), _group.c.number)
        if current_only:
            query = query.where(or_(_group.c.ended_on.is_(None), _group.c.ended_on >= today))
        rows = self._connection.execute(query.order_by(_group.c.sort_key))
        return [_to_line(row) for row in rows]


def _lines(today: dt.date) -> Select[Any]:
    return (
        select(
            _group.c.id,
            _group.c.name,
            _group.c.kind,
            _group.c.number,
            func.coalesce(_parent.c.name, "").label("programme"),
            func.coalesce(_referent.c.name, "").label("referent"),
            _group.c.started_on,
            _group.c.ended_on,
            _group.c.is_ephemeral,
            _count("person", _present(today)).label("people"),
            _count("organisation", _present(today)).label("structures"),
            _count(None).label("total"),
            _objectives().label("objectives"),
            _objectives(_objective.c.state == "reached").label("reached"),
        )
        .select_from(_group)
        .outerjoin(_parent, _parent.c.id == _group.c.parent_id)
        .outerjoin(_referent, _referent.c.id == _group.c.referent_id)
    )


def _present(today: dt.date) -> ColumnElement[bool]:
    return or_(_member.c.ended_on.is_(None), _member.c.ended_on >= today)


def _count(kind: str | None, *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    """Count the contacts of a kind that take part, or of both."""
    told = and_(_contact.c.id == _member.c.contact_id, _contact.c.state == "active")
    query = (
        select(func.count(_contact.c.id.distinct()))
        .select_from(_member.join(_contact, told))
        .where(_member.c.group_id == _group.c.id, *conditions)
    )
    if kind is not None:
        query = query.where(_contact.c.kind == kind)
    return query.correlate(_group).scalar_subquery()


def _objectives(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(_objective.join(_own, _own.c.id == _objective.c.group_id))
        .where(or_(_own.c.id == _group.c.id, _own.c.parent_id == _group.c.id))
        .where(*conditions)
        .correlate(_group)
        .scalar_subquery()
    )


def _to_line(row: Row[Any]) -> GroupLine:
    return GroupLine(
        id=row.id,
        name=row.name,
        kind=GroupKind(row.kind),
        number=row.number,
        programme=row.programme,
        referent=row.referent,
        people=row.people,
        structures=row.structures,
        objectives=row.objectives,
        reached=row.reached,
        started_on=row.started_on,
        ended_on=row.ended_on,
        is_ephemeral=row.is_ephemeral,
        total=row.total,
    )
