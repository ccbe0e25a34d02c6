"""The files that an import knows, by what they are about."""

from __future__ import annotations

from coopdesk.domain.imports import FileFormat, FileKind

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
