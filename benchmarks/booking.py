"""Prepare the entries of 100 000 payments, and ask again when all are booked: CPU time.

``python -m benchmarks.booking [PAYMENTS]``; beside what waits, the bare SQL query of the rows.
"""

from __future__ import annotations

import datetime as dt
import gc
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import cpu_seconds
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.services.booking import BookingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.entries import EntryService
from coopdesk.storage.booking_sources import payment_prints
from coopdesk.storage.donation_store import donation_values
from coopdesk.storage.migrations import create_database
from coopdesk.storage.payment_store import line_values, payment_values
from coopdesk.storage.unit_of_work import Signature, Units

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 100_000
TODAY = dt.date(2026, 12, 31)
_KINDS = (LineKind.GIFT, LineKind.FEE, LineKind.SALE, LineKind.REGISTRATION)
_MODES = tuple(PaymentMode)


def payments(count: int, payers: list[int]) -> Iterator[NewPayment]:
    """Yield payments of a year, one line each."""
    for number in range(count):
        amount = Money(500 + number % 9_000)
        yield NewPayment(
            paid_on=dt.date(2026, 1, 1) + dt.timedelta(days=number % 365),
            amount=amount,
            mode=_MODES[number % len(_MODES)],
            parts=(PaymentPart(_KINDS[number % len(_KINDS)], amount),),
            payer_id=payers[number % len(payers)],
            label="Fête",
        )


def fill(units: Units, count: int) -> None:
    """Write payments and the gifts among them, many rows at a time."""
    contacts = ContactService(units, lambda: TODAY)
    payers = [contacts.add(NewContact(last_name=f"Nom {n}")).value.id for n in range(50)]
    made = list(payments(count, payers))
    with units.write("demo.built") as work:
        ids = work.imports.add_payments([payment_values(one) for one in made])
        lines = [line_values(key, one.parts[0]) for key, one in zip(ids, made, strict=True)]
        line_ids = work.imports.add_lines(lines)
        gifts = [
            donation_values(
                NewDonation(one.paid_on, one.amount, one.mode, one.payer_id), key, None, ""
            )
            for one, key in zip(made, line_ids, strict=True)
            if one.parts[0].kind is LineKind.GIFT
        ]
        work.imports.add_donations(gifts)
        work.commit()


def measure(units: Units) -> None:
    """Print what preparing and asking take."""
    booking = BookingService(units, lambda: TODAY)
    print(f"what waits, nothing booked: {cpu_seconds(booking.pending):.2f} s")
    print(f"prepare all: {cpu_seconds(booking.book):.1f} s")
    print(f"what waits, all drafts: {cpu_seconds(booking.pending):.2f} s")
    EntryService(units, lambda: TODAY).validate()
    print(f"what waits, all validated: {cpu_seconds(booking.pending):.2f} s")
    with units.database.reading() as connection:
        bare = cpu_seconds(lambda: connection.execute(payment_prints()).all())
    print(f"the bare query of the payments: {bare:.2f} s")


def main(count: int) -> None:
    """Measure in a temporary folder; garbage is collected by nobody, as on the worker."""
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        database = create_database(Path(folder) / "booking.coopdesk")
        now = dt.datetime(2026, 12, 31, 9, tzinfo=dt.UTC)
        units = Units(database, Signature("", Origin.COMMAND_LINE, lambda: now))
        fill(units, count)
        measure(units)
        database.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
