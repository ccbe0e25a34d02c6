"""Commands that list who takes part in an event, who waits, and who paid."""

from typing import Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.options import command, optional, optional_code, parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.cli.registration_documents import (
    counts_document,
    move_document,
    party_document,
    party_listing,
    registration_document,
    registration_listing,
)
from coopdesk.domain.event_registrations import (
    Move,
    RegistrationCounts,
    RegistrationFilter,
    RegistrationState,
    Settlement,
)
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()

_FILTERS = {
    "search": optional("--search", _("Words that must all occur."), _("TEXT")),
    "state": optional_code("--state", _("Only in this state."), RegistrationState),
    "settlement": optional_code("--money", _("Only whose money stands so."), Settlement),
    "limit": optional("--limit", _("Show at most so many lines."), _("N"), parse_count),
}


@command(app, "registrations", _("List who is registered for an event, by name."), _FILTERS)
def list_registrations(call: Call, event: EventArgument, **fields: Any) -> Answer:
    """Answer with registrations and how the event stands."""
    with call.opened() as services:
        key = event_id(services, event)
        wanted = RegistrationFilter(
            key, fields["search"] or "", fields["state"], fields["settlement"], "name"
        )
        ids = services.registrations.ids(wanted)
        found = services.registrations.lines(ids[: fields["limit"]])
        counts = services.registrations.counts(key)
    document = {
        "event_id": key,
        "count": len(ids),
        "counts": counts_document(counts),
        "registrations": [registration_document(one) for one in found],
    }
    return Answer(document, (registration_listing(found), _counts_text(counts)))


@command(app, "waiting", _("List who waits for a place, and how places changed hands."))
def list_waiting(call: Call, event: EventArgument) -> Answer:
    """Answer with the waiting list in its order, and the traces, newest first."""
    with call.opened() as services:
        key = event_id(services, event)
        wanted = RegistrationFilter(key, state=RegistrationState.WAITING)
        found = services.registrations.lines(services.registrations.ids(wanted))
        moves = services.registrations.moves(key)
    columns = (Column(_("Day"), at_right=True), Column(_("Name")), Column(_("What happened")))
    rows = [
        (day_text(one.moved_at.astimezone().date()), one.name, _move_text(one)) for one in moves
    ]
    document = {
        "event_id": key,
        "waiting": [registration_document(one) for one in found],
        "moves": [move_document(one) for one in moves],
    }
    return Answer(document, (registration_listing(found), Listing(columns, rows)))


@command(app, "parties", _("List who pays together, what is due and what was paid."))
def list_parties(call: Call, event: EventArgument) -> Answer:
    """Answer with the parties of an event and what is left."""
    with call.opened() as services:
        key = event_id(services, event)
        found = services.registrations.parties(key)
    document = {"event_id": key, "parties": [party_document(one) for one in found]}
    return Answer(document, (party_listing(found),))


def _counts_text(counts: RegistrationCounts) -> str:
    text = _("Have a place: {registered}; wait: {waiting}; due: {due}; paid: {paid}").format(
        registered=number_text(counts.registered),
        waiting=number_text(counts.waiting),
        due=money_text(counts.due),
        paid=money_text(counts.paid),
    )
    if counts.free is None:
        return text
    return text + "\n" + _("Places left: {count}").format(count=number_text(counts.free))


def _move_text(move: Move) -> str:
    if not move.freed_by:
        return label(move.kind)
    return _("{what} (place of {name})").format(what=label(move.kind), name=move.freed_by)
