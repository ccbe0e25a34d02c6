"""Says of payments to check whether they count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.payments import PaymentState

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.check_foot import CheckFoot
    from coopdesk.ui.imports.check_list import CheckList


class Deciding(QObject):
    """Carries the two decisions of the foot to the payments that are selected."""

    def __init__(self, desk: Desk, view: CheckList, foot: CheckFoot) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._foot = foot
        foot.count_action.triggered.connect(self.count)
        foot.dismiss_action.triggered.connect(self.dismiss)

    @Slot()
    def offer(self) -> None:
        """Name what the decision would concern."""
        count = len(self._view.selected_payments)
        self._foot.show_chosen(count, self._view.why if count == 1 else "")

    @Slot()
    def count(self) -> None:
        """Say that the selected payments were received."""
        self._decide(PaymentState.RECEIVED)

    @Slot()
    def dismiss(self) -> None:
        """Say that the selected payments do not count."""
        self._decide(PaymentState.DISMISSED)

    def _decide(self, state: PaymentState) -> None:
        chosen = self._view.selected_payments
        if chosen:
            decide = partial(self._desk.services.payments.decide, chosen, state)
            self._desk.tasks.command(self, decide)
