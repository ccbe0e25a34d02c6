"""Asks for a promise to give, and for what came of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import Frequency, NewPledge
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.campaigns import Tier
    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.money import Money
    from coopdesk.domain.pledges import Pledge
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.pledges.sheet import PledgeSheet

# A receipt names the mode: a gift of money always has one.
_MODES = tuple(mode for mode in PaymentMode if mode is not PaymentMode.OTHER)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came for an instalment: a gift that is known, or what makes a new one."""

    due_on: dt.date
    donation_id: int | None
    received_on: dt.date
    amount: Money
    mode: PaymentMode


class PledgeDialog(FormDialog):
    """Who, how much, how often, from when; a campaign and its tier if there is one."""

    def __init__(self, desk: Desk, pledge: Pledge | None, parent: QWidget) -> None:
        title = _("New pledge") if pledge is None else _("Change the pledge")
        super().__init__(title, _("Save"), parent)
        self._desk = desk
        self._tier_id = None if pledge is None else pledge.content.tier_id
        self._add_promise()
        self._add_purpose()
        self._show(pledge)

    def _add_promise(self) -> None:
        form, desk = self.form, self._desk
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.donor = form.add("donor_id", _("Who promises"), picker, required=True)
        self.new_donor = NewOnTheWay(desk, self, picker)
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        picker.lead_to(self.amount)
        check = partial(picker.refuse_unmatched, "pledge.donor_missing", "donor_id")
        form.check_on_leave("donor_id", check)
        rhythms = [(one, label(one)) for one in Frequency]
        self.frequency: ChoiceBox[Frequency] = form.add(
            "frequency", _("How often"), ChoiceBox(rhythms)
        )
        self.starts_on = form.add(
            "starts_on", _("First due"), DayEdit(desk.today), required=True
        )
        modes = [(mode, label(mode)) for mode in _MODES]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("starts_on", partial(self.starts_on.day, "starts_on"))

    def _add_purpose(self) -> None:
        form = self.form
        self.campaign = form.add("campaign", _("Campaign"), SteadyBox())
        self.campaign.setEditable(True)
        self.campaign.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.campaign.currentTextChanged.connect(self._on_campaign)
        none: list[tuple[int | None, str]] = [(None, _("No tier"))]
        self.tier: ChoiceBox[int | None] = form.add("tier_id", _("Tier"), ChoiceBox(none))
        form.fields["tier_id"].hide()
        form.fold_rest()
        self.ends_on = form.add("ends_on", _("Last due"), DayEdit(self._desk.today))
        self.note = form.add("note", _("Note"), QLineEdit())
        form.check_on_leave("ends_on", partial(self.ends_on.day, "ends_on"))

    def _show(self, pledge: Pledge | None) -> None:
        names = self._desk.services.campaigns.names
        self._desk.tasks.query(self, names, self.show_campaigns)
        self.mode.choose(PaymentMode.TRANSFER)
        self.frequency.choose(Frequency.MONTHLY)
        self.starts_on.set_day(self._desk.today())
        if pledge is not None:
            content = pledge.content
            self.donor.set_contact(Choice(content.donor_id, pledge.donor_name))
            self.amount.set_amount(content.amount)
            self.frequency.choose(content.frequency)
            self.mode.choose(content.mode)
            self.starts_on.set_day(content.starts_on)
            self.ends_on.set_day(content.ends_on)
            self.campaign.setEditText(content.campaign)
            self.note.setText(content.note)
            if content.ends_on or content.note:
                self.form.unfold()
        self.form.is_dirty = False
        (self.donor if pledge is None else self.amount).setFocus()

    def show_campaigns(self, names: Iterable[str]) -> None:
        """Offer the campaigns there are; what is typed stays."""
        typed, was_dirty = self.campaign.currentText(), self.form.is_dirty
        self.campaign.clear()
        self.campaign.addItems(list(names))
        self.campaign.setEditText(typed)
        self.form.is_dirty = was_dirty

    @Slot(str)
    def _on_campaign(self, name: str) -> None:
        tiers = partial(self._desk.services.campaigns.tiers_for, name)
        self._desk.tasks.query(self, tiers, self._on_tiers, replaces="tiers")

    def _on_tiers(self, tiers: Sequence[Tier]) -> None:
        choices: list[tuple[int | None, str]] = [(None, _("No tier"))]
        gifts = (tier for tier in tiers if tier.content.is_gift)
        choices += [(tier.id, tier.content.name) for tier in gifts]
        self.tier.set_choices(choices)
        self.tier.choose(self._tier_id)
        self.form.fields["tier_id"].setVisible(len(choices) > 1)
        self.form.folded.emit()

    @override
    def read(self) -> NewPledge:
        donor_id = self.donor.contact_id()
        if donor_id is None:
            raise RuleError("pledge.donor_missing", field="donor_id")
        day = self.starts_on.day("starts_on")
        if day is None:
            raise RuleError("pledge.day_missing", field="starts_on")
        return NewPledge(
            donor_id=donor_id,
            amount=self.amount.amount() or ZERO,
            frequency=self.frequency.value,
            mode=self.mode.value,
            starts_on=day,
            ends_on=self.ends_on.day("ends_on"),
            campaign=self.campaign.currentText(),
            tier_id=self.tier.value,
            note=self.note.text(),
        )


class ArrivalDialog(FormDialog):
    """Which instalment came, when and how; or which gift that is known it is."""

    def __init__(
        self, desk: Desk, sheet: PledgeSheet, due_on: dt.date | None, parent: QWidget
    ) -> None:
        super().__init__(_("Instalment received"), _("Record the gift"), parent)
        form, content = self.form, sheet.pledge.content
        form.add_widget(plain_label(sheet.pledge.donor_name, "strong", wrap=True))
        days = [
            (one.due_on, f"{day_long(one.due_on)} — {label(one.state)}")
            for one in sheet.waiting
        ]
        self.due_on: ChoiceBox[dt.date] = form.add(
            "due_on", _("What was due on"), ChoiceBox(days)
        )
        gifts: list[tuple[int | None, str]] = [(None, _("A gift to be recorded now"))]
        gifts += [(gift.id, _gift_text(gift)) for gift in sheet.candidates]
        self.gift: ChoiceBox[int | None] = form.add(
            "gift",
            _("What came"),
            ChoiceBox(gifts),
            _("A gift of this person that is recorded already can be tied to it."),
        )
        form.fields["gift"].setVisible(len(gifts) > 1)
        self.received_on = form.add(
            "received_on", _("Received on"), DayEdit(desk.today), required=True
        )
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        modes = [(mode, label(mode)) for mode in _MODES]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        if due_on is not None:
            self.due_on.choose(due_on)
        self.received_on.set_day(desk.today())
        self.amount.set_amount(content.amount)
        self.mode.choose(content.mode)
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("received_on", partial(self.received_on.day, "received_on"))
        self.gift.currentIndexChanged.connect(self._show_needed)
        form.is_dirty = False
        self.received_on.setFocus()

    @Slot()
    def _show_needed(self) -> None:
        is_new = self.gift.value is None
        for name in ("received_on", "amount", "mode"):
            self.form.fields[name].setVisible(is_new)
        self.submit_button.setText(_("Record the gift") if is_new else _("Tie the gift"))
        self.form.folded.emit()

    @override
    def read(self) -> Arrival:
        day = self.received_on.day("received_on")
        if day is None:
            raise RuleError("donation.date_missing", field="received_on")
        return Arrival(
            due_on=self.due_on.value,
            donation_id=self.gift.value,
            received_on=day,
            amount=self.amount.amount() or ZERO,
            mode=self.mode.value,
        )


def _gift_text(gift: DonationLine) -> str:
    return f"{money_text(gift.amount)} — {day_long(gift.received_on)} — {label(gift.mode)}"
