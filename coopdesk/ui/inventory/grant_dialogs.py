"""Asks for a grant, for money that came for one, and which known payment did."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_accounts import BY_FUNDER
from coopdesk.domain.grants import TITLE_LIMIT, USUAL_ACCOUNTS, GrantKind, NewGrantAward
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import Direction, LineKind, PaymentFilter, PaymentMode
from coopdesk.ui.contacts.choices import find_organisations
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.inventory.setting import Setting, add_activity
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.grants import usual_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

# The latest payments are looked through for one that may be of a grant.
_LOOKED_AT, _PAGE = 1000, 200
_WIDTH = 600


class GrantDialog(FormDialog):
    """Who grants how much for what; the days only when it is for more than one year."""

    def __init__(
        self, desk: Desk, setting: Setting, award: GrantAward | None, parent: QWidget
    ) -> None:
        title = _("New grant") if award is None else _("Change the grant")
        super().__init__(title, _("Save"), parent)
        self._add_usual(desk)
        self._add_rest(desk, setting, award)
        self.kind.currentIndexChanged.connect(self._on_kind)
        if award is not None:
            self._show(award)
        self._on_kind()
        self.form.is_dirty = False
        self.title.setFocus()

    def _add_usual(self, desk: Desk) -> None:
        form = self.form
        self.title = form.add("title", _("What for"), QLineEdit(), required=True)
        self.title.setMaxLength(TITLE_LIMIT)
        self.funder = form.add(
            "funder_id",
            _("Who grants"),
            ContactPicker(desk.tasks, partial(find_organisations, desk)),
        )
        self.new_funder = NewOnTheWay(desk, self, self.funder)
        self.new_funder.kind = ContactKind.ORGANISATION
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.funder.lead_to(self.amount)
        self.notified_on = form.add(
            "notified_on",
            _("Notified on"),
            DayEdit(desk.today),
            _("The day of the letter that grants it: it is due from then on."),
            required=True,
        )
        self.notified_on.set_day(desk.today())
        kinds = [(one, label(one)) for one in GrantKind]
        self.kind: ChoiceBox[GrantKind] = form.add("kind", _("What it pays"), ChoiceBox(kinds))
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("notified_on", partial(self.notified_on.day, "notified_on"))
        refuse = partial(
            self.funder.refuse_unmatched, "inventory.contact_unmatched", "funder_id"
        )
        form.check_on_leave("funder_id", refuse)

    def _add_rest(self, desk: Desk, setting: Setting, award: GrantAward | None) -> None:
        form = self.form
        chosen = None if award is None else award.content.activity_id
        self.activity = add_activity(form, setting, chosen)
        self.starts_on = form.add("starts_on", _("For the days from"), DayEdit(desk.today))
        self.ends_on = form.add(
            "ends_on",
            _("Until"),
            DayEdit(desk.today),
            _("Only if it is for more than this year: what is for later is kept for then."),
        )
        self.expected_on = form.add(
            "expected_on",
            _("Money expected on"),
            DayEdit(desk.today),
            _("What is still due comes then in the forecast of the treasury."),
        )
        form.fold_rest()
        self.account = form.add("account", _("Account of the grant"), AccountPicker(desk))
        self.receivable = form.add(
            "receivable_account", _("Account where it is due"), AccountPicker(desk)
        )
        for picker in (self.account, self.receivable):
            picker.offer_nothing_new()
        self.note = form.add("note", _("Note"), QLineEdit())
        for name, field in (
            ("starts_on", self.starts_on),
            ("ends_on", self.ends_on),
            ("expected_on", self.expected_on),
        ):
            form.check_on_leave(name, partial(field.day, name))

    def _show(self, award: GrantAward) -> None:
        content = award.content
        self.title.setText(content.title)
        if content.funder_id is not None:
            self.funder.set_contact(Choice(content.funder_id, award.funder_name))
        self.amount.set_amount(content.amount)
        self.notified_on.set_day(content.notified_on)
        self.kind.choose(content.kind)
        self.starts_on.set_day(content.starts_on)
        self.ends_on.set_day(content.ends_on)
        self.expected_on.set_day(content.expected_on)
        usual = USUAL_ACCOUNTS[content.kind]
        own = (content.account, content.receivable_account)
        for picker, number, known in zip(
            (self.account, self.receivable), own, usual, strict=True
        ):
            if number != known:
                picker.set_named(number, "")
                self.form.unfold()
        self.note.setText(content.note)

    @Slot()
    def _on_kind(self) -> None:
        """Say the usual accounts, and ask for days only where they mean something."""
        for picker, numbers in zip(
            (self.account, self.receivable), BY_FUNDER[self.kind.value], strict=True
        ):
            picker.setPlaceholderText(usual_text(numbers))
            picker.prefer(tuple(number[:2] for number in numbers))
        for name in ("starts_on", "ends_on"):
            self.form.fields[name].setVisible(self.kind.value is GrantKind.OPERATING)
        self.form.folded.emit()

    @override
    def read(self) -> NewGrantAward:
        self.funder.refuse_unmatched("inventory.contact_unmatched", "funder_id")
        day = self.notified_on.day("notified_on")
        if day is None:
            raise RuleError("grant.day_missing", field="notified_on")
        is_operating = self.kind.value is GrantKind.OPERATING
        return NewGrantAward(
            title=self.title.text(),
            amount=self.amount.amount() or ZERO,
            notified_on=day,
            kind=self.kind.value,
            funder_id=self.funder.contact_id(),
            account=self.account.number,
            receivable_account=self.receivable.number,
            starts_on=self.starts_on.day("starts_on") if is_operating else None,
            ends_on=self.ends_on.day("ends_on") if is_operating else None,
            expected_on=self.expected_on.day("expected_on"),
            activity_id=self.activity.value,
            note=self.note.text(),
        )


@dataclass(frozen=True, slots=True)
class Instalment:
    """What came of a grant, and when the rest may come."""

    amount: Money
    paid_on: dt.date
    mode: PaymentMode
    rest_on: dt.date | None


class ReceiveDialog(FormDialog):
    """All that is due at first; less for an instalment."""

    def __init__(self, desk: Desk, award: GrantAward, parent: QWidget) -> None:
        super().__init__(_("Money came for a grant"), _("Record the payment"), parent)
        form = self.form
        form.add_widget(plain_label(award.content.title, "strong", wrap=True))
        hint = _("Due: {amount}. Less than that is an instalment.")
        self.amount = form.add(
            "amount",
            _("Amount"),
            AmountEdit(),
            hint.format(amount=money_text(award.due)),
            required=True,
        )
        self.amount.set_amount(award.due)
        self.paid_on = form.add("paid_on", _("Received on"), DayEdit(desk.today), required=True)
        self.paid_on.set_day(desk.today())
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.mode.choose(PaymentMode.TRANSFER)
        self.rest_on = form.add(
            "rest_on",
            _("Rest expected on"),
            DayEdit(desk.today),
            _("For an instalment: when the next one may come."),
        )
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))
        form.check_on_leave("rest_on", partial(self.rest_on.day, "rest_on"))
        form.is_dirty = False
        self.amount.setFocus()
        self.amount.selectAll()

    @override
    def read(self) -> Instalment:
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("payment.date_missing", field="paid_on")
        rest_on = self.rest_on.day("rest_on")
        return Instalment(self.amount.amount() or ZERO, day, self.mode.value, rest_on)


class TieDialog(FormDialog):
    """Chooses among the payments that may be of a grant; those of its funder come first."""

    def __init__(self, award: GrantAward, found: list[PaymentLine], parent: QWidget) -> None:
        super().__init__(_("Payment of a grant"), _("Tie the payment"), parent)
        self.setMinimumWidth(_WIDTH)
        self.form.add_widget(plain_label(award.content.title, "strong", wrap=True))
        choices = [(one.payment_id, _payment_text(one)) for one in found]
        self.payment: ChoiceBox[int] = self.form.add(
            "payment",
            _("Payment that came for it"),
            ChoiceBox(choices),
            _("From an import or typed before: it counts for this grant from now on."),
        )

    @override
    def read(self) -> int:
        return self.payment.value


def read_candidates(services: Services, award: GrantAward) -> list[PaymentLine]:
    """Return payments in, of the funder or told as grants, tied to none; on the worker."""
    tied = {x.payment_id for one in services.grants.all() for x in one.payments}
    wanted = PaymentFilter(direction=Direction.IN)
    ids = services.payments.ids(wanted, _LOOKED_AT)
    funder = award.content.funder_id
    found: dict[int, PaymentLine] = {}
    for start in range(0, len(ids), _PAGE):
        for line in services.payments.lines(ids[start : start + _PAGE]):
            is_of_funder = funder is not None and line.payer_id == funder
            fits = line.kind is LineKind.GRANT or (is_of_funder and line.kind is LineKind.OTHER)
            if fits and line.payment_id not in tied:
                found.setdefault(line.payment_id, line)
    return sorted(found.values(), key=lambda line: (line.payer_id != funder, -line.payment_id))


def _payment_text(line: PaymentLine) -> str:
    said = (money_text(line.amount), day_long(line.paid_on), line.payer_name, line.label)
    return " — ".join(part for part in said if part)
