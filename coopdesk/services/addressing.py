"""The postal addresses of many people: who has none, and what had to be shortened."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ConsentPurpose, ContactState
from coopdesk.domain.errors import RuleError
from coopdesk.domain.label_formats import Addressee
from coopdesk.domain.paper_people import AddressRemark, LeftOut, LeftOutReason
from coopdesk.exchange.eml import bcc_list
from coopdesk.services.paper_runs import batches
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.wording.envelopes import contact_envelope, household_envelope
from coopdesk.wording.household_names import household_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contacts import Contact
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Work

# Who was put away or merged into another is on no paper, as no reminder goes there.
GONE = frozenset(ContactState) - {ContactState.ACTIVE}


@dataclass(slots=True)
class Addressing:
    """What was found out about the addresses of people, in their order."""

    addressees: dict[int, Addressee] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    shortened: list[AddressRemark] = field(default_factory=list)


def addresses_of(work: Work, ids: Sequence[int], progress: Progress) -> Addressing:
    """Lay out the envelopes of contacts by their ids, and say who is left out.

    Raises:
        NotFoundError: one of the contacts is gone.
    """
    found = Addressing()
    together: dict[int, list[Contact]] = defaultdict(list)
    for batch in batches(ids, progress):
        deceased = work.standings.deceased(batch)
        contacts = work.contacts.get_many(batch)
        for contact in contacts:
            reason = _why_not(contact, deceased)
            if reason is not None:
                found.left_out.append(LeftOut(contact.id, contact.display_name, reason))
            else:
                _lay_out(found, contact)
                if contact.household_id is not None:
                    together[contact.household_id].append(contact)
    shared = {key: people for key, people in together.items() if len(people) > 1}
    names = work.standings.household_names(list(shared))
    for key, people in shared.items():
        _lay_out_home(found, people, names.get(key, ""))
    return found


def _lay_out(found: Addressing, contact: Contact) -> None:
    laid_out = contact_envelope(contact.profile)
    found.addressees[contact.id] = Addressee(laid_out.lines, contact.household_id)
    if laid_out.warnings:
        found.shortened.append(
            AddressRemark(contact.id, contact.display_name, laid_out.warnings)
        )


def _lay_out_home(found: Addressing, people: Sequence[Contact], name: str) -> None:
    """Lay out the one envelope of several people; without a name they are named themselves."""
    name = name or household_name([person.profile for person in people])
    lines = household_envelope(name, people[0].profile.address).lines
    for person in people:
        addressee = found.addressees[person.id]
        found.addressees[person.id] = replace(addressee, home_lines=lines)


def gone_among(work: Work, ids: Sequence[int]) -> dict[int, LeftOutReason]:
    """Return who of some contacts is written to no more, and why.

    Raises:
        NotFoundError: one of the contacts is gone.
    """
    found = {}
    for batch in batches(ids, NO_PROGRESS):
        deceased = work.standings.deceased(batch)
        for contact in work.contacts.get_many(batch):
            reason = _why_gone(contact, deceased)
            if reason is not None:
                found[contact.id] = reason
    return found


def _why_gone(contact: Contact, deceased: set[int]) -> LeftOutReason | None:
    if contact.state in GONE:
        return LeftOutReason.NOT_ACTIVE
    return LeftOutReason.DECEASED if contact.id in deceased else None


def _why_not(contact: Contact, deceased: set[int]) -> LeftOutReason | None:
    reason = _why_gone(contact, deceased)
    if reason is not None:
        return reason
    if not can_be_posted(contact.profile.address):
        return LeftOutReason.NO_ADDRESS
    return None


def usable_email(text: str) -> bool:
    """Tell whether an address may stand in the head of an e-mail and in a list of them."""
    try:
        return bool(bcc_list([text]))
    except RuleError:
        return False


def refusing_news(work: Work, emails: Mapping[int, str]) -> set[int]:
    """Return the contacts, of those with their addresses, to whom no news may be sent.

    Who refused the newsletter; and who never said anything and shares the address of somebody
    who did refuse, since the message would reach both.
    """
    said = work.ties.decisions(ConsentPurpose.NEWSLETTER, list(emails))
    refused = work.standings.refusing(emails.values())
    return {
        key
        for key, email in emails.items()
        if not said.get(key, email.casefold() not in refused)
    }


def can_be_posted(address: PostalAddress) -> bool:
    """Tell whether the post may find an address: a town, and a street or a place in it."""
    return bool(address.city and (address.street or address.complement))
