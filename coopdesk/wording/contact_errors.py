"""Sentences for what can be wrong with own fields, memberships and shares."""

from __future__ import annotations

from coopdesk.wording.language import N_

CONTACT_ERROR_TEXTS: dict[str, str] = {
    "field.choice_too_long": N_("A choice has at most {limit} characters: shorten it."),
    "field.choices_missing": N_("Enter the choices, one a line."),
    "field.name_missing": N_("Give the field a name."),
    "field.not_a_day": N_("{name}: “{text}” is not a date. Write 12/03/2026."),
    "field.not_a_number": N_("{name}: “{text}” is not a number. Write 12 or 12.5."),
    "field.not_an_amount": N_("{name}: “{text}” is not an amount. Write 12.50."),
    "field.not_yes_or_no": N_("{name}: “{text}” is neither yes nor no."),
    "field.too_long": N_("{name}: {length} characters, {limit} at most. Shorten it."),
    "field.unknown_choice": N_("{name}: “{text}” is not one of its choices ({choices})."),
    "membership.ends_before_start": N_("The membership ends before it starts: correct a date."),
    "membership.fee_below_minimum": N_("The fee of this type is at least {minimum}."),
    "membership.fee_negative": N_("A fee cannot be below zero."),
    "membership.instalment_not_positive": N_("Every instalment must be above zero."),
    "membership.instalments_do_not_add_up": N_(
        "The instalments do not add up to what is due: correct one of them."
    ),
    "tariff.amount_missing": N_("Enter the amount of the fee."),
    "tariff.amount_negative": N_("An amount cannot be below zero."),
    "tariff.name_missing": N_("Give the type a name."),
    "tariff.wrong_months": N_("Enter a number of months from 1 to 120."),
    "tariff.wrong_season": N_("Enter a day that every year has, such as 1 September."),
    "share.count_not_positive": N_("Enter a number of shares above zero."),
    "share.in_the_future": N_("The day is in the future: correct the date."),
    "share.more_than_held": N_("This person holds {held} shares: withdraw no more."),
    "share.nominal_missing": N_("Enter the value of one share."),
    "siret.wrong_key": N_("This SIRET has a wrong digit: check it."),
    "siret.wrong_length": N_("A SIRET has 14 digits."),
}
