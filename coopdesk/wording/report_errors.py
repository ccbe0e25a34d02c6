"""Sentences for errors about reports of events, polls, indicators and papers of the day."""

from __future__ import annotations

from coopdesk.wording.language import N_

REPORT_ERROR_TEXTS: dict[str, str] = {
    "badge.nothing": N_("Nobody of them has a place at this event: there is no badge."),
    "indicator.missing": N_("This indicator no longer exists."),
    "indicator.name_missing": N_("Give the indicator a name."),
    "indicator.name_taken": N_("There is an indicator “{name}” already."),
    "indicator.value_missing": N_("There is no figure for {year}: nothing to remove."),
    "indicator.value_too_fine": N_("Enter the figure with three decimals at most."),
    "indicator.value_too_large": N_("This figure is too large to be true: check it."),
    "indicator.value_wrong": N_("“{text}” is no figure. Enter it as 2 360 000 or 12,5."),
    "indicator.wrong_year": N_("Enter a year from 1800 to 2200."),
    "poll.no_event": N_("Say first which event the poll “{name}” is about."),
    "poll.slot_missing": N_("This poll has no option no. {number}."),
    "poll.slot_without_day": N_(
        "“{text}” is no day: choose another option, or set the day of the event yourself."
    ),
    "report.finished": N_(
        "This report is finished. Open it again to change it: groups and decisions go on."
    ),
    "report.group_exists": N_(
        "There is a group “{name}” already. Tie it to the theme, or change the name of the "
        "theme."
    ),
    "report.group_made": N_("This theme became the group “{name}” already."),
    "report.item_missing": N_("This part of the report no longer exists."),
    "report.kind_fixed": N_(
        "A part of a report stays what it is: remove it and add it as something else."
    ),
    "report.missing": N_("This event has no report yet."),
    "report.no_decision": N_("Only decisions are carried out."),
    "report.no_theme": N_("Only themes become groups."),
    "report.order_incomplete": N_(
        "The report was changed meanwhile. Nothing was moved: look at it again."
    ),
    "report.question_missing": N_("Choose the question that this answers."),
    "report.text_missing": N_("Write what was said."),
}
