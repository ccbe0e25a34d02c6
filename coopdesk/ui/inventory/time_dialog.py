"""Asks for hours of volunteering, one after the other: the day and the activity stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.volunteering import TEXT_LIMIT, NewTime, rate_on, value_of
from coopdesk.ui.contacts.choices import find_persons
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.inventory.setting import Setting, add_activity
from coopdesk.ui.inventory.times import TimeEdit, minutes_text
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.volunteering import VolunteerTime
    from coopdesk.ui.desk import Desk


class TimeDialog(FormDialog):
    """Who, how long, when: Enter goes on; the value is said beneath."""

    def __init__(
        self, desk: Desk, setting: Setting, time: VolunteerTime | None, parent: QWidget
    ) -> None:
        is_new = time is None
        super().__init__(
            _("Hours of volunteering") if is_new else _("Change the hours"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        form = self.form
        self._rates = setting.rates
        self.contact = form.add(
            "contact_id",
            _("Who"),
            ContactPicker(desk.tasks, partial(find_persons, desk)),
            _("Empty: people whom nobody named, a whole team for instance."),
        )
        self.new_contact = NewOnTheWay(desk, self, self.contact)
        self.time = form.add("time", _("Time spent"), TimeEdit(), required=True)
        self.contact.lead_to(self.time)
        self.done_on = form.add("done_on", _("When"), DayEdit(desk.today), required=True)
        self.done_on.set_day(setting.day)
        self.task = form.add("task", _("What was done"), QLineEdit())
        self.task.setMaxLength(TEXT_LIMIT)
        chosen = None if time is None else time.content.activity_id
        self.activity = add_activity(form, setting, chosen)
        names = list(dict.fromkeys(rate.content.name for rate in setting.rates))
        self.rate: ChoiceBox[str] = form.add(
            "rate", _("Valued as"), ChoiceBox([(name, name) for name in names])
        )
        form.fields["rate"].setVisible(len(names) > 1)
        self.said = plain_label("", "strong", wrap=True)
        form.add_widget(self.said)
        self._connect()
        if time is not None:
            self._show(time)
        form.is_dirty = False
        self.contact.setFocus()

    def _connect(self) -> None:
        refuse = partial(
            self.contact.refuse_unmatched, "inventory.contact_unmatched", "contact_id"
        )
        self.form.check_on_leave("contact_id", refuse)
        self.form.check_on_leave("time", self.time.minutes)
        self.form.check_on_leave("done_on", partial(self.done_on.day, "done_on"))
        self.time.textChanged.connect(self._say)
        self.done_on.textChanged.connect(self._say)
        self.rate.currentIndexChanged.connect(self._say)

    def _show(self, time: VolunteerTime) -> None:
        content = time.content
        if content.contact_id is not None:
            self.contact.set_contact(Choice(content.contact_id, time.contact_name))
        self.time.setText(minutes_text(content.minutes))
        self.done_on.set_day(content.done_on)
        self.task.setText(content.task)
        self.rate.choose(content.rate)

    @Slot()
    def _say(self) -> None:
        """Say what it is worth, as soon as it can be."""
        try:
            minutes, day = self.time.minutes(), self.done_on.day("done_on")
        except RuleError:
            minutes, day = 0, None
        name = self.rate.value if self.rate.count() else ""
        rate = rate_on(self._rates, name, day) if minutes and day else None
        if rate is None:
            self.said.setText("")
            return
        text = _("Worth {value}: {hourly} an hour, {source}")
        self.said.setText(
            text.format(
                value=money_text(value_of(minutes, rate.content.hourly)),
                hourly=money_text(rate.content.hourly),
                source=rate.content.source,
            )
        )

    @override
    def read(self) -> NewTime:
        self.contact.refuse_unmatched("inventory.contact_unmatched", "contact_id")
        day = self.done_on.day("done_on")
        if day is None:
            raise RuleError("payment.date_missing", field="done_on")
        return NewTime(
            done_on=day,
            minutes=self.time.minutes(),
            task=self.task.text(),
            contact_id=self.contact.contact_id(),
            activity_id=self.activity.value,
            rate=self.rate.value if self.rate.count() else "",
        )

    @override
    def start_again(self) -> None:
        """Keep the day, the task and the activity: a series is of one event, often."""
        self.contact.set_contact(None)
        self.time.clear()
        self.contact.setFocus()
