"""What can be done with the fees that we owe a network: typed, paid, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.partners.fee_dialogs import FeeDialog, Paid, PayDialog
from coopdesk.ui.widgets.activity_box import activity_choices
from coopdesk.ui.widgets.contact_picker import Choice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.partners import NetworkFee
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.activity_box import ActivityChoices
    from coopdesk.ui.widgets.asking import Asker


class FeeAsking(QObject):
    """Opens the forms of fees."""

    def __init__(self, desk: Desk, view: QWidget, asker: Asker) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asker = asker
        self._service = desk.services.network_fees

    def add(self, network: Choice) -> None:
        """Ask for a fee to a network."""
        call = partial(activity_choices, self._desk.services)
        done = partial(self._ask, network, None)
        self._desk.tasks.query(self._view, call, done, replaces="to_change")

    def change(self, fee_id: int) -> None:
        """Ask for what changed of a fee."""
        call = partial(_read_to_change, self._desk.services, fee_id)
        self._desk.tasks.query(self._view, call, self._on_read, replaces="to_change")

    def _on_read(self, found: tuple[NetworkFee, ActivityChoices]) -> None:
        fee, offered = found
        self._ask(Choice(fee.content.contact_id, fee.name), fee, offered)

    def _ask(self, network: Choice, fee: NetworkFee | None, offered: ActivityChoices) -> None:
        window, service = self._view.window(), self._service
        make = partial(FeeDialog, self._desk, offered, network, fee, window)
        self._asker.ask(make, service.add if fee is None else partial(service.change, fee.id))

    def pay(self, fee_id: int) -> None:
        """Ask when and how a fee is paid."""
        call = partial(self._service.get, fee_id)
        self._desk.tasks.query(self._view, call, self._ask_paid, replaces="to_pay")

    def _ask_paid(self, fee: NetworkFee) -> None:
        make = partial(PayDialog, self._desk, fee, self._view.window())
        self._asker.ask(make, partial(self._pay, fee.id))

    def _pay(self, fee_id: int, paid: Paid) -> Outcome[NetworkFee]:
        return self._service.pay(fee_id, paid.on, paid.mode)

    def remove(self, fee_id: int) -> None:
        """Remove a fee that is not paid."""
        self._desk.tasks.command(self._view, partial(self._service.remove, fee_id))


def _read_to_change(services: Services, fee_id: int) -> tuple[NetworkFee, ActivityChoices]:
    fee = services.network_fees.get(fee_id)
    return fee, activity_choices(services, fee.content.activity_id)
