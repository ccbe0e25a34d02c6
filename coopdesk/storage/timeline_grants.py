"""Entries of a time-line about grants: asked of a funder, answered, told in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, literal, select, union_all

from coopdesk.domain.grant_requests import RequestStep
from coopdesk.domain.money import Money
from coopdesk.domain.timeline import EntryKind, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    GrantAwardRow,
    GrantProjectRow,
    GrantRequestRow,
    PartnerRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row, Select

_award = table_of(GrantAwardRow)
_contact = table_of(ContactRow)
_partner = table_of(PartnerRow)
_project = table_of(GrantProjectRow)
_request = table_of(GrantRequestRow)
_SENT, _TOLD = RequestStep.SENT.value, RequestStep.REPORTED.value


def grant_steps(ids: Sequence[int]) -> Select[Any]:
    """Select the days on which contacts were asked for money, answered, and were told of it."""
    days = union_all(
        select(_request.c.id, _request.c.asked_on.label("day"), literal(_SENT).label("step")),
        # Granted, refused and withdrawn are called the same as steps and as states.
        select(_request.c.id, _request.c.decided_on, _request.c.state),
        select(_request.c.id, _request.c.report_sent_on, literal(_TOLD)),
    ).subquery()
    amount = case(
        (days.c.step == _SENT, _request.c.asked_cents),
        (days.c.step == RequestStep.GRANTED.value, _award.c.amount_cents),
    )
    return (
        select(
            _request.c.title,
            _project.c.title.label("project"),
            days.c.day,
            days.c.step,
            amount.label("amount_cents"),
            _partner.c.id.label("partner_id"),
        )
        .select_from(days)
        .join(_request, _request.c.id == days.c.id)
        .join(_contact, _contact.c.id == _request.c.funder_id)
        .outerjoin(_award, _award.c.id == _request.c.award_id)
        .outerjoin(_project, _project.c.id == _request.c.project_id)
        .outerjoin(_partner, _partner.c.contact_id == _request.c.funder_id)
        .where(_request.c.funder_id.in_(ids), days.c.day.is_not(None))
        .order_by(days.c.day.desc(), _request.c.id.desc())
    )


def grant_entry(row: Row[Any]) -> TimelineEntry:
    """Return a step of a grant as an entry."""
    values = {
        "title": row.title,
        "step": RequestStep(row.step),
        "project": row.project or "",
    }
    amount = None if row.amount_cents is None else Money(row.amount_cents)
    return TimelineEntry(EntryKind.GRANT, row.day, values, amount, "partners", row.partner_id)
