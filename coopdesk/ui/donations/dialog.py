"""Asks for a gift."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.donations import (
    DonationForm,
    DonationNature,
    Ineligibility,
    NewDonation,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.contacts.choices import choice_of_contact, find_choices
from coopdesk.ui.donations.words import eligibility_explained, eligibility_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

Kind = TypeVar("Kind", bound=enum.Enum)


@dataclass(frozen=True, slots=True)
class GiftStart:
    """What the form shows first; ``content`` None means a new gift."""

    content: NewDonation | None = None
    donor: Choice | None = None
    mode: PaymentMode = PaymentMode.CASH
    is_from_platform: bool = False


class DonationDialog(FormDialog):
    """Donor and amount first: the rest has a default that is right most of the time."""

    def __init__(self, desk: Desk, parent: QWidget, start: GiftStart) -> None:
        is_new = start.content is None
        super().__init__(
            _("New gift") if is_new else _("Correct the gift"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self._desk = desk
        self._donor: Contact | None = None
        self._add_usual()
        self._add_eligibility()
        self.form.fold_rest()
        self._add_rare()
        self._connect()
        self._show_start(start)

    # fields

    def _add_usual(self) -> None:
        form = self.form
        self.platform_note = plain_label(
            _("HelloAsso says the amount, the date, the mode and the campaign of this gift."),
            "muted",
            wrap=True,
        )
        self.platform_note.hide()
        form.add_widget(self.platform_note)
        picker = ContactPicker(self._desk.tasks, partial(find_choices, self._desk))
        picker.offer_new()
        self.donor = form.add(
            "donor", _("Donor"), picker, _("Leave empty for an anonymous gift.")
        )
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.received_on = form.add(
            "received_on", _("Received on"), DayEdit(self._desk.today), required=True
        )
        self.mode = form.add("mode", _("Mode"), _labelled(PaymentMode))
        self.campaign = form.add("campaign", _("Campaign"), _campaign_box())

    def _add_eligibility(self) -> None:
        reasons = (None, *Ineligibility)
        box = ChoiceBox([(reason, eligibility_text(reason)) for reason in reasons])
        self.eligibility = self.form.add("eligibility", _("Tax receipt"), box)
        self.explanation = plain_label("", "small", wrap=True)
        self.form.add_widget(self.explanation)

    def _add_rare(self) -> None:
        form = self.form
        self.nature = form.add("nature", _("Nature of the gift"), _labelled(DonationNature))
        self.gift_form = form.add("form", _("Form of the gift"), _labelled(DonationForm))
        self.note = form.add("note", _("Note"), QLineEdit())

    def _connect(self) -> None:
        self.donor.chosen.connect(self._on_donor_chosen)
        self.donor.textEdited.connect(self._explain)
        self.eligibility.currentIndexChanged.connect(self._explain)
        self.received_on.day_changed.connect(self._explain)
        self.form.check_on_leave("amount", self.amount.amount)
        self.form.check_on_leave("received_on", partial(self.received_on.day, "received_on"))

    # what it shows

    def _show_start(self, start: GiftStart) -> None:
        content = start.content
        self.received_on.set_day(content.received_on if content else self._desk.today())
        self.mode.choose(content.mode if content else start.mode)
        self.gift_form.choose(content.form if content else DonationForm.MANUAL_GIFT)
        self.nature.choose(content.nature if content else DonationNature.MONEY)
        if content is not None:
            self.amount.set_amount(content.amount)
            self.campaign.setEditText(content.campaign)
            self.eligibility.choose(content.ineligibility)
            self.note.setText(content.note)
            if content.note or content.nature is not DonationNature.MONEY:
                self.form.unfold()
        self.donor.set_contact(start.donor)
        if start.is_from_platform:
            self._lock_platform_fields()
        (self.donor if start.donor is None else self.amount).setFocus()
        self._explain()

    def _lock_platform_fields(self) -> None:
        """Leave to the platform what it says itself."""
        for widget in (self.amount, self.received_on, self.mode, self.campaign):
            widget.setEnabled(False)
        self.platform_note.show()

    def show_campaigns(self, names: Iterable[str]) -> None:
        """Offer the campaigns there are; what is typed stays."""
        typed = self.campaign.currentText()
        self.campaign.clear()
        self.campaign.addItems(list(names))
        self.campaign.setEditText(typed)

    def choose_donor(self, contact: Contact) -> None:
        """Take this contact as the donor and go on with the amount."""
        self.form.is_dirty = True
        self.donor.set_contact(choice_of_contact(contact))
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_donor_chosen(self, contact_id: int | None) -> None:
        self._donor = None
        self._explain()
        if contact_id is None:
            return
        get = partial(self._desk.services.contacts.get, contact_id)
        self._desk.tasks.query(self, get, self._on_donor_read, replaces="donor")
        if self.donor.hasFocus():
            self.amount.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_donor_read(self, contact: Contact) -> None:
        if contact.id == self.donor.contact_id():
            self._donor = contact
            self._explain()

    @Slot()
    def _explain(self) -> None:
        if self.donor.unmatched or (self.donor.contact_id() and self._donor is None):
            self.explanation.setText("")
            return
        reason = self.eligibility.value
        self.explanation.setText(eligibility_explained(self._donor, reason, self._day()))

    def _day(self) -> dt.date | None:
        try:
            return self.received_on.day()
        except RuleError:
            return None

    # what was typed

    @override
    def read(self) -> NewDonation:
        if self.donor.unmatched:
            raise RuleError("donation.donor_not_chosen", field="donor")
        amount = self.amount.amount()
        day = self.received_on.day("received_on")
        if day is None:
            raise RuleError("donation.date_missing", field="received_on")
        return NewDonation(
            received_on=day,
            amount=ZERO if amount is None else amount,
            mode=self.mode.value,
            donor_id=self.donor.contact_id(),
            campaign=self.campaign.currentText(),
            nature=self.nature.value,
            form=self.gift_form.value,
            ineligibility=self.eligibility.value,
            note=self.note.text(),
        )

    @override
    def start_again(self) -> None:
        """Keep date, mode and campaign: gifts of one evening share them."""
        self.amount.clear()
        self.note.clear()
        self.eligibility.choose(None)
        self.donor.set_contact(None)
        self.donor.setFocus()


def _labelled(kinds: Iterable[Kind]) -> ChoiceBox[Kind]:
    return ChoiceBox([(kind, label(kind)) for kind in kinds])


def _campaign_box() -> QComboBox:
    box = SteadyBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box
