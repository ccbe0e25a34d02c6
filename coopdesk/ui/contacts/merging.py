"""Compares two contacts over any page, and merges them or tells them apart as decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.contacts.merge_dialog import MergeDialog, MergeOrder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.merging import MergeSheet
    from coopdesk.services.duplicates import DuplicateService
    from coopdesk.ui.desk import Desk


class ContactMerger(QObject):
    """Opens the comparison of two contacts and sends what was decided."""

    merged = Signal(object)  # Contact
    told_apart = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._pair: tuple[int, int] = (0, 0)
        self.dialog: MergeDialog | None = None

    def compare(self, keep_id: int, drop_id: int) -> None:
        """Show two contacts side by side; the first is proposed to be kept."""
        read = partial(_both_ways, self._desk.services.duplicates, keep_id, drop_id)
        self._desk.tasks.query(self, read, self._on_read, replaces="comparison")

    def tell_apart(self, pairs: list[tuple[int, int]]) -> None:
        """Remember of each pair that the two are two."""
        if pairs:
            call = partial(self._desk.services.duplicates.none_same, pairs)
            self._desk.tasks.command(self, call, self._on_told_apart)

    def _on_read(self, sheets: tuple[MergeSheet, MergeSheet]) -> None:
        if self.dialog is not None:
            return
        dialog = MergeDialog(*sheets, self._window)
        self.dialog = dialog
        self._pair = (sheets[0].keep.id, sheets[0].drop.id)
        dialog.submitted.connect(self._on_submitted)
        dialog.told_apart.connect(self._on_apart)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, order: MergeOrder) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        service = self._desk.services.duplicates
        call = partial(service.merge, order.keep_id, order.drop_id, order.choices)
        self._desk.tasks.command(
            dialog, call, self._on_merged, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_merged(self, contact: Contact) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.merged.emit(contact)

    @Slot()
    def _on_apart(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
            self.tell_apart([self._pair])

    def _on_told_apart(self, _count: int) -> None:
        self.told_apart.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _both_ways(
    service: DuplicateService, keep_id: int, drop_id: int
) -> tuple[MergeSheet, MergeSheet]:
    """Return the comparison with each of the two kept; runs on the worker."""
    return service.comparison(keep_id, drop_id), service.comparison(drop_id, keep_id)
