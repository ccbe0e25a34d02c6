"""What the fields of the profile let people choose from, read on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.receipt_forms import FormCategory


@dataclass(frozen=True, slots=True)
class ProfileChoices:
    """Receipt categories, month names from January, countries as (code, name)."""

    categories: tuple[FormCategory, ...]
    company_categories: tuple[FormCategory, ...]
    months: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]


def read_choices() -> ProfileChoices:
    """Gather the choices; needs no database. Runs on the worker."""
    from coopdesk.services.association import AssociationService
    from coopdesk.wording.formats import country_choices, month_names

    return ProfileChoices(
        AssociationService.categories(),
        AssociationService.company_categories(),
        month_names(),
        tuple(country_choices()),
    )
