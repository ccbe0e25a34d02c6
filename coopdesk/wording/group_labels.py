"""What the codes of groups and their work are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.group_structures import NameVerdict
from coopdesk.domain.groups import (
    EventTie,
    GroupKind,
    GroupPurpose,
    ObjectiveKind,
    ObjectiveState,
    OutputKind,
    OutputState,
    Tagged,
)
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

GROUP_LABELS: dict[enum.Enum, str] = {
    EventTie.ORIGIN: N_("Born at"),
    EventTie.HOST: N_("Holds the event"),
    GroupKind.GROUP: N_("Group"),
    GroupKind.CHANTIER: N_("Chantier"),
    GroupKind.PROGRAMME: N_("Programme"),
    GroupPurpose.NONE: N_("(not said)"),
    GroupPurpose.MEETING: N_("Meeting"),
    GroupPurpose.NETWORK: N_("Network"),
    GroupPurpose.PRODUCTION: N_("Production"),
    NameVerdict.NEW: N_("New structure"),
    NameVerdict.KNOWN: N_("Known contact"),
    NameVerdict.SIMILAR: N_("Resembles a name"),
    NameVerdict.REPEATED: N_("Stands above already"),
    ObjectiveKind.POLITICAL: N_("Political"),
    ObjectiveKind.OPERATIONAL: N_("Operational"),
    ObjectiveKind.OTHER: N_("Other objective"),
    ObjectiveState.TO_DO: N_("To do"),
    ObjectiveState.UNDER_WAY: N_("Under way"),
    ObjectiveState.REACHED: N_("Objective reached"),
    ObjectiveState.DROPPED: N_("Given up"),
    OutputKind.NOTE: N_("Paper note"),
    OutputKind.SEMINAR: N_("Seminar"),
    OutputKind.RESEARCH: N_("Research"),
    OutputKind.EVENT: N_("Event"),
    OutputKind.REPORT: N_("Written report"),
    OutputKind.TOOL: N_("Tool"),
    OutputKind.MEDIA: N_("Film, podcast, picture"),
    OutputKind.OTHER: N_("Other work"),
    OutputState.DRAFT: N_("In the making"),
    OutputState.DEBATED: N_("Debated among members"),
    OutputState.PUBLISHED: N_("Published"),
    Tagged.EVENT: N_("Event"),
    Tagged.GROUP: N_("Group"),
    Tagged.OUTPUT: N_("Output"),
}
