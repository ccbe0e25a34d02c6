"""Grants, projects and calls as the command line tells them to other programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from coopdesk.cli.documents import cents

if TYPE_CHECKING:
    from coopdesk.cli.documents import Document
    from coopdesk.domain.dedicated_funds import FundMovement
    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import EligibleCost, GrantCall, GrantRequest
    from coopdesk.domain.grant_states import GrantState, InstalmentState


def grant_document(state: GrantState) -> Document:
    """Return a grant with its figures for ``--json``; its id is that of its request."""
    following = state.next_instalment
    return {
        **_request_document(state.request),
        **_award_document(state.request),
        "asked_cents": cents(state.request.content.asked),
        "amount_cents": state.granted.cents,
        "paid_cents": state.paid.cents,
        "due_cents": state.due.cents,
        "overdue_cents": state.overdue.cents,
        "overpaid_cents": state.overpaid.cents,
        "returned_cents": state.returned.cents,
        "next_on": following.expected_on if following else None,
        "next_cents": following.due.cents if following else 0,
        "spent_cents": state.spent.amount.cents,
        "drafts_cents": state.spent.drafts.cents,
        "used_cents": state.used.cents,
        "left_cents": state.left.cents,
        "in_funds_cents": state.in_funds.cents,
        "report_due_on": state.report_due_on,
        "report_sent_on": state.request.report_sent_on,
    }


def shown_document(state: GrantState) -> Document:
    """Return a grant with its parts."""
    request, report = state.request, state.report
    return {
        **grant_document(state),
        "report_legal_on": report.legal_on if report else None,
        "report_own_on": report.own_on if report else None,
        "instalments": [instalment_document(one) for one in state.instalments],
        "eligible": [eligible_document(one) for one in request.eligible],
        "movements": [_movement_document(one) for one in state.movements],
        "report": asdict(request.report),
    }


def instalment_document(one: InstalmentState) -> Document:
    """Return a part of a grant with what came of it; ``planned`` is false of the rest."""
    planned = one.instalment
    return {
        "planned": planned is not None,
        "label": one.label,
        "amount_cents": one.amount.cents,
        "paid_cents": one.paid.cents,
        "due_cents": one.due.cents,
        "expected_on": one.expected_on,
        "needs": planned.content.needs if planned else "",
    }


def eligible_document(one: EligibleCost) -> Document:
    """Return a line that a funder pays for; ``rate`` is in hundredths of a percent."""
    return {"line": one.line, "rate": one.rate, "ceiling_cents": cents(one.ceiling)}


def project_document(one: GrantProject) -> Document:
    """Return a project with what it plans."""
    return {
        "id": one.id,
        **asdict(one.content),
        "activity": one.activity_name,
        "expenses_cents": one.expenses.cents,
        "income_cents": one.income.cents,
        "requests": one.requests,
        "lines": [
            {
                "line": line.content.line,
                "label": line.content.label,
                "amount_cents": line.content.amount.cents,
                "grant_id": line.content.request_id,
                "grant": line.request_title,
            }
            for line in one.lines
        ],
    }


def call_document(one: GrantCall) -> Document:
    """Return a call for projects; ``rate`` is in hundredths of a percent."""
    told = asdict(one.content)
    told["floor_cents"], told["ceiling_cents"] = (
        cents(one.content.floor),
        cents(one.content.ceiling),
    )
    del told["floor"], told["ceiling"]
    return {
        "id": one.id,
        **told,
        "funder": one.funder_name,
        "is_open": one.is_open,
        "requests": one.requests,
    }


def _request_document(request: GrantRequest) -> Document:
    content = request.content
    return {
        "id": request.id,
        "title": content.title,
        "state": request.state,
        "funder_id": content.funder_id,
        "funder": request.funder_name,
        "funder_service": content.funder_service,
        "budget_line": content.budget_line,
        "call_id": content.call_id,
        "call": request.call_title,
        "project_id": content.project_id,
        "project": request.project_title,
        "agreement_id": content.agreement_id,
        "agreement": request.agreement_title,
        "activity_id": request.activity_id,
        "purpose": content.purpose,
        "form": content.form,
        "frequency": content.frequency,
        "span": content.span,
        "starts_on": content.starts_on,
        "ends_on": content.ends_on,
        "rate": content.rate,
        "reference": content.reference,
        "asked_on": request.asked_on,
        "decided_on": request.decided_on,
        "files": request.file_count,
        "note": content.note,
    }


def _award_document(request: GrantRequest) -> Document:
    """Return what the books have of a grant; nothing before it is granted."""
    award = request.award
    content = award.content if award else None
    return {
        "award_id": award.id if award else None,
        "kind": content.kind if content else None,
        "notified_on": content.notified_on if content else None,
        "expected_on": content.expected_on if content else None,
        "account": content.account if content else "",
    }


def _movement_document(one: FundMovement) -> Document:
    return {
        "fund_id": one.content.fund_id,
        "kind": one.content.kind,
        "moved_on": one.content.moved_on,
        "amount_cents": one.content.amount.cents,
        "entry_id": one.entry_id,
    }
