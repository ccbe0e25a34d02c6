"""Says how a gift was paid, without leaving the review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.receipts import ReviewedGift


@dataclass(frozen=True, slots=True)
class ModeChange:
    """A gift and how it was paid."""

    donation_id: int
    mode: PaymentMode


class ModeDialog(FormDialog):
    """One choice among the boxes of the form."""

    def __init__(self, gift: ReviewedGift, parent: QWidget) -> None:
        super().__init__(_("Say the mode of payment"), _("Save"), parent)
        self._gift = gift
        said = f"{gift.donor_name} · {money_text(gift.amount)} · {day_long(gift.received_on)}"
        self.form.add_widget(plain_label(said, wrap=True))
        modes = [(mode, label(mode)) for mode in PaymentMode if mode is not PaymentMode.OTHER]
        self.mode = self.form.add("mode", _("Mode"), ChoiceBox(modes))
        self.mode.setFocus()

    @override
    def read(self) -> ModeChange:
        return ModeChange(self._gift.donation_id, self.mode.value)
