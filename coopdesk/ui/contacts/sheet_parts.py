"""Sets out everything known of a contact, for reading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.money import total
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.donations.status import gift_status
from coopdesk.ui.widgets.record_reader import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.envelopes import contact_envelope
from coopdesk.wording.formats import country_text, day_long, day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.contacts import ContactSheet
    from coopdesk.ui.widgets.record_reader import Part, Said

GIFT_LINK = "gift:"
GIFTS_LINK = "gifts:"
RECEIPT_LINK = "receipt:"
MAIL_LINK = "mailto:"
_MOST_GIFTS = 60


def contact_parts(sheet: ContactSheet) -> list[Part]:
    """Return the parts of a contact's record."""
    parts: list[Part] = [_title(sheet.contact)]
    parts.append(Facts(tuple(_facts(sheet.contact.profile))))
    if not any(value for _name, value in _facts(sheet.contact.profile)):
        parts[-1] = Paragraph((_("No address, e-mail or phone yet."),), is_muted=True)
    parts.extend(_address_warning(sheet))
    if sheet.contact.profile.note:
        parts.extend((Heading(_("Note")), Paragraph((sheet.contact.profile.note,))))
    parts.extend(_gifts(sheet))
    parts.extend(_receipts(sheet.receipts))
    parts.extend(_payments(sheet.payments))
    return parts


def address_lines(profile: NewContact) -> list[str]:
    """Return the address as people read it, without the name."""
    address = profile.address
    country = "" if address.country in {"", "FR"} else country_text(address.country)
    lines = (address.complement, address.street, address.town_line, country)
    return [line for line in lines if line]


def envelope_text(contact: Contact) -> str:
    """Return name and address as they are copied for an envelope, by the postal norm."""
    return contact_envelope(contact.profile).text


def _title(contact: Contact) -> Title:
    profile = contact.profile
    below: list[Said] = []
    if profile.kind is ContactKind.ORGANISATION:
        below.append(profile.legal_form or label(profile.kind))
    if contact.archived_on is not None:
        text = _("archived on {day}").format(day=day_text(contact.archived_on))
        below.append(Words(text, Tone.ATTENTION))
    return Title(contact.display_name, tuple(below))


def _facts(profile: NewContact) -> list[tuple[str, Said]]:
    rows: list[tuple[str, Said]] = []
    if profile.kind is ContactKind.ORGANISATION and (profile.first_name or profile.last_name):
        rows.append((_("Contact person"), f"{profile.first_name} {profile.last_name}".strip()))
    if profile.email:
        rows.append((_("E-mail"), Words(profile.email, link=MAIL_LINK + profile.email)))
    if profile.phone:
        rows.append((_("Phone"), profile.phone))
    if address_lines(profile):
        rows.append((_("Address"), "\n".join(address_lines(profile))))
    if profile.civility is not Civility.NONE:
        rows.append((_("Civility"), label(profile.civility)))
    if profile.siren:
        rows.append((_("SIREN"), profile.siren))
    return rows


def _address_warning(sheet: ContactSheet) -> list[Part]:
    profile = sheet.contact.profile
    waits = any(gift_status(gift).tone is None for gift in sheet.donations)
    if profile.kind is ContactKind.ORGANISATION or profile.address.is_complete or not waits:
        return []
    text = _("The address is incomplete: receipts cannot be issued.")
    return [Paragraph((Words(text, Tone.ATTENTION),))]


def _gifts(sheet: ContactSheet) -> list[Part]:
    gifts = sheet.donations
    if not gifts:
        return [Heading(_("Gifts")), Paragraph((_("No gift yet."),), is_muted=True)]
    parts: list[Part] = [Heading(_("Gifts"), money_text(_received(gifts)))]
    for year, of_year in groupby(gifts[:_MOST_GIFTS], key=lambda gift: gift.received_on.year):
        whole = [gift for gift in gifts if gift.received_on.year == year]
        name = _("{year}: {gifts}").format(year=year, gifts=_count(len(whole)))
        parts.append(Heading(name, money_text(_received(whole)), is_minor=True))
        parts.append(Lines(tuple(_gift_row(gift) for gift in of_year)))
    if len(gifts) > _MOST_GIFTS:
        text = _("Show all {gifts}").format(gifts=_count(len(gifts)))
        parts.append(Paragraph((Words(text, link=f"{GIFTS_LINK}{sheet.contact.id}"),)))
    return parts


def _count(number: int) -> str:
    return ngettext("{count} gift", "{count} gifts", number).format(count=number_text(number))


def _received(gifts: Iterable[DonationLine]) -> Money:
    return total(gift.amount for gift in gifts if gift.state is PaymentState.RECEIVED)


def _gift_row(gift: DonationLine) -> tuple[Said, str, tuple[Said, ...]]:
    status = gift_status(gift)
    day = Words(day_long(gift.received_on), link=f"{GIFT_LINK}{gift.id}")
    below = (label(gift.mode), gift.campaign, Words(status.text, status.tone))
    return day, money_text(gift.amount), below


def _receipts(receipts: tuple[ReceiptLine, ...]) -> list[Part]:
    if not receipts:
        return []
    rows = tuple(
        (
            _("No. {number}").format(number=receipt.number_text),
            money_text(receipt.amount),
            (
                _("issued on {day}").format(day=day_text(receipt.issued_on)),
                Words(_("Open the PDF"), link=f"{RECEIPT_LINK}{receipt.id}"),
            ),
        )
        for receipt in receipts
    )
    return [Heading(_("Tax receipts")), Lines(rows)]


def _payments(payments: tuple[PaymentLine, ...]) -> list[Part]:
    """Return what was paid for anything but gifts, which stand above."""
    others = [line for line in payments if line.kind is not LineKind.GIFT]
    if not others:
        return []
    return [Heading(_("Other payments")), Lines(tuple(_payment_row(line) for line in others))]


def _payment_row(line: PaymentLine) -> tuple[Said, str, tuple[Said, ...]]:
    amount = line.amount if line.direction is Direction.IN else -line.amount
    what = " — ".join(part for part in (label(line.kind), line.label) if part)
    below: list[Said] = [day_long(line.paid_on), label(line.mode), line.campaign]
    if line.state is not PaymentState.RECEIVED:
        tone = Tone.ATTENTION if line.state is PaymentState.TO_CHECK else Tone.BAD
        below.append(Words(label(line.state), tone))
    return what, money_text(amount), tuple(below)
