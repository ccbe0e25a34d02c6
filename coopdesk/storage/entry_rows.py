"""Entries as rows and back: nothing here decides anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.entries import (
    Entry,
    EntryForm,
    EntryKind,
    EntryLine,
    EntrySource,
    EntryState,
    NewEntry,
    NewEntryLine,
)
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Row

    from coopdesk.domain.chart import Account
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.journals import Journal


def entry_values(new: NewEntry, year: FiscalYear, journal: Journal) -> dict[str, Any]:
    """Return the columns that an entry brings itself; state and chain stand apart."""
    source = new.source
    return {
        "fiscal_year_id": year.id,
        "journal_id": journal.id,
        "entry_on": new.entry_on,
        "label": new.label,
        "label_key": label_key(new.label, new.voucher_ref),
        "voucher_ref": new.voucher_ref,
        "voucher_on": new.voucher_on or new.entry_on,
        "kind": new.kind.value,
        "form": new.form.value if new.form else "",
        "amount_cents": new.debit.cents,
        "reverses_next": new.reverses_next,
        "note": new.note,
        "payment_id": source.payment_id,
        "donation_id": source.donation_id,
        "expense_sheet_id": source.expense_sheet_id,
        "fixed_asset_id": source.fixed_asset_id,
        "grant_award_id": source.grant_award_id,
        "dedicated_fund_id": source.dedicated_fund_id,
        "outside_ref": source.outside_ref,
        "source_digest": source.digest,
    }


def label_key(label: str, voucher_ref: str) -> str:
    """Return what the search box looks in."""
    return fold(f"{label} {voucher_ref}")


def draft_values() -> dict[str, Any]:
    """Return the columns of an entry that is no link of the chain yet."""
    return {
        "state": EntryState.DRAFT.value,
        "number": None,
        "validated_at": None,
        "previous_hash": "",
        "hash": "",
        "salt": "",
    }


def line_values(
    entry_id: int, year_id: int, new: NewEntry, accounts: Mapping[str, Account]
) -> list[dict[str, Any]]:
    """Return the columns of the lines of an entry, in order."""
    return [
        {
            "entry_id": entry_id,
            "position": position,
            "account_id": accounts[line.account].id,
            "contact_id": line.contact_id,
            "activity_id": line.activity_id,
            "label": line.label,
            "reference": line.reference,
            "debit_cents": line.debit.cents,
            "credit_cents": line.credit.cents,
            "fiscal_year_id": year_id,
            "entry_on": new.entry_on,
            "is_validated": False,
        }
        for position, line in enumerate(new.lines, start=1)
    ]


def to_line(row: Row[Any]) -> EntryLine:
    """Read a line joined with its account, contact and activity."""
    return EntryLine(
        id=row.id,
        content=NewEntryLine(
            account=row.number,
            debit=Money(row.debit_cents),
            credit=Money(row.credit_cents),
            label=row.label,
            contact_id=row.contact_id,
            activity_id=row.activity_id,
            reference=row.reference,
        ),
        account_label=row.account_label,
        contact_name=row.contact_name or "",
        activity_name=row.activity_name or "",
        matching=row.matching,
        matched_on=row.matched_on,
        reconciled_on=row.reconciled_on,
    )


def to_entry(row: Row[Any], lines: Sequence[EntryLine]) -> Entry:
    """Read an entry with the code of its journal and the id of what reverses it."""
    content = NewEntry(
        journal=row.code,
        entry_on=row.entry_on,
        label=row.label,
        lines=tuple(line.content for line in lines),
        voucher_ref=row.voucher_ref,
        voucher_on=None if row.voucher_on == row.entry_on else row.voucher_on,
        kind=EntryKind(row.kind),
        form=EntryForm(row.form) if row.form else None,
        note=row.note,
        reverses_next=row.reverses_next,
        source=to_source(row),
    )
    return Entry(
        id=row.id,
        fiscal_year_id=row.fiscal_year_id,
        content=content,
        lines=tuple(lines),
        state=EntryState(row.state),
        number=row.number,
        validated_at=row.validated_at,
        reverses_id=row.reverses_id,
        reversed_by_id=row.reversed_by_id,
    )


def to_source(row: Row[Any]) -> EntrySource:
    """Read what an entry was made from."""
    return EntrySource(
        payment_id=row.payment_id,
        donation_id=row.donation_id,
        expense_sheet_id=row.expense_sheet_id,
        fixed_asset_id=row.fixed_asset_id,
        grant_award_id=row.grant_award_id,
        dedicated_fund_id=row.dedicated_fund_id,
        outside_ref=row.outside_ref,
        digest=row.source_digest,
    )
