"""The one way an award is written, changed or dropped, with its entry and its request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_request_rules import checked_instalments
from coopdesk.domain.grant_request_steps import (
    following_award,
    is_bare,
    request_of,
    state_before,
)
from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.grants import NOTIFIED, checked_grant, notified_entry
from coopdesk.services.fixed_assets import books_since
from coopdesk.services.grant_accounts import following_funder, with_accounts
from coopdesk.services.grant_funders import check_funder
from coopdesk.services.inventory_writing import place, tied
from coopdesk.storage.source_entries import SourceKind
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.domain.grants import GrantAward, NewGrantAward
    from coopdesk.storage.unit_of_work import Work


def write_award(
    work: Work, new: NewGrantAward, today: dt.date, request_id: int | None = None
) -> GrantAward:
    """Store a notified grant, draft its entry, and give it to its request.

    Without a request a bare one is made: granted, nobody knows what was asked.

    Raises:
        RuleError: as ``GrantService.notify``. NotFoundError.
    """
    work.chart.ensure()
    line = ""
    if request_id is not None:
        line = work.grant_requests.get(request_id).content.budget_line
    cleaned = checked_grant(with_accounts(work, tied(work, new), line, today))
    check_funder(work, cleaned.funder_id)
    award_id = work.grants.add(cleaned)
    if request_id is None:
        request_id = work.grant_requests.add(request_of(cleaned), RequestState.DRAFT)
    work.grant_requests.give_award(request_id, award_id, cleaned.notified_on)
    award = work.grants.get(award_id)
    _place_notified(work, award, today)
    return award


def rewrite_award(work: Work, award_id: int, new: NewGrantAward, today: dt.date) -> GrantAward:
    """Replace what is known of an award; its request and the draft of its entry follow.

    The award is the truth for title, funder, days, note and what it is for; the request keeps
    the same, so that lists need not ask both.

    Raises:
        RuleError: as ``GrantService.change``; ``grant.of_project`` for an activity other than
            that of the project. NotFoundError.
    """
    known = work.grants.get(award_id)
    request = work.grant_requests.of_award(award_id)
    line = "" if request is None else request.content.budget_line
    told = following_funder(work, tied(work, new), (known.content, line), line, today)
    cleaned = checked_grant(told)
    _refuse_other_than_booked(work, known, cleaned)
    check_funder(work, cleaned.funder_id, known.content.funder_id)
    if request is not None:
        checked_instalments([x.content for x in request.instalments], cleaned.amount)
        cleaned = _in_step(work, request, cleaned)
        work.grant_requests.give_award(request.id, award_id, cleaned.notified_on)
    work.grants.change(award_id, cleaned)
    award = work.grants.get(award_id)
    _place_notified(work, award, today)
    return award


def drop_award(work: Work, award: GrantAward) -> GrantRequest | None:
    """Remove an award with its drafts; return the request that it came of, a step back.

    Raises:
        RuleError: ``grant.in_use`` (paid, or a fund or an asset rests on it),
            ``grant.in_books`` (a validated entry).
    """
    name = award.content.title
    if work.grants.is_used(award.id):
        raise RuleError("grant.in_use", name=name)
    entries = work.source_entries.of(SourceKind.GRANT, award.id).get(award.id, [])
    work.entries.remove([one.id for one in entries if not one.is_validated])
    if work.source_entries.names(SourceKind.GRANT, award.id):
        raise RuleError("grant.in_books", name=name)
    request = work.grant_requests.of_award(award.id)
    if request is not None:
        work.grant_requests.set_state(
            request.id, state_before(request), asked_on=request.asked_on, decided_on=None
        )
        work.grant_requests.set_report_sent(request.id, None)
    work.grants.delete(award.id)
    return request


def remove_bare(work: Work, request: GrantRequest, award: GrantAward) -> bool:
    """Remove a request of which no more was known than its award; tell whether it was so."""
    if not is_bare(request, award) or work.grant_requests.resting_on(request.id):
        return False
    work.grant_projects.forget_request(request.id)
    work.grant_requests.remove(request.id)
    return True


def is_booked(work: Work, award_id: int) -> bool:
    """Tell whether the entry of a notification is validated, and was not taken back."""
    entries = work.source_entries.of(SourceKind.GRANT, award_id).get(award_id, [])
    return any(one.role == NOTIFIED and one.is_validated for one in entries)


def _refuse_other_than_booked(work: Work, known: GrantAward, new: NewGrantAward) -> None:
    """Refuse what would say other than a validated entry; its amount is checked with it."""
    if not is_booked(work, known.id):
        return
    had, name = tied(work, known.content), known.content.title
    if had.funder_id not in {None, new.funder_id}:
        raise RuleError("grant.booked_otherwise", field="funder_id", name=name)
    for field in ("notified_on", "account", "receivable_account"):
        if getattr(had, field) != getattr(new, field):
            raise RuleError("grant.booked_otherwise", field=field, name=name)


def _in_step(work: Work, request: GrantRequest, new: NewGrantAward) -> NewGrantAward:
    """Let a request follow its award; return the award with the activity of the project."""
    content = following_award(request.content, new)
    work.grant_requests.change(request.id, content)
    if content.project_id is None:
        return new
    project = work.grant_projects.get(content.project_id)
    if new.activity_id not in {None, project.content.activity_id}:
        raise RuleError("grant.of_project", field="activity_id", name=project.content.title)
    return replace(new, activity_id=project.content.activity_id)


@in_french()
def _place_notified(work: Work, award: GrantAward, today: dt.date) -> None:
    work.fiscal_years.ensure(today)
    day = award.content.notified_on
    since = books_since(work)
    if since is not None and day < since:
        return
    known = work.source_entries.of(SourceKind.GRANT, award.id).get(award.id, [])
    if not any(one.role == NOTIFIED and one.is_validated for one in known):
        work.fiscal_years.for_entry(day)
    label = _("Grant notified: {title}").format(title=award.content.title)
    place(work, known, NOTIFIED, notified_entry(award, label))
