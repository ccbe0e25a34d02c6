"""The services of partners, grants and duties, a part of all services of one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.services.event_registry import EventServices

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


@dataclass(frozen=True, slots=True)
class PartnerServices(EventServices):
    """What the program can do with partners, grants and duties."""

    partners: PartnerService
    agreements: AgreementService
    commitments: CommitmentService
    network_fees: NetworkFeeService
    partner_papers: PartnerPaperService
    partner_letters: PartnerLetterService
    grant_calls: GrantCallService
    grant_projects: GrantProjectService
    grant_requests: GrantRequestService
    grant_reports: GrantReportService
    grant_papers: GrantPaperService
    public_aid: PublicAidService
    duties: DutyService
    annual_reports: AnnualReportService
