"""The colours of where a grant is, beside its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone

if TYPE_CHECKING:
    from coopdesk.domain.grant_states import GrantState

_TONES = {
    RequestState.DRAFT: Tone.NEUTRAL,
    RequestState.SENT: Tone.INFO,
    RequestState.GRANTED: Tone.GOOD,
    RequestState.REFUSED: Tone.NEUTRAL,
    RequestState.WITHDRAWN: Tone.NEUTRAL,
}


def state_tone(state: GrantState) -> Tone:
    """Return the colour of a request: what is late asks for eyes whatever its state."""
    if state.is_report_late or state.overdue > ZERO:
        return Tone.BAD
    return _TONES[state.request.state]
