"""Sentences about grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.formats import money_short
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.money import Money


def agreement_text(limit: Money) -> str:
    """Return what the law wants of grants above a limit (loi 2000-321, loi 2021-1109)."""
    return _(
        "This funder grants more than {limit} in the year: the law wants a written agreement "
        "with it, and the republican commitment contract signed."
    ).format(limit=money_short(limit))
