"""Duties as documents for ``--json``, and as tables to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing
from coopdesk.wording.duties import duty_text, source_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.duties import Duty, DutyMark, OwnDuty


def duty_document(one: Duty) -> Document:
    """Return a duty for ``--json``: its code and period name it for ``duties done``."""
    return {
        "code": one.code,
        "period": one.period,
        "state": one.state,
        "due_on": one.due_on,
        "text": duty_text(one),
        "source": one.source,
        "confidence": one.confidence,
        "can_mark": one.can_mark,
    }


def duty_listing(duties: Sequence[Duty]) -> Listing:
    """Return duties as a table, in their order."""
    columns = (
        Column(_("State")),
        Column(_("Due on")),
        Column(_("What is to be done")),
        Column(_("Code")),
        Column(_("For")),
        Column(_("Source"), rare=True),
    )
    rows = [
        (
            label(one.state),
            "" if one.due_on is None else day_text(one.due_on),
            duty_text(one),
            one.code,
            one.period,
            source_text(one),
        )
        for one in duties
    ]
    return Listing(columns, rows, _("Nothing is waiting for you."))


def mark_document(one: DutyMark) -> Document:
    """Return what was said of a duty for ``--json``."""
    return {
        "code": one.code,
        "period": one.period,
        "state": one.state,
        "marked_on": one.marked_on,
        "note": one.note,
    }


def own_document(one: OwnDuty) -> Document:
    """Return a date of our own for ``--json``."""
    content = one.content
    return {
        "id": one.id,
        "title": content.title,
        "due_on": content.due_on,
        "repeat_months": content.repeat_months,
        "note": content.note,
    }
