"""The lines of an expense sheet as rows that are typed quickly, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import (
    LABEL_LIMIT,
    ExpenseKind,
    NewExpenseLine,
    parse_distance,
)
from coopdesk.domain.money import ZERO
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.expenses import distance_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.expenses import Vehicle
    from coopdesk.ui.desk import Desk

# The last choice of every list of vehicles, and what stands there while there is none.
NEW_VEHICLE, NO_VEHICLE = 0, -1
_DAY_WIDTH, _KIND_WIDTH, _WORTH_WIDTH, _KM_WIDTH = 132, 200, 226, 76
_LABEL_WIDTH = 150
_UNBOUND = 16_777_215  # what Qt takes for no limit


class ExpenseRow(EntryRow):
    """Day, kind, label, then an amount, or kilometres and a vehicle."""

    entered = Signal()  # Enter in the last field
    vehicle_wanted = Signal()  # one that is not recorded yet

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.line_id: int | None = None
        self.day = DayEdit(desk.today)
        self.day.set_day(desk.today())
        self.kind = ChoiceBox([(kind, label(kind)) for kind in ExpenseKind])
        self.label = QLineEdit()
        self.label.setMaxLength(LABEL_LIMIT)
        self.amount = AmountEdit()
        self.distance = QLineEdit()
        self.distance.setPlaceholderText(_("km"))
        self.distance.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.vehicle: ChoiceBox[int] = ChoiceBox(())
        self.offer(())
        for field, said in (
            (self.day, _("Date")),
            (self.kind, _("Kind")),
            (self.label, _("Label")),
            (self.amount, _("Amount")),
            (self.distance, _("Kilometres there and back")),
            (self.vehicle, _("Vehicle")),
        ):
            field.setAccessibleName(said)
            self.watch(field)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.vehicle.activated.connect(self._on_vehicle)
        self.vehicle.currentTextChanged.connect(self._on_vehicle_shown)
        self.label.textChanged.connect(self.name_remove_button)
        self.name_remove_button("")
        self._on_kind()

    def _lay_out(self) -> None:
        self.day.setFixedWidth(_DAY_WIDTH)
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.distance.setFixedWidth(_KM_WIDTH)
        self.label.setMinimumWidth(_LABEL_WIDTH)
        self.amount.setMaximumWidth(_UNBOUND)
        trip = QWidget()
        both = QHBoxLayout(trip)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addWidget(self.distance)
        both.addWidget(self.vehicle, 1)
        self._worth = QStackedWidget()
        self._worth.setMinimumWidth(_WORTH_WIDTH)
        self._worth.addWidget(self.amount)
        self._worth.addWidget(trip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.day, self.kind):
            row.addWidget(widget)
        row.addWidget(self.label, 1)
        # The names of vehicles are as long as what is written of an expense.
        row.addWidget(self._worth, 1)
        row.addWidget(self.remove_button)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.day

    @property
    def is_trip(self) -> bool:
        """Whether kilometres are asked for instead of an amount."""
        return self.kind.value is ExpenseKind.MILEAGE

    @property
    def worth(self) -> QLineEdit:
        """The field of the amount, or of the kilometres."""
        return self.distance if self.is_trip else self.amount

    @property
    def is_empty(self) -> bool:
        """Whether nothing but day and kind is filled."""
        return not (self.label.text().strip() or self.worth.text().strip())

    def offer(self, vehicles: Iterable[Vehicle]) -> None:
        """Offer the vehicles of the volunteer, the newest first, and a new one."""
        known = [(each.id, each.content.label) for each in vehicles]
        new = (NEW_VEHICLE, _("New vehicle…"))
        self.vehicle.set_choices([*known, new] if known else [(NO_VEHICLE, "—"), new])
        if self.vehicle.value == NEW_VEHICLE:
            self.vehicle.setCurrentIndex(0)

    def show_line(self, line: NewExpenseLine) -> None:
        """Fill the fields."""
        self.line_id = line.id
        self.day.set_day(line.spent_on)
        self.kind.choose(line.kind)
        self.label.setText(line.label)
        self.label.setCursorPosition(0)
        if line.vehicle_id is not None:
            self.vehicle.choose(line.vehicle_id)
            self.distance.setText(distance_text(line.metres))
        else:
            self.amount.set_amount(line.amount)
        self._on_kind()

    def like(self, before: ExpenseRow) -> None:
        """Begin with the day and the kind of the row above."""
        self.day.setText(before.day.text())
        self.kind.choose(before.kind.value)
        self.vehicle.choose(before.vehicle.value)

    def line(self, number: int) -> NewExpenseLine:
        """Return what is typed.

        Raises:
            RuleError: day, amount or distance cannot be read.
        """
        day = self.day.day("lines")
        if day is None:
            raise RuleError("expense.day_missing", field="lines", line=number)
        vehicle = self.vehicle.value if self.is_trip else NO_VEHICLE
        return NewExpenseLine(
            spent_on=day,
            kind=self.kind.value,
            label=self.label.text(),
            amount=ZERO if self.is_trip else self.amount.amount("lines") or ZERO,
            vehicle_id=vehicle if vehicle > NEW_VEHICLE else None,
            metres=self._metres(),
            id=self.line_id,
        )

    def _metres(self) -> int:
        if not self.is_trip or not self.distance.text().strip():
            return 0
        try:
            return parse_distance(self.distance.text())
        except RuleError as error:
            raise RuleError(error.code, **{**error.values, "field": "lines"}) from None

    @Slot()
    def _on_kind(self) -> None:
        self._worth.setCurrentIndex(int(self.is_trip))
        said = _("From, to, and why") if self.is_trip else _("What it was")
        self.label.setPlaceholderText(said)

    @Slot()
    def _on_vehicle(self) -> None:
        if self.vehicle.value == NEW_VEHICLE:
            self.vehicle.setCurrentIndex(0)
            self.vehicle_wanted.emit()

    @Slot(str)
    def _on_vehicle_shown(self, name: str) -> None:
        # The box may be too narrow for the whole name.
        set_plain_tooltip(self.vehicle, name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        event.accept()
        if self.is_empty or self.window().focusWidget() in {self.worth, self.vehicle}:
            self.entered.emit()
        else:
            self.focusNextChild()


class ExpenseRows(RowList[ExpenseRow]):
    """The rows; Enter in the last field begins another one, in an empty one it ends."""

    complete = Signal()
    vehicle_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(lambda: ExpenseRow(desk), _("Add a line"))
        self._vehicles: tuple[Vehicle, ...] = ()
        self._asks: ExpenseRow | None = None

    @override
    def take_row(self, row: ExpenseRow) -> None:
        row.offer(self._vehicles)
        if self.rows:
            row.like(self.rows[-1])
        row.entered.connect(self._on_entered)
        row.vehicle_wanted.connect(self._on_vehicle_wanted)
        super().take_row(row)

    def offer(self, vehicles: Sequence[Vehicle]) -> None:
        """Offer these vehicles in every row."""
        self._vehicles = tuple(vehicles)
        for row in self.rows:
            row.offer(vehicles)

    def choose_vehicle(self, vehicle: Vehicle) -> None:
        """Take a vehicle that was just recorded, in the row that asked for it."""
        self.offer([vehicle, *(each for each in self._vehicles if each.id != vehicle.id)])
        row, self._asks = self._asks, None
        if row is not None and any(row is known for known in self.rows):
            row.vehicle.choose(vehicle.id)
            row.worth.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    def show_lines(self, lines: Iterable[NewExpenseLine]) -> None:
        """Show these lines, or an empty row."""
        self.clear_rows()
        for line in lines:
            self.add_row().show_line(line)
        if not self.rows:
            self.add_row()

    @property
    def filled(self) -> list[ExpenseRow]:
        """The rows that something was typed into."""
        return [row for row in self.rows if not row.is_empty]

    def lines(self) -> tuple[NewExpenseLine, ...]:
        """Return what is typed; raises RuleError for the field ``lines``."""
        return tuple(row.line(number) for number, row in enumerate(self.filled, start=1))

    def readable(self) -> tuple[NewExpenseLine, ...]:
        """Return the lines that are worth something already."""
        found = []
        for row in self.filled:
            try:
                line = row.line(0)
            except RuleError:
                continue
            if line.amount > ZERO or (line.vehicle_id is not None and line.metres > 0):
                found.append(line)
        return tuple(found)

    def point_at(self, number: object) -> None:
        """Go to the row that an error counts from 1."""
        filled = self.filled
        if isinstance(number, int) and 0 < number <= len(filled):
            row = filled[number - 1]
            field = row.worth if row.label.text().strip() else row.label
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_entered(self) -> None:
        row = self.sender()
        if not isinstance(row, ExpenseRow):
            return
        if row.is_empty:
            self.complete.emit()
            return
        place = next(at for at, known in enumerate(self.rows) if known is row)
        following = self.add_row() if place + 1 == len(self.rows) else self.rows[place + 1]
        following.label.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_vehicle_wanted(self) -> None:
        row = self.sender()
        self._asks = row if isinstance(row, ExpenseRow) else None
        self.vehicle_wanted.emit()
