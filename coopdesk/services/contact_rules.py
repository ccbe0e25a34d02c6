"""What the database must say before a contact is stored or erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import Contact, ContactKind, NewContact, is_birth_likely
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.members import Membership, NewMembershipType
    from coopdesk.storage.unit_of_work import Work

# A person can take these back, unlike what the accounts and the law keep.
_AT_EVENTS = frozenset({"event_registration", "event_party"})


def changeable(work: Work, contact_id: int) -> Contact:
    """Return a contact that may be changed.

    Raises:
        NotFoundError: it is gone. RuleError: ``contact.merged`` with the name of the survivor.
    """
    contact = work.contacts.get(contact_id)
    if contact.state is ContactState.MERGED:
        survivor = work.contacts.get(work.kin.survivor(contact_id))
        raise RuleError("contact.merged", name=survivor.display_name, id=survivor.id)
    return contact


def who_pays(work: Work, contact_id: int | None) -> int | None:
    """Return the contact that a donor or payer is by now: merged ones live on in another.

    Raises:
        NotFoundError: it is gone.
    """
    if contact_id is None:
        return None
    return work.contacts.get(work.kin.survivor(contact_id)).id


def refuse_merged(work: Work, contact_ids: Sequence[int]) -> None:
    """Raise RuleError ``contact.merged`` when one of the contacts is only a trace."""
    for contact_id in work.kin.merged_among(contact_ids):
        changeable(work, contact_id)


def check_birth(new: NewContact, today: dt.date) -> None:
    """Raise RuleError ``contact.birth_unlikely`` for a day that only a slip can mean."""
    born = new.birth_on
    if born is not None and not is_birth_likely(born, today):
        raise RuleError("contact.birth_unlikely", field="birth_on")


def check_kind(work: Work, before: Contact, new: NewContact, today: dt.date) -> None:
    """Raise RuleError ``contact.kind_in_use`` when a contact cannot become of another kind.

    Its household, its affiliations and the organisations that belong to it rest on its kind,
    and so does a membership that the statutes or the type keep from the other (COM-2).
    """
    if new.kind is before.profile.kind:
        return
    who = work.member_rules.get().who
    held = work.memberships.get_many(work.memberships.ids_of_contact(before.id))
    refused = any(
        not (who.allows(new.kind) and _type_of(work, one).who.allows(new.kind))
        for one in held
        if one.cancelled_on is None and one.content.period.end >= today
    )
    if refused or work.kin.is_tied_by_kind(before.id):
        raise RuleError("contact.kind_in_use", field="kind", name=before.display_name)


def _type_of(work: Work, membership: Membership) -> NewMembershipType:
    return work.membership_types.get(membership.content.type_id).content


def check_in_database(work: Work, new: NewContact, contact_id: int | None = None) -> None:
    """Check the member number and the parent of a contact that is about to be stored.

    Raises:
        RuleError: one of them is wrong. FieldErrors: both are.
    """
    checks = FieldChecks()
    checks.taken(lambda: _check_number(work, new.number, contact_id), None)
    checks.taken(lambda: _check_parent(work, new, contact_id), None, "parent_id")
    checks.finish()


def _check_number(work: Work, number: str, contact_id: int | None) -> None:
    holder = work.kin.number_holder(number, contact_id)
    if holder is not None:
        raise RuleError("contact.number_taken", field="number", number=number, name=holder)


def _check_parent(work: Work, new: NewContact, contact_id: int | None) -> None:
    if new.parent_id is None:
        return
    if new.kind is not ContactKind.ORGANISATION:
        raise RuleError("contact.parent_of_person", field="parent_id")
    parent = changeable(work, new.parent_id)
    if parent.profile.kind is not ContactKind.ORGANISATION:
        raise RuleError("contact.parent_not_organisation", field="parent_id")
    if contact_id is not None and contact_id in work.kin.ancestors(new.parent_id):
        raise RuleError("contact.parent_circle", field="parent_id", name=parent.display_name)


def not_erasable(work: Work, contact_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the contacts that must stay, each with the names of the tables that rest on it.

    A contact that is not in the recycle bin is answered with ``contact``.
    """
    living = dict.fromkeys(work.kin.outside(ContactState.BINNED, contact_ids), ("contact",))
    rest = work.erasing.resting_on([key for key in contact_ids if key not in living])
    return living | rest


def refuse_erasing(work: Work, contact_ids: Sequence[int]) -> None:
    """Raise RuleError for the first contact that cannot be erased, with the reasons."""
    refused = not_erasable(work, contact_ids)
    for key, tables in refused.items():
        name = work.contacts.get(key).display_name
        if tables == ("contact",):
            raise RuleError("contact.not_binned", name=name)
        only_events = _AT_EVENTS.issuperset(tables)
        code = "contact.erase_refused_events" if only_events else "contact.erase_refused"
        raise RuleError(code, name=name, count=len(refused), resting=tables)
