"""Sentences for errors about the books: accounts, entries, years, budgets, inventory."""

from __future__ import annotations

from coopdesk.wording.exchange_errors import EXCHANGE_ERROR_TEXTS
from coopdesk.wording.language import N_

LEDGER_ERROR_TEXTS: dict[str, str] = {
    **EXCHANGE_ERROR_TEXTS,
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
    "paper.changed_meanwhile": N_(
        "Entries changed while the paper was being written: nothing was written. Print again."
    ),
    "statement.no_line": N_("No statement has a line “{name}”."),
    "account.missing": N_("The chart has no account {number}."),
    "entry.contact_not_chosen": N_(
        "Choose in the list that opens while you type, add a new contact there, or leave the "
        "field empty."
    ),
    "entry.missing": N_("This entry no longer exists."),
    "entry.account_unknown": N_("“{number}” is no account. Type its number or words of it."),
    "entry.same_account": N_("Choose two different accounts: money cannot move to itself."),
    "entry.template_gone": N_("This model no longer exists."),
    "entry.template_unnamed": N_("Give the model a name."),
    "entry.treasury_missing": N_("Choose the account that the money moves on."),
    "entry.vouchers_stay": N_(
        "The vouchers of a validated entry stay with it: the law has them kept for ten years."
    ),
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
    "entry.amount_missing": N_("Enter an amount above zero."),
    "entry.already_reversed": N_("Entry no. {number} is reversed already."),
    "entry.both_sides": N_("Line {line}: enter a debit or a credit, not both."),
    "entry.has_files": N_("The file {name} is attached to it: take the file off first."),
    "entry.is_provisional": N_(
        "This draft opens the year for the time being: closing the year before puts the "
        "validated one in its place."
    ),
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
    "entry.nature_missing": N_("Say what kind it is: type a word, then choose from the list."),
    "entry.no_amount": N_("Line {line}: enter a debit or a credit."),
    "entry.not_validated": N_("“{label}” is still a draft: change or remove it instead."),
    "entry.number_unknown": N_("This fiscal year has no entry no. {number}."),
    "entry.outside_ref_taken": N_(
        "An entry with the reference “{reference}” is there already."
    ),
    "entry.reverses_another": N_(
        "Entry no. {number} takes another one back, and is not taken back itself. Record the "
        "one that it took back anew."
    ),
    "entry.too_few_lines": N_("An entry has two lines at least."),
    "entry.too_large": N_("An entry comes to {limit} at most."),
    "entry.too_many_lines": N_("An entry has {limit} lines at most."),
    "entry.unbalanced": N_("Debits ({debit}) and credits ({credit}) differ by {difference}."),
    "entry.unbalanced_draft": N_(
        "The draft “{label}” is not balanced: {debit} and {credit}. Open it and correct it."
    ),
    "entry.reversal_too_early": N_(
        "A reversal does not stand before what it reverses: choose {day} or later."
    ),
    "entry.voucher_day_wrong": N_(
        "The day of the voucher lies between 1901 and 2200: check the year."
    ),
    "journal.account_missing": N_("Say which account of money this journal keeps."),
    "journal.code_taken": N_("There is a journal {journal} already."),
    "journal.code_wrong": N_(
        "“{journal}” is no code of a journal: a letter, then five letters or figures at most."
    ),
    "journal.in_use": N_("The journal {journal} has entries: it cannot go. Close it instead."),
    "journal.is_closed": N_("The journal {journal} is closed: choose another one."),
    "journal.name_missing": N_("Say what the journal is called."),
    "journal.none_open": N_(
        "No open journal takes this entry: open the journal of other operations (OD) again."
    ),
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
    "year.day_outside": N_(
        "{day} does not lie in the fiscal year {label}, from {first} to {last}."
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
    "year.unused": N_("No entry was written in this fiscal year yet."),
    "year.none_holds": N_(
        "No fiscal year holds {day}. Check the date, or open that fiscal year first."
    ),
    "year.none_open": N_(
        "The fiscal year {label} is closed and none after it is open: open the next one first."
    ),
    "year.only_one": N_("There is no other fiscal year: give {label} other days instead."),
    "year.out_of_range": N_("A fiscal year lies between 1901 and 2200: check the year."),
    "year.overlaps": N_("These days belong to the fiscal year {label} already."),
    "year.start_is_fixed": N_(
        "The fiscal year {label} has validated entries: its first day stays as it is."
    ),
    "year.too_long": N_("A fiscal year has {months} months at most."),
    "year.unknown": N_("There is no fiscal year {label}."),
    "activity.code_taken": N_("The code {text} belongs to the activity “{name}” already."),
    "activity.days_reversed": N_("The activity ends before it begins: check the days."),
    "activity.in_use": N_(
        "Entries, budgets or other records name the activity “{name}”: close it instead."
    ),
    "activity.missing": N_("This activity no longer exists."),
    "activity.name_missing": N_("Give the activity a name."),
    "activity.name_taken": N_("There is an activity “{name}” already."),
    "activity.tied_already": N_("The activity “{name}” stands for it already."),
    "asset.account_missing": N_(
        "Say what kind of asset it is: type a word, then choose from the list."
    ),
    "asset.account_wrong": N_(
        "Account {account} holds no fixed assets: choose one of class 2, but not 28 or 29."
    ),
    "asset.cost_missing": N_("Enter what the asset cost."),
    "asset.disposed_already": N_("This asset left the books on {day} already."),
    "asset.disposed_before_service": N_("An asset cannot leave before it was bought."),
    "asset.in_books": N_("Entries were made for “{name}”: record the day it leaves instead."),
    "asset.label_missing": N_("Say what the asset is."),
    "asset.missing": N_("This fixed asset no longer exists."),
    "asset.months_wrong": N_(
        "Enter how long it lasts: up to {most} years, 0 if it never wears out."
    ),
    "asset.no_depreciation_account": N_(
        "No account depreciates account {account}: choose one of class 28 and one of 681."
    ),
    "asset.plan_above_cost": N_(
        "What is depreciated already and what is left at the end exceed the cost."
    ),
    "asset.price_wrong": N_("The price cannot be below zero."),
    "asset.service_before_purchase": N_(
        "The asset cannot be put into service before it was bought."
    ),
    "budget.account_unknown": N_("No chart of accounts has account {account}."),
    "budget.account_wrong": N_(
        "A budget plans accounts of classes 6, 7, 86 and 87, not account {account}."
    ),
    "budget.activity_unknown": N_(
        "There is no activity “{name}”: record it first, or correct the sheet."
    ),
    "budget.adopted_already": N_("The budget “{name}” was voted: copy it to change it."),
    "budget.amount_below_zero": N_("A budget plans amounts above zero, of expenses too."),
    "budget.amount_missing": N_("Enter the amount; 0 takes the line away."),
    "budget.line_missing": N_("This line of a budget no longer exists."),
    "budget.missing": N_("This budget no longer exists."),
    "budget.month_outside": N_("This is no month of the fiscal year {year}."),
    "budget.months_differ": N_("The months make {shared}, the whole year says {whole}."),
    "budget.name_missing": N_("Give the budget a name."),
    "budget.name_taken": N_("There is a budget “{name}” of this fiscal year already."),
    "budget.no_account_column": N_("No column is called “Compte”. The sheet has: {columns}."),
    "budget.no_amount_column": N_(
        "No column is called “Montant” and none is a month. The sheet has: {columns}."
    ),
    "budget.nothing_planned": N_("The sheet has no line with an account and an amount."),
    "budget.row_without_account": N_("“{text}” does not begin with the number of an account."),
    "budget.sheet_wrong": N_(
        "Lines of the sheet are wrong: {count}. Nothing was imported. Correct them, then "
        "try again."
    ),
    "contribution.amount_missing": N_("Enter what it is worth."),
    "contribution.booked": N_("“{name}” is in the books: reverse its entry first."),
    "contribution.in_the_future": N_("The date lies in the future."),
    "contribution.label_missing": N_("Say what was given."),
    "contribution.missing": N_("This contribution no longer exists."),
    "fund.above_received": N_(
        "Only what was received this year can go into the fund: {amount}."
    ),
    "fund.amount_missing": N_("Enter what was received."),
    "fund.below_zero": N_("The fund holds {amount}: no more can be taken."),
    "fund.in_use": N_("“{name}” has movements: close it instead."),
    "fund.kind_in_use": N_(
        "“{name}” has movements on the accounts of its kind: the kind stays."
    ),
    "fund.kind_unfit": N_(
        "The grant is income of account {account}: its fund is of another kind (194 for 74, "
        "195 for 755, 196 for 754)."
    ),
    "fund.missing": N_("This dedicated fund no longer exists."),
    "fund.movement_missing": N_("Enter an amount above zero."),
    "fund.name_missing": N_("Give the fund a name."),
    "fund.name_taken": N_("There is a dedicated fund “{name}” already."),
    "fund.not_empty": N_("“{name}” still holds {amount}: use it or pass it on first."),
    "fund.other_missing": N_("Choose another fund that takes the money."),
    "grant.account_wrong": N_(
        "Account {account} does not fit: class 7 for running the association, 13 for an "
        "investment."
    ),
    "grant.amount_missing": N_("Enter the amount that was granted."),
    "grant.booked_otherwise": N_(
        "The entry of “{name}” is validated: its day, its funder and its accounts stay. "
        "Reverse it first."
    ),
    "grant.day_missing": N_("Enter the day of the letter that grants it."),
    "grant.days_missing": N_("Enter the first and the last day, or neither."),
    "grant.days_reversed": N_("The last day lies before the first."),
    "grant.in_books": N_("“{name}” has validated entries: reverse them instead."),
    "grant.in_use": N_(
        "A payment, a dedicated fund or a fixed asset rests on “{name}”: it cannot go."
    ),
    "grant.missing": N_("This grant no longer exists."),
    "grant.receivable_wrong": N_(
        "Account {account} cannot hold what is due: choose one of class 4."
    ),
    "grant.title_missing": N_("Give the grant a title."),
    "grant.payment_unfit": N_(
        "This payment is not money of a grant: it went out, or was a gift, a fee or a sale."
    ),
    "grant.too_much": N_("Only {due} is still due for this grant."),
    "inventory.account_missing": N_(
        "Say what kind it is: type a word, then choose from the list."
    ),
    "inventory.account_wrong": N_(
        "Account {account} does not fit: choose one of class {digit}."
    ),
    "inventory.amount_missing": N_("Enter an amount above zero."),
    "inventory.contact_unmatched": N_(
        "Nobody has that name: choose from the list, or leave this empty."
    ),
    "inventory.days_wrong": N_("Enter the first and the last day that it is for, in order."),
    "inventory.label_missing": N_("Say what it is for."),
    "inventory.no_next_year": N_("Open the fiscal year after {label} first."),
    "inventory.nothing_later": N_(
        "Nothing of it lies after {day}: there is nothing to put off."
    ),
    "inventory.validated_otherwise": N_(
        "A validated entry says {amount}: reverse it first, then try again."
    ),
    "volunteer.days_reversed": N_("The last day lies before the first."),
    "volunteer.in_the_future": N_("The date lies in the future."),
    "volunteer.rate_in_use": N_("Time is valued by this rate: it cannot go."),
    "volunteer.rate_missing": N_("There are several kinds of rates: choose one."),
    "volunteer.rate_name_missing": N_("Say which kind of work the rate is for."),
    "volunteer.rate_taken": N_("“{name}” has a rate from that day already."),
    "volunteer.rate_too_young": N_(
        "“{name}” has no rate on {day} yet: record one from an earlier day."
    ),
    "volunteer.rate_unknown": N_("There is no rate “{name}”."),
    "volunteer.rate_wrong": N_("Enter what an hour is worth, up to {most}."),
    "volunteer.source_missing": N_(
        "Say where the rate comes from: board decision, decree, collective agreement."
    ),
    "volunteer.time_booked": N_("Time no. {id} is in the books: reverse its entry first."),
    "volunteer.time_missing": N_("This time no longer exists."),
    "volunteer.time_unreadable": N_(
        "“{text}” is not a time. Write for example 3, 3,5, 3h30 or 45min."
    ),
    "volunteer.time_wrong": N_("Enter how long it took."),
}
