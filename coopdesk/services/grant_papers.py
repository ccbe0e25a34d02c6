"""Use cases around papers of grants: application and report, as PDF and workbook."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import GrantForm
from coopdesk.domain.grant_papers import ApplicationPaper, GrantPaper, People, ReportPaper
from coopdesk.domain.member_statistics import MemberCounter, MemberFigure
from coopdesk.domain.partners import PartnerFilter, PartnerKind
from coopdesk.services.grant_book_reading import read_request_tables
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.grant_reports import read_application
from coopdesk.services.grant_sharing import read_sharing
from coopdesk.services.grant_states import days_of, read_states
from coopdesk.services.named_years import year_of
from coopdesk.services.paper_house import house_of
from coopdesk.services.public_aid import read_public_aid
from coopdesk.services.saving import save
from coopdesk.wording.language import in_french

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.storage.unit_of_work import Units, Work


class GrantPaperService:
    """Papers that help to fill in the official forms of grants.

    Each raises NotFoundError when the request is gone, RuleError ``paper.no_association``.
    """

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def application(self, request_id: int) -> ApplicationPaper:
        """Return what a request says (12156*06)."""
        today = self._today()
        with self._units.read() as work:
            request = work.grant_requests.get(request_id)
            year = _first_day(work, request, today).year - 1
            return ApplicationPaper(
                _paper(work, request, GrantForm.APPLICATION, today),
                read_application(work, request, today),
                People(year, _volunteers(work, year), _members(work, year)),
                read_public_aid(work, year_of(work, 0, today)),
                _networks(work, today),
            )

    def report(self, request_id: int) -> ReportPaper:
        """Return what a report says (15059*02)."""
        today = self._today()
        with self._units.read() as work:
            request = work.grant_requests.get(request_id)
            paper = _paper(work, request, GrantForm.REPORT, today)
            [state] = read_states(work, [request], today)
            tables = read_request_tables(work, request)
            sharing = read_sharing(work, paper.project) if paper.project else None
            return ReportPaper(paper, tables, state, sharing)

    def application_pdf(self, request_id: int) -> bytes:
        """Return a request as a PDF to fill in the form from."""
        from coopdesk.documents.grant_application_pdf import draw_application

        with in_french():
            return draw_application(self.application(request_id))

    def application_workbook(self, request_id: int) -> bytes:
        """Return a request as a workbook, its budgets to the cent."""
        from coopdesk.documents.grant_application_workbook import write_application

        with in_french():
            return write_application(self.application(request_id))

    def report_pdf(self, request_id: int) -> bytes:
        """Return a report as a PDF to fill in the form from."""
        from coopdesk.documents.grant_report_pdf import draw_grant_report

        with in_french():
            return draw_grant_report(self.report(request_id))

    def report_workbook(self, request_id: int) -> bytes:
        """Return a report as a workbook: each figure with the entries behind it."""
        from coopdesk.documents.grant_report_workbook import write_grant_report

        with in_french():
            return write_grant_report(self.report(request_id))

    def save(self, path: Path, content: bytes) -> Path:
        """Write a paper to a file, whole or not at all.

        Raises:
            ExternalError: the disk, the folder or a permission is in the way.
        """
        return save(path, content)


def _paper(work: Work, request: GrantRequest, form: GrantForm, today: dt.date) -> GrantPaper:
    project_id = request.content.project_id
    return GrantPaper(
        house_of(work),
        today,
        request,
        work.grant_profiles.get(),
        official_layout().forms[form],
        None if project_id is None else work.grant_projects.get(project_id),
    )


def _first_day(work: Work, request: GrantRequest, today: dt.date) -> dt.date:
    days = days_of(work, request)
    return today if days is None else days[0]


def _volunteers(work: Work, year: int) -> int | None:
    """Return how many people gave time in a year, None where nobody noted any."""
    times = work.volunteering.times(dt.date(year, 1, 1), dt.date(year, 12, 31))
    people = {x.content.contact_id for x in times} - {None}
    return len(people) or None


def _members(work: Work, year: int) -> int | None:
    """Return how many members a year had, None where no membership is recorded."""
    figures = work.member_figures
    counter = MemberCounter(figures.histories(), figures.departed())
    [row] = counter.rows(range(year, year + 1), {None: ""})
    return row.figures[MemberFigure.MEMBERS].count or None


def _networks(work: Work, today: dt.date) -> tuple[str, ...]:
    found = work.partner_list.all(
        PartnerFilter(kind=PartnerKind.NETWORK, current_only=True), today
    )
    return tuple(one.name for one in found)
