"""The fields that ask when an event is held: exact days, a week, a month, or not yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.errors import RuleError
from coopdesk.domain.events import When, WhenKind
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.hour_edit import HourEdit
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.ui.widgets.form import Form

_FIRST_LABELS = {
    WhenKind.DAYS: lambda: _("First day"),
    WhenKind.WEEK: lambda: _("A day of that week"),
    WhenKind.MONTH: lambda: _("A day of that month"),
    WhenKind.YEAR: lambda: _("A day of that year"),
    WhenKind.UNDATED: lambda: _("First day"),
}


class WhenFields(QObject):
    """Adds the fields to a form; only those that have a meaning are seen."""

    def __init__(self, form: Form, today: Callable[[], dt.date]) -> None:
        super().__init__(form)
        self._form = form
        kinds = [(kind, label(kind)) for kind in WhenKind]
        self.kind: ChoiceBox[WhenKind] = form.add("when_kind", _("When"), ChoiceBox(kinds))
        self.starts_on = form.add("starts_on", _("First day"), DayEdit(today, is_ahead=True))
        self.ends_on = form.add(
            "ends_on",
            _("Last day"),
            DayEdit(today, is_ahead=True),
            _("Leave empty for one day."),
        )
        self.begins_at = form.add("begins_at", _("Begins at"), HourEdit())
        self.ends_at = form.add("ends_at", _("Ends at"), HourEdit())
        for name, day in (("starts_on", self.starts_on), ("ends_on", self.ends_on)):
            form.check_on_leave(name, partial(day.day, name))
        for name, hour in (("begins_at", self.begins_at), ("ends_at", self.ends_at)):
            form.check_on_leave(name, partial(hour.hour, name))
        self.kind.currentIndexChanged.connect(self._follow)
        self._follow()

    def show_when(self, when: When) -> None:
        """Fill the fields."""
        self.kind.choose(when.kind)
        self.starts_on.set_day(when.starts_on)
        is_long = when.kind is WhenKind.DAYS and when.ends_on != when.starts_on
        self.ends_on.set_day(when.ends_on if is_long else None)
        self.begins_at.set_hour(when.begins_at)
        self.ends_at.set_hour(when.ends_at)
        self._follow()

    def choose_day(self) -> None:
        """Begin with a day to be typed: that is what most events have."""
        self.kind.choose(WhenKind.DAYS)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        kind, fields = self.kind.value, self._form.fields
        fields["starts_on"].setVisible(kind is not WhenKind.UNDATED)
        fields["starts_on"].set_label(_FIRST_LABELS[kind]())
        is_days = kind is WhenKind.DAYS
        fields["starts_on"].set_hint(
            _("Leave empty if it is not known yet.") if is_days else ""
        )
        for name in ("ends_on", "begins_at", "ends_at"):
            fields[name].setVisible(is_days)
        self._form.folded.emit()

    @property
    def _says_more(self) -> bool:
        """Whether something is said that has no meaning without a day."""
        return any(
            field.text().strip() for field in (self.ends_on, self.begins_at, self.ends_at)
        )

    def read(self) -> When:
        """Return what was typed; of a week, a month or a year any day of it.

        No day at all is an event without a date.

        Raises:
            RuleError: a day or an hour cannot be read, or ``event.day_missing``.
        """
        kind = self.kind.value
        if kind is WhenKind.UNDATED:
            return When()
        day = self.starts_on.day("starts_on")
        if day is None and kind is WhenKind.DAYS and not self._says_more:
            return When()
        if day is None:
            raise RuleError("event.day_missing", field="starts_on")
        if kind is not WhenKind.DAYS:
            return When(kind, day, day)
        return When(
            kind,
            day,
            self.ends_on.day("ends_on") or day,
            self.begins_at.hour("begins_at"),
            self.ends_at.hour("ends_at"),
        )
