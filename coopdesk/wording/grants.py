"""Sentences about grants."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coopdesk.wording.formats import money_short
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import percent_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.money import Money


def agreement_text(limit: Money) -> str:
    """Return what the law wants of grants above a limit (loi 2000-321, loi 2021-1109)."""
    return _(
        "This funder grants more than {limit} in the year: the law wants a written agreement "
        "with it, and the republican commitment contract signed."
    ).format(limit=money_short(limit))


def rate_text(rate: int | None) -> str:
    """Return a rate in hundredths of a percent as ``66,67 %``; empty of none."""
    return "" if rate is None else percent_text(Decimal(rate).scaleb(-2))


def grant_title(values: Mapping[str, Any]) -> str:
    """Return what happened to a grant on a day, for a time-line."""
    return label(values["step"]).format(title=values["title"])


def grant_detail(values: Mapping[str, Any]) -> str:
    """Return the project that a grant is for."""
    return str(values["project"])
