"""A poll set out for reading: how each option was answered, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.polls import Answer, PollKind
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports.poll_columns import days_text, hours_text, option_text
from coopdesk.ui.widgets.record_parts import Bar, Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.calendars import CalendarLine
    from coopdesk.domain.polls import OptionCount, Poll, PollReply
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK = "contact:"
_WORDS = {answer.value: answer for answer in Answer}


def poll_parts(poll: Poll) -> tuple[Part, ...]:
    """Return the parts of the panel."""
    count = len(poll.replies)
    said = ngettext("{count} answer", "{count} answers", count)
    parts: list[Part] = [
        Title(poll.title, (label(poll.kind), said.format(count=number_text(count)))),
    ]
    counted = [one for one in poll.counts if one.yes or one.maybe or one.no]
    if counted:
        parts += _counts(poll, counted)
    if poll.replies:
        parts.append(Heading(_("Who answered what")))
        parts += [part for reply in poll.replies for part in _reply(poll, reply)]
    return tuple(parts)


def date_parts(line: CalendarLine) -> tuple[Part, ...]:
    """Return the parts of the panel of a date."""
    facts = [(_("Date"), days_text(line))]
    if line.starts_at is not None:
        facts.append((_("Hour"), hours_text(line)))
    if line.place:
        facts.append((_("Place"), line.place))
    facts.append((_("Status"), label(line.status)))
    if line.repeats:
        facts.append((_("Repeats"), _("This is one date of a series.")))
    return (Title(line.title or _("(untitled)")), Facts(tuple(facts)))


def _counts(poll: Poll, counts: list[OptionCount]) -> list[Part]:
    parts: list[Part] = [Heading(_("How it was answered"))]
    if any(one.maybe for one in counts):
        text = _("“If needed” is counted apart, never as a yes.")
        parts.append(Paragraph((text,), is_muted=True))
    best = () if poll.kind is PollKind.FORM else poll.best
    for one in counts:
        parts.append(Lines((_line(one, is_best=one.position in best),)))
        parts.append(Bar(1000 * one.yes // max(len(poll.replies), 1)))
    return parts


def _line(one: OptionCount, *, is_best: bool) -> tuple[Said, str, tuple[Said, ...]]:
    yes = _("{count} yes").format(count=number_text(one.yes))
    below: list[Said] = []
    if is_best:
        below.append(Words(_("Best choice"), Tone.GOOD))
    for count, answer in ((one.maybe, Answer.MAYBE), (one.no, Answer.NO)):
        if count:
            below.append(f"{number_text(count)} {label(answer)}")
    return option_text(one.option), yes, tuple(below)


def _reply(poll: Poll, reply: PollReply) -> list[Part]:
    who: Said = reply.contact_name or reply.name
    if reply.contact_id is not None:
        who = Words(reply.contact_name or reply.name, link=f"{CONTACT_LINK}{reply.contact_id}")
    rows = tuple(
        (option_text(one.option), _answer(reply.answers[one.position]))
        for one in poll.counts
        if reply.answers.get(one.position, "")
    )
    head = Paragraph((who,))
    return [head, Facts(rows)] if rows else [head]


def _answer(text: str) -> str:
    answer = _WORDS.get(text)
    return label(answer) if answer is not None else text
