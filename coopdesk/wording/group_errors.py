"""Sentences of errors about groups, their work and registers of action."""

from __future__ import annotations

from coopdesk.wording.language import N_

GROUP_ERROR_TEXTS = {
    "charter.day_missing": N_("Say on which day the charter was signed."),
    "charter.in_the_future": N_("The charter cannot be signed in the future."),
    "charter.nobody_chosen": N_("Choose who signed the charter."),
    "group.ambiguous": N_("“{text}” may be several groups. Give a number: {known}."),
    "group.contact_unknown": N_("Choose a contact of the list, or leave this empty."),
    "group.end_missing": N_("Say on which day the group ended."),
    "group.ended_already": N_("“{name}” ended already, on {day}."),
    "group.ends_before_start": N_("The group would end before it began."),
    "group.event_wanted": N_("Choose an event of the list."),
    "group.has_activity": N_(
        "The money of “{name}” belongs to the activity “{activity}”. Close the group instead, "
        "or remove the activity first."
    ),
    "group.has_chantiers": N_(
        "“{name}” has chantiers ({count}). Put them elsewhere or delete them first."
    ),
    "group.has_files": N_(
        "Files are kept with “{name}”. Close the group instead, or take them away first."
    ),
    "group.known": N_("{name} takes part in this group already."),
    "group.missing": N_("This group no longer exists."),
    "group.name_missing": N_("Enter the name of the group."),
    "group.name_taken": N_("There is a group named “{name}” already."),
    "group.name_taken_elsewhere": N_(
        "“{name}” is a chantier of “{programme}” already, and a name is that of one group. Add "
        "what tells them apart, such as the name of the programme."
    ),
    "group.no_programme": N_("“{name}” is no programme: choose one."),
    "group.number_taken": N_("Number {number} is that of “{name}”."),
    "group.number_wrong": N_("A chantier has a number from 1 to {highest}."),
    "group.organisation_wanted": N_("The structure of the referent is an organisation."),
    "group.other_chantiers": N_("These are not the chantiers of the programme as it is now."),
    "group.programme_on_top": N_("A programme is part of no other one."),
    "group.programme_wanted": N_("A chantier is part of a programme: choose it."),
    "group.summary_missing": N_(
        "“{name}” was made for a time: say in a few words what came of it before it is closed."
    ),
    "group.unknown": N_("There is no group “{text}”. There are: {known}."),
    "objective.in_the_future": N_("An objective cannot have been reached in the future."),
    "objective.missing": N_("This objective no longer exists."),
    "objective.text_missing": N_("Say what the group wants to reach."),
    "output.missing": N_("This output no longer exists."),
    "output.title_missing": N_("Enter the title of what the group made."),
    "programme.unknown": N_("There is no programme “{text}”. There are: {known}."),
    "register.missing": N_("This register of action no longer exists."),
    "register.name_missing": N_("Enter the name of the register of action."),
    "register.name_taken": N_("There is a register of action named “{name}” already."),
    "register.unknown": N_("There is no register of action “{text}”. There are: {known}."),
    "structures.say_what": N_("Say what this name is."),
    "structures.undecided": N_(
        "Say of each of these names whether it is new: {names} ({count}). Nothing was recorded."
    ),
    "structures.names_missing": N_("Enter at least one name, one on each line."),
}
