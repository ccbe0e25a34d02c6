"""The dialog in which a filter is built: conditions, groups, and how many contacts fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.domain.condition_checks import checked_condition
from coopdesk.domain.condition_lapses import lapses_in
from coopdesk.domain.contact_conditions import Condition, RuleGroup
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.filter_group import ConditionList, Match, match_of, matched
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.lapses import lapses_text

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
        self.match: ChoiceBox[Match] = ChoiceBox(_matches())
        self.match.setMaximumWidth(_MATCH_WIDTH)
        self.rows = ConditionList(offers, desk.today)
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
        self._show_lapses(condition)
        self.match.activated.connect(self._on_edited)
        self.rows.edited.connect(self._on_edited)
        self.rows.resized.connect(self._on_resized)
        self._count()

    def _show(self, condition: Condition | None) -> None:
        parts: tuple[Condition, ...] = () if condition is None else (condition,)
        if isinstance(condition, RuleGroup):
            parts = condition.conditions
            self.match.set_choices(_matches(match_of(condition)))
            self.match.choose(match_of(condition))
        self.rows.show_conditions(parts)
        if not parts:
            self.rows.add_row()
        self.clear_button.setEnabled(condition is not None)

    def _show_lapses(self, condition: Condition | None) -> None:
        """Say at once what must be changed, beneath the conditions."""
        if condition is not None:
            offers = self._offers
            lapses = lapses_in(condition, offers.criteria, offers.names)
            self.form.fields["rows"].set_error(lapses_text(lapses))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            follow_reading(self.form, *self._buttons_in_order)
            self.rows.rows[-1].first_field.setFocus()

    def go_to(self, place: int) -> None:
        """Put the keyboard on the condition that a chip shows."""
        rows = self.rows.rows
        if self.match.value is Match.ALL and place < len(rows):
            rows[place].field_to_change.setFocus(Qt.FocusReason.TabFocusReason)
            self._on_fitting()

    @override
    def read(self) -> Condition | None:
        conditions = self.rows.conditions()
        if not conditions:
            return None
        group = matched(conditions, self.match.value)
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
    @Slot()
    def _on_fitting(self) -> None:
        super()._on_fitting()
        # What was added beneath the others is seen on a low screen too.
        reached = self.focusWidget()
        if reached is not None and self._inner.isAncestorOf(reached):
            self._scroll.ensureWidgetVisible(reached)

    @override
    def reject(self) -> None:
        # Nothing is lost that a click would not bring back.
        self.form.is_dirty = False
        super().reject()


def _matches(shown: Match = Match.ALL) -> list[tuple[Match, str]]:
    """Return what can be chosen; the rare one only where the filter says so already."""
    texts = [
        (Match.ALL, _("all the conditions")),
        (Match.ANY, _("at least one condition")),
        (Match.NONE, _("none of the conditions")),
    ]
    rare = (Match.NOT_ALL, _("not all the conditions together"))
    return [*texts, rare] if shown is Match.NOT_ALL else texts
