"""Grants as tables to read on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing, facts
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.grant_requests import EligibleCost
    from coopdesk.domain.grant_states import GrantState, InstalmentState
    from coopdesk.domain.money import Money


def grants_listing(states: Iterable[GrantState]) -> Listing:
    """Return the list of grants, from what was asked to when the report is due."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Grant")),
        Column(_("Funder"), rare=True),
        Column(_("Project"), rare=True),
        Column(_("State")),
        Column(_("Asked for"), at_right=True),
        Column(_("Granted"), at_right=True),
        Column(_("Paid"), at_right=True),
        Column(_("Due"), at_right=True),
        Column(_("Report due on"), at_right=True),
    )
    rows = [
        (
            str(one.request.id),
            one.request.content.title,
            one.request.funder_name,
            one.request.project_title,
            label(one.request.state),
            _money(one.asked),
            _money(one.granted),
            _money(one.paid),
            _money(one.due),
            _day(one.report_due_on),
        )
        for one in states
    ]
    return Listing(columns, rows, _("No grant."))


def grant_facts(state: GrantState) -> Listing:
    """Return what is known of one grant."""
    request, content, report = state.request, state.request.content, state.report
    return facts(
        (_("Grant"), content.title),
        (_("State"), label(request.state)),
        (_("Funder"), request.funder_name),
        (_("Project"), request.project_title),
        (_("Agreement"), request.agreement_title),
        (_("For"), label(content.purpose)),
        (_("Form"), label(content.form)),
        (_("First day"), _day(content.starts_on)),
        (_("Last day"), _day(content.ends_on)),
        (_("Sent on"), _day(request.asked_on)),
        (_("Answered on"), _day(request.decided_on)),
        (_("Funding rate"), rate_text(content.rate)),
        (_("Asked for"), _money(state.asked)),
        (_("Granted"), _money(state.granted)),
        (_("Paid"), _money(state.paid)),
        (_("Due"), _money(state.due)),
        (_("Overdue"), _money(state.overdue)),
        (_("Paid too much"), _money(state.overpaid)),
        (_("Given back"), _money(state.returned)),
        (_("Spent"), _money(state.spent.amount)),
        (_("Of that, in drafts"), _money(state.spent.drafts)),
        (_("Used of the grant"), _money(state.used)),
        (_("Left to spend"), _money(state.left)),
        (_("In dedicated funds"), _money(state.in_funds)),
        (_("Report due on"), _day(state.report_due_on)),
        (_("By law"), _day(report.legal_on if report else None)),
        (_("By the agreement"), _day(report.own_on if report else None)),
        (_("Report sent on"), _day(request.report_sent_on)),
        (_("Note"), content.note),
    )


def instalment_listing(parts: Sequence[InstalmentState]) -> Listing:
    """Return the parts of a grant with what came of each."""
    columns = (
        Column(_("Rank"), at_right=True),
        Column(_("Instalment")),
        Column(_("Amount"), at_right=True),
        Column(_("Paid"), at_right=True),
        Column(_("Due"), at_right=True),
        Column(_("Expected on"), at_right=True),
        Column(_("What the funder wants first"), rare=True),
    )
    rows = [
        (
            str(rank) if one.instalment else "",
            one.label if one.instalment else _("Not planned"),
            money_text(one.amount),
            money_text(one.paid),
            money_text(one.due),
            _day(one.expected_on),
            one.instalment.content.needs if one.instalment else "",
        )
        for rank, one in enumerate(parts, start=1)
    ]
    return Listing(columns, rows, _("No instalment is planned."))


def eligible_listing(costs: Sequence[EligibleCost], labels: Mapping[str, str]) -> Listing:
    """Return the lines that a funder pays for, with its rate and its most."""
    columns = (
        Column(_("Line")),
        Column(_("What it is")),
        Column(_("Funding rate"), at_right=True),
        Column(_("At most"), at_right=True),
    )
    rows = [
        (
            one.line,
            labels.get(one.line, ""),
            rate_text(one.rate),
            "" if one.ceiling is None else money_text(one.ceiling),
        )
        for one in costs
    ]
    return Listing(columns, rows, _("Every cost of the project."))


def condition_listing(conditions: Sequence[Commitment]) -> Listing:
    """Return what a grant wants of us, or we of the funder."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Who owes")),
        Column(_("Condition")),
        Column(_("Due on"), at_right=True),
        Column(_("State")),
    )
    rows = [
        (
            str(one.id),
            label(one.content.side),
            one.content.text,
            _day(one.content.due_on),
            label(one.state),
        )
        for one in conditions
    ]
    return Listing(columns, rows)


def _money(amount: Money) -> str:
    return money_text(amount) if amount else ""


def _day(day: dt.date | None) -> str:
    return "" if day is None else day_text(day)
