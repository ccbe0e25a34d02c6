"""The options of a registration: which are taken, how many, and what they cost."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import OptionChoice
from coopdesk.domain.events import Pricing
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.events.words import price_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.event_registrations import TakenOption
    from coopdesk.domain.events import Tariff

_MOST = 99
_WIDTH = 64
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class QuantityEdit(CountEdit):
    """How many of an option: one at least; arrows count."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(_WIDTH)
        self.set_count(1)

    @property
    def number(self) -> int:
        """What is typed, one where nothing is; raises RuleError as ``count``."""
        count = self.count("options")
        return 1 if count is None else count

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        with suppress(RuleError):
            self.set_count(min(max(self.number + step, 1), _MOST))


class OptionRow:
    """One option: taken or not, how many, and a price where people choose it."""

    def __init__(self, tariff: Tariff) -> None:
        self.tariff = tariff
        self._had: TakenOption | None = None
        content = tariff.content
        name = content.name
        said = _("{name}: {price}").format(name=name, price=price_text(content))
        self.taken = QCheckBox(said.replace("&", "&&"))
        self.taken.setAccessibleName(said)
        self.quantity = QuantityEdit()
        self.quantity.setAccessibleName(_("How many: {name}").format(name=name))
        self.price = AmountEdit()
        self.price.setAccessibleName(_("Chosen price: {name}").format(name=name))
        self.price.setVisible(False)
        self.price.set_amount(content.amount or None)

    @property
    def is_open(self) -> bool:
        """Tell whether people choose what they pay."""
        return self.tariff.content.pricing is Pricing.OPEN

    def show(self, taken: TakenOption | None) -> None:
        """Show what a registration has of it, None for none of it."""
        self._had = taken
        self.taken.setChecked(taken is not None)
        self.quantity.set_count(1 if taken is None else taken.quantity)
        if taken is not None:
            self.price.set_amount(taken.price)
        self.show_needed()

    def show_needed(self) -> None:
        """Show how many, and the price, of what is taken."""
        taken = self.taken.isChecked()
        self.quantity.setVisible(taken)
        self.price.setVisible(taken and self.is_open)

    def choice(self) -> OptionChoice:
        """Return what was chosen; an unreadable price raises RuleError."""
        price = self.price.amount("options") if self.is_open else None
        return OptionChoice(self.tariff.id, self.quantity.number, price)

    def cost(self) -> Money:
        """Return what it costs so far."""
        if self.is_open:
            return self.price.amount() or ZERO
        had = self._had
        if had is not None and had.quantity == self.quantity.number:
            return had.price  # which may be another one by now
        return Money(self.tariff.content.amount.cents * self.quantity.number)


class OptionFields(QWidget):
    """A row for each option of the event."""

    edited = Signal()

    def __init__(self, tariffs: Sequence[Tariff]) -> None:
        super().__init__()
        self.rows = [OptionRow(one) for one in tariffs]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for place, row in enumerate(self.rows):
            grid.addWidget(row.taken, place, 0)
            grid.addWidget(row.quantity, place, 1)
            grid.addWidget(row.price, place, 2)
            row.taken.toggled.connect(self._on_edited)
            row.quantity.textChanged.connect(self._on_edited)
            row.price.textEdited.connect(self._on_edited)
            row.show_needed()

    def show_taken(self, taken: Sequence[TakenOption]) -> None:
        """Show what a registration has."""
        by_id = {one.tariff_id: one for one in taken}
        for row in self.rows:
            row.show(by_id.get(row.tariff.id))

    def choices(self) -> tuple[OptionChoice, ...]:
        """Return the options that are taken."""
        return tuple(row.choice() for row in self.rows if row.taken.isChecked())

    def cost(self) -> Money:
        """Return what they cost; an unreadable price raises RuleError."""
        return total(row.cost() for row in self.rows if row.taken.isChecked())

    @Slot()
    def _on_edited(self) -> None:
        for row in self.rows:
            row.show_needed()
        self.edited.emit()
