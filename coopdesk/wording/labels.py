"""What codes are called on screen, on paper and in workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_imports import ChangeKind, Choice, Sureness
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.donations import DonationForm, DonationNature, Ineligibility
from coopdesk.domain.imports import FileFormat, RowVerdict
from coopdesk.domain.operations import OperationKind, Origin
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentMode,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.receipts import Cure, ReceiptScope, Verdict
from coopdesk.wording.contact_labels import CONTACT_LABELS
from coopdesk.wording.gift_labels import GIFT_LABELS
from coopdesk.wording.import_errors import IMPORT_REASON_TEXTS
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import enum
    from collections.abc import Mapping

LABELS: dict[enum.Enum, str] = {
    ChangeKind.FILLS: N_("Completes"),
    ChangeKind.REPLACES: N_("Replaces"),
    ChangeKind.CLEARS: N_("Deletes"),
    Civility.NONE: N_("(none)"),
    Civility.MADAM: N_("Ms"),
    Civility.SIR: N_("Mr"),
    Choice.AS_PROPOSED: N_("As proposed"),
    Choice.LEAVE_OUT: N_("Leave out"),
    Choice.CREATE: N_("Record as a new contact"),
    Choice.ATTACH: N_("Give to this contact"),
    ContactKind.PERSON: N_("Person"),
    ContactKind.ORGANISATION: N_("Organisation"),
    Cure.CONTACT: N_("Complete the address"),
    Cure.PAYMENT: N_("Check the payment"),
    Cure.DONATION: N_("Correct the gift"),
    Cure.PROFILE: N_("Complete the profile"),
    Direction.IN: N_("Income"),
    Direction.OUT: N_("Expense"),
    DonationForm.AUTHENTIC_DEED: N_("Authentic deed"),
    DonationForm.PRIVATE_DEED: N_("Private deed"),
    DonationForm.MANUAL_GIFT: N_("Declared manual gift"),
    DonationForm.OTHER: N_("Other form"),
    DonationNature.MONEY: N_("Money"),
    DonationNature.LISTED_SHARES: N_("Listed shares"),
    DonationNature.WAIVED_INCOME: N_("Waived income"),
    DonationNature.WAIVED_EXPENSES: N_("Waived expenses"),
    DonationNature.OTHER: N_("Other nature"),
    FileFormat.HELLOASSO_PAYMENTS: N_("HelloAsso payments"),
    FileFormat.HELLOASSO_EVENT: N_("HelloAsso ticketing"),
    FileFormat.HELLOASSO_MEMBERSHIP: N_("HelloAsso memberships"),
    FileFormat.VCARD: N_("Address cards (vCard)"),
    FileFormat.GOOGLE_CONTACTS: N_("Google contacts"),
    FileFormat.PAHEKO_MEMBERS: N_("Paheko members"),
    FileFormat.GALETTE_MEMBERS: N_("Galette members"),
    FileFormat.COOPDESK_CONTACTS: N_("CoopDesk contacts"),
    FileFormat.CONTACT_TABLE: N_("Table of contacts"),
    Ineligibility.COUNTERPART: N_("something was received in return"),
    Ineligibility.SPONSORING: N_("sponsoring: an invoice, not a gift"),
    Ineligibility.ON_BEHALF_OF_OTHERS: N_("collected for another body"),
    Ineligibility.DONOR_DECLINED: N_("the donor wants no receipt"),
    Ineligibility.OTHER: N_("another reason"),
    LineKind.GIFT: N_("Gift"),
    LineKind.FEE: N_("Membership fee"),
    LineKind.REGISTRATION: N_("Registration"),
    LineKind.SALE: N_("Sale"),
    LineKind.GRANT: N_("Grant"),
    LineKind.EXPENSE: N_("Expense"),
    LineKind.OTHER: N_("Other"),
    OperationKind.COMMAND: N_("Done"),
    OperationKind.UNDO: N_("Taken back"),
    OperationKind.REDO: N_("Done again"),
    Origin.WINDOW: N_("Window"),
    Origin.COMMAND_LINE: N_("Command line"),
    PaymentMode.CASH: N_("Cash"),
    PaymentMode.CHEQUE: N_("Cheque"),
    PaymentMode.TRANSFER: N_("Bank transfer"),
    PaymentMode.CARD: N_("Bank card"),
    PaymentMode.DIRECT_DEBIT: N_("Direct debit"),
    PaymentMode.OTHER: N_("Other mode"),
    PaymentSource.MANUAL: N_("Entered by hand"),
    PaymentSource.HELLOASSO: N_("HelloAsso"),
    PaymentState.RECEIVED: N_("Received"),
    PaymentState.TO_CHECK: N_("To check"),
    PaymentState.DISMISSED: N_("Set aside"),
    ReceiptScope.DONOR: N_("One receipt per donor"),
    ReceiptScope.GIFT: N_("One receipt per gift"),
    RowVerdict.NEW: N_("New"),
    RowVerdict.CHANGED: N_("Changed"),
    RowVerdict.SAME: N_("Already known"),
    RowVerdict.DOUBTFUL: N_("To check"),
    RowVerdict.REFUSED: N_("Refused"),
    Sureness.KNOWN: N_("Known column"),
    Sureness.NAME: N_("By its name"),
    Sureness.CONTENT: N_("By what it holds"),
    Sureness.NONE: N_("Not recognised"),
    Sureness.CHOSEN: N_("Chosen"),
    Verdict.READY: N_("Ready"),
    Verdict.BLOCKED: N_("Blocked"),
    Verdict.EXCLUDED: N_("Excluded"),
    Verdict.ISSUED: N_("Issued"),
    **CONTACT_LABELS,
    **GIFT_LABELS,
}

# Why the review blocks or excludes a gift (``domain.receipts.judge``).
REVIEW_TEXTS: dict[str, str] = {
    "": "",
    "address_missing": N_("the donor's postal address is incomplete"),
    "anonymous": N_("anonymous gift: a receipt names its donor"),
    "ineligible_auction": N_("no receipt: auction"),
    "ineligible_counterpart": N_("no receipt: something was received in return"),
    "ineligible_donor_declined": N_("no receipt: the donor wants none"),
    "ineligible_meal": N_("no receipt: meal"),
    "ineligible_on_behalf_of_others": N_("no receipt: collected for another body"),
    "ineligible_other": N_("no receipt: marked as not giving one"),
    "ineligible_public_subsidy": N_("no receipt: subsidy of a public body"),
    "ineligible_raffle": N_("no receipt: raffle or lottery"),
    "ineligible_second_hand_sale": N_("no receipt: second-hand sale"),
    "ineligible_service": N_("no receipt: payment for a service"),
    "ineligible_share_subscription": N_("no receipt: shares are capital, not a gift"),
    "ineligible_sponsoring": N_("no receipt: sponsoring is invoiced"),
    "ineligible_ticket": N_("no receipt: ticket for a show"),
    "ineligible_volunteer_time": N_("no receipt: time given by a volunteer"),
    "issued": N_("on receipt no. {number}"),
    "mode_missing": N_("the mode of payment is not known: choose it on the gift"),
    "name_missing": N_("the donor's last or first name is missing: complete the contact"),
    "nature_missing": N_("nature “Other”: say in the note of the gift what was given"),
    "organisation": N_("gift of an organisation: it needs the form for companies (16216)"),
    "outside_receipt": N_("receipt already issued by HelloAsso ({number})"),
    "payment_dismissed": N_("the payment was set aside: the money does not count"),
    "payment_to_check": N_("the payment waits to be checked"),
    "profile_incomplete": N_("the association's profile is incomplete"),
}

# The fields of the profile, as the messages name them.
PROFILE_FIELDS: dict[str, str] = {
    "name": N_("name"),
    "purpose": N_("purpose"),
    "rna": N_("SIREN or RNA number"),
    "street": N_("address"),
    "category": N_("receipt category"),
    "category_detail": N_("details of the category"),
    "decree_on": N_("date of the decree"),
    "signatory_name": N_("signatory"),
}


def label(code: enum.Enum) -> str:
    """Return what a code is called, in the chosen language."""
    return _(LABELS[code])


def review_text(reason: str, number: str = "", *, is_fee: bool = False) -> str:
    """Return why a gift is blocked or excluded; ``number`` is a receipt's, if one is named.

    A membership fee that counts as a gift (legal_fr RF-51) is named as one.
    """
    text = REVIEW_TEXTS[reason]
    said = _(text).format(number=number) if text else ""
    return " · ".join(part for part in (_("membership fee") if is_fee else "", said) if part)


def import_reason_text(reason: str, values: Mapping[str, object] | None = None) -> str:
    """Return why an import judges a row as it does."""
    text = IMPORT_REASON_TEXTS.get(reason, reason)
    return _(text).format(**(values or {})) if text else ""


def profile_fields_text(names: tuple[str, ...]) -> str:
    """Return the names of profile fields as an enumeration."""
    return ", ".join(_(PROFILE_FIELDS[name]) for name in names)
