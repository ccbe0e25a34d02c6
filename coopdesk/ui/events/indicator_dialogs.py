"""Ask for a figure to follow over years, and for what it was in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.event_reports import IndicatorValue, NewIndicator
from coopdesk.domain.indicator_rules import NAME_LIMIT, UNIT_LIMIT, parse_figure
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.indicators import figure_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.event_reports import Indicator

_TEXT_HEIGHT = 64


class IndicatorDialog(FormDialog):
    """What is followed, in which unit, and where the figures come from."""

    def __init__(self, indicator: Indicator | None, parent: QWidget) -> None:
        is_new = indicator is None
        super().__init__(
            _("New indicator") if is_new else _("Change the indicator"), _("Save"), parent
        )
        known = indicator.content if indicator is not None else NewIndicator("")
        form = self.form
        hint = _("Such as “Shared places in the network”.")
        self.name = form.add("name", _("Name"), QLineEdit(known.name), hint, required=True)
        self.name.setMaxLength(NAME_LIMIT)
        self.unit = form.add("unit", _("Unit"), QLineEdit(known.unit), _("Such as “places”."))
        self.unit.setMaxLength(UNIT_LIMIT)
        self.source = form.add("source", _("Where it comes from"), QLineEdit(known.source))
        self.note = form.add("note", _("Note"), QPlainTextEdit(known.note))
        self.note.setFixedHeight(_TEXT_HEIGHT)
        self.note.setTabChangesFocus(True)
        form.is_dirty = False
        self.name.setFocus()

    @override
    def read(self) -> NewIndicator:
        return NewIndicator(
            self.name.text(), self.unit.text(), self.source.text(), self.note.toPlainText()
        )


class YearValueDialog(FormDialog):
    """A figure in place of the one before, if there was one."""

    def __init__(self, indicator: Indicator, year: int, parent: QWidget) -> None:
        super().__init__(
            _("Figure of a year"), _("Save"), parent, repeat_verb=_("Save and new")
        )
        form = self.form
        form.add_widget(plain_label(indicator.content.name, "strong", wrap=True))
        self.year = form.add("year", _("Year"), CountEdit(), required=True)
        self.year.set_count(year)
        known = next((x for x in indicator.values if x.year == year), None)
        self.value = form.add("value", _("Figure"), QLineEdit(), required=True)
        self.value.setMaxLength(40)
        self.note = form.add("note", _("Note"), QLineEdit())
        if known is not None:
            self.value.setText(figure_text(known.value))
            self.note.setText(known.note)
        form.check_on_leave("value", self._check)
        form.is_dirty = False
        self.value.setFocus()

    def _check(self) -> None:
        if self.value.text().strip():
            parse_figure(self.value.text())

    @override
    def read(self) -> IndicatorValue:
        value = parse_figure(self.value.text())
        return IndicatorValue(self.year.count("year") or 0, value, self.note.text())

    @override
    def start_again(self) -> None:
        self.year.set_count((self.year.count("year") or 0) + 1)
        self.value.clear()
        self.note.clear()
        self.value.setFocus()
