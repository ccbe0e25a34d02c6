"""A list, and the record that is open: beside it when there is room, else in its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coopdesk.ui.record_list import RecordList
    from coopdesk.ui.widgets.detail_panel import DetailPanel

# Narrower than this, list and record would both be cut off.
BESIDE_FROM = 860
_PANEL_WIDTH = 430
# Up and Down belong to the list, and to what is read in its place.
_TURNS = {"Ctrl+PgUp": -1, "Ctrl+PgDown": 1}


class ListDetail(QSplitter):
    """Opens the current record on Enter or a double click, and follows the list while open."""

    wanted = Signal(int)  # the record to show
    opened = Signal(int)  # one that was asked for, not one that is passed by in the list
    covered = Signal(bool)  # the record stands in place of the list

    def __init__(
        self, records: RecordList, panel: DetailPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = records
        self._panel = panel
        self._shown: int | None = None
        self._covers = False
        self._is_alone = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.addWidget(records)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([2 * _PANEL_WIDTH, _PANEL_WIDTH])
        panel.hide()
        self._turns = [self._make_turn(keys, by) for keys, by in _TURNS.items()]
        panel.closed.connect(self.close_record)
        records.record_activated.connect(self._on_activated)
        records.current_changed.connect(self._on_current_changed)

    def _make_turn(self, keys: str, by: int) -> QShortcut:
        turn = QShortcut(QKeySequence(keys), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.setEnabled(False)
        turn.activated.connect(partial(self._turn, by))
        # A record may hold a list of its own, with the same keys.
        turn.activatedAmbiguously.connect(partial(self._turn, by))
        return turn

    @property
    def shown_id(self) -> int | None:
        """The record in the panel, None while it is closed."""
        return self._shown

    @property
    def chosen_id(self) -> int | None:
        """The record an action is about: in the panel, under the cursor, or selected."""
        chosen = self._shown or self._records.table.current_id
        return chosen or next(iter(self._records.selected_ids), None)

    def open_record(self, record_id: int) -> None:
        """Show a record beside the list or in its place."""
        self._show(record_id)
        self.opened.emit(record_id)

    def _show(self, record_id: int) -> None:
        was_open = self._shown is not None
        self._shown = record_id
        if not was_open:
            self._arrange()
        if self._covers:
            self._panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit(record_id)

    @Slot(bool)
    def set_alone(self, wanted: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Let the record take the place of the list, whatever room there is; or no longer."""
        self._is_alone = wanted
        self._arrange()

    @Slot()
    def close_record(self) -> None:
        """Close the panel and go back to the list."""
        if self._shown is None:
            return
        self._shown = None
        self._arrange()
        self._panel.clear()
        self._records.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, by: int) -> None:
        """Open the record above or below that of the innermost list that has the keys."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, ListDetail) and widget.shown_id is not None:
                widget.step(by)
                return
            widget = widget.parentWidget()
        self.step(by)

    def step(self, by: int) -> None:
        """Open the record so many rows below the one in the panel, if there is one."""
        table = self._records.table
        other = None if self._shown is None else table.beside(self._shown, by)
        if other is not None:
            table.select_id(other)
            if self._shown != other:  # the cursor of the list was there already
                self._show(other)

    def read_again(self) -> None:
        """Ask for the record in the panel once more: something changed."""
        if self._shown is not None:
            self.wanted.emit(self._shown)

    @Slot(object)
    def _on_activated(self, record_id: int) -> None:
        self.open_record(record_id)

    @Slot(object)
    def _on_current_changed(self, record_id: int | None) -> None:
        if self._shown is not None and record_id not in {None, self._shown}:
            assert record_id is not None
            self._show(record_id)

    def _arrange(self) -> None:
        is_open = self._shown is not None
        narrow = self._is_alone or self.width() < BESIDE_FROM
        self._panel.set_narrow(is_narrow=narrow)
        self._panel.setVisible(is_open)
        for turn in self._turns:
            turn.setEnabled(is_open)
        covers = is_open and narrow
        self._records.setVisible(not covers)
        if covers != self._covers:
            self._covers = covers
            self.covered.emit(covers)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._shown is not None:
            self.close_record()
        else:
            super().keyPressEvent(event)
