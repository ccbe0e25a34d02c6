"""What is said of where a grant is, and of what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.money import ZERO
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.grant_states import GrantState, InstalmentState


def standing_text(state: GrantState) -> str:
    """Return where a grant is in few words; what is late before all."""
    if state.is_report_late:
        return _("Report late")
    if state.overdue > ZERO:
        return _("Payment late")
    request = state.request
    if request.state is RequestState.GRANTED and state.granted and not state.due:
        return _("Paid in full")
    return label(request.state)


def next_steps(state: GrantState) -> Iterator[str]:
    """Yield what there is to do about a grant, the most pressing first."""
    request = state.request
    if state.is_report_late and state.report_due_on is not None:
        text = _("The report was due on {day}: write it and send it.")
        yield text.format(day=day_long(state.report_due_on))
    if state.overdue > ZERO:
        text = _("{amount} should have come by now: ask the funder.")
        yield text.format(amount=money_text(state.overdue))
    if request.state is RequestState.DRAFT:
        yield _("Write the budget, print the file, then note the day it was sent.")
    elif request.state is RequestState.SENT:
        yield _("Note the answer when it comes: granted, or refused.")
    elif state.report_due_on is not None and not state.is_report_late:
        text = _("The report is due by {day}.")
        yield text.format(day=day_long(state.report_due_on))


def instalment_text(one: InstalmentState) -> str:
    """Return what came of a part of a grant, or when it may."""
    if not one.due > ZERO:
        return _("received")
    if one.paid:
        text = _("{paid} received, {due} to come")
        return text.format(paid=money_text(one.paid), due=money_text(one.due))
    if one.expected_on is None:
        return _("expected, nobody knows when")
    return _("expected on {day}").format(day=day_long(one.expected_on))
