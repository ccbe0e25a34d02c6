"""Saves the report that is shown as a PDF."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.domain.book_papers import BookPaperKind
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.reports.sheets import Report
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.ui.accounts.page import AccountPage

_KINDS = {
    Report.RESULT: BookPaperKind.RESULT,
    Report.BALANCE_SHEET: BookPaperKind.BALANCE_SHEET,
    Report.VOLUNTEERING: BookPaperKind.VOLUNTEERING,
    Report.ACTIVITIES: BookPaperKind.ACTIVITIES,
    Report.TREASURY: BookPaperKind.TREASURY,
    Report.FUNDS: BookPaperKind.DEDICATED_FUNDS,
    Report.TIES: BookPaperKind.TIES,
}
# Title of the dialog, and the name that is proposed for the file.
_NAMES = {
    BookPaperKind.LEDGER: (N_("Grand livre {year}"), N_("ledger-{year}")),
    BookPaperKind.BALANCE: (N_("Balance {year}"), N_("balance-{year}")),
    BookPaperKind.RESULT: (N_("Income statement {year}"), N_("income-statement-{year}")),
    BookPaperKind.BALANCE_SHEET: (N_("Balance sheet {year}"), N_("balance-sheet-{year}")),
    BookPaperKind.VOLUNTEERING: (
        N_("Voluntary contributions {year}"),
        N_("voluntary-contributions-{year}"),
    ),
    BookPaperKind.ACTIVITIES: (N_("Activities {year}"), N_("activities-{year}")),
    BookPaperKind.TREASURY: (N_("Treasury {year}"), N_("treasury-{year}")),
    BookPaperKind.DEDICATED_FUNDS: (N_("Dedicated funds {year}"), N_("dedicated-funds-{year}")),
    BookPaperKind.TIES: (N_("Gifts and fees {year}"), N_("gifts-and-fees-{year}")),
}


class ReportPrinting(QObject):
    """``action`` goes into the head of the page, ``bar`` under the report."""

    def __init__(self, page: AccountPage, view: QWidget) -> None:
        super().__init__(view)
        self._page = page
        self._desk = page.desk
        self.action = make_step(self, _("Save as PDF…"), "file-pdf")
        self.action.setProperty("keys", "Ctrl+P")
        self.writing = FileWriting(self._desk, view, "reports")
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.writing.tell_in(self.bar)

    def ask_report(self, report: Report, scope: ReportScope) -> None:
        """Ask where to write a report."""
        self._ask(_KINDS[report], scope)

    def ask_account(self, number: str, scope: ReportScope) -> None:
        """Ask where to write the lines of an account, or the balance without one."""
        self._ask(BookPaperKind.LEDGER if number else BookPaperKind.BALANCE, scope, number)

    def _ask(self, kind: BookPaperKind, scope: ReportScope, number: str = "") -> None:
        if self.writing.chooser is not None:
            return
        year = self._page.fiscal_year
        label = "" if year is None else year.label
        title, name = (_(text).format(year=label) for text in _NAMES[kind])
        if number:
            name = f"{name}-{number}"
        write = partial(self._desk.services.report_papers.write, kind, scope, only=number)
        self.writing.ask(FileJob(title, f"{name}.pdf", _("PDF document"), write))
