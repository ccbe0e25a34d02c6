"""Use cases around requests for grants, from the draft to the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_request_rules import checked_request
from coopdesk.domain.grant_request_steps import (
    award_of,
    check_past,
    check_step,
    following_award,
    following_request,
    state_before,
)
from coopdesk.domain.grant_requests import RequestFilter, RequestState
from coopdesk.domain.grants import checked_grant
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.grant_accounts import following_funder
from coopdesk.services.grant_activities import in_project
from coopdesk.services.grant_awards import (
    drop_award,
    is_booked,
    rewrite_award,
    write_award,
)
from coopdesk.services.grant_funders import check_funder
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.grant_request_parts import GrantRequestParts, set_instalments
from coopdesk.services.grant_states import read_states
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grant_requests import Granting, GrantRequest, NewGrantRequest
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.storage.unit_of_work import Work

_ALL = RequestFilter()
_BOOKED = (Subject.GRANTS, Subject.INVENTORY, Subject.ENTRIES, Subject.ACTIVITIES)


class GrantRequestService(GrantRequestParts):
    """Requests for grants.

    A request that was granted has an award, which is the half of it that the books have
    (``GrantService``). Title, funder, days, note and what it is for are then those of the
    award: whichever service changes them, the other follows in the same unit of work.
    """

    def all(self, chosen: RequestFilter = _ALL) -> list[GrantRequest]:
        """Return the requests that a filter shows: open ones, granted ones, then the rest."""
        with self._units.read() as work:
            return work.grant_requests.all(chosen)

    def states(self, chosen: RequestFilter = _ALL) -> tuple[GrantState, ...]:
        """Return the same requests with their figures of today."""
        with self._units.read() as work:
            return read_states(work, work.grant_requests.all(chosen), self._today())

    def get(self, request_id: int) -> GrantRequest:
        """Return one request; raises NotFoundError."""
        with self._units.read() as work:
            return work.grant_requests.get(request_id)

    def state(self, request_id: int) -> GrantState:
        """Return one request with its figures of today; raises NotFoundError."""
        with self._units.read() as work:
            (found,) = read_states(work, [work.grant_requests.get(request_id)], self._today())
            return found

    def of_award(self, award_id: int) -> GrantRequest | None:
        """Return the request that an award came of."""
        with self._units.read() as work:
            return work.grant_requests.of_award(award_id)

    def id_named(self, text: str) -> int | None:
        """Return the id of the newest request of that title, None when there is none."""
        with self._units.read() as work:
            return work.grant_requests.id_named(text)

    def add(self, new: NewGrantRequest) -> Outcome[GrantRequest]:
        """Record a request, as a draft; its funder becomes a partner.

        Raises:
            RuleError: a field is wrong, ``partner.organisation_wanted``,
                ``grant.funder_line_unknown``. FieldErrors: several fields are. NotFoundError:
                what it names is gone.
        """
        cleaned = checked_request(new, _funder_lines())
        with self._units.write("grant_request.added", name=cleaned.title) as work:
            content = _tied(work, cleaned, None)
            made = work.grant_requests.get(work.grant_requests.add(content, RequestState.DRAFT))
            work.commit()
        return changed(made, Subject.GRANTS, Subject.PARTNERS)

    def change(self, request_id: int, new: NewGrantRequest) -> Outcome[GrantRequest]:
        """Replace what is known of a request; its award and the draft of its entry follow.

        Raises:
            RuleError: as ``add``, and as ``GrantService.change`` of one that was granted.
            NotFoundError: it, or what it names, is gone.
        """
        cleaned = checked_request(new, _funder_lines())
        with self._units.write("grant_request.changed", name=cleaned.title) as work:
            known = work.grant_requests.get(request_id)
            content = _tied(work, cleaned, known.content.funder_id)
            work.grant_requests.change(request_id, content)
            self._change_award(work, known, content)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, *_BOOKED, Subject.PARTNERS)

    def send(self, request_id: int, on: dt.date) -> Outcome[GrantRequest]:
        """Say on which day a request was sent.

        Raises:
            RuleError: ``grant_request.wrong_step``, ``grant_request.funder_missing``,
                ``grant_request.asked_missing``, ``grant_request.in_the_future``. NotFoundError.
        """
        check_past(on, self._today(), "asked_on")
        with self._units.write("grant_request.sent") as work:
            check_step(self._named(work, request_id), RequestState.SENT)
            work.grant_requests.set_state(
                request_id, RequestState.SENT, asked_on=on, decided_on=None
            )
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, Subject.GRANTS)

    def grant(self, request_id: int, told: Granting) -> Outcome[GrantRequest]:
        """Record that a request was granted: its award, the draft of its entry, the plan.

        Help in kind is granted without an award: it comes into the books when it is given.

        Raises:
            RuleError: ``grant_request.wrong_step``, ``grant_request.decided_before_sent``,
                ``grant_request.in_the_future``, what ``GrantService.notify`` and
                ``set_instalments`` refuse. NotFoundError.
        """
        check_past(told.notified_on, self._today(), "notified_on")
        with self._units.write("grant_request.granted") as work:
            known = self._named(work, request_id)
            check_step(known, RequestState.GRANTED, told.notified_on)
            self._grant(work, known, told)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, *_BOOKED, Subject.PARTNERS, Subject.DUTIES)

    def refuse(self, request_id: int, on: dt.date) -> Outcome[GrantRequest]:
        """Say on which day a request was refused; raises as ``grant``."""
        return self._answer(request_id, RequestState.REFUSED, on, "grant_request.refused")

    def withdraw(self, request_id: int, on: dt.date) -> Outcome[GrantRequest]:
        """Say on which day we asked no more; raises as ``grant``."""
        return self._answer(request_id, RequestState.WITHDRAWN, on, "grant_request.withdrawn")

    def reopen(self, request_id: int) -> Outcome[GrantRequest]:
        """Take a request a step back: to sent, or to a draft if it never was.

        The award of one that was granted goes with its drafts.

        Raises:
            RuleError: ``grant_request.not_sent``, ``grant.in_use``, ``grant.in_books``.
            NotFoundError.
        """
        with self._units.write("grant_request.reopened") as work:
            known = self._named(work, request_id)
            state = state_before(known)
            if known.award is not None:
                drop_award(work, known.award)
            asked_on = known.asked_on if state is RequestState.SENT else None
            work.grant_requests.set_state(request_id, state, asked_on=asked_on, decided_on=None)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, *_BOOKED)

    def remove(self, request_id: int) -> Outcome[GrantRequest]:
        """Remove a request on which nothing rests, with its award.

        Raises:
            RuleError: ``grant_request.in_use`` with what rests on it, ``grant.in_use``,
                ``grant.in_books``. NotFoundError.
        """
        with self._units.write("grant_request.removed") as work:
            known = self._named(work, request_id)
            resting = work.grant_requests.resting_on(request_id)
            if resting:
                title = known.content.title
                raise RuleError("grant_request.in_use", name=title, resting=resting)
            if known.award is not None:
                drop_award(work, known.award)
            work.grant_projects.forget_request(request_id)
            work.grant_requests.remove(request_id)
            work.commit()
        return changed(known, *_BOOKED)

    def _answer(
        self, request_id: int, state: RequestState, on: dt.date, label: str
    ) -> Outcome[GrantRequest]:
        check_past(on, self._today(), "decided_on")
        with self._units.write(label) as work:
            known = self._named(work, request_id)
            check_step(known, state, on)
            work.grant_requests.set_state(
                request_id, state, asked_on=known.asked_on, decided_on=on
            )
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, Subject.GRANTS)

    def _grant(self, work: Work, known: GrantRequest, told: Granting) -> None:
        content = known.content
        award = award_of(content, told)
        if award is None:
            work.grant_requests.set_state(
                known.id,
                RequestState.GRANTED,
                asked_on=known.asked_on,
                decided_on=told.notified_on,
            )
            return
        checked_grant(award)
        new = in_project(work, award, content.project_id)
        work.grant_requests.change(known.id, following_award(content, new))
        write_award(work, new, self._today(), known.id)
        plan = told.instalments or [one.content for one in known.instalments]
        set_instalments(work, work.grant_requests.get(known.id), plan)

    def _change_award(self, work: Work, known: GrantRequest, new: NewGrantRequest) -> None:
        if known.award is None:
            return
        told = following_request(known.award.content, new)
        # Another line of the form alone moves no account that is in the books for good.
        line = new if is_booked(work, known.award.id) else known.content
        before = known.award.content, line.budget_line
        told = following_funder(work, told, before, new.budget_line, self._today())
        wanted = in_project(work, told, new.project_id)
        # Its draft may have been completed by hand: what says the same leaves it alone.
        if wanted != known.award.content:
            rewrite_award(work, known.award.id, wanted, self._today())


def _funder_lines() -> frozenset[str]:
    return frozenset(line.code for line in official_layout().funder_lines)


def _tied(work: Work, new: NewGrantRequest, before: int | None) -> NewGrantRequest:
    """Return a request whose funder is who it is by now; raises NotFoundError."""
    funder_id = who_pays(work, new.funder_id)
    check_funder(work, funder_id, before)
    for key, get in (
        (new.call_id, work.grant_calls.get),
        (new.project_id, work.grant_projects.get),
        (new.agreement_id, work.agreements.get),
        (new.budget_version_id, work.budgets.get),
    ):
        if key is not None:
            get(key)
    return replace(new, funder_id=funder_id)
