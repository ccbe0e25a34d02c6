"""Builds each service of the books when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.services.book_registry import BookServices
from coopdesk.services.opened_inventory import OpenedInventory

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

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
    from coopdesk.storage.unit_of_work import Units


class OpenedBooks(OpenedInventory, BookServices):
    """The half of the services of an open file that keeps accounts."""

    _units: Units
    _today: Callable[[], dt.date]

    @cached_property
    def bank(self) -> BankService:
        """Bank accounts and the lines of their statements."""
        from coopdesk.services.bank import BankService

        return BankService(self._units, self._today)

    @cached_property
    def bank_imports(self) -> BankImportService:
        """Statements of banks from files."""
        from coopdesk.services.bank_imports import BankImportService

        return BankImportService(self._units, self._today)

    @cached_property
    def reports(self) -> ReportService:
        """Balance, ledgers, statements, treasury."""
        from coopdesk.services.reports import ReportService

        return ReportService(self._units, self._today)

    @cached_property
    def entry_files(self) -> EntryFileService:
        """Files kept with entries."""
        from coopdesk.services.entry_files import EntryFileService

        return EntryFileService(self._units, self._today)

    @cached_property
    def file_views(self) -> FileViewService:
        """Kept files shown in place."""
        from coopdesk.services.file_views import FileViewService

        return FileViewService(self._units)

    @cached_property
    def entry_templates(self) -> EntryTemplateService:
        """Models of entries that come again."""
        from coopdesk.services.entry_templates import EntryTemplateService

        return EntryTemplateService(self._units, self._today)

    @cached_property
    def chart(self) -> ChartService:
        """Accounts and journals."""
        from coopdesk.services.chart import ChartService

        return ChartService(self._units)

    @cached_property
    def fiscal_years(self) -> FiscalYearService:
        """Fiscal years."""
        from coopdesk.services.fiscal_years import FiscalYearService

        return FiscalYearService(self._units, self._today)

    @cached_property
    def entries(self) -> EntryService:
        """Entries of the books."""
        from coopdesk.services.entries import EntryService

        return EntryService(self._units, self._today)

    @cached_property
    def booking(self) -> BookingService:
        """Entries prepared from payments and gifts."""
        from coopdesk.services.booking import BookingService

        return BookingService(self._units, self._today)

    @cached_property
    def closing(self) -> ClosingService:
        """The end of fiscal years."""
        from coopdesk.services.closing import ClosingService

        return ClosingService(self._units, self._today)

    @cached_property
    def report_papers(self) -> ReportPaperService:
        """The books on paper."""
        from coopdesk.services.report_papers import ReportPaperService

        return ReportPaperService(self._units, self._today)

    @cached_property
    def fec(self) -> FecService:
        """The file of accounting entries."""
        from coopdesk.services.fec import FecService

        return FecService(self._units)

    @cached_property
    def entry_imports(self) -> EntryImportService:
        """Entries of other programs."""
        from coopdesk.services.entry_imports import EntryImportService

        return EntryImportService(self._units)

    @cached_property
    def opening_balances(self) -> OpeningBalanceService:
        """Opening balances from a sheet."""
        from coopdesk.services.opening_balances import OpeningBalanceService

        return OpeningBalanceService(self._units)

    @cached_property
    def reconciliation(self) -> ReconciliationService:
        """Bank lines against the books."""
        from coopdesk.services.reconciliation import ReconciliationService

        return ReconciliationService(self._units, self._today)
