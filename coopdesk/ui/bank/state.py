"""The state of reconciliation (état de rapprochement) of an account on a day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.bank.part import BankPart
from coopdesk.ui.bank.state_sheet import ENTRY_LINK, LINE_LINK, OPENING_LINK, state_parts
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.domain.bank_reconciliation import ReconciliationState
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

# Wider, the eye loses the way from a name to its amount.
_DAY_WIDTH, _SHEET_WIDTH = 150, 860


class StatePart(BankPart):
    """Read line by line as treasurers keep it, and printed on one page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state: ReconciliationState | None = None
        self.day = DayEdit(desk.today)
        self.day.setAccessibleName(_("On the day"))
        self.day.setFixedWidth(_DAY_WIDTH)
        self.reader = RecordReader()
        self.reader.setAccessibleName(_("State of reconciliation"))
        self.pdf_action = self.make(_("Save as PDF…"), "file-pdf", self._on_pdf)
        self.pdf_action.setProperty("keys", Role.PRINT.value)
        self.writing = FileWriting(desk, self, "reports")
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.writing.tell_in(self.bar)
        self._lay_out()
        self.day.day_changed.connect(self._on_day)
        self.reader.link_activated.connect(self._on_link)

    def _lay_out(self) -> None:
        name = plain_label(_("On the &day"))
        name.setBuddy(self.day)
        self._said = plain_label("", "muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.day)
        row.addWidget(self._said, 1)
        sheet = QFrame()
        sheet.setProperty("kind", "sheet")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.reader)
        sheet.setMaximumWidth(_SHEET_WIDTH)
        sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row)
        layout.addWidget(sheet, 1)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.day)

    @property
    @override
    def head(self) -> ViewHead:
        return ViewHead(
            tools=(self.pdf_action,), roles={Role.PRINT: self.pdf_action}, uses_year=False
        )

    @override
    def show_account(self, account: BankAccountLine | None) -> None:
        if account is not None and account.id != self.account_id:
            # The last day that the bank told of: what comes later no statement can show.
            self.day.set_day(account.balance_on or account.last_on or self._desk.today())
            self.bar.hide()
        super().show_account(account)

    @override
    def reload(self) -> None:
        account_id = self.account_id
        if account_id is not None:
            read = partial(self._desk.services.reconciliation.state, account_id, self._until)
            self.ask(read, self._on_state, "state")

    @property
    def _until(self) -> dt.date | None:
        try:
            return self.day.day()
        except RuleError:
            return None

    def _on_state(self, state: ReconciliationState) -> None:
        self._state = state
        self.pdf_action.setEnabled(True)
        self.reader.show_parts(state_parts(state))

    @Slot()
    def _on_day(self) -> None:
        self.bar.hide()
        try:
            self.day.day()
        except RuleError:
            self._said.setText(_("This day cannot be read: type 31/12/2026, or “today”."))
            return
        self._said.setText("")
        self.reload()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        if name == ENTRY_LINK:
            self._desk.navigator.stand_at("imports", ("state", self.account_id))
            self._desk.navigator.open("accounts", ("entry", int(key)))
        elif name == LINE_LINK:
            self.lead_wanted.emit(("statement_line", int(key)))
        elif name == OPENING_LINK and self.account_id is not None:
            self.send_with(self._desk.services.reconciliation.open_books, self.account_id)

    # on paper

    @Slot()
    def _on_pdf(self) -> None:
        account, state = self.account, self._state
        if account is None or state is None:
            return
        service, account_id, until = self._desk.services.reconciliation, account.id, state.until

        def write(path: Path, _progress: Progress) -> Path:
            return service.write_state(account_id, until, path)

        name = _("reconciliation-{account}-{day}").format(
            account=account.account, day=until.isoformat()
        )
        title = _("State of reconciliation")
        self.writing.ask(FileJob(title, f"{name}.pdf", _("PDF document"), write))
