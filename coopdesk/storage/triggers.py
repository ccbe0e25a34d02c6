"""Triggers that keep what is issued from ever changing, by any SQL short of dropping them.

They stand in code, not in migrations: the runner drops them before the steps and puts them back
after, because renaming a table fails while a trigger names it, and rebuilding one loses its
triggers. Checks on insert do not rely on ``recursive_triggers``: a foreign tool's REPLACE is
refused as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.storage.sums import SUM_TRIGGERS

if TYPE_CHECKING:
    from sqlalchemy import Connection


def _refused(name: str, event: str, table: str, reason: str, condition: str = "") -> str:
    when = f"WHEN {condition} " if condition else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
    )


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
_FILE_ON_RECEIPT = "EXISTS (SELECT 1 FROM tax_receipt WHERE pdf_base_id = OLD.id)"
_WRONG_GIFT = (
    "EXISTS (SELECT 1 FROM tax_receipt_gift"
    " WHERE donation_id = NEW.donation_id AND (is_living = 1 OR receipt_id = NEW.receipt_id))"
    " OR NEW.is_living <> 1"
    " OR EXISTS (SELECT 1 FROM tax_receipt_void WHERE receipt_id = NEW.receipt_id)"
    " OR EXISTS (SELECT 1 FROM donation_return WHERE donation_id = NEW.donation_id)"
    " OR NEW.amount_cents <> (SELECT amount_cents FROM donation WHERE id = NEW.donation_id)"
    " OR NEW.amount_cents + (SELECT coalesce(sum(amount_cents), 0) FROM tax_receipt_gift"
    " WHERE receipt_id = NEW.receipt_id) > (SELECT amount_cents FROM tax_receipt"
    " WHERE id = NEW.receipt_id)"
)

# INSERT OR REPLACE and UPDATE OR REPLACE take away what stands in the way, and without
# ``recursive_triggers`` no trigger on DELETE is asked: nothing may stand in the way.
_GIFT_TAKEN = (
    "id = NEW.id OR payment_line_id = NEW.payment_line_id"
    " OR expense_sheet_id = NEW.expense_sheet_id"
    " OR (pledge_id = NEW.pledge_id AND pledge_due_on = NEW.pledge_due_on)"
)
_GIFT_TWICE = f"EXISTS (SELECT 1 FROM donation WHERE {_GIFT_TAKEN})"  # noqa: S608 (our own text)
_OTHER_GIFT = f"SELECT 1 FROM donation WHERE id <> OLD.id AND ({_GIFT_TAKEN})"  # noqa: S608 (our own text)
_GIFT_MOVED = f"NEW.id <> OLD.id OR EXISTS ({_OTHER_GIFT})"
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
_SERIES_LATE = (
    "EXISTS (SELECT 1 FROM receipt_series WHERE id = NEW.id OR year = NEW.year)"
    " OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = NEW.year)"
)

TRIGGERS: dict[str, str] = {
    "tax_receipt_no_update": _refused(
        "tax_receipt_no_update", "UPDATE", "tax_receipt", "an issued receipt never changes"
    ),
    "tax_receipt_no_delete": _refused(
        "tax_receipt_no_delete", "DELETE", "tax_receipt", "an issued receipt is never deleted"
    ),
    "tax_receipt_dense": _refused(
        "tax_receipt_dense",
        "INSERT",
        "tax_receipt",
        "receipt numbers follow without gap",
        _WRONG_NUMBER,
    ),
    "tax_receipt_gift_no_update": _refused(
        "tax_receipt_gift_no_update",
        "UPDATE",
        "tax_receipt_gift",
        "an issued receipt never changes",
        _NOT_VOIDING,
    ),
    "tax_receipt_gift_no_delete": _refused(
        "tax_receipt_gift_no_delete",
        "DELETE",
        "tax_receipt_gift",
        "an issued receipt never changes",
    ),
    "tax_receipt_gift_fits": _refused(
        "tax_receipt_gift_fits",
        "INSERT",
        "tax_receipt_gift",
        "a gift is on one living receipt at most and for its amount",
        _WRONG_GIFT,
    ),
    "tax_receipt_replaces_voided": _refused(
        "tax_receipt_replaces_voided",
        "INSERT",
        "tax_receipt",
        "only a voided receipt is replaced, and once",
        _WRONG_REPLACEMENT,
    ),
    "tax_receipt_void_no_update": _refused(
        "tax_receipt_void_no_update",
        "UPDATE",
        "tax_receipt_void",
        "a voided receipt stays voided",
    ),
    "tax_receipt_void_no_delete": _refused(
        "tax_receipt_void_no_delete",
        "DELETE",
        "tax_receipt_void",
        "a voided receipt stays voided",
    ),
    "tax_receipt_void_dense": _refused(
        "tax_receipt_void_dense",
        "INSERT",
        "tax_receipt_void",
        "voided receipts follow without gap, each once",
        _WRONG_VOID,
    ),
    "tax_receipt_void_told": (
        "CREATE TRIGGER tax_receipt_void_told AFTER INSERT ON tax_receipt_void"
        " BEGIN UPDATE tax_receipt_gift SET is_living = 0"
        " WHERE receipt_id = NEW.receipt_id; END"
    ),
    "receipt_series_no_update": _refused(
        "receipt_series_no_update",
        "UPDATE",
        "receipt_series",
        "numbers of receipts keep their form",
        _SERIES_USED,
    ),
    "receipt_series_no_delete": _refused(
        "receipt_series_no_delete",
        "DELETE",
        "receipt_series",
        "numbers of receipts keep their form",
        _SERIES_USED,
    ),
    "receipt_loss_no_update": _refused(
        "receipt_loss_no_update", "UPDATE", "receipt_loss", "a lost receipt stays lost"
    ),
    "receipt_loss_no_delete": _refused(
        "receipt_loss_no_delete", "DELETE", "receipt_loss", "a lost receipt stays lost"
    ),
    "receipt_loss_once": _refused(
        "receipt_loss_once",
        "INSERT",
        "receipt_loss",
        "a lost receipt stays lost",
        "EXISTS (SELECT 1 FROM receipt_loss WHERE id = NEW.id)"
        " OR EXISTS (SELECT 1 FROM tax_receipt WHERE year = NEW.year"
        " AND number >= NEW.first_number)",
    ),
    "receipt_series_first": _refused(
        "receipt_series_first",
        "INSERT",
        "receipt_series",
        "numbers of receipts have their form before the first, once",
        _SERIES_LATE,
    ),
    "donation_once": _refused(
        "donation_once", "INSERT", "donation", "a gift is recorded once", _GIFT_TWICE
    ),
    "donation_stays": _refused(
        "donation_stays",
        "UPDATE OF id, payment_line_id, expense_sheet_id, pledge_id, pledge_due_on",
        "donation",
        "a gift is recorded once",
        _GIFT_MOVED,
    ),
    "payment_once": _refused(
        "payment_once", "INSERT", "payment", "a payment is recorded once", _PAYMENT_TWICE
    ),
    "payment_line_once": _refused(
        "payment_line_once",
        "INSERT",
        "payment_line",
        "a payment is recorded once",
        _LINE_TWICE,
    ),
    "payment_stays": _refused(
        "payment_stays",
        "UPDATE OF id, source, outside_ref",
        "payment",
        "a payment is recorded once",
        f"NEW.id <> OLD.id OR {_OTHER_PAYMENT}",
    ),
    "payment_line_keeps_id": _refused(
        "payment_line_keeps_id",
        "UPDATE OF id",
        "payment_line",
        "a payment is recorded once",
        "NEW.id <> OLD.id",
    ),
    "donation_frozen": _refused(
        "donation_frozen",
        "UPDATE OF payment_line_id, received_on, amount_cents, mode, nature, form,"
        " ineligibility, outside_receipt, description, value_basis, counterpart_cents,"
        " is_for_ifi, expense_sheet_id",
        "donation",
        "a gift on a receipt never changes",
        _ON_RECEIPT,
    ),
    "donation_keeps_donor": _refused(
        "donation_keeps_donor",
        "UPDATE OF donor_id",
        "donation",
        "a gift on a receipt never changes",
        f"{_ON_RECEIPT} AND {_TO_ANOTHER_DONOR}",
    ),
    "donation_kept": _refused(
        "donation_kept",
        "DELETE",
        "donation",
        "a gift on a receipt is never deleted",
        _ON_ANY_RECEIPT,
    ),
    "payment_line_frozen": _refused(
        "payment_line_frozen",
        "UPDATE OF payment_id, kind, amount_cents",
        "payment_line",
        "a gift on a receipt never changes",
        _LINE_ON_RECEIPT,
    ),
    "payment_frozen": _refused(
        "payment_frozen",
        "UPDATE OF direction, paid_on, amount_cents, mode, state",
        "payment",
        "a gift on a receipt never changes",
        _PAYMENT_ON_RECEIPT,
    ),
    "payment_keeps_payer": _refused(
        "payment_keeps_payer",
        "UPDATE OF payer_id",
        "payment",
        "a gift on a receipt never changes",
        f"{_PAYMENT_ON_RECEIPT} AND {_TO_ANOTHER_PAYER}",
    ),
    "stored_file_once": _refused(
        "stored_file_once",
        "INSERT",
        "stored_file",
        "a stored file never changes",
        _FILE_TWICE,
    ),
    "stored_file_no_update": _refused(
        "stored_file_no_update", "UPDATE", "stored_file", "a stored file never changes"
    ),
    "stored_file_kept": _refused(
        "stored_file_kept",
        "DELETE",
        "stored_file",
        "a stored file that a receipt is made of is never deleted",
        _FILE_ON_RECEIPT,
    ),
    "share_movement_dense": _refused(
        "share_movement_dense",
        "INSERT",
        "share_movement",
        "numbers of the register of shares follow without gap",
        "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM share_movement)",
    ),
    "share_movement_last": _refused(
        "share_movement_last",
        "DELETE",
        "share_movement",
        "only the last movement of shares can be taken back",
        "OLD.number < (SELECT max(number) FROM share_movement)",
    ),
    **SUM_TRIGGERS,
}


def install(connection: Connection) -> None:
    """Put every trigger in place, replacing what is there."""
    drop_all(connection)
    for statement in TRIGGERS.values():
        connection.exec_driver_sql(statement)


def drop_all(connection: Connection) -> None:
    """Remove every trigger; only the migration runner does this, inside its transaction."""
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def missing(connection: Connection) -> tuple[str, ...]:
    """Name the triggers that the file lacks, or has in another wording."""
    present = _present(connection)
    return tuple(name for name, sql in TRIGGERS.items() if present.get(name) != sql)


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    return {row.name: row.sql for row in rows}
