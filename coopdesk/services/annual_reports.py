"""Use cases around the report of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_pdf import draw_annual_report
from coopdesk.documents.annual_report_workbook import write_annual_report
from coopdesk.domain.annual_report_content import AnnualReportContent
from coopdesk.domain.annual_report_rules import checked_report
from coopdesk.domain.annual_reports import AnnualReport, ReportBlock
from coopdesk.services.annual_report_accounts import read_accounts
from coopdesk.services.annual_report_events import read_events
from coopdesk.services.annual_report_gifts import read_gifts
from coopdesk.services.annual_report_groups import read_groups
from coopdesk.services.annual_report_members import read_members
from coopdesk.services.annual_report_partners import read_partners
from coopdesk.services.annual_report_volunteering import read_volunteering
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.saving import save
from coopdesk.wording.language import in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from coopdesk.domain.page_pictures import PagePicture
    from coopdesk.storage.unit_of_work import Units, Work

_WORKBOOK = ".xlsx"


class AnnualReportService:
    """Keep what is told of a year in words, gather its figures, write them down."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def get(self, year: int) -> AnnualReport:
        """Return what is kept of the report of a year; all blocks where nothing is."""
        with self._units.read() as work:
            return work.annual_reports.get(year) or AnnualReport(year)

    def years(self) -> list[int]:
        """Return the years that something is kept of, the newest first."""
        with self._units.read() as work:
            return work.annual_reports.years()

    def offered(self) -> list[int]:
        """Return the years that a report may be about, the newest first."""
        this_year = self._today().year
        with self._units.read() as work:
            known = {this_year, this_year - 1, *work.annual_reports.years()}
            known |= {year.ends_on.year for year in work.fiscal_years.years()}
        return sorted(known, reverse=True)

    def keep(self, report: AnnualReport) -> Outcome[AnnualReport]:
        """Keep title, texts and blocks of the report of a year.

        Raises:
            RuleError: ``annual_report.wrong_year``, ``annual_report.no_block``,
                ``text.too_long``. FieldErrors: several fields are wrong.
        """
        cleaned = checked_report(report)
        with self._units.write("annual_report.kept", year=str(cleaned.year)) as work:
            if not work.annual_reports.put(cleaned):
                return changed(cleaned)
            work.commit()
        return changed(cleaned, Subject.DUTIES)

    def gather(
        self,
        year: int,
        blocks: Sequence[ReportBlock] | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> AnnualReportContent:
        """Return the figures of a year at one moment; those of the blocks kept if none is said.

        Raises:
            RuleError: ``paper.no_association``, ``annual_report.wrong_year``,
                ``annual_report.no_block``. JobCancelledError.
        """
        with self._units.read() as work, in_french():
            kept = work.annual_reports.get(year) or AnnualReport(year)
            wanted = kept if blocks is None else replace(kept, blocks=tuple(blocks))
            return _gathered(work, checked_report(wanted), self._today(), progress)

    def pdf(self, year: int, blocks: Sequence[ReportBlock] | None = None) -> bytes:
        """Return the report as a PDF; raises as ``gather``."""
        with in_french():
            return draw_annual_report(self.gather(year, blocks))

    def workbook(self, year: int, blocks: Sequence[ReportBlock] | None = None) -> bytes:
        """Return the report as a workbook; raises as ``gather``."""
        with in_french():
            return write_annual_report(self.gather(year, blocks))

    def preview(self, content: AnnualReportContent, report: AnnualReport) -> bytes:
        """Return the PDF of figures that were gathered with words that are not kept yet.

        Raises:
            RuleError: ``annual_report.no_block``, ``text.too_long``, ``image.unreadable``.
        """
        with in_french():
            return draw_annual_report(content.as_told(checked_report(report)))

    def picture(self, pdf: bytes, page: int, width: int) -> PagePicture:
        """Draw a page of a preview, counted from 0, about ``width`` dots wide."""
        from coopdesk.documents.page_pictures import page_picture

        return page_picture(pdf, "", page, width)

    def write(
        self,
        year: int,
        path: Path,
        blocks: Sequence[ReportBlock] | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> Path:
        """Write the report to a file, whole or not at all: a workbook where it ends so.

        Raises:
            ExternalError: the disk, the folder or a permission is in the way; and as
            ``gather``.
        """
        content = self.gather(year, blocks, progress)
        make = write_annual_report if path.suffix.lower() == _WORKBOOK else draw_annual_report
        with in_french():
            made = make(content)
        progress.advance(1, 1)
        return save(path, made)


def _gathered(
    work: Work, report: AnnualReport, today: dt.date, progress: Progress
) -> AnnualReportContent:
    readers: dict[ReportBlock, Callable[[], Any]] = {
        ReportBlock.MEMBERS: lambda: read_members(work, report.year, today),
        ReportBlock.GIFTS: lambda: read_gifts(work, report.year),
        ReportBlock.EVENTS: lambda: read_events(work, report.year, today),
        ReportBlock.GROUPS: lambda: read_groups(work, report.year, today),
        ReportBlock.PARTNERS: lambda: read_partners(work, report.year, today),
        ReportBlock.ACCOUNTS: lambda: read_accounts(work, report.year, today),
        ReportBlock.VOLUNTEERING: lambda: read_volunteering(work, report.year),
    }
    house, parts = house_of(work), {}
    # One more step: drawing what was read.
    steps = len(report.blocks) + 1
    for done, block in enumerate(report.blocks):
        progress.advance(done, steps)
        parts[block.value] = readers[block]()
    progress.advance(steps - 1, steps)
    return AnnualReportContent(house, today, report, **parts)
