"""What the database must say before something is recorded of a partner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.partners import NewPartner, Partner, PartnerKind
from coopdesk.services.activities import check_activity
from coopdesk.services.contact_rules import changeable

if TYPE_CHECKING:
    from coopdesk.domain.agreements import NewAgreement
    from coopdesk.domain.commitments import NewCommitment
    from coopdesk.storage.unit_of_work import Work


def ensure_partner(
    work: Work, contact_id: int, kind: PartnerKind = PartnerKind.OTHER
) -> Partner:
    """Return the partner that an organisation is, made one of a kind if it is none yet.

    Raises:
        RuleError: ``partner.organisation_wanted`` of a person, ``contact.merged``.
        NotFoundError: the contact is gone.
    """
    organisation(work, contact_id)
    known = work.partners.of_contact(contact_id)
    if known is not None:
        return known
    return work.partners.get(work.partners.add(NewPartner(contact_id, kind)))


def organisation(work: Work, contact_id: int) -> str:
    """Return the name of an organisation; raises as ``ensure_partner``."""
    contact = changeable(work, contact_id)
    if contact.profile.kind is not ContactKind.ORGANISATION:
        name = contact.display_name
        raise RuleError("partner.organisation_wanted", field="contact_id", name=name)
    return contact.display_name


def checked_ties(work: Work, new: NewAgreement, agreement_id: int | None) -> NewAgreement:
    """Return an agreement whose signatories have names, each by its contact if it has one.

    Raises:
        RuleError: ``agreement.follows_wrong``: itself, another partner's or one that another
            follows already, ``contact.merged``. NotFoundError: something it names is gone.
    """
    if new.activity_id is not None:
        check_activity(work, new.activity_id)
    if new.follows_id is not None:
        before = work.agreements.get(new.follows_id)
        is_other = before.content.contact_id != new.contact_id
        taken = before.followed_by_id not in {None, agreement_id}
        if is_other or taken or _leads_to(work, new.follows_id, agreement_id):
            title = before.content.title
            raise RuleError("agreement.follows_wrong", field="follows_id", title=title)
    signing = []
    for one in new.signatories:
        name = one.name
        if one.contact_id is not None:
            contact = changeable(work, one.contact_id)
            name = name or contact.display_name
        signing.append(replace(one, name=name))
    return replace(new, signatories=tuple(signing))


def check_commitment_ties(work: Work, new: NewCommitment) -> None:
    """Refuse a commitment that names the agreement or the grant of another partner.

    Raises:
        RuleError: ``commitment.of_other_partner``. NotFoundError.
    """
    if new.agreement_id is not None:
        owner_id = work.agreements.get(new.agreement_id).content.contact_id
        if owner_id != new.contact_id:
            raise RuleError("commitment.of_other_partner", field="agreement_id")
    if new.grant_request_id is not None:
        funder_id = work.grant_requests.get(new.grant_request_id).content.funder_id
        if funder_id not in {None, new.contact_id}:
            raise RuleError("commitment.of_other_partner", field="grant_request_id")


def _leads_to(work: Work, agreement_id: int, wanted: int | None) -> bool:
    """Tell whether an agreement is another one or renews it, however far back."""
    key: int | None = agreement_id
    seen: set[int] = set()
    while key is not None and key not in seen:
        if key == wanted:
            return True
        seen.add(key)
        key = work.agreements.get(key).content.follows_id
    return False
