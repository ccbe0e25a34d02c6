"""Sentences for what can be wrong with conditions and saved filters."""

from __future__ import annotations

from coopdesk.wording.language import N_

FILTER_ERROR_TEXTS: dict[str, str] = {
    "filter.ends_too_early": N_(
        "The filter ends too early, at character {place}. Here can stand: {known}."
    ),
    "filter.field_changed": N_(
        "The filter compares the field “{name}” in a way its type no longer allows: change the"
        " filter."
    ),
    "filter.field_gone": N_(
        "The filter names the field “{name}”, which is not there any more: change the filter."
    ),
    "filter.lapsed": N_("The filter “{filter}” must be changed first. {detail}"),
    "filter.missing": N_("This filter no longer exists."),
    "filter.name_missing": N_("Give the filter a name."),
    "filter.name_taken": N_("There is a filter of that name already: choose another one."),
    "filter.needs_nothing": N_("“{criterion}” takes no “({text})”: leave it out."),
    "filter.not_a_number": N_("“{text}” is not a number. Write 12 or 12.5."),
    "filter.not_a_year": N_("“{text}” is not a year. Write 2026, this_year or last_year."),
    "filter.not_expected": N_(
        "“{text}” is not understood here, at character {place}. Here can stand: {known}."
    ),
    "filter.not_yes_or_no": N_("“{text}” is neither yes nor no."),
    "filter.nothing_chosen": N_("Choose at least one criterion: this filter keeps everybody."),
    "filter.too_deep": N_("The brackets are nested too deep: {limit} levels at most."),
    "filter.too_long": N_("The filter has too many conditions: {limit} at most."),
    "filter.unknown_choice": N_("“{text}” is not one of the choices: {known}."),
    "filter.unknown_criterion": N_("There is no criterion “{text}”. Known: {known}."),
    "filter.unknown_field": N_("There is no own field “{text}”. Known: {known}."),
    "filter.unknown_name": N_("There is no saved filter “{text}”. Known: {known}."),
    "filter.unknown_operator": N_("“{criterion}” cannot be compared by “{text}”: use {known}."),
    "filter.unknown_value": N_("“{criterion}” has no “{text}”. Known: {known}."),
    "filter.unreadable": N_(
        "This filter was saved by a newer program or is damaged: remove it and build it again."
    ),
    "filter.value_missing": N_("A value is missing: enter what to compare with."),
}
