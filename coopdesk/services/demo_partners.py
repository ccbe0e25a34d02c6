"""Gives the demonstration its partners, what they and we promised, and a shared project."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.agreements import AgreementState
from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.grant_requests import RequestPurpose
from coopdesk.services.agreements import AgreementService
from coopdesk.services.commitments import CommitmentService
from coopdesk.services.demo_partner_seed import read_partner_words
from coopdesk.services.grant_calls import GrantCallService
from coopdesk.services.grant_projects import GrantProjectService
from coopdesk.services.grant_requests import GrantRequestService
from coopdesk.services.network_fees import NetworkFeeService
from coopdesk.services.partners import PartnerService
from coopdesk.storage.joined_work import JoinedUnits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.agreements import NewAgreement
    from coopdesk.domain.demo_partners import DemoAgreement, DemoRequest
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.storage.unit_of_work import Units, Work

_DAY = dt.timedelta(days=1)
_BEFORE_IT_WAS_DUE = dt.timedelta(days=24)


class DemoPartnerWriter:
    """Writes partners and the project once the books know the grants.

    ``contacts`` names those of the cast, ``activities`` the activities of the books; who is
    not there is left out.
    """

    def __init__(
        self,
        units: Units,
        work: Work,
        today: Callable[[], dt.date],
        contacts: Mapping[str, int],
        activities: Mapping[str, int],
    ) -> None:
        joined = JoinedUnits(units, work)
        self._today = today()
        self._contacts = contacts
        self._activities = activities
        self._words = read_partner_words()
        self._partners = PartnerService(joined, today)
        self._agreements = AgreementService(joined, today)
        self._commitments = CommitmentService(joined, today)
        self._fees = NetworkFeeService(joined, today)
        self._calls = GrantCallService(joined, today)
        self._projects = GrantProjectService(joined, today)
        self._requests = GrantRequestService(joined, today)

    def write(self) -> None:
        """Write all of it."""
        for key, partner in self._words.partners:
            if key in self._contacts:
                known = self._partners.of_contact(self._contacts[key])
                new = replace(partner, contact_id=self._contacts[key])
                if known is None:
                    self._partners.add(new)
                else:
                    self._partners.change(known.id, new)
        agreements = {
            one.key: self._agreements.add(self._dated(one)).value.id
            for one in self._words.agreements
            if one.contact in self._contacts
        }
        self._promise(agreements)
        for key, fee, due in self._words.fees:
            if key in self._contacts:
                due_on = self._after(due)
                dated = replace(
                    fee, contact_id=self._contacts[key], year=due_on.year, due_on=due_on
                )
                self._fees.add(dated)
        self._plan()
        self._report()

    def _after(self, days: int) -> dt.date:
        return self._today + dt.timedelta(days=days)

    def _dated(self, one: DemoAgreement) -> NewAgreement:
        new = replace(one.content, contact_id=self._contacts[one.contact])
        if one.signed is None or one.starts is None:
            return new
        starts_on = self._after(one.starts)
        return replace(
            new,
            state=AgreementState.SIGNED,
            signed_on=self._after(one.signed),
            starts_on=starts_on,
            ends_on=months_after(starts_on, one.months) - _DAY,
        )

    def _promise(self, agreements: Mapping[str, int]) -> None:
        for one in self._words.commitments:
            if one.contact not in self._contacts:
                continue
            new = replace(
                one.content,
                contact_id=self._contacts[one.contact],
                agreement_id=agreements.get(one.agreement),
                due_on=self._after(one.due),
            )
            made = self._commitments.add(new).value
            if one.kept is not None:
                self._commitments.keep(made.id, self._after(one.kept))

    def _plan(self) -> None:
        """Write the project of the newest grant of its activity, and who else is asked."""
        told = self._words.project
        granted = self._granted(self._activities.get(told.activity))
        if granted is None or granted.award is None:
            return
        year = granted.award.content.notified_on.year
        days = (dt.date(year, 1, 1), dt.date(year, 12, 31))
        project = self._projects.add(
            replace(
                told.content,
                activity_id=self._activities[told.activity],
                starts_on=days[0],
                ends_on=days[1],
            )
        ).value
        calls = self._open_calls()
        requests = {
            one.key: self._ask(one, granted, project.id, calls) for one in told.requests
        }
        lines = [replace(line, request_id=requests.get(key)) for line, key in told.lines]
        self._projects.set_lines(project.id, lines)

    def _report(self) -> None:
        """Say that the grants of earlier years were reported on in time."""
        for state in self._requests.states():
            due_on = state.report_due_on
            if due_on is not None and due_on < self._today:
                self._requests.send_report(state.request.id, due_on - _BEFORE_IT_WAS_DUE)

    def _granted(self, activity_id: int | None) -> GrantRequest | None:
        """Return the newest grant of an activity."""
        found = [
            one
            for one in self._requests.all()
            if one.award is not None and one.award.content.activity_id == activity_id
        ]
        newest = sorted(found, key=lambda one: (one.decided_on or self._today, one.id))
        return newest[-1] if newest and activity_id is not None else None

    def _open_calls(self) -> dict[str, int]:
        found = {}
        for key, contact, call, (opens, closes) in self._words.calls:
            new = replace(
                call,
                funder_id=self._contacts.get(contact),
                opens_on=self._after(opens),
                closes_on=self._after(closes),
            )
            found[key] = self._calls.add(new).value.id
        return found

    def _ask(
        self, one: DemoRequest, granted: GrantRequest, project_id: int, calls: Mapping[str, int]
    ) -> int:
        """Write a request of the project, or tell more of the one that was granted."""
        told = one.content
        if not one.contact:
            known = replace(
                granted.content,
                purpose=RequestPurpose.PROJECT,
                project_id=project_id,
                budget_line=told.budget_line,
                rate=told.rate,
                asked=granted.award.content.amount if granted.award else None,
            )
            self._requests.change(granted.id, known)
            self._requests.set_eligible(granted.id, one.eligible)
            return granted.id
        new = replace(
            told,
            funder_id=self._contacts.get(one.contact),
            project_id=project_id,
            call_id=calls.get(one.call),
        )
        made = self._requests.add(new).value
        self._requests.set_eligible(made.id, one.eligible)
        if one.asked is not None:
            self._requests.send(made.id, self._after(one.asked))
        return made.id
