"""Asks how and when receipts went to their donors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipts import Delivery, DeliveryWay
from coopdesk.ui.receipts.words import count_text
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class DeliveryOrder:
    """Receipts that went out, and how."""

    receipt_ids: tuple[int, ...]
    delivery: Delivery


class DeliveryDialog(FormDialog):
    """The way first, then the day; the last way is proposed again."""

    def __init__(
        self,
        receipt_ids: tuple[int, ...],
        today: Callable[[], dt.date],
        parent: QWidget,
        way: DeliveryWay = DeliveryWay.EMAILED,
        *,
        left_out: int = 0,
    ) -> None:
        super().__init__(_("Note the delivery"), _("Save"), parent)
        self._receipt_ids = receipt_ids
        self.form.add_widget(plain_label(count_text(len(receipt_ids)), "heading"))
        if left_out:
            self.form.add_widget(plain_label(_left_out_text(left_out), "muted", wrap=True))
        ways = [(one, label(one)) for one in DeliveryWay]
        self.way = self.form.add("way", _("How"), ChoiceBox(ways))
        self.way.choose(way)
        self.day = self.form.add("delivered_on", _("Date"), DayEdit(today), required=True)
        self.day.set_day(today())
        self.form.check_on_leave("delivered_on", partial(self.day.day, "delivered_on"))
        hint = _("For example: number of the registered letter.")
        self.note = self.form.add("note", _("Note"), QLineEdit(), hint)
        self.way.setFocus()

    @override
    def read(self) -> DeliveryOrder:
        day = self.day.day("delivered_on")
        if day is None:
            raise RuleError("receipt.delivery_day_missing", field="delivered_on")
        delivery = Delivery(self.way.value, day, self.note.text().strip())
        return DeliveryOrder(self._receipt_ids, delivery)

    @override
    def reject(self) -> None:
        # Choices made in a moment: nothing is lost that is worth a question.
        self.form.is_dirty = False
        super().reject()


def _left_out_text(count: int) -> str:
    text = ngettext(
        "{count} voided receipt is left out.", "{count} voided receipts are left out.", count
    )
    return text.format(count=number_text(count))
