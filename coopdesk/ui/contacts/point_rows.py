"""Further e-mails and phones of a contact, as rows of a form."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.contact_details import ContactPoint, PointKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import check_email
from coopdesk.domain.phones import normalise_phone
from coopdesk.domain.text import clean_line
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL_WIDTH = 128


class PointRow(EntryRow):
    """One e-mail or phone, and which one it is."""

    def __init__(self, kind: PointKind) -> None:
        super().__init__()
        self._kind = kind
        self.value = QLineEdit()
        self.value.setAccessibleName(label(kind))
        self.label = label_box()
        self.value.textChanged.connect(self.name_remove_button)
        self.name_remove_button("")
        self.watch(self.value)
        self.watch(self.label)
        self.left.connect(self._on_left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.value, 1)
        row.addWidget(self.label)
        row.addWidget(self.remove_button)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.value

    def point(self) -> ContactPoint:
        """Return what is typed, as it is."""
        return ContactPoint(self._kind, self.value.text(), self.label.currentText())

    def checked_value(self) -> str:
        """Return the value tidied; raises RuleError."""
        line = clean_line(self.value.text())
        return check_email(line) if self._kind is PointKind.EMAIL else normalise_phone(line)

    @Slot()
    def _on_left(self) -> None:
        with suppress(RuleError):
            tidy = self.checked_value()
            if tidy != self.value.text():
                self.value.setText(tidy)


class PointRows(RowList[PointRow]):
    """The further e-mails, or the further phones."""

    def __init__(self, kind: PointKind) -> None:
        is_email = kind is PointKind.EMAIL
        super().__init__(
            lambda: PointRow(kind), _("Add an e-mail") if is_email else _("Add a phone")
        )
        self._kind = kind

    def points(self) -> tuple[ContactPoint, ...]:
        """Return what is typed."""
        return tuple(row.point() for row in self.rows)

    def set_points(self, points: Iterable[ContactPoint]) -> None:
        """Show those of this kind."""
        self.clear_rows()
        for point in points:
            if point.kind is self._kind:
                row = self.add_row()
                row.value.setText(point.value)
                row.value.setCursorPosition(0)
                row.label.setEditText(point.label)

    def check(self) -> None:
        """Raise RuleError for the first row that cannot be right."""
        for row in self.rows:
            row.checked_value()


def label_box() -> QComboBox:
    """Return a field for which one it is: usual words, and any other."""
    box = SteadyBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", _("work"), _("home"), _("mobile"), _("second home"), _("parents")])
    box.setAccessibleName(_("Which one"))
    box.setFixedWidth(_LABEL_WIDTH)
    line = box.lineEdit()
    assert line is not None
    line.setPlaceholderText(_("Which one"))
    line.setMaxLength(40)
    return box
