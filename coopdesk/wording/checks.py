"""The sentence for each finding of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from coopdesk.domain.checks import Finding

CHECK_TEXTS: dict[str, str] = {
    "check.event_waiting": N_(
        "Event {id} (“{label}”): {count} wait for a place while some are free. Change its "
        "capacity and set it back: they move up."
    ),
    "check.event_party": N_(
        "Event {id} (“{label}”): {count} of its registrations are paid together with those of "
        "another event."
    ),
    "check.event_attendance": N_(
        "Event {id} (“{label}”): {count} attendances name a session of another event."
    ),
    "check.event_tariff": N_(
        "Event {id} (“{label}”): {count} prices are tariffs or options of another kind or "
        "event."
    ),
    "check.event_role": N_(
        "Event {id} (“{label}”): {count} parts in it name a session of another event."
    ),
    "check.event_money": N_(
        "Event {id} (“{label}”): {count} parts of payments for it are counted for no "
        "activity. Say its own of them among the payments."
    ),
    "check.cash_box": N_(
        "Event {id} (“{label}”): {count} payments of its cash box are not in cash, or for "
        "another event."
    ),
    "check.report_answer": N_(
        "Report of event {id} (“{label}”): {count} answers answer no question of it."
    ),
    "check.chantier": N_("Group {id} (“{label}”): its place in a programme is wrong."),
    "check.bank_line_astray": N_(
        "Bank line {id} (“{label}”): it lies in a statement of another account."
    ),
    "check.match_entry": N_(
        "Bank line {id} (“{label}”): more is reconciled with its entry than the entry moves on "
        "this account."
    ),
    "check.match_line": N_(
        "Bank line {id} (“{label}”): what it is reconciled with does not add up to it."
    ),
    "check.match_payment": N_(
        "Bank line {id} (“{label}”): more is reconciled with its payment than was paid."
    ),
    "check.broken_reference": N_(
        "Table {table}: row {row} points to a missing row of {parent}."
    ),
    "check.chain_broken": N_("Receipt {number}: its link in the chain of receipts is wrong."),
    "check.content_changed": N_(
        "What this backup holds is not what was backed up: a part of it was damaged."
    ),
    "check.donation_differs": N_("Gift {id}: its amount differs from the payment's line."),
    "check.return_differs": N_("Gift {id}: no payment out says that it went back."),
    "check.expense_differs": N_(
        "Expense sheet {id}: its amount is not that of its lines, of its gift or of its "
        "payment."
    ),
    "check.file_changed": N_("The file {name}, kept in the database, is damaged."),
    "check.foreign_object": N_("The file holds a foreign {kind}: {name}."),
    "check.gift_twice": N_("Gift {id} is on several receipts that count: {numbers}."),
    "check.integrity": N_("The file is damaged: {detail}"),
    "check.living_differs": N_(
        "Receipt {number}: its gifts are not marked as its voiding says."
    ),
    "check.membership_differs": N_(
        "Membership {id}: what is paid or its instalments do not add up."
    ),
    "check.not_cents": N_("Table {table}: the amount of row {row} is not whole cents."),
    "check.number_gap": N_("Receipts of {year}: number {number} is missing."),
    "check.number_text_differs": N_(
        "Receipt {number}: its number is not written as its year's are."
    ),
    "check.payment_differs": N_("Payment {id}: its lines do not add up to its amount."),
    "check.pdf_changed": N_("Receipt {number}: the stored PDF is not the one that was issued."),
    "check.receipt_differs": N_("Receipt {number}: its gifts do not add up to its amount."),
    "check.replacement_differs": N_(
        "Receipt {number}: what it replaces is not what it says, or was not voided."
    ),
    "check.receipts_lost": N_(
        "This computer knows receipts that the file does not hold: {numbers}. It is an older "
        "file, or its last receipts were cut off. They were last seen in {path}."
    ),
    "check.receipts_rewritten": N_(
        "These receipts of the file are not those that this computer saw issued: {numbers}."
    ),
    "check.share_gap": N_("Register of shares: number {number} is missing."),
    "check.shares_below_zero": N_(
        "Register of shares: {name} withdrew more than was held. Correct it by a movement."
    ),
    "check.snapshot_differs": N_("Receipt {number}: what it says differs from the register."),
    "check.table_missing": N_("The table {name} is missing."),
    "check.trigger_missing": N_("The protection {name} is missing or was changed."),
    "check.void_changed": N_("Receipt {number}: its voiding was changed."),
    "check.voids_lost": N_(
        "This computer knows that these receipts were voided, which the file does not say: "
        "{numbers}. The file is an older one. It was last seen in {path}."
    ),
    "check.voids_rewritten": N_(
        "Receipt {number}: the file does not hold its voiding as this computer saw it."
    ),
    "check.void_gap": N_("Voided receipts: the voiding no. {number} is missing."),
    "check.entry_chain": N_(
        "Entry no. {number} of {name}: its link in the chain of entries is wrong."
    ),
    "check.entry_changed": N_("Entry no. {number} of {name}: it is not what was validated."),
    "check.entry_copies": N_(
        "Entry {id} (“{name}”): its lines lie in another year, day or state."
    ),
    "check.entry_gap": N_("Entries of {name}: number {number} is missing."),
    "check.entry_lost": N_(
        "Entry no. {number} was validated and is no longer in the file, or is another one."
    ),
    "check.entry_outside_year": N_(
        "Entry {id} (“{name}”): it does not lie in its fiscal year, or is a draft in a closed "
        "one."
    ),
    "check.entry_state": N_(
        "Entry {id} (“{name}”): it is validated without a number, or a draft with one."
    ),
    "check.entry_unbalanced": N_(
        "Entry {id} (“{name}”): its lines do not balance or are not its amount."
    ),
    "check.account_sum": N_("Account {number}: its sums are not those of its lines."),
    "check.matching": N_("Account {number}: the lines matched under {letters} do not balance."),
    "check.reversal_differs": N_(
        "Entry {id} (“{name}”): it does not take back what it reverses."
    ),
    "check.year_head": N_(
        "Fiscal year {name}: its entries are not those that were there when it was decided "
        "about."
    ),
    "check.year_later": N_(
        "Fiscal year {name}: entries were added or removed after its closing."
    ),
    "check.year_state": N_(
        "Fiscal year {name}: no decision says that it is closed, or open again."
    ),
    "check.decision_lost": N_(
        "The decision {id} about a fiscal year, which the journal of operations knows of, "
        "is gone."
    ),
    "check.years_apart": N_(
        "Fiscal year {name}: it overlaps another one or does not follow it."
    ),
}


def finding_text(finding: Finding) -> str:
    """Return the sentence for a finding, in the chosen language."""
    return _(CHECK_TEXTS[finding.code]).format(**finding.values)
