"""Asks which days of volunteering go into the books, and shows that 86 equals 87."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import total
from coopdesk.ui.inventory.times import minutes_text
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.volunteering import VolunteeringSum
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day."""

    since: dt.date
    until: dt.date


class PeriodDialog(FormDialog):
    """The whole year at first: what is booked already is never booked again."""

    def __init__(self, desk: Desk, year: FiscalYear, parent: QWidget) -> None:
        super().__init__(_("Volunteering into the books"), _("Prepare the entry"), parent)
        self._desk = desk
        said = _(
            "One draft on the last day: each use (86) has its resource (87), so that the "
            "result stays as it is. What is in the books already is left out."
        )
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        self.since = self.form.add("since", _("From"), DayEdit(desk.today), required=True)
        self.until = self.form.add("until", _("Until"), DayEdit(desk.today), required=True)
        self.since.set_day(year.starts_on)
        # What is not given yet is not of the books.
        self.until.set_day(min(max(desk.today(), year.starts_on), year.ends_on))
        self.said = plain_label("", wrap=True)
        self.form.add_widget(self.said)
        self.equal = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.equal)
        for name, field in (("since", self.since), ("until", self.until)):
            self.form.check_on_leave(name, partial(field.day, name))
            field.day_changed.connect(self._preview)
        self.form.is_dirty = False
        self._preview()

    @override
    def read(self) -> Period:
        since, until = self.since.day("since"), self.until.day("until")
        if since is None or until is None:
            name = "since" if since is None else "until"
            raise RuleError("payment.date_missing", field=name)
        return Period(since, until)

    @Slot()
    def _preview(self) -> None:
        try:
            period = self.read()
        except RuleError:
            return
        service = self._desk.services.volunteering
        call = partial(service.summed, period.since, period.until, pending=True)
        self._desk.tasks.query(self, call, self._on_sums, replaces="sums")

    def _on_sums(self, sums: tuple[VolunteeringSum, ...]) -> None:
        amount = money_text(total(one.value for one in sums))
        if not any(one.value for one in sums):
            self.said.setText(_("Nothing of these days waits for the books."))
            self.equal.setText("")
        else:
            self.said.setText("\n".join(_line(one) for one in sums if one.value))
            text = _("Uses (86): {amount} = resources (87): {amount}")
            self.equal.setText(text.format(amount=amount))
        self.submit_button.setEnabled(any(one.value for one in sums))
        self.form.folded.emit()


def _line(one: VolunteeringSum) -> str:
    name = one.activity_name or _("Without activity")
    time = f"{minutes_text(one.minutes)}, " if one.minutes else ""
    return _("{name}: {value}").format(name=name, value=f"{time}{money_text(one.value)}")
