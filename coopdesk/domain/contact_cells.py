"""A contact as cells of text: what an import compares and an export writes."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactPoint, PointKind
from coopdesk.domain.contact_imports import CONSENT_FIELDS, CUSTOM
from coopdesk.domain.contacts import Civility, NewContact
from coopdesk.domain.phones import phone_key
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.contact_details import ConsentPurpose
    from coopdesk.domain.contact_imports import ContactRow, Tie

ADDRESS_FIELDS = tuple(one.name for one in fields(PostalAddress))
_PLAIN = (
    "last_name",
    "first_name",
    "organisation_name",
    "acronym",
    "legal_form",
    "siren",
    "siret",
    "rna",
    "fiscal_year_end",
    "website",
    "sector",
    "discipline",
    "language",
    "number",
    "email",
    "phone",
    "note",
)
# Several values: compared as sets, shown as a list.
LISTS = frozenset({"emails", "phones", "addresses", "tags", "groups", "ties"})
# In the order in which differences are shown.
CELLS = (
    "civility",
    *_PLAIN[:10],
    "organisation_kind",
    *_PLAIN[10:-2],
    "emails",
    "phone",
    "phones",
    *ADDRESS_FIELDS,
    "addresses",
    "birth_on",
    "tags",
    "groups",
    "ties",
    *CONSENT_FIELDS,
    "parent",
    "picture",
    "note",
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a contact in other tables; ``parent`` is the name of the structure."""

    groups: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    consents: Mapping[ConsentPurpose, bool] = field(default_factory=dict)
    parent: str = ""
    has_picture: bool = False


def cells_of(profile: NewContact, around: Surroundings) -> dict[str, Any]:
    """Return a contact's cells by name: texts, days, codes, and tuples for lists.

    Empty cells are empty texts or tuples; custom fields are ``custom:ID``.
    """
    cells: dict[str, Any] = {name: getattr(profile, name) for name in _PLAIN}
    cells |= {name: getattr(profile.address, name) for name in ADDRESS_FIELDS}
    if profile.address.is_empty:
        cells["country"] = ""
    points = profile.points
    cells |= {
        "civility": profile.civility.value,
        "organisation_kind": profile.organisation_kind.value,
        "birth_on": profile.birth_on or "",
        "emails": tuple(x for x in points if x.kind is PointKind.EMAIL),
        "phones": tuple(x for x in points if x.kind is PointKind.PHONE),
        "addresses": profile.further_addresses,
        "tags": profile.tags,
        "groups": around.groups,
        "ties": around.ties,
        "parent": around.parent,
        "picture": "1" if around.has_picture else "",
        **{f"{CUSTOM}{x.field_id}": x.text for x in profile.custom},
    }
    for name, purpose in CONSENT_FIELDS.items():
        given = around.consents.get(purpose)
        cells[name] = "" if given is None else ("1" if given else "0")
    return cells


def surroundings_of(row: ContactRow) -> Surroundings:
    """Return what a file tells of the surroundings of a contact."""
    return Surroundings(row.groups, row.ties, row.consents, row.parent, bool(row.photo))


def same(name: str, old: Any, new: Any) -> bool:
    """Tell whether two cells say the same."""
    if name in LISTS:
        return {item_key(x) for x in old} == {item_key(x) for x in new}
    if name == "email":
        return str(old).casefold() == str(new).casefold()
    if name == "phone":
        return old == new or (bool(old) and phone_key(old) == phone_key(new) != "")
    return bool(old == new)


def item_key(item: Any) -> object:
    """Return what tells one item of a list from another."""
    if isinstance(item, str):
        return fold(item)
    if isinstance(item, ContactPoint):
        value = item.value
        is_phone = item.kind is PointKind.PHONE
        return phone_key(value) or value if is_phone else value.casefold()
    if hasattr(item, "organisation"):
        return fold(item.organisation)
    address = item.address
    return fold(f"{address.street} {address.postal_code} {address.city}")


def with_cells(profile: NewContact, cells: Mapping[str, Any]) -> NewContact:
    """Return a profile with some cells changed; those of other tables are passed over."""
    plain: dict[str, Any] = {name: cells[name] for name in _PLAIN if name in cells}
    if any(name in cells for name in ADDRESS_FIELDS):
        plain["address"] = _address(profile.address, cells)
    if "civility" in cells:
        plain["civility"] = Civility(cells["civility"])
    if "organisation_kind" in cells:
        plain["organisation_kind"] = type(profile.organisation_kind)(cells["organisation_kind"])
    if "birth_on" in cells:
        plain["birth_on"] = cells["birth_on"] or None
    if "addresses" in cells:
        plain["further_addresses"] = cells["addresses"]
    if "tags" in cells:
        plain["tags"] = cells["tags"]
    if {"emails", "phones"} & cells.keys():
        plain["points"] = _points(profile, cells)
    return replace(profile, **plain)


def _address(address: PostalAddress, cells: Mapping[str, Any]) -> PostalAddress:
    parts = {name: cells[name] for name in ADDRESS_FIELDS if name in cells}
    # An address has a country, ours if nobody says.
    if parts.get("country") == "":
        parts["country"] = PostalAddress().country
    return replace(address, **parts)


def _points(profile: NewContact, cells: Mapping[str, Any]) -> tuple[ContactPoint, ...]:
    now = cells_of(profile, Surroundings())
    emails: Sequence[ContactPoint] = cells.get("emails", now["emails"])
    phones: Sequence[ContactPoint] = cells.get("phones", now["phones"])
    return (*emails, *phones)


JOINERS: Mapping[str, Callable[[Any], str]] = {
    "emails": lambda point: str(point.value),
    "phones": lambda point: str(point.value),
    "addresses": lambda one: ", ".join(
        x for x in (one.address.street, one.address.town_line) if x
    ),
    "ties": lambda tie: f"{tie.organisation} ({tie.role})" if tie.role else tie.organisation,
}


def cell_text(name: str, value: Any) -> str:
    """Return a cell as a line of text; codes and days as they are stored."""
    if isinstance(value, tuple):
        return "; ".join(JOINERS.get(name, str)(item) for item in value)
    return str(value)
