"""What commands about entries hand back as JSON, and the tables they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.chart import Account, CatalogueAccount
    from coopdesk.domain.entries import Entry, EntryLine, EntryRow
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.journals import Journal

Document = dict[str, object]


def account_document(account: Account | CatalogueAccount) -> Document:
    """Return an account of the chart or of the catalogue."""
    return {
        "number": account.number,
        "label": account.label,
        "kind": account.kind,
        "status": account.status,
        "is_open": getattr(account, "is_open", False),
        "is_postable": getattr(account, "is_postable", False),
    }


def chart_listing(accounts: Sequence[Account | CatalogueAccount]) -> Listing:
    """Return accounts as a table."""
    columns = (
        Column(_("Account")),
        Column(_("Label")),
        Column(_("Nature")),
        Column(_("Origin")),
    )
    rows = [(x.number, x.label, label(x.kind), label(x.status)) for x in accounts]
    return Listing(columns, rows, _("No account."))


def journal_document(journal: Journal) -> Document:
    """Return a journal."""
    return {
        "code": journal.code,
        "name": journal.name,
        "kind": journal.kind,
        "account": journal.account,
        "is_open": journal.is_open,
    }


def journal_listing(journals: Sequence[Journal]) -> Listing:
    """Return journals as a table."""
    columns = (Column(_("Code")), Column(_("Name")), Column(_("Nature")), Column(_("Account")))
    rows = [(x.code, x.name, label(x.kind), x.account) for x in journals]
    return Listing(columns, rows, _("No journal."))


def year_document(year: FiscalYear) -> Document:
    """Return a fiscal year."""
    return {
        "id": year.id,
        "year": year.label,
        "starts_on": year.starts_on,
        "ends_on": year.ends_on,
        "state": year.state,
    }


def year_listing(years: Sequence[FiscalYear]) -> Listing:
    """Return fiscal years as a table."""
    columns = (
        Column(_("Fiscal year")),
        Column(_("From"), at_right=True),
        Column(_("To"), at_right=True),
        Column(_("State")),
    )
    rows = [
        (x.label, day_text(x.starts_on), day_text(x.ends_on), label(x.state)) for x in years
    ]
    return Listing(columns, rows, _("No fiscal year."))


def entry_row_document(row: EntryRow) -> Document:
    """Return an entry as the list shows it."""
    return {
        "entry_id": row.id,
        "number": row.number,
        "state": row.state,
        "kind": row.kind,
        "date": row.entry_on,
        "journal": row.journal,
        "voucher": row.voucher_ref,
        "label": row.label,
        "accounts": row.accounts.split(", "),
        "amount_cents": row.moved.cents,
        "has_files": row.has_files,
        "is_reversed": row.is_reversed,
    }


def entry_listing(rows: Sequence[EntryRow]) -> Listing:
    """Return entries as a table."""
    columns = (
        Column(_("Entry"), at_right=True),
        Column(_("No."), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Journal")),
        Column(_("Label")),
        Column(_("Accounts"), rare=True),
        Column(_("Amount"), at_right=True),
    )
    listed = [
        (
            str(row.id),
            str(row.number or label(row.state)),
            day_text(row.entry_on),
            row.journal,
            row.label,
            row.accounts,
            money_text(row.moved),
        )
        for row in rows
    ]
    return Listing(columns, listed, _("No entry."))


def entry_document(entry: Entry) -> Document:
    """Return an entry with its lines."""
    content = entry.content
    return {
        "entry_id": entry.id,
        "number": entry.number,
        "state": entry.state,
        "kind": content.kind,
        "form": content.form,
        "date": content.entry_on,
        "journal": content.journal,
        "voucher": content.voucher_ref,
        "voucher_date": content.voucher_on,
        "label": content.label,
        "note": content.note,
        "amount_cents": content.debit.cents,
        "reverses": entry.reverses_id,
        "reversed_by": entry.reversed_by_id,
        "lines": [_line_document(line) for line in entry.lines],
    }


def _line_document(line: EntryLine) -> Document:
    content = line.content
    return {
        "line_id": line.id,
        "account": content.account,
        "account_label": line.account_label,
        "label": content.label,
        "contact_id": content.contact_id,
        "contact": line.contact_name,
        "activity_id": content.activity_id,
        "debit_cents": content.debit.cents,
        "credit_cents": content.credit.cents,
        "matching": line.matching,
        "reconciled_on": line.reconciled_on,
    }


def lines_listing(entry: Entry) -> Listing:
    """Return the lines of an entry as a table."""
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Account")),
        Column(_("Label")),
        Column(_("Contact")),
        Column(_("Debit"), at_right=True),
        Column(_("Credit"), at_right=True),
        Column(_("Matching")),
    )
    rows = [
        (
            str(line.id),
            f"{line.content.account} {line.account_label}",
            line.content.label,
            line.contact_name,
            money_text(line.content.debit) if line.content.debit else "",
            money_text(line.content.credit) if line.content.credit else "",
            line.matching,
        )
        for line in entry.lines
    ]
    return Listing(columns, rows)
