"""Use cases around papers of groups and programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.activity_report_markdown import write_activity_report
from coopdesk.documents.activity_report_pdf import draw_activity_report
from coopdesk.documents.directory_pdf import draw_directory
from coopdesk.documents.directory_workbook import write_directory
from coopdesk.documents.group_sheet_pdf import draw_group_sheet
from coopdesk.documents.programme_pdf import draw_programme
from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_papers import (
    ActivityReport,
    DirectoryPaper,
    GroupPaper,
    ProgrammePaper,
)
from coopdesk.domain.groups import GroupKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.services.group_reading import report_of, structures_of
from coopdesk.services.groups import GroupService
from coopdesk.services.paper_house import house_of
from coopdesk.services.reports import ReportService
from coopdesk.services.saving import save
from coopdesk.wording.language import in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.association import Association
    from coopdesk.domain.groups import GroupSheet
    from coopdesk.domain.ledgers import ActivityTotals
    from coopdesk.storage.unit_of_work import Units


class GroupPaperService:
    """Sheets of groups, tables of programmes, directories, and the report of a year.

    Each raises NotFoundError when the group is gone, RuleError ``paper.no_association``.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
        self._groups = GroupService(units, today)
        self._reports = ReportService(units, today)

    def sheet_pdf(self, group_id: int) -> bytes:
        """Return the sheet of a group, with its money where its activity has some."""
        house, sheet = self._house(), self._groups.sheet(group_id)
        money, year = self._money(sheet)
        with in_french():
            return draw_group_sheet(GroupPaper(house, self._today(), sheet, money, year))

    def programme_pdf(self, programme_id: int) -> bytes:
        """Return the table of the chantiers of a programme.

        Raises:
            RuleError: ``group.no_programme``.
        """
        house, sheet = self._house(), self._groups.sheet(programme_id)
        if sheet.group.content.kind is not GroupKind.PROGRAMME:
            raise RuleError("group.no_programme", name=sheet.group.name)
        with self._units.read() as work:
            chantiers = tuple(
                (
                    work.groups.get(line.id),
                    tuple(work.group_work.objectives([line.id])),
                )
                for line in sheet.chantiers
            )
        with in_french():
            return draw_programme(ProgrammePaper(house, self._today(), sheet, chantiers))

    def directory(self, group_id: int) -> DirectoryPaper:
        """Return the structures that take part in a group or its chantiers today."""
        house, today = self._house(), self._today()
        with self._units.read() as work:
            group = work.groups.get(group_id)
            with in_french():
                return DirectoryPaper(house, today, group, structures_of(work, group_id, today))

    def directory_pdf(self, group_id: int) -> bytes:
        """Return the directory in three columns."""
        with in_french():
            return draw_directory(self.directory(group_id))

    def directory_workbook(self, group_id: int) -> bytes:
        """Return the directory as a workbook."""
        with in_french():
            return write_directory(self.directory(group_id))

    def activity_report(self, year: int) -> ActivityReport:
        """Return what was done in a year, by register of action; what has none comes last."""
        with self._units.read() as work:
            return report_of(work, year, self._today())

    def activity_report_markdown(self, year: int) -> str:
        """Return the report of a year as Markdown."""
        with in_french():
            return write_activity_report(self.activity_report(year))

    def activity_report_pdf(self, year: int) -> bytes:
        """Return the report of a year as a PDF."""
        with in_french():
            return draw_activity_report(self.activity_report(year))

    def save(self, path: Path, content: bytes | str) -> Path:
        """Write a paper to a file, whole or not at all.

        Raises:
            ExternalError: the disk, the folder or a permission is in the way.
        """
        return save(path, content.encode() if isinstance(content, str) else content)

    def _house(self) -> Association:
        with self._units.read() as work:
            return house_of(work)

    def _money(self, sheet: GroupSheet) -> tuple[ActivityTotals | None, str]:
        """Return the figures of a group's activity in the newest year that has some."""
        if sheet.activity_id is None:
            return None, ""
        with self._units.read() as work:
            years = work.fiscal_years.years()
        for year in sorted(years, key=lambda one: one.starts_on, reverse=True):
            for one in self._reports.by_activity(ReportScope(year.id)):
                if one.activity_id == sheet.activity_id:
                    return one, year.label
        return None, ""
