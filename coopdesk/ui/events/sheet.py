"""What the record of an event reads: its key facts, who makes it, what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import MoveKind
from coopdesk.domain.events import EventRole, TariffKind
from coopdesk.domain.groups import Tagged
from coopdesk.ui.columns import Tone
from coopdesk.ui.events import links
from coopdesk.ui.events.links import linked
from coopdesk.ui.events.words import STATE_TONES, fullness, price_text
from coopdesk.ui.widgets.record_parts import Bar, Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.event_titles import event_title_text, when_long
from coopdesk.wording.formats import moment_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.event_registrations import Move, RegistrationCounts
    from coopdesk.domain.events import EventPart, EventSheet, Tariff, Venue
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

_THOUSAND = 1000
_MOST_MOVES = 8


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as its panel shows it; ``promoted`` got a place late, the newest first."""

    sheet: EventSheet
    counts: RegistrationCounts
    promoted: tuple[Move, ...] = ()
    registers: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """Which event it is."""
        return self.sheet.event.id

    @property
    def title(self) -> str:
        """What it is called, with its edition."""
        content = self.sheet.event.content
        return event_title_text(content.title, content.edition)


def read_record(services: Services, event_id: int) -> EventRecord:
    """Read an event; runs on the worker, raises NotFoundError."""
    sheet = services.events.sheet(event_id)
    service, content = services.registrations, sheet.event.content
    moves = service.moves(event_id) if content.has_waiting_list and content.capacity else []
    promoted = tuple(move for move in moves if move.kind is MoveKind.PROMOTED)
    registers = tuple(services.action_registers.names_of(Tagged.EVENT, event_id))
    return EventRecord(sheet, service.counts(event_id), promoted, registers)


def record_parts(record: EventRecord) -> list[Part]:
    """Return the parts of the first tab: facts, organisation, tariffs."""
    event = record.sheet.event
    content = event.content
    state = Words(label(content.state), STATE_TONES[content.state])
    parts: list[Part] = [
        Title(record.title, (state, label(content.kind), when_long(event.when))),
        *_places(record.counts),
        Facts(tuple(_facts(record))),
    ]
    for name, text in (
        (_("Aim of the event"), content.aim),
        (_("Text for the public"), content.public_text),
        (_("Note"), content.note),
    ):
        if text:
            parts += [Heading(name, is_minor=True), Paragraph((text,))]
    sheet = record.sheet
    return [
        *parts,
        *_organisation(sheet.parts),
        *_tariffs(sheet.tariffs),
        *_promoted(record.promoted),
    ]


def _places(counts: RegistrationCounts) -> Iterator[Part]:
    if counts.capacity:
        yield Bar(min(_THOUSAND, _THOUSAND * counts.registered // counts.capacity))
    said: list[Said] = [
        _("Registered: {count}").format(count=fullness(counts.registered, counts.capacity))
    ]
    if counts.waiting:
        text = _("waiting list: {count}").format(count=number_text(counts.waiting))
        said.append(Words(text, Tone.ATTENTION))
    elif counts.free == 0:
        said.append(Words(_("full"), Tone.INFO))
    if counts.present:
        said.append(_("there: {count}").format(count=number_text(counts.present)))
    if counts.due:
        said.append(_("to pay: {amount}").format(amount=money_text(counts.due)))
    if counts.left:
        said.append(_("still due: {amount}").format(amount=money_text(counts.left)))
    if counts.overpaid:
        said.append(_("to be given back: {amount}").format(amount=money_text(counts.overpaid)))
    yield Paragraph(tuple(said))


def _facts(record: EventRecord) -> Iterator[tuple[str, Said | tuple[Said, ...]]]:
    sheet, content = record.sheet, record.sheet.event.content
    rows: list[tuple[str, Said | tuple[Said, ...]]] = [
        (_("Place"), _place(sheet.venue)),
        (_("About the place"), content.place_note),
        (_("Cycle"), _cycle(sheet)),
        (_("Subject of the event"), content.theme),
        (_("Hashtag"), content.hashtag),
        (_("Page on the web"), content.url),
        (_("Expected people"), number_text(content.expected) if content.expected else ""),
        (_("Registers of action"), " · ".join(record.registers)),
    ]
    if content.previous_id is not None:
        before = linked(links.EVENT, content.previous_id, _("the edition before"))
        rows.append((_("Prepared from"), before))
    if not content.is_open:
        rows.append((_("Registrations"), Words(_("registrations closed"), Tone.NEUTRAL)))
    yield from (row for row in rows if row[1])


def _place(venue: Venue | None) -> Said | tuple[Said, ...]:
    if venue is None:
        return _("not decided yet")
    content = venue.content
    where = " ".join(part for part in (content.postal_code, content.town) if part)
    rest = [content.address, where]
    if content.capacity:
        rest.append(
            ngettext("{count} person", "{count} people", content.capacity).format(
                count=number_text(content.capacity)
            )
        )
    return (linked(links.VENUE, venue.id, venue.name), *(part for part in rest if part))


def _cycle(sheet: EventSheet) -> str:
    return sheet.cycle.content.name if sheet.cycle is not None else ""


# who makes it


def _organisation(parts: Sequence[EventPart]) -> Iterator[Part]:
    yield Heading(_("Who makes it"), linked(links.ADD_PART, 0, _("Add somebody…")))
    shown = [one for one in parts if one.content.role is not EventRole.SPEAKER]
    if not shown:
        yield Paragraph((_("Nobody yet."),), is_muted=True)
    for role in EventRole:
        rows = tuple(part_line(one) for one in shown if one.content.role is role)
        if rows:
            yield Lines(rows)


def part_line(part: EventPart) -> tuple[Said, str, tuple[Said, ...]]:
    """Return the row of somebody's part, with what can be done with it."""
    content = part.content
    name: Said = part.name
    if content.contact_id is not None:
        name = linked(links.CONTACT, content.contact_id, part.name)
    below: list[Said] = [label(content.role), content.subject, content.theme]
    below += [
        linked(links.CHANGE_PART, part.id, _("Change…")),
        linked(links.REMOVE_PART, part.id, _("Remove"), stays=True),
    ]
    return name, "", tuple(said for said in below if said)


# what it costs


def _tariffs(tariffs: Sequence[Tariff]) -> Iterator[Part]:
    yield Heading(_("Tariffs and options"), linked(links.ADD_TARIFF, 0, _("Add a tariff…")))
    if not tariffs:
        yield Paragraph((_("Taking part is free of charge."),), is_muted=True)
    else:
        yield Lines(tuple(map(_tariff, tariffs)))


def _tariff(tariff: Tariff) -> tuple[Said, str, tuple[Said, ...]]:
    content = tariff.content
    below: list[Said] = []
    if content.kind is TariffKind.OPTION:
        below.append(_("option"))
    below.append(price_text(content))
    taken = fullness(tariff.taken, content.quota)
    below.append(_("taken: {count}").format(count=taken))
    if tariff.is_closed:
        below.append(Words(_("no longer offered"), Tone.NEUTRAL))
    reopen = _("Offer it again") if tariff.is_closed else _("Offer it no more")
    below += [
        linked(links.CHANGE_TARIFF, tariff.id, _("Change…")),
        linked(links.CLOSE_TARIFF, tariff.id, reopen),
    ]
    if not tariff.taken:
        below.append(linked(links.REMOVE_TARIFF, tariff.id, _("Remove"), stays=True))
    return content.name, "", tuple(below)


# who got a place late


def _promoted(moves: Sequence[Move]) -> Iterator[Part]:
    if not moves:
        return
    yield Heading(_("Moved up from the waiting list"), number_text(len(moves)))
    yield Lines(tuple(map(_move, moves[:_MOST_MOVES])))
    rest = len(moves) - _MOST_MOVES
    if rest > 0:
        text = ngettext("{count} more before", "{count} more before", rest)
        yield Paragraph((text.format(count=number_text(rest)),), is_muted=True)


def _move(move: Move) -> tuple[Said, str, tuple[Said, ...]]:
    below: list[Said] = [moment_text(move.moved_at)]
    if move.freed_by:
        below.append(_("takes the place of {name}").format(name=move.freed_by))
    return move.name, "", tuple(below)
