"""Leads from what was imported to where it is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.imports import Preview

if TYPE_CHECKING:
    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.files_frame import FilesFrame


class NextSteps(QObject):
    """Carries out what the foot of imported files offers; ``wanted`` is shown by the page."""

    wanted = Signal(object)  # target

    def __init__(self, desk: Desk, files: FilesFrame) -> None:
        super().__init__(files)
        self._desk = desk
        self._files = files
        foot = files.foot
        for action, page in (
            (foot.gifts_action, "donations"),
            (foot.contacts_action, "contacts"),
            (foot.receipts_action, "receipts"),
        ):
            action.triggered.connect(partial(desk.navigator.open, page))
        for action, target in (
            (foot.check_action, ("to_check",)),
            (foot.polls_action, ("polls",)),
        ):
            action.triggered.connect(partial(self.wanted.emit, target))
        foot.bank_action.triggered.connect(self._on_bank)

    @Slot()
    def _on_bank(self) -> None:
        """Lead to the account whose lines just came in."""
        read = self._desk.services.bank.accounts
        self._desk.tasks.query(self, read, partial(self._lead_to_bank, self._account_names()))

    def _account_names(self) -> list[str]:
        current = self._files.current
        files = [current] if current is not None else self._files.queue.files
        return [
            file.preview.statements[0].account_name
            for file in files
            if file.summary is not None
            and isinstance(file.preview, Preview)
            and file.preview.statements
        ]

    def _lead_to_bank(self, names: list[str], accounts: list[BankAccountLine]) -> None:
        known = [one.id for name in names for one in accounts if one.name == name]
        self.wanted.emit(("reconcile", *known[:1]))
