"""The connection to HelloAsso: the key that opens it, and the days to ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.helloasso import PRODUCTION, SANDBOX
from coopdesk.ui.imports.other_kind import link_button
from coopdesk.ui.status_line import JobStrip
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.helloasso import HelloAssoConnection
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

_KEY_LIMIT = 200


@dataclass(frozen=True, slots=True)
class NewConnection:
    """A key as typed; ``organisation`` may be empty when it opens only one."""

    client_id: str
    client_secret: str
    organisation: str
    server: str


@dataclass(frozen=True, slots=True)
class Period:
    """The days to ask for, both in."""

    since: dt.date
    until: dt.date


class CallingDialog(FormDialog):
    """A form whose answer calls a server: says so while it lasts, and stops it when closed."""

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(title, verb, parent)
        self._strip = JobStrip()
        # Its own button closes the dialog, which stops the call as well.
        self._strip.cancel_button.hide()
        self._strip.setContentsMargins(24, 0, 24, 0)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, self._strip)

    def follow(self, job: Job) -> None:
        """Show that a call is under way."""
        self._strip.follow(job)
        self.rejected.connect(job.cancel)


class ConnectDialog(CallingDialog):
    """Asks for the key; it is tried before it is kept, and kept by the keyring alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Connect to HelloAsso"), _("Try and connect"), parent)
        said = _(
            "Find the key on HelloAsso: My association, then Integrations and API. It is kept "
            "in the keyring of this computer, never in the CoopDesk file."
        )
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        self.client_id = self._add("client_id", _("Client number (clientId)"))
        self.client_secret = self._add("client_secret", _("Secret (clientSecret)"))
        self.client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.fold_rest()
        self.organisation = self.form.add(
            "organisation",
            _("Name in the address of HelloAsso"),
            QLineEdit(),
            _("Only needed when the key opens several: helloasso.com/associations/NAME"),
        )
        self.sandbox = self.form.add(
            "sandbox", _("Trial account (sandbox), without money"), QCheckBox()
        )
        self.client_id.setFocus()

    def _add(self, name: str, label: str) -> QLineEdit:
        field = self.form.add(name, label, QLineEdit(), required=True)
        field.setMaxLength(_KEY_LIMIT)
        return field

    @override
    def read(self) -> NewConnection:
        return NewConnection(
            self.client_id.text(),
            self.client_secret.text(),
            self.organisation.text(),
            SANDBOX if self.sandbox.isChecked() else PRODUCTION,
        )

    @override
    def show_error(self, error: CoopDeskError) -> None:
        if error.field == "organisation":
            self.form.unfold()
        super().show_error(error)


class PullDialog(CallingDialog):
    """Asks for the days; the key can be tried again here, or forgotten."""

    test_wanted = Signal()
    forget_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        connection: HelloAssoConnection,
        period: tuple[dt.date, dt.date],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Payments of HelloAsso"), _("See what would be imported"), parent)
        text = _("Connected to “{name}”.")
        if connection.is_sandbox:
            text = _("Connected to “{name}”, a trial account without money.")
        self.said = plain_label(text.format(name=connection.organisation), wrap=True)
        self.form.add_widget(self.said)
        self.since = self._add_day(desk, "since", _("First day"), period[0])
        self.until = self._add_day(desk, "until", _("Last day"), period[1])
        hint = _(
            "Payments that you have already are recognised; what changed since is taken over."
        )
        self.form.add_widget(plain_label(hint, "small", wrap=True))
        self.test_button = link_button("check-circle", _("Test the connection"))
        self.forget_button = link_button("key", _("Forget the key"))
        self.test_button.clicked.connect(self.test_wanted)
        self.forget_button.clicked.connect(self.forget_wanted)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.test_button, self.forget_button):
            layout.addWidget(button)
        layout.addStretch()
        self.form.add_widget(row)
        self.submit_button.setFocus()

    def _add_day(self, desk: Desk, name: str, label: str, day: dt.date) -> DayEdit:
        field = self.form.add(name, label, DayEdit(desk.today), required=True)
        field.set_day(day)
        return field

    def tell(self, text: str) -> None:
        """Say how a test of the connection ended."""
        self.said.setText(text)

    @override
    def read(self) -> Period:
        since, until = self.since.day("since"), self.until.day("until")
        for field, day in (("since", since), ("until", until)):
            if day is None:
                raise RuleError("day.unreadable", field=field, text="")
        assert since is not None
        assert until is not None
        return Period(since, until)
