"""Asks what belongs to another year than its voucher: paid, due or received then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.entry_rules import LABEL_LIMIT, REFERENCE_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.inventory_entries import InventoryKind, NewInventoryEntry
from coopdesk.domain.money import ZERO
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.ui.desk import Desk

_WIDTH = 640
_LATER = frozenset({InventoryKind.PREPAID, InventoryKind.DEFERRED})
_EXPENSES = frozenset({InventoryKind.PREPAID, InventoryKind.ACCRUED_EXPENSE})


class InventoryDialog(FormDialog):
    """Says beneath the fields what would be written."""

    def __init__(self, desk: Desk, year: FiscalYear, parent: QWidget) -> None:
        super().__init__(
            _("Year-end entry of {label}").format(label=year.label),
            _("Prepare the entry"),
            parent,
            repeat_verb=_("Save and new"),
        )
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._year = year
        self.kind: ChoiceChips[InventoryKind] = ChoiceChips(
            _("What it is"),
            [
                (InventoryKind.PREPAID, _("Paid in advance")),
                (InventoryKind.DEFERRED, _("Received in advance")),
                (InventoryKind.ACCRUED_EXPENSE, _("To be paid")),
                (InventoryKind.ACCRUED_INCOME, _("To be received")),
            ],
        )
        for kind in InventoryKind:
            # The accountant's word, for those who know it.
            set_plain_tooltip(self.kind.chip(kind), label(kind))
        self.form.add_widget(self.kind)
        self.explained = plain_label("", "muted", wrap=True)
        self.form.add_widget(self.explained)
        self.label = self.form.add("label", _("What for"), QLineEdit(), required=True)
        self.label.setMaxLength(LABEL_LIMIT)
        self.account = self.form.add("account", "", AccountPicker(desk), required=True)
        self.amount = self.form.add("amount", "", AmountEdit(), required=True)
        self.since = self.form.add("since", _("From"), DayEdit(desk.today))
        self.until = self.form.add(
            "until",
            _("Until"),
            DayEdit(desk.today),
            _("With the days that the invoice is for, only the part after the year goes."),
        )
        self.said = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.said)
        self._add_rest()
        self._connect()
        self._on_kind()
        self.label.setFocus()

    def _add_rest(self) -> None:
        self.form.fold_rest()
        self.voucher = self.form.add(
            "voucher_ref",
            _("Voucher"),
            QLineEdit(),
            _("Number of the bill, or of the sheet that says how it was reckoned."),
        )
        self.voucher.setMaxLength(REFERENCE_LIMIT)
        nothing: list[tuple[int | None, str]] = [(None, "—")]
        self.activity: ChoiceBox[int | None] = self.form.add(
            "activity_id", _("Activity"), ChoiceBox(nothing)
        )
        self.form.fields["activity_id"].setVisible(False)
        read = partial(self._desk.services.activities.all, open_only=True)
        self._desk.tasks.query(self, read, self._on_activities, replaces="activities")

    def _on_activities(self, found: list[Activity]) -> None:
        self.activity.set_choices([(None, "—"), *((one.id, one.title) for one in found)])
        self.form.fields["activity_id"].setVisible(bool(found))

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.account.account_taken.connect(self._preview)
        for field in (self.label, self.amount, self.since, self.until):
            field.editingFinished.connect(self._preview)
        check = self.form.check_on_leave
        check("amount", self.amount.amount)
        check("since", partial(self.since.day, "since"))
        check("until", partial(self.until.day, "until"))

    @Slot()
    def _on_kind(self) -> None:
        """Ask in the words of the case; days only mean something for what is for later."""
        kind, fields = self.kind.key, self.form.fields
        for name in ("since", "until"):
            fields[name].setVisible(kind in _LATER)
        is_expense = kind in _EXPENSES
        fields["account"].set_label(_("Kind of expense") if is_expense else _("Kind of income"))
        whole = _("Amount, of the whole invoice if days follow")
        fields["amount"].set_label(whole if kind in _LATER else _("Amount"))
        self.account.prefer(("6",) if is_expense else ("7",))
        self.explained.setText(_explained(kind))
        self._preview()
        self.form.folded.emit()

    @override
    def read(self) -> NewInventoryEntry:
        self.account.refuse_words("account")
        is_later = self.kind.key in _LATER
        return NewInventoryEntry(
            kind=self.kind.key,
            account=self.account.number,
            amount=self.amount.amount() or ZERO,
            label=self.label.text(),
            since=self.since.day("since") if is_later else None,
            until=self.until.day("until") if is_later else None,
            activity_id=self.activity.value,
            voucher_ref=self.voucher.text(),
        )

    @Slot()
    def _preview(self) -> None:
        """Say what would be written, as soon as it can be."""
        try:
            new = self.read()
        except RuleError:
            return
        call = partial(self._desk.services.inventory.preview, self._year.id, new)
        self._desk.tasks.query(
            self, call, self._on_preview, replaces="preview", failed=self._on_nothing
        )

    def _on_preview(self, entry: NewEntry) -> None:
        debit, credit = _("debit"), _("credit")
        sides = [f"{x.account} {debit if x.debit else credit}" for x in entry.lines]
        text = _("{amount} on {day}: {lines}. Turned round on the first day of the next year.")
        self.said.setText(
            text.format(
                amount=money_text(entry.debit),
                day=day_long(entry.entry_on),
                lines=", ".join(sides),
            )
        )

    def _on_nothing(self, _error: RuleError) -> None:
        self.said.setText("")

    @override
    def start_again(self) -> None:
        for field in (self.label, self.amount, self.since, self.until, self.voucher):
            field.clear()
        self.account.set_account(None)
        self.said.setText("")
        self.label.setFocus()


def _explained(kind: InventoryKind) -> str:
    texts = {
        InventoryKind.PREPAID: _(
            "An expense of this year's vouchers that is for the next one."
        ),
        InventoryKind.DEFERRED: _("Money received this year that is for the next one."),
        InventoryKind.ACCRUED_EXPENSE: _("An expense of this year whose invoice comes later."),
        InventoryKind.ACCRUED_INCOME: _("An income of this year that is received later."),
    }
    return texts[kind]
