"""Sets out everything known of a contact, for reading."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from coopdesk.domain.contact_details import ContactPoint, ContactState, PointKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.members import FOR_EVER, MemberStatus
from coopdesk.domain.money import total
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.contacts.links import (
    CONTACT_LINK,
    COPY_LINK,
    GIFT_LINK,
    GIFTS_LINK,
    MAIL_LINK,
    PARTNER_LINK,
    RECEIPT_LINK,
)
from coopdesk.ui.contacts.tie_parts import offer_parts, own_field_rows, tag_parts, tie_parts
from coopdesk.ui.contacts.timeline_parts import timeline_parts
from coopdesk.ui.donations.status import gift_status
from coopdesk.ui.members.words import STATUS_TONES
from coopdesk.ui.widgets.portrait import Portrait, initials_of
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.envelopes import contact_envelope
from coopdesk.wording.formats import (
    capital,
    country_text,
    day_long,
    day_text,
    money_text,
    number_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.languages import language_text
from coopdesk.wording.standing import standing_text
from coopdesk.wording.websites import website_text, website_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.contacts import ContactSheet
    from coopdesk.ui.contacts.record_reading import Record
    from coopdesk.ui.widgets.record_parts import Part, Said

_MOST_GIFTS = 12
_STATE_TONES = {ContactState.ARCHIVED: Tone.ATTENTION, ContactState.BINNED: Tone.BAD}


def contact_parts(record: Record) -> list[Part]:
    """Return the parts of a contact's record."""
    profile, sheet = record.contact.profile, record.sheet
    parts: list[Part] = [_title(record), *_counts(sheet), *tag_parts(profile.tags)]
    reach = _shown(_reach(profile))
    if reach:
        parts.append(Facts(reach))
    else:
        nothing = _("No address, e-mail or phone yet.")
        parts.append(Paragraph((nothing,), is_muted=True))
    return [
        *parts,
        *_address_warning(sheet),
        *tie_parts(record),
        *_about(record),
        *_gifts(sheet),
        *_receipts(sheet.receipts),
        *_payments(sheet.payments),
        *timeline_parts(record.entries, has_more=record.has_more),
        *offer_parts(record),
    ]


def address_lines(profile: NewContact) -> list[str]:
    """Return the address as people read it, without the name."""
    address = profile.address
    country = "" if address.country in {"", "FR"} else country_text(address.country)
    lines = (address.complement, address.street, address.town_line, country)
    return [line for line in lines if line]


def envelope_text(contact: Contact) -> str:
    """Return name and address as they are copied for an envelope, by the postal norm."""
    return contact_envelope(contact.profile).text


def _title(record: Record) -> Title:
    contact = record.contact
    profile, name = contact.profile, contact.display_name
    below: list[Said] = []
    if profile.kind is ContactKind.ORGANISATION:
        below.append(profile.legal_form or label(profile.kind))
    if record.partner is not None:
        said = _("Partner: {kind}").format(kind=label(record.partner.content.kind))
        below.append(Words(said, link=f"{PARTNER_LINK}{contact.id}"))
    below.extend(_member_words(record))
    if record.details.survivor is not None:
        key, survivor = record.details.survivor
        text = _("merged into {name}").format(name=survivor)
        below.append(Words(text, link=f"{CONTACT_LINK}{key}"))
    elif contact.state in _STATE_TONES and contact.state_on is not None:
        text = _("archived on {day}")
        if contact.state is ContactState.BINNED:
            text = _("in the recycle bin since {day}")
        said = text.format(day=day_text(contact.state_on))
        below.append(Words(said, _STATE_TONES[contact.state]))
    return Title(name, tuple(below), Portrait(initials_of(name), record.photo))


def _member_words(record: Record) -> list[Said]:
    status, until = record.line.member_status, record.line.member_until
    if status is None:
        return []
    text = standing_text(status, is_unpaid=until is None)
    if status is MemberStatus.UP_TO_DATE:
        text = _("Member, up to date")
        if until is not None and until.year < FOR_EVER.year:
            text = _("Member, up to date until {day}").format(day=day_text(until))
    return [Words(text, STATUS_TONES[status])]


def _counts(sheet: ContactSheet) -> list[Part]:
    """Return in one line what the association received of somebody."""
    words = []
    if sheet.donations:
        gifts, amount = _count(len(sheet.donations)), money_text(_received(sheet.donations))
        words.append(_("{gifts}, {amount}").format(gifts=gifts, amount=amount))
    count = len(sheet.receipts)
    if count:
        said = ngettext("{count} tax receipt", "{count} tax receipts", count)
        words.append(said.format(count=number_text(count)))
    return [Paragraph(tuple(words), is_muted=True)] if words else []


def _shown(
    rows: list[tuple[str, tuple[Said, ...]]],
) -> tuple[tuple[str, tuple[Said, ...]], ...]:
    return tuple((name, words) for name, words in rows if any(words))


def _about(record: Record) -> list[Part]:
    """Return who it is beyond name and address, and the fields of the association."""
    identity, own = _shown(_identity(record)), own_field_rows(record)
    parts: list[Part] = []
    if identity:
        parts.extend((Heading(_("Identity")), Facts(identity)))
    if own:
        parts.extend((Heading(_("Fields of the association")), Facts(own)))
    return parts


def _reach(profile: NewContact) -> list[tuple[str, tuple[Said, ...]]]:
    rows: list[tuple[str, tuple[Said, ...]]] = [(_("Number"), (profile.number,))]
    if profile.kind is ContactKind.ORGANISATION:
        person = f"{profile.first_name} {profile.last_name}".strip()
        rows.append((_("Contact person"), (person,)))
    emails = [ContactPoint(PointKind.EMAIL, profile.email)] if profile.email else []
    phones = [ContactPoint(PointKind.PHONE, profile.phone)] if profile.phone else []
    rows += [_email_row(x) for x in (*emails, *profile.points) if x.kind is PointKind.EMAIL]
    rows += [_phone_row(x) for x in (*phones, *profile.points) if x.kind is PointKind.PHONE]
    if address_lines(profile):
        copied = contact_envelope(profile).text
        rows.append((_("Address"), ("\n".join(address_lines(profile)), _copy(copied))))
    for further in profile.further_addresses:
        lines = "\n".join(address_lines(replace(profile, address=further.address)))
        rows.append((capital(further.label) or _("Other address"), (lines, _copy(lines))))
    return rows


def _email_row(point: ContactPoint) -> tuple[str, tuple[Said, ...]]:
    mail = Words(point.value, link=MAIL_LINK + point.value)
    return capital(point.label) or _("E-mail"), (mail, _copy(point.value))


def _phone_row(point: ContactPoint) -> tuple[str, tuple[Said, ...]]:
    return capital(point.label) or _("Phone"), (point.value, _copy(point.value))


def _copy(text: str) -> Words:
    return Words(_("Copy"), link=COPY_LINK + quote(text))


def _identity(record: Record) -> list[tuple[str, tuple[Said, ...]]]:
    profile, parent = record.contact.profile, record.details.parent
    site = profile.website
    kind = profile.organisation_kind
    belongs = Words(parent[1], link=f"{CONTACT_LINK}{parent[0]}") if parent else ""
    birth = day_text(profile.birth_on) if profile.birth_on else ""
    return [
        (_("Acronym"), (profile.acronym,)),
        (_("Kind of organisation"), (label(kind) if kind.value else "",)),
        (_("Belongs to"), (belongs,)),
        (_("Civility"), (label(profile.civility) if profile.civility.value else "",)),
        (_("Birth date"), (birth,)),
        (_("Language"), (language_text(profile.language) if profile.language else "",)),
        (_("Sector"), (profile.sector,)),
        (_("Discipline"), (profile.discipline,)),
        (_("Website"), (Words(website_text(site), link=website_url(site)) if site else "",)),
        (_("SIREN"), (profile.siren,)),
        (_("SIRET"), (profile.siret,)),
        (_("RNA"), (profile.rna,)),
    ]


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
        return []
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
    is_money = gift.nature is DonationNature.MONEY
    how = label(gift.mode) if is_money else label(gift.nature)
    below = (how, gift.campaign, Words(status.text, status.tone))
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
