"""Builds each service of partners, grants and duties when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.services.opened_events import OpenedEvents
from coopdesk.services.partner_registry import PartnerServices

if TYPE_CHECKING:
    from coopdesk.services.agreements import AgreementService
    from coopdesk.services.annual_reports import AnnualReportService
    from coopdesk.services.commitments import CommitmentService
    from coopdesk.services.duties import DutyService
    from coopdesk.services.grant_calls import GrantCallService
    from coopdesk.services.grant_papers import GrantPaperService
    from coopdesk.services.grant_projects import GrantProjectService
    from coopdesk.services.grant_reports import GrantReportService
    from coopdesk.services.grant_requests import GrantRequestService
    from coopdesk.services.network_fees import NetworkFeeService
    from coopdesk.services.partner_letters import PartnerLetterService
    from coopdesk.services.partner_papers import PartnerPaperService
    from coopdesk.services.partners import PartnerService
    from coopdesk.services.public_aid import PublicAidService
    from coopdesk.services.receipt_counts import ReceiptCounter


class OpenedPartners(OpenedEvents, PartnerServices):
    """The part of the services of an open file that keeps partners, grants and duties."""

    @cached_property
    def partners(self) -> PartnerService:
        """Partners."""
        from coopdesk.services.partners import PartnerService

        return PartnerService(self._units, self._today)

    @cached_property
    def agreements(self) -> AgreementService:
        """Agreements with partners."""
        from coopdesk.services.agreements import AgreementService

        return AgreementService(self._units, self._today)

    @cached_property
    def commitments(self) -> CommitmentService:
        """What partners and we owe each other."""
        from coopdesk.services.commitments import CommitmentService

        return CommitmentService(self._units, self._today)

    @cached_property
    def network_fees(self) -> NetworkFeeService:
        """Fees paid to networks."""
        from coopdesk.services.network_fees import NetworkFeeService

        return NetworkFeeService(self._units, self._today)

    @cached_property
    def partner_papers(self) -> PartnerPaperService:
        """Papers about partners."""
        from coopdesk.services.partner_papers import PartnerPaperService

        return PartnerPaperService(self._units, self._today)

    @cached_property
    def partner_letters(self) -> PartnerLetterService:
        """Letters to partners, and their texts."""
        from coopdesk.services.partner_letters import PartnerLetterService

        return PartnerLetterService(self._units, self._today)

    @cached_property
    def grant_calls(self) -> GrantCallService:
        """Calls for projects."""
        from coopdesk.services.grant_calls import GrantCallService

        return GrantCallService(self._units, self._today)

    @cached_property
    def grant_projects(self) -> GrantProjectService:
        """Projects that funders are asked for."""
        from coopdesk.services.grant_projects import GrantProjectService

        return GrantProjectService(self._units, self._today)

    @cached_property
    def grant_requests(self) -> GrantRequestService:
        """Requests for grants."""
        from coopdesk.services.grant_requests import GrantRequestService

        return GrantRequestService(self._units, self._today)

    @cached_property
    def grant_reports(self) -> GrantReportService:
        """What grants were used for, from the books."""
        from coopdesk.services.grant_reports import GrantReportService

        return GrantReportService(self._units, self._today)

    @cached_property
    def grant_papers(self) -> GrantPaperService:
        """Papers of grants."""
        from coopdesk.services.grant_papers import GrantPaperService

        return GrantPaperService(self._units, self._today)

    @cached_property
    def public_aid(self) -> PublicAidService:
        """Public aid and its limits."""
        from coopdesk.services.public_aid import PublicAidService

        return PublicAidService(self._units, self._today)

    @cached_property
    def receipt_counter(self) -> ReceiptCounter:
        """What counts the receipts that wait, once for the home page and for duties."""
        from coopdesk.services.receipt_counts import ReceiptCounter

        return ReceiptCounter(self._units)

    @cached_property
    def duties(self) -> DutyService:
        """What is to be done in the year."""
        from coopdesk.services.duties import DutyService

        return DutyService(self._units, self._today, self.receipt_counter)

    @cached_property
    def annual_reports(self) -> AnnualReportService:
        """Reports of years."""
        from coopdesk.services.annual_reports import AnnualReportService

        return AnnualReportService(self._units, self._today)
