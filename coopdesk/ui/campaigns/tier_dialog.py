"""Asks for a tier of a campaign, and for a payment of one that is no gift."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.campaign_rules import remarks_on
from coopdesk.domain.campaigns import NewTier, NewTierPayment
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.campaigns.dialog import add_days, add_text
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.campaigns import remarks_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.campaigns import Campaign, Tier
    from coopdesk.ui.desk import Desk


class TierDialog(FormDialog):
    """A gift, or a payment for something: the reason why it gives no receipt is then asked."""

    def __init__(
        self,
        today: Callable[[], dt.date],
        campaign_id: int,
        content: NewTier | None,
        parent: QWidget,
    ) -> None:
        title = _("New tier") if content is None else _("Change the tier")
        super().__init__(title, _("Save"), parent)
        self._campaign_id = campaign_id
        form, known = self.form, content or NewTier(campaign_id, "")
        self.name = form.add(
            "name",
            _("Name"),
            QLineEdit(known.name),
            _("Such as “Contribution”."),
            required=True,
        )
        kinds = [(True, _("A gift")), (False, _("A payment for something in return"))]
        self.is_gift: ChoiceBox[bool] = form.add("is_gift", _("It is"), ChoiceBox(kinds))
        reasons = [(reason, label(reason)) for reason in Ineligibility]
        self.ineligibility: ChoiceBox[Ineligibility] = form.add(
            "ineligibility", _("No receipt, because it is"), ChoiceBox(reasons)
        )
        self.goal = form.add(
            "goal", _("Goal"), AmountEdit(), _("Leave empty if there is none.")
        )
        self.minimum = form.add(
            "minimum",
            _("Starts at"),
            AmountEdit(),
            _("What a contribution should reach; less is recorded all the same."),
        )
        self.suggested = form.add("suggested", _("Proposed amount"), AmountEdit())
        form.fold_rest()
        self.starts_on, self.ends_on = add_days(form, today)
        self.description = add_text(form)
        self.is_gift.currentIndexChanged.connect(self._show_needed)
        for name, field in (
            ("goal", self.goal),
            ("minimum", self.minimum),
            ("suggested", self.suggested),
        ):
            form.check_on_leave(name, partial(field.amount, name))
        self._show(known)

    def _show(self, known: NewTier) -> None:
        self.is_gift.choose(known.is_gift)
        self.ineligibility.choose(known.ineligibility or Ineligibility.SERVICE)
        self.goal.set_amount(known.goal)
        self.minimum.set_amount(known.minimum)
        self.suggested.set_amount(known.suggested)
        self.starts_on.set_day(known.starts_on)
        self.ends_on.set_day(known.ends_on)
        self.description.setPlainText(known.description)
        if known.starts_on or known.ends_on or known.description:
            self.form.unfold()
        self._show_needed()
        self.form.is_dirty = False
        self.name.setFocus()

    @Slot()
    def _show_needed(self) -> None:
        self.form.fields["ineligibility"].setVisible(not self.is_gift.value)
        self.form.folded.emit()

    @override
    def read(self) -> NewTier:
        is_gift = self.is_gift.value
        return NewTier(
            campaign_id=self._campaign_id,
            name=self.name.text(),
            description=self.description.toPlainText(),
            goal=self.goal.amount("goal"),
            minimum=self.minimum.amount("minimum"),
            suggested=self.suggested.amount("suggested"),
            starts_on=self.starts_on.day("starts_on"),
            ends_on=self.ends_on.day("ends_on"),
            is_gift=is_gift,
            ineligibility=None if is_gift else self.ineligibility.value,
        )


class TierPaymentDialog(FormDialog):
    """What somebody pays for a tier; a word about the minimum stands under the amount."""

    def __init__(self, desk: Desk, campaign: Campaign, tier: Tier, parent: QWidget) -> None:
        super().__init__(
            _("Payment for “{name}”").format(name=tier.content.name),
            _("Record the payment"),
            parent,
        )
        self._campaign, self._tier = campaign, tier
        form = self.form
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.payer = form.add(
            "payer_id", _("Who pays"), picker, _("Leave empty for somebody unknown.")
        )
        self.new_payer = NewOnTheWay(desk, self, picker)
        form.check_on_leave("payer_id", self._check_payer)
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        picker.lead_to(self.amount)
        self.remark = plain_label("", "small", wrap=True)
        form.add_widget(self.remark)
        self.paid_on = form.add(
            "paid_on", _("Day of the payment"), DayEdit(desk.today), required=True
        )
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.label = form.add("label", _("Label"), QLineEdit())
        said = _("A sale without a receipt: {reason}.")
        reason = tier.content.ineligibility or Ineligibility.SERVICE
        form.add_widget(plain_label(said.format(reason=label(reason)), "muted", wrap=True))
        self.amount.set_amount(tier.content.suggested or tier.content.minimum)
        self.paid_on.set_day(desk.today())
        self.mode.choose(PaymentMode.TRANSFER)
        self.amount.textChanged.connect(self._say_remarks)
        self.paid_on.day_changed.connect(self._say_remarks)
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))
        self._say_remarks()
        form.is_dirty = False
        self.payer.setFocus()

    @Slot()
    def _say_remarks(self) -> None:
        text = ""
        with suppress(RuleError):
            amount, day = self.amount.amount(), self.paid_on.day()
            if amount is not None and day is not None:
                text = remarks_text(remarks_on(amount, day, self._campaign, self._tier))
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _check_payer(self) -> None:
        self.payer.refuse_unmatched("donation.donor_not_chosen", "payer_id")

    @override
    def read(self) -> NewTierPayment:
        self._check_payer()
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("donation.date_missing", field="paid_on")
        return NewTierPayment(
            tier_id=self._tier.id,
            amount=self.amount.amount() or ZERO,
            paid_on=day,
            mode=self.mode.value,
            payer_id=self.payer.contact_id(),
            label=self.label.text(),
        )
