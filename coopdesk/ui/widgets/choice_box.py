"""A drop-down list that knows the value behind each line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from coopdesk.ui.widgets.steady_box import SteadyBox

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = TypeVar("Value")

_WIDEST = 480
_AROUND = 32


class ChoiceBox(SteadyBox, Generic[Value]):
    """Lines of (value, text); ``activated`` tells when the person chose another one."""

    def __init__(
        self, choices: Iterable[tuple[Value, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[Value] = []
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(10)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.set_choices(choices)

    @property
    def value(self) -> Value:
        """The value of the chosen line."""
        return self._values[self.currentIndex()]

    def set_choices(self, choices: Iterable[tuple[Value, str]]) -> None:
        """Offer other lines and keep the value that was chosen, if it still is one."""
        wanted = list(choices)
        values = [value for value, _text in wanted]
        texts = [text for _value, text in wanted]
        if values == self._values and texts == [
            self.itemText(row) for row in range(self.count())
        ]:
            return
        kept = self._values[self.currentIndex()] if self._values else None
        self._values = values
        self.clear()
        self.addItems(texts)
        if kept in values:
            self.setCurrentIndex(values.index(kept))

    def choose(self, value: Value) -> None:
        """Choose a value without telling; one that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    @override
    def showPopup(self) -> None:
        """Let the list be wider than the box where its lines are."""
        wanted = self.view().sizeHintForColumn(0) + _AROUND
        self.view().setMinimumWidth(min(max(wanted, self.width()), _WIDEST))
        super().showPopup()

    def offers(self, value: Value) -> bool:
        """Tell whether a value can be chosen."""
        return value in self._values
