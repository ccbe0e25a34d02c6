"""The sentences of errors that concern the file, the office and what rests on what."""

from __future__ import annotations

from coopdesk.wording.language import N_

GENERAL_ERROR_TEXTS: dict[str, str] = {
    "address.postcode_missing": N_("Enter the postcode: the receipt prints the address."),
    "address.street_missing": N_("Enter the street, or the hamlet: the receipt prints it."),
    "address.town_missing": N_("Enter the town: the receipt prints the address."),
    "amount.negative": N_("An amount below zero cannot be written out in words."),
    "amount.unreadable": N_("“{text}” is not an amount. Write for example 12,50 or 1 200."),
    "amount.too_large": N_("This amount is above 10 million euros. Check the figures."),
    "association.name_missing": N_("Enter the name of the association."),
    "association.wrong_founding": N_(
        "The year {year} cannot be the one of the creation: enter four digits, as 2016."
    ),
    "association.wrong_month": N_("Choose the month in which the fiscal year starts."),
    "card.nothing": N_("There is no member in this selection: there is no card to print."),
    "contact.last_name_missing": N_("Enter a last name or a first name."),
    "contact.missing": N_("This contact no longer exists."),
    "contact.siret_of_another": N_("This SIRET belongs to another SIREN: check both."),
    "contact.organisation_name_missing": N_("Enter the name of the organisation."),
    "count.unreadable": N_("“{text}” is not a whole number. Write for example 40."),
    "database.busy": N_(
        "Another program is using the database. Nothing was changed. Try again in a moment."
    ),
    "database.backup_failed": N_(
        "The backup could not be verified and was not kept. Earlier backups are intact. "
        "Check the disk, then try again."
    ),
    "database.cannot_create": N_(
        "The database cannot be created here: {path}. Choose another folder."
    ),
    "database.cannot_open": N_(
        "The database cannot be opened: {path}. Check that the folder exists and that you may "
        "write in it."
    ),
    "database.damaged": N_(
        "The file {path} did not pass the checks and was not used. Choose another backup."
    ),
    "database.disk_full": N_(
        "The disk is full: nothing was changed. Free some space, then try again."
    ),
    "database.empty_file": N_("The file {path} is empty. Choose another file or a backup."),
    "database.exists": N_("The file {path} exists already. Choose another name."),
    "database.foreign": N_(
        "The file {path} is a database of another program, not of CoopDesk."
    ),
    "database.in_use": N_(
        "This database is already open on {host} by {user}, since {since}. "
        "Close that window first."
    ),
    "database.is_folder": N_("{path} is a folder. Choose a CoopDesk file."),
    "database.missing": N_(
        "There is no file {path}. Create a database or choose another file."
    ),
    "database.newer": N_(
        "This file was written by CoopDesk {file_version}; this program is version "
        "{program_version}. Nothing was changed. Install the newer version to open it."
    ),
    "database.not_a_database": N_(
        "The file {path} is not a CoopDesk database, or is encrypted."
    ),
    "database.not_its_manifest": N_(
        "{path} does not hold the receipts and entries that its manifest tells of: it is "
        "another backup under the same name, or it was changed. Choose another backup."
    ),
    "database.not_named": N_(
        "Name the database: --database FILE, or the variable COOPDESK_DATABASE."
    ),
    "database.read_only": N_(
        "The database is read-only. Nothing was changed. Copy it to a folder you may write in."
    ),
    "database.replaced": N_(
        "The database file was replaced while CoopDesk was open. Nothing was written. "
        "Close CoopDesk and open it again."
    ),
    "database.same_file": N_(
        "{path} is the database itself. Choose another name for the copy."
    ),
    "database.triggers_missing": N_(
        "Protections of this file were removed ({names}). Restore a backup before going on."
    ),
    "database.unreadable": N_(
        "The disk could not read or write the database. Nothing was changed. Try again; if it "
        "happens again, restore the last backup."
    ),
    "database.unsure": N_(
        "The disk failed at the end of the recording. Look whether what you did is there "
        "before you do it again, and make a backup on another disk."
    ),
    "demo.not_empty": N_(
        "This database already holds contacts or payments: demonstration data goes into a new "
        "one. Nothing was changed."
    ),
    "demo.out_of_range": N_(
        "Choose between 1 and {contacts} contacts, and 1 to {years} years."
    ),
    "day.unreadable": N_("“{text}” is not a date. Write for example 12/3, 12/03/2026 or hier."),
    "donation.amount_from_platform": N_(
        "This gift comes from HelloAsso: its amount, date, mode and campaign stay as the "
        "platform says, and it cannot be removed. You can change the donor, or say that it "
        "gives no receipt."
    ),
    "donation.amount_not_positive": N_("Enter an amount above zero."),
    "donation.date_missing": N_("Enter the day on which the gift was received."),
    "donation.donor_not_chosen": N_(
        "Choose a donor in the list, or empty the field for an anonymous gift."
    ),
    "donation.in_the_future": N_("The date lies in the future."),
    "donation.missing": N_("This gift no longer exists."),
    "donation.on_receipt": N_(
        "This gift is on receipt no. {number}, and what is issued never changes. Void receipt "
        "no. {number}, correct the gift, then replace the receipt."
    ),
    "email.nobody": N_("There is nobody to write to by e-mail."),
    "email.wrong": N_("“{text}” is not an e-mail address."),
    "file.cannot_write": N_(
        "{path} could not be written; an earlier file of that name is intact. Check the folder "
        "and its permissions, then try again."
    ),
    "file.disk_full": N_(
        "The disk is full: {path} was not written, an earlier file is intact. Free some space, "
        "then try again."
    ),
    "iban.wrong": N_("This IBAN is wrong: a character is missing or mistyped."),
    "image.not_an_image": N_("{name} is not a PNG or JPEG image."),
    "image.too_large": N_("{name} is larger than {limit} MB. Choose a smaller image."),
    "image.unreadable": N_("{name} cannot be read as an image. Choose another one."),
    "hour.unreadable": N_("“{text}” is not an hour. Write for example 14h30 or 9."),
    "import.missing": N_("This import does not exist or was taken back."),
    "label.nothing": N_("Nobody in this selection has an address: there is no label to print."),
    "label.start_outside": N_(
        "A sheet of this format has {count} labels: choose a start from 1 to {count}."
    ),
    "label.unknown_format": N_("There is no label format “{text}”. Known formats: {known}."),
    "letter.no_gift": N_(
        "No gift waits for thanks: all of them have theirs, or those that were chosen are "
        "anonymous or went back."
    ),
    "letter.nobody": N_(
        "There is nobody to write to. Left out: {people}. Complete their records, then try "
        "again."
    ),
    "letter.nothing": N_("There is no letter to print."),
    "letter.text_missing": N_("Write a subject and a text."),
    "letter.unknown_blank": N_(
        "The text holds {blank}, which stands for nothing. Correct it; these can be used: "
        "{known}."
    ),
    "merge.kinds_differ": N_(
        "One is a person and the other an organisation: they cannot be merged. If it is the "
        "same one, change the kind of one of them first."
    ),
    "merge.same_contact": N_("Choose two different contacts."),
    "merge.unknown_field": N_("There is no field “{name}” to choose. There are: {names}."),
    "operation.already_undone": N_("This was already taken back."),
    "operation.changed_since": N_(
        "This cannot be taken back: it was changed later by “{operation}”. "
        "Take that back first."
    ),
    "operation.frozen": N_(
        "What was done with receipts stays: the law forbids taking it back. To correct a "
        "receipt, void or replace it on its own sheet."
    ),
    "operation.missing": N_("This entry of the journal does not exist."),
    "operation.not_undone": N_("There is nothing to do again here."),
    "operation.nothing_to_redo": N_("There is nothing to do again."),
    "operation.nothing_to_undo": N_("There is nothing to take back."),
    "operation.merged_since": N_(
        "This cannot be taken back: {name} was merged into another contact since. "
        "Take the merge back first."
    ),
    "operation.frozen_books": N_(
        "What was validated or closed in the books stays: the law forbids taking it back. To "
        "correct an entry, reverse it."
    ),
    "operation.in_the_books": N_(
        "This cannot be taken back: “{operation}” came later and stays in the books for good. "
        "Reverse the entry instead."
    ),
    "operation.bank_line_since": N_(
        "This cannot be taken back: the bank line “{label}” was reconciled or set aside since. "
        "Take that back first."
    ),
    "operation.rested_on": N_(
        "This cannot be taken back: something recorded later rests on it ({by})."
    ),
    "operation.used_since": N_(
        "This cannot be taken back: “{operation}” came later and builds on it. "
        "Take that back first."
    ),
    "paper.no_association": N_(
        "Papers need the name of the association: enter it in the settings first."
    ),
    "paper.unprintable_character": N_(
        "The character “{character}” in the text for {name} cannot be printed. Correct the "
        "contact or the text, then print again."
    ),
    "payment.amount_not_positive": N_("Enter an amount above zero."),
    "payment.fee_not_possible": N_(
        "The fee must be less than the amount, and only money that comes in bears one: "
        "less than {amount}."
    ),
    "payment.date_missing": N_("Enter the day of the payment."),
    "payment.date_too_old": N_("Check the date: it lies before 1901."),
    "payment.gift_belongs_to_gifts": N_("Gifts are recorded on the page of gifts."),
    "payment.in_the_future": N_("The date lies in the future."),
    "payment.missing": N_("This payment no longer exists."),
    "payment.not_manual": N_(
        "This payment comes from an import. Set it aside, or take the import back."
    ),
    "payment.not_yet_paid": N_(
        "This payment is dated {day}, in the future: it can be counted from that day on."
    ),
    "payment.on_receipt": N_(
        "A gift of this payment is on receipt no. {number}: what is issued never changes."
    ),
    "payment.parts_do_not_add_up": N_(
        "The parts do not add up to {amount}: {remainder} are left over."
    ),
    "country.wrong": N_("“{text}” is not the code of a country: two letters, such as FR."),
    "postcode.wrong": N_("A French postcode has five digits."),
    "profile.unreadable": N_("The profile file {path} cannot be read: {detail}."),
    "profile.unknown_field": N_("The profile has no field named “{name}”."),
    "profile.wrong_type": N_("The field “{name}” of the profile holds another kind of value."),
    "receipt.before_gift": N_(
        "A gift is dated {day} and today is {today}: a receipt cannot be older than the gift. "
        "Check the clock of this computer."
    ),
    "receipt.changed_meanwhile": N_(
        "The gifts changed since the review. Nothing was issued. Look at the review again."
    ),
    "receipt.missing": N_("This receipt does not exist."),
    "receipt.nothing_to_issue": N_("No gift of {year} is ready for a receipt."),
    "receipt.none_issued": N_("No receipt was issued for {year} yet."),
    "receipt.profile_incomplete": N_(
        "The association's profile is incomplete ({fields}): complete it in the settings."
    ),
    "receipt.nothing_to_print": N_("There is no receipt to print."),
    "receipt.unknown_category": N_("There is no receipt category “{category}”."),
    "receipt.unprintable_character": N_(
        "The character “{character}” on the receipt of {name} cannot be printed. Look at the "
        "name, the address and what was given, correct it, then issue again."
    ),
    "record.missing": N_("This record no longer exists. Reload the list."),
    "rna.wrong_pattern": N_(
        "An RNA number is W followed by nine characters, for example W442000001."
    ),
    "siren.wrong_key": N_("This SIREN is wrong: a digit is mistyped."),
    "siren.wrong_length": N_("A SIREN has nine digits."),
    "text.too_long": N_("This text is too long: {length} characters, at most {limit}."),
    "texts.missing": N_(
        "The text {name} is missing: the program is not whole. Install CoopDesk again; your "
        "data is safe."
    ),
    "year.wrong": N_("Enter a year between 1901 and next year."),
}
