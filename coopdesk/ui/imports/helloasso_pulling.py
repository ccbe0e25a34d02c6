"""Asks HelloAsso itself for payments: connects once, then pulls them to be looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.imports.helloasso_dialogs import (
    ConnectDialog,
    NewConnection,
    Period,
    PullDialog,
)
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.helloasso import HelloAssoConnection
    from coopdesk.services.helloasso import PulledPayments
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class HelloAssoPulling(QObject):
    """Keeps the dialog that is open; ``pulled`` carries what HelloAsso answered."""

    pulled = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.connecting: ConnectDialog | None = None
        self.asking: PullDialog | None = None

    @Slot()
    def start(self) -> None:
        """Ask for the days, or for the key where there is none yet."""
        read = partial(_connection, self._desk.services)
        self._desk.tasks.query(self, read, self._on_connection, replaces="connection")

    def _on_connection(
        self, found: tuple[HelloAssoConnection | None, tuple[dt.date, dt.date]]
    ) -> None:
        connection, period = found
        if self.asking is not None or self.connecting is not None:
            return
        if connection is None:
            self._ask_key()
        else:
            self._ask_days(connection, period)

    # the key

    def _ask_key(self) -> None:
        dialog = self.connecting = ConnectDialog(self._window)
        dialog.submitted.connect(self._on_key)
        dialog.finished.connect(self._on_key_finished)
        dialog.open()

    @Slot(object)
    def _on_key(self, new: NewConnection) -> None:
        dialog = self.connecting
        if dialog is not None:
            job = self._desk.tasks.job(
                dialog,
                _("Connecting to HelloAsso"),
                partial(_connect, self._desk.services, new),
                self._on_connected,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )
            dialog.follow(job)

    def _on_connected(self, _connection: HelloAssoConnection) -> None:
        if self.connecting is not None:
            self.connecting.saved()
        self.start()

    @Slot()
    def _on_key_finished(self) -> None:
        self.connecting = None

    # the days

    def _ask_days(
        self, connection: HelloAssoConnection, period: tuple[dt.date, dt.date]
    ) -> None:
        dialog = self.asking = PullDialog(self._desk, connection, period, self._window)
        dialog.submitted.connect(self._on_period)
        dialog.test_wanted.connect(self._on_test)
        dialog.forget_wanted.connect(self._on_forget)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_period(self, period: Period) -> None:
        dialog = self.asking
        if dialog is not None:
            job = self._desk.tasks.job(
                dialog,
                _("Asking HelloAsso for payments"),
                partial(_pull, self._desk.services, period),
                self._on_pulled,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )
            dialog.follow(job)

    def _on_pulled(self, pulled: PulledPayments) -> None:
        if self.asking is not None:
            self.asking.saved()
        self.pulled.emit(pulled)

    @Slot()
    def _on_test(self) -> None:
        dialog = self.asking
        if dialog is not None:
            job = self._desk.tasks.job(
                dialog,
                _("Testing the connection"),
                partial(_test, self._desk.services),
                self._on_tested,
                failed=dialog.show_error,
            )
            dialog.follow(job)

    def _on_tested(self, connection: HelloAssoConnection) -> None:
        if self.asking is not None:
            text = _("The connection to “{name}” is open.")
            self.asking.tell(text.format(name=connection.organisation))

    @Slot()
    def _on_forget(self) -> None:
        forget = self._desk.services.helloasso.forget
        if self.asking is not None:
            self._desk.tasks.query(self, forget, self._on_forgotten)

    def _on_forgotten(self, _nothing: None) -> None:
        if self.asking is not None:
            self.asking.reject()
        self._desk.feedback.tell(
            _("The key of HelloAsso was taken out of the keyring. What was imported stays.")
        )

    @Slot()
    def _on_finished(self) -> None:
        self.asking = None


def _connection(
    services: Services,
) -> tuple[HelloAssoConnection | None, tuple[dt.date, dt.date]]:
    return services.helloasso.connection(), services.helloasso.usual_period()


def _connect(
    services: Services, new: NewConnection, _progress: Progress
) -> HelloAssoConnection:
    return services.helloasso.connect(
        new.client_id, new.client_secret, new.organisation, new.server
    )


def _test(services: Services, _progress: Progress) -> HelloAssoConnection:
    return services.helloasso.test()


def _pull(services: Services, period: Period, progress: Progress) -> PulledPayments:
    return services.helloasso.pull(period.since, period.until, progress)
