"""The options that describe a contact, and how they change one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.options import optional, optional_code, or_empty, parse_count, parse_day
from coopdesk.domain.contact_details import ContactPoint, OrganisationKind, PointKind
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.custom_fields import CustomField
from coopdesk.domain.text import fold
from coopdesk.wording.language import _

_TEXT = _("TEXT")


def _several(flag: str, help_text: str, metavar: str) -> Any:
    option = typer.Option(flag, metavar=metavar, help=help_text)
    return Annotated[list[str] | None, option]


FIELDS: dict[str, Any] = {
    "civility": optional_code("--civility", _("How a person is addressed."), Civility),
    "last_name": optional("--last-name", _("Last name of a person."), _TEXT),
    "first_name": optional("--first-name", _("First name of a person."), _TEXT),
    "birth_on": optional("--birth-on", _("Date of birth."), _("DATE"), or_empty(parse_day)),
    "organisation_name": optional("--organisation-name", _("Name of an organisation."), _TEXT),
    "acronym": optional("--acronym", _("Acronym of an organisation."), _TEXT),
    "organisation_kind": optional_code(
        "--organisation-kind", _("What sort of organisation."), OrganisationKind
    ),
    "legal_form": optional("--legal-form", _("Legal form of an organisation."), _TEXT),
    "siren": optional("--siren", _("SIREN of an organisation."), _TEXT),
    "siret": optional("--siret", _("SIRET of an organisation."), _TEXT),
    "rna": optional("--rna", _("RNA number of an association."), _TEXT),
    "fiscal_year_end": optional(
        "--fiscal-year-end", _("Day on which a company closes its year, as 30/06."), _TEXT
    ),
    "parent_id": optional(
        "--parent", _("Organisation it belongs to."), _("NUMBER"), or_empty(parse_count)
    ),
    "member_number": optional("--number", _("Member number."), _TEXT),
    "email": optional("--email", _("E-mail address."), _TEXT),
    "phone": optional("--phone", _("Telephone."), _TEXT),
    "website": optional("--website", _("Website."), _TEXT),
    "street": optional("--street", _("Number and street."), _TEXT),
    "complement": optional("--complement", _("Building, floor, hamlet."), _TEXT),
    "postal_code": optional("--postal-code", _("Postcode."), _TEXT),
    "city": optional("--city", _("Town."), _TEXT),
    "country": optional("--country", _("Country, two letters (FR)."), _TEXT),
    "language": optional("--language", _("Language, two letters (fr)."), _TEXT),
    "sector": optional("--sector", _("Sector of activity."), _TEXT),
    "discipline": optional("--discipline", _("Academic discipline."), _TEXT),
    "note": optional("--note", _("Note."), _TEXT),
    "photo": optional("--photo", _("PNG or JPEG file of a photo."), _("FILE")),
    "more_email": _several(
        "--more-email", _("A further e-mail address; after a colon, what it is for."), _TEXT
    ),
    "more_phone": _several(
        "--more-phone", _("A further telephone; after a colon, what it is for."), _TEXT
    ),
    "tag": _several("--tag", _("A tag to bear."), _TEXT),
    "untag": _several("--untag", _("A tag to take away."), _TEXT),
    "custom": _several("--custom", _("Value of an own field."), _("NAME=TEXT")),
}
_ADDRESS = frozenset({"street", "complement", "postal_code", "city", "country"})
_ELSEWHERE = frozenset({"photo", "more_email", "more_phone", "tag", "untag", "custom"})
_NAMES = {"member_number": "number"}
_NOTHING_IS_NONE = frozenset({"birth_on", "parent_id"})


def filled(profile: NewContact, given: Mapping[str, Any]) -> NewContact:
    """Return a contact with the options that were given; an empty text empties its field."""
    plain: dict[str, Any] = {
        _NAMES.get(name, name): None if value == "" and name in _NOTHING_IS_NONE else value
        for name, value in given.items()
        if value is not None and name not in _ADDRESS | _ELSEWHERE
    }
    address = {name: given[name] for name in sorted(_ADDRESS) if given.get(name) is not None}
    if given["photo"] == "":
        plain["photo_id"] = None
    return replace(
        profile,
        address=replace(profile.address, **address),
        points=_points(profile.points, given),
        tags=_tags(profile.tags, given),
        **plain,
    )


def kind_of(given: Mapping[str, Any]) -> ContactKind:
    """Return the kind of a new contact: an organisation as soon as it has a name of its own."""
    named = given.get("organisation_name")
    return ContactKind.ORGANISATION if named else ContactKind.PERSON


def typed_values(given: Mapping[str, Any], fields: Iterable[CustomField]) -> dict[int, str]:
    """Return the values of own fields as typed, by field id.

    Raises:
        typer.BadParameter: it is not ``NAME=TEXT``, or there is no field of that name.
    """
    known = {fold(field.content.name): field.id for field in fields}
    found = {}
    for text in given.get("custom") or ():
        name, equals, value = text.partition("=")
        if not equals or fold(name) not in known:
            names = ", ".join(field.content.name for field in fields)
            message = _("“{text}” does not name an own field: {names}.")
            raise typer.BadParameter(message.format(text=text, names=names or "–"))
        found[known[fold(name)]] = value
    return found


def photo_of(given: Mapping[str, Any]) -> Path | None:
    """Return the file of a photo, None where none is given."""
    return Path(given["photo"]) if given["photo"] else None


def _points(
    points: tuple[ContactPoint, ...], given: Mapping[str, Any]
) -> tuple[ContactPoint, ...]:
    """Return the further ways to reach a contact; those given replace those of their kind."""
    for kind, name in ((PointKind.EMAIL, "more_email"), (PointKind.PHONE, "more_phone")):
        texts = given.get(name)
        if texts:
            kept = tuple(point for point in points if point.kind is not kind)
            points = (*kept, *(_point(kind, text) for text in texts if text))
    return points


def _point(kind: PointKind, text: str) -> ContactPoint:
    value, _colon, label = text.partition(":")
    return ContactPoint(kind, value.strip(), label.strip())


def _tags(tags: tuple[str, ...], given: Mapping[str, Any]) -> tuple[str, ...]:
    gone = {fold(tag) for tag in given.get("untag") or ()}
    return (*(tag for tag in tags if fold(tag) not in gone), *(given.get("tag") or ()))
