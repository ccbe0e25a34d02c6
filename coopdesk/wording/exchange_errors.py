"""Sentences about files of entries: the FEC, entries of other programs, opening balances."""

from __future__ import annotations

from coopdesk.wording.language import N_

_FEC_TEXTS: dict[str, str] = {
    "fec.account_padded": N_(
        "Account {account} is written {written}: the file wants three figures at least."
    ),
    "fec.account_wrong": N_("“{text}”: the number of an account begins with three figures."),
    "fec.after_closing": N_("The day lies after the closing in the name of the file, {day}."),
    "fec.cell_empty": N_("The column “{column}” is never empty."),
    "fec.charset_wrong": N_(
        "The characters are neither UTF-8 nor ISO 8859-15 (probably those of Windows)."
    ),
    "fec.columns_wrong": N_("The line has {count} columns instead of {expected}."),
    "fec.day_wrong": N_("“{text}” is no day in the form YYYYMMDD."),
    "fec.drafts_left_out": N_(
        "Drafts left out: {count}. Only validated entries stand in the file."
    ),
    "fec.entry_unbalanced": N_(
        "Debits and credits of entry {number} (journal {journal}) differ."
    ),
    "fec.has_mark": N_("The file begins with a byte order mark (BOM): it must go."),
    "fec.header_wrong": N_("Column {place} must be called “{column}”, not “{text}”."),
    "fec.name_wrong": N_(
        "“{name}” is not the name the law wants: SIREN, FEC, closing day "
        "(123456782FEC20261231)."
    ),
    "fec.no_break_space": N_("The column “{column}” holds a no-break space."),
    "fec.no_entries": N_("Nothing is validated in {label}: the file holds no entry yet."),
    "fec.no_siren": N_(
        "The association has no SIREN: the file cannot bear the name that the law wants. "
        "Enter it in the profile if there is one."
    ),
    "fec.number_gap": N_("Entry {number} follows {before}: numbers are missing between them."),
    "fec.number_wrong": N_(
        "“{text}” is no amount: decimal comma, nothing between thousands, as 1234,50."
    ),
    "fec.one_side": N_("A line has a debit or a credit: not both, and not neither."),
    "fec.opening_late": N_("Opening balances stand before all other entries."),
    "fec.order_wrong": N_("The entries do not stand in the order of their validation."),
    "fec.separator_in_cell": N_("The column “{column}” holds a tab or a vertical bar."),
    "fec.separator_wrong": N_("The columns are parted by a tab or a vertical bar only."),
    "fec.side_wrong": N_("“{text}” is no side: D or C, +1 or -1."),
    "fec.siren_wrong": N_("{siren} in the name of the file is not a valid SIREN."),
    "fec.year_is_open": N_("The fiscal year {label} is not closed: this file is provisional."),
    "fec.zeroes_result": N_(
        "Entry {number} zeroes expenses or income: closing entries do not belong in the file."
    ),
}

_IMPORT_TEXTS: dict[str, str] = {
    "entries.account_closed": N_(
        "An account of entry {number} is closed: left out. Open it again in the chart."
    ),
    "entries.account_missing": N_("The line names no account: its entry is left out."),
    "entries.account_suspense": N_(
        "{account} is no account of a French chart: its lines go to 471, to be sorted out."
    ),
    "entries.cell_too_long": N_(
        "The cell holds {length} characters, more than {limit}: its entry is left out."
    ),
    "entries.closing_entry": N_(
        "Entry {number} is a closing entry of the other program: left out. Close the fiscal "
        "year here instead."
    ),
    "entries.column_left": N_("The column “{column}” is not taken over."),
    "entries.currency": N_(
        "The file names the currency {currency}: its amounts in euros are taken."
    ),
    "entries.day_missing": N_("The day is missing: the entry is left out."),
    "entries.day_unreadable": N_(
        "“{text}” is not a day that can be read in one way only: the entry is left out."
    ),
    "entries.days_differ": N_(
        "The lines of entry {number} (journal {journal}) are of several days: left out."
    ),
    "entries.differs": N_(
        "Entry {number} was imported before and says something else now: left out. Remove or "
        "correct the one in the books."
    ),
    "entries.divides": N_(
        "Account {number} will be divided: new entries go to those below it ({below})."
    ),
    "entries.line_without_amount": N_("The line moves nothing: it is left out."),
    "entries.no_year": N_(
        "{day} is too far from the fiscal years there are: the entry is left out."
    ),
    "entries.nothing_moves": N_("Entry {number} has a single line: it is left out."),
    "entries.null_characters": N_(
        "Line {line} holds characters without meaning (NUL): the file is damaged. Nothing was "
        "imported. Download it again."
    ),
    "entries.opening_known": N_(
        "{label} has opening balances already: those of entry {number} are left out."
    ),
    "entries.openings_follow": N_(
        "The year before {label} is in the books: closing it will bring the opening balances. "
        "Remove these drafts then."
    ),
    "entries.text_cut": N_(
        "“{text}…” is longer than {limit} characters: the whole stands in the note."
    ),
    "entries.unbalanced": N_(
        "Debits and credits of entry {number} (journal {journal}) differ by {difference}: left "
        "out."
    ),
    "entries.unknown_format": N_(
        "No file of entries has these columns: {headers}. Nothing was imported. The file of "
        "accounting entries (FEC) of any program is understood, and Paheko's exports of "
        "entries."
    ),
    "entries.year_closed": N_("The fiscal year {label} is closed: entry {number} is left out."),
}

_OPENING_TEXTS: dict[str, str] = {
    "openings.volunteering_left": N_(
        "Account {account} is left out: voluntary contributions are not carried over."
    ),
    "openings.known": N_(
        "{label} has opening balances already: remove the draft, or reverse the entry, first."
    ),
    "openings.no_account_column": N_(
        "No column holds the accounts (seen: {columns}). Call it “Compte”."
    ),
    "openings.no_amount_column": N_(
        "No columns hold the balances (seen: {columns}). Call them “Débit” and “Crédit”, or "
        "“Solde”."
    ),
    "openings.nothing": N_("The sheet holds no balance."),
    "openings.row_without_account": N_("“{text}” is no account, but the row has an amount."),
    "openings.sheet_wrong": N_(
        "The sheet cannot be taken as it is (problems: {count}). Nothing was recorded."
    ),
    "openings.unbalanced": N_(
        "Debits ({debit}) and credits ({credit}) differ by {difference}: opening balances "
        "add up to zero."
    ),
    "openings.year_before": N_(
        "{before} is in the books: closing it, or preparing provisional balances, opens "
        "{label}."
    ),
    "openings.year_closed": N_("The fiscal year {label} is closed."),
}

EXCHANGE_ERROR_TEXTS: dict[str, str] = {**_FEC_TEXTS, **_IMPORT_TEXTS, **_OPENING_TEXTS}
