"""What codes are called on screen, on paper and in workbooks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.contact_imports import ChangeKind, Choice, Sureness
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.donations import DonationForm, DonationNature, Ineligibility
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import Money
from coopdesk.domain.operations import OperationKind, Origin
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentMode,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.receipts import Cure, ReceiptScope, Verdict
from coopdesk.wording.bank_labels import BANK_LABELS
from coopdesk.wording.contact_labels import CONTACT_LABELS
from coopdesk.wording.event_labels import EVENT_LABELS
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.gift_labels import GIFT_LABELS
from coopdesk.wording.grant_labels import GRANT_LABELS
from coopdesk.wording.group_labels import GROUP_LABELS
from coopdesk.wording.import_errors import IMPORT_REASON_TEXTS
from coopdesk.wording.language import N_, _
from coopdesk.wording.ledger_labels import LEDGER_LABELS
from coopdesk.wording.legal import LEGAL_LABELS
from coopdesk.wording.partner_labels import PARTNER_LABELS
from coopdesk.wording.public_aid import AID_LABELS

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
    FileFormat.FEC: N_("File of accounting entries (FEC)"),
    FileFormat.PAHEKO_FULL: N_("Paheko entries, complete"),
    FileFormat.PAHEKO_GROUPED: N_("Paheko entries, grouped"),
    FileFormat.PAHEKO_SIMPLE: N_("Paheko entries, simplified"),
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
    LineKind.NETWORK_FEE: N_("Fee of a network"),
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
    PaymentSource.OPEN_COLLECTIVE: N_("Open Collective"),
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
    **EVENT_LABELS,
    **GIFT_LABELS,
    **AID_LABELS,
    **GRANT_LABELS,
    **GROUP_LABELS,
    **PARTNER_LABELS,
    **LEGAL_LABELS,
    **BANK_LABELS,
    **LEDGER_LABELS,
}

# The fields of the profile, as the messages name them.
PROFILE_FIELDS: dict[str, str] = {
    "name": N_("name"),
    "purpose": N_("purpose"),
    "rna": N_("SIREN or RNA number"),
    "street": N_("address"),
    "category": N_("receipt category"),
    "category_detail": N_("details of the category"),
    "company_category": N_("receipt category of the companies' form"),
    "decree_on": N_("date of the decree"),
    "signatory_name": N_("signatory"),
}


def label(code: enum.Enum) -> str:
    """Return what a code is called, in the chosen language."""
    return _(LABELS[code])


def import_reason_text(reason: str, values: Mapping[str, object] | None = None) -> str:
    """Return why an import judges a row as it does."""
    text = IMPORT_REASON_TEXTS.get(reason, reason)
    told = {name: _said(value) for name, value in (values or {}).items()}
    return _(text).format(**told) if text else ""


def kept_reason_text(reason: str) -> str:
    """Return why an import judged a row as it did; the figures of that day are not kept."""
    text = IMPORT_REASON_TEXTS.get(reason, reason)
    return _(text).format_map(_Untold()) if text else ""


class _Untold(dict[str, str]):
    """Leaves open what is no longer known: the cells beside the reason show it."""

    def __missing__(self, name: str) -> str:
        return "…"


def _said(value: object) -> object:
    if isinstance(value, Money):
        return money_text(value)
    return day_text(value) if isinstance(value, dt.date) else value


def profile_fields_text(names: tuple[str, ...]) -> str:
    """Return the names of profile fields as an enumeration."""
    return ", ".join(_(PROFILE_FIELDS[name]) for name in names)
