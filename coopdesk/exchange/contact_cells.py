"""Reads the single cells of a contact; what does not fit is kept for its note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import FieldValue, OrganisationKind
from coopdesk.domain.contact_imports import CONSENT_FIELDS, CUSTOM
from coopdesk.domain.contacts import Civility, ContactKind, is_birth_likely
from coopdesk.domain.custom_fields import read_value
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.phones import phone_key, restore_phone
from coopdesk.domain.text import clean_line, clean_text, fold
from coopdesk.exchange.contact_addresses import AddressDraft
from coopdesk.exchange.contact_days import (
    read_day,
    read_moment,
    yearless,
)
from coopdesk.exchange.contact_draft import Cell, Draft
from coopdesk.exchange.contact_values import (
    labelled,
    split_aligned,
    split_emails,
    split_list,
    split_phones,
)
from coopdesk.exchange.contact_words import contact_words
from coopdesk.wording.labels import LABELS
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from coopdesk.domain.contact_details import ReferenceSource
    from coopdesk.domain.custom_fields import CustomField

_LINES = {
    "last_name",
    "first_name",
    "acronym",
    "legal_form",
    "siren",
    "siret",
    "rna",
    "fiscal_year_end",
    "sector",
    "discipline",
    "number",
    "parent",
    "reference",
}
_LANGUAGE = re.compile(r"([a-z]{2})(?:[ _.\-].*)?", re.IGNORECASE)
_LANGUAGES = {
    "francais": "fr",
    "french": "fr",
    "anglais": "en",
    "english": "en",
    "espagnol": "es",
    "allemand": "de",
    "italien": "it",
}
_FEWEST_DIGITS = 8
_LONGEST_PHONE = 200
_NOT_A_PHONE = re.compile(r"[^\d\s+().\-/]")
_EMAIL_LIMIT, _SHOWN = 254, 40


class CellReader:
    """Reads the cells of rows one after the other: ``start``, then ``take`` each.

    ``problems`` are the reasons of refused rows, ``warnings`` what went to a note or was
    restored. ``is_our_own`` when we wrote the file: lists in cells are then meant as such. Days
    of birth after ``today`` are slips.
    """

    def __init__(
        self,
        source: ReferenceSource,
        custom: Iterable[CustomField] = (),
        *,
        is_our_own: bool = False,
        today: dt.date | None = None,
    ) -> None:
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.source = source
        self._custom = {one.id: one for one in custom}
        self.is_our_own = is_our_own
        self._today = today
        self.words = contact_words()
        self.titles = self.words.madam | self.words.sir
        self.line = 0
        self.draft = Draft()
        self._readers: Mapping[str, Callable[[Cell], None]] = {
            **dict.fromkeys(_LINES, self._take_line),
            **dict.fromkeys(CONSENT_FIELDS, self._take_consent),
            **dict.fromkeys(
                ("street", "complement", "postal_code", "city", "country", "address"),
                self._take_address,
            ),
            "birth_on": self._take_birth,
            "civility": self.take_civility,
            "contact_id": self._take_contact_id,
            "email": self._take_email,
            "exported_at": self._take_exported_at,
            "full_name": self._take_full_name,
            "groups": lambda cell: self.draft.groups.extend(split_list(cell.text)),
            "ignored": lambda _cell: None,
            "kept": self.keep,
            "kind": self._take_kind,
            "language": self._take_language,
            "member_since": self._take_member_since,
            "note": lambda cell: self.draft.notes.append(clean_text(cell.text)),
            "organisation": self._take_organisation,
            "organisation_kind": self._take_organisation_kind,
            "phone": self._take_phone,
            "role": self._take_role,
            "tags": self._take_tags,
            "website": self._take_website,
        }

    def start(self, line: int) -> None:
        """Begin a row."""
        self.line = line
        self.draft = Draft()

    def refuse(self, code: str, column: str = "", **values: object) -> None:
        """Refuse the row and say why."""
        self.problems.append(Problem(self.line, code, column, values))

    def take(self, cell: Cell) -> None:
        """Read one cell that is not empty."""
        name = cell.field
        if name.startswith(CUSTOM):
            self._take_custom(cell)
        else:
            self.draft.columns.setdefault(name, cell.column)
            self._readers[name](cell)

    @property
    def means_what_it_says(self) -> bool:
        """Tell whether we wrote the row: it means what it says, word for word."""
        return self.is_our_own or self.draft.contact_id is not None

    def take_photo(self, image: bytes) -> None:
        """Take the photograph of the contact; the first one counts."""
        self.draft.photo = self.draft.photo or image

    def keep(self, cell: Cell) -> None:
        """Keep a text in the note, under the name of its column."""
        text = clean_text(cell.text)
        if text and fold(text) not in self.words.nothing:
            name = f"{cell.column} ({cell.label})" if cell.label else cell.column
            self.draft.kept.append((name, text))

    def keep_wrong(self, cell: Cell, code: str, **values: object) -> None:
        """Keep a text in the note and warn why it does not stand in its place."""
        self.keep(cell)
        self.draft.unread |= {cell.field, cell.column}
        shown = {"text": clean_line(cell.text)[:_SHOWN], **values}
        self.warnings.append(Problem(self.line, code, cell.column, shown))

    def _take_line(self, cell: Cell) -> None:
        text = clean_line(cell.text)
        if cell.field in self.draft.lines:
            self.keep(cell)
        elif self.means_what_it_says or fold(text) not in self.words.nothing:
            self.draft.lines[cell.field] = text

    def _take_consent(self, cell: Cell) -> None:
        word = fold(cell.text)
        if word in self.words.yes or word in self.words.no:
            self.draft.consents[CONSENT_FIELDS[cell.field]] = word in self.words.yes
        else:
            self.keep_wrong(cell, "cell.not_yes_or_no")

    def _take_address(self, cell: Cell) -> None:
        address = self.draft.addresses.get(cell.group)
        if address is None:
            address = self.draft.addresses[cell.group] = AddressDraft()
        address.take(cell.field, cell.text, cell.column)
        address.label = address.label or clean_line(cell.label)[:40]
        address.preferred = address.preferred or cell.preferred

    def _take_birth(self, cell: Cell) -> None:
        born = self._day(cell)
        if born and self._today and not is_birth_likely(born, self._today):
            self.keep_wrong(cell, "contact.birth_unlikely")
            born = None
        self.draft.birth_on = born

    def _take_website(self, cell: Cell) -> None:
        self.draft.websites.append((clean_line(cell.text), clean_line(cell.label), cell.column))

    def _take_member_since(self, cell: Cell) -> None:
        self.draft.member_since = self._day(cell)
        if self.draft.member_since:
            self.keep(cell)

    def _day(self, cell: Cell) -> dt.date | None:
        try:
            found = read_day(cell.text, cell.order)
        except RuleError as error:
            self.keep_wrong(cell, error.code)
            return None
        if found is None:
            self.keep(cell._replace(text=yearless(cell.text) or cell.text))
        return found

    def take_civility(self, cell: Cell) -> None:
        """Read how a person is addressed."""
        word = fold(cell.text).rstrip(".")
        if word in self.words.madam:
            self.draft.civility = Civility.MADAM
        elif word in self.words.sir or f"{word}." in self.words.sir:
            self.draft.civility = Civility.SIR
        else:
            self.keep(cell)

    def _take_contact_id(self, cell: Cell) -> None:
        text = cell.text.strip()
        if text.isascii() and text.isdigit() and len(text) < 19:
            self.draft.contact_id = int(text)
        else:
            self.keep_wrong(cell, "cell.not_a_number")

    def _take_exported_at(self, cell: Cell) -> None:
        try:
            self.draft.exported_at = read_moment(cell.text)
        except ValueError:
            self.warnings.append(Problem(self.line, "cell.moment_lost", cell.column))

    def _take_email(self, cell: Cell) -> None:
        for text, label in self._labelled(cell):
            for email in split_emails(text):
                if "@" in email and len(email) <= _EMAIL_LIMIT:
                    _add(self.draft.emails, (email, clean_line(label), cell.column), cell)
                else:
                    self.keep_wrong(cell._replace(text=email), "email.wrong")

    def _take_phone(self, cell: Cell) -> None:
        for text, label in self._labelled(cell):
            for phone in split_phones(text):
                if found := self._phone(cell._replace(text=phone)):
                    _add(self.draft.phones, (found, clean_line(label), cell.column), cell)

    def _labelled(self, cell: Cell) -> list[tuple[str, str]]:
        """Return the values of a cell with their labels; our own files list several."""
        if not self.is_our_own:
            return [(cell.text, cell.label)]
        return [labelled(part) for part in split_list(cell.text)]

    def _phone(self, cell: Cell) -> str:
        """Return a number as it will stand; empty when it is none and went to the note."""
        typed = cell.text
        if len(typed) > _LONGEST_PHONE:
            self.keep_wrong(cell, "phone.wrong")
            return ""
        if not typed.startswith(("0", "+", "(")) and (restored := restore_phone(typed)):
            self.warn_restored(cell, "phone.restored", restored)
            return restored
        if phone_key(typed):
            return typed if not _NOT_A_PHONE.search(typed) else self._within(cell)
        if sum(map(str.isdigit, typed)) < _FEWEST_DIGITS or _NOT_A_PHONE.search(typed):
            self.keep_wrong(cell, "phone.wrong")
            return ""
        self.warnings.append(
            Problem(self.line, "phone.doubtful", cell.column, {"text": typed[:_SHOWN]})
        )
        return typed

    def _within(self, cell: Cell) -> str:
        """Return the number among words, which the note keeps."""
        self.keep(cell)
        return phone_key(cell.text)

    def warn_restored(self, cell: Cell, code: str, restored: str) -> None:
        """Say what a spreadsheet had shortened and what it is again."""
        values = {"text": clean_line(cell.text)[:_SHOWN], "restored": restored}
        self.warnings.append(Problem(self.line, code, cell.column, values))

    def _take_full_name(self, cell: Cell) -> None:
        self.draft.full_name = clean_line(cell.text)

    def _take_kind(self, cell: Cell) -> None:
        word = fold(cell.text)
        if word in self.words.organisation:
            self.draft.kind = ContactKind.ORGANISATION
        elif word in self.words.person:
            self.draft.kind = ContactKind.PERSON
        else:
            self.keep(cell)

    def _take_language(self, cell: Cell) -> None:
        word = fold(cell.text)
        code = _LANGUAGE.fullmatch(cell.text.strip())
        if found := _LANGUAGES.get(word) or (code and code[1].lower()):
            self.draft.language = found
        else:
            self.keep(cell)

    def _take_organisation(self, cell: Cell) -> None:
        self.draft.organisations.append(clean_line(cell.text))

    def _take_role(self, cell: Cell) -> None:
        if self.is_our_own:
            # One role for each organisation, in their order; an empty one keeps its place.
            self.draft.roles += split_aligned(cell.text)
        else:
            self.draft.roles.append(clean_line(cell.text))

    def _take_organisation_kind(self, cell: Cell) -> None:
        word = fold(cell.text)
        for kind in OrganisationKind:
            if kind.value and word in {fold(_(LABELS[kind])), fold(LABELS[kind]), kind.value}:
                self.draft.organisation_kind = kind
                return
        self.keep(cell)

    def _take_tags(self, cell: Cell) -> None:
        for tag in split_list(cell.text):
            if self.means_what_it_says:
                self.draft.tags.append(tag)
                continue
            if fold(tag) in self.words.own_labels:
                continue
            if tag.isdigit():
                self.keep(cell._replace(text=tag))
            else:
                self.draft.tags.append(tag.removeprefix("* "))

    def _take_custom(self, cell: Cell) -> None:
        one = self._custom.get(int(cell.field.removeprefix(CUSTOM)))
        if one is None:
            self.keep(cell)
            return
        try:
            text = read_value(one, cell.text)
        except RuleError as error:
            values = {k: v for k, v in error.values.items() if k not in {"field", "text"}}
            self.keep_wrong(cell, error.code, **values)
            return
        if text:
            self.draft.custom.append(FieldValue(one.id, text, one.content.is_searched))


def _add(told: list[tuple[str, str, str]], value: tuple[str, str, str], cell: Cell) -> None:
    """Add a value; those of a preferred cell come first, in their own order."""
    if not cell.preferred:
        told.append(value)
        return
    place = 0
    while place < len(told) and told[place][2] == cell.column:
        place += 1
    told.insert(place, value)
