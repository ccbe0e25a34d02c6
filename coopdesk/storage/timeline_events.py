"""Entries of a time-line about events: taking part, making them, and writing about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.event_registrations import MoveKind
from coopdesk.domain.events import EventRole, When, WhenKind
from coopdesk.domain.timeline import EntryKind, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AttendanceRow,
    EventRegistrationRow,
    EventReportRow,
    EventRoleRow,
    EventRow,
    GroupMemberRow,
    RegistrationMoveRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row, Select

_attendance = table_of(AttendanceRow)
_event = table_of(EventRow)
_group = table_of(WorkingGroupRow)
_member = table_of(GroupMemberRow)
_move = table_of(RegistrationMoveRow)
_registered = table_of(EventRegistrationRow)
_report = table_of(EventReportRow)
_role = table_of(EventRoleRow)

_PAGE = "events"
_TOLD = (
    _event.c.id.label("event_id"),
    _event.c.title,
    _event.c.edition,
    _event.c.when_kind,
    _event.c.starts_on,
    _event.c.ends_on,
    _event.c.changed_at,
)


def registration_moves(ids: Sequence[int]) -> Select[Any]:
    """Select what became of the registrations of contacts, newest first."""
    return (
        select(_move.c.kind, _move.c.moved_at, *_TOLD)
        .join(_registered, _registered.c.id == _move.c.registration_id)
        .join(_event, _event.c.id == _registered.c.event_id)
        .where(_registered.c.contact_id.in_(ids))
        .order_by(_move.c.moved_at.desc(), _move.c.id.desc())
    )


def move_entry(row: Row[Any]) -> TimelineEntry:
    """Return what became of a registration as an entry."""
    moment = row.moved_at
    values = {**_told(row), "move": MoveKind(row.kind)}
    day = moment.astimezone().date()
    return TimelineEntry(EntryKind.EVENT, day, values, None, _PAGE, row.event_id, moment)


def presences(ids: Sequence[int]) -> Select[Any]:
    """Select the events where contacts were, with how many sessions they were at."""
    first = func.min(_attendance.c.present_at)
    return (
        select(first.label("moment"), func.count(_attendance.c.session_id).label("n"), *_TOLD)
        .select_from(_attendance)
        .join(_registered, _registered.c.id == _attendance.c.registration_id)
        .join(_event, _event.c.id == _registered.c.event_id)
        .where(_registered.c.contact_id.in_(ids))
        .group_by(_registered.c.id)
        .order_by(first.desc())
    )


def presence_entry(row: Row[Any]) -> TimelineEntry:
    """Return that somebody was there as an entry, from when on."""
    values = {**_told(row), "sessions": row.n}
    day = row.moment.astimezone().date()
    kind = EntryKind.PRESENCE
    return TimelineEntry(kind, day, values, None, _PAGE, row.event_id, row.moment)


def event_roles(ids: Sequence[int]) -> Select[Any]:
    """Select the parts that contacts have in events, the latest event first."""
    return (
        select(_role.c.role, _role.c.subject, *_TOLD)
        .join(_event, _event.c.id == _role.c.event_id)
        .where(_role.c.contact_id.in_(ids))
        .order_by(func.coalesce(_event.c.starts_on, _event.c.changed_at).desc(), _role.c.id)
    )


def role_entry(row: Row[Any]) -> TimelineEntry:
    """Return a part in an event as an entry; an undated event stands where it was changed."""
    values = {**_told(row), "role": EventRole(row.role), "subject": row.subject}
    day = row.starts_on or row.changed_at.astimezone().date()
    return TimelineEntry(EntryKind.EVENT_ROLE, day, values, None, _PAGE, row.event_id)


def reports(ids: Sequence[int]) -> Select[Any]:
    """Select the dated reports that contacts wrote, newest first."""
    return (
        select(_report.c.written_on, *_TOLD)
        .join(_event, _event.c.id == _report.c.event_id)
        .where(_report.c.author_id.in_(ids), _report.c.written_on.is_not(None))
        .order_by(_report.c.written_on.desc())
    )


def report_entry(row: Row[Any]) -> TimelineEntry:
    """Return a report that somebody wrote as an entry."""
    kind = EntryKind.REPORT
    return TimelineEntry(kind, row.written_on, _told(row), None, _PAGE, row.event_id)


def charters(ids: Sequence[int]) -> Select[Any]:
    """Select the charters of groups that contacts signed, newest first."""
    signed_on = _member.c.charter_signed_on
    return (
        select(signed_on, _group.c.id, _group.c.name)
        .join(_group, _group.c.id == _member.c.group_id)
        .where(_member.c.contact_id.in_(ids), signed_on.is_not(None))
        .order_by(signed_on.desc())
    )


def charter_entry(row: Row[Any]) -> TimelineEntry:
    """Return a charter that was signed as an entry."""
    return TimelineEntry(EntryKind.CHARTER, row.charter_signed_on, {"group": row.name})


def _told(row: Row[Any]) -> dict[str, Any]:
    when = When(WhenKind(row.when_kind), row.starts_on, row.ends_on)
    return {"title": row.title, "edition": row.edition, "when": when}
