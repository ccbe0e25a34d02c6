"""The panel with everything known of one payment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.ui.accounts.columns import STATE_TONES, state_text, what_text
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.record_reader import (
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
)
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import import_reason_text, label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.payments import Payment, PaymentLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.record_reader import Part, Said

_CONTACT_LINK = "contact"
_CHECK_LINK = "check"


@dataclass(frozen=True, slots=True)
class PaymentSheet:
    """A payment and the line of it that was chosen."""

    line: PaymentLine
    payment: Payment


class PaymentPanel(DetailPanel):
    """Reads a payment and follows the links of its record."""

    gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Payment"))
        self._desk = desk
        self.link_activated.connect(self._on_link)

    @Slot(int)
    def show_line(self, line_id: int) -> None:
        """Read the payment of a line and show it."""
        call = partial(_read_sheet, self._desk.services, line_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="sheet")

    def _on_sheet(self, sheet: PaymentSheet | None) -> None:
        if sheet is None:
            self.gone.emit()
        else:
            self.show_parts(money_text(sheet.payment.content.amount), payment_parts(sheet))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, key = link.partition(":")
        page = "contacts" if kind == _CONTACT_LINK else "imports"
        self._desk.navigator.open(page, int(key))


def payment_parts(sheet: PaymentSheet) -> list[Part]:
    """Return the parts of a payment's record."""
    line, content = sheet.line, sheet.payment.content
    state = Words(state_text(line), STATE_TONES[line.state])
    parts: list[Part] = [
        Title(money_text(content.amount), (day_long(content.paid_on), state)),
        *_waiting(sheet),
        Facts(tuple(_facts(sheet))),
    ]
    if len(content.parts) > 1:
        rows = tuple(
            (label(part.kind), money_text(part.amount), (part.label,) if part.label else ())
            for part in content.parts
        )
        parts += [Heading(_("Split")), Lines(rows)]
    return parts


def _waiting(sheet: PaymentSheet) -> list[Part]:
    if sheet.line.state is not PaymentState.TO_CHECK:
        return []
    why = import_reason_text(sheet.payment.content.check_reason)
    link = Words(_("Decide"), link=f"{_CHECK_LINK}:{sheet.payment.id}")
    return [Paragraph((why, link) if why else (link,))]


def _facts(sheet: PaymentSheet) -> list[tuple[str, Said]]:
    line, content = sheet.line, sheet.payment.content
    payer: Said = sheet.payment.payer_name
    if content.payer_id is not None:
        payer = Words(sheet.payment.payer_name, link=f"{_CONTACT_LINK}:{content.payer_id}")
    rows: list[tuple[str, Said]] = [
        (_("Direction"), label(content.direction)),
        (_("Who paid") if content.direction is Direction.IN else _("Who was paid"), payer),
        (_("What for"), what_text(line)),
        (_("Kind"), label(line.kind) if len(content.parts) == 1 else ""),
        (_("Mode"), label(content.mode)),
        (_("Origin"), label(content.source)),
        (_("Reference"), content.outside_ref or content.order_ref or ""),
    ]
    return [(name, said) for name, said in rows if said]


def _read_sheet(services: Services, line_id: int) -> PaymentSheet | None:
    """Return everything known of the payment of a line; runs on the worker."""
    lines = services.accounts.lines([line_id])
    if not lines:
        return None
    try:
        return PaymentSheet(lines[0], services.accounts.get(lines[0].payment_id))
    except NotFoundError:
        return None
