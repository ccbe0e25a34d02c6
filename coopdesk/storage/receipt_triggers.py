"""Triggers that keep issued receipts, what became of them, and the form of their numbers."""

from __future__ import annotations

from coopdesk.storage.refusing import refused

# Numbers that were noted as lost are not given again (docs/decisions/0025).
_WRONG_NUMBER = (
    "NEW.number <> 1 + max("
    "coalesce((SELECT max(number) FROM tax_receipt WHERE year = NEW.year), 0),"
    " coalesce((SELECT max(last_number) FROM receipt_loss WHERE year = NEW.year), 0))"
    " OR NEW.previous_hash <>"
    " coalesce((SELECT hash FROM tax_receipt ORDER BY id DESC LIMIT 1), '')"
    " OR EXISTS (SELECT 1 FROM tax_receipt WHERE id = NEW.id OR hash = NEW.hash"
    " OR number_text = NEW.number_text)"
)
# Only what was voided is replaced, and only once.
_WRONG_REPLACEMENT = (
    "NEW.replaces_id IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM tax_receipt_void"
    " WHERE receipt_id = NEW.replaces_id)"
    " OR EXISTS (SELECT 1 FROM tax_receipt WHERE replaces_id = NEW.replaces_id))"
)
_WRONG_VOID = (
    "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM tax_receipt_void)"
    " OR NEW.previous_hash <>"
    " coalesce((SELECT hash FROM tax_receipt_void ORDER BY number DESC LIMIT 1), '')"
    " OR EXISTS (SELECT 1 FROM tax_receipt_void"
    " WHERE id = NEW.id OR hash = NEW.hash OR receipt_id = NEW.receipt_id)"
)
# What a void tells the gifts of its receipt, and nothing else.
_NOT_VOIDING = (
    "NOT (NEW.is_living = 0 AND OLD.is_living = 1 AND NEW.receipt_id = OLD.receipt_id"
    " AND NEW.donation_id = OLD.donation_id AND NEW.amount_cents = OLD.amount_cents"
    " AND EXISTS (SELECT 1 FROM tax_receipt_void WHERE receipt_id = OLD.receipt_id))"
)
_SERIES_USED = "EXISTS (SELECT 1 FROM tax_receipt WHERE year = OLD.year)"
# UPDATE OR REPLACE takes away the row of a year that is used, if another may take its place.
_SERIES_MOVED = "NEW.id <> OLD.id OR NEW.year <> OLD.year"
# A table of two keys has a ``rowid`` as well, which INSERT OR REPLACE would take from another.
_WRONG_GIFT = (
    "EXISTS (SELECT 1 FROM tax_receipt_gift"
    " WHERE donation_id = NEW.donation_id AND (is_living = 1 OR receipt_id = NEW.receipt_id))"
    " OR EXISTS (SELECT 1 FROM tax_receipt_gift WHERE rowid = NEW.rowid)"
    " OR NEW.is_living <> 1"
    " OR EXISTS (SELECT 1 FROM tax_receipt_void WHERE receipt_id = NEW.receipt_id)"
    " OR EXISTS (SELECT 1 FROM donation_return WHERE donation_id = NEW.donation_id)"
    " OR NEW.amount_cents <> (SELECT amount_cents FROM donation WHERE id = NEW.donation_id)"
    " OR NEW.amount_cents + (SELECT coalesce(sum(amount_cents), 0) FROM tax_receipt_gift"
    " WHERE receipt_id = NEW.receipt_id) > (SELECT amount_cents FROM tax_receipt"
    " WHERE id = NEW.receipt_id)"
)
_SERIES_LATE = (
    "EXISTS (SELECT 1 FROM receipt_series WHERE id = NEW.id OR year = NEW.year)"
    " OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = NEW.year)"
)

RECEIPT_TRIGGERS: dict[str, str] = dict(
    [
        refused(
            "tax_receipt_no_update", "UPDATE", "tax_receipt", "an issued receipt never changes"
        ),
        refused(
            "tax_receipt_no_delete",
            "DELETE",
            "tax_receipt",
            "an issued receipt is never deleted",
        ),
        refused(
            "tax_receipt_dense",
            "INSERT",
            "tax_receipt",
            "receipt numbers follow without gap",
            _WRONG_NUMBER,
        ),
        refused(
            "tax_receipt_gift_no_update",
            "UPDATE",
            "tax_receipt_gift",
            "an issued receipt never changes",
            _NOT_VOIDING,
        ),
        refused(
            "tax_receipt_gift_no_delete",
            "DELETE",
            "tax_receipt_gift",
            "an issued receipt never changes",
        ),
        refused(
            "tax_receipt_gift_fits",
            "INSERT",
            "tax_receipt_gift",
            "a gift is on one living receipt at most and for its amount",
            _WRONG_GIFT,
        ),
        refused(
            "tax_receipt_replaces_voided",
            "INSERT",
            "tax_receipt",
            "only a voided receipt is replaced, and once",
            _WRONG_REPLACEMENT,
        ),
        refused(
            "tax_receipt_void_no_update",
            "UPDATE",
            "tax_receipt_void",
            "a voided receipt stays voided",
        ),
        refused(
            "tax_receipt_void_no_delete",
            "DELETE",
            "tax_receipt_void",
            "a voided receipt stays voided",
        ),
        refused(
            "tax_receipt_void_dense",
            "INSERT",
            "tax_receipt_void",
            "voided receipts follow without gap, each once",
            _WRONG_VOID,
        ),
        (
            "tax_receipt_void_told",
            (
                "CREATE TRIGGER tax_receipt_void_told AFTER INSERT ON tax_receipt_void"
                " BEGIN UPDATE tax_receipt_gift SET is_living = 0"
                " WHERE receipt_id = NEW.receipt_id; END"
            ),
        ),
        refused(
            "receipt_series_no_update",
            "UPDATE",
            "receipt_series",
            "numbers of receipts keep their form",
            f"{_SERIES_MOVED} OR {_SERIES_USED}",
        ),
        refused(
            "receipt_series_no_delete",
            "DELETE",
            "receipt_series",
            "numbers of receipts keep their form",
            _SERIES_USED,
        ),
        refused(
            "receipt_loss_no_update", "UPDATE", "receipt_loss", "a lost receipt stays lost"
        ),
        refused(
            "receipt_loss_no_delete", "DELETE", "receipt_loss", "a lost receipt stays lost"
        ),
        refused(
            "receipt_loss_once",
            "INSERT",
            "receipt_loss",
            "a lost receipt stays lost",
            "EXISTS (SELECT 1 FROM receipt_loss WHERE id = NEW.id)"
            " OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = NEW.year"
            " AND number >= NEW.first_number)",
        ),
        refused(
            "receipt_series_first",
            "INSERT",
            "receipt_series",
            "numbers of receipts have their form before the first, once",
            _SERIES_LATE,
        ),
    ]
)
