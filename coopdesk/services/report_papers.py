"""Use cases around the books on paper: journal, ledger, balance, statements, treasury."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.activities_pdf import draw_activities
from coopdesk.documents.balance_pdf import draw_balance
from coopdesk.documents.dedicated_funds_pdf import draw_dedicated_funds
from coopdesk.documents.journal_pdf import draw_journal
from coopdesk.documents.ledger_pdf import draw_ledger
from coopdesk.documents.statements_pdf import draw_statements
from coopdesk.documents.ties_pdf import draw_ties
from coopdesk.documents.treasury_pdf import draw_treasury
from coopdesk.domain.book_papers import BookPaper, BookPaperKind
from coopdesk.domain.dedicated_funds import fund_table
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.ledgers import NO_ACTIVITY
from coopdesk.domain.money import total
from coopdesk.services.closing import ClosingService
from coopdesk.services.closing_reading import year_before, year_sums
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.paper_house import house_of
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.report_reading import account_ids
from coopdesk.services.reports import ReportService
from coopdesk.services.saving import save
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from coopdesk.domain.book_papers import BookLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.storage.unit_of_work import Units, Work

_BATCH = 500
_FUNDS = ("194", "195", "196")
_STATEMENTS = {
    BookPaperKind.RESULT: (StatementKind.RESULT, StatementKind.VOLUNTEERING),
    BookPaperKind.BALANCE_SHEET: (StatementKind.BALANCE_SHEET,),
    BookPaperKind.VOLUNTEERING: (StatementKind.VOLUNTEERING,),
}


class ReportPaperService:
    """Write the books as PDF files, whole or not at all; a cancel leaves the old file."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
        self._reports = ReportService(units, today)

    def write(
        self,
        kind: BookPaperKind,
        scope: ReportScope,
        path: Path,
        progress: Progress = NO_PROGRESS,
        only: str = "",
    ) -> Path:
        """Write a book or a statement.

        ``only`` narrows the journal to one by its code, the ledger to the accounts whose
        number begins so. Journal and ledger are read a few lines at a time, so that other
        commands go on meanwhile and any number of entries takes the same memory.

        Raises:
            RuleError: ``paper.no_association``, ``paper.changed_meanwhile``.
            NotFoundError: ``year.missing``, ``account.missing``. ExternalError: the disk or the
            folder is in the way. JobCancelledError.
        """
        if kind is BookPaperKind.CLOSING_SHEET:
            closing = ClosingService(self._units, self._today)
            return closing.write_sheet(scope.fiscal_year_id, path)
        return save(path, self._drawn(kind, scope, progress, only))

    def _drawn(
        self, kind: BookPaperKind, scope: ReportScope, progress: Progress, only: str
    ) -> bytes:
        paper = self._paper(kind, scope, only)
        if kind is BookPaperKind.JOURNAL:
            return draw_journal(paper, self._lines(scope, self._journal(scope, only), progress))
        if kind is BookPaperKind.LEDGER:
            return draw_ledger(paper, self._lines(scope, self._ledger(scope, only), progress))
        return self._table(kind, paper, scope)

    def _table(self, kind: BookPaperKind, paper: BookPaper, scope: ReportScope) -> bytes:
        """Draw a paper that is read at once."""
        if kind is BookPaperKind.BALANCE:
            return draw_balance(paper, self._reports.balance(scope))
        if kind is BookPaperKind.TREASURY:
            return draw_treasury(paper, self._reports.treasury(scope))
        if kind is BookPaperKind.DEDICATED_FUNDS:
            return self._funds(paper)
        if kind is BookPaperKind.TIES:
            return draw_ties(paper, self._reports.ties(scope))
        before = self._label_before(paper.year)
        if kind is BookPaperKind.ACTIVITIES:
            return draw_activities(paper, self._reports.by_activity(scope), before)
        return draw_statements(
            paper, self._reports.statements(scope, *_STATEMENTS[kind]), before
        )

    def _paper(self, kind: BookPaperKind, scope: ReportScope, only: str) -> BookPaper:
        with self._units.read() as work:
            house = house_of(work)
            said = tuple(_narrowed(work, kind, scope, only))
            year = None
            if scope.fiscal_year_id:
                year = work.fiscal_years.get(scope.fiscal_year_id)
        # Before the first entry, the papers of the year that it would make are empty.
        year = year or FiscalYearService(self._units, self._today).current()
        return BookPaper(house, year, self._today(), scope.with_drafts, scope.until, said)

    def _journal(self, scope: ReportScope, only: str) -> list[int]:
        with self._units.read() as work:
            return work.book_lines.in_journal(scope, only.strip().upper())

    def _ledger(self, scope: ReportScope, only: str) -> list[int]:
        with self._units.read() as work:
            return work.book_lines.in_ledger(scope, only.strip())

    def _lines(
        self, scope: ReportScope, ids: Sequence[int], progress: Progress
    ) -> Iterator[BookLine]:
        """Yield lines a few hundred at a time, and refuse what others changed meanwhile."""
        with self._units.read() as work:
            before = work.book_lines.signature(scope)
        for start in range(0, len(ids), _BATCH):
            progress.advance(start, len(ids))
            with self._units.read() as work:
                lines = work.book_lines.lines(ids[start : start + _BATCH])
            yield from lines
        with self._units.read() as work:
            if work.book_lines.signature(scope) != before:
                raise RuleError("paper.changed_meanwhile")
        progress.advance(len(ids), max(len(ids), 1))

    def _funds(self, paper: BookPaper) -> bytes:
        with self._units.read() as work:
            lines = fund_table(work.funds.all(), work.funds.movements(), paper.year)
            sums = [
                each
                for each in year_sums(work, paper.year, with_drafts=paper.with_drafts)
                if each.account.startswith(_FUNDS)
            ]
        opening = -total(each.opening for each in sums)
        closing = -total(each.closing for each in sums)
        return draw_dedicated_funds(paper, lines, opening, closing)

    def _label_before(self, year: FiscalYear) -> str:
        with self._units.read() as work:
            before = year_before(work, year)
        return before.label if before else ""


@in_french()
def _narrowed(work: Work, kind: BookPaperKind, scope: ReportScope, only: str) -> list[str]:
    """Return in words what a paper leaves out."""
    said = []
    if scope.activity_id == NO_ACTIVITY:
        said.append(_("Without activity"))
    elif scope.activity_id is not None:
        name = work.activities.get(scope.activity_id).name
        said.append(_("Activity: {name}").format(name=name))
    if only and kind is BookPaperKind.JOURNAL:
        journal = work.journals.get(only.strip().upper())
        text = _("Journal {code}: {name}")
        said.append(text.format(code=journal.code, name=journal.name))
    if only and kind is BookPaperKind.LEDGER:
        if not account_ids(work.reports.accounts(), only.strip()):
            raise NotFoundError("account.missing", number=only.strip())
        said.append(_("Accounts {number}").format(number=only.strip()))
    return said
