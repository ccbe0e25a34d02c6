"""Asks which tickets that a platform sold are for the event that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.event_dates import days_long
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.event_tickets import TicketForm, TicketOffer


class TicketDialog(FormDialog):
    """A box for each form that sold tickets; those sold later come by themselves."""

    def __init__(self, offers: Sequence[TicketOffer], parent: QWidget) -> None:
        super().__init__(_("Tickets of a platform"), _("Register who bought them"), parent)
        self._offers = tuple(offers)
        said = _("Those that the same form sells later come with their import, by themselves.")
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        self.boxes: list[QCheckBox] = []
        for number, offer in enumerate(self._offers):
            name = "forms" if number == 0 else f"forms{number}"
            box = self.form.add(name, _title(offer), QCheckBox(), _detail(offer))
            box.setChecked(len(self._offers) == 1)
            self.boxes.append(box)
        self.form.is_dirty = False
        if self.boxes:
            self.boxes[0].setFocus()

    @override
    def read(self) -> list[TicketForm]:
        both = zip(self._offers, self.boxes, strict=True)
        chosen = [offer.form for offer, box in both if box.isChecked()]
        if not chosen:
            raise RuleError("ticket.none_left", field="forms")
        return chosen


def _title(offer: TicketOffer) -> str:
    return (offer.form.name or offer.file_name).replace("&", "&&")


def _detail(offer: TicketOffer) -> str:
    text = ngettext("{count} ticket", "{count} tickets", offer.count)
    said = [
        text.format(count=number_text(offer.count)),
        money_text(offer.amount),
        days_long(offer.first_on, offer.last_on),
    ]
    if offer.void:
        said.append(_("{count} cancelled").format(count=number_text(offer.void)))
    return " · ".join(said)
