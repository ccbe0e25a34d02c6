"""What a person feels while 20 000 contacts are imported: the window, and its lists.

During the import a timer notes how long the window leaves its events waiting, and a list of
contacts is asked for again and again, ids and first page, as by somebody who searches. Wall
clock times, on a machine that should have nothing else to do. No bar but UX: the window stays
alive all along, and the rest of it usable.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.contact_imports import HEADER, rows_of_file
from benchmarks.measuring import quantile
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import create_database, signature
from coopdesk.ui.changes import ChangeBus
from coopdesk.ui.feedback import Feedback
from coopdesk.ui.tables import PAGE
from coopdesk.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from coopdesk.services.registry import Services

ROWS = 20_000
KNOWN = 5_000
_TICK_MS = 5
_BETWEEN_SEARCHES_MS = 100


class Person:
    """Notes how long events wait, and how long a list lets wait for its rows."""

    def __init__(self, tasks: TaskRunner, owner: QWidget, services: Services) -> None:
        self.gaps: list[float] = []
        self.answers: list[float] = []
        self._tasks = tasks
        self._owner: QWidget | None = owner
        self._contacts = services.contacts
        self._seen = time.perf_counter()
        self._ticking = QTimer(owner)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start(_TICK_MS)
        QTimer.singleShot(0, owner, self._search)

    def stop(self) -> None:
        """Go away."""
        self._ticking.stop()
        self._owner = None

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._seen)
        self._seen = now

    def _search(self) -> None:
        if self._owner is not None:
            asked = time.perf_counter()
            self._tasks.query(self._owner, self._look, partial(self._on_found, asked))

    def _look(self) -> object:
        ids = self._contacts.ids(ContactFilter("le"))
        return self._contacts.lines(ids[:PAGE])

    def _on_found(self, asked: float, _lines: object) -> None:
        self.answers.append(time.perf_counter() - asked)
        if self._owner is not None:
            QTimer.singleShot(_BETWEEN_SEARCHES_MS, self._owner, self._search)


def report(name: str, seconds: list[float]) -> None:
    """Print the median, p95 and worst of what was noted."""
    told = [1000 * quantile(seconds, share) for share in (0.5, 0.95, 1.0)]
    print(
        f"{name}: {len(seconds)} times,"
        f" p50 {told[0]:.0f}, p95 {told[1]:.0f}, max {told[2]:.0f} ms"
    )


def main() -> None:
    """Print what a person felt during an import, and during the same time without."""
    application = QApplication(sys.argv)
    window = QWidget()
    changes = ChangeBus(window)
    tasks = TaskRunner(changes, Feedback(window), window)
    with tempfile.TemporaryDirectory() as folder:
        services = create_database(
            Path(folder) / "living.coopdesk", signature("", Origin.WINDOW)
        )
        services.demo.build(KNOWN, 2, 1901)
        path = Path(folder) / "people.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(HEADER)
            writer.writerows(rows_of_file(ROWS))
        person = Person(tasks, window, services)
        QTimer.singleShot(3_000, window, application.quit)
        application.exec()
        report("at rest, events wait", person.gaps)
        report("at rest, a list is there after", person.answers)
        person.gaps.clear()
        person.answers.clear()
        started = time.perf_counter()
        tasks.job(
            window,
            "import",
            lambda progress: services.contact_imports.apply(path, progress=progress),
            ended=application.quit,
        )
        application.exec()
        print(f"import of {ROWS} contacts: {time.perf_counter() - started:.1f} s")
        report("meanwhile, events wait", person.gaps)
        report("meanwhile, a list is there after", person.answers)
        person.stop()
        tasks.shut_down()
        services.database.close()


if __name__ == "__main__":
    main()
