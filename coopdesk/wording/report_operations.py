"""What commands about reports of events, polls and indicators are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

REPORT_OPERATION_TEXTS: dict[str, str] = {
    "indicator.added": N_("indicator “{name}” recorded"),
    "indicator.changed": N_("indicator “{name}” changed"),
    "indicator.removed": N_("indicator “{name}” removed"),
    "indicator.value_removed": N_("figure of {year} removed: {name}"),
    "indicator.value_set": N_("figure of {year}: {name}"),
    "poll.registered": N_("registered from the poll for “{name}”: {count}"),
    "poll.tied": N_("event of the poll “{name}”"),
    "report.finished_now": N_("report of “{name}” finished"),
    "report.group_made": N_("groups made of themes of “{name}”: {count}"),
    "report.item_added": N_("report of “{name}”, parts added: {count}"),
    "report.item_changed": N_("report of “{name}”: a part changed"),
    "report.item_removed": N_("report of “{name}”: a part removed"),
    "report.items_ordered": N_("report of “{name}” put into another order"),
    "report.removed": N_("report of “{name}” removed"),
    "report.reopened": N_("report of “{name}” opened again"),
    "report.settled": N_("decision of “{name}” carried out"),
    "report.unsettled": N_("decision of “{name}” open again"),
    "report.written": N_("report of “{name}” written"),
}
