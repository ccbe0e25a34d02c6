"""The services of the books, a part of all services of one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.services.inventory_registry import InventoryServices

if TYPE_CHECKING:
    from coopdesk.services.bank import BankService
    from coopdesk.services.bank_imports import BankImportService
    from coopdesk.services.booking import BookingService
    from coopdesk.services.chart import ChartService
    from coopdesk.services.closing import ClosingService
    from coopdesk.services.entries import EntryService
    from coopdesk.services.entry_files import EntryFileService
    from coopdesk.services.entry_imports import EntryImportService
    from coopdesk.services.entry_templates import EntryTemplateService
    from coopdesk.services.fec import FecService
    from coopdesk.services.file_views import FileViewService
    from coopdesk.services.fiscal_years import FiscalYearService
    from coopdesk.services.opening_balances import OpeningBalanceService
    from coopdesk.services.reconciliation import ReconciliationService
    from coopdesk.services.report_papers import ReportPaperService
    from coopdesk.services.reports import ReportService


@dataclass(frozen=True, slots=True)
class BookServices(InventoryServices):
    """What the program can do with the books."""

    bank: BankService
    bank_imports: BankImportService
    reports: ReportService
    entry_files: EntryFileService
    file_views: FileViewService
    entry_templates: EntryTemplateService
    chart: ChartService
    fiscal_years: FiscalYearService
    entries: EntryService
    booking: BookingService
    closing: ClosingService
    report_papers: ReportPaperService
    fec: FecService
    entry_imports: EntryImportService
    opening_balances: OpeningBalanceService
    reconciliation: ReconciliationService
