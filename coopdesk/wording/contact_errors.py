"""Sentences for what can be wrong around contacts: ties, own fields, shares."""

from __future__ import annotations

from coopdesk.wording.language import N_

CONTACT_ERROR_TEXTS: dict[str, str] = {
    "affiliation.known": N_("This tie with {name} is recorded already."),
    "affiliation.organisation_wanted": N_("Choose an organisation."),
    "affiliation.person_wanted": N_("Choose a person."),
    "language.wrong": N_(
        "“{text}” is not the code of a language: two or three letters, such as fr or br."
    ),
    "consent.in_the_future": N_("The date lies in the future."),
    "contact.birth_unlikely": N_(
        "This date of birth is in the future or too long ago: check the year."
    ),
    "contact.closing_unreadable": N_(
        "“{text}” is no day of the year: type day and month, such as 30/06."
    ),
    "contact.erase_refused": N_(
        "{name} cannot be erased: {resting}. The accounts and the law keep this contact."
    ),
    "contact.erase_refused_events": N_(
        "{name} cannot be erased: {resting}. Remove the registration, or make it that of a "
        "guest, with a name alone, and let nobody or somebody else be the payer; then erase "
        "the contact."
    ),
    "contact.merged": N_("This contact was merged into {name}: open that one."),
    "contact.not_binned": N_("{name} is not in the recycle bin: put it there first."),
    "contact.number_taken": N_("{name} already has the number {number}."),
    "contact.parent_circle": N_(
        "{name} itself belongs to this organisation: one of the two comes first."
    ),
    "contact.kind_in_use": N_(
        "{name} has ties or a membership that do not go with this kind: end them first, or"
        " record another contact."
    ),
    "contact.parent_not_organisation": N_("Choose an organisation."),
    "contact.parent_of_person": N_(
        "A person is tied to an organisation by an affiliation, with a role and dates."
    ),
    "field.choice_separator": N_("A choice holds no ; and no |: they part choices."),
    "field.choice_too_long": N_("A choice has at most {limit} characters: shorten it."),
    "field.choices_missing": N_("Enter the choices, one a line."),
    "field.lines_would_join": N_("This text has several lines."),
    "field.missing": N_("This field no longer exists."),
    "field.name_missing": N_("Give the field a name."),
    "field.name_taken": N_("There is a field named “{name}” already."),
    "field.not_a_day": N_("{name}: “{text}” is not a date. Write 12/03/2026."),
    "field.not_a_number": N_("{name}: “{text}” is not a number. Write 12 or 12.5."),
    "field.not_an_amount": N_("{name}: “{text}” is not an amount. Write 12.50."),
    "field.not_yes_or_no": N_("{name}: “{text}” is neither yes nor no."),
    "field.other_kind": N_("Contacts of this kind have no “{name}”."),
    "field.too_long": N_("{name}: {length} characters, {limit} at most. Shorten it."),
    "field.unknown": N_("There is no field no. {id}."),
    "field.unknown_choice": N_("{name}: “{text}” is not one of its choices ({choices})."),
    "field.values_of_other_kind": N_(
        "{count} contacts of the other kind have a value in this field. Nothing was changed. "
        "Empty them first."
    ),
    "field.values_unreadable": N_(
        "{count} values, such as “{example}”, do not fit this definition. Nothing was changed."
    ),
    "household.elsewhere": N_("{name} lives in another household: take it out there first."),
    "household.name_missing": N_("Enter the name of the household."),
    "household.nowhere": N_("{name} lives in no household."),
    "household.persons_only": N_("{name} is an organisation: only persons make a household."),
    "household.too_few": N_("A household has at least two persons."),
    "note.text_missing": N_("Write the note."),
    "certificate.not_covered": N_("This membership does not cover {name}."),
    "certificate.not_in_force": N_(
        "{name} has no paid membership today: there is nothing to certify. Choose an older "
        "membership, or record the payment first."
    ),
    "certificate.unpaid": N_(
        "This membership of {name} is not paid: record the payment first, then certify it."
    ),
    "email.no_sender": N_(
        "E-mails need an address of the association to come from: enter it in the settings."
    ),
    "letter.last_text": N_("One text must stay: change it instead."),
    "letter.last_texts": N_("The text before the end and one reminder must stay."),
    "letter.name_missing": N_("Give the text a name."),
    "letter.name_taken": N_("There is a text named “{name}” already: choose another name."),
    "letter.no_such_text": N_("There is no text no. {place}: there are {count}."),
    "letter.no_such_degree": N_("There is no text no. {degree}: they go from 0 to {last}."),
    "letter.too_many": N_("There are {limit} texts at most: change one of them instead."),
    "members.nobody": N_("Nobody in this selection can be on this list."),
    "share.count_not_positive": N_("Enter a number of shares above zero."),
    "share.in_the_future": N_("The day is in the future: correct the date."),
    "share.more_than_held": N_("Shares held that day and since: {held}. Withdraw no more."),
    "share.not_kept": N_(
        "No cooperative shares are kept. If the statutes provide for them, switch them on in "
        "the settings, under “Members”."
    ),
    "share.rested_on": N_(
        "{name} withdrew shares since that would be missing: take that withdrawal back first."
    ),
    "share.not_last": N_(
        "Only the last movement of the register of shares can be taken back. Take the later "
        "ones back first, or record the opposite movement."
    ),
    "share.nothing_held": N_("{name} held no share on {day}: there is nothing to certify."),
    "share.number_taken": N_(
        "Another movement of shares was recorded since and has this number. Record the "
        "movement again as a new one."
    ),
    "share.nominal_missing": N_("Enter the value of one share."),
    "siret.wrong_key": N_("This SIRET has a wrong digit: check it."),
    "siret.wrong_length": N_("A SIRET has 14 digits."),
    "tariff.amount_missing": N_("Enter the amount of the fee."),
    "tariff.amount_negative": N_("An amount cannot be below zero."),
    "tariff.name_missing": N_("Give the type a name."),
    "tariff.wrong_months": N_("Enter a number of months from 1 to 120."),
    "tariff.wrong_season": N_("Enter a day that every year has, such as 1 September."),
    "tag.missing": N_("Enter a tag."),
    "tie.ends_before_start": N_("The end lies before the beginning."),
}
