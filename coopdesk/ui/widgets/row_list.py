"""Rows of the same fields that the person adds and takes away, all by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable


class EntryRow(QWidget):
    """One row; a subclass lays out its fields and ``remove_button`` among them."""

    edited = Signal()
    left = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.remove_button = QToolButton()
        self.remove_button.setProperty("kind", "flat")
        self.remove_button.setIcon(icon("x"))
        self.remove_button.clicked.connect(self.removal_wanted)

    @property
    def first_field(self) -> QWidget:
        """The field that gets the focus. To be overridden."""
        raise NotImplementedError

    def name_remove_button(self, what: str) -> None:
        """Say what the button takes away."""
        text = _("Remove: {what}").format(what=what) if what else _("Remove")
        self.remove_button.setAccessibleName(text)
        set_plain_tooltip(self.remove_button, text)

    def watch(self, field: QLineEdit | QComboBox) -> None:
        """Tell when the person changes or leaves a field of this row."""
        if isinstance(field, QComboBox):
            field.activated.connect(self.edited)
            line = field.lineEdit()
            if line is None:
                return
            line.textEdited.connect(self.edited)
        else:
            field.textEdited.connect(self.edited)
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


R = TypeVar("R", bound=EntryRow)


class RowList(QWidget, Generic[R]):
    """Rows, and the button beneath that adds one."""

    edited = Signal()
    left = Signal()
    resized = Signal()  # rows came or went: what is around may need more room

    def __init__(self, make_row: Callable[[], R], add_text: str) -> None:
        super().__init__()
        self._make_row = make_row
        self.rows: list[R] = []
        self.add_button = QPushButton(icon("plus"), add_text)
        self.add_button.setProperty("kind", "link")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        # Not by a focus proxy: it would catch Tab once the order of fields changes.
        (self.rows[0].first_field if self.rows else self.add_button).setFocus(reason)

    def add_row(self) -> R:
        """Add an empty row at the end and return it."""
        row = self._make_row()
        self.take_row(row)
        return row

    def take_row(self, row: R) -> None:
        """Put a row that was made elsewhere at the end."""
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.removal_wanted.connect(self._on_removal_wanted)
        self._layout.insertWidget(len(self.rows), row)
        if self.isVisible():
            # The layout would show it later only, and Tab passes over what is hidden.
            row.show()
        self.rows.append(row)
        self._rows_changed()

    def clear_rows(self) -> None:
        """Take all rows away without telling."""
        for row in self.rows:
            self._drop(row)
        self.rows = []
        self._rows_changed()

    def _drop(self, row: R) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _rows_changed(self) -> None:
        follow_reading(self)
        self.resized.emit()

    @Slot()
    def _on_add(self) -> None:
        row = self.add_row()
        row.first_field.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    @Slot()
    def _on_removal_wanted(self) -> None:
        row = self.sender()
        place = next((at for at, known in enumerate(self.rows) if known is row), None)
        if place is None:
            return
        gone = self.rows.pop(place)
        rest = self.rows[min(place, len(self.rows) - 1)].remove_button if self.rows else None
        (rest or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(gone)
        self._rows_changed()
        self.edited.emit()
