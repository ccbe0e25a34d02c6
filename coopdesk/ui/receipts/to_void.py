"""Receipts that are to be voided because a gift came back: said on top, with the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.receipts import ReceiptLine


class ToVoidNotice(Notice):
    """Leads to the first of them; hidden where there is none."""

    receipt_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._first: int | None = None
        self._is_aside = False
        self.see_action = make_step(self, _("See the receipt"), "receipt")
        self.see_action.triggered.connect(self._on_see)
        self.hide()

    def show_lines(self, lines: Sequence[ReceiptLine]) -> None:
        """Say how many there are, and name the first."""
        self._first = lines[0].id if lines else None
        self._show()
        if not lines:
            return
        text = ngettext(
            "{count} receipt is to be voided: a gift on it was returned.",
            "{count} receipts are to be voided: gifts on them were returned.",
            len(lines),
        )
        first = lines[0]
        detail = _("No. {number}, {donor}, {amount}: void it, or replace it by what is left.")
        named = detail.format(
            number=first.number_text, donor=first.donor_name, amount=money_text(first.amount)
        )
        self.say(Tone.BAD, text.format(count=number_text(len(lines))), named)
        self.offer(self.see_action)

    def set_aside(self, *, aside: bool) -> None:
        """Leave the room to something else for a while."""
        self._is_aside = aside
        self._show()

    def _show(self) -> None:
        self.setVisible(self._first is not None and not self._is_aside)

    @Slot()
    def _on_see(self) -> None:
        if self._first is not None:
            self.receipt_wanted.emit(self._first)
