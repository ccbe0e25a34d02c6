"""Whose each row of an import is: a known contact, one to be made, or one a person chose."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from coopdesk.domain.contact_matching import (
    AmbiguousPayerError,
    ContactMatcher,
    KnownContact,
    payer_name_key,
)
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.import_decisions import NEW_CONTACT
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.payments import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_plans import PlannedRow
    from coopdesk.domain.imports import Payer, RegistrationRow


_NO_REFERENCES: Mapping[str, int] = MappingProxyType({})


class PayerFinder:
    """Finds the contacts of rows; negative ids name ``new_contacts`` (-1 is the first).

    ``completed`` tells what the file knows more of known contacts, ``references`` how the
    source calls them (known ones: ``known_references``).
    """

    def __init__(
        self,
        contacts: Iterable[KnownContact],
        decisions: ImportDecisions,
        known_references: Mapping[str, int] = _NO_REFERENCES,
    ) -> None:
        self.new_contacts: list[NewContact] = []
        self.completed: dict[int, Payer] = {}
        self.references: dict[str, int] = {}
        self._contacts = ContactMatcher(contacts, known_references)
        self._decisions = decisions
        self._new_payers: list[Payer] = []

    def completes(self, payer: Payer, known_id: int | None) -> bool:
        """Note what a row tells of the known payer of its payment and nobody knew."""
        if payer.is_anonymous:
            return False
        try:
            found = self._contacts.find(payer)
        except AmbiguousPayerError:
            return False
        return found is not None and found.id == known_id and self._complete(found, payer)

    def attribute(self, planned: PlannedRow, payer: Payer) -> None:
        """Find or make the contact who paid; leave it open when nobody can tell."""
        self._choose(planned, payer)
        if payer.reference and planned.payer_id is not None:
            self.references.setdefault(payer.reference, planned.payer_id)

    def _choose(self, planned: PlannedRow, payer: Payer) -> None:
        chosen = self._decisions.of(planned.row.line).contact_id
        if chosen is not None and chosen != NEW_CONTACT:
            planned.payer_id = chosen
            return
        if payer.is_anonymous:
            return
        if chosen == NEW_CONTACT:
            planned.payer_id = self._new_contact(payer)
            return
        try:
            planned.payer_id = self._contact(payer)
        except AmbiguousPayerError:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "ambiguous_payer"

    def attribute_member(self, planned: PlannedRow, row: RegistrationRow) -> None:
        """Make the member of a membership file a contact; participants of events stay names."""
        if row.kind is not LineKind.FEE:
            return
        named = (row.participant_last_name, row.participant_first_name)
        if not any(named):
            planned.member_id = planned.payer_id
            return
        member = type(row.payer)(last_name=named[0], first_name=named[1])
        if payer_name_key(member) == payer_name_key(row.payer):
            planned.member_id = planned.payer_id
            return
        try:
            planned.member_id = self._contact(member)
        except AmbiguousPayerError:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "ambiguous_payer"

    def _contact(self, payer: Payer) -> int:
        found = self._contacts.find(payer)
        if found is not None:
            if payer.reference:
                self._contacts.name(payer.reference, found)
            self._complete(found, payer)
            return found.id
        return self._new_contact(payer)

    def _complete(self, found: KnownContact, payer: Payer) -> bool:
        """Keep what a row tells more of somebody, if it does; the rows after it know of it."""
        news = self._contacts.news(found, payer)
        if news is None:
            return False
        self._contacts.complete(found, news)
        if found.id > 0:
            self.completed[found.id] = _together(self.completed.get(found.id, news), news)
        else:
            at = -found.id - 1
            self._new_payers[at] = _together(self._new_payers[at], news)
            self.new_contacts[at] = contact_of(self._new_payers[at])
        return True

    def _new_contact(self, payer: Payer) -> int:
        new = contact_of(payer)
        self.new_contacts.append(new)
        self._new_payers.append(payer)
        made = KnownContact(
            -len(self.new_contacts),
            new.kind.value,
            new.sort_key,
            new.email.casefold(),
            new.siren,
            new.address.postal_code,
            new.address.street,
            new.address.city,
        )
        self._contacts.add(made)
        if payer.reference:
            self._contacts.name(payer.reference, made)
        return made.id


def _together(payer: Payer, other: Payer) -> Payer:
    """Return what two rows tell of one payer; the first one counts where both tell."""
    return replace(
        payer,
        legal_form=payer.legal_form or other.legal_form,
        siren=payer.siren or other.siren,
        email=payer.email or other.email,
        address=payer.address if payer.address.street else other.address,
    )


def contact_of(payer: Payer) -> NewContact:
    """Return the contact to make for a payer."""
    named = payer.organisation_name or payer.last_name or payer.first_name
    return NewContact(
        kind=payer.kind,
        last_name=("" if payer.organisation_name else payer.last_name)
        or ("" if named else payer.email),
        first_name="" if payer.organisation_name else payer.first_name,
        organisation_name=payer.organisation_name,
        legal_form=payer.legal_form,
        siren=payer.siren,
        email=payer.email,
        address=payer.address,
    )
