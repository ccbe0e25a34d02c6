"""Records what a line of a statement brought for several people and things: fees, gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.bank.making import mode_of
from coopdesk.ui.bank.words import line_said
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.members.payment_dialog import PaymentStart, SharedPaymentDialog
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.choices import UnpaidChoice


class LineFeesDialog(SharedPaymentDialog):
    """Day and amount are the line's: what is left is who paid, and what for."""

    def __init__(self, desk: Desk, row: StatementRow, parent: QWidget) -> None:
        payer = None
        if row.contact_id is not None:
            payer = Choice(row.contact_id, row.contact_name)
        super().__init__(desk, parent, PaymentStart(payer, mode=mode_of(row)))
        self.new_contact = NewOnTheWay(desk, self, self.payer)
        self.setWindowTitle(_("Fees from the line"))
        self.repeat_button.hide()
        form = self.form
        layout = form.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, plain_label(line_said(row), "strong", wrap=True))
        self.amount.set_amount(row.remainder)
        self.amount.setReadOnly(True)
        self.paid_on.set_day(row.booked_on)
        form.fields["paid_on"].hide()
        form.is_dirty = False

    @override
    def _on_unpaid(self, found: list[UnpaidChoice]) -> None:
        super()._on_unpaid(found)
        row = next(iter(self.rows.rows), None)
        if not found and row is not None and self.focusWidget() is self.amount:
            # There is nothing to type in the amount: whose membership it pays is asked.
            row.membership.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    @Slot()
    def unlock(self) -> None:
        super().unlock()
        self.repeat_button.setEnabled(False)
