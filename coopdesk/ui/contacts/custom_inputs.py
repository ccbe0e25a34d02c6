"""The fields of the association in a form: one input for each of the eight types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.custom_fields import CHOICE_SEPARATOR, FieldKind, read_value, typed_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from coopdesk.domain.custom_fields import CustomField

_TEXT_HEIGHT = 72
_NUMBER_WIDTH = 200


class CustomInput:
    """The input of one field; values go in and out in their canonical text."""

    def __init__(self, field: CustomField, today: Callable[[], dt.date]) -> None:
        self.field = field
        self.widget = _MAKERS[field.content.kind](field, today)

    @property
    def name(self) -> str:
        """The name of the field in the form, which errors carry."""
        return f"custom:{self.field.id}"

    def value(self) -> str:
        """Return the value; raises RuleError that names the field."""
        widget, field = self.widget, self.field
        if isinstance(widget, DayEdit):
            day = widget.day(self.name)
            return "" if day is None else day.isoformat()
        if isinstance(widget, AmountEdit):
            amount = widget.amount(self.name)
            return (
                ""
                if amount is None
                else read_value(field, typed_text(field, str(amount.cents)))
            )
        return read_value(field, self._text())

    def typed(self) -> str:
        """Return the value in a form that can be read as if it was typed; raises RuleError."""
        return typed_text(self.field, self.value())

    def _text(self) -> str:
        widget = self.widget
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        if isinstance(widget, ChoiceBox):
            return str(widget.value)
        if isinstance(widget, ChoiceTicks):
            return CHOICE_SEPARATOR.join(widget.chosen())
        assert isinstance(widget, QLineEdit)
        return widget.text()

    def show_value(self, text: str) -> None:
        """Show a canonical value without telling; empty shows none."""
        import datetime as dt

        from coopdesk.domain.money import Money

        widget = self.widget
        if isinstance(widget, DayEdit):
            widget.set_day(dt.date.fromisoformat(text) if text else None)
        elif isinstance(widget, AmountEdit):
            widget.set_amount(Money(int(text)) if text else None)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        elif isinstance(widget, ChoiceBox):
            widget.choose(text)
        elif isinstance(widget, ChoiceTicks):
            widget.choose(text.split(CHOICE_SEPARATOR) if text else [])
        else:
            assert isinstance(widget, QLineEdit)
            widget.setText(text.replace(".", ",") if _is_number(self.field) else text)
            widget.setCursorPosition(0)


class ChoiceTicks(QWidget):
    """Boxes to tick, side by side where there is room."""

    edited = Signal()

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__()
        flow = FlowLayout(self)
        self._boxes: list[tuple[str, QCheckBox]] = []
        for choice in choices:
            box = QCheckBox(choice.replace("&", "&&"))
            box.setAccessibleName(choice)
            box.clicked.connect(self.edited)
            flow.addWidget(box)
            self._boxes.append((choice, box))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        for _choice, box in self._boxes[:1]:
            box.setFocus(reason)

    def chosen(self) -> list[str]:
        """Return the ticked choices."""
        return [choice for choice, box in self._boxes if box.isChecked()]

    def choose(self, choices: list[str]) -> None:
        """Tick these and no others without telling."""
        for choice, box in self._boxes:
            box.setChecked(choice in choices)


def _is_number(field: CustomField) -> bool:
    return field.content.kind is FieldKind.NUMBER


def _line(_field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    return QLineEdit()


def _number(_field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    line = QLineEdit()
    line.setMaximumWidth(_NUMBER_WIDTH)
    return line


def _long_text(_field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    box = QPlainTextEdit()
    box.setFixedHeight(_TEXT_HEIGHT)
    box.setTabChangesFocus(True)
    return box


def _amount(_field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    return AmountEdit()


def _day(_field: CustomField, today: Callable[[], dt.date]) -> QWidget:
    return DayEdit(today)


def _yes_no(_field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    return ChoiceBox([("", _("(not said)")), ("1", _("Yes")), ("0", _("No"))])


def _choice(field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    choices = ((choice, choice) for choice in field.content.choices)
    return ChoiceBox([("", _("(not said)")), *choices])


def _choices(field: CustomField, _today: Callable[[], dt.date]) -> QWidget:
    return ChoiceTicks(field.content.choices)


_MAKERS: Mapping[FieldKind, Callable[[CustomField, Callable[[], dt.date]], QWidget]] = {
    FieldKind.TEXT: _line,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.NUMBER: _number,
    FieldKind.AMOUNT: _amount,
    FieldKind.DATE: _day,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
}
