"""What stands in the cockpit of the year: what waits now, and what falls due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.duties import DutyState
from coopdesk.ui.columns import Tone
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.duties import Duty
    from coopdesk.ui.home.next_steps import NextStep

_TONES = {
    DutyState.LATE: Tone.BAD,
    DutyState.SOON: Tone.ATTENTION,
    DutyState.LATER: Tone.NEUTRAL,
    DutyState.DONE: Tone.GOOD,
}
_SOON_ENOUGH = 60  # days that are counted rather than named


@dataclass(frozen=True, slots=True)
class CockpitLine:
    """Something to do: how pressing, what, by when, and where it is done.

    ``duty`` is what can be marked; a step that waits by itself has none.
    """

    tone: Tone
    status: str
    text: str
    when: str
    verb: str
    page: str
    target: object = None
    duty: Duty | None = None


def cockpit_lines(
    duties: Iterable[Duty], steps: Sequence[NextStep], today: dt.date, *, counts: bool = False
) -> list[CockpitLine]:
    """Return what is late, what waits now, what is soon due, and what comes later.

    What waits is told by its step alone, not by a duty that says the same. With ``counts`` a
    line keeps the place of what is still being counted.
    """
    told = {step.duty for step in steps}
    by_state: dict[DutyState, list[CockpitLine]] = {state: [] for state in DutyState}
    for duty in duties:
        if duty.code in told:
            continue
        by_state[duty.state].append(duty_line(duty, today))
    # What has no day waits already: it is not soon, and may even be late by its own words.
    undated = [one for one in by_state[DutyState.SOON] if not one.when]
    soon = [one for one in by_state[DutyState.SOON] if one.when]
    waiting = [_step_line(step) for step in steps] + undated
    if counts:
        text = _("What waits is still being counted…")
        waiting.append(CockpitLine(Tone.INFO, _("To handle"), text, "", "", ""))
    return [
        *by_state[DutyState.LATE],
        *waiting,
        *soon,
        *by_state[DutyState.LATER],
    ]


def state_word(state: DutyState) -> str:
    """Say how pressing a duty is."""
    words = {
        DutyState.LATE: _("Late"),
        DutyState.SOON: _("Soon"),
        DutyState.LATER: _("Later"),
        DutyState.DONE: _("Done"),
    }
    return words[state]


def duty_line(duty: Duty, today: dt.date) -> CockpitLine:
    """Return a duty in words."""
    from coopdesk.wording.duties import duty_text, duty_verb

    waits = duty.state is DutyState.SOON and duty.due_on is None
    return CockpitLine(
        tone=Tone.INFO if waits else _TONES[duty.state],
        status=_("To handle") if waits else state_word(duty.state),
        text=duty_text(duty),
        when=due_text(duty.due_on, today),
        verb=duty_verb(duty) if duty.page else "",
        page=duty.page,
        target=duty.target,
        duty=duty,
    )


def due_text(due_on: dt.date | None, today: dt.date) -> str:
    """Say by when, and how far that is: « avant le 31 mars 2027, dans 12 jours »."""
    from coopdesk.wording.formats import day_long

    if due_on is None:
        return ""
    day, days = day_long(due_on), (due_on - today).days
    if days == 0:
        return _("today, {day}").format(day=day)
    if abs(days) > _SOON_ENOUGH:
        words = _("by {day}") if days > 0 else _("was due by {day}")
        return words.format(day=day)
    if days > 0:
        text = ngettext("by {day}, in {count} day", "by {day}, in {count} days", days)
        return text.format(day=day, count=days)
    text = ngettext(
        "was due by {day}, {count} day ago", "was due by {day}, {count} days ago", -days
    )
    return text.format(day=day, count=-days)


def _step_line(step: NextStep) -> CockpitLine:
    bad = step.tone is Tone.BAD
    status = _("Urgent") if bad else _("To handle")
    tone = Tone.BAD if bad else Tone.INFO
    return CockpitLine(tone, status, step.text, "", step.verb, step.page, step.target)
