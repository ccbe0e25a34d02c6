"""Contacts as vCard 4.0 (RFC 6350), for address books and telephones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import PointKind
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.phones import phone_key
from coopdesk.wording.formats import country_text
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contact_exports import ExportedContact
    from coopdesk.domain.contacts import NewContact

UID = "urn:coopdesk:contact:{id}"
_LONGEST_LINE = 75
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})


def write_cards(people: Iterable[ExportedContact]) -> bytes:
    """Return the file: one card each, lines folded at 75 octets."""
    lines = (line for one in people for line in _card(one) if line)
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Return a line ended and folded at 75 octets, never inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        encoded = char.encode()
        # The blank in front of what follows counts.
        room = _LONGEST_LINE - (1 if pieces else 0)
        if len(piece) + len(encoded) > room:
            pieces.append(piece)
            piece = b""
        piece += encoded
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def escaped(text: str) -> str:
    """Return a text with everything escaped that has a meaning in a card."""
    return text.translate(_ESCAPES)


def _card(one: ExportedContact) -> Iterator[str]:
    profile = one.contact.profile
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//CoopDesk//FR"
    yield f"UID:{UID.format(id=one.contact.id)}"
    yield from _names(one)
    yield from _points(profile)
    yield _address(profile.address, 1) if not profile.address.is_empty else ""
    for number, further in enumerate(profile.further_addresses, start=2):
        yield _address(further.address, number)
    yield _told("NOTE", profile.note)
    # An address of the web stands as it is; only a backslash would be taken for an escape.
    site = profile.website.replace("\\", "\\\\")
    yield f"URL:{site}" if site else ""
    yield f"BDAY:{profile.birth_on:%Y%m%d}" if profile.birth_on else ""
    yield f"LANG:{profile.language}" if profile.language else ""
    yield _told("X-COOPDESK-NUMBER", profile.number)
    if profile.tags:
        yield "CATEGORIES:" + ",".join(escaped(tag) for tag in profile.tags)
    yield "END:VCARD"


def _names(one: ExportedContact) -> Iterator[str]:
    profile = one.contact.profile
    yield f"FN:{escaped(one.contact.display_name)}"
    if profile.kind is ContactKind.ORGANISATION:
        yield "KIND:org"
        yield _told("ORG", profile.organisation_name)
        return
    title = "" if profile.civility is Civility.NONE else label(profile.civility)
    parts = (profile.last_name, profile.first_name, "", title, "")
    yield "N:" + ";".join(escaped(part) for part in parts)
    for tie in one.around.ties[:1]:
        yield _told("ORG", tie.organisation)
        yield _told("TITLE", tie.role)


def _points(profile: NewContact) -> Iterator[str]:
    emails = [x.value for x in profile.points if x.kind is PointKind.EMAIL]
    phones = [x.value for x in profile.points if x.kind is PointKind.PHONE]
    for number, email in enumerate(_filled(profile.email, emails), start=1):
        yield f"EMAIL;PREF={number}:{escaped(email)}"
    for number, phone in enumerate(_filled(profile.phone, phones), start=1):
        known = phone_key(phone)
        if known:
            yield f"TEL;VALUE=uri;PREF={number}:tel:{known}"
        else:
            yield f"TEL;VALUE=text;PREF={number}:{escaped(phone)}"


def _filled(first: str, others: Sequence[str]) -> list[str]:
    return [text for text in (first, *others) if text]


def _address(address: PostalAddress, number: int) -> str:
    parts = (
        "",
        address.complement,
        address.street,
        address.city,
        "",
        address.postal_code,
        country_text(address.country),
    )
    return f"ADR;PREF={number}:" + ";".join(escaped(part) for part in parts)


def _told(name: str, text: str) -> str:
    return f"{name}:{escaped(text)}" if text else ""
