"""An office with many donors whose receipts wait to be issued."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentSource,
)
from coopdesk.domain.receipts import Verdict
from coopdesk.services.association import AssociationService
from coopdesk.services.opening import open_database, signature
from coopdesk.storage.donation_store import donation_values
from coopdesk.storage.payment_rows import line_values, payment_values
from tests.building import PROFILE, new_units, person

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.registry import Services

YEAR = 2025
PAID_ON = dt.date(YEAR, 6, 1)


def build_office(path: Path, donors: int) -> Path:
    """Create a database in which every donor gave once and has no receipt yet."""
    with new_units(path) as units:
        AssociationService(units).save(PROFILE)
        with units.write("test") as work:
            names = [person(f"Lefèvre {number}") for number in range(donors)]
            contact_ids = work.contacts.add_many(names)
            gifts = [(key, Money(1000 + 7 * key)) for key in contact_ids]
            payments = [_payment(key, amount) for key, amount in gifts]
            payment_ids = work.imports.add_payments([payment_values(x) for x in payments])
            line_ids = work.imports.add_lines(
                [
                    line_values(key, payment.parts[0])
                    for key, payment in zip(payment_ids, payments, strict=True)
                ]
            )
            work.imports.add_donations(
                [
                    donation_values(
                        NewDonation(PAID_ON, amount, PaymentMode.CARD, key), line_id, None, ""
                    )
                    for (key, amount), line_id in zip(gifts, line_ids, strict=True)
                ]
            )
            work.commit()
    return path


def _payment(payer_id: int, amount: Money) -> NewPayment:
    return NewPayment(
        paid_on=PAID_ON,
        amount=amount,
        mode=PaymentMode.CARD,
        parts=(PaymentPart(LineKind.GIFT, amount),),
        payer_id=payer_id,
        source=PaymentSource.MANUAL,
    )


def open_office(path: Path) -> Services:
    """Open a file the way the program starts."""
    return open_database(path, signature("Camille", Origin.COMMAND_LINE))


def waiting_gifts(services: Services) -> list[int]:
    """Return the ids of the gifts that a receipt could be issued for."""
    return [line.gift.donation_id for line in services.receipts.review(YEAR).of(Verdict.READY)]


def faults(path: Path, acknowledged: dict[int, int]) -> list[str]:
    """Return what is wrong after a crash; ``acknowledged`` names the number of each gift.

    The program's own check is asked first; the figures are then read by other means.
    """
    services = open_office(path)
    try:
        found = [str(finding) for finding in services.database.check().findings]
    finally:
        services.database.close()
    with closing(sqlite3.connect(path)) as connection:
        receipts = connection.execute(
            "SELECT r.number, g.donation_id, f.content, r.pdf, r.pdf_sha256"
            " FROM tax_receipt r LEFT JOIN stored_file f ON f.id = r.pdf_base_id"
            " LEFT JOIN tax_receipt_gift g ON g.receipt_id = r.id ORDER BY r.id"
        ).fetchall()
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
    numbers = [number for number, *_others in receipts]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(f"gap or double in {numbers}")
    stored = {donation_id: number for number, donation_id, *_others in receipts}
    lost = {key: number for key, number in acknowledged.items() if stored.get(key) != number}
    if lost:
        found.append(f"acknowledged but lost or renumbered: {lost}")
    for number, _gift, base, tail, digest in receipts:
        pdf = (base or b"") + tail
        if hashlib.sha256(pdf).hexdigest() != digest or not pdf.startswith(b"%PDF"):
            found.append(f"paper of {number} is not the one issued")
    if integrity != "ok":
        found.append(integrity)
    return found


def receipt_count(path: Path) -> int:
    """Return how many receipts a file holds."""
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM tax_receipt").fetchone()
    return int(count)
