"""What a condition compares with, typed or chosen: one input for each kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.contact_conditions import Operator
from coopdesk.domain.contact_criteria import LAST_YEAR, THIS_YEAR, ValueKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import fold
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.tag_edit import TagEdit
from coopdesk.wording.criteria import code_text, year_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contact_criteria import Criterion

    Pairs = Sequence[tuple[str, str]]

_YEARS_BACK = 15
_NUMBER_WIDTH = 108
_DAY_WIDTH = 132
_COUNT_WIDTH = 72
_WAY_WIDTH = 226
_MOST_DIGITS = 5
_CHOICE_WIDTH = 240


class ValueInput(QWidget):
    """The values of a rule, in their canonical text."""

    edited = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    @property
    def first_field(self) -> QWidget:
        """The field that gets the focus."""
        raise NotImplementedError

    def values(self) -> tuple[str, ...]:
        """Return what was typed; raises RuleError when it cannot be read."""
        raise NotImplementedError

    def set_values(self, values: Sequence[str]) -> None:
        """Show values without telling."""
        raise NotImplementedError


class TypedValue(ValueInput):
    """One text, number, amount or day; two for *between*."""

    def __init__(
        self, kind: ValueKind, operator: Operator, name: str, today: Callable[[], dt.date]
    ) -> None:
        super().__init__()
        count = 2 if operator is Operator.BETWEEN else 1
        self.fields = [_field(kind, today) for _one in range(count)]
        for number, field in enumerate(self.fields):
            if number:
                self.row.addWidget(plain_label(_("and"), "muted"))
            field.setAccessibleName(name)
            field.textEdited.connect(self.edited)
            self.row.addWidget(field, 1 if kind is ValueKind.TEXT else 0)
        if kind is not ValueKind.TEXT:
            self.row.addStretch(1)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.fields[0]

    @override
    def values(self) -> tuple[str, ...]:
        return tuple(_typed(field) for field in self.fields)

    @override
    def set_values(self, values: Sequence[str]) -> None:
        for field, value in zip(self.fields, values, strict=False):
            _show(field, value)


def _field(kind: ValueKind, today: Callable[[], dt.date]) -> QLineEdit:
    if kind is ValueKind.AMOUNT:
        field: QLineEdit = AmountEdit()
    elif kind is ValueKind.DAY:
        field = DayEdit(today)
    else:
        field = QLineEdit()
        field.setMaxLength(200)
    if kind is not ValueKind.TEXT:
        field.setFixedWidth(_DAY_WIDTH if kind is ValueKind.DAY else _NUMBER_WIDTH)
    return field


def _typed(field: QLineEdit) -> str:
    if isinstance(field, DayEdit):
        day = field.day("rows")
        return "" if day is None else day.isoformat()
    return field.text().strip()


def _show(field: QLineEdit, value: str) -> None:
    if isinstance(field, DayEdit):
        import datetime as dt

        field.set_day(dt.date.fromisoformat(value))
    elif isinstance(field, AmountEdit):
        field.set_amount(parse_amount(value))
    else:
        field.setText(value)


class DayValue(ValueInput):
    """A day: one of the calendar, or so many days from the day the filter is looked at."""

    def __init__(self, name: str, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.way: ChoiceBox[str] = ChoiceBox(
            [
                ("", _("date")),
                ("-", _("days before today")),
                ("+", _("days after today")),
            ]
        )
        self.way.setAccessibleName(_("{criterion}: date or days").format(criterion=name))
        self.way.setFixedWidth(_WAY_WIDTH)
        self.day = DayEdit(today)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.count = QLineEdit()
        self.count.setMaxLength(_MOST_DIGITS)
        self.count.setFixedWidth(_COUNT_WIDTH)
        for field in (self.way, self.day, self.count):
            self.row.addWidget(field)
        for field in (self.day, self.count):
            field.setAccessibleName(name)
            field.textEdited.connect(self.edited)
        self.row.addStretch(1)
        self.way.activated.connect(self._on_way)
        self._show_way()

    @property
    @override
    def first_field(self) -> QWidget:
        return self.count if self.way.value else self.day

    @override
    def values(self) -> tuple[str, ...]:
        if not self.way.value:
            return (_typed(self.day),)
        typed = self.count.text().strip()
        if typed and not (typed.isascii() and typed.isdigit()):
            raise RuleError("filter.not_a_number", text=typed, field="rows")
        return (f"today{self.way.value}{typed}" if typed else "",)

    @override
    def set_values(self, values: Sequence[str]) -> None:
        value = values[0] if values else ""
        if value.startswith("today"):
            count = value.removeprefix("today")
            self.way.choose(count[:1] or "-")
            self.count.setText(count[1:] or "0")
        elif value:
            self.way.choose("")
            _show(self.day, value)
        self._show_way()

    def _show_way(self) -> None:
        self.day.setVisible(not self.way.value)
        self.count.setVisible(bool(self.way.value))

    @Slot()
    def _on_way(self) -> None:
        self._show_way()
        self.edited.emit()


class ChosenValue(ValueInput):
    """Exactly one of a short list: yes or no, a year, an import."""

    def __init__(self, pairs: Pairs, name: str) -> None:
        super().__init__()
        self._pairs = list(pairs)
        self.box: ChoiceBox[str] = ChoiceBox(self._pairs)
        self.box.setAccessibleName(name)
        self.box.setMaximumWidth(_CHOICE_WIDTH)
        self.box.activated.connect(self.edited)
        self.row.addWidget(self.box)
        self.row.addStretch(1)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.box

    @override
    def values(self) -> tuple[str, ...]:
        return (self.box.value,) if self._pairs else ()

    @override
    def set_values(self, values: Sequence[str]) -> None:
        for value in values[:1]:
            if not self.box.offers(value):
                self._pairs.append((value, value))
                self.box.set_choices(self._pairs)
            self.box.choose(value)


class NamedValues(ValueInput):
    """One or several of a list, completed while typing; ``is_closed`` takes no others."""

    def __init__(self, pairs: Pairs, name: str, *, is_closed: bool) -> None:
        super().__init__()
        self._texts = dict(pairs)
        self._values = {fold(text): value for value, text in pairs}
        self._is_closed = is_closed
        self.edit = TagEdit()
        self.edit.setAccessibleName(name)
        self.edit.line.setPlaceholderText(_("Type, or arrow down to choose"))
        self.edit.offer(self._texts.values(), is_closed=is_closed)
        self.edit.edited.connect(self.edited)
        self.edit.resized.connect(self.resized)
        self.row.addWidget(self.edit, 1)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.edit.line

    @override
    def values(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._value(text) for text in self.edit.tags()))

    def _value(self, text: str) -> str:
        """Return the value of a text, of the only one that it begins, or the text itself."""
        folded = fold(text)
        if folded in self._values:
            return self._values[folded]
        begun = [value for key, value in self._values.items() if key.startswith(folded)]
        if self._is_closed and not begun:
            begun = [value for key, value in self._values.items() if folded in key]
        if len(begun) == 1 or (begun and self._is_closed):
            return begun[0]
        if self._is_closed:
            known = ", ".join(self._texts.values())
            raise RuleError("filter.unknown_choice", text=text, known=known[:200], field="rows")
        return text

    @override
    def set_values(self, values: Sequence[str]) -> None:
        self.edit.set_tags(self._texts.get(value, value) for value in values)


def value_input(
    criterion: Criterion,
    operator: Operator,
    pairs: Pairs,
    name: str,
    today: Callable[[], dt.date],
) -> ValueInput | None:
    """Return the input of a comparison, None where nothing is compared with."""
    if operator in {Operator.EMPTY, Operator.NOT_EMPTY}:
        return None
    codes = [(code, code_text(criterion, code)) for code in criterion.codes]
    one_of = {
        ValueKind.YES_NO: codes,
        ValueKind.YEAR: year_pairs(today().year),
        ValueKind.NUMBER: list(pairs),  # the imports, by their numbers
    }.get(criterion.kind)
    if one_of:
        return ChosenValue(one_of, name)
    if criterion.kind in {ValueKind.CODE, ValueKind.NAME}:
        is_closed = bool(codes) or criterion.key == "country"
        return NamedValues(codes or pairs, name, is_closed=is_closed)
    if criterion.kind is ValueKind.DAY and operator is not Operator.BETWEEN:
        return DayValue(name, today)
    return TypedValue(criterion.kind, operator, name, today)


def year_pairs(year: int) -> list[tuple[str, str]]:
    """Return the years to choose from: those that move with time first."""
    moving = [(code, year_text(code)) for code in (THIS_YEAR, LAST_YEAR)]
    return [*moving, *((str(x), str(x)) for x in range(year + 1, year - _YEARS_BACK, -1))]
