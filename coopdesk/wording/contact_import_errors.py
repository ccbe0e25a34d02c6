"""The sentences of imports of contacts: what could not be read, and why a row waits."""

from __future__ import annotations

from coopdesk.wording.language import N_

CONTACT_IMPORT_ERROR_TEXTS: dict[str, str] = {
    "cell.moment_lost": N_(
        "The moment of the export was rewritten: what was changed here since cannot be shown."
    ),
    "cell.not_a_number": N_("“{text}” is not a number of CoopDesk: it is kept in the note."),
    "cell.not_yes_or_no": N_("“{text}” is neither yes nor no: it is kept in the note."),
    "country.kept": N_(
        "The country “{text}” is not known: the address is kept in the note. Complete it on "
        "the contact."
    ),
    "date.not_understood": N_("“{text}” is not a date: it is kept in the note."),
    "date.two_figures": N_(
        "“{text}” does not tell the century: it is kept in the note. Write the year in full."
    ),
    "export.nothing": N_("There is nobody in this selection: nothing was written."),
    "export.unknown_extension": N_(
        "{name} is none of CSV, XLSX and VCF. Choose one of these endings."
    ),
    "file.is_helloasso": N_(
        "This is an export of HelloAsso: its payers come in with their payments. Nothing was "
        "imported. Import it as such."
    ),
    "file.no_naming_column": N_(
        "No column of this file says who its rows are about (columns: {columns}). Nothing was "
        "imported. Say which column is the name or the e-mail."
    ),
    "file.not_a_vcard": N_(
        "This file holds no address card. Nothing was imported. Export the contacts as vCard "
        "or CSV again."
    ),
    "file.other_sheets": N_(
        "The other sheets of this workbook hold {count} rows, which are not imported. Import "
        "each sheet as a file of its own."
    ),
    "household.addresses_differ": N_(
        "Lines {lines} give one household different addresses: none is taken until you accept "
        "one of them."
    ),
    "household.file_moves": N_(
        "The address changes with that of the household for so many people more: {count}."
    ),
    "household.has_address": N_(
        "The household of this contact has an address already: accept this one, and it counts "
        "for all who live there."
    ),
    "household.moves": N_("Same household: the address changes for {names} too."),
    "mapping.nameless": N_(
        "Say which column holds the name or the e-mail: without it nobody can be recorded."
    ),
    "mapping.twice": N_(
        "“{what}” is chosen for two columns: keep one, and put the other in the note."
    ),
    "mapping.unknown_column": N_(
        "The file has no column “{column}”. Its columns are: {columns}."
    ),
    "mapping.unknown_field": N_("“{field_name}” is no field of a contact. Fields: {fields}."),
    "mapping.no_field": N_(
        "The mapping {name} gives the column “{column}” no field: write its name between "
        "quotation marks."
    ),
    "mapping.unreadable": N_(
        "The mapping {name} cannot be read. It is TOML or JSON and gives each column its field."
    ),
    "mapping.unreadable_line": N_(
        "The mapping {name} cannot be read at line {line}. It is TOML or JSON and gives each "
        "column its field."
    ),
    "number.kept": N_("Another contact bears the number {number}: it is kept in the note."),
    "phone.doubtful": N_("“{text}” is not a known phone number: it is kept as it is."),
    "phone.restored": N_("A spreadsheet had shortened “{text}”: read as {restored}."),
    "phone.wrong": N_("“{text}” is not a phone number: it is kept in the note."),
    "postcode.restored": N_("A spreadsheet had shortened “{text}”: read as {restored}."),
    "row.above_header": N_("“{text}” stands above the columns and is not imported."),
    "row.nameless": N_("Nothing in this row says who it is about."),
    "vcard.binary_left_out": N_("A picture or another attachment of this card is left out."),
    "vcard.broken_line": N_("This line of the card cannot be read and is left out: “{text}”."),
    "vcard.not_closed": N_("This card is cut short: its end is missing."),
    "vcard.outside": N_("This line stands outside of every card and is left out: “{text}”."),
}

# Why a preview of contacts judges a row as it does.
CONTACT_IMPORT_REASONS: dict[str, str] = {
    "attached": N_("given to a known contact by your decision"),
    "in_the_bin": N_("this contact is in the recycle bin: bring it back first"),
    "number_gone": N_("contact no. {number} no longer exists"),
    "number_of_another": N_("contact no. {number} bears another name by now"),
    "number_taken": N_("another contact bears the number {number} already"),
    "resembles": N_("probably a contact that is known already"),
    "twice_in_file": N_("the same as line {line} of this file"),
    "waits_for_consent": N_("says something else than what is known: accept the cells"),
    **CONTACT_IMPORT_ERROR_TEXTS,
}
