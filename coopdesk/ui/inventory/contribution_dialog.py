"""Asks for something given in kind, and for what its value rests on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.volunteering import TEXT_LIMIT, ContributionKind, NewContribution
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.inventory.setting import Setting, add_activity
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.volunteering import Contribution
    from coopdesk.ui.desk import Desk


class ContributionDialog(FormDialog):
    """What, who, when, worth how much and according to whom."""

    def __init__(
        self, desk: Desk, setting: Setting, given: Contribution | None, parent: QWidget
    ) -> None:
        is_new = given is None
        super().__init__(
            _("Gift in kind") if is_new else _("Change the gift in kind"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        form = self.form
        self._donation_id = None if given is None else given.content.donation_id
        self.label = form.add("label", _("What was given"), QLineEdit(), required=True)
        self.label.setMaxLength(TEXT_LIMIT)
        kinds = [(one, label(one)) for one in ContributionKind]
        self.kind: ChoiceBox[ContributionKind] = form.add("kind", _("Kind"), ChoiceBox(kinds))
        self.amount = form.add("amount", _("Worth"), AmountEdit(), required=True)
        self.basis = form.add(
            "value_basis",
            _("How it was valued"),
            QLineEdit(),
            _("A price list, an invoice, the rent of a like room: auditors ask for it."),
        )
        self.basis.setMaxLength(TEXT_LIMIT)
        self.contact = form.add(
            "contact_id", _("Who gave"), ContactPicker(desk.tasks, partial(find_choices, desk))
        )
        self.new_contact = NewOnTheWay(desk, self, self.contact)
        self.given_on = form.add("given_on", _("When"), DayEdit(desk.today), required=True)
        self.contact.lead_to(self.given_on)
        self.given_on.set_day(setting.day)
        chosen = None if given is None else given.content.activity_id
        self.activity = add_activity(form, setting, chosen)
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("given_on", partial(self.given_on.day, "given_on"))
        if given is not None:
            self._show(given)
        form.is_dirty = False
        self.label.setFocus()

    def _show(self, given: Contribution) -> None:
        content = given.content
        self.label.setText(content.label)
        self.kind.choose(content.kind)
        self.amount.set_amount(content.amount)
        self.basis.setText(content.value_basis)
        self.given_on.set_day(content.given_on)
        if content.contact_id is not None:
            self.contact.set_contact(Choice(content.contact_id, given.contact_name))

    @override
    def read(self) -> NewContribution:
        self.contact.refuse_unmatched("inventory.contact_unmatched", "contact_id")
        day = self.given_on.day("given_on")
        if day is None:
            raise RuleError("payment.date_missing", field="given_on")
        return NewContribution(
            kind=self.kind.value,
            given_on=day,
            amount=self.amount.amount() or ZERO,
            label=self.label.text(),
            value_basis=self.basis.text(),
            contact_id=self.contact.contact_id(),
            activity_id=self.activity.value,
            donation_id=self._donation_id,
        )

    @override
    def start_again(self) -> None:
        for field in (self.label, self.amount, self.basis):
            field.clear()
        self.contact.set_contact(None)
        self.label.setFocus()
