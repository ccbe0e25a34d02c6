"""Asks for a campaign, and for somebody of its team."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.campaigns import CampaignPerson, NewCampaign
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form

_TEXT_HEIGHT = 88


class CampaignDialog(FormDialog):
    """A name is enough; a goal, a minimum and dates where they were decided."""

    def __init__(
        self, today: Callable[[], dt.date], content: NewCampaign | None, parent: QWidget
    ) -> None:
        title = _("New campaign") if content is None else _("Change the campaign")
        super().__init__(title, _("Save"), parent)
        form, known = self.form, content or NewCampaign("")
        self.name = form.add("name", _("Name"), QLineEdit(known.name), required=True)
        self.goal = form.add(
            "goal", _("Goal"), AmountEdit(), _("Leave empty if there is none.")
        )
        self.starts_on, self.ends_on = add_days(form, today)
        self.description = add_text(form)
        form.fold_rest()
        self.minimum = form.add(
            "minimum",
            _("Minimum"),
            AmountEdit(),
            _("What a contribution should reach; less is recorded all the same."),
        )
        self.goal.set_amount(known.goal)
        self.minimum.set_amount(known.minimum)
        self.starts_on.set_day(known.starts_on)
        self.ends_on.set_day(known.ends_on)
        self.description.setPlainText(known.description)
        form.check_on_leave("goal", partial(self.goal.amount, "goal"))
        form.check_on_leave("minimum", partial(self.minimum.amount, "minimum"))
        if known.minimum:
            form.unfold()
        form.is_dirty = False
        self.name.setFocus()

    @override
    def read(self) -> NewCampaign:
        return NewCampaign(
            name=self.name.text(),
            description=self.description.toPlainText(),
            goal=self.goal.amount("goal"),
            minimum=self.minimum.amount("minimum"),
            starts_on=self.starts_on.day("starts_on"),
            ends_on=self.ends_on.day("ends_on"),
        )


class TeamDialog(FormDialog):
    """Who carries a campaign, and as what."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Team of the campaign"), _("Add to the team"), parent)
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.contact = self.form.add("contact_id", _("Contact"), picker, required=True)
        self.role = self.form.add(
            "role", _("Role"), QLineEdit(), _("Such as “in charge of the collection”.")
        )
        picker.lead_to(self.role)
        self.contact.setFocus()

    @override
    def read(self) -> CampaignPerson:
        contact_id = self.contact.contact_id()
        if contact_id is None:
            raise RuleError("pledge.donor_missing", field="contact_id")
        return CampaignPerson(contact_id, "", self.role.text())


def add_days(form: Form, today: Callable[[], dt.date]) -> tuple[DayEdit, DayEdit]:
    """Add the first and the last day to a form."""
    starts_on = form.add("starts_on", _("First day"), DayEdit(today))
    ends_on = form.add("ends_on", _("Last day"), DayEdit(today))
    form.check_on_leave("starts_on", partial(starts_on.day, "starts_on"))
    form.check_on_leave("ends_on", partial(ends_on.day, "ends_on"))
    return starts_on, ends_on


def add_text(form: Form) -> QPlainTextEdit:
    """Add a description to a form."""
    text = form.add("description", _("Description"), QPlainTextEdit())
    text.setFixedHeight(_TEXT_HEIGHT)
    text.setTabChangesFocus(True)
    return text
