"""Leads from what was imported to where it is looked at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.import_formats import FileKind
from coopdesk.ui.donations.targets import GiftsShown

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.services.bank import BankService
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.files_frame import FilesFrame
    from coopdesk.ui.imports.incoming import IncomingFile


class NextSteps(QObject):
    """Carries out what the foot of imported files offers; ``wanted`` is shown by the page."""

    wanted = Signal(object)  # target

    def __init__(self, desk: Desk, files: FilesFrame) -> None:
        super().__init__(files)
        self._desk = desk
        self._files = files
        foot = files.foot
        for action, page in (
            (foot.contacts_action, "contacts"),
            (foot.receipts_action, "receipts"),
        ):
            action.triggered.connect(partial(desk.navigator.open, page))
        foot.gifts_action.triggered.connect(self._on_gifts)
        foot.payments_action.triggered.connect(self._on_payments)
        foot.check_action.triggered.connect(partial(self.wanted.emit, ("to_check",)))
        foot.polls_action.triggered.connect(self._on_polls)
        foot.bank_action.triggered.connect(self._on_bank)

    @Slot()
    def _on_gifts(self) -> None:
        year = max(self._years(of_gifts=True), default=self._desk.today().year)
        self._desk.navigator.open("donations", GiftsShown(year=year))

    @Slot()
    def _on_payments(self) -> None:
        year = max(self._years(of_gifts=False), default=self._desk.today().year)
        self._desk.navigator.open("accounts", ("year", year))

    def _years(self, *, of_gifts: bool) -> set[int]:
        return {year for file in self._imported() for year in file.years(of_gifts=of_gifts)}

    @Slot()
    def _on_polls(self) -> None:
        kinds = {file.kind for file in self._imported()}
        self.wanted.emit(("polls",) if FileKind.POLL in kinds else ("calendar",))

    def _imported(self) -> list[IncomingFile]:
        current = self._files.current
        files = [current] if current is not None else self._files.queue.files
        return [file for file in files if file.summary is not None]

    @Slot()
    def _on_bank(self) -> None:
        """Lead to the account whose lines just came in."""
        read = partial(_first_lines, self._desk.services.bank, self._run_ids())
        self._desk.tasks.query(self, read, self._lead_to_bank)

    def _run_ids(self) -> list[int]:
        summaries = (file.summary for file in self._imported())
        return [summary.id for summary in summaries if summary is not None]

    def _lead_to_bank(self, rows: list[StatementRow]) -> None:
        target = [(row.bank_account_id, row.id) for row in rows[:1]]
        self.wanted.emit(("reconcile", *(target[0] if target else ())))


def _first_lines(bank: BankService, run_ids: list[int]) -> list[StatementRow]:
    """Return of each file the first line that waits, else its first; runs on the worker."""
    rows = []
    for run_id in run_ids:
        every = StatementFilter(run_id=run_id, descending=False)
        ids = bank.ids(replace(every, waiting=True), 1) or bank.ids(every, 1)
        rows += bank.lines(ids)
    return rows
