"""Who gives a grant: an organisation, which becomes a partner by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.partners import PartnerKind
from coopdesk.services.partner_checks import ensure_partner

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Work


def check_funder(work: Work, funder_id: int | None, before: int | None = None) -> None:
    """Make an organisation a partner by what it is asked for or gives.

    A funder that stays the same is not asked again: files of old may name a person.

    Raises:
        RuleError: ``partner.organisation_wanted``: a person gives gifts, not grants.
        NotFoundError: it is gone.
    """
    if funder_id is None or funder_id == before:
        return
    try:
        ensure_partner(work, funder_id, PartnerKind.FUNDER)
    except RuleError as error:
        values = {name: x for name, x in error.values.items() if name != "field"}
        raise RuleError(error.code, field="funder_id", **values) from error
