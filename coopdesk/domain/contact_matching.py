"""Which contact a payer of a file is: never a guess between two people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.imports import Payer

_NO_REFERENCES: Mapping[str, int] = MappingProxyType({})


class KnownContact(NamedTuple):
    """What tells one contact from another; ``id`` may be a provisional negative number."""

    id: int
    kind: str
    name_key: str
    email_key: str
    siren: str
    postal_code: str
    street: str
    city: str = ""

    def with_more(self, other: KnownContact) -> KnownContact:
        """Return it with what another one of the same person knows where it knows nothing."""
        return self._replace(
            email_key=self.email_key or other.email_key,
            siren=self.siren or other.siren,
            postal_code=self.postal_code or other.postal_code,
            street=self.street or other.street,
            city=self.city or other.city,
        )

    def lacks_address(self, address: PostalAddress) -> bool:
        """Tell whether an address is of the place that is known, and tells the street of it."""
        if self.postal_code:
            is_there = self.postal_code == address.postal_code
        else:
            is_there = fold(self.city) in ("", fold(address.city))
        return bool(address.street) and not self.street and is_there


class AmbiguousPayerError(Exception):
    """Several contacts bear the name and nothing else tells them apart."""


class ContactMatcher:
    """Finds contacts by the source's reference, SIREN, name and e-mail, or name without doubt.

    Two references of one source are two people, whatever they are called. One e-mail may serve
    two people, so it never decides alone. The same name with another e-mail is another person
    unless the postcode agrees: a receipt to the wrong one is worse than a double.
    """

    def __init__(
        self,
        contacts: Iterable[KnownContact],
        references: Mapping[str, int] = _NO_REFERENCES,
    ) -> None:
        self._referenced = set(references.values())
        # What is known of each, those that were merged into it included.
        self._known: dict[int, KnownContact] = {}
        self._by_reference: dict[str, KnownContact] = {}
        self._by_siren: dict[str, KnownContact] = {}
        self._by_name: dict[tuple[str, str], list[KnownContact]] = defaultdict(list)
        self._by_email: dict[str, list[KnownContact]] = defaultdict(list)
        named: dict[int, list[str]] = defaultdict(list)
        for reference, contact_id in references.items():
            named[contact_id].append(reference)
        for contact in contacts:
            self.add(contact)
            for reference in named.get(contact.id, ()):
                self._by_reference[reference] = contact

    def add(self, contact: KnownContact) -> None:
        """Take one more contact into account."""
        before = self._known.get(contact.id)
        self._known[contact.id] = contact if before is None else before.with_more(contact)
        if contact.siren:
            self._by_siren.setdefault(contact.siren, contact)
        if contact.name_key:
            self._by_name[contact.kind, fold(contact.name_key)].append(contact)
        if contact.email_key:
            self._by_email[contact.email_key].append(contact)

    def name(self, reference: str, contact: KnownContact) -> None:
        """Remember how the source calls a contact."""
        self._by_reference[reference] = contact
        self._referenced.add(contact.id)

    def news(self, contact: KnownContact, payer: Payer) -> Payer | None:
        """Return a payer as far as it completes a contact; None where it tells nothing more."""
        known = self._known[contact.id]
        if not known.lacks_address(payer.address):
            payer = replace(payer, address=PostalAddress())
        tells_more = (
            (payer.email and not known.email_key)
            or payer.address.street
            or (payer.siren and not known.siren)
        )
        return payer if tells_more else None

    def complete(self, contact: KnownContact, payer: Payer) -> None:
        """Take into account what a payer tells of a contact where nothing was known."""
        told = contact._replace(
            email_key=payer.email.casefold(),
            siren=payer.siren,
            postal_code=payer.address.postal_code,
            street=payer.address.street,
            city=payer.address.city,
        )
        now = contact.with_more(told)
        self._known[contact.id] = self._known[contact.id].with_more(told)
        for same in (
            self._by_name[contact.kind, fold(contact.name_key)],
            self._by_email[contact.email_key],
        ):
            same[:] = [now if one.id == contact.id else one for one in same]
        if now.email_key and not contact.email_key:
            self._by_email[now.email_key].append(now)
        if now.siren:
            self._by_siren[now.siren] = now
        if payer.reference:
            self._by_reference[payer.reference] = now

    def find(self, payer: Payer) -> KnownContact | None:
        """Return the contact a payer is, or None for somebody new.

        Raises:
            AmbiguousPayerError: several fit equally.
        """
        if payer.reference in self._by_reference:
            return self._by_reference[payer.reference]
        if payer.siren and payer.siren in self._by_siren:
            return self._by_siren[payer.siren]
        name = payer_name_key(payer)
        email = payer.email.casefold()
        if not name:
            return _only(self._by_email.get(email, []))
        same_name = self._by_name.get((payer.kind.value, name), [])
        if payer.reference:
            same_name = [x for x in same_name if x.id not in self._referenced]
        if email:
            both = [contact for contact in same_name if contact.email_key == email]
            if both:
                return both[0]
        return _only([contact for contact in same_name if _compatible(contact, email, payer)])


def payer_name_key(payer: Payer) -> str:
    """Return the folded name of a payer, last name first."""
    return fold(payer.organisation_name or f"{payer.last_name} {payer.first_name}")


def _compatible(contact: KnownContact, email: str, payer: Payer) -> bool:
    if not email or not contact.email_key:
        return True
    postal_code = payer.address.postal_code
    return bool(postal_code) and postal_code == contact.postal_code


def _only(contacts: list[KnownContact]) -> KnownContact | None:
    if len({contact.id for contact in contacts}) > 1:
        raise AmbiguousPayerError
    return contacts[0] if contacts else None
