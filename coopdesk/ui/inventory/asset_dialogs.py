"""Asks for a fixed asset, and for the day it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fixed_assets import LABEL_LIMIT, NewFixedAsset
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.inventory.asset_sheet import months_text
from coopdesk.ui.inventory.setting import Setting, add_activity, add_grant
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.fixed_assets import FixedAsset
    from coopdesk.ui.desk import Desk

# Usual lives in months; 0 is for what does not wear out.
_LIVES = (12, 24, 36, 48, 60, 72, 84, 96, 120, 180, 240, 300, 360, 480, 600, 0)
_USUAL = 36


class AssetDialog(FormDialog):
    """What it is, what it cost, how long it lasts; the accounts of its wear follow."""

    def __init__(
        self, desk: Desk, setting: Setting, asset: FixedAsset | None, parent: QWidget
    ) -> None:
        title = _("New fixed asset") if asset is None else _("Change the fixed asset")
        super().__init__(title, _("Save"), parent)
        self._accounts = ("", "")
        self._add_usual(desk, asset)
        self.bought_on.set_day(setting.day)
        self._add_rest(desk, setting, asset)
        if asset is not None:
            self._show(asset)
        self.form.is_dirty = False
        self.label.setFocus()

    def _add_usual(self, desk: Desk, asset: FixedAsset | None) -> None:
        form = self.form
        self.label = form.add("label", _("What it is"), QLineEdit(), required=True)
        self.label.setMaxLength(LABEL_LIMIT)
        self.account = form.add(
            "account",
            _("Kind of asset"),
            AccountPicker(desk),
            _("For instance: computer equipment (2183), furniture (2184), tools (2154)."),
            required=True,
        )
        self.account.prefer(("2",))
        self.account.offer_nothing_new()
        self.cost = form.add(
            "cost",
            _("Cost"),
            AmountEdit(),
            _("All taxes included if the association does not get VAT back."),
            required=True,
        )
        self.bought_on = form.add(
            "bought_on", _("Bought on"), DayEdit(desk.today), required=True
        )
        known = {*_LIVES[:-1]} if asset is None else {*_LIVES[:-1], asset.content.months} - {0}
        lives = [(months, months_text(months)) for months in sorted(known)]
        self.months: ChoiceBox[int] = form.add(
            "months",
            _("Lasts"),
            ChoiceBox([*lives, (0, months_text(0))]),
            _("The years it will serve: a computer 3, furniture 10. Land and art: for ever."),
        )
        self.months.choose(_USUAL)
        form.check_on_leave("cost", partial(self.cost.amount, "cost"))
        form.check_on_leave("bought_on", partial(self.bought_on.day, "bought_on"))

    def _add_rest(self, desk: Desk, setting: Setting, asset: FixedAsset | None) -> None:
        form = self.form
        content = None if asset is None else asset.content
        form.fold_rest()
        self.in_service_on = form.add(
            "in_service_on",
            _("In service since"),
            DayEdit(desk.today),
            _("Only if it is not the day it was bought: wear begins then."),
        )
        self.residual = form.add(
            "residual", _("Still worth at the end"), AmountEdit(), _("Seldom anything.")
        )
        self.prior = form.add(
            "prior",
            _("Borne before our books began"),
            AmountEdit(),
            _("Empty: as the plan says. For what is older than the first fiscal year here."),
        )
        self.activity = add_activity(form, setting, content.activity_id if content else None)
        self.grant = add_grant(form, setting, content.grant_award_id if content else None)
        self.note = form.add("note", _("Note"), QLineEdit())
        for name in ("residual", "prior"):
            edit: AmountEdit = getattr(self, name)
            form.check_on_leave(name, partial(edit.amount, name))
        check = partial(self.in_service_on.day, "in_service_on")
        form.check_on_leave("in_service_on", check)

    def _show(self, asset: FixedAsset) -> None:
        content = asset.content
        self._accounts = (content.depreciation_account, content.allowance_account)
        self.label.setText(content.label)
        self.account.set_named(content.account, "")
        self.cost.set_amount(content.cost)
        self.bought_on.set_day(content.bought_on)
        self.months.choose(content.months)
        if content.in_service_on != content.bought_on:
            self.in_service_on.set_day(content.in_service_on)
        self.residual.set_amount(content.residual or None)
        self.prior.set_amount(asset.prior or None)
        self.note.setText(content.note)

    @override
    def read(self) -> NewFixedAsset:
        self.account.refuse_words("account")
        day = self.bought_on.day("bought_on")
        if day is None:
            raise RuleError("payment.date_missing", field="bought_on")
        return NewFixedAsset(
            label=self.label.text(),
            account=self.account.number,
            cost=self.cost.amount("cost") or ZERO,
            bought_on=day,
            months=self.months.value,
            in_service_on=self.in_service_on.day("in_service_on"),
            residual=self.residual.amount("residual") or ZERO,
            prior=self.prior.amount("prior"),
            depreciation_account=self._accounts[0],
            allowance_account=self._accounts[1],
            activity_id=self.activity.value,
            grant_award_id=self.grant.value,
            note=self.note.text(),
        )


@dataclass(frozen=True, slots=True)
class Disposal:
    """When an asset leaves, and for how much."""

    day: dt.date
    price: Money


class DisposeDialog(FormDialog):
    """Says what is drafted: the wear until that day, the value that is left, the price."""

    def __init__(self, desk: Desk, asset: FixedAsset, parent: QWidget) -> None:
        super().__init__(_("An asset leaves us"), _("Take it off the books"), parent)
        form = self.form
        form.add_widget(plain_label(asset.content.label, "strong", wrap=True))
        self.day = form.add("day", _("When"), DayEdit(desk.today), required=True)
        self.day.set_day(desk.today())
        self.price = form.add(
            "price",
            _("Sale price"),
            AmountEdit(),
            _("Empty: given away, broken, stolen."),
        )
        self.said = plain_label("", "muted", wrap=True)
        form.add_widget(self.said)
        self.price.textChanged.connect(self._say)
        form.check_on_leave("day", partial(self.day.day, "day"))
        form.check_on_leave("price", partial(self.price.amount, "price"))
        self._say()
        form.is_dirty = False
        self.price.setFocus()

    @Slot()
    def _say(self) -> None:
        text = _("Drafts: the wear until that day, and what it was still worth (652).")
        try:
            price = self.price.amount("price")
        except RuleError:
            price = None
        if price:
            more = _("The price of {amount} is due (462) until it comes.")
            text = f"{text} {more.format(amount=money_text(price))}"
        self.said.setText(text)

    @override
    def read(self) -> Disposal:
        day = self.day.day("day")
        if day is None:
            raise RuleError("payment.date_missing", field="day")
        return Disposal(day, self.price.amount("price") or ZERO)
