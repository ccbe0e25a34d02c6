"""Which known contacts a row of a file may be: by number, by name and e-mail."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contact_details import ContactState, PointKind
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.contacts import NewContact

_LEADING_ZEROS = re.compile(r"0*(\d+)")


class KnownContact(NamedTuple):
    """A contact as rows are matched with it; ``emails`` are the keys of all it has."""

    id: int
    kind: str
    name_key: str
    emails: frozenset[str]
    number_key: str
    siren: str
    state: ContactState
    merged_into_id: int | None = None


class RowKeys(NamedTuple):
    """What a row is compared by; made once for each, since folding names takes its time."""

    name: str
    emails: frozenset[str]
    number: str


class RowMatcher:
    """Finds the known contact that a row is, or those it resembles."""

    def __init__(
        self,
        contacts: Iterable[KnownContact],
        references: Mapping[str, int],
        newest_id: int | None = None,
    ) -> None:
        self._known = {one.id: one for one in contacts}
        self._references = references
        self._newest_id = newest_id
        self._by_name: dict[tuple[str, str], list[KnownContact]] = defaultdict(list)
        self._by_number: dict[str, list[KnownContact]] = defaultdict(list)
        self._by_siren: dict[str, list[KnownContact]] = defaultdict(list)
        for one in self._known.values():
            is_trace = one.merged_into_id is not None
            found = self.known(one.id) if is_trace else one
            if found is None or found.state not in {ContactState.ACTIVE, ContactState.ARCHIVED}:
                continue
            # Who was merged lives on: other programs still name them as before.
            self._by_name[one.name_key, one.kind].append(one)
            if one.number_key and not is_trace:
                self._by_number[one.number_key].append(one)
            if one.siren:
                self._by_siren[one.siren].append(one)

    @property
    def knows_anybody(self) -> bool:
        """Tell whether there is a contact at all that a row could be."""
        return bool(self._known)

    def known(self, contact_id: int) -> KnownContact | None:
        """Return a contact, or the one it was merged into; None when it is gone."""
        found = self._known.get(contact_id)
        while found is not None and found.merged_into_id is not None:
            found = self._known.get(found.merged_into_id)
        return found

    def is_foreign(self, contact_id: int) -> bool:
        """Tell whether a number was never given here, not even to somebody erased since."""
        return self._newest_id is not None and contact_id > self._newest_id

    def by_reference(self, reference: str) -> KnownContact | None:
        """Return the contact that bears a number of the other program."""
        contact_id = self._references.get(reference)
        return None if contact_id is None else self.known(contact_id)

    def exact(self, profile: NewContact, keys: RowKeys) -> KnownContact | None:
        """Return the one contact with the same name and e-mail, number or SIREN."""
        same_name = self._by_name.get((keys.name, profile.kind.value), [])
        if keys.emails:
            found = [x for x in same_name if keys.emails & x.emails]
            if found:
                return self._only(found)
        if keys.number:
            one = self._only([x for x in same_name if x.number_key == keys.number])
            if one is not None:
                return one
        return self._only(self._by_siren.get(profile.siren, []) if profile.siren else [])

    def _only(self, found: Iterable[KnownContact]) -> KnownContact | None:
        """Return the contact that all of these are by now; None when they are several."""
        now = {one.id: one for one in (self.known(each.id) for each in found) if one}
        return next(iter(now.values())) if len(now) == 1 else None

    def of_number(self, number_key: str) -> KnownContact | None:
        """Return a contact that bears a member number."""
        found = self._by_number.get(number_key) if number_key else None
        return found[0] if found else None


def may_be(known: KnownContact, profile: NewContact, keys: RowKeys) -> bool:
    """Tell whether a row of our own export still is the contact it names."""
    if known.kind != profile.kind.value:
        return False
    if known.name_key == keys.name or keys.emails & known.emails:
        return True
    return bool(set(fold(profile.display_name).split()) & set(known.name_key.split()))


def keys_of(profile: NewContact) -> RowKeys:
    """Return what a row is compared by."""
    found = [x.value for x in profile.points if x.kind is PointKind.EMAIL]
    emails = frozenset([email.casefold() for email in (profile.email, *found) if email])
    return RowKeys(profile.sort_key, emails, number_key(profile.number))


def number_key(number: str) -> str:
    """Return a member number as it is compared: 0012 is 12."""
    return _LEADING_ZEROS.sub(r"\1", fold(number)) if number else ""
