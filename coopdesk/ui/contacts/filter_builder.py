"""The dialog in which a filter is built: rows of conditions, and how many contacts fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.domain.condition_checks import checked_condition
from coopdesk.domain.contact_conditions import Condition, RuleGroup
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.filter_row import FilterRow
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.row_list import RowList
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import ContactFilter
    from coopdesk.services.contact_filters import Offers
    from coopdesk.ui.desk import Desk

_WIDTH = 848
_MATCH_WIDTH = 280
# A count is asked for when the person pauses.
_PAUSE_MS = 200


class FilterDialog(FormDialog):
    """Builds a condition; ``submitted`` carries it, None for everybody.

    ``within`` is what the list shows beside: its words, kind and state, for the live count.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        offers: Offers,
        condition: Condition | None,
        within: ContactFilter,
    ) -> None:
        super().__init__(_("Filter the contacts"), _("Show"), parent)
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._offers = offers
        self._within = within
        self.match: ChoiceBox[bool] = ChoiceBox(
            [(True, _("all the conditions")), (False, _("at least one condition"))]
        )
        self.match.setMaximumWidth(_MATCH_WIDTH)
        self.rows: RowList[FilterRow] = RowList(self._make_row, _("Add a condition"))
        self.form.add("match", _("Keep the contacts that fulfil"), self.match)
        self.form.add("rows", _("Conditions"), self.rows)
        self.clear_button = QPushButton(_("Show everybody"))
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self._on_clear)
        self.buttons.insertWidget(0, self.clear_button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self._show(condition)
        self.match.activated.connect(self._on_edited)
        self.rows.edited.connect(self._on_edited)
        self.rows.resized.connect(self._on_resized)
        self._count()

    def _make_row(self) -> FilterRow:
        row = FilterRow(self._offers, self._desk.today)
        row.resized.connect(self._on_resized)
        return row

    def _show(self, condition: Condition | None) -> None:
        parts: tuple[Condition, ...] = () if condition is None else (condition,)
        if isinstance(condition, RuleGroup) and not condition.negated:
            parts = condition.conditions
            self.match.choose(condition.is_all)
        for part in parts:
            self.rows.add_row().show_condition(part)
        if not parts:
            self.rows.add_row()
        self.clear_button.setEnabled(condition is not None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            follow_reading(self.form, *self._buttons_in_order)
            self.rows.rows[-1].first_field.setFocus()

    @override
    def read(self) -> Condition | None:
        conditions = tuple(row.condition() for row in self.rows.rows)
        if not conditions:
            return None
        group = RuleGroup(conditions, is_all=self.match.value)
        try:
            return checked_condition(group, self._offers.criteria)
        except RuleError as error:
            values = {name: x for name, x in error.values.items() if name != "field"}
            raise RuleError(error.code, **values, field="rows") from None

    @property
    def _buttons_in_order(self) -> tuple[QPushButton, ...]:
        return self.clear_button, self.cancel_button, self.submit_button

    @Slot()
    def _on_edited(self) -> None:
        self.form.clear_errors()
        self._pause.start()

    @Slot()
    def _on_resized(self) -> None:
        # Let Tab go through what came, and make room for it.
        follow_reading(self.form, *self._buttons_in_order)
        self._on_folded()

    @Slot()
    def _on_clear(self) -> None:
        self.form.is_dirty = False
        self.submitted.emit(None)

    # how many fit

    @Slot()
    def _count(self) -> None:
        try:
            condition = self.read()
        except RuleError:
            self.submit_button.setText(_("Show"))
            return
        filters, within = self._desk.services.filters, self._within
        call = partial(filters.count, condition or RuleGroup(()), within)
        self._desk.tasks.query(self, call, self._on_counted, replaces="count")

    def _on_counted(self, count: int) -> None:
        text = ngettext("Show {count} contact", "Show {count} contacts", count)
        self.submit_button.setText(text.format(count=number_text(count)))

    @override
    def reject(self) -> None:
        # Nothing is lost that a click would not bring back.
        self.form.is_dirty = False
        super().reject()
