"""Who the papers of members come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from coopdesk.domain.association import Association
    from coopdesk.storage.unit_of_work import Work


def house_of(work: Work) -> Association:
    """Return the profile of the association that stands at the head of every paper.

    Raises:
        RuleError: ``paper.no_association``; nobody entered it yet.
    """
    association = work.association.get()
    if association is None:
        raise RuleError("paper.no_association")
    return association
