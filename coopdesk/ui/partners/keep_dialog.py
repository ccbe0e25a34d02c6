"""Asks when and how a commitment was kept: noted, paid, given in kind."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import CommitmentKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.partners.proof_form import ProofForm
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.ui.desk import Desk

_LIMIT = 200
_IN_KIND = frozenset({CommitmentKind.ROOM, CommitmentKind.GOODS, CommitmentKind.HOURS})


class Way(enum.Enum):
    """How a commitment was kept."""

    NOTED = "noted"
    PAID_NOW = "paid_now"
    PAID_BEFORE = "paid_before"
    IN_KIND = "in_kind"


_WORDS = {
    Way.NOTED: N_("Note it, nothing in the accounts"),
    Way.PAID_NOW: N_("Record the payment now"),
    Way.PAID_BEFORE: N_("A payment that is recorded already"),
    Way.IN_KIND: N_("Value it in the accounts (86 and 87)"),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """When and how; the amount is what was paid or what the gift in kind is worth.

    ``proofs`` are the files that show it.
    """

    on: dt.date
    way: Way = Way.NOTED
    amount: Money = ZERO
    mode: PaymentMode = PaymentMode.TRANSFER
    basis: str = ""
    payment_id: int | None = None
    proofs: tuple[Path, ...] = ()


class KeepDialog(ProofForm):
    """Gives a ``Kept``; ``payments`` are those of the partner that may have kept it."""

    def __init__(
        self,
        desk: Desk,
        commitment: Commitment,
        payments: Sequence[PaymentLine],
        parent: QWidget,
    ) -> None:
        super().__init__(_("How the commitment was kept"), _("Note it as kept"), parent)
        form, content = self.form, commitment.content
        form.add_widget(plain_label(content.text, "strong", wrap=True))
        said = f"{label(content.side)} · {commitment.partner_name}"
        form.add_widget(plain_label(said, "muted", wrap=True))
        self.kept_on = form.add("kept_on", _("Kept on"), DayEdit(desk.today), required=True)
        self.kept_on.set_day(desk.today())
        ways = [(one, _(_WORDS[one])) for one in _ways(commitment, payments)]
        self.way = form.add("way", _("How"), ChoiceBox[Way](ways))
        form.fields["way"].setVisible(len(ways) > 1)
        self._add_money(payments)
        self.amount.set_amount(content.amount)
        form.check_on_leave("kept_on", partial(self.kept_on.day, "kept_on"))
        form.check_on_leave("amount", self.amount.amount)
        self.way.currentIndexChanged.connect(self._show_way)
        self._show_way()
        hint = _("A photo, an e-mail, a poster: drop it anywhere on this form.")
        self.add_proofs(desk, _("Proof"), hint)
        form.is_dirty = False
        self.kept_on.setFocus()

    def _add_money(self, payments: Sequence[PaymentLine]) -> None:
        form = self.form
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        modes = [(one, label(one)) for one in PaymentMode]
        self.mode = form.add("mode", _("Mode"), ChoiceBox[PaymentMode](modes))
        self.mode.choose(PaymentMode.TRANSFER)
        self.basis = form.add(
            "value_basis",
            _("How it was valued"),
            QLineEdit(),
            _("A price list, an invoice, the rent of a like room: auditors ask for it."),
        )
        self.basis.setMaxLength(_LIMIT)
        choices = [(one.id, _payment_text(one)) for one in payments]
        self.payment = form.add("payment_id", _("Payment"), ChoiceBox[int](choices))

    @Slot()
    def _show_way(self) -> None:
        way, fields = self.way.value, self.form.fields
        fields["amount"].setVisible(way in {Way.PAID_NOW, Way.IN_KIND})
        fields["amount"].set_label(_("Worth") if way is Way.IN_KIND else _("Amount"))
        fields["mode"].setVisible(way is Way.PAID_NOW)
        fields["value_basis"].setVisible(way is Way.IN_KIND)
        fields["payment_id"].setVisible(way is Way.PAID_BEFORE)
        self.form.folded.emit()

    @override
    def read(self) -> Kept:
        day = self.kept_on.day("kept_on")
        if day is None:
            raise RuleError("commitment.day_missing", field="kept_on")
        way = self.way.value
        return Kept(
            on=day,
            way=way,
            amount=self.amount.amount() or ZERO,
            mode=self.mode.value,
            basis=self.basis.text(),
            payment_id=self.payment.value if way is Way.PAID_BEFORE else None,
            proofs=tuple(self.proofs.paths),
        )


def _ways(commitment: Commitment, payments: Sequence[PaymentLine]) -> Iterator[Way]:
    """Yield the ways in which it can have been kept, the likeliest first."""
    content = commitment.content
    is_money = content.kind is CommitmentKind.MONEY
    is_ours = content.side is Side.OURS
    if is_money and payments:
        yield Way.PAID_BEFORE
    if is_money:
        yield Way.PAID_NOW
    if content.kind in _IN_KIND and not is_ours:
        yield Way.IN_KIND
    yield Way.NOTED


def _payment_text(payment: PaymentLine) -> str:
    told = (day_text(payment.paid_on), money_text(payment.amount), payment.label)
    return " · ".join(part for part in told if part)
