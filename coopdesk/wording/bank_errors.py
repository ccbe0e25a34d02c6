"""Sentences for errors about bank accounts, statements, reconciliation, polls and calendars."""

from __future__ import annotations

from coopdesk.wording.language import N_

# One answer or event, refused: the others go on.
POLL_ROW_TEXTS: dict[str, str] = {
    "calendar.event_twice": N_("The file has this event twice ({uid})."),
    "calendar.no_folder": N_(
        "This folder does not exist. Choose one that does, such as a folder of Nextcloud."
    ),
    "calendar.no_start": N_(
        "No day can be read in “{text}”: correct the beginning of the event (20260404 or "
        "20260404T180000), or leave it out."
    ),
    "calendar.start_missing": N_(
        "This event says no day: add its beginning (20260404 or 20260404T180000), or leave it "
        "out."
    ),
    "calendar.unreadable_event": N_(
        "This event is broken and cannot be read. Correct it in your calendar, or leave it out."
    ),
    "poll.answer_unknown": N_(
        "“{text}” is no answer: write Oui, Non, Si nécessaire or Inconnu."
    ),
    "poll.name_missing": N_("Nobody is named in this row: write who answered."),
    "poll.reply_twice": N_("The file has this answer twice ({key})."),
}

_POLL_TEXTS: dict[str, str] = {
    **POLL_ROW_TEXTS,
    "calendar.not_one": N_("This file is not a calendar (iCalendar, .ics)."),
    "calendar.too_large": N_(
        "This calendar has more than {limit} events: export a shorter period."
    ),
    "poll.missing": N_("This poll is no longer there."),
    "poll.not_framadate": N_("This file is not a poll of Framadate."),
    "poll.not_webform": N_("This file does not hold the answers to a form."),
    "poll.too_large": N_(
        "This poll is too large: at most {replies} answers and {options} columns."
    ),
}

_ACCOUNT_TEXTS: dict[str, str] = {
    "bank.account_missing": N_("This bank account no longer exists."),
    "bank.account_not_chosen": N_("Choose the account that this file is about."),
    "bank.has_matches": N_(
        "Lines of “{name}” are reconciled with its account of the books. Undo these "
        "reconciliations first, or leave the account as it is."
    ),
    "bank.has_statements": N_(
        "Statements of “{name}” were imported. Take these imports back first, or close the "
        "account: nothing of it is lost."
    ),
    "bank.ledger_account_taken": N_(
        "This account of the books keeps “{name}” already: choose another one."
    ),
    "bank.line_matched": N_(
        "“{label}” of {day} is reconciled. Undo its reconciliation before setting it aside."
    ),
    "bank.line_missing": N_("This line of a statement no longer exists."),
    "bank.name_missing": N_("Give the bank account a name, such as the bank's."),
    "bank.name_taken": N_("A bank account is already called “{name}”: choose another name."),
    "bank.not_of_money": N_(
        "Account {number} does not hold money. Choose an account of class 5, such as 5121."
    ),
    "import.of_demonstration": N_(
        "This import is part of the demonstration data: it is not taken back on its own."
    ),
    "import.rested_on_entries": N_(
        "Validated entries rest on this import: {names}. It cannot be taken back. Reverse "
        "them, or set aside what should not count."
    ),
    "import.rested_on_imports": N_(
        "Files imported since tell lines of this one again: {names}. Take these imports back "
        "first, the newest before the others."
    ),
    "import.rested_on_matches": N_(
        "Lines of bank statements are reconciled with what this import brought: {names}. Undo "
        "these reconciliations first."
    ),
    "import.rested_on_receipts": N_(
        "Receipts were issued for gifts of this import: {names}. It cannot be taken back. "
        "Correct the gifts one by one."
    ),
    "reconciliation.aside": N_(
        "“{label}” of {day} is set aside. Put it back among the open lines first."
    ),
    "reconciliation.deposit_differs": N_(
        "The bank shows {amount} and what was chosen comes to {sum}. Choose what this line "
        "brought, to the cent."
    ),
    "reconciliation.deposit_in_parts": N_(
        "What was chosen waits on account {number} and comes to the bank by one line. Choose "
        "one line, or make a transfer from account {number} of each."
    ),
    "reconciliation.deposit_mixed": N_(
        "What was chosen waits on different accounts, or is at the bank already. Choose things "
        "of one sort: cheques, or one platform."
    ),
    "reconciliation.entry_differs": N_(
        "It moves {amount} on the bank's account and {left} are left of the line. Correct the "
        "amount."
    ),
    "reconciliation.many_to_many": N_(
        "Several lines with several entries: match one line with its entries, or one entry "
        "with its lines."
    ),
    "reconciliation.began_together": N_(
        "{name}: bank and books are not apart by an opening balance. Nothing to record."
    ),
    "reconciliation.matched": N_(
        "“{label}” of {day} is reconciled already. Undo that first to change it."
    ),
    "reconciliation.no_entry_possible": N_(
        "One of these payments cannot have an entry yet: its day is in no open fiscal year. "
        "Open that year first."
    ),
    "reconciliation.not_on_account": N_(
        "It moves nothing on account {number}, which keeps this bank. Choose that account for "
        "the money."
    ),
    "reconciliation.nothing_chosen": N_("Choose a line and what it is."),
    "reconciliation.other_account": N_(
        "“{label}” of {day} is a line of another bank account: match lines of one account."
    ),
    "reconciliation.other_way": N_(
        "One comes in and the other goes out: {amount} against {left}. Choose something that "
        "goes the same way."
    ),
    "reconciliation.target_gone": N_(
        "What the line was to be matched with is gone or matched by now. Nothing was changed; "
        "look at the proposals again."
    ),
    "reconciliation.too_much": N_(
        "{amount} was chosen and only {left} are left. Choose less, or a part of it."
    ),
    "reconciliation.unmatch_first": N_(
        "The bank shows this by “{label}” of {day}. Undo that reconciliation to change it."
    ),
    "rule.account_missing": N_("Say on which account the rule makes entries."),
    "rule.known": N_("Another rule has the words “{words}” already: change that one."),
    "rule.limits": N_("The limits of the amount are above zero, the lower one first."),
    "rule.missing": N_("This rule no longer exists."),
    "rule.words_missing": N_("Say which words of the label the rule looks for."),
    "rule.words_too_common": N_(
        "Nearly every line has “{words}”: add a word that tells, such as a name."
    ),
    "statement.account_assumed": N_(
        "Nothing in the file says which account it is about. It is taken for “{account}”, as "
        "the last such file: choose another one if it is not."
    ),
    "statement.no_money": N_("This line moves no money: there is nothing to reconcile."),
    "statement.other_currency": N_(
        "This statement is in {currency}: its amounts are taken as they stand, without "
        "conversion into euros."
    ),
    "statement.which_account": N_("Say of which bank account {name} is, then import."),
    "statement.which_columns": N_(
        "Nobody has said yet what the columns of {name} hold. Say it, then import."
    ),
    "statement.which_day_order": N_(
        "The days of {name} can be read in two ways. Say how they are written, then import."
    ),
}

BANK_ERROR_TEXTS: dict[str, str] = {**_POLL_TEXTS, **_ACCOUNT_TEXTS}
