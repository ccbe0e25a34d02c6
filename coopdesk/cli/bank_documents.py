"""How bank accounts, lines and proofs read in JSON answers, and as listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.documents import cents
from coopdesk.cli.output import Column, Listing
from coopdesk.domain.bank_proofs import StepKind
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.bank_accounts import BankAccount, BankAccountLine
    from coopdesk.domain.bank_lists import MatchedWith, StatementRow
    from coopdesk.domain.bank_proofs import ProofStep, StatementProof
    from coopdesk.domain.money import Money


def bank_account_document(account: BankAccount) -> Document:
    """Return a bank account."""
    content = account.content
    return {
        "id": account.id,
        "name": content.name,
        "account": content.account,
        "iban": content.iban,
        "note": content.note,
        "is_open": account.is_open,
        "identities": [one.text for one in account.identities],
    }


def account_line_document(line: BankAccountLine) -> Document:
    """Return a row of the list of bank accounts."""
    return {
        "id": line.id,
        "name": line.name,
        "account": line.account,
        "iban": line.iban,
        "is_open": line.is_open,
        "lines": line.line_count,
        "to_reconcile": line.open_count,
        "last_on": line.last_on,
        "balance_cents": cents(line.balance),
        "balance_on": line.balance_on,
        "booked_cents": cents(line.booked),
        "alerts": line.alert_count,
    }


def bank_line_document(row: StatementRow) -> Document:
    """Return a line of a statement."""
    return {
        "id": row.id,
        "bank_account_id": row.bank_account_id,
        "bank_account": row.account_name,
        "booked_on": row.booked_on,
        "value_on": row.value_on,
        "amount_cents": row.amount.cents,
        "label": row.label,
        "nature": row.nature,
        "counterparty": row.counterparty,
        "bank_ref": row.bank_ref,
        "payment_ref": row.payment_ref,
        "cheque": row.cheque,
        "balance_cents": cents(row.balance),
        "contact_id": row.contact_id,
        "contact": row.contact_name,
        "state": row.state,
        "matched_cents": row.matched.cents,
        "matches": [_match_document(one) for one in row.targets],
        "note": row.note,
    }


def _match_document(one: MatchedWith) -> Document:
    return {
        "entry_id": one.entry_id,
        "payment_id": one.payment_id,
        "amount_cents": one.amount.cents,
        "date": one.day,
        "label": one.label,
        "number": one.number,
    }


def statement_document(one: StatementProof) -> Document:
    """Return a statement with its proof."""
    return {
        "id": one.id,
        "import": one.run_id,
        "file": one.file_name,
        "format": one.file_format,
        "reference": one.reference,
        "first_on": one.first_on,
        "last_on": one.last_on,
        "opening_cents": cents(one.opening),
        "closing_cents": cents(one.closing),
        "closing_on": one.closing_on,
        "lines": one.line_count,
        "moved_cents": one.moved.cents,
        "difference_cents": cents(one.difference),
        "before_cents": cents(one.before),
        "gap_cents": cents(one.gap),
        "ties": one.ties,
    }


def step_document(step: ProofStep) -> Document:
    """Return a step of a proof."""
    return {
        "kind": step.kind,
        "id": step.id,
        "date": step.day,
        "label": step.label,
        "amount_cents": cents(step.amount),
        "balance_cents": cents(step.balance),
        "told_cents": cents(step.told),
        "difference_cents": cents(step.difference),
    }


def account_listing(lines: Sequence[BankAccountLine]) -> Listing:
    """Return bank accounts as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("Account"), at_right=True),
        Column(_("At the bank"), at_right=True),
        Column(_("On"), at_right=True),
        Column(_("In the books"), at_right=True),
        Column(_("To reconcile"), at_right=True),
        Column(_("Alerts"), at_right=True, rare=True),
    )
    rows = [
        (
            str(one.id),
            one.name if one.is_open else _("{name} (closed)").format(name=one.name),
            one.account,
            _amount(one.balance),
            _day(one.balance_on),
            _amount(one.booked),
            number_text(one.open_count),
            number_text(one.alert_count),
        )
        for one in lines
    ]
    return Listing(columns, rows, _("No bank account."))


def line_listing(rows: Sequence[StatementRow]) -> Listing:
    """Return lines of statements as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Bank account"), rare=True),
        Column(_("Label")),
        Column(_("Who"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("State")),
    )
    shown = [
        (
            str(row.id),
            day_text(row.booked_on),
            row.account_name,
            row.label,
            row.contact_name,
            money_text(row.amount),
            label(row.state),
        )
        for row in rows
    ]
    return Listing(columns, shown, _("No line."))


def statement_listing(statements: Sequence[StatementProof]) -> Listing:
    """Return statements with their proofs as rows."""
    columns = (
        Column(_("File")),
        Column(_("From"), at_right=True),
        Column(_("To"), at_right=True),
        Column(_("Lines"), at_right=True, rare=True),
        Column(_("Opening balance"), at_right=True),
        Column(_("Moved"), at_right=True),
        Column(_("Closing balance"), at_right=True),
        Column(_("Difference"), at_right=True),
        Column(_("Gap before"), at_right=True),
    )
    rows = [
        (
            one.file_name,
            _day(one.first_on),
            _day(one.last_on),
            number_text(one.line_count),
            _amount(one.opening),
            money_text(one.moved),
            _amount(one.closing),
            _amount(one.difference),
            _amount(one.gap),
        )
        for one in statements
    ]
    return Listing(columns, rows, _("No statement."))


def proof_listing(steps: Sequence[ProofStep]) -> Listing:
    """Return the steps of a proof as rows."""
    columns = (
        Column(_("Date"), at_right=True),
        Column(_("Label")),
        Column(_("Amount"), at_right=True),
        Column(_("Balance"), at_right=True),
        Column(_("Said by the bank"), at_right=True),
        Column(_("Difference"), at_right=True),
    )
    rows = [
        (
            day_text(step.day),
            step.label if step.kind is StepKind.LINE else f"{label(step.kind)} ({step.label})",
            _amount(step.amount),
            _amount(step.balance),
            _amount(step.told),
            _amount(step.difference) if step.difference else "",
        )
        for step in steps
    ]
    return Listing(columns, rows, _("No line."))


def _amount(amount: Money | None) -> str:
    return "" if amount is None else money_text(amount)


def _day(day: dt.date | None) -> str:
    return "" if day is None else day_text(day)
