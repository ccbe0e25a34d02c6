"""One condition of a filter as the person builds it: criterion, comparison, value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.condition_checks import checked_rule
from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.contact_criteria import About, Theme, ValueKind
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.filter_values import value_input, year_pairs
from coopdesk.ui.fonts import text_font
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.criteria import (
    condition_phrase,
    criterion_text,
    operator_text,
    theme_text,
)
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.domain.contact_criteria import Criteria, Criterion
    from coopdesk.services.contact_filters import Offers
    from coopdesk.ui.contacts.filter_values import ValueInput

_CRITERION_WIDTH = 208
_OPERATOR_WIDTH = 150
_YEAR_WIDTH = 124
_BESIDE_YEAR_WIDTH = 172
# So much less than other criteria, where a group indents them.
_FOR_YEAR = 12
# Where Qt's own model of a box keeps the flags of an item; 0 is a line nobody can choose.
_FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
# Several values make *is* an *is one of*: the person need not tell them apart.
_SEVERAL = {Operator.IS: Operator.ANY_OF, Operator.IS_NOT: Operator.NONE_OF}
_ONE = {several: one for one, several in _SEVERAL.items()}


class CriterionBox(SteadyBox):
    """The criteria under their headings; typing letters goes to the one that begins so."""

    def __init__(self, offers: Offers) -> None:
        super().__init__()
        self._criteria: dict[int, Criterion] = {}
        for theme in Theme:
            wanted = [one for one in offers.criteria.all if one.theme is theme]
            if not wanted:
                continue
            self._add_heading(theme_text(theme))
            for one in wanted:
                self._criteria[self.count()] = one
                self.addItem(criterion_text(one))
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setFixedWidth(_CRITERION_WIDTH)
        self.view().setMinimumWidth(_CRITERION_WIDTH + 70)
        self.setAccessibleName(_("Criterion"))
        self.setCurrentIndex(next(iter(self._criteria)))

    def _add_heading(self, text: str) -> None:
        place = self.count()
        self.addItem(text)
        # Through the model: the bindings bear badly that items made in Python are deleted.
        self.setItemData(place, 0, _FLAGS_ROLE)
        self.setItemData(place, text_font(9.5, 600), Qt.ItemDataRole.FontRole)
        muted = self.palette().placeholderText()
        self.setItemData(place, muted, Qt.ItemDataRole.ForegroundRole)

    @property
    def criterion(self) -> Criterion:
        """The chosen one."""
        return self._criteria[self.currentIndex()]

    def choose(self, criterion: Criterion) -> None:
        """Choose without telling."""
        rows = [row for row, one in self._criteria.items() if one == criterion]
        self.setCurrentIndex(rows[0])


class FilterPart(EntryRow):
    """What a filter is built of: a condition, or a group of them."""

    resized = Signal()

    @property
    def field_to_change(self) -> QWidget:
        """The field that is most likely to be changed."""
        return self.first_field

    def condition(self) -> Condition | None:
        """Return what it says; None when it says nothing. To be overridden."""
        raise NotImplementedError


class FilterRow(FilterPart):
    """A rule in its three parts, or what has no fields of its own as its words.

    ``narrower`` takes so much from the width of the criterion: groups indent their rows.
    """

    def __init__(
        self, offers: Offers, today: Callable[[], dt.date], *, narrower: int = 0
    ) -> None:
        super().__init__()
        self._offers = offers
        self._narrower = narrower
        self._today = today
        self._group: Condition | None = None
        self.value: ValueInput | None = None
        self.criterion = CriterionBox(offers)
        self.operator: ChoiceBox[Operator] = ChoiceBox([])
        self.operator.setAccessibleName(_("Comparison"))
        self.year: ChoiceBox[str] = ChoiceBox([("", _("in all")), *year_pairs(today().year)])
        self.year.setAccessibleName(_("Year"))
        self._words = plain_label("", "text", wrap=True)
        self._words.hide()
        self._lay_out()
        self.criterion.activated.connect(self._on_criterion)
        self.operator.activated.connect(self._on_operator)
        self.year.activated.connect(self.edited)
        self._show_operators()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.operator.setFixedWidth(_OPERATOR_WIDTH)
        self.year.setFixedWidth(_YEAR_WIDTH)
        for widget in (self.criterion, self.year, self.operator):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._row.addStretch(0)
        self._row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.criterion if self._group is None else self.remove_button

    @property
    @override
    def field_to_change(self) -> QWidget:
        if self._group is not None or self.value is None:
            return self.first_field
        return self.value.first_field

    @override
    def condition(self) -> Condition:
        """Return what the row says; raises RuleError when a value cannot be read."""
        if self._group is not None:
            return self._group
        criterion, operator = self.criterion.criterion, self.operator.value
        values = self.value.values() if self.value is not None else ()
        if len(values) > 1 and operator in _SEVERAL:
            operator = _SEVERAL[operator]
        about = criterion.name
        if criterion.about is About.MAYBE_YEAR:
            about = self.year.value
        return Rule(criterion.key, operator.value, values, about)

    def show_condition(self, condition: Condition) -> None:
        """Show a condition; one that has no fields for it is said in words."""
        criteria = self._offers.criteria
        if isinstance(condition, Rule):
            criterion = criteria.find(condition.criterion, condition.about)
            fits = criterion is not None and _fits(condition, criteria)
            if criterion is not None and fits and not _moves_with_days(condition, criterion):
                self._show_rule(condition, criterion)
                return
        self._group = condition
        self._words.setText(condition_phrase(condition, criteria, self._offers.names))
        self._words.show()
        for part in (self.criterion, self.operator, self.year, self.value):
            if part is not None:
                part.hide()
        self.name_remove_button(self._words.text())

    def _show_rule(self, rule: Rule, criterion: Criterion) -> None:
        self.criterion.choose(criterion)
        self._show_operators()
        operator = Operator(rule.operator)
        self.operator.choose(_ONE.get(operator, operator))
        self._show_value()
        if criterion.about is About.MAYBE_YEAR:
            self.year.choose(rule.about)
        if self.value is not None:
            self.value.set_values(rule.values)

    def _show_operators(self) -> None:
        criterion = self.criterion.criterion
        shown = [one for one in criterion.operators if one not in _ONE]
        texts = [(one, operator_text(one, criterion.kind)) for one in shown]
        self.operator.set_choices(texts)
        self.operator.setCurrentIndex(0)
        self.operator.setVisible(criterion.kind is not ValueKind.YES_NO or len(shown) > 1)
        has_year = criterion.about is About.MAYBE_YEAR
        self.year.setVisible(has_year)
        width = _CRITERION_WIDTH - self._narrower
        if has_year:
            width = min(_BESIDE_YEAR_WIDTH, width - _FOR_YEAR)
        self.criterion.setFixedWidth(width)
        self.name_remove_button(criterion_text(criterion))
        self._show_value()

    def _show_value(self) -> None:
        criterion = self.criterion.criterion
        pairs = self._offers.of(criterion)
        value = value_input(
            criterion, self.operator.value, pairs, criterion_text(criterion), self._today
        )
        if self.value is not None:
            self._row.removeWidget(self.value)
            self.value.hide()
            self.value.deleteLater()
        self.value = value
        if value is not None:
            self._row.insertWidget(3, value, 1)
            value.edited.connect(self.edited)
            value.resized.connect(self.resized)
            if self.isVisible():
                value.show()
        follow_reading(self)
        self.resized.emit()

    @Slot()
    def _on_criterion(self) -> None:
        self._show_operators()
        self.edited.emit()

    @Slot()
    def _on_operator(self) -> None:
        known = _readable(self.value)
        self._show_value()
        if self.value is not None and known:
            self.value.set_values(known)
        self.edited.emit()


def _readable(value: ValueInput | None) -> tuple[str, ...]:
    """Return what was typed as far as it can be read, to be kept under another comparison."""
    try:
        values = () if value is None else value.values()
    except RuleError:
        return ()
    return values if all(values) else ()


def _fits(rule: Rule, criteria: Criteria) -> bool:
    """Tell whether the fields can show a rule: an own field may have changed its type."""
    try:
        checked_rule(rule, criteria)
    except RuleError:
        return False
    return True


def _moves_with_days(rule: Rule, criterion: Criterion) -> bool:
    """Tell whether a rule counts days from today where the fields show none but dates."""
    is_day = criterion.kind is ValueKind.DAY and len(rule.values) != 1
    return is_day and any(value.startswith("today") for value in rule.values)
