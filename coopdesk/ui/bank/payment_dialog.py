"""Records a sale, a grant or an expense that a line shows, without typing an entry."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.bank_creations import PaymentCreation
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
)
from coopdesk.domain.text import fold
from coopdesk.ui.bank.making import mode_of
from coopdesk.ui.bank.words import line_said
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.activity_box import activity_choices, add_activity
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.grants import GrantAward
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.activity_box import ActivityChoices

_IN = (LineKind.SALE, LineKind.GRANT, LineKind.REGISTRATION, LineKind.OTHER)
_OUT = (LineKind.EXPENSE, LineKind.NETWORK_FEE, LineKind.OTHER)
_LABEL_LIMIT = 160


@dataclass(frozen=True, slots=True)
class PaymentSetting:
    """The line, the notified grants of which money is still to come, and the activities."""

    row: StatementRow
    awards: tuple[GrantAward, ...] = ()
    activities: ActivityChoices = ()


def read_payment_setting(services: Services, row: StatementRow) -> PaymentSetting:
    """Read what the form offers; runs on the worker."""
    due = services.grants.due() if row.amount > ZERO else []
    return PaymentSetting(row, tuple(due), activity_choices(services))


class LinePaymentDialog(FormDialog):
    """Day and amount are the line's; where books are kept the entry follows by itself."""

    def __init__(self, desk: Desk, setting: PaymentSetting, parent: QWidget) -> None:
        self._row = row = setting.row
        self._is_in = row.amount > ZERO
        title = _("New income from the line") if self._is_in else _("New expense from the line")
        super().__init__(title, _("Record the payment"), parent)
        self._awards = {award.id: award for award in setting.awards}
        form = self.form
        form.add_widget(plain_label(line_said(row), "strong", wrap=True))
        kinds = [(kind, label(kind)) for kind in (_IN if self._is_in else _OUT)]
        self.kind = form.add("kind", _("What it is"), ChoiceBox[LineKind](kinds))
        if "subvention" in fold(row.label):
            self.kind.choose(LineKind.GRANT)
        none: list[tuple[int | None, str]] = [(None, "—")]
        known = [(award.id, _award_said(award)) for award in setting.awards]
        hint = _("The grant that was notified and of which this is a part.")
        box = ChoiceBox[int | None]([*none, *known])
        self.award = form.add("grant_award_id", _("Grant"), box, hint)
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.new_contact = NewOnTheWay(desk, self, picker)
        who = _("Who paid") if self._is_in else _("Who was paid")
        self.contact = form.add("payer_id", who, picker)
        form.check_on_leave("payer_id", self._check_contact)
        self.label = form.add("label", _("What for"), QLineEdit(row.label[:_LABEL_LIMIT]))
        self.label.setMaxLength(_LABEL_LIMIT)
        self.label.setCursorPosition(0)
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode = form.add("mode", _("Mode of payment"), ChoiceBox(modes))
        self.mode.choose(mode_of(row))
        if row.contact_id is not None:
            picker.set_contact(Choice(row.contact_id, row.contact_name))
        picker.lead_to(self.label)
        if setting.activities:
            form.fold_rest()
        self.activity = add_activity(form, setting.activities)
        self.kind.activated.connect(self._on_kind)
        self.award.activated.connect(self._on_award)
        self._on_kind()
        form.is_dirty = False
        self.kind.setFocus()

    @Slot()
    def _on_kind(self) -> None:
        is_grant = self.kind.value is LineKind.GRANT
        self.form.fields["grant_award_id"].setVisible(is_grant and bool(self._awards))
        self.form.folded.emit()

    @Slot()
    def _on_award(self) -> None:
        """Who grants is who pays."""
        award = self._awards.get(self.award.value or 0)
        if award is not None and award.content.funder_id is not None:
            self.contact.set_contact(Choice(award.content.funder_id, award.funder_name))

    def _check_contact(self) -> None:
        self.contact.refuse_unmatched("payment.payer_not_chosen", "payer_id")

    @override
    def read(self) -> PaymentCreation:
        self._check_contact()
        amount = Money(abs(self._row.remainder.cents))
        kind, said = self.kind.value, self.label.text().strip()
        award_id = self.award.value if kind is LineKind.GRANT else None
        return PaymentCreation(
            NewPayment(
                paid_on=self._row.booked_on,
                amount=amount,
                mode=self.mode.value,
                parts=(
                    PaymentPart(
                        kind,
                        amount,
                        said,
                        grant_award_id=award_id,
                        activity_id=self.activity.value,
                    ),
                ),
                direction=Direction.IN if self._is_in else Direction.OUT,
                payer_id=self.contact.contact_id(),
                label=said,
                credited_on=self._row.booked_on,
            )
        )


def _award_said(award: GrantAward) -> str:
    due = _("{amount} still to come").format(amount=money_text(award.due))
    return " · ".join(filter(None, (award.content.title, award.funder_name, due)))
