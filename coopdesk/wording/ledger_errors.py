"""Sentences for errors about the books: accounts, entries, years, budgets, inventory."""

from __future__ import annotations

from coopdesk.wording.language import N_

LEDGER_ERROR_TEXTS: dict[str, str] = {
    "closing.allocated": N_("The result of {label} was allocated already."),
    "closing.allocated_reopen": N_(
        "The result of {label} was allocated: reverse that entry first, then reopen the year."
    ),
    "closing.allocation_differs": N_("The result is {result}; you share out {given}."),
    "closing.allocation_mixed": N_(
        "The result is {result}: both parts of it have the same sign."
    ),
    "closing.blocked": N_("{checks} The fiscal year {label} stays open."),
    "closing.closed_already": N_("The fiscal year {label} is closed already."),
    "closing.decided_in_future": N_("{day} lies in the future."),
    "closing.decided_too_early": N_(
        "The assembly decides after the end of the fiscal year, {day}."
    ),
    "closing.next_is_closed": N_("The fiscal year {label} is closed too: reopen it first."),
    "closing.next_opening": N_(
        "{label} has validated opening entries already: nothing provisional is needed."
    ),
    "closing.not_closed": N_("The fiscal year {label} is not closed."),
    "closing.nothing_to_allocate": N_("The result is zero: there is nothing to allocate."),
    "closing.reason_missing": N_("Say why: the reason stays with the fiscal year for ever."),
    "closing.reserves_short": N_("The reserves hold {reserves} only."),
    "closing.unbalanced": N_(
        "Debits and credits differ by {amount} outside of classes 1 to 7: correct class 8."
    ),
    "booking.account_unusable": N_(
        "Account {number} takes no automatic entries: it is closed, or others stand below it. "
        "Choose another one in the settings, under “Automatic entries”."
    ),
    "booking.rule_not_own": N_("“{key}” has the program's account already."),
    "statement.no_line": N_("No statement has a line “{name}”."),
    "account.missing": N_("The chart has no account {number}."),
    "entry.missing": N_("This entry no longer exists."),
    "entry.account_unknown": N_("“{number}” is no account. Type its number or words of it."),
    "entry.same_account": N_("Choose two different accounts: money cannot move to itself."),
    "entry.template_gone": N_("This model no longer exists."),
    "entry.template_unnamed": N_("Give the model a name."),
    "entry.treasury_missing": N_("Choose the account that the money moves on."),
    "entry.volunteer_missing": N_("Choose who is paid back."),
    "account.in_use": N_(
        "Account {number} has entries or is named elsewhere: it cannot go. Close it instead."
    ),
    "account.is_closed": N_(
        "Account {number} is closed: choose another one, or open it again in the chart."
    ),
    "account.is_parent": N_("Account {number} is divided: choose one of those below it."),
    "account.label_missing": N_("Say what the account is for."),
    "account.no_parent": N_(
        "No account stands above {number}. Our own accounts begin with the number of "
        "another one, such as 512A."
    ),
    "account.not_in_chart": N_(
        "Account {number} ({label}) is not in your chart yet: add it to the chart first."
    ),
    "account.not_known": N_("There is no account {number}."),
    "account.number_missing": N_("Enter the number of the account."),
    "account.number_taken": N_("The chart has an account {number} already."),
    "account.number_wrong": N_(
        "“{number}” is no number of an account: it begins with a figure from 1 to 8, "
        "then figures, then capital letters, 16 at most."
    ),
    "account.unknown": N_("The chart has no account {number}."),
    "entry.account_missing": N_("Line {line}: choose an account."),
    "entry.already_reversed": N_("Entry no. {number} is reversed already."),
    "entry.both_sides": N_("Line {line}: enter a debit or a credit, not both."),
    "entry.has_files": N_("The file {name} is attached to it: take the file off first."),
    "entry.is_reversal": N_(
        "This draft takes another entry back: its accounts and amounts stay. Remove it if it "
        "should not be."
    ),
    "entry.is_validated": N_(
        "Entry no. {number} is validated: it never changes. Reverse it instead."
    ),
    "entry.journal_missing": N_("Choose a journal."),
    "entry.label_missing": N_("Say in a few words what it is for."),
    "entry.line_missing": N_("This line no longer exists."),
    "entry.match_accounts": N_(
        "Lines of one account settle each other: here are {first} and {other}."
    ),
    "entry.match_taken": N_(
        "A line is matched already (letters {letters}): take its letters off first."
    ),
    "entry.match_too_few": N_("Choose at least two lines."),
    "entry.match_unequal": N_(
        "Debits and credits differ by {difference}: choose lines that balance."
    ),
    "entry.negative": N_(
        "Line {line}: an amount is above zero. Use the other side instead of a minus."
    ),
    "entry.no_amount": N_("Line {line}: enter a debit or a credit."),
    "entry.not_validated": N_("“{label}” is still a draft: change or remove it instead."),
    "entry.number_unknown": N_("This fiscal year has no entry no. {number}."),
    "entry.outside_ref_taken": N_(
        "An entry with the reference “{reference}” is there already."
    ),
    "entry.too_few_lines": N_("An entry has two lines at least."),
    "entry.too_many_lines": N_("An entry has {limit} lines at most."),
    "entry.unbalanced": N_("Debits ({debit}) and credits ({credit}) differ by {difference}."),
    "entry.unbalanced_draft": N_(
        "The draft “{label}” is not balanced: {debit} and {credit}. Open it and correct it."
    ),
    "journal.account_missing": N_("Say which account of money this journal keeps."),
    "journal.code_taken": N_("There is a journal {journal} already."),
    "journal.code_wrong": N_(
        "“{journal}” is no code of a journal: a letter, then five letters or figures at most."
    ),
    "journal.in_use": N_("The journal {journal} has entries: it cannot go. Close it instead."),
    "journal.is_closed": N_("The journal {journal} is closed: choose another one."),
    "journal.name_missing": N_("Say what the journal is called."),
    "journal.not_known": N_("There is no journal {journal}."),
    "journal.unknown": N_("There is no journal {journal}."),
    "year.days_out_of_order": N_("The end lies before the start."),
    "year.has_entries": N_("The fiscal year {label} has entries: it cannot go."),
    "year.in_between": N_(
        "The fiscal year {label} lies between two others: only the first or the last can go."
    ),
    "year.in_use": N_("A budget or a fund rests on the fiscal year {label}: it cannot go."),
    "year.is_closed": N_(
        "The fiscal year {label} is closed: it takes no entry and no change any more."
    ),
    "year.label_missing": N_("Say what the fiscal year is called."),
    "year.leaves_a_gap": N_(
        "Fiscal years follow each other without a day between them: {day} is the day "
        "next to it."
    ),
    "year.leaves_entries": N_(
        "There are entries from {first} to {last}: they must stay within the year."
    ),
    "year.missing": N_("This fiscal year no longer exists."),
    "year.none_holds": N_(
        "No fiscal year holds {day}. Check the date, or open that fiscal year first."
    ),
    "year.none_open": N_(
        "The fiscal year {label} is closed and none after it is open: open the next one first."
    ),
    "year.out_of_range": N_("A fiscal year lies between 1901 and 2200: check the year."),
    "year.overlaps": N_("These days belong to the fiscal year {label} already."),
    "year.too_long": N_("A fiscal year has {months} months at most."),
    "year.unknown": N_("There is no fiscal year {label}."),
}
