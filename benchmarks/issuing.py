"""Issue thousands of receipts in one run: time, memory, and what the window feels meanwhile.

2 000 donors with three gifts each, then 10 000 donors with one. A timer notes how long the
window leaves its events waiting at rest and during the run (bar: p99 at most twice that at
rest); the memory is what the process holds at most meanwhile, and afterwards, beyond what it
held before (bar: 50 MB). Wall clock, on a machine that should have nothing else to do.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measuring import quantile
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import Association
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.receipts import ReceiptFilter
from coopdesk.services.opening import create_database, signature
from coopdesk.storage.donation_store import donation_values
from coopdesk.storage.payment_store import line_values, payment_values
from coopdesk.ui.changes import ChangeBus
from coopdesk.ui.feedback import Feedback
from coopdesk.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.registry import Services
    from coopdesk.storage.unit_of_work import Work

YEAR = 2025
RUNS = ((2_000, 3), (10_000, 1))
_TICK_MS = 10
_REST_MS = 5_000
_MODES = (PaymentMode.CASH, PaymentMode.CHEQUE, PaymentMode.CARD)
_PROFILE = Association(
    name="La Coop des Rives",
    purpose="Relier celles et ceux qui font vivre les communs.",
    rna="W442000001",
    address=PostalAddress("3 quai de la Fosse", "", "44000", "Nantes"),
    signatory_name="Camille Aubry",
    signatory_role="Trésorière",
)


def donors(count: int) -> Iterator[NewContact]:
    """Yield invented people with an address."""
    for number in range(count):
        address = PostalAddress(f"{number % 90 + 1} rue des Érables", "", "44000", "Nantes")
        yield NewContact(last_name=f"Œillet {number:05d}", first_name="Zoé", address=address)


def give(work: Work, donor_ids: list[int], each: int) -> None:
    """Store gifts of money: ``each`` for everybody, in as many modes."""
    days = [dt.date(YEAR, 2 + 3 * number, 14) for number in range(each)]
    part = PaymentPart(LineKind.GIFT, Money(25_00))
    gifts = [
        NewDonation(day, part.amount, mode, donor)
        for donor in donor_ids
        for day, mode in zip(days, _MODES, strict=False)
    ]
    payments = [
        payment_values(
            NewPayment(x.received_on, x.amount, x.mode, (part,), payer_id=x.donor_id)
        )
        for x in gifts
    ]
    lines = [line_values(key, part) for key in work.imports.add_payments(payments)]
    line_ids = work.imports.add_lines(lines)
    rows = [
        donation_values(gift, key, None, "") for gift, key in zip(gifts, line_ids, strict=True)
    ]
    work.imports.add_donations(rows)


def filled(folder: Path, count: int, each: int) -> Services:
    """Return the services of a database with gifts and without receipts."""
    services = create_database(folder / f"{count}.coopdesk", signature("", Origin.WINDOW))
    services.association.save(_PROFILE)
    with services.donations._units.write("demo.built") as work:  # noqa: SLF001 (seeds faster than any command)
        give(work, work.contacts.add_many(list(donors(count))), each)
        work.commit()
    return services


def modes_of_receipts(services: Services) -> Iterator[list[PaymentMode]]:
    """Yield the modes that each receipt lists, in the order of its payments."""
    for receipt_id in services.receipts.ids(ReceiptFilter(YEAR)):
        gifts = services.receipts.detail(receipt_id).snapshot.gifts
        yield [gift.mode for gift in gifts]


class Clock:
    """Notes how long events wait."""

    def __init__(self, owner: QWidget) -> None:
        self.gaps: list[float] = []
        self._seen = time.perf_counter()
        self._timer = QTimer(owner)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._seen)
        self._seen = now

    def p99(self) -> float:
        """Return what 99 of 100 events waited at most, in milliseconds, and start again."""
        gaps, self.gaps = self.gaps, []
        return 1000 * quantile(gaps, 0.99)


def held() -> float:
    """Return the memory that the process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def forget_peak() -> float:
    """Begin to note the most memory held anew, and return what is held now, in MB."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return held()


def peak() -> float:
    """Return the most memory that was held since ``forget_peak``, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = [one for one in status.splitlines() if one.startswith("VmHWM")]
    return int(line.split()[1]) * 1024 / 1e6


def run(application: QApplication, folder: Path, count: int, each: int) -> None:
    """Issue the receipts of everybody and print what it took."""
    services = filled(folder, count, each)
    window = QWidget()
    tasks = TaskRunner(ChangeBus(window), Feedback(window), window)
    clock = Clock(window)
    QTimer.singleShot(_REST_MS, window, application.quit)
    application.exec()
    rest = clock.p99()
    before, started = forget_peak(), time.perf_counter()
    tasks.job(
        window,
        "issue",
        lambda progress: services.receipts.issue_year(YEAR, progress=progress),
        ended=application.quit,
    )
    application.exec()
    seconds, grown, kept = time.perf_counter() - started, peak() - before, held() - before
    issued, amount = services.receipts.totals(YEAR)
    assert (issued, amount) == (count, Money(25_00 * count * each))
    assert all(modes == list(_MODES[:each]) for modes in modes_of_receipts(services))
    print(
        f"{count} donors x {each}: {seconds:.1f} s, {1000 * seconds / count:.2f} ms each,"
        f" memory +{grown:.0f} MB at most, +{kept:.0f} MB after;"
        f" events wait p99 {clock.p99():.1f} ms, at rest {rest:.1f} ms"
    )
    tasks.shut_down()
    services.database.close()


def main() -> None:
    """Print the figures of each run."""
    application = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        for count, each in RUNS:
            run(application, Path(folder), count, each)


if __name__ == "__main__":
    main()
