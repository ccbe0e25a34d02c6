"""Asks what a platform or a bank kept of a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.money import ZERO
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import Payment


class FeeDialog(FormDialog):
    """One amount; none, or zero, means that nothing was kept."""

    def __init__(self, payment: Payment, parent: QWidget) -> None:
        super().__init__(_("Fee kept of the payment"), _("Save the fee"), parent)
        content = payment.content
        about = " · ".join(
            part
            for part in (
                payment.payer_name,
                day_long(content.paid_on),
                money_text(content.amount),
            )
            if part
        )
        self.form.add_heading(about).setWordWrap(True)
        self.fee = self.form.add("fee", _("&Fee kept"), AmountEdit())
        if content.fee:
            self.fee.set_amount(content.fee)
        hint = _(
            "What the platform or the bank took before it paid. The payment stays whole, and "
            "so does the tax receipt: the fee becomes an expense of its own in the books."
        )
        self.form.add_widget(plain_label(hint, "muted", wrap=True))
        self.form.is_dirty = False
        self.fee.setFocus()
        self.fee.selectAll()

    @override
    def read(self) -> Money:
        return self.fee.amount("fee") or ZERO
