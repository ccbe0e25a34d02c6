"""Sentences for errors about events, venues, cycles, sessions, roles and tariffs."""

from __future__ import annotations

from coopdesk.wording.language import N_

EVENT_ERROR_TEXTS: dict[str, str] = {
    "calendar.item_missing": N_("This date of a calendar no longer exists."),
    "calendar.item_taken": N_("“{name}” is an event already: see no. {id}."),
    "cycle.in_use": N_("“{name}” has events ({count}): take them out of the cycle first."),
    "cycle.missing": N_("This cycle of events no longer exists."),
    "cycle.name_missing": N_("Give the cycle a name."),
    "cycle.name_taken": N_("There is a cycle “{name}” already."),
    "event.ambiguous": N_("“{name}” may be several events. Give a number: {numbers}."),
    "event.before_itself": N_("An event cannot come before itself: choose another one."),
    "event.capacity_wrong": N_("Enter how many may register, from 1 to 1,000,000, or nothing."),
    "calendar.nothing_dated": N_(
        "A calendar file needs a day: this event has none yet. Set one, or its week."
    ),
    "event.day_missing": N_("Enter the day, or say that the date is not known yet."),
    "event.days_reversed": N_("The last day is before the first: check both."),
    "event.days_too_many": N_(
        "An event lasts {limit} days at most. Record one event for each part of it."
    ),
    "event.edition_taken": N_("“{name}” has a number {edition} already: choose another one."),
    "event.edition_without_cycle": N_("Choose the cycle of which it is an edition."),
    "event.edition_wrong": N_("Enter the edition as a number from 1 to 9999."),
    "event.end_alone": N_("Enter when it begins as well."),
    "event.expected_wrong": N_("Enter how many are expected, from 1 to 1,000,000, or nothing."),
    "event.hours_reversed": N_(
        "It ends before it begins. If it ends after midnight, enter the day after as last day."
    ),
    "event.hours_without_days": N_("Hours need an exact day: enter it, or leave them out."),
    "event.in_use": N_("“{name}” cannot be removed: {resting} rests on it. Cancel it instead."),
    "event.missing": N_("This event no longer exists."),
    "event.part_known": N_("{name} has this very part already."),
    "event.part_missing": N_("This part in an event no longer exists."),
    "event.part_nobody": N_("Choose a contact or enter a name."),
    "event.sessions_outside": N_(
        "Sessions would be on none of the new days ({count}): move them or remove them first."
    ),
    "event.title_missing": N_("Give the event a title."),
    "event.year_unlikely": N_("{year} cannot be the year of an event: check the day."),
    "session.day_outside": N_("The event is not held on {day}: choose one of its days."),
    "session.end_alone": N_("Enter when the session begins as well."),
    "session.hours_reversed": N_("The session ends before it begins: check the hours."),
    "session.hours_without_day": N_("The event has several days: choose that of the session."),
    "session.in_use": N_("Somebody was at “{name}”: it cannot be removed."),
    "session.missing": N_("This session no longer exists."),
    "session.of_another": N_("This session is one of another event."),
    "session.title_missing": N_("Give the session a title."),
    "ticket.none_left": N_("No free ticket is left of what was chosen."),
    "tariff.amount_negative": N_("Enter an amount that is not below zero."),
    "tariff.below_minimum": N_("The amount proposed is below the least one, {minimum}."),
    "tariff.in_use": N_("Somebody has the tariff “{name}”. Close it instead of removing it."),
    "tariff.kind_fixed": N_(
        "Somebody has “{name}” already: a place cannot become an option, nor the reverse."
    ),
    "tariff.missing": N_("This tariff no longer exists."),
    "tariff.name_missing": N_("Give the tariff a name."),
    "tariff.name_taken": N_("The event has a tariff “{name}” already."),
    "tariff.quota_wrong": N_("Enter how many there are, from 1 to 1,000,000, or nothing."),
    "tariff.ticket_taken": N_("This ticket belongs to the tariff “{name}” already."),
    "venue.capacity_wrong": N_(
        "Enter how many people it holds, from 1 to 1,000,000, or nothing."
    ),
    "venue.in_use": N_("Something is held in “{name}”. Close it instead of removing it."),
    "venue.missing": N_("This venue no longer exists."),
    "venue.name_missing": N_("Give the venue a name."),
    "venue.name_taken": N_("There is a venue “{name}” already."),
}
