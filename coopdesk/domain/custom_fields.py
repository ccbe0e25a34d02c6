"""Fields that an association adds to its contacts, and the way of a value in and out."""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import FieldValue
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import clean_line, clean_text, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coopdesk.domain.contacts import ContactKind

LABEL_LIMIT = 60
CHOICE_LIMIT = 80
LINE_LIMIT = 200
TEXT_LIMIT = 4_000
# Between the choices of one value; no choice may hold it.
CHOICE_SEPARATOR = "\n"

# What parts several choices when they are typed or imported.
_SEPARATORS = frozenset("\n;|")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_TRUE = frozenset({"1", "oui", "yes", "vrai", "true", "x", "o", "y"})
_FALSE = frozenset({"0", "non", "no", "faux", "false", "n"})


class FieldKind(enum.Enum):
    """The eight types of a custom field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class NewCustomField:
    """A field as defined in the window.

    ``kind_of_contact`` None concerns persons and organisations. ``choices`` are for the two
    kinds that need them. ``is_listed`` makes it a column of the list.
    """

    name: str
    kind: FieldKind = FieldKind.TEXT
    kind_of_contact: ContactKind | None = None
    choices: tuple[str, ...] = ()
    is_listed: bool = False
    is_searched: bool = True

    def concerns(self, kind: ContactKind) -> bool:
        """Tell whether contacts of this kind have the field."""
        return self.kind_of_contact in {None, kind}


@dataclass(frozen=True, slots=True)
class CustomField:
    """A recorded field; ``position`` orders the fields, from 0."""

    id: int
    content: NewCustomField
    position: int = 0


def checked_field(new: NewCustomField) -> NewCustomField:
    """Return a definition cleaned.

    Raises:
        RuleError: one thing is wrong. FieldErrors: several are.
    """
    checks = FieldChecks()
    choices = tuple(dict.fromkeys(filter(None, (clean_line(x) for x in new.choices))))
    cleaned = replace(new, name=checks.line(new.name, "name", LABEL_LIMIT), choices=choices)
    if not fold(cleaned.name) and not checks.is_wrong("name"):
        checks.refuse("field.name_missing", "name")
    if cleaned.kind in {FieldKind.CHOICE, FieldKind.CHOICES}:
        _check_choices(choices, checks)
    elif choices:
        cleaned = replace(cleaned, choices=())
    checks.finish()
    return cleaned


def _check_choices(choices: tuple[str, ...], checks: FieldChecks) -> None:
    if not choices:
        checks.refuse("field.choices_missing", "choices")
    elif any(len(choice) > CHOICE_LIMIT for choice in choices):
        checks.refuse("field.choice_too_long", "choices", limit=CHOICE_LIMIT)
    elif any(set(choice) & _SEPARATORS for choice in choices):
        checks.refuse("field.choice_separator", "choices")


def read_value(field: CustomField, text: str) -> str:
    """Return the canonical text of a value as typed or imported; empty for none.

    Text as it is, numbers ``-12.5``, amounts in cents ``1250``, days ``2026-11-22``, yes and no
    as ``1`` and ``0``, choices one a line in the order of the definition.

    Raises:
        RuleError: ``field.…`` with ``field`` = ``custom:ID`` and the field's name.
    """
    cleaned = clean_text(text)
    if not cleaned:
        return ""
    return _READERS[field.content.kind](field, cleaned)


def checked_stored(field: CustomField, text: str) -> str:
    """Return a value that is in its canonical text already; raises as ``read_value``."""
    if field.content.kind is not FieldKind.AMOUNT or not text:
        return read_value(field, text)
    # Cents: read as typed they would become a hundred times as much.
    if not re.fullmatch(r"-?\d{1,12}", text):
        raise _refused(field, "field.not_an_amount", text=text)
    return str(int(text))


def typed_text(field: CustomField, text: str) -> str:
    """Return a canonical value as a person types it, to be read back by ``read_value``."""
    kind = field.content.kind
    if not text:
        return ""
    if kind is FieldKind.AMOUNT:
        cents = int(text)
        return f"{'-' if cents < 0 else ''}{abs(cents) // 100},{abs(cents) % 100:02d}"
    if kind is FieldKind.YES_NO:
        return "oui" if text == "1" else "non"
    if kind is FieldKind.NUMBER:
        return text.replace(".", ",")
    return text.replace(CHOICE_SEPARATOR, "; ") if kind is FieldKind.CHOICES else text


def converted(text: str, old: CustomField, new: CustomField, renamed: Mapping[str, str]) -> str:
    """Return a canonical value in the form that a field's new definition asks for.

    ``renamed`` gives choices their new names.

    Raises:
        RuleError: the new definition cannot hold it without loss.
    """
    if old.content.kind in {FieldKind.CHOICE, FieldKind.CHOICES}:
        chosen = text.split(CHOICE_SEPARATOR)
        text = CHOICE_SEPARATOR.join(renamed.get(choice, choice) for choice in chosen)
    kinds = (old.content.kind, new.content.kind)
    if kinds[0] is FieldKind.LONG_TEXT is not kinds[1] and "\n" in text:
        raise _refused(new, "field.lines_would_join")
    return read_value(new, typed_text(old, text))


class ValueChecks:
    """The checks of the values of one contact against the fields there are."""

    def __init__(
        self, fields: Iterable[CustomField], kind: ContactKind, checks: FieldChecks
    ) -> None:
        self._fields = {field.id: field for field in fields}
        self._kind = kind
        self._checks = checks

    def checked(
        self, values: Iterable[FieldValue], typed: Mapping[int, str]
    ) -> tuple[FieldValue, ...]:
        """Return the values cleaned, in the order of the fields.

        ``values`` are canonical; ``typed`` come from a form, by field id, and take their
        place. Errors name the field ``custom:ID``.
        """
        texts = {
            value.field_id: self._taken(value.field_id, value.text, checked_stored)
            for value in values
            if value.field_id not in typed
        }
        texts |= {key: self._taken(key, text, read_value) for key, text in typed.items()}
        return tuple(
            FieldValue(key, texts[key], field.content.is_searched)
            for key, field in self._fields.items()
            if texts.get(key)
        )

    def _taken(self, key: int, text: str, read: Callable[[CustomField, str], str]) -> str:
        field = self._fields.get(key)
        if field is None:
            self._checks.refuse("field.unknown", f"custom:{key}", id=key)
            return ""
        if text.strip() and not field.content.concerns(self._kind):
            name = field.content.name
            self._checks.refuse("field.other_kind", f"custom:{key}", name=name)
            return ""
        return self._checks.taken(lambda: read(field, text), "")


def _refused(field: CustomField, code: str, **values: object) -> RuleError:
    """Return an error that says which field it is about."""
    name = field.content.name
    return RuleError(code, field=f"custom:{field.id}", name=name, **values)


def _line(field: CustomField, text: str) -> str:
    line = clean_line(text)
    if len(line) > LINE_LIMIT:
        raise _refused(field, "field.too_long", length=len(line), limit=LINE_LIMIT)
    return line


def _text(field: CustomField, text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise _refused(field, "field.too_long", length=len(text), limit=TEXT_LIMIT)
    return text


def _number(field: CustomField, text: str) -> str:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace("\u2212", "-").replace(",", ".")
    if not _NUMBER.fullmatch(plain) or len(plain) > 18:
        raise _refused(field, "field.not_a_number", text=text)
    whole, _dot, decimals = plain.removeprefix("+").partition(".")
    decimals = decimals.rstrip("0")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-").lstrip("0") or "0"
    if digits == "0" and not decimals:
        return "0"
    return f"{sign}{digits}.{decimals}" if decimals else f"{sign}{digits}"


def _amount(field: CustomField, text: str) -> str:
    try:
        return str(parse_amount(text).cents)
    except RuleError as error:
        raise _refused(field, "field.not_an_amount", text=text) from error


def _day(field: CustomField, text: str) -> str:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"):
        try:
            return dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    raise _refused(field, "field.not_a_day", text=text)


def _yes_no(field: CustomField, text: str) -> str:
    folded = fold(text)
    if folded in _TRUE:
        return "1"
    if folded in _FALSE:
        return "0"
    raise _refused(field, "field.not_yes_or_no", text=text)


def _choice(field: CustomField, text: str) -> str:
    known = {fold(choice): choice for choice in field.content.choices}
    found = known.get(fold(text))
    if found is None:
        listed = ", ".join(field.content.choices)
        raise _refused(field, "field.unknown_choice", text=text, choices=listed)
    return found


def _choices(field: CustomField, text: str) -> str:
    parts = [part.strip() for part in re.split(r"[\n;|]", text) if part.strip()]
    chosen = {_choice(field, part) for part in parts}
    return CHOICE_SEPARATOR.join(x for x in field.content.choices if x in chosen)


_READERS: Mapping[FieldKind, Callable[[CustomField, str], str]] = {
    FieldKind.TEXT: _line,
    FieldKind.LONG_TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.AMOUNT: _amount,
    FieldKind.DATE: _day,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
}
