"""Sentences for errors about bank accounts, statements, reconciliation, polls and calendars."""

from __future__ import annotations

from coopdesk.wording.language import N_

_POLL_TEXTS: dict[str, str] = {
    "calendar.event_twice": N_("The file has this event twice ({uid})."),
    "calendar.no_start": N_(
        "No day can be read in “{text}”: correct the beginning of the event (20260404 or "
        "20260404T180000), or leave it out."
    ),
    "calendar.not_one": N_("This file is not a calendar (iCalendar, .ics)."),
    "calendar.too_large": N_(
        "This calendar has more than {limit} events: export a shorter period."
    ),
    "calendar.unreadable_event": N_(
        "This event is broken and cannot be read. Correct it in your calendar, or leave it out."
    ),
    "poll.answer_unknown": N_(
        "“{text}” is no answer: write Oui, Non, Si nécessaire or Inconnu."
    ),
    "poll.missing": N_("This poll is no longer there."),
    "poll.name_missing": N_("Nobody is named in this row: write who answered."),
    "poll.not_framadate": N_("This file is not a poll of Framadate."),
    "poll.not_webform": N_("This file does not hold the answers to a form."),
    "poll.reply_twice": N_("The file has this answer twice ({key})."),
    "poll.too_large": N_(
        "This poll is too large: at most {replies} answers and {options} columns."
    ),
}

BANK_ERROR_TEXTS: dict[str, str] = {**_POLL_TEXTS}
