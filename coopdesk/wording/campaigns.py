"""What cards and lists say of campaigns: percents, contributors, since when, the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import HARD_SPACE, money_text, month_text, number_text
from coopdesk.wording.language import _, language, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.campaign_rules import Remark
    from coopdesk.domain.campaigns import Contributor, Progress


def percent_text(progress: Progress) -> str:
    """Return ``197 %``; empty without a goal."""
    percent = progress.percent
    if percent is None:
        return ""
    space = "" if language() == "en" else HARD_SPACE
    return f"{number_text(percent)}{space}%"


def raised_text(progress: Progress) -> str:
    """Return what was raised of a goal, exactly: ``39 455,62 € sur 20 000,00 €``."""
    raised = money_text(progress.raised)
    if not progress.goal:
        return raised
    return _("{raised} of {goal}").format(raised=raised, goal=money_text(progress.goal))


def remaining_text(progress: Progress) -> str:
    """Return what is missing to a goal, or that it is reached; empty without a goal."""
    if progress.remaining is None:
        return ""
    if not progress.remaining:
        return _("goal reached")
    return _("{amount} to go").format(amount=money_text(progress.remaining))


def contributors_text(progress: Progress) -> str:
    """Return how many contributed, or that somebody may be the first."""
    if progress.is_empty:
        return _("Nobody contributed yet: be the first!")
    text = ngettext("{count} contributor", "{count} contributors", progress.contributors)
    return text.format(count=number_text(progress.contributors))


def contributor_text(one: Contributor) -> str:
    """Return the whole name of a contributor; nobody knows that of a guest."""
    return _("Guest") if one.is_guest else one.name


def since_text(one: Contributor) -> str:
    """Return since when somebody contributes: ``depuis mars 2022``."""
    return _("since {month}").format(month=month_text(one.first_on))


def budget_formula() -> str:
    """Return in words how the yearly budget is estimated."""
    return _(
        "Pledges under way over a year (monthly × 12, quarterly × 4, yearly × 1), and what was "
        "contributed in the last 12 months apart from them. Gifts that went back are left out, "
        "fees of a platform are not taken off."
    )


def remarks_text(remarks: Iterable[Remark]) -> str:
    """Return what to know about a contribution, one sentence after the other."""
    return " ".join(code_text(remark.code, remark.values) for remark in remarks)
