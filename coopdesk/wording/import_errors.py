"""The sentences of imports: why a file or a row is refused, why a row waits to be checked."""

from __future__ import annotations

from coopdesk.wording.bank_errors import POLL_ROW_TEXTS
from coopdesk.wording.collective_errors import (
    OPEN_COLLECTIVE_ERROR_TEXTS,
    OPEN_COLLECTIVE_REASONS,
)
from coopdesk.wording.contact_import_errors import (
    CONTACT_IMPORT_ERROR_TEXTS,
    CONTACT_IMPORT_REASONS,
)
from coopdesk.wording.language import N_
from coopdesk.wording.statement_errors import STATEMENT_ROW_TEXTS

# The file as a whole: nothing was imported.
_FILE_TEXTS: dict[str, str] = {
    "file.broken_encoding": N_(
        "The file says it is {encoding} but holds other characters: its accents cannot be "
        "trusted. Nothing was imported. Download it again."
    ),
    "file.broken_json": N_(
        "This file begins as data of a program (JSON) and cannot be read: it is cut short or "
        "was edited. Nothing was imported. Download it again."
    ),
    "file.unknown_json": N_(
        "This file is data of a program (JSON), and nothing in it is known. Nothing was "
        "imported. Payments, orders, items and payouts of HelloAsso are understood."
    ),
    "file.cell_too_long": N_(
        "Line {line} holds more than {limit} characters: a quotation mark is probably not "
        "closed. Nothing was imported. Download the file again."
    ),
    "file.damaged_workbook": N_(
        "This spreadsheet is damaged or was cut short. Nothing was imported. Download it again."
    ),
    "file.empty": N_(
        "This file is empty: there is nothing to read in it. Download it again, or choose "
        "another one."
    ),
    "file.inflates": N_(
        "Once unpacked this file would take {megabytes} MB, far more than an export. It was "
        "not opened. Download it again from its source."
    ),
    "file.is_archive": N_(
        "This is an archive or another document, not a spreadsheet. Nothing was imported. "
        "Unpack it and choose the CSV or XLSX file inside."
    ),
    "file.changed_meanwhile": N_(
        "{name} was changed since you looked at it, so nothing was written. Its lines are read "
        "again: look at them, then import."
    ),
    "file.is_folder": N_("This is a folder. Choose the file inside it."),
    "file.is_html": N_(
        "This is a web page under another name, often the sign-in page saved instead of the "
        "file. Nothing was imported. Sign in, then download the export again."
    ),
    "file.is_old_excel": N_(
        "This is an old Excel file (.xls). Nothing was imported. Download the export as CSV "
        "or XLSX, or save it as XLSX."
    ),
    "file.is_pdf": N_(
        "This is a PDF document. Nothing was imported. Choose the export as CSV or XLSX."
    ),
    "file.is_xml": N_(
        "This is an XML document, not a table. Nothing was imported. Choose the export as "
        "CSV or XLSX."
    ),
    "file.missing_column": N_(
        "The column “{column}” is missing for this to be an export “{format}”. Nothing was "
        "imported. Download the export again and leave all its columns."
    ),
    "file.no_permission": N_(
        "You are not allowed to read {name}, or another program keeps it. Nothing was read. "
        "Close it elsewhere or copy it to your documents, then try again."
    ),
    "file.not_a_file": N_("This is not a file that can be read. Choose another one."),
    "file.not_a_table": N_(
        "This file is not a table: a picture, a program or a text of an unknown kind. "
        "Nothing was imported. Choose the export as CSV or XLSX."
    ),
    "file.not_found": N_("The file {name} is no longer there. Choose it again."),
    "file.password_protected": N_(
        "This file is protected by a password. Nothing was imported. Open it, remove the "
        "password, save it, then import it."
    ),
    "file.resaved_dates": N_(
        "A spreadsheet rewrote the dates of this file: “{text}” (line {line}, column "
        "“{column}”) can be read in two ways. Nothing was imported. Download the export "
        "again and import it without opening it first."
    ),
    "file.resaved_numbers": N_(
        "A spreadsheet shortened the references of this file: “{text}” (line {line}, column "
        "“{column}”). Nothing was imported. Download the export again and import it without "
        "opening it first."
    ),
    "file.too_large": N_(
        "This file weighs {megabytes} MB; at most {limit} MB can be read. Nothing was read. "
        "Choose a smaller one, such as an export of a shorter period."
    ),
    "file.too_many_columns": N_(
        "This sheet spans {count} columns, far more than an export. Nothing was imported. "
        "Download it again and import it without opening it first."
    ),
    "file.too_many_rows": N_(
        "This file has more than {limit} rows. Nothing was imported. Download a shorter period."
    ),
    "file.holds_entries": N_(
        "{name} holds entries of the books. Nothing was imported. Bring it in under Accounts "
        "(coopdesk accounts import)."
    ),
    "file.unclosed_quote": N_(
        "A quotation mark opened on line {line} is never closed: the file is cut short or "
        "was edited. Nothing was imported. Download it again."
    ),
    "file.unknown_encoding": N_(
        "The characters of this file cannot be read. Nothing was imported. Download it "
        "again, or save it as CSV UTF-8."
    ),
    "file.unknown_format": N_(
        "No known export has these columns: {headers}. Nothing was imported. Statements of "
        "banks, exports of HelloAsso, Open Collective, Paheko and Galette, polls, forms and "
        "calendars are understood, and any table that has a name or an e-mail on each line, or "
        "a day, a label and an amount."
    ),
    "file.unreadable": N_(
        "{name} cannot be read ({reason}). Nothing was read. Check the disk or the network, "
        "then try again."
    ),
}

# About the file, which is imported all the same.
_WARNING_TEXTS: dict[str, str] = {
    "import.left_out_before": N_(
        "You left lines {lines} out of an earlier import. Leave them out again unless you want "
        "them now."
    ),
    "import.line_left_out_before": N_(
        "You left line {lines} out of an earlier import. Leave it out again unless you want it "
        "now."
    ),
    "column.gift_missing": N_(
        "The column “{column}” is missing: a gift added to a ticket or a membership cannot "
        "be told apart."
    ),
    "column.receipt_missing": N_(
        "The file does not say which gifts HelloAsso gave a receipt for (column “{column}”). "
        "Import the whole export of payments before you issue receipts: a gift has only one."
    ),
    "column.unknown": N_(
        "The column “{column}” is not known: it is kept with each row and not used."
    ),
    "country.unknown": N_(
        "The country “{text}” is not known: the address was left out. Complete it on the "
        "contact."
    ),
    "file.broken_characters": N_(
        "{count} characters were already broken in the file (�): check the accents of the "
        "names."
    ),
    "file.forms_only": N_(
        "Forms in the file: {count}. They tell of no money and were left out."
    ),
    "file.one_page": N_(
        "The file holds {count} of {total}: it is one page of several. Import the others too."
    ),
    "file.no_rows": N_("The file has a header and no row: there is nothing to import."),
    "file.null_characters": N_("{count} empty characters were left out of the file."),
    "file.unusual_encoding": N_(
        "The file was written by an old program ({encoding}): check the accents of the names."
    ),
    "text.invisible_removed": N_("Invisible characters were taken out of “{text}”."),
}

# One row, refused: the others go on.
_ROW_TEXTS: dict[str, str] = {
    "date.impossible": N_("“{text}” is not a possible date."),
    "date.unreadable": N_("“{text}” is not a date. HelloAsso writes 31/12/2026."),
    "row.cut_short": N_(
        "The file ends in the middle of this row: the download was probably interrupted."
    ),
    "row.credit_and_debit": N_("The row has a credit and a debit: it can be only one of them."),
    "row.no_money": N_(
        "This is no money: HelloAsso says “{status}”. It comes in once it was paid."
    ),
    "row.missing_value": N_("This cell is empty: the row cannot be imported without it."),
    "row.too_many_cells": N_(
        "The row has {count} cells for {expected} columns: something typed has moved what "
        "follows."
    ),
}

IMPORT_ERROR_TEXTS: dict[str, str] = {
    **_FILE_TEXTS,
    **_WARNING_TEXTS,
    **_ROW_TEXTS,
    **CONTACT_IMPORT_ERROR_TEXTS,
    **OPEN_COLLECTIVE_ERROR_TEXTS,
}

# Why a preview judges a row as it does; a refused row gives the code of what is wrong.
IMPORT_REASON_TEXTS: dict[str, str] = {
    "": "",
    "account_to_say": N_("say which bank account it is"),
    "ambiguous_payer": N_("several contacts bear this name: say which one paid"),
    "came_again": N_("money that came back after a refund was called off: what is it?"),
    "gone_back": N_("the money is said to be gone back or contested: nothing tells how yet"),
    "gives_back_part": N_("gives back a part of what was paid"),
    "left_out": N_("left out by you"),
    "paid_out": N_("says by which transfer it came to the bank"),
    "part_of_payment": N_("a part of the payment of line {line}"),
    "payout_differs": N_("was paid out with another amount than the payment has"),
    "reversed_already": N_("this payment was given back already: is it the same money?"),
    "reverses_in_part": N_(
        "gives back a part of what was paid: counted, it is taken from what is no gift first"
    ),
    "reverses_more": N_("gives back more than was paid"),
    "reverses_receipt": N_(
        "gives back a part of a gift whose receipt is issued: void the receipt, then count this"
    ),
    "reverses_waiting": N_("gives back a payment that waits to be checked itself"),
    "reverses_unknown": N_("gives back a payment that is not known"),
    "unknown_operation": N_("the kind of operation is not known"),
    "returned_after_receipt": N_(
        "money gone back after the receipt: the gift is noted as returned, void its receipt"
    ),
    "changed_after_receipt": N_(
        "the platform changed this payment after its receipt was issued: nothing was changed"
        " here"
    ),
    "changed_at_source": N_("the platform says something else than last time"),
    "form_answers": N_("{count} answers"),
    "poll_answers": N_("{yes} yes, {maybe} if needed, of {options}"),
    "balance_twice": N_("stands twice in the file with the same balance"),
    "equal_but_balance": N_(
        "equal to “{label}” of {day}, known already, but with another balance: a second one?"
    ),
    "lasts_until": N_("until {day}"),
    "series_cut": N_(
        "a series, dates taken: {count}, the last one on {day}; those further away are not"
        " taken"
    ),
    "series_dates": N_("a series, dates: {count}, the last one on {day}"),
    "series_first_only": N_("a series that cannot be followed: its first date alone"),
    "completes_contact": N_("brings the payer's address, e-mail or SIREN"),
    "completes_order": N_("completes the payment known from its tickets"),
    "counterpart_possible": N_("this campaign may give something in return: is it a gift?"),
    "in_the_future": N_("the date lies in the future"),
    "kept_double": N_("taken all the same, although it resembles another one"),
    "known_by_order": N_("the payment of this order is known already"),
    "negative_amount": N_("the amount is negative: a refund or a correction"),
    "parts_do_not_add_up": N_("the parts do not add up to the amount paid"),
    "probable_line": N_("probably the same as “{label}” of {day}, known already"),
    "probable_duplicate": N_("probably the same as a payment entered by hand"),
    "receipt_by_helloasso": N_("HelloAsso already issued a receipt for this"),
    "reference_corrected": N_(
        "the reference tells this from everything else of the file: it stays as it is"
    ),
    "reference_twice": N_("this reference stands twice in the file"),
    "unknown_campaign_type": N_("the type of campaign is not known"),
    "unknown_mode": N_("the means of payment is not known"),
    "unknown_status": N_("the status is not known: was the money received?"),
    "statement.no_money": N_("This line moves no money: there is nothing to reconcile."),
    **_ROW_TEXTS,
    **STATEMENT_ROW_TEXTS,
    **POLL_ROW_TEXTS,
    **CONTACT_IMPORT_REASONS,
    **OPEN_COLLECTIVE_REASONS,
    "amount.too_large": N_("This amount is above 10 million euros. Check the figures."),
    "amount.unreadable": N_("“{text}” is not an amount."),
    "text.too_long": N_("This text is too long: {length} characters, at most {limit}."),
}
