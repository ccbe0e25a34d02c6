"""Why two contacts may be one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.duplicates import Reason

REASON_TEXTS: dict[str, str] = {
    "acronym": N_("“{0}” is the acronym of “{1}”"),
    "close_name": N_("names that differ by little"),
    "initial": N_("the same last name, and the first name's initial"),
    "inverted_name": N_("the same names in another order"),
    "missing_name": N_("the same name, and one has nothing more"),
    "name_in_domain": N_("“{0}” is named in the domain “{1}”"),
    "name_in_email": N_("the e-mail of one bears the name of the other"),
    "part_of_first_name": N_("the same last name, and part of the first name"),
    "part_of_name": N_("one name is part of the other"),
    "same_address": N_("the same address"),
    "same_birth": N_("the same date of birth"),
    "same_domain": N_("the same Internet domain ({0})"),
    "same_email": N_("the same e-mail ({0})"),
    "same_first_name": N_("the same first name"),
    "same_name": N_("the same name"),
    "same_phone": N_("the same phone"),
    "same_siren": N_("the same SIREN ({0})"),
    "same_town": N_("the same town"),
}


def reason_text(reason: Reason) -> str:
    """Return why two contacts may be one, in the chosen language: ``même e-mail (…)``."""
    return _(REASON_TEXTS[reason.code]).format(*reason.values)


def reasons_text(reasons: Iterable[Reason]) -> str:
    """Return several reasons on one line, the weightiest first."""
    return ", ".join(reason_text(reason) for reason in reasons)
