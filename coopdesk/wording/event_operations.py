"""What commands about events, venues, cycles, sessions and tariffs are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

EVENT_OPERATION_TEXTS: dict[str, str] = {
    "cycle.added": N_("cycle “{name}” recorded"),
    "cycle.changed": N_("cycle “{name}” changed"),
    "cycle.removed": N_("cycle “{name}” removed"),
    "event.activity_made": N_("activity made for “{name}”"),
    "event.added": N_("event “{name}” recorded"),
    "event.adopted": N_("event “{name}” taken from a calendar"),
    "event.attached": N_("file kept with an event: {name}"),
    "event.cancelled": N_("event “{name}” cancelled"),
    "event.changed": N_("event “{name}” changed"),
    "event.confirmed": N_("event “{name}” confirmed"),
    "event.detached": N_("file of an event taken off: {name}"),
    "event.next_prepared": N_("next edition of “{name}” prepared"),
    "event.planned": N_("event “{name}” planned again"),
    "event.removed": N_("event “{name}” removed"),
    "event.tickets_left": N_("tickets come by themselves to “{name}” no more"),
    "event.tickets_taken": N_("tickets taken for “{name}”: {count}"),
    "event_part.added": N_("part of {name} in “{event}” recorded"),
    "event_part.changed": N_("part of {name} in “{event}” changed"),
    "event_part.removed": N_("part of {name} in “{event}” removed"),
    "session.added": N_("session “{name}” of “{event}” recorded"),
    "session.changed": N_("session “{name}” of “{event}” changed"),
    "session.ordered": N_("sessions of “{name}” put into another order"),
    "session.removed": N_("session “{name}” removed"),
    "tariff.added": N_("tariff “{name}” of “{event}” recorded"),
    "tariff.changed": N_("tariff “{name}” of “{event}” changed"),
    "tariff.closed": N_("tariff “{name}” of “{event}” closed"),
    "tariff.removed": N_("tariff “{name}” of “{event}” removed"),
    "tariff.reopened": N_("tariff “{name}” of “{event}” opened again"),
    "venue.added": N_("venue “{name}” recorded"),
    "venue.changed": N_("venue “{name}” changed"),
    "venue.closed": N_("venue “{name}” closed"),
    "venue.removed": N_("venue “{name}” removed"),
    "venue.reopened": N_("venue “{name}” opened again"),
}
