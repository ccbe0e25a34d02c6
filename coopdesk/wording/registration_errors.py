"""Sentences for errors about registrations, parties, the door and cash boxes."""

from __future__ import annotations

from coopdesk.wording.language import N_

REGISTRATION_ERROR_TEXTS: dict[str, str] = {
    "cashbox.amount_negative": N_("What is in a cash box is never below zero."),
    "cashbox.closed": N_(
        "The cash box of {day} is counted already. Open it again to change what went into it."
    ),
    "cashbox.exists": N_("There is a cash box of {day} already for this event."),
    "cashbox.in_use": N_("Money went into the cash box of {day}: remove these payments first."),
    "cashbox.kind_not_possible": N_(
        "A cash box takes places, sales, gifts and other things. Record the rest with payments."
    ),
    "cashbox.missing": N_("This cash box no longer exists."),
    "cashbox.not_closed": N_("The cash box of {day} is not counted yet."),
    "cashbox.not_counted": N_("Enter what was counted in the cash box, even nothing."),
    "cashbox.only_cash": N_("Only cash goes into a cash box: choose cash, or no cash box."),
    "cashbox.other_day": N_(
        "This cash box is that of {day}: enter this day, or choose no cash box."
    ),
    "cashbox.other_event": N_("This cash box is that of another event."),
    "door.cancelled": N_(
        "{name} gave up the place. Register them again first: nothing was noted."
    ),
    "door.event_cancelled": N_("“{name}” is cancelled: nobody comes to it."),
    "door.full": N_(
        "It is full: {count} have a place, {waiting} wait. Take them all the same, or put them "
        "on the waiting list."
    ),
    "door.not_there": N_("{name} was not noted as being there."),
    "door.other_session": N_("This session is that of another event."),
    "door.waiting": N_(
        "{name} has no place yet, and is no. {rank} of the waiting list. Give them a place all "
        "the same, or let them wait."
    ),
    "party.alone": N_("{name} pays alone already."),
    "party.empty": N_("Enter at least one person."),
    "party.missing": N_("Those who paid together are no longer recorded."),
    "party.not_chosen": N_(
        "Choose somebody who is registered in the list that opens while you type."
    ),
    "party.overpaid": N_(
        "{name} owes {remainder}, which is {surplus} less. If the rest is given, enter it as a "
        "gift on top."
    ),
    "party.refund_too_much": N_("No more can go back than was paid: {paid}."),
    "payment.cash_counted": N_(
        "This money was in the cash box of {day}, which is counted. Open the cash box again "
        "first."
    ),
    "registration.cancelled": N_(
        "{name} gave up the place. Register them again first, then change what you wish."
    ),
    "registration.cancelled_already": N_("They had given up their places already: {count}."),
    "registration.cancelled_in_future": N_(
        "{day} is still to come: enter the day on which the place was given up."
    ),
    "registration.event_cancelled": N_(
        "“{name}” is cancelled: nobody can register for it. Confirm it first if it is held."
    ),
    "registration.event_closed": N_(
        "Registration for “{name}” is closed. Open it again to register somebody."
    ),
    "registration.full": N_(
        "“{name}” is full ({count}) and keeps no waiting list. Nobody was registered: raise "
        "the number of places, or keep a waiting list."
    ),
    "registration.known": N_("{name} is registered already, as no. {number}."),
    "registration.known_cancelled": N_(
        "{name} was registered as no. {number} and gave up the place: register them again "
        "from there."
    ),
    "registration.missing": N_("This registration no longer exists."),
    "registration.nobody": N_("Choose a contact, or enter the name of a guest."),
    "registration.not_cancelled": N_("{name} did not give up the place."),
    "registration.option_quantity": N_("Enter how many of this option, from 1 to 99."),
    "registration.option_twice": N_("This option stands there twice: enter how many instead."),
    "registration.other_event": N_("They are registered for different events."),
    "registration.paid_for": N_(
        "Money was recorded for {name}. Cancel the registration instead: what was paid stays."
    ),
    "registration.price_fixed": N_("“{name}” costs {amount}, no more and no less."),
    "registration.price_free": N_(
        "“{name}” is free of charge. Record what is given as a gift on top."
    ),
    "registration.price_negative": N_("A price is not below zero."),
    "registration.price_too_low": N_("“{name}” costs at least {amount}."),
    "registration.tariff_closed": N_("“{name}” is closed: choose another tariff."),
    "registration.tariff_full": N_("“{name}” is sold out; places left: {left}."),
    "registration.tariff_unknown": N_("Choose a tariff or an option of this event."),
    "registration.was_there": N_(
        "{name} was noted as being there. Take that back first if it was a mistake."
    ),
}
