"""What a merge keeps of both contacts: tags, e-mails, phones, addresses, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactPoint, FurtherAddress, PointKind
from coopdesk.domain.contacts import NOTE_LIMIT
from coopdesk.domain.phones import phone_key
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from coopdesk.domain.contacts import NewContact


def united_tags(keep: NewContact, drop: NewContact) -> tuple[str, ...]:
    """Return the tags of both, those of the kept one first."""
    known = {fold(tag) for tag in keep.tags}
    return keep.tags + tuple(tag for tag in drop.tags if fold(tag) not in known)


def united_points(
    profile: NewContact, keep: NewContact, drop: NewContact
) -> tuple[ContactPoint, ...]:
    """Return every e-mail and phone of both but the main ones of ``profile``, each once."""
    mains = [
        ContactPoint(kind, getattr(one, kind.value))
        for one in (keep, drop)
        for kind in PointKind
    ]
    known = {_point_key(ContactPoint(kind, getattr(profile, kind.value))) for kind in PointKind}
    found = []
    for point in (*keep.points, *drop.points, *mains):
        key = _point_key(point)
        if point.value and key not in known:
            known.add(key)
            found.append(point)
    return tuple(found)


def _point_key(point: ContactPoint) -> tuple[PointKind, str]:
    if point.kind is PointKind.EMAIL:
        return point.kind, point.value.casefold()
    return point.kind, phone_key(point.value) or point.value


def united_addresses(
    profile: NewContact, keep: NewContact, drop: NewContact
) -> tuple[FurtherAddress, ...]:
    """Return every address of both but the main one of ``profile``, each once."""
    mains = [FurtherAddress(keep.address), FurtherAddress(drop.address)]
    known = {_address_key(FurtherAddress(profile.address))}
    found = []
    for one in (*keep.further_addresses, *drop.further_addresses, *mains):
        key = _address_key(one)
        if not one.address.is_empty and key not in known:
            known.add(key)
            found.append(one)
    return tuple(found)


def _address_key(one: FurtherAddress) -> tuple[str, ...]:
    place = one.address
    parts = (place.street, place.complement, place.postal_code, place.city, place.country)
    return tuple(fold(part) for part in parts)


def united_note(kept: str, dropped: str) -> str:
    """Return both notes as one; the kept one alone if there is no room for both."""
    if dropped in kept:
        return kept
    if kept in dropped:
        return dropped
    united = f"{kept}\n{dropped}"
    return united if len(united) <= NOTE_LIMIT else kept
