"""Triggers that keep what issued receipts rest on: gifts, their payments, stored files."""

from __future__ import annotations

from coopdesk.storage.refusing import refused

# A voided receipt still names its gifts: they may change, but not go.
_ON_RECEIPT = (
    "EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id AND is_living = 1)"
)
_ON_ANY_RECEIPT = "EXISTS (SELECT 1 FROM tax_receipt_gift WHERE donation_id = OLD.id)"
_LINE_ON_RECEIPT = (
    "EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id"
    " WHERE d.payment_line_id = OLD.id AND g.is_living = 1)"
)
# A gift follows the donor of its receipt into another contact and back, nowhere else. While
# merged contacts are merged again, the way there has two steps.
_TO_ANOTHER_DONOR = (
    "NEW.donor_id IS NOT OLD.donor_id AND NOT EXISTS (SELECT 1 FROM tax_receipt_gift g"
    " JOIN tax_receipt r ON r.id = g.receipt_id JOIN contact a ON a.id = r.donor_id"
    " LEFT JOIN contact b ON b.id = a.merged_into_id"
    " WHERE g.donation_id = OLD.id AND g.is_living = 1"
    " AND NEW.donor_id IN (r.donor_id, a.merged_into_id, b.merged_into_id))"
)
# Whoever pays may be merged as well.
_TO_ANOTHER_PAYER = (
    "NEW.payer_id IS NOT OLD.payer_id AND NOT EXISTS (SELECT 1 FROM contact"
    " WHERE id = OLD.payer_id AND merged_into_id = NEW.payer_id"
    " OR id = NEW.payer_id AND merged_into_id = OLD.payer_id)"
)
_PAYMENT_ON_RECEIPT = (
    "EXISTS (SELECT 1 FROM tax_receipt_gift g JOIN donation d ON d.id = g.donation_id"
    " JOIN payment_line l ON l.id = d.payment_line_id"
    " WHERE l.payment_id = OLD.id AND g.is_living = 1)"
)
_FILE_ON_RECEIPT = "EXISTS (SELECT 1 FROM tax_receipt WHERE pdf_base_id = OLD.id)"
# INSERT OR REPLACE and UPDATE OR REPLACE take away what stands in the way, and without
# ``recursive_triggers`` no trigger on DELETE is asked: nothing may stand in the way.
_GIFT_TAKEN = (
    "id = NEW.id OR payment_line_id = NEW.payment_line_id"
    " OR expense_sheet_id = NEW.expense_sheet_id"
    " OR (pledge_id = NEW.pledge_id AND pledge_due_on = NEW.pledge_due_on)"
)
_GIFT_TWICE = f"EXISTS (SELECT 1 FROM donation WHERE {_GIFT_TAKEN})"  # noqa: S608 (our own text)
_OTHER_GIFT = f"SELECT 1 FROM donation WHERE id <> OLD.id AND ({_GIFT_TAKEN})"  # noqa: S608 (our own text)
# Not asked by UPDATE OF id: ``rowid`` is another name for it, which such a trigger overlooks.
_MOVED = "NEW.id <> OLD.id"
_PAYMENT_TWICE = (
    "EXISTS (SELECT 1 FROM payment WHERE id = NEW.id"
    " OR (source = NEW.source AND outside_ref = NEW.outside_ref))"
)
_OTHER_PAYMENT = (
    "EXISTS (SELECT 1 FROM payment WHERE id <> OLD.id"
    " AND source = NEW.source AND outside_ref = NEW.outside_ref)"
)
_LINE_TWICE = "EXISTS (SELECT 1 FROM payment_line WHERE id = NEW.id)"
_FILE_TWICE = "EXISTS (SELECT 1 FROM stored_file WHERE id = NEW.id OR sha256 = NEW.sha256)"

GIFT_TRIGGERS: dict[str, str] = dict(
    [
        refused("donation_once", "INSERT", "donation", "a gift is recorded once", _GIFT_TWICE),
        refused("donation_keeps_id", "UPDATE", "donation", "a gift is recorded once", _MOVED),
        refused(
            "donation_stays",
            "UPDATE OF payment_line_id, expense_sheet_id, pledge_id, pledge_due_on",
            "donation",
            "a gift is recorded once",
            f"EXISTS ({_OTHER_GIFT})",
        ),
        refused(
            "payment_once", "INSERT", "payment", "a payment is recorded once", _PAYMENT_TWICE
        ),
        refused(
            "payment_line_once",
            "INSERT",
            "payment_line",
            "a payment is recorded once",
            _LINE_TWICE,
        ),
        refused("payment_keeps_id", "UPDATE", "payment", "a payment is recorded once", _MOVED),
        refused(
            "payment_stays",
            "UPDATE OF source, outside_ref",
            "payment",
            "a payment is recorded once",
            _OTHER_PAYMENT,
        ),
        refused(
            "payment_line_keeps_id",
            "UPDATE",
            "payment_line",
            "a payment is recorded once",
            _MOVED,
        ),
        refused(
            "donation_frozen",
            "UPDATE OF payment_line_id, received_on, amount_cents, mode, nature, form,"
            " ineligibility, outside_receipt, description, value_basis, counterpart_cents,"
            " is_for_ifi, is_fee, expense_sheet_id",
            "donation",
            "a gift on a receipt never changes",
            _ON_RECEIPT,
        ),
        refused(
            "donation_keeps_donor",
            "UPDATE OF donor_id",
            "donation",
            "a gift on a receipt never changes",
            f"{_ON_RECEIPT} AND {_TO_ANOTHER_DONOR}",
        ),
        refused(
            "donation_kept",
            "DELETE",
            "donation",
            "a gift on a receipt is never deleted",
            _ON_ANY_RECEIPT,
        ),
        refused(
            "payment_line_frozen",
            "UPDATE OF payment_id, kind, amount_cents",
            "payment_line",
            "a gift on a receipt never changes",
            _LINE_ON_RECEIPT,
        ),
        refused(
            "payment_frozen",
            "UPDATE OF direction, paid_on, amount_cents, mode, state",
            "payment",
            "a gift on a receipt never changes",
            _PAYMENT_ON_RECEIPT,
        ),
        refused(
            "payment_keeps_payer",
            "UPDATE OF payer_id",
            "payment",
            "a gift on a receipt never changes",
            f"{_PAYMENT_ON_RECEIPT} AND {_TO_ANOTHER_PAYER}",
        ),
        refused(
            "stored_file_once",
            "INSERT",
            "stored_file",
            "a stored file never changes",
            _FILE_TWICE,
        ),
        refused(
            "stored_file_no_update", "UPDATE", "stored_file", "a stored file never changes"
        ),
        refused(
            "stored_file_kept",
            "DELETE",
            "stored_file",
            "a stored file that a receipt is made of is never deleted",
            _FILE_ON_RECEIPT,
        ),
    ]
)
