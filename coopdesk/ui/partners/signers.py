"""Who may sign an agreement: our signatory, the people inside a partner, who signed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.agreements import AgreementFilter, NewSignatory, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.registry import Services


def read_signers(services: Services, contact_id: int | None) -> tuple[NewSignatory, ...]:
    """Return who is proposed with a partner, each name of a side once; runs on the worker."""
    found: dict[tuple[Side, str], NewSignatory] = {}
    for one in _signers(services, contact_id):
        found.setdefault((one.side, one.name.casefold()), one)
    return tuple(found.values())


def _signers(services: Services, contact_id: int | None) -> Iterator[NewSignatory]:
    house = services.association.get()
    if house is not None and house.signatory_name:
        yield NewSignatory(Side.OURS, house.signatory_name, house.signatory_role)
    if contact_id is None:
        return
    for tie in services.affiliations.of(contact_id):
        content = tie.content
        if content.ended_on is None:
            yield NewSignatory(Side.THEIRS, tie.person_name, content.role, content.person_id)
    for agreement in services.agreements.all(AgreementFilter(contact_id=contact_id)):
        for one in agreement.content.signatories:
            yield NewSignatory(one.side, one.name, one.role, one.contact_id)
