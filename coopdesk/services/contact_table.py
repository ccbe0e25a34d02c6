"""The list of contacts as a table that a spreadsheet edits and an import reads back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdesk.domain.contact_cells import cells_of
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contact_exports import ExportColumn, ExportTable
from coopdesk.domain.contact_imports import CONSENT_FIELDS, CUSTOM
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.custom_fields import CHOICE_SEPARATOR, FieldKind
from coopdesk.domain.members import FOR_EVER
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.exchange.contact_days import moment_text
from coopdesk.exchange.contact_values import join_list, with_label
from coopdesk.exchange.contact_words import contact_words
from coopdesk.wording.contact_fields import field_text
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.formats import country_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.standing import standing_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.contact_exports import ExportedContact, ExportValue
    from coopdesk.domain.custom_fields import CustomField

    Read = Callable[["_Known"], ExportValue]

# In the order of the columns; « organisation » is the name, or what a person is tied to.
_TEXTS = (
    "last_name",
    "first_name",
    "organisation",
    "role",
    "acronym",
    "legal_form",
    "organisation_kind",
    "siren",
    "siret",
    "rna",
    "fiscal_year_end",
    "parent",
    "email",
    "emails",
    "phone",
    "phones",
    "street",
    "complement",
    "postal_code",
    "city",
    "country",
    "website",
    "birth_on",
    "language",
    "sector",
    "discipline",
    "number",
    "tags",
    "groups",
    *CONSENT_FIELDS,
    "note",
)
_CALENDAR_STARTS = dt.date(1900, 3, 1)
# Spreadsheets keep fifteen digits of a number; one with more is a text, and whole.
_DIGITS = 15
_KINDS: Mapping[FieldKind, type[Decimal | Money | dt.date]] = {
    FieldKind.NUMBER: Decimal,
    FieldKind.AMOUNT: Money,
    FieldKind.DATE: dt.date,
}
_WIDE = frozenset({"note", "street", "email", "emails", "organisation"})


class _Known(NamedTuple):
    """A contact and its cells, made once for all columns."""

    one: ExportedContact
    cells: dict[str, Any]


def contact_table(
    people: Sequence[ExportedContact],
    custom: Sequence[CustomField],
    owner: str,
    made_at: dt.datetime,
) -> ExportTable:
    """Return contacts as a table: our number first, what cannot be edited marked and last."""
    columns = [*_own_columns(), *_custom_columns(custom), *_read_only_columns()]
    moment = moment_text(made_at)
    # Plain blanks: a person looks a title up by typing it.
    titles = tuple(
        replace(column, title=column.title.replace("\u00a0", " ")) for column, _read in columns
    )
    reads = [read for _column, read in columns]
    known = [_Known(one, cells_of(one.contact.profile, one.around)) for one in people]
    rows = tuple((*(read(one) for read in reads), moment) for one in known)
    last = ExportColumn(field_text("exported_at"), width=26)
    return ExportTable(_("Contacts"), owner, (*titles, last), rows)


def _own_columns() -> list[tuple[ExportColumn, Read]]:
    found: list[tuple[ExportColumn, Read]] = [
        (ExportColumn(field_text("contact_id"), int, 16), lambda known: known.one.contact.id),
        (ExportColumn(field_text("kind"), width=12), _kind),
        (ExportColumn(field_text("civility"), width=10), _civility),
    ]
    for name in _TEXTS:
        kind = dt.date if name == "birth_on" else str
        width = 30 if name in _WIDE else 18
        found.append((ExportColumn(field_text(name), kind, width), partial(_cell, name)))
    return found


def _custom_columns(custom: Sequence[CustomField]) -> list[tuple[ExportColumn, Read]]:
    taken = {fold(column.title) for column, _read in (*_own_columns(), *_read_only_columns())}
    taken.add(fold(field_text("exported_at")))
    found: list[tuple[ExportColumn, Read]] = []
    for one in custom:
        title = one.content.name
        if fold(title) in taken or fold(title) in contact_words().names:
            # A field of ours bears that name: the number tells them apart.
            title = _("{name} [field {id}]").format(name=title, id=one.id)
        kind = _KINDS.get(one.content.kind, str)
        found.append((ExportColumn(title, kind), partial(_custom, one)))
    return found


def _read_only_columns() -> list[tuple[ExportColumn, Read]]:
    told: tuple[tuple[str, type[str | dt.date | Money], Read], ...] = (
        (_("Other addresses"), str, _other_addresses),
        (_("Member status"), str, _status),
        (_("Member until"), dt.date, _member_until),
        (_("Gifts"), Money, lambda known: known.one.line.gift_total or None),
        (_("Last gift"), dt.date, lambda known: known.one.line.last_gift_on),
    )
    return [
        (ExportColumn(_("{name} (read only)").format(name=title), kind), read)
        for title, kind, read in told
    ]


def _kind(known: _Known) -> str:
    return label(known.one.contact.profile.kind)


def _civility(known: _Known) -> str:
    civility = known.one.contact.profile.civility
    return "" if civility is Civility.NONE else label(civility)


def _cell(name: str, known: _Known) -> ExportValue:
    if name in {"organisation", "role"}:
        return _organisation(name, known)
    value = known.cells[name]
    if name in {"emails", "phones"}:
        return join_list(with_label(point.value, point.label) for point in value)
    if isinstance(value, tuple):
        return join_list(value)
    if name == "birth_on":
        return _day(value) if value else None
    return _coded(name, value)


def _day(day: dt.date) -> ExportValue:
    """Return a day; as a text where spreadsheets have no calendar."""
    return day if day >= _CALENDAR_STARTS else f"{day:%d/%m}/{day.year:04d}"


def _coded(name: str, value: str) -> str:
    if name == "country":
        return _country(value)
    if name == "organisation_kind":
        return label(OrganisationKind(value)) if value else ""
    if name in CONSENT_FIELDS:
        return {"": "", "1": _("Yes"), "0": _("No")}[value]
    return value


def _organisation(name: str, known: _Known) -> str:
    profile, ties = known.one.contact.profile, known.one.around.ties
    if profile.kind is ContactKind.ORGANISATION:
        return profile.organisation_name if name == "organisation" else ""
    if name == "organisation":
        return join_list(tie.organisation for tie in ties)
    roles = [tie.role for tie in ties]
    return join_list(roles) if any(roles) else ""


def _country(code: str) -> str:
    """Return the name of a country, or its code where no name leads back to it."""
    name = country_text(code) if code else ""
    return name if contact_words().countries.get(fold(name)) == code else code


def _custom(field: CustomField, known: _Known) -> ExportValue:
    kind, text = field.content.kind, known.cells.get(f"{CUSTOM}{field.id}", "")
    if not text:
        return None
    if kind is FieldKind.CHOICES:
        return str(text).replace(CHOICE_SEPARATOR, "; ")
    if kind is FieldKind.AMOUNT:
        return Money(int(text))
    if kind is FieldKind.DATE:
        return _day(dt.date.fromisoformat(text))
    if kind is FieldKind.NUMBER and sum(map(str.isdigit, text)) <= _DIGITS:
        return Decimal(text)
    return value_text(field, text)


def _other_addresses(known: _Known) -> str:
    addresses = [x.address for x in known.one.contact.profile.further_addresses]
    return join_list(f"{x.street}, {x.town_line}".strip(", ") for x in addresses)


def _status(known: _Known) -> str:
    line = known.one.line
    return standing_text(line.member_status, is_unpaid=line.member_until is None)


def _member_until(known: _Known) -> dt.date | None:
    until = known.one.line.member_until
    return None if until == FOR_EVER else until
