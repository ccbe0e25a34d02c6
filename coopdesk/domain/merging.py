"""Two contacts that are one: what each says, what to keep, and the contact that comes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.merging_names import are_crossed, is_in_place
from coopdesk.domain.merging_unions import (
    united_addresses,
    united_note,
    united_points,
    united_tags,
)
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.domain.contact_details import FieldValue
    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.duplicates import Reason

CUSTOM_PREFIX = "custom:"
_SHARED = ("number", "email", "phone", "address", "language", "household_id")
_OF_PERSON = (
    "civility",
    "first_name",
    "last_name",
    *_SHARED,
    "birth_on",
    "sector",
    "discipline",
    "photo_id",
)
_OF_ORGANISATION = (
    "organisation_name",
    "acronym",
    "organisation_kind",
    "legal_form",
    "siren",
    "siret",
    "rna",
    "fiscal_year_end",
    "website",
    *_SHARED,
    "first_name",
    "last_name",
    "civility",
    "sector",
    "discipline",
    "photo_id",
    "parent_id",
)
_PROFILE_FIELDS = frozenset({*_OF_PERSON, *_OF_ORGANISATION} - {"household_id"})
# The longer of two forms of one name says more; of two numbers the newer one counts.
_NAMES = frozenset({"first_name", "last_name", "organisation_name", "acronym", "legal_form"})


class Side(enum.Enum):
    """The contact that is kept, or the one that is dropped."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class MergeField:
    """What both contacts say of one thing; ``name`` is a field, or ``custom:`` and its number.

    Values are those of the record, None or empty when nothing is known.
    """

    name: str
    kept: Any
    dropped: Any
    proposed: Side

    @property
    def differs(self) -> bool:
        """Tell whether there is anything to choose."""
        return bool(self.kept != self.dropped)

    def value(self, side: Side) -> Any:
        """Return what one of the two says."""
        return self.kept if side is Side.KEEP else self.dropped


@dataclass(frozen=True, slots=True)
class MergeSheet:
    """Two contacts side by side.

    ``moved`` counts by table what goes over to the kept contact, ``receipts`` the issued papers
    that keep the dropped name. ``names`` calls what fields only number: households by
    ``("household_id", 3)``, parents by ``("parent_id", 8)``. ``homes`` are the others who live
    in the households of the two, by household. ``own_fields`` by their number.
    """

    keep: Contact
    drop: Contact
    fields: tuple[MergeField, ...]
    moved: Mapping[str, int]
    receipts: int = 0
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)
    homes: Mapping[int, tuple[Contact, ...]] = field(default_factory=dict)
    own_fields: Mapping[int, CustomField] = field(default_factory=dict)

    def chosen(self, choices: Mapping[str, Side]) -> dict[str, Side]:
        """Return the side of every field: as chosen, else as proposed.

        Raises:
            RuleError: ``merge.unknown_field``.
        """
        found = {one.name: one.proposed for one in self.fields}
        unknown = [name for name in choices if name not in found]
        if unknown:
            raise RuleError("merge.unknown_field", name=unknown[0], names=", ".join(found))
        return {**found, **choices}

    def at_home(self, choices: Mapping[str, Side]) -> Contact:
        """Return the contact of the two whose household is taken; raises as ``chosen``."""
        side = self.chosen(choices).get("household_id", Side.KEEP)
        return self.keep if side is Side.KEEP else self.drop

    def followers(self, choices: Mapping[str, Side]) -> tuple[str, ...]:
        """Return who else gets the address that is taken, being of the same household.

        Raises:
            RuleError: as ``chosen``.
        """
        lives = self.at_home(choices)
        side = self.chosen(choices).get("address", Side.KEEP)
        address = (self.keep if side is Side.KEEP else self.drop).profile.address
        if lives.household_id is None or lives.profile.address == address:
            return ()
        others = self.homes.get(lives.household_id, ())
        return tuple(one.display_name for one in others if one.profile.address != address)


@dataclass(frozen=True, slots=True)
class PairSide:
    """One contact of a proposal, as its line shows it."""

    contact_id: int
    name: str
    email: str = ""
    phone: str = ""
    town: str = ""
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class DuplicateProposal:
    """Two contacts that may be one; ``first`` is the one that had better be kept."""

    first: PairSide
    second: PairSide
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SimilarContact:
    """A known contact that resembles the one being typed."""

    contact: PairSide
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """When each of two contacts was last changed, as numbers that grow."""

    keep: int = 0
    drop: int = 0

    @property
    def newer(self) -> Side:
        """The one that was changed last; the kept one if nobody knows."""
        return Side.DROP if self.drop > self.keep else Side.KEEP


def check_pair(keep: Contact, drop: Contact) -> None:
    """Refuse two contacts that cannot be one.

    Raises:
        RuleError: ``merge.same_contact`` or ``merge.kinds_differ``.
    """
    if keep.id == drop.id:
        raise RuleError("merge.same_contact")
    if keep.profile.kind is not drop.profile.kind:
        raise RuleError("merge.kinds_differ")


def merge_fields(keep: Contact, drop: Contact, age: Age) -> tuple[MergeField, ...]:
    """Return what both say, field by field; what neither knows is left out."""
    is_person = keep.profile.kind is ContactKind.PERSON
    names = [*(_OF_PERSON if is_person else _OF_ORGANISATION), *_custom_names(keep, drop)]
    fields = []
    for name in names:
        kept, dropped = _value(keep, name, drop.id), _value(drop, name, keep.id)
        if not (_is_empty(kept) and _is_empty(dropped)):
            proposed = _better(name, kept, dropped, age)
            fields.append(MergeField(name, kept, dropped, proposed))
    return tuple(_at_one_home(_of_one_order(fields, keep, drop)))


def merged_profile(sheet: MergeSheet, choices: Mapping[str, Side]) -> NewContact:
    """Return the profile of the contact that two become.

    Main e-mails, phones and addresses that were not chosen become further ones; tags and notes
    of both are kept.

    Raises:
        RuleError: ``merge.unknown_field``, a name is missing, or the SIRET chosen belongs to
            another SIREN.
    """
    keep, drop = sheet.keep.profile, sheet.drop.profile
    sides = sheet.chosen(choices)
    values = {one.name: one.value(sides[one.name]) for one in sheet.fields}
    own = {name: value for name, value in values.items() if name in _PROFILE_FIELDS}
    profile = replace(keep, **own)
    profile = replace(
        profile,
        points=united_points(profile, keep, drop),
        further_addresses=united_addresses(profile, keep, drop),
        tags=united_tags(keep, drop),
        custom=_chosen_values(sheet, sides),
        note=united_note(keep.note, drop.note),
    )
    _check(profile)
    return profile


def _of_one_order(
    fields: Sequence[MergeField], keep: Contact, drop: Contact
) -> Sequence[MergeField]:
    """Propose both names of one contact where the two have them in another order."""
    kept, dropped = ((one.profile.first_name, one.profile.last_name) for one in (keep, drop))
    if not are_crossed(kept, dropped):
        return fields
    side = Side.DROP if is_in_place(dropped) > is_in_place(kept) else Side.KEEP
    names = {"first_name", "last_name"}
    return [replace(one, proposed=side) if one.name in names else one for one in fields]


def _at_one_home(fields: Sequence[MergeField]) -> Iterator[MergeField]:
    """Propose the address of the household proposed, if each has one of both.

    The other address would make the rest of the household move.
    """
    homes = [one for one in fields if one.name == "household_id" and one.kept and one.dropped]
    for one in fields:
        filled = not (_is_empty(one.kept) or _is_empty(one.dropped))
        if one.name == "address" and filled and homes and homes[0].differs:
            yield replace(one, proposed=homes[0].proposed)
        else:
            yield one


def _check(profile: NewContact) -> None:
    if profile.kind is ContactKind.ORGANISATION:
        if not profile.organisation_name:
            raise RuleError("contact.organisation_name_missing", field="organisation_name")
    elif not profile.display_name:
        raise RuleError("contact.last_name_missing", field="last_name")
    if profile.siret and profile.siren and not profile.siret.startswith(profile.siren):
        raise RuleError("contact.siret_of_another", field="siret")


def _custom_names(keep: Contact, drop: Contact) -> list[str]:
    values = (*keep.profile.custom, *drop.profile.custom)
    return list(dict.fromkeys(f"{CUSTOM_PREFIX}{value.field_id}" for value in values))


def _value(contact: Contact, name: str, other_id: int) -> Any:
    if name == "household_id":
        return contact.household_id
    if name == "parent_id" and contact.profile.parent_id == other_id:
        return None
    if name.startswith(CUSTOM_PREFIX):
        found = {value.field_id: value.text for value in contact.profile.custom}
        return found.get(int(name.removeprefix(CUSTOM_PREFIX)), "")
    return getattr(contact.profile, name)


def _is_empty(value: Any) -> bool:
    if isinstance(value, enum.Enum):
        return not value.value
    return not value or bool(getattr(value, "is_empty", False))


def _better(name: str, kept: Any, dropped: Any, age: Age) -> Side:
    """Return the side that says more; if both say as much, the one changed last."""
    if kept == dropped or _is_empty(dropped):
        return Side.KEEP
    if _is_empty(kept):
        return Side.DROP
    if name == "number":  # a number given once stays
        return Side.KEEP
    weights = _weight(name, kept), _weight(name, dropped)
    if weights[0] == weights[1]:
        return age.newer
    return Side.DROP if weights[1] > weights[0] else Side.KEEP


def _weight(name: str, value: Any) -> tuple[int, ...]:
    """Return how much a value says: whole addresses, long names, accents, no shouting."""
    if name == "address":
        return (value.is_complete, bool(value.street), bool(value.complement))
    if name in _NAMES:
        shouts = len(value) > 1 and (value.isupper() or value.islower())
        accents = sum(not char.isascii() for char in value)
        return (len(fold(value)), not shouts, accents)
    return ()


def _chosen_values(sheet: MergeSheet, sides: Mapping[str, Side]) -> tuple[FieldValue, ...]:
    both = {Side.KEEP: sheet.keep, Side.DROP: sheet.drop}
    return tuple(
        value
        for side, contact in both.items()
        for value in contact.profile.custom
        if sides[f"{CUSTOM_PREFIX}{value.field_id}"] is side
    )
