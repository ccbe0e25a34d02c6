"""What commands about duties and dates of our own are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

DUTY_OPERATION_TEXTS: dict[str, str] = {
    "duty.marked": N_("duty marked: {code}"),
    "duty.own_added": N_("date to keep in mind: {title}"),
    "duty.own_changed": N_("date changed: {title}"),
    "duty.own_removed": N_("date removed: {title}"),
    "duty.unmarked": N_("mark of a duty taken off: {code}"),
}
