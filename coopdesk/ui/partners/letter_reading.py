"""What a letter to a partner can be about: read at once, on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.agreements import AgreementFilter
from coopdesk.domain.commitments import CommitmentFilter, CommitmentState
from coopdesk.domain.partner_texts import PartnerTextKind

if TYPE_CHECKING:
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.contact_details import Affiliation
    from coopdesk.domain.partner_texts import PartnerText
    from coopdesk.services.registry import Services


@dataclass(frozen=True, slots=True)
class LetterChoices:
    """Who may read a letter to an organisation, what it may be about, and the texts."""

    name: str
    people: tuple[Affiliation, ...]
    agreements: tuple[Agreement, ...]
    commitments: tuple[Commitment, ...]
    texts: tuple[PartnerText, ...]


def read_choices(services: Services, contact_id: int) -> LetterChoices:
    """Read the choices; the commitments that are still owed first.

    Raises:
        NotFoundError: the contact is gone.
    """
    ties = services.affiliations.of(contact_id)
    owed = services.commitments.all(CommitmentFilter(contact_id=contact_id))
    return LetterChoices(
        name=services.contacts.get(contact_id).display_name,
        people=tuple(one for one in ties if one.content.ended_on is None),
        agreements=tuple(services.agreements.all(AgreementFilter(contact_id=contact_id))),
        commitments=tuple(sorted(owed, key=lambda one: one.state is not CommitmentState.OPEN)),
        texts=services.partner_letters.texts(PartnerTextKind.LETTER),
    )
