"""The polls of an event set out for reading: each slot, who comes, and where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.polls import Answer, PollKind
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_parts import Bar, Heading, Lines, Paragraph, Words
from coopdesk.wording.calendar_words import day_named
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.events import Venue, When
    from coopdesk.domain.poll_slots import PollProposal, SlotProposal
    from coopdesk.domain.polls import PollOption
    from coopdesk.ui.widgets.record_parts import Part, Said

# Links carry numbers apart by commas: poll, slot and place.
CHOOSE, REGISTER, REGISTER_ALL, UNTIE = "choose", "register", "register-all", "untie"
_THOUSAND = 1000
_MOST_VENUES = 3


def proposal_parts(proposals: Sequence[PollProposal], when: When) -> Iterator[Part]:
    """Return the parts of all polls of an event, which is held ``when``."""
    for proposal in proposals:
        poll = proposal.poll
        replies = len(poll.replies)
        count = ngettext("{count} answer", "{count} answers", replies)
        untie = Words(_("Not about this event"), link=f"{UNTIE}:{poll.id}")
        yield Heading(poll.title, untie)
        said = [count.format(count=number_text(replies))]
        if any(one.count.maybe for one in proposal.slots):
            said.append(_("“If needed” is counted apart, never as a yes."))
        yield Paragraph(tuple(said), is_muted=True)
        for slot in proposal.slots:
            yield from _slot(proposal, slot, when)


def slot_text(option: PollOption) -> str:
    """Return what a slot is called: its day with that of the week, and its moment."""
    day = day_named(option.held_on) if option.held_on is not None else option.label
    moment = option.moment if option.moment != option.label else ""
    said = ", ".join(part for part in (day, moment) if part)
    if option.group and option.group != option.label:
        return _("{name}: {subject}").format(name=option.group, subject=said)
    return said


def _slot(proposal: PollProposal, slot: SlotProposal, when: When) -> Iterator[Part]:
    count = slot.count
    if not (count.yes or count.maybe or count.no):
        return
    yes = _("{count} yes").format(count=number_text(count.yes))
    below: list[Said] = []
    if slot.is_held(when):
        below.append(Words(_("Slot of the event"), Tone.INFO))
    # A form asks many things at once: none of them is better than another.
    if count.position in proposal.best and proposal.poll.kind is not PollKind.FORM:
        below.append(Words(_("Best choice"), Tone.GOOD))
    for number, answer in ((count.maybe, Answer.MAYBE), (count.no, Answer.NO)):
        if number:
            below.append(f"{number_text(number)} {label(answer)}")
    below += _steps(proposal, slot)
    yield Lines(((slot_text(count.option), yes, tuple(below)),))
    yield Bar(_THOUSAND * count.yes // max(len(proposal.poll.replies), 1))


def _steps(proposal: PollProposal, slot: SlotProposal) -> Iterator[Said]:
    """Return what can be done with a slot: hold the event then, register them, and where."""
    count, poll_id = slot.count, proposal.poll.id
    key = f"{poll_id},{count.position}"
    if count.option.held_on is not None:
        yield Words(_("Choose this slot"), link=f"{CHOOSE}:{key}")
    if count.yes:
        text = ngettext("Register {count} person", "Register {count} people", count.yes)
        yield Words(text.format(count=number_text(count.yes)), link=f"{REGISTER}:{key}")
    if count.maybe:
        whole = count.yes + count.maybe
        text = _("Register {count} with “if needed”").format(count=number_text(whole))
        yield Words(text, link=f"{REGISTER_ALL}:{key}")
    for venue in slot.venues[:_MOST_VENUES] if count.option.held_on is not None else ():
        text = _("This slot, at {place} ({count} people)").format(
            place=venue.name, count=number_text(_room(venue))
        )
        yield Words(text, link=f"{CHOOSE}:{key},{venue.id}")


def _room(venue: Venue) -> int:
    return venue.content.capacity or 0
