"""Triggers that keep what sheets of expenses were settled for, and what proves it (RF-54)."""

from __future__ import annotations

from coopdesk.storage.refusing import refused

_SETTLED = "a settled sheet of expenses never changes"
_PROVES = "a file that proves a gift on a receipt is never deleted"


def _is_settled(line: str) -> str:
    """Return that the sheet of a line (``OLD`` or ``NEW``) is no draft any more."""
    return f"(SELECT state FROM expense_sheet WHERE id = {line}.sheet_id) <> 'draft'"  # noqa: S608 (our own text)


_LINE_TWICE = "EXISTS (SELECT 1 FROM expense_line WHERE id = NEW.id)"
# The kilometres of a year were counted for this power.
_DRIVEN = (
    "EXISTS (SELECT 1 FROM expense_line l JOIN expense_sheet s ON s.id = l.sheet_id"
    " WHERE l.vehicle_id = OLD.id AND s.state <> 'draft')"
)
_ON_RECEIPT = (
    "EXISTS (SELECT 1 FROM donation d JOIN tax_receipt_gift g ON g.donation_id = d.id"
    " WHERE g.is_living = 1"
    " AND (d.id = OLD.donation_id OR d.expense_sheet_id = OLD.expense_sheet_id))"
)

EXPENSE_TRIGGERS: dict[str, str] = dict(
    [
        refused(
            "expense_line_no_update",
            "UPDATE",
            "expense_line",
            _SETTLED,
            f"NEW.id <> OLD.id OR {_is_settled('OLD')} OR {_is_settled('NEW')}",
        ),
        refused(
            "expense_line_no_delete", "DELETE", "expense_line", _SETTLED, _is_settled("OLD")
        ),
        refused(
            "expense_line_no_insert",
            "INSERT",
            "expense_line",
            _SETTLED,
            f"{_is_settled('NEW')} OR {_LINE_TWICE}",
        ),
        refused(
            "vehicle_settled",
            "UPDATE OF kind, power, is_electric",
            "vehicle",
            _SETTLED,
            _DRIVEN,
        ),
        refused("attachment_no_delete", "DELETE", "attachment", _PROVES, _ON_RECEIPT),
        refused(
            "attachment_no_update",
            "UPDATE OF file_id, expense_sheet_id, donation_id",
            "attachment",
            _PROVES,
            _ON_RECEIPT,
        ),
        refused(
            "attachment_once",
            "INSERT",
            "attachment",
            _PROVES,
            "EXISTS (SELECT 1 FROM attachment WHERE id = NEW.id)",
        ),
    ]
)
