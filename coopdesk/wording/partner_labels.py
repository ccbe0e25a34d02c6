"""What the codes of partners, agreements and commitments are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import AgreementStanding, AgreementStep
from coopdesk.domain.agreements import AgreementKind, AgreementState, Renewal, Side
from coopdesk.domain.commitments import CommitmentKind, CommitmentState
from coopdesk.domain.partner_texts import PartnerTextKind
from coopdesk.domain.partners import PartnerKind, PartnerLevel
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

PARTNER_LABELS: dict[enum.Enum, str] = {
    AgreementKind.PARTNERSHIP: N_("Partnership"),
    AgreementKind.GRANT: N_("Agreement of a grant"),
    AgreementKind.PREMISES: N_("Use of premises"),
    AgreementKind.EQUIPMENT: N_("Loan of equipment"),
    AgreementKind.SERVICE: N_("Provision of services"),
    AgreementKind.NETWORK: N_("Belonging to a network"),
    AgreementKind.CHARTER: N_("Signed charter"),
    AgreementKind.OTHER: N_("Other agreement"),
    AgreementStanding.DRAFT: N_("Agreement in the making"),
    AgreementStanding.SENT: N_("Sent to be signed"),
    AgreementStanding.TO_COME: N_("Signed, not begun"),
    AgreementStanding.IN_FORCE: N_("In force"),
    AgreementStanding.NEAR: N_("To decide soon"),
    AgreementStanding.EXPIRED: N_("Agreement run out"),
    AgreementStanding.ENDED: N_("Ended early"),
    AgreementStep.NOTICE: N_("last day for notice"),
    AgreementStep.RENEWAL: N_("to be renewed in writing"),
    AgreementStep.END: N_("it ends"),
    AgreementState.DRAFT: N_("Agreement in the making"),
    AgreementState.SENT: N_("Sent to be signed"),
    AgreementState.SIGNED: N_("Signed by both"),
    AgreementState.ENDED: N_("Ended early"),
    CommitmentKind.MONEY: N_("Sum of money"),
    CommitmentKind.ROOM: N_("Room"),
    CommitmentKind.GOODS: N_("Material promised"),
    CommitmentKind.HOURS: N_("Hours of work"),
    CommitmentKind.VISIBILITY: N_("Visibility"),
    CommitmentKind.REPORT: N_("Report to send"),
    CommitmentKind.OTHER: N_("Other commitment"),
    CommitmentState.OPEN: N_("To be kept"),
    CommitmentState.KEPT: N_("Commitment kept"),
    CommitmentState.DROPPED: N_("Commitment given up"),
    PartnerKind.RESEARCH: N_("Research or teaching"),
    PartnerKind.INSTITUTION: N_("Public institution"),
    PartnerKind.FUNDER: N_("Funder"),
    PartnerKind.NETWORK: N_("Network or federation"),
    PartnerKind.FIELD: N_("Association of the field"),
    PartnerKind.COMPANY: N_("Partner company"),
    PartnerKind.MEDIA: N_("Media"),
    PartnerKind.OTHER: N_("Other partner"),
    PartnerLevel.NONE: N_("(level not said)"),
    PartnerLevel.NEIGHBOURHOOD: N_("Neighbourhood"),
    PartnerLevel.TOWN: N_("Town level"),
    PartnerLevel.INTERMUNICIPAL: N_("Towns together"),
    PartnerLevel.DEPARTMENT: N_("Department level"),
    PartnerLevel.REGION: N_("Region level"),
    PartnerLevel.NATIONAL: N_("National"),
    PartnerLevel.EUROPEAN: N_("European"),
    PartnerLevel.INTERNATIONAL: N_("International"),
    PartnerTextKind.AGREEMENT: N_("Conventions with partners"),
    PartnerTextKind.LETTER: N_("Letters to partners"),
    Renewal.NONE: N_("Ends at its date"),
    Renewal.TACIT: N_("Goes on by itself"),
    Renewal.EXPRESS: N_("Renewed in writing"),
    Side.OURS: N_("We owe"),
    Side.THEIRS: N_("They owe"),
}
