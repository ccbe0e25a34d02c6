"""What the codes of contacts, memberships and shares are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import (
    ConsentPurpose,
    ContactState,
    OrganisationKind,
    PointKind,
    ReferenceSource,
)
from coopdesk.domain.custom_fields import FieldKind
from coopdesk.domain.members import (
    AmountKind,
    DepartureReason,
    Holder,
    MemberStatus,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.postal_lines import EnvelopeWarning
from coopdesk.domain.shares import ShareMove
from coopdesk.domain.timeline import EntryKind
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

CONTACT_LABELS: dict[enum.Enum, str] = {
    AmountKind.FREE: N_("Free of charge"),
    AmountKind.FIXED: N_("Fixed amount"),
    AmountKind.MINIMUM: N_("Minimum amount"),
    AmountKind.SUGGESTED: N_("Suggested amount"),
    ConsentPurpose.NEWSLETTER: N_("Newsletter"),
    ConsentPurpose.PUBLIC_THANKS: N_("Public thanks"),
    ConsentPurpose.PHOTO: N_("Photos"),
    ContactState.ACTIVE: N_("Active"),
    ContactState.ARCHIVED: N_("Archived"),
    ContactState.BINNED: N_("In the recycle bin"),
    ContactState.MERGED: N_("Merged into another"),
    DepartureReason.RESIGNED: N_("Resigned"),
    DepartureReason.STRUCK_OFF: N_("Struck off"),
    DepartureReason.DECEASED: N_("Deceased"),
    EnvelopeWarning.NAME_CUT: N_("the name is shortened"),
    EnvelopeWarning.COMPLEMENT_CUT: N_("part of the address complement is left out"),
    EnvelopeWarning.STREET_ON_TWO_LINES: N_("the street takes two lines"),
    EnvelopeWarning.STREET_CUT: N_("the street is shortened"),
    EnvelopeWarning.TOWN_CUT: N_("the town is shortened"),
    EnvelopeWarning.COUNTRY_CUT: N_("the country is shortened"),
    EntryKind.MEMBERSHIP: N_("Membership"),
    EntryKind.PAYMENT: N_("Payment"),
    EntryKind.GIFT: N_("Gift"),
    EntryKind.RECEIPT: N_("Tax receipt"),
    EntryKind.REGISTRATION: N_("Registration"),
    EntryKind.GROUP: N_("Group"),
    EntryKind.AFFILIATION: N_("Organisation"),
    EntryKind.LETTER: N_("Letter"),
    EntryKind.NOTE: N_("Note"),
    EntryKind.CONSENT: N_("Consent"),
    EntryKind.DEPARTURE: N_("Departure"),
    EntryKind.SHARES: N_("Shares"),
    EntryKind.CHANGE: N_("Change"),
    FieldKind.TEXT: N_("Text on one line"),
    FieldKind.LONG_TEXT: N_("Long text"),
    FieldKind.NUMBER: N_("Number"),
    FieldKind.AMOUNT: N_("Amount in euros"),
    FieldKind.DATE: N_("Date"),
    FieldKind.YES_NO: N_("Yes or no"),
    FieldKind.CHOICE: N_("One choice of a list"),
    FieldKind.CHOICES: N_("Several choices of a list"),
    Holder.CONTACT: N_("Per person"),
    Holder.HOUSEHOLD: N_("Per household"),
    MemberStatus.FUTURE: N_("Future member"),
    MemberStatus.UP_TO_DATE: N_("Up to date"),
    MemberStatus.TO_RENEW: N_("To renew"),
    MemberStatus.LATE: N_("Late"),
    MemberStatus.LEFT: N_("Left"),
    OrganisationKind.NONE: N_("(not said)"),
    OrganisationKind.ASSOCIATION: N_("Association"),
    OrganisationKind.FOUNDATION: N_("Foundation or endowment fund"),
    OrganisationKind.COMPANY: N_("Company"),
    OrganisationKind.COOPERATIVE: N_("Cooperative"),
    OrganisationKind.PUBLIC_BODY: N_("Public body"),
    OrganisationKind.FEDERATION: N_("Federation or network"),
    OrganisationKind.PTCE: N_("Territorial cluster (PTCE)"),
    OrganisationKind.INFORMAL: N_("Informal collective"),
    OrganisationKind.OTHER: N_("Other organisation"),
    PeriodKind.CALENDAR_YEAR: N_("Calendar year"),
    PeriodKind.FISCAL_YEAR: N_("Fiscal year"),
    PeriodKind.SEASON: N_("Season"),
    PeriodKind.ROLLING: N_("From date to date"),
    PeriodKind.LIFE: N_("For life"),
    PointKind.EMAIL: N_("E-mail"),
    PointKind.PHONE: N_("Phone"),
    ReferenceSource.PAHEKO: N_("Paheko"),
    ReferenceSource.GALETTE: N_("Galette"),
    ReferenceSource.GOOGLE: N_("Google Contacts"),
    ReferenceSource.VCARD: N_("vCard"),
    ReferenceSource.TABLE: N_("Spreadsheet"),
    ShareMove.SUBSCRIPTION: N_("Subscription"),
    ShareMove.WITHDRAWAL: N_("Withdrawal"),
    WhoMayJoin.ANYONE: N_("Persons and organisations"),
    WhoMayJoin.PERSONS: N_("Persons only"),
    WhoMayJoin.ORGANISATIONS: N_("Organisations only"),
}
