"""Asks for a gift."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.donation_rules import may_be_anonymous
from coopdesk.domain.donations import (
    DonationForm,
    DonationNature,
    Ineligibility,
    NewDonation,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.gift_kinds import GiftKind
from coopdesk.domain.money import ZERO
from coopdesk.ui.campaigns.gift_remarks import GiftRemarks
from coopdesk.ui.contacts.choices import choice_of_contact, find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.donations.activity_field import GiftActivity
from coopdesk.ui.donations.campaign_fields import CampaignFields, no_receipt_of
from coopdesk.ui.donations.counterpart_fields import CounterpartFields
from coopdesk.ui.donations.kind_fields import KindFields
from coopdesk.ui.donations.words import eligibility_explained, eligibility_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.campaigns import NewTier
    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

_FOR_IFI = frozenset({DonationNature.MONEY, DonationNature.LISTED_SHARES})


@dataclass(frozen=True, slots=True)
class GiftStart:
    """What the form shows first; ``content`` None means a new gift."""

    content: NewDonation | None = None
    donor: Choice | None = None
    kind: GiftKind = GiftKind.CASH
    is_from_platform: bool = False
    donation_id: int | None = None
    campaign: str = ""
    tier_id: int | None = None


class DonationDialog(FormDialog):
    """Donor and amount first: the rest has a default that is right most of the time."""

    expenses_wanted = Signal(object)  # Choice, the volunteer, or None

    def __init__(self, desk: Desk, parent: QWidget, start: GiftStart) -> None:
        is_new = start.content is None
        super().__init__(
            _("New gift") if is_new else _("Correct the gift"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self._desk = desk
        self._start = start
        self._donor: Contact | None = None
        self._may_be_for_ifi = False
        self._tier_reason: Ineligibility | None = None
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
        self.new_donor = NewOnTheWay(self._desk, self, picker)
        self.donor = form.add("donor", _("Donor"), picker)
        form.check_on_leave("donor", self._check_donor)
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        picker.lead_to(self.amount)
        self.kinds = KindFields(form, self._desk.today)
        self.kind, self.received_on = self.kinds.kind, self.kinds.received_on
        self.campaigns = CampaignFields(self._desk, form)
        self.campaign = self.campaigns.campaign
        self.remarks = GiftRemarks(self._desk, form)

    def _add_eligibility(self) -> None:
        reasons = (None, *Ineligibility)
        box = ChoiceBox([(reason, eligibility_text(reason)) for reason in reasons])
        self.eligibility = self.form.add("eligibility", _("Tax receipt"), box)
        self.explanation = plain_label("", "small", wrap=True)
        self.form.add_widget(self.explanation)

    def _add_rare(self) -> None:
        form = self.form
        self.counterpart = CounterpartFields(self._desk, form)
        self.counterpart.follow(self.read, self._start.donation_id)
        self.for_ifi = form.add(
            "is_for_ifi", _("For the tax on property wealth (article 978)"), QCheckBox()
        )
        form.fields["is_for_ifi"].hide()
        forms = ChoiceBox([(one, label(one)) for one in DonationForm])
        self.gift_form = form.add("form", _("Form of the gift"), forms)
        self.activity = GiftActivity(self._desk, form, self._start.content)
        self.note = form.add("note", _("Note"), QLineEdit())

    def _connect(self) -> None:
        self.donor.chosen.connect(self._on_donor_chosen)
        self.donor.textEdited.connect(self._explain)
        self.eligibility.currentIndexChanged.connect(self._explain)
        self.kinds.changed.connect(self._on_kind_changed)
        self.counterpart.tested.connect(self._explain)
        self.kinds.expenses_button.clicked.connect(self._on_expenses)
        self.campaigns.tier_chosen.connect(self._on_tier_chosen)
        self.amount.editingFinished.connect(self.counterpart.ask)
        self.amount.editingFinished.connect(self._ask_remarks)
        self.received_on.day_changed.connect(self._ask_remarks)
        self.campaign.currentTextChanged.connect(self._ask_remarks)
        self.campaigns.tier.currentIndexChanged.connect(self._ask_remarks)
        self.form.check_on_leave("amount", self.amount.amount)

    # what it shows

    def _show_start(self, start: GiftStart) -> None:
        self.gift_form.choose(DonationForm.MANUAL_GIFT)
        if start.content is None:
            self.kinds.kind.choose(start.kind)
            self.received_on.set_day(self._desk.today())
            self.kinds.refresh()
            self.campaigns.show(start.campaign, start.tier_id)
        else:
            self._show_content(start.content)
        self.donor.set_contact(start.donor)
        if start.is_from_platform:
            self._lock_platform_fields()
        asks_donor = start.donor is None or start.is_from_platform
        (self.donor if asks_donor else self.amount).setFocus()
        self._explain()

    def _show_content(self, content: NewDonation) -> None:
        self.kinds.show(content)
        self.gift_form.choose(content.form)
        self.amount.set_amount(content.amount)
        self.campaigns.show(content.campaign, content.tier_id)
        self.eligibility.choose(content.ineligibility)
        self.counterpart.show(content)
        self.for_ifi.setChecked(content.is_for_ifi)
        self.note.setText(content.note)
        is_rare = content.form is not DonationForm.MANUAL_GIFT or content.is_for_ifi
        is_rare = is_rare or content.activity_id is not None
        if is_rare or content.note or content.counterpart_label:
            self.form.unfold()

    def _lock_platform_fields(self) -> None:
        """Leave to the platform what it says itself; it does not always say a mode."""
        locked: list[QWidget] = [self.amount, self.received_on, self.campaign]
        if self.kind.value is not None:
            locked.append(self.kind)
        for widget in locked:
            widget.setEnabled(False)
        self.platform_note.show()

    def show_campaigns(self, names: Iterable[str]) -> None:
        """Offer the campaigns there are; what is typed stays."""
        self.campaigns.offer(names)

    def offer_ifi(self, *, offered: bool) -> None:
        """Ask for article 978 only where the profile says that the association may."""
        self._may_be_for_ifi = offered
        self._show_ifi()

    @Slot(object)
    def _on_donor_chosen(self, contact_id: int | None) -> None:
        self._donor = None
        self._explain()
        if contact_id is None:
            self.kinds.set_donor_kind(None)
            return
        get = partial(self._desk.services.contacts.get, contact_id)
        self._desk.tasks.query(self, get, self._on_donor_read, replaces="donor")

    def _on_donor_read(self, contact: Contact) -> None:
        if contact.id == self.donor.contact_id():
            self._donor = contact
            self.kinds.set_donor_kind(contact.profile.kind)
            self.counterpart.ask()

    @Slot()
    def _on_kind_changed(self) -> None:
        self._show_ifi()
        self._hint_at_donor()
        self._explain()
        self.counterpart.ask()

    @Slot()
    def _on_expenses(self) -> None:
        """Leave for the expense sheets, with the volunteer if one is chosen."""
        donor = None if self._donor is None else choice_of_contact(self._donor)
        self.expenses_wanted.emit(donor)
        self.form.is_dirty = False
        self.reject()

    def _hint_at_donor(self) -> None:
        hint = _("Leave empty for an anonymous gift.")
        if not may_be_anonymous(self.kinds.nature):
            hint = _("Such a gift names its donor: it cannot be anonymous.")
        self.form.fields["donor"].set_hint(hint)

    def _show_ifi(self) -> None:
        self.activity.follow(self.kinds.nature)
        shown = self._may_be_for_ifi and self.kinds.nature in _FOR_IFI
        self.form.fields["is_for_ifi"].setVisible(shown or self.for_ifi.isChecked())

    @Slot(object)
    def _on_tier_chosen(self, tier: NewTier | None) -> None:
        """Take the reason of a tier that is paid for, and take it back with the tier."""
        suggested = None if tier is None else tier.suggested
        if suggested is not None and not self.amount.text().strip():
            self.amount.set_amount(suggested)
        reason, before = None if tier is None else no_receipt_of(tier), self._tier_reason
        if reason is not None or (before is not None and self.eligibility.value is before):
            self.eligibility.choose(reason)
        self._tier_reason = reason

    @Slot()
    def _ask_remarks(self) -> None:
        amount = None
        with suppress(RuleError):
            amount = self.amount.amount()
        campaigns = self.campaigns
        self.remarks.ask(campaigns.name, amount, self.kinds.day, campaigns.tier_id)

    @Slot()
    def _explain(self) -> None:
        if self.donor.unmatched or (self.donor.contact_id() and self._donor is None):
            self.explanation.setText("")
            return
        reason = self.eligibility.value
        text = eligibility_explained(self._donor, reason, self.kinds.day)
        if self._donor is not None and reason is None and self.counterpart.is_too_much:
            text = _("What the donor received is worth too much: no receipt (see “More”).")
        self.explanation.setText(text)

    # what was typed

    def _check_donor(self) -> None:
        self.donor.refuse_unmatched("donation.donor_not_chosen", "donor")

    @override
    def read(self) -> NewDonation:
        self._check_donor()
        received_on, credited_on = self.kinds.read_days()
        amount = self.amount.amount()
        new = NewDonation(
            received_on=received_on,
            amount=ZERO if amount is None else amount,
            mode=self.kinds.mode,
            donor_id=self.donor.contact_id(),
            campaign=self.campaigns.name,
            nature=self.kinds.nature,
            form=self.gift_form.value,
            ineligibility=self.eligibility.value,
            note=self.note.text(),
            credited_on=credited_on,
            description=self.kinds.description.text(),
            value_basis=self.kinds.read_basis(),
            counterpart=self.counterpart.value(),
            counterpart_label=self.counterpart.label.text(),
            is_for_ifi=self.for_ifi.isChecked(),
            tier_id=self.campaigns.tier_id,
            activity_id=self.activity.value(self.kinds.nature),
        )
        before = self._start.content
        if before is None:
            return new
        # What this form does not ask.
        return replace(
            new,
            pledge_id=before.pledge_id,
            pledge_due_on=before.pledge_due_on,
            expense_sheet_id=before.expense_sheet_id,
        )

    @override
    def start_again(self) -> None:
        """Keep kind, date, campaign and activity: gifts of one evening share them."""
        self.amount.clear()
        self.note.clear()
        self.kinds.clear()
        self.counterpart.clear()
        self.eligibility.choose(self._tier_reason)
        self.donor.set_contact(None)
        self.donor.setFocus()
