"""Contacts of vCard files, many cards to a file, of any version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ReferenceSource
from coopdesk.domain.contact_imports import ReadContacts
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line, fold
from coopdesk.exchange.contact_building import ContactBuilder
from coopdesk.exchange.contact_draft import Cell
from coopdesk.exchange.contact_values import join_list
from coopdesk.exchange.contact_words import contact_words
from coopdesk.exchange.file_content import MAXIMUM_BYTES, kind_of
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.row_steps import heard, unheard
from coopdesk.exchange.vcard_lines import Card, Property, packed_bytes, read_cards
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.contact_imports import ContactRow
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.exchange.file_content import FileContent

OWN_UID = re.compile(r"urn:coopdesk:contact:(\d{1,18})")
_BEGIN = re.compile(r"\s*BEGIN\s*:\s*VCARD\b", re.IGNORECASE)
_LOOKED_AT = 4_096
# What concerns the card and not the person.
_SILENT = frozenset(
    {
        "VERSION",
        "PRODID",
        "REV",
        "X-ABLABEL",
        "X-ABADR",
        "X-ABUID",
        "SORT-STRING",
        "CLIENTPIDMAP",
    }
)
# How files of JPEG and PNG begin.
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
# Words of TYPE that tell which of several it is.
_TYPES = {
    "home": N_("home"),
    "work": N_("work"),
    "cell": N_("mobile"),
    "fax": N_("fax"),
    "other": N_("other"),
}
_NAMES = {
    "N": N_("Name"),
    "FN": N_("Displayed name"),
    "ORG": N_("Organisation"),
    "TITLE": N_("Function"),
    "ROLE": N_("Role"),
    "EMAIL": N_("E-mail"),
    "TEL": N_("Telephone"),
    "ADR": N_("Address"),
    "LABEL": N_("Address"),
    "BDAY": N_("Birth date"),
    "CATEGORIES": N_("Tags"),
    "NOTE": N_("Note"),
    "URL": N_("Web site"),
    "LANG": N_("Language"),
    "NICKNAME": N_("Nickname"),
    "ANNIVERSARY": N_("Anniversary"),
    "GENDER": N_("Gender"),
    "IMPP": N_("Instant messages"),
    "X-COOPDESK-NUMBER": N_("Number"),
}
_LABEL_MARK = re.compile(r"_\$!<(.*)>!\$_")


def is_vcard(data: bytes) -> bool:
    """Tell whether bytes are cards, whatever the file is called."""
    start = data[:_LOOKED_AT]
    encoding = "utf-16" if start.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return bool(_BEGIN.match(start.decode(encoding, "ignore").replace("\0", "")))


def read_vcards(
    content: FileContent,
    custom: Sequence[CustomField] = (),
    advance: Callable[[int, int], None] = unheard,
    today: dt.date | None = None,
) -> ReadContacts:
    """Read every card of a file; ``advance`` hears of them as in ``read_contacts``.

    Raises:
        RuleError: ``file.…``, it holds no card, or too many.
    """
    if not is_vcard(content.data):
        kind_of(content.data)
        raise RuleError("file.not_a_vcard")
    assert len(content.data) <= MAXIMUM_BYTES
    cards, problems = read_cards(content.data)
    builder = ContactBuilder(ReferenceSource.VCARD, custom, today=today)
    rows, refused = [], {}
    for card in heard(cards, len(cards), advance):
        row = _CardReader(card, builder).read()
        if row is None:
            refused[card.line] = _raw(card)
        else:
            rows.append(row)
    return ReadContacts(
        name=content.name,
        sha256=content.sha256,
        file_format=FileFormat.VCARD,
        source=ReferenceSource.VCARD,
        rows=tuple(rows),
        problems=tuple(builder.problems),
        # A line that cannot be read is left out of its card, which stays.
        warnings=(*problems, *builder.warnings),
        refused=refused,
    )


def _raw(card: Card) -> dict[str, str]:
    """Return a card as one text for each property; photographs are not repeated."""
    found: dict[str, str] = {}
    for one in card.properties:
        if one.name not in _BINARY:
            key = one.name
            count = 1
            while key in found:
                count += 1
                key = f"{one.name} ({count})"
            found[key] = one.text[:CELL_LIMIT]
    return found


class _CardReader:
    """Hands the properties of one card to the builder."""

    def __init__(self, card: Card, builder: ContactBuilder) -> None:
        self._card = card
        self._builder = builder
        self._labels = {
            one.group: _LABEL_MARK.sub(r"\1", one.text)
            for one in card.properties
            if one.name == "X-ABLABEL" and one.group
        }
        self._has_name = any(
            one.name == "N" and any(map(str.strip, one.parts()[:2])) for one in card.properties
        )
        self._has_address = any(one.name == "ADR" for one in card.properties)
        self._addresses = 0
        self._readers: Mapping[str, Callable[[Property], None]] = {
            "N": self._name,
            "FN": self._shown_name,
            "ORG": self._organisation,
            "ADR": self._address,
            "LABEL": self._label,
            "TEL": self._phone,
            "KIND": self._kind,
            "X-ABSHOWAS": self._kind,
            "UID": self._uid,
            "CATEGORIES": self._categories,
            "LANG": lambda one: self._take("language", one, one.text),
            "EMAIL": lambda one: self._take("email", one, one.text.removeprefix("mailto:")),
            "TITLE": lambda one: self._take("role", one, one.text),
            "ROLE": lambda one: self._take("role", one, one.text),
            "BDAY": lambda one: self._take("birth_on", one, one.text.partition("T")[0]),
            "NOTE": lambda one: self._take("note", one, one.text),
            "URL": lambda one: self._take("website", one, one.text),
            "X-COOPDESK-NUMBER": lambda one: self._take("number", one, one.text),
        }

    def read(self) -> ContactRow | None:
        """Return the contact of the card, or None when it is refused."""
        self._builder.start(self._card.line)
        if not self._card.is_closed:
            self._builder.refuse("vcard.not_closed")
            return None
        for one in sorted(self._card.properties, key=lambda x: x.preference):
            if len(one.value) > CELL_LIMIT and one.name not in _BINARY:
                size = len(one.value)
                self._builder.refuse("text.too_long", one.name, length=size, limit=CELL_LIMIT)
                return None
            self._read(one)
        return self._builder.finish(_raw(self._card), frozenset())

    def _read(self, one: Property) -> None:
        if one.name in _SILENT:
            return
        if one.name in _BINARY:
            self._binary(one)
            return
        reader = self._readers.get(one.name)
        if reader is None:
            self._take("kept", one, one.text)
        else:
            reader(one)

    def _take(self, field: str, one: Property, text: str, name: str = "") -> None:
        if not text.strip():
            return
        label = self._labels.get(one.group, "") if one.group else ""
        known = name or _NAMES.get(one.name, "")
        column = _(known) if known else one.name
        is_preferred = one.preference == 1
        self._builder.take(
            Cell(
                field,
                column,
                text,
                label or _type_label(one.types),
                preferred=is_preferred,
                group=str(self._addresses),
            )
        )

    def _name(self, one: Property) -> None:
        last, first, middle, before, after, *_more = [*one.parts(), "", "", "", "", ""]
        self._take("last_name", one, last)
        self._take("first_name", one, first)
        self._take("civility", one, before, N_("Civility"))
        self._take("kept", one, middle, N_("Middle name"))
        self._take("kept", one, after, N_("Name suffix"))

    def _shown_name(self, one: Property) -> None:
        whole = {word for part in self._name_words() for word in part}
        if not self._has_name or not set(fold(one.text).split()) <= whole:
            self._take("full_name", one, one.text)

    def _name_words(self) -> list[list[str]]:
        names = [one for one in self._card.properties if one.name in {"N", "ORG"}]
        return [fold(one.text.replace(";", " ")).split() for one in names]

    def _organisation(self, one: Property) -> None:
        name, *units = one.parts()
        self._take("organisation", one, name)
        for unit in units:
            self._take("kept", one, unit, N_("Department"))

    def _kind(self, one: Property) -> None:
        if fold(one.text) in {"org", "company"}:
            self._take("kind", one, next(iter(contact_words().organisation)))

    def _address(self, one: Property) -> None:
        self._addresses += 1
        box, more, street, city, region, code, country, *_rest = [*one.parts(), *[""] * 7]
        for field, text in (
            ("street", street),
            ("complement", ", ".join(x for x in (more, box) if x.strip())),
            ("city", city),
            ("postal_code", code),
            ("country", country),
        ):
            self._take(field, one, text)
        self._take("kept", one, region, N_("Region"))

    def _label(self, one: Property) -> None:
        # The same address as on an envelope; read only where its parts are missing.
        if not self._has_address:
            self._addresses += 1
            self._take("address", one, one.text)

    def _phone(self, one: Property) -> None:
        self._take("phone", one, one.text.removeprefix("tel:").partition(";")[0])

    def _uid(self, one: Property) -> None:
        own = OWN_UID.fullmatch(one.text.strip())
        self._take("contact_id" if own else "reference", one, own[1] if own else one.text)

    def _categories(self, one: Property) -> None:
        for item in one.items():
            self._take("tags", one, join_list([item]))

    def _binary(self, one: Property) -> None:
        packed = packed_bytes(one)
        if packed is None and one.text.startswith("http"):
            self._take("kept", one, one.text)
            return
        if packed is not None and one.name == "PHOTO" and packed.startswith(_IMAGES):
            self._builder.take_photo(packed)
            return
        column = clean_line(one.name.capitalize())
        self._builder.warnings.append(Problem(one.line, "vcard.binary_left_out", column))


def _type_label(types: Sequence[str]) -> str:
    return ", ".join(_(_TYPES[word]) for word in types if word in _TYPES)
