"""Use cases around what belongs to a request: instalments, eligible costs, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_request_rules import (
    checked_eligible,
    checked_instalments,
    checked_profile,
    checked_report,
)
from coopdesk.domain.grant_request_steps import check_past
from coopdesk.domain.grant_requests import RequestState
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.kept_files import FileShelf, KeptFiles
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.grant_requests import (
        EligibleCost,
        GrantProfile,
        GrantReport,
        GrantRequest,
        NewInstalment,
    )
    from coopdesk.storage.unit_of_work import Work


class GrantRequestParts(KeptFiles):
    """The parts of requests, their files, and what all of them say of the association."""

    shelf = FileShelf(
        "grant_request",
        (Subject.GRANTS,),
        lambda work, key: AttachedTo(grant_request_id=work.grant_requests.get(key).id),
        lambda work, key: work.attachments.of_request(key),
    )

    def set_instalments(
        self, request_id: int, new: Sequence[NewInstalment]
    ) -> Outcome[GrantRequest]:
        """Replace the planned parts of a grant, in their order.

        What comes pays them in that order, whatever its amount.

        Raises:
            RuleError: ``grant_instalment.amount_missing``, ``grant_instalment.above_granted``.
            NotFoundError: the request is gone.
        """
        with self._units.write("grant_request.instalments_set") as work:
            known = self._named(work, request_id)
            set_instalments(work, known, new)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, Subject.GRANTS)

    def set_eligible(
        self, request_id: int, new: Sequence[EligibleCost]
    ) -> Outcome[GrantRequest]:
        """Replace the lines of the budget that a funder pays for; none: all of them.

        Raises:
            RuleError: ``grant_eligible.…``, ``grant_request.rate_wrong``. NotFoundError.
        """
        costs = {line.code: line.label for line in official_layout().cost_lines}
        cleaned = checked_eligible(new, costs)
        with self._units.write("grant_request.eligible_set") as work:
            self._named(work, request_id)
            work.grant_requests.set_eligible(request_id, cleaned)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, Subject.GRANTS)

    def write_report(self, request_id: int, report: GrantReport) -> Outcome[GrantRequest]:
        """Replace the words of a report; raises RuleError ``text.too_long``, NotFoundError."""
        cleaned = checked_report(report)
        with self._units.write("grant_request.report_written") as work:
            self._named(work, request_id)
            work.grant_requests.write_report(request_id, cleaned)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, Subject.GRANTS, Subject.DUTIES)

    def send_report(self, request_id: int, on: dt.date | None) -> Outcome[GrantRequest]:
        """Say on which day the report was sent; None: it was not after all.

        Raises:
            RuleError: ``grant_request.not_granted``, ``grant_request.in_the_future``.
            NotFoundError.
        """
        if on is not None:
            check_past(on, self._today(), "report_sent_on")
        label = "grant_request.report_sent" if on else "grant_request.report_unsent"
        with self._units.write(label) as work:
            known = self._named(work, request_id)
            if known.state is not RequestState.GRANTED:
                raise RuleError("grant_request.not_granted", name=known.content.title)
            work.grant_requests.set_report_sent(request_id, on)
            made = work.grant_requests.get(request_id)
            work.commit()
        return changed(made, Subject.GRANTS, Subject.DUTIES)

    def profile(self) -> GrantProfile:
        """Return what requests say of the association; empty when nobody filled it in."""
        with self._units.read() as work:
            return work.grant_profiles.get()

    def set_profile(self, profile: GrantProfile) -> Outcome[GrantProfile]:
        """Replace what requests say of the association.

        Raises:
            RuleError: ``siret.…``, ``grant_profile.count_wrong``, ``text.too_long``.
            FieldErrors: several fields are wrong.
        """
        cleaned = checked_profile(profile)
        with self._units.write("grant_profile.kept") as work:
            work.grant_profiles.keep(cleaned)
            work.commit()
        return changed(cleaned, Subject.GRANTS)

    def _named(self, work: Work, request_id: int) -> GrantRequest:
        """Return a request, the operation named after it; raises NotFoundError."""
        known = work.grant_requests.get(request_id)
        work.recorder.relabel(name=known.content.title)
        return known


def set_instalments(work: Work, request: GrantRequest, new: Sequence[NewInstalment]) -> None:
    """Store the planned parts of a request, which may not be more than what was granted."""
    award = request.award
    granted = award.content.amount if award is not None else None
    work.grant_requests.set_instalments(request.id, checked_instalments(new, granted))
