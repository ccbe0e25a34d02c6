"""What the codes of requests for grants, duties and yearly reports are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_reports import ReportBlock
from coopdesk.domain.duties import DutyState, MarkState
from coopdesk.domain.grant_requests import (
    RequestForm,
    RequestFrequency,
    RequestPurpose,
    RequestSpan,
    RequestState,
    RequestStep,
)
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

GRANT_LABELS: dict[enum.Enum, str] = {
    DutyState.LATE: N_("Duty late"),
    DutyState.SOON: N_("Soon due"),
    DutyState.LATER: N_("Due later"),
    DutyState.DONE: N_("Duty done"),
    MarkState.DONE: N_("Done by us"),
    MarkState.NOT_OURS: N_("Does not concern us"),
    ReportBlock.MEMBERS: N_("Members"),
    ReportBlock.GIFTS: N_("Gifts"),
    ReportBlock.EVENTS: N_("Events"),
    ReportBlock.GROUPS: N_("Groups"),
    ReportBlock.PARTNERS: N_("Partners"),
    ReportBlock.ACCOUNTS: N_("Accounts"),
    ReportBlock.VOLUNTEERING: N_("Volunteers’ hours"),
    RequestForm.MONEY: N_("In money"),
    RequestForm.KIND: N_("In kind"),
    RequestFrequency.FIRST: N_("First request"),
    RequestFrequency.RENEWAL: N_("Renewal"),
    RequestPurpose.OPERATING: N_("Running the association"),
    RequestPurpose.PROJECT: N_("A project"),
    RequestPurpose.INVESTMENT: N_("Buying what lasts"),
    RequestStep.SENT: N_("Grant asked for: {title}"),
    RequestStep.GRANTED: N_("Grant obtained: {title}"),
    RequestStep.REFUSED: N_("Grant refused: {title}"),
    RequestStep.WITHDRAWN: N_("Grant asked for no more: {title}"),
    RequestStep.REPORTED: N_("Report of a grant sent: {title}"),
    RequestSpan.YEAR: N_("For a year, or once"),
    RequestSpan.SEVERAL: N_("For several years"),
    RequestState.DRAFT: N_("Request being written"),
    RequestState.SENT: N_("Request sent"),
    RequestState.GRANTED: N_("Request granted"),
    RequestState.REFUSED: N_("Request refused"),
    RequestState.WITHDRAWN: N_("Request withdrawn"),
}
