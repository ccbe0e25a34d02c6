"""Asks for a dedicated fund, and for money that passes on to another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.dedicated_funds import NAME_LIMIT, FundKind, NewFund
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.inventory.setting import Setting, add_activity, add_grant
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.dedicated_funds import Fund
    from coopdesk.ui.desk import Desk

# What a fund held when our books began.
Opening: TypeAlias = Money


class FundDialog(FormDialog):
    """What for, from whom, how much; the activity tells the program what is spent on it."""

    def __init__(
        self, desk: Desk, setting: Setting, fund: Fund | None, parent: QWidget
    ) -> None:
        title = _("New dedicated fund") if fund is None else _("Change the dedicated fund")
        super().__init__(title, _("Save"), parent)
        form = self.form
        content = None if fund is None else fund.content
        self.name = form.add("name", _("What the money is for"), QLineEdit(), required=True)
        self.name.setMaxLength(NAME_LIMIT)
        kinds = [(one, label(one)) for one in FundKind]
        self.kind: ChoiceBox[FundKind] = form.add("kind", _("Comes from"), ChoiceBox(kinds))
        self.amount = form.add("amount", _("Received"), AmountEdit(), required=True)
        self.received_on = form.add(
            "received_on", _("Received on"), DayEdit(desk.today), required=True
        )
        self.received_on.set_day(setting.day)
        self.activity = add_activity(form, setting, content.activity_id if content else None)
        self.grant = add_grant(form, setting, content.grant_award_id if content else None)
        self.funder = form.add(
            "funder_id", _("Given by"), ContactPicker(desk.tasks, partial(find_choices, desk))
        )
        self.new_funder = NewOnTheWay(desk, self, self.funder)
        form.fold_rest()
        self.opening = form.add(
            "opening",
            _("Held when our books began"),
            AmountEdit(),
            _("Only for a fund that is older than the first fiscal year here."),
        )
        form.fields["opening"].setVisible(fund is None)
        self.note = form.add("note", _("Note"), QLineEdit())
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("opening", partial(self.opening.amount, "opening"))
        form.check_on_leave("received_on", partial(self.received_on.day, "received_on"))
        if fund is not None:
            self._show(fund)
        form.is_dirty = False
        self.name.setFocus()

    def _show(self, fund: Fund) -> None:
        content = fund.content
        self.name.setText(content.name)
        self.kind.choose(content.kind)
        self.amount.set_amount(content.amount)
        self.received_on.set_day(content.received_on)
        if content.funder_id is not None:
            self.funder.set_contact(Choice(content.funder_id, fund.funder_name))
        self.note.setText(content.note)

    @override
    def read(self) -> tuple[NewFund, Opening]:
        self.funder.refuse_unmatched("inventory.contact_unmatched", "funder_id")
        day = self.received_on.day("received_on")
        if day is None:
            raise RuleError("payment.date_missing", field="received_on")
        new = NewFund(
            name=self.name.text(),
            kind=self.kind.value,
            received_on=day,
            amount=self.amount.amount() or ZERO,
            grant_award_id=self.grant.value,
            funder_id=self.funder.contact_id(),
            activity_id=self.activity.value,
            note=self.note.text(),
        )
        return new, self.opening.amount("opening") or ZERO


@dataclass(frozen=True, slots=True)
class Transfer:
    """How much passes on to which fund."""

    other_fund_id: int
    amount: Money
    moved_on: dt.date
    note: str


class TransferDialog(FormDialog):
    """Who gave the money must have agreed; the note says where that is written."""

    def __init__(self, desk: Desk, fund: Fund, others: list[Fund], parent: QWidget) -> None:
        super().__init__(_("Pass on to another fund"), _("Pass on"), parent)
        form = self.form
        form.add_widget(plain_label(fund.content.name, "strong", wrap=True))
        choices = [(one.id, one.content.name) for one in others]
        self.other: ChoiceBox[int] = form.add(
            "other_fund", _("To which fund"), ChoiceBox(choices)
        )
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.moved_on = form.add("moved_on", _("When"), DayEdit(desk.today), required=True)
        self.moved_on.set_day(desk.today())
        self.note = form.add(
            "note",
            _("Note"),
            QLineEdit(),
            _("Who gave the money agrees: the letter that says so."),
        )
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("moved_on", partial(self.moved_on.day, "moved_on"))
        form.is_dirty = False
        self.amount.setFocus()

    @override
    def read(self) -> Transfer:
        day = self.moved_on.day("moved_on")
        if day is None:
            raise RuleError("payment.date_missing", field="moved_on")
        amount = self.amount.amount() or ZERO
        return Transfer(self.other.value, amount, day, self.note.text())
