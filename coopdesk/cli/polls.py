"""Commands about polls for events: import, count, choose the day, register who comes."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.event_editing import venue_id
from coopdesk.cli.event_words import event_id
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.import_documents import left_lines, left_parts, line_document
from coopdesk.cli.jobs import job
from coopdesk.cli.options import FileArgument, IdArgument, command, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.poll_slots import PollProposal, SlotProposal
from coopdesk.domain.polls import Poll, PollLine, PollOption
from coopdesk.services.registry import Services
from coopdesk.wording.event_dates import hours_text, when_with_hours
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = subject_app("polls", _("Polls about events."))

EventOption = Annotated[
    str, typer.Option("--event", metavar=_("EVENT"), help=_("The event that it is about."))
]
SlotOption = Annotated[
    int | None,
    typer.Option(
        metavar=_("N"),
        help=_("Which slot, as listed; the best one if not given."),
        parser=parse_count,
    ),
]


@command(app, "import", _("Import the answers of Framadate or Framaforms about an event."))
def import_poll(call: Call, file: FileArgument, event: EventOption) -> Answer:
    """Import a poll and say which event it is about."""
    with call.opened() as services, job(_("Importing")) as progress:
        key = event_id(services, event)
        preview = services.poll_imports.preview(file)
        poll = services.polls.import_for(key, file, NO_IMPORT_DECISIONS, progress).value
        found = None if poll is None else services.polls.proposal(poll.id)
    left = left_lines(preview)
    document: Document = {
        "event_id": key,
        "poll": None if found is None else proposal_document(found),
        "left": [line_document(line) for line in left],
    }
    if found is None:
        return Answer(document, (_("Nothing in this file."), *left_parts(preview)))
    return Answer(document, (*_proposal_parts(found), *left_parts(preview)))


@command(app, "list", _("List the polls with their best slots."))
def list_polls(
    call: Call,
    event: Annotated[
        str, typer.Option("--event", metavar=_("EVENT"), help=_("Of this event alone."))
    ] = "",
) -> Answer:
    """Answer with the polls, newest first."""
    with call.opened() as services:
        key = event_id(services, event) if event else None
        found = services.poll_imports.polls()
    shown = [one for one in found if key is None or one.event_id == key]
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Poll")),
        Column(_("Kind"), rare=True),
        Column(_("Answers"), at_right=True),
        Column(_("Best slot")),
        Column(_("Event")),
    )
    rows = [
        (
            str(one.id),
            one.title,
            label(one.kind),
            str(one.reply_count),
            ", ".join(_option_text(best.option) for best in one.best),
            one.event_title,
        )
        for one in shown
    ]
    document = {"polls": [_line_document(one) for one in shown]}
    return Answer(document, (Listing(columns, rows, _("No poll.")),))


@command(app, "show", _("Show the slots of a poll, and the places that hold who comes."))
def show_poll(call: Call, number: IdArgument) -> Answer:
    """Answer with the slots; who comes “if needed” is counted apart."""
    with call.opened() as services:
        found = services.polls.proposal(number)
    return Answer({"poll": proposal_document(found)}, _proposal_parts(found))


@command(app, "tie", _("Say which event a poll is about."))
def tie_poll(call: Call, number: IdArgument, event: EventOption) -> Answer:
    """Tie a poll to an event; an empty name unties it."""
    with call.opened() as services:
        key = event_id(services, event) if event else None
        poll = services.polls.tie(number, key).value
    text = _("Poll “{poll}”: {event}").format(
        poll=poll.title, event=poll.event_title or _("no event")
    )
    return Answer({"poll_id": poll.id, "event_id": poll.event_id}, (text,))


@command(app, "choose", _("Hold the event on the day and at the hours of a slot."))
def choose_slot(
    call: Call,
    number: IdArgument,
    slot: SlotOption = None,
    venue: Annotated[
        str, typer.Option(metavar=_("NAME"), help=_("The place where it is held."))
    ] = "",
) -> Answer:
    """Set the day of the event, its hours if the slot says some, and its place."""
    with call.opened() as services:
        position = _position(services, number, slot)
        place = venue_id(services, venue) if venue else None
        event = services.polls.choose(number, position, place).value
    said = [event.title, when_with_hours(event.when), event.venue_name]
    when = event.when
    document = {
        "event_id": event.id,
        "starts_on": when.starts_on,
        "begins_at": f"{when.begins_at:%H:%M}" if when.begins_at else None,
        "ends_at": f"{when.ends_at:%H:%M}" if when.ends_at else None,
        "venue": event.venue_name,
    }
    return Answer(document, (", ".join(part for part in said if part),))


@command(app, "register", _("Register those who said yes to a slot."))
def register_replies(
    call: Call,
    number: IdArgument,
    slot: SlotOption = None,
    *,
    with_maybe: Annotated[
        bool,
        typer.Option("--with-maybe", metavar="", help=_("Also those who come if needed.")),
    ] = False,
) -> Answer:
    """Register contacts and guests, nobody twice."""
    with call.opened() as services:
        position = _position(services, number, slot)
        found = services.polls.register(number, position, with_maybe=with_maybe).value
    count = len(found.made)
    text = ngettext("{count} person registered.", "{count} people registered.", count)
    said = [text.format(count=count)]
    if found.known:
        known = _("Registered before: {names}").format(names=", ".join(found.known))
        said.append(known)
    document = {
        "registered": [
            {"id": one.id, "number": one.number, "name": one.name, "state": one.state}
            for one in found.made
        ],
        "known": list(found.known),
    }
    return Answer(document, tuple(said))


def proposal_document(found: PollProposal) -> Document:
    """Return a poll with its slots for ``--json``; slots are numbered from 1."""
    poll = found.poll
    return {
        "id": poll.id,
        "title": poll.title,
        "kind": poll.kind,
        "event_id": poll.event_id,
        "event": poll.event_title,
        "replies": len(poll.replies),
        "best": [position + 1 for position in found.best],
        "slots": [_slot_document(slot) for slot in found.slots],
    }


def _slot_document(slot: SlotProposal) -> Document:
    count = slot.count
    return {
        "slot": count.position + 1,
        "label": count.option.label,
        "group": count.option.group,
        "date": count.option.held_on,
        "moment": count.option.moment,
        "yes": count.yes,
        "maybe": count.maybe,
        "no": count.no,
        "unknown": count.unknown,
        "venues": [venue.name for venue in slot.venues],
        "roomier_venues": [venue.name for venue in slot.roomier],
    }


def _line_document(one: PollLine) -> Document:
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind,
        "options": one.option_count,
        "replies": one.reply_count,
        "best": [best.position + 1 for best in one.best],
        "event_id": one.event_id,
        "event": one.event_title,
    }


def _proposal_parts(found: PollProposal) -> tuple[Listing | str, ...]:
    columns = (
        Column(_("Slot"), at_right=True),
        Column(_("Option")),
        Column(_("Hours"), rare=True),
        Column(_("Yes"), at_right=True),
        Column(_("If needed"), at_right=True),
        Column(_("No"), at_right=True, rare=True),
        Column(_("Smallest place")),
    )
    rows = [
        (
            str(slot.count.position + 1),
            _option_text(slot.count.option),
            hours_text(*slot.hours) if slot.hours else "",
            str(slot.count.yes),
            str(slot.count.maybe),
            str(slot.count.no),
            slot.venues[0].name if slot.venues else "",
        )
        for slot in found.slots
    ]
    best = ", ".join(_option_text(slot.count.option) for slot in found.best_slots)
    said = _("Best slot: {slot}").format(slot=best) if best else _("Nobody said yes.")
    return (found.poll.title, Listing(columns, rows, _("No slot.")), said)


def _option_text(option: PollOption) -> str:
    named = day_text(option.held_on) if option.held_on else option.label
    return " ".join(part for part in (option.group, named, option.moment) if part)


def _position(services: Services, number: int, slot: int | None) -> int:
    """Return the place of the slot that was named, or of the one best slot.

    Raises:
        UsageProblemError: several are best, or none is.
    """
    if slot is not None:
        return int(slot) - 1
    poll: Poll = services.polls.get(number)
    if len(poll.best) == 1:
        return poll.best[0]
    raise UsageProblemError(_("Several slots are as good, or none is: choose one with --slot."))
