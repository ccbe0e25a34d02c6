"""What a row of a file would change of a known contact, cell by cell.

In a file of another program an empty cell says nothing: what is empty here is filled, and
whatever says something else waits to be accepted. In a file that we wrote ourselves a person
edited the cells: what was emptied there is shown as a deletion.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.contact_cells import (
    ADDRESS_FIELDS,
    CELLS,
    LISTS,
    Surroundings,
    cell_text,
    cells_of,
    item_key,
    same,
    surroundings_of,
    with_cells,
)
from coopdesk.domain.contact_details import ContactPoint, FieldValue, PointKind
from coopdesk.domain.contact_imports import CUSTOM, CellChange, ChangeKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coopdesk.domain.contact_imports import ContactRow
    from coopdesk.domain.contacts import Contact, NewContact

    Accepts = Callable[[str, ChangeKind], bool]

# Cells that a column of a file tells of, where the names differ.
_TOLD = {
    "email": ("email", "emails"),
    "phone": ("phone", "phones"),
    "role": ("ties",),
}
_NAMES = frozenset({"last_name", "first_name", "organisation_name"})
_MAIN = {"email": ("emails", PointKind.EMAIL), "phone": ("phones", PointKind.PHONE)}


@dataclass(frozen=True, slots=True)
class KnownDetails:
    """A known contact with what stands around it."""

    contact: Contact
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Differences:
    """The differences of a row, and the new values of those that are accepted, by cell."""

    changes: tuple[CellChange, ...]
    accepted: Mapping[str, Any]


def differences(
    row: ContactRow, known: KnownDetails, accepts: Accepts, *, is_our_own: bool
) -> Differences:
    """Return what a row would change; ``accepts`` says which of it will be done."""
    old = cells_of(known.contact.profile, known.around)
    new = cells_of(row.profile, surroundings_of(row))
    if row.profile.kind is not known.contact.profile.kind:
        # A person's row given to a structure, or the other way round, names somebody else.
        new |= dict.fromkeys((*_NAMES, "civility"), "")
    found = _edited(row, old, new) if is_our_own else _completed(old, new)
    changes, accepted = [], {}
    for name, value in found:
        before = old.get(name, "")
        kind = _kind(name, old, value)
        is_accepted = accepts(name, kind)
        texts = (cell_text(name, before), cell_text(name, value))
        changes.append(CellChange(name, *texts, kind, is_accepted))
        if is_accepted:
            accepted[name] = value
    if not is_our_own:
        accepted |= _former_main(old, accepted)
    return Differences(tuple(changes), accepted)


def cells_read(row: ContactRow) -> list[tuple[str, str]]:
    """Return every cell of a row that says something, as (name, text), in the order shown."""
    cells = cells_of(row.profile, surroundings_of(row))
    names = (*CELLS, *(name for name in cells if name.startswith(CUSTOM)))
    told = ((name, cell_text(name, cells[name])) for name in names)
    return [(name, text) for name, text in told if text]


def changed_profile(
    known: NewContact, row: NewContact, accepted: Mapping[str, Any]
) -> NewContact:
    """Return a known profile with the accepted cells of a row."""
    plain = {name: value for name, value in accepted.items() if not name.startswith(CUSTOM)}
    values = {value.field_id: value for value in known.custom}
    told = {value.field_id: value for value in row.custom}
    for name in accepted.keys() - plain.keys():
        field_id = int(name.removeprefix(CUSTOM))
        values.pop(field_id, None)
        if accepted[name]:
            values[field_id] = told.get(field_id) or FieldValue(field_id, accepted[name])
    changed = with_cells(known, plain)
    if len(plain) < len(accepted):
        changed = replace(changed, custom=tuple(values.values()))
    return changed


def _kind(name: str, old: Mapping[str, Any], value: Any) -> ChangeKind:
    if not value:
        return ChangeKind.CLEARS
    if old.get(name):
        return ChangeKind.REPLACES
    # A further e-mail, or half an address, beside one that is known is more than a completion.
    if name in ADDRESS_FIELDS and old["street"] and name != "complement":
        return ChangeKind.REPLACES
    return ChangeKind.FILLS


def _edited(
    row: ContactRow, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    """Yield the cells that a person edited in a file of ours, emptied ones included."""
    told = {name for field in row.told for name in _cells_told(row, field)}
    unread = {name for field in row.unread for name in _cells_told(row, field)}
    for name in (*CELLS, *sorted(x for x in told if x.startswith(CUSTOM))):
        if name not in told:
            continue
        before, after = old.get(name, ""), new.get(name, "")
        if not after and name in unread:
            # Nobody emptied this cell: what was typed there could not be understood.
            continue
        if name == "country" and {before, after} == {"", "FR"}:
            continue
        if name == "ties" and _same_ties(before, after):
            continue
        if name == "ties" or not same(name, before, after):
            yield name, after


def _same_ties(old: Any, new: Any) -> bool:
    return {(fold(x.organisation), fold(x.role)) for x in old} == {
        (fold(x.organisation), fold(x.role)) for x in new
    }


def _cells_told(row: ContactRow, field: str) -> tuple[str, ...]:
    if field == "organisation":
        is_person = row.profile.kind is ContactKind.PERSON
        return ("ties",) if is_person else ("organisation_name",)
    if field == "role" and row.profile.kind is ContactKind.ORGANISATION:
        return ()
    return _TOLD.get(field, (field,))


def _completed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what a file of another program tells beyond what is known, or otherwise."""
    for name in (*CELLS, *(x for x in new if x.startswith(CUSTOM))):
        value = new[name]
        if not value or same(name, old.get(name, ""), value) or _says_nothing(name, old, value):
            continue
        if name == "note":
            value = _longer_note(old["note"], value)
        elif name in LISTS:
            value = _longer_list(name, old, value)
        if value != old.get(name, ""):
            yield name, value


def _says_nothing(name: str, old: Mapping[str, Any], value: Any) -> bool:
    if name in _NAMES:
        return fold(old[name]) == fold(value)
    if name in _MAIN:
        further, kind = _MAIN[name]
        return item_key(ContactPoint(kind, value)) in {item_key(x) for x in old[further]}
    return bool(name == "country" and value == "FR" and not old["street"])


def _longer_note(old: str, new: str) -> str:
    known = {fold(line) for line in old.split("\n")}
    missing = [line for line in new.split("\n") if fold(line) not in known]
    return "\n".join(filter(None, (old, *missing)))


def _longer_list(name: str, old: Mapping[str, Any], new: Any) -> Any:
    """Return the known items and after them those that are new."""
    known = {item_key(x) for x in old[name]}
    main = {"emails": PointKind.EMAIL, "phones": PointKind.PHONE}
    if name in main:
        known.add(item_key(ContactPoint(main[name], old[f"{main[name].value}"])))
    return (*old[name], *(x for x in new if item_key(x) not in known))


def _former_main(old: Mapping[str, Any], accepted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the further e-mails and phones with the one that was the main one."""
    kept = {}
    for name, (further, kind) in _MAIN.items():
        if name in accepted and old[name]:
            told = accepted.get(further, old[further])
            kept[further] = (*told, ContactPoint(kind, old[name]))
    return kept
