"""The sentences of bank files: why one cannot be read, what is doubtful in it."""

from __future__ import annotations

from coopdesk.wording.language import N_

# The file as a whole: nothing was imported.
_FILE_TEXTS: dict[str, str] = {
    "statement.bank_error": N_(
        "The bank answered with an error instead of a statement: “{text}”. Nothing was "
        "imported. Sign in to the bank again, then download it once more."
    ),
    "statement.columns_missing": N_(
        "No column holds what a statement cannot do without: {columns}. Say which columns do."
    ),
    "statement.columns_twice": N_(
        "Several columns are said to hold the same: {columns}. Choose one of them."
    ),
    "statement.damaged": N_(
        "This file is damaged or was cut short on line {line}. Nothing was imported. Download "
        "it again."
    ),
    "statement.damaged_archive": N_(
        "This archive is damaged or was cut short. Nothing was imported. Download it again."
    ),
    "statement.declares_entities": N_(
        "This file declares abbreviations of its own, which no bank does and which may hide a "
        "trap. Nothing was imported. Download it again from the bank."
    ),
    "statement.none": N_(
        "This file has the form of a bank's but holds no statement. Nothing was imported. "
        "Choose a period and an account, then download it again."
    ),
    "statement.none_inside": N_(
        "No file of this archive is a bank statement. Nothing was imported. Choose the "
        "statement itself."
    ),
    "statement.not_a_statement": N_(
        "This is a {kind} message: it announces operations and is not a statement. Nothing was "
        "imported, since they would come in twice. Download the statement (camt.053)."
    ),
    "statement.several_formats": N_(
        "This archive mixes statements of several formats. Nothing was imported. Unpack it and "
        "choose its files."
    ),
    "statement.unknown_use": N_(
        "“{use}” is nothing that a column of a statement holds (column “{column}”). It may "
        "hold: {uses}."
    ),
}

# About the file, which is imported all the same.
_WARNING_TEXTS: dict[str, str] = {
    "statement.balance_unreadable": N_(
        "The balance “{text}” cannot be read: it is not known, and not compared."
    ),
    "statement.cut_short": N_(
        "The end of the file is missing: operations may be missing too. Compare the closing "
        "balance, or download it again."
    ),
    "statement.file_left_out": N_("{name} is not a bank statement: it was left out."),
    "statement.no_operation": N_("“{text}” is no operation: it was left out."),
    "statement.not_booked": N_(
        "“{text}” has not been booked by the bank ({state}): it was left out."
    ),
    "statement.nothing_moved": N_("“{text}” moves no money: it was left out."),
    "statement.pending": N_(
        "Operations that the bank has not booked yet were left out: {count}. They come with "
        "the next statement."
    ),
    "statement.splits_do_not_add_up": N_(
        "The parts of this operation do not add up to its amount, which was taken."
    ),
}

# One operation, refused: the others go on.
STATEMENT_ROW_TEXTS: dict[str, str] = {
    "statement.day_unreadable": N_("“{text}” is not a day."),
    "statement.sense_unknown": N_(
        "“{text}” says neither debit nor credit: write D or C, or leave the row out."
    ),
    "statement.stray_record": N_("This line belongs to no operation."),
}

STATEMENT_ERROR_TEXTS: dict[str, str] = {
    **_FILE_TEXTS,
    **_WARNING_TEXTS,
    **STATEMENT_ROW_TEXTS,
}
