"""Reads what a contact who joins is proposed; runs on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.members import MemberRules, MembershipType
    from coopdesk.domain.membership_lists import Proposal
    from coopdesk.services.registry import Services


@dataclass(frozen=True, slots=True)
class TypesKnown:
    """The types in use and the rules of the association."""

    types: tuple[MembershipType, ...]
    rules: MemberRules


@dataclass(frozen=True, slots=True)
class Terms:
    """What is proposed to one contact; ``household`` names whom the fee may cover, by id.

    ``refusal`` says why the statutes do not let the contact join.
    """

    contact_id: int
    type_id: int
    day: dt.date
    proposal: Proposal
    household: tuple[tuple[int, str], ...] = ()
    refusal: RuleError | None = None


def read_types(services: Services) -> TypesKnown:
    """Return what the form of a membership needs to know first."""
    return TypesKnown(tuple(services.membership_types.list()), services.members.rules())


def read_terms(services: Services, contact_id: int, type_id: int, day: dt.date) -> Terms:
    """Return what to propose to a contact for a type on a day."""
    proposal = services.members.propose(contact_id, type_id, day)
    names = dict[int, str]()
    if len(proposal.covered_ids) > 1:
        home = services.households.of(contact_id)
        if home is not None:
            names = dict(zip(home.member_ids, home.member_names, strict=True))
    household = tuple((key, names.get(key, "")) for key in proposal.covered_ids)
    refusal = _refusal(services, contact_id)
    return Terms(contact_id, type_id, day, proposal, household, refusal)


def _refusal(services: Services, contact_id: int) -> RuleError | None:
    contact = services.contacts.get(contact_id)
    if services.members.rules().who.allows(contact.profile.kind):
        return None
    values = {"field": "contact_id", "name": contact.display_name}
    if contact.profile.kind is ContactKind.PERSON:
        return RuleError("membership.person_refused", **values)
    return RuleError("membership.organisation_refused", **values)
