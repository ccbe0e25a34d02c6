"""One line that ties the gifts of a year to the bank, and the years that still wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coopdesk.ui.receipts.words import gift_count_text
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.receipt_life import UnreceiptedYear
    from coopdesk.domain.receipts import ReviewTotals

_YEARS = 2


class ControlLine(QWidget):
    """Muted words at the left, a button for each other year at the right."""

    year_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals = plain_label("", "muted", wrap=True)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(4, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._totals, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What ties the gifts to the payments."""
        return self._totals.text()

    @property
    def years(self) -> tuple[QPushButton, ...]:
        """The buttons of other years."""
        return tuple(self._buttons)

    def show_totals(self, totals: ReviewTotals) -> None:
        """Say what the gifts of the year are made of."""
        self._totals.setText(totals_text(totals) if totals.count else "")
        text = _("Difference between the gifts and their payments: {amount}")
        set_plain_tooltip(self._totals, text.format(amount=money_text(totals.difference)))
        self._show_if_needed()

    def show_years(self, waiting: Sequence[UnreceiptedYear], year: int) -> None:
        """Offer the newest other years that have gifts without a receipt."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        others = [one for one in waiting if one.year != year]
        newest = sorted(others, key=lambda one: one.year, reverse=True)[:_YEARS]
        self._buttons = [self._button(one) for one in newest]
        # Each reading makes new buttons: Tab shall find them here, not after the list.
        before: QWidget = self
        for button in self._buttons:
            self._layout.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self._show_if_needed()

    def _button(self, waiting: UnreceiptedYear) -> QPushButton:
        count = waiting.ready_count + waiting.blocked_count
        text = _("{year}: {gifts} without a receipt")
        button = QPushButton(text.format(year=waiting.year, gifts=gift_count_text(count)))
        button.setProperty("kind", "flat")
        ready, blocked = money_text(waiting.ready), money_text(waiting.blocked)
        said = _("Ready: {ready}, blocked: {blocked}").format(ready=ready, blocked=blocked)
        button.setToolTip(said)
        button.clicked.connect(partial(self.year_wanted.emit, waiting.year))
        return button

    def _show_if_needed(self) -> None:
        self.setVisible(bool(self._buttons or self._totals.text()))


def totals_text(totals: ReviewTotals) -> str:
    """Return « 37 dons, 4 210,00 € = 3 900,00 € de règlements + 310,00 € sans versement »."""
    text = ngettext(
        "{count} gift received, {amount}", "{count} gifts received, {amount}", totals.count
    )
    said = text.format(count=number_text(totals.count), amount=money_text(totals.gifts))
    if not totals.without_money:
        return _("{gifts} = {bank} of payments").format(
            gifts=said, bank=money_text(totals.bank)
        )
    text = _("{gifts} = {bank} of payments + {others} without a payment")
    return text.format(
        gifts=said,
        bank=money_text(totals.bank),
        others=money_text(totals.without_money),
    )


def alert_text(totals: ReviewTotals) -> tuple[str, str]:
    """Say that gifts and payments differ, and what to look at."""
    text = _("The gifts do not tie to the payments: {amount} of difference.")
    return (
        text.format(amount=money_text(totals.difference)),
        _("Have the database checked in the settings before you issue receipts."),
    )
