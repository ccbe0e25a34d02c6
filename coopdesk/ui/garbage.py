"""Collects garbage on the UI thread only.

A collection that a worker thread happens to start would delete Qt objects in the wrong thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1_000


def collect_due() -> None:
    """Collect the oldest generation that is due, as the interpreter itself would."""
    thresholds = gc.get_threshold()
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return


class GarbageTimer(QObject):
    """Turns automatic collection off and does the same work on a timer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self._on_timeout)
        timer.start(_INTERVAL_MS)

    @Slot()
    def settle(self) -> None:
        """Set aside what has been loaded by now: it stays, and need not be searched again."""
        gc.collect()
        gc.freeze()

    @Slot()
    def _on_timeout(self) -> None:
        collect_due()
