"""The columns of the list of campaigns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.campaigns import percent_text
from coopdesk.wording.formats import day_text, money_rounded, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.campaigns import CampaignLine


def campaign_columns() -> tuple[Column, ...]:
    """Return the columns in their first order; amounts are whole euros, the foot is exact."""
    return (
        Column("name", _("Campaign"), _name, sort="name", width=24, stretch=True),
        Column(
            "raised",
            _("Raised"),
            _raised,
            align_right=True,
            sort="raised",
            width=10,
            descends=True,
        ),
        Column(
            "goal",
            _("Goal"),
            _goal,
            align_right=True,
            sort="goal",
            width=10,
            descends=True,
            gives_way=2,
        ),
        Column(
            "percent",
            _("Reached"),
            _percent,
            align_right=True,
            sort="percent",
            width=8,
            descends=True,
        ),
        Column(
            "contributors",
            _("Contributors"),
            _contributors,
            align_right=True,
            sort="contributors",
            width=12,
            descends=True,
            gives_way=3,
        ),
        Column("ends_on", _("Until"), _ends_on, width=11, gives_way=4),
        Column("state", _("State"), _state, tone=_tone, width=11, gives_way=1),
    )


def _name(line: CampaignLine) -> str:
    return line.name


def _raised(line: CampaignLine) -> str:
    return money_rounded(line.progress.raised)


def _goal(line: CampaignLine) -> str:
    return money_rounded(line.progress.goal) if line.progress.goal else ""


def _percent(line: CampaignLine) -> str:
    return percent_text(line.progress)


def _contributors(line: CampaignLine) -> str:
    return number_text(line.progress.contributors)


def _ends_on(line: CampaignLine) -> str:
    return day_text(line.ends_on) if line.ends_on else ""


def _state(line: CampaignLine) -> str:
    return _("Closed") if line.is_closed else _("Under way")


def _tone(line: CampaignLine) -> Tone:
    return Tone.NEUTRAL if line.is_closed else Tone.GOOD
