"""Sentences for what can be wrong around members: types, memberships, fees, departures."""

from __future__ import annotations

from coopdesk.wording.language import N_

MEMBER_ERROR_TEXTS: dict[str, str] = {
    "departure.already_left": N_(
        "{name} left on {day} already. Take that departure back first if it was a mistake."
    ),
    "departure.in_the_future": N_(
        "A death is noted on its day: correct the date, which lies in the future."
    ),
    "departure.before_joining": N_(
        "{name} became a member on {day}: choose that day or a later one."
    ),
    "departure.never_member": N_("{name} was never a member: there is nothing to leave."),
    "departure.not_left": N_("{name} has not left: there is nothing to take back."),
    "departure.paid_ahead": N_(
        "{name} has paid for a membership that starts on {start}. Refund it or untie the "
        "payment first, or choose a later day."
    ),
    "donation.in_shared_payment": N_(
        "This is a part of a payment for several things, or a membership fee: its amount, date "
        "and mode are those of the payment. Remove the payment, then record it anew."
    ),
    "fee.none_waits": N_("No fee waits under this tariff any more."),
    "member.wrong_days": N_("Enter a number of days: 0 to 366 before, 0 to 3660 after."),
    "member.wrong_pattern": N_(
        "The pattern of member numbers holds {{n}} or {{n:4}} once, and {{year}} if you wish. "
        "Leave it empty to give no numbers."
    ),
    "membership.another_household": N_(
        "{name} lives in another household: put them together first, or choose a membership "
        "for one person."
    ),
    "membership.before_departure": N_(
        "This contact left on {day}. Let the membership start on {next} or later, or take the "
        "departure back."
    ),
    "membership.below_paid": N_(
        "{amount} are paid already: the fee cannot be lower. Untie or remove a payment first."
    ),
    "membership.cancelled": N_("This membership was cancelled on {day}: record a new one."),
    "membership.contact_not_chosen": N_(
        "Choose who joins in the list that opens while you type."
    ),
    "membership.contact_deceased": N_(
        "The death of {name} is recorded: if that is a mistake, take the departure back first."
    ),
    "membership.contact_put_away": N_(
        "{name} is archived or in the recycle bin: bring the contact back first."
    ),
    "membership.covers_one": N_(
        "The type “{name}” covers one contact. Choose a type for households to cover several."
    ),
    "membership.day_missing": N_("Enter the date."),
    "membership.ends_before_start": N_("The membership ends before it starts: correct a date."),
    "membership.reason_missing": N_(
        "The usual amount is {amount}: say why this one differs, or untick “Another amount”."
    ),
    "membership.fee_without_reason": N_(
        "The tariff “{name}” is {amount}. For another amount, say why in the note: "
        "an exemption, a decision of the board."
    ),
    "membership.fee_below_minimum": N_("The fee of this type is at least {minimum}."),
    "membership.fee_negative": N_("A fee cannot be below zero."),
    "membership.for_life_already": N_("{name} has this membership for life."),
    "membership.instalment_not_positive": N_("Every instalment must be above zero."),
    "membership.instalments_do_not_add_up": N_(
        "The instalments do not add up to what is due: correct one of them."
    ),
    "membership.missing": N_("This membership no longer exists."),
    "membership.organisation_refused": N_(
        "The statutes let natural persons join only: {name} is an organisation. It can be a "
        "partner, or its people can join. The rule stands in the settings of members."
    ),
    "membership.organisation_refused_by_type": N_(
        "The type “{type}” is for persons: {name} is an organisation. Choose another type."
    ),
    "membership.other_holder": N_(
        "A membership stays with its holder: cancel it and record one for the other contact."
    ),
    "membership.overlaps": N_(
        "{name} has this membership from {start} to {end} already. Let the new one start on "
        "{next}, or choose another type."
    ),
    "membership.overpaid": N_(
        "{name} owes {remainder} only: {surplus} are too much. Record the rest as a gift, or "
        "raise the fee."
    ),
    "membership.paid_already": N_(
        "{amount} are paid for the membership of {name}. Untie or remove the payment first, or "
        "record a departure instead."
    ),
    "membership.person_refused": N_(
        "The statutes let organisations join only: {name} is a person. The rule stands in the "
        "settings of members."
    ),
    "membership.person_refused_by_type": N_(
        "The type “{type}” is for organisations: {name} is a person. Choose another type."
    ),
    "membership.type_not_chosen": N_("Choose a type of membership."),
    "membership.unlikely_days": N_(
        "A membership lies between the years {earliest} and {latest}: check the year."
    ),
    "membership.wrong_instalments": N_(
        "Choose 1 to {limit} instalments, of one cent each at least."
    ),
    "payment.already_attached": N_(
        "This fee pays for a membership already: untie it there first."
    ),
    "payment.fee_without_member": N_("Choose the membership that this fee pays for."),
    "payment.not_a_fee": N_("This line of payment is no membership fee."),
    "payment.nothing_shared": N_("Say what this payment is for: fill in one line at least."),
    "payment.payer_not_chosen": N_(
        "Choose who pays in the list that opens while you type, or leave the field empty."
    ),
    "payment.share_not_positive": N_("Every part of a payment must be above zero."),
    "payment.share_not_possible": N_("An expense cannot be a part of money received."),
    "payment.share_without_amount": N_(
        "A line has no amount: enter it, or take the line away."
    ),
    "payment.share_without_membership": N_(
        "A line names no membership: choose the member in the list that opens."
    ),
    "renewal.changed_meanwhile": N_(
        "The memberships changed since the preview. Nothing was recorded. Look at it again."
    ),
    "renewal.nobody": N_("Nobody is to be renewed with this choice. Nothing was changed."),
    "tariff.archived": N_(
        "The type “{name}” is out of use: choose another one, or bring it back."
    ),
    "tariff.missing": N_("This type of membership no longer exists."),
    "tariff.name_taken": N_("There is a type named “{name}” already."),
    "tariff.outside_name_taken": N_("The tariff “{tariff}” means the type “{name}” already."),
    "tariff.unknown": N_("There is no type of membership “{text}”. Known types: {known}."),
}
