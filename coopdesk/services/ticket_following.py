"""Lets the tickets of an import reach the events that follow what sold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_tickets import Followed
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.text import fold
from coopdesk.services.ticket_registering import TicketRegistrar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.event_tickets import Ticket
    from coopdesk.domain.import_plans import Plan
    from coopdesk.domain.imports import ReadFile
    from coopdesk.storage.unit_of_work import Work

# A file of tickets is of one form, whoever names it or not.
_OF_ONE_FORM = FileFormat.HELLOASSO_EVENT
_NOTHING = Followed({})


def follow_tickets(
    work: Work,
    file: ReadFile,
    plan: Plan,
    written: Mapping[int, int],
    moment: dt.datetime,
) -> None:
    """Bring events to what an import told of their tickets, in the unit of work of it.

    ``written`` are the registrations that planned rows (by ``id()``) became. An event that
    follows nothing any more keeps what it took: no new tickets, but what those cost and got.
    """
    if not work.tickets.has_taken():
        return
    told = {written[id(one)]: one for one in plan.rows if id(one) in written}
    known = {one.known_id for one in plan.rows if one.known_id is not None}
    orders = {(file.source.value, one.row.order_ref) for one in plan.rows if one.row.order_ref}
    tickets = {one.id: one for one in work.tickets.of_orders(orders)}
    tickets |= {one.id: one for one in work.tickets.get_many(told)}
    owners: set[int] = set()
    if file.file_format is _OF_ONE_FORM:
        owners = {x.event_id for x in work.tickets.get_many(known) if x.event_id is not None}
    touched = {one.event_id for one in tickets.values() if one.event_id is not None}
    free = [one for one in tickets.values() if one.event_id is None]
    restored = {key for key, one in told.items() if "status" in one.changes}
    followed = work.tickets.followed()
    for event_id in sorted({*followed, *touched}):
        forms = followed.get(event_id, _NOTHING)
        new = [one for one in free if _wants(work, event_id, forms, one, owners)]
        free = [one for one in free if one not in new]
        old = [x for key, x in tickets.items() if x.event_id == event_id and key in told]
        if not new and not old and event_id not in touched:
            continue
        registrar = TicketRegistrar(work, event_id, moment)
        registrar.follow(old, restored)
        if new:
            registrar.take(new)
        registrar.tie_money()


def _wants(
    work: Work, event_id: int, forms: Followed, ticket: Ticket, owners: Iterable[int]
) -> bool:
    """Tell whether an event follows what sold a ticket.

    Where no file named the form when its first tickets were taken, it is known by them: by a
    file that tells them again, or by what their payments are called since.
    """
    if ticket.form and forms.wants(ticket, ticket.form):
        return True
    if not ticket.form and event_id in owners:
        return forms.takes(ticket)
    if not forms.wants(ticket, ""):
        return False
    names = {fold(one.form) for one in work.tickets.of_event(event_id) if one.form}
    return bool(ticket.form) and fold(ticket.form) in names
