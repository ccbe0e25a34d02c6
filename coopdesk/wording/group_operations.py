"""What operations on groups and registers of action are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

GROUP_OPERATION_TEXTS: dict[str, str] = {
    "charter.signed": N_("charter of “{group}” signed: {count}"),
    "group.activity_made": N_("activity of the group “{group}” made"),
    "group.changed": N_("{name} in the group “{group}” changed"),
    "group.chantiers_ordered": N_("chantiers of “{group}” numbered"),
    "group.closed": N_("group “{group}” closed"),
    "group.deleted": N_("group “{group}” deleted"),
    "group.edited": N_("group “{group}” changed"),
    "group.event_tied": N_("group “{group}” tied to an event"),
    "group.event_untied": N_("event of the group “{group}” taken away"),
    "group.joined": N_("{name} joins the group “{group}”"),
    "group.recorded": N_("group “{group}” recorded"),
    "group.removed": N_("{name} removed from the group “{group}”"),
    "group.renamed": N_("group renamed “{group}”"),
    "group.reopened": N_("group “{group}” opened again"),
    "group.structures_joined": N_("structures of “{group}” recorded: {count}"),
    "objective.added": N_("objective of “{group}” added"),
    "objective.changed": N_("objective of “{group}” changed"),
    "objective.ordered": N_("objectives of “{group}” put in order"),
    "objective.removed": N_("objective of “{group}” removed"),
    "output.added": N_("output “{title}” recorded"),
    "output.changed": N_("output “{title}” changed"),
    "output.removed": N_("output “{title}” removed"),
    "register.added": N_("register of action “{name}” added"),
    "register.arranged": N_("registers of action changed"),
    "register.changed": N_("register of action “{name}” changed"),
    "register.removed": N_("register of action “{name}” removed"),
    "register.tagged": N_("registers of action of “{name}” changed"),
    "register.usual_added": N_("usual registers of action added"),
}
