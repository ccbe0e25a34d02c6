"""The columns of the list of pledges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.pledges import PledgeState
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.pledges import PledgeLine

_TONES = {PledgeState.ACTIVE: Tone.GOOD, PledgeState.PAUSED: Tone.ATTENTION}


def pledge_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("donor", _("Donor"), _donor, sort="donor", width=16, stretch=True),
        Column("campaign", _("Campaign"), _campaign, width=16, gives_way=4),
        Column(
            "amount",
            _("Amount"),
            _amount,
            align_right=True,
            sort="amount",
            width=10,
            descends=True,
        ),
        Column("frequency", _("Rhythm"), _frequency, width=15, gives_way=3),
        Column("next", _("Next due"), _next, sort="next", width=11, gives_way=1),
        Column(
            "received",
            _("Received"),
            _received,
            align_right=True,
            sort="received",
            width=10,
            descends=True,
            gives_way=5,
        ),
        Column(
            "late",
            _("Late"),
            _late,
            align_right=True,
            sort="late",
            width=10,
            descends=True,
        ),
        Column("state", _("State"), state_text, tone=state_tone, width=13, gives_way=2),
    )


def state_text(line: PledgeLine) -> str:
    """Return what a pledge is like now: late, or its state."""
    return _("Late") if line.sums.late_count else label(line.state)


def state_tone(line: PledgeLine) -> Tone:
    """Return how grave that is."""
    if line.sums.late_count:
        return Tone.BAD
    return _TONES.get(line.state, Tone.NEUTRAL)


def _donor(line: PledgeLine) -> str:
    return line.donor_name


def _campaign(line: PledgeLine) -> str:
    return line.campaign


def _amount(line: PledgeLine) -> str:
    return money_text(line.amount)


def _frequency(line: PledgeLine) -> str:
    return label(line.frequency)


def _next(line: PledgeLine) -> str:
    return day_text(line.next_due_on) if line.next_due_on else ""


def _received(line: PledgeLine) -> str:
    return money_text(line.sums.received)


def _late(line: PledgeLine) -> str:
    return money_text(line.sums.late) if line.sums.late_count else ""
