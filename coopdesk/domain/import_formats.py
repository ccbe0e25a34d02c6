"""The files that an import knows, by what they are about."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FileFormat(enum.Enum):
    """The files an import recognises by their header."""

    HELLOASSO_PAYMENTS = "helloasso_payments"
    HELLOASSO_EVENT = "helloasso_event"
    HELLOASSO_MEMBERSHIP = "helloasso_membership"
    VCARD = "vcard"
    GOOGLE_CONTACTS = "google_contacts"
    PAHEKO_MEMBERS = "paheko_members"
    GALETTE_MEMBERS = "galette_members"
    COOPDESK_CONTACTS = "coopdesk_contacts"
    CONTACT_TABLE = "contact_table"
    FEC = "fec"
    PAHEKO_FULL = "paheko_full"
    PAHEKO_GROUPED = "paheko_grouped"
    PAHEKO_SIMPLE = "paheko_simple"
    HELLOASSO_PAYOUT = "helloasso_payout"
    HELLOASSO_DONATION = "helloasso_donation"
    HELLOASSO_API = "helloasso_api"
    OPEN_COLLECTIVE = "open_collective"
    OPEN_COLLECTIVE_CONTRIBUTORS = "open_collective_contributors"
    OPEN_COLLECTIVE_MEMBERS = "open_collective_members"
    OFX = "ofx"
    QIF = "qif"
    CFONB = "cfonb"
    CAMT = "camt"
    CREDIT_MUTUEL = "credit_mutuel"
    BPCE = "bpce"
    CAISSE_EPARGNE = "caisse_epargne"
    BANQUE_POSTALE = "banque_postale"
    CREDIT_COOPERATIF = "credit_cooperatif"
    BANK_TABLE = "bank_table"
    FRAMADATE = "framadate"
    WEBFORM = "webform"
    ICALENDAR = "icalendar"


class FileKind(enum.Enum):
    """What a file is about, which decides who reads it."""

    PAYMENTS = "payments"
    STATEMENT = "statement"
    CONTACTS = "contacts"
    ENTRIES = "entries"
    POLL = "poll"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class RecognisedFile:
    """What a file is, by its content; ``file_format`` is None of a table that anybody wrote."""

    name: str
    kind: FileKind
    file_format: FileFormat | None = None


FORMATS_OF_KIND: dict[FileKind, tuple[FileFormat, ...]] = {
    FileKind.PAYMENTS: (
        FileFormat.HELLOASSO_PAYMENTS,
        FileFormat.HELLOASSO_EVENT,
        FileFormat.HELLOASSO_MEMBERSHIP,
        FileFormat.HELLOASSO_DONATION,
        FileFormat.HELLOASSO_PAYOUT,
        FileFormat.HELLOASSO_API,
        FileFormat.OPEN_COLLECTIVE,
    ),
    FileKind.STATEMENT: (
        FileFormat.OFX,
        FileFormat.QIF,
        FileFormat.CFONB,
        FileFormat.CAMT,
        FileFormat.CREDIT_MUTUEL,
        FileFormat.BPCE,
        FileFormat.CAISSE_EPARGNE,
        FileFormat.BANQUE_POSTALE,
        FileFormat.CREDIT_COOPERATIF,
        FileFormat.BANK_TABLE,
    ),
    FileKind.CONTACTS: (
        FileFormat.VCARD,
        FileFormat.GOOGLE_CONTACTS,
        FileFormat.PAHEKO_MEMBERS,
        FileFormat.GALETTE_MEMBERS,
        FileFormat.OPEN_COLLECTIVE_CONTRIBUTORS,
        FileFormat.OPEN_COLLECTIVE_MEMBERS,
        FileFormat.COOPDESK_CONTACTS,
        FileFormat.CONTACT_TABLE,
    ),
    FileKind.ENTRIES: (
        FileFormat.FEC,
        FileFormat.PAHEKO_FULL,
        FileFormat.PAHEKO_GROUPED,
        FileFormat.PAHEKO_SIMPLE,
    ),
    FileKind.POLL: (FileFormat.FRAMADATE, FileFormat.WEBFORM),
    FileKind.CALENDAR: (FileFormat.ICALENDAR,),
}


def kind_of_format(file_format: FileFormat) -> FileKind:
    """Return what files of a format are about."""
    return next(kind for kind, formats in FORMATS_OF_KIND.items() if file_format in formats)
