"""The yearly calendar set out for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.duties import DutyState, MarkState
from coopdesk.domain.duty_rules import own_id_of
from coopdesk.ui.columns import Tone
from coopdesk.ui.home.cockpit_lines import state_word
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph, Words
from coopdesk.wording.duties import calendar_text, duty_verb, source_text
from coopdesk.wording.formats import capital, day_long, month_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.duties import Duty, DutyMark, DutyYear
    from coopdesk.ui.widgets.record_parts import Part, Said

GO, MARK, NOT_OURS, UNMARK = "go", "mark", "not-ours", "unmark"
_TONES = {
    DutyState.LATE: Tone.BAD,
    DutyState.SOON: Tone.ATTENTION,
    DutyState.LATER: Tone.NEUTRAL,
    DutyState.DONE: Tone.GOOD,
}


class YearSheet:
    """The parts of a year; links name a duty by its place in ``duties``."""

    def __init__(self, found: DutyYear, marks: Sequence[DutyMark], today: dt.date) -> None:
        self.year = found.year
        self._found = found
        self._today = today
        self._marks = {(mark.code, mark.period): mark for mark in marks}
        self.duties: list[Duty] = []

    def parts(self) -> Iterator[Part]:
        """Yield the months that have something, then what is due whenever it comes up."""
        for month in self._found.months:
            yield Heading(month_heading(month.month_on))
            if month.duties:
                yield self._lines(month.duties)
            else:
                yield Paragraph((_("Nothing in this month."),), is_muted=True)
        if self._found.whenever:
            yield Heading(_("Whenever it comes up"))
            yield self._lines(self._found.whenever)

    def mark_of(self, duty: Duty) -> DutyMark | None:
        """Return what was said of a duty: for what it is for, or whatever that is."""
        always = self._marks.get((duty.code, ""))
        return self._marks.get((duty.code, duty.period), always)

    def _comes(self, duty: Duty) -> bool:
        return duty.due_on is not None and duty.due_on >= self._today

    def _lines(self, duties: Iterable[Duty]) -> Lines:
        return Lines(tuple(self._line(duty) for duty in duties))

    def _line(self, duty: Duty) -> tuple[Said, str, tuple[Said, ...]]:
        number = len(self.duties)
        self.duties.append(duty)
        day = day_long(duty.due_on) if duty.due_on is not None else ""
        return calendar_text(duty), day, tuple(self._below(duty, number))

    def _standing(self, duty: Duty, mark: DutyMark | None) -> Iterator[Said]:
        if mark is not None and mark.state is MarkState.NOT_OURS:
            yield Words(_("Does not concern us"), Tone.NEUTRAL)
        elif duty.state is not DutyState.LATER or self._comes(duty):
            yield Words(state_word(duty.state), _TONES[duty.state])

    def _below(self, duty: Duty, number: int) -> Iterator[Said]:
        mark = self.mark_of(duty)
        yield from self._standing(duty, mark)
        if duty.page:
            yield Words(duty_verb(duty), link=f"{GO}:{number}")
        if mark is not None:
            yield Words(_("Say otherwise"), link=f"{UNMARK}:{number}")
        elif duty.can_mark and duty.state is not DutyState.DONE:
            yield Words(_("It is done"), link=f"{MARK}:{number}")
            if own_id_of(duty.code) is None:
                yield Words(_("Does not concern us"), link=f"{NOT_OURS}:{number}")
        remark = (duty.values or {}).get("remark")
        if remark:
            yield str(remark)
        if duty.source:
            yield _("Source: {source}").format(source=source_text(duty))


def month_heading(month_on: dt.date) -> str:
    """Return what stands over a month."""
    name = month_text(month_on)
    return capital(name)
