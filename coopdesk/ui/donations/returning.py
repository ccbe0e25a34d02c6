"""Notes that a gift went back, or that it did not after all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.donations.return_dialog import ReturnDialog
from coopdesk.ui.widgets.asking import Asker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.donations import Donation
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form_dialog import FormDialog


class GiftReturns(QObject):
    """Reads a gift first: one that went back comes back at once, which undo takes back."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._asker = Asker(desk, window)

    @property
    def dialog(self) -> FormDialog | None:
        """The form that is open."""
        return self._asker.dialog

    def ask(self, donation_id: int) -> None:
        """Ask why a gift went back, or take back that it did."""
        get = partial(self._desk.services.donations.get, donation_id)
        self._desk.tasks.query(self, get, self._on_gift, replaces="gift")

    def _on_gift(self, gift: Donation) -> None:
        donations = self._desk.services.donations
        if gift.returned is not None:
            self._desk.tasks.command(self, partial(donations.take_back_return, gift.id))
            return
        make = partial(ReturnDialog, gift, self._desk.today, self._window)
        self._asker.ask(make, partial(donations.give_back, gift.id))
