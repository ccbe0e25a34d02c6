"""What commands about registrations, the door and cash boxes are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

REGISTRATION_OPERATION_TEXTS: dict[str, str] = {
    "cash_box.closed": N_("cash box of {name} counted: {amount}"),
    "cash_box.opened": N_("cash box of {name} opened"),
    "cash_box.removed": N_("cash box of {name} removed"),
    "cash_box.reopened": N_("cash box of {name} opened again"),
    "cash_box.taken": N_("{amount} into the cash box"),
    "check_in.noted": N_("{name} is there"),
    "check_in.taken_back": N_("{name} is not there after all"),
    "check_in.walked_in": N_("{name} registered at the door"),
    "registration.added": N_("registration of {name}"),
    "registration.cancelled": N_("registrations cancelled: {count}"),
    "registration.changed": N_("registration of {name} changed"),
    "registration.party_added": N_("registrations on one payment: {count}"),
    "registration.party_joined": N_("{name} pays together with others"),
    "registration.party_left": N_("{name} pays alone"),
    "registration.payer_set": N_("payer of the registrations of {name}"),
    "registration.refunded": N_("{amount} given back to {name}"),
    "registration.removed": N_("registration of {name} removed"),
    "registration.restored": N_("{name} registered again"),
}
