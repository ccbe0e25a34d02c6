"""Sentences of errors about duties and dates of our own."""

from __future__ import annotations

from coopdesk.wording.language import N_

DUTY_ERROR_TEXTS = {
    "duty.day_missing": N_("Enter the day to keep in mind."),
    "duty.day_out_of_range": N_("Choose a day between 2000 and 2200, not {day}."),
    "duty.missing": N_("This date is no longer in the list."),
    "duty.not_marked": N_("Nothing was said of this duty."),
    "duty.own_concerns_us": N_(
        "This date is one of yours. Remove it if it does not concern you."
    ),
    "duty.record_missing": N_("Say which record is meant: its number is in the list."),
    "duty.title_missing": N_("Say what is to be done on that day."),
    "duty.unknown": N_("There is no duty “{name}” that can be marked."),
    "duty.wrong_repeat": N_("A date comes back every 1 to {limit} months."),
}
