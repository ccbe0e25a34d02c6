"""The panel with everything known of one payment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.booking_patterns import voucher_of_payment
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.domain.receipt_rules import reason_without_receipt
from coopdesk.ui.entries.booking_links import ENTRY_LINK, book_parts, open_entry
from coopdesk.ui.payments.columns import STATE_TONES, state_text, what_text
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import import_reason_text, label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import review_text

if TYPE_CHECKING:
    from coopdesk.domain.booking import EntryLink
    from coopdesk.domain.payments import Payment, PaymentLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.record_parts import Part, Said

_CONTACT_LINK = "contact"
_CHECK_LINK = "check"
_GIFT_LINK = "gift"
_PAGES = {_CONTACT_LINK: "contacts", _CHECK_LINK: "imports", _GIFT_LINK: "donations"}


@dataclass(frozen=True, slots=True)
class PaymentSheet:
    """A payment and the line of it that was chosen."""

    line: PaymentLine
    payment: Payment
    lines: tuple[PaymentLine, ...]
    entries: tuple[EntryLink, ...] = ()


class PaymentPanel(DetailPanel):
    """Reads a payment and follows the links of its record."""

    gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Payment"))
        self._desk = desk
        self._payment_id: int | None = None
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
            self._payment_id = sheet.payment.id
            self.show_parts(money_text(sheet.payment.content.amount), payment_parts(sheet))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, key = link.partition(":")
        if self._payment_id is not None:
            self._desk.navigator.stand_at("accounts", self._payment_id)  # for Alt+Left
        if kind == ENTRY_LINK:
            open_entry(self._desk, key)
        else:
            self._desk.navigator.open(_PAGES[kind], int(key))


def payment_parts(sheet: PaymentSheet) -> list[Part]:
    """Return the parts of a payment's record."""
    line, content = sheet.line, sheet.payment.content
    state = Words(state_text(line), STATE_TONES[line.state])
    parts: list[Part] = [
        Title(money_text(content.amount), (day_long(content.paid_on), state)),
        *_waiting(sheet),
        Facts(tuple(_facts(sheet))),
    ]
    if len(sheet.lines) > 1:
        rows = tuple((label(x.kind), money_text(x.amount), _below(x)) for x in sheet.lines)
        parts += [Heading(_("Split")), Lines(rows)]
    return parts + book_parts(sheet.entries)


def _below(line: PaymentLine) -> tuple[Said, ...]:
    """Say what a part was for, and why it gives no receipt, or lead to its gift."""
    return tuple(said for said in (line.label, _receipt_said(line)) if said)


def no_receipt_text(line: PaymentLine) -> str:
    """Say why a payment that came in gives no receipt; the record of a gift says it itself."""
    if line.direction is Direction.OUT or line.gift_id is not None:
        return ""
    reason = reason_without_receipt(line.kind, line.ineligibility)
    return review_text(reason) if reason else ""


def _waiting(sheet: PaymentSheet) -> list[Part]:
    if sheet.line.state is not PaymentState.TO_CHECK:
        return []
    why = import_reason_text(sheet.payment.content.check_reason)
    link = Words(_("Decide"), link=f"{_CHECK_LINK}:{sheet.payment.id}")
    return [Paragraph((why, link) if why else (link,))]


def _receipt_said(line: PaymentLine) -> Said:
    """Say why there is no receipt, or lead to the gift, which knows."""
    if line.gift_id is None or line.kind is not LineKind.GIFT:
        return no_receipt_text(line)
    return Words(_("See the gift"), link=f"{_GIFT_LINK}:{line.gift_id}")


def _facts(sheet: PaymentSheet) -> list[tuple[str, Said]]:
    line, content, is_whole = sheet.line, sheet.payment.content, len(sheet.lines) == 1
    payer: Said = sheet.payment.payer_name
    if content.payer_id is not None:
        payer = Words(sheet.payment.payer_name, link=f"{_CONTACT_LINK}:{content.payer_id}")
    rows: list[tuple[str, Said]] = [
        (_("Direction"), label(content.direction)),
        (_("Who paid") if content.direction is Direction.IN else _("Who was paid"), payer),
        (_("What for"), what_text(line)),
        (_("Kind"), label(line.kind) if is_whole else ""),
        (_("Tax receipt"), _receipt_said(line) if is_whole else ""),
        (_("Activity"), line.activity),
        (_("Mode"), label(content.mode)),
        (_("Fee kept"), money_text(content.fee) if content.fee else ""),
        (_("Origin"), label(content.source)),
        (_("Reference"), content.outside_ref or content.order_ref or ""),
        (_("Voucher"), voucher_of_payment(sheet.payment.id)),
    ]
    return [(name, said) for name, said in rows if said]


def _read_sheet(services: Services, line_id: int) -> PaymentSheet | None:
    """Return everything known of the payment of a line; runs on the worker."""
    lines = services.payments.lines([line_id])
    if not lines:
        return None
    try:
        payment = services.payments.get(lines[0].payment_id)
        every = services.payments.lines_of(payment.id)
        entries = services.booking.entries_of(payment_id=payment.id)
        return PaymentSheet(lines[0], payment, tuple(every), tuple(entries))
    except NotFoundError:
        return None
