"""Use cases around papers of events: the sheet to sign, badges, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.badges_pdf import draw_badges
from coopdesk.documents.cash_box_pdf import draw_cash_box
from coopdesk.documents.event_attendance_pdf import draw_event_attendance
from coopdesk.documents.event_report_pdf import draw_report
from coopdesk.documents.report_markdown import write_report
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_papers import (
    AttendanceSheet,
    Badge,
    CashBoxState,
    EventPaper,
    Minutes,
    Signer,
)
from coopdesk.domain.event_registrations import RegistrationFilter, RegistrationState
from coopdesk.domain.events import EventRole
from coopdesk.domain.text import fold
from coopdesk.services.cash_box_rules import named_payments
from coopdesk.services.event_money_papers import EventMoneyPapers
from coopdesk.services.events import read_sheet
from coopdesk.services.paper_house import house_of
from coopdesk.services.progress import NO_PROGRESS, Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.event_registrations import Registration
    from coopdesk.domain.events import EventPart
    from coopdesk.storage.unit_of_work import Units, Work

# Who wears which word where somebody does several things.
_WORN = (
    EventRole.ORGANISER,
    EventRole.CO_ORGANISER,
    EventRole.SPEAKER,
    EventRole.FACILITATOR,
    EventRole.VOLUNTEER,
)


class EventPaperService:
    """Papers of events."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def attendance(self, event_id: int, blanks: int = 6) -> bytes:
        """Return the sheet to sign as a PDF; ``blanks`` lines are left for late comers.

        Raises:
            NotFoundError: the event is gone. RuleError: ``paper.no_association``.
        """
        with self._units.read() as work:
            paper = self._paper(work, event_id)
            people = _with_a_place(work, event_id)
            structures = _structures(work, people, self._day_of(paper))
            waiting = work.registration_lists.counts(event_id).waiting
        signers = tuple(
            Signer(one.number, one.name, structures.get(one.contact_id or 0) or one.email)
            for one in people
        )
        return draw_event_attendance(AttendanceSheet(paper, signers, waiting, blanks))

    def badges(
        self,
        event_id: int,
        ids: Sequence[int] | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> bytes:
        """Return badges as a PDF, of registrations or of all who have a place, by name.

        Raises:
            NotFoundError: the event is gone. RuleError: ``badge.nothing``,
                ``paper.no_association``.
        """
        with self._units.read() as work:
            paper = self._paper(work, event_id)
            people = _with_a_place(work, event_id)
            structures = _structures(work, people, self._day_of(paper))
        wanted = people if ids is None else [one for one in people if one.id in set(ids)]
        roles = _Roles(paper.sheet.parts)
        badges = [
            Badge(
                *_names(one),
                one.badge_code,
                structures.get(one.contact_id or 0, ""),
                roles.of(one),
            )
            for one in wanted
        ]
        return draw_badges(paper, badges, progress.advance)

    def report_pdf(self, event_id: int) -> bytes:
        """Return the report as a PDF.

        Raises:
            NotFoundError: the event is gone, ``report.missing``. RuleError:
                ``paper.no_association``.
        """
        return draw_report(self._minutes(event_id))

    def report_markdown(self, event_id: int) -> str:
        """Return the report as Markdown; raises as ``report_pdf``."""
        return write_report(self._minutes(event_id))

    def sheet_pdf(self, event_id: int) -> bytes:
        """Return the event and its money on one page; raises as ``attendance``."""
        return EventMoneyPapers(self._units, self._today).sheet_pdf(event_id)

    def workbook(self, event_id: int) -> bytes:
        """Return people, payments, cash box, result and budget as a workbook."""
        return EventMoneyPapers(self._units, self._today).workbook(event_id)

    def cash_box(self, box_id: int) -> bytes:
        """Return the cash box of a day as a PDF: what came and went, what was counted.

        Raises:
            NotFoundError: the box is gone. RuleError: ``paper.no_association``.
        """
        with self._units.read() as work:
            box = work.cash_boxes.get(box_id)
            paper = self._paper(work, box.event_id)
            # What was missing or too much is told beneath, beside what was counted.
            difference_id = work.cash_boxes.difference_id(box_id)
            ids = sorted({*work.cash_boxes.payment_ids(box_id)} - {difference_id})
            payments = tuple(named_payments(work, box.event_id, ids))
        return draw_cash_box(CashBoxState(paper, box, payments))

    def _minutes(self, event_id: int) -> Minutes:
        with self._units.read() as work:
            paper = self._paper(work, event_id)
            report = work.event_reports.of(event_id)
            if report is None:
                raise NotFoundError("report.missing", id=event_id)
            present = work.registration_lists.counts(event_id).present
            following = work.events.of_column(previous_id=event_id)
            next_event = work.events.get(following[-1]) if following else None
        return Minutes(paper, report, present, next_event)

    def _paper(self, work: Work, event_id: int) -> EventPaper:
        return EventPaper(house_of(work), read_sheet(work, event_id), self._today())

    def _day_of(self, paper: EventPaper) -> dt.date:
        """Return the day for which people belong to structures: not later than today."""
        first = paper.sheet.event.when.starts_on
        return min(first, self._today()) if first else self._today()


class _Roles:
    """Finds what those who take part do for the event, by contact or by name."""

    def __init__(self, parts: Sequence[EventPart]) -> None:
        self._by_contact: dict[int, EventRole] = {}
        self._by_name: dict[str, EventRole] = {}
        for role in reversed(_WORN):
            for part in (one for one in parts if one.content.role is role):
                if part.content.contact_id is None:
                    self._by_name[fold(part.name)] = role
                else:
                    self._by_contact[part.content.contact_id] = role

    def of(self, one: Registration) -> EventRole | None:
        """Return what somebody does, None of those who simply take part."""
        if one.contact_id in self._by_contact:
            return self._by_contact[one.contact_id]
        return self._by_name.get(fold(one.name))


def _with_a_place(work: Work, event_id: int) -> list[Registration]:
    wanted = RegistrationFilter(event_id, state=RegistrationState.REGISTERED, sort="name")
    return work.registration_lists.lines(work.registration_lists.ids(wanted))


def _structures(work: Work, people: Sequence[Registration], on: dt.date) -> dict[int, str]:
    """Return where people come from, by contact."""
    ids = [one.contact_id for one in people if one.contact_id is not None]
    return {key: ", ".join(names) for key, names in work.kin.structures(ids, on).items()}


def _names(one: Registration) -> tuple[str, str]:
    """Return first and last name; the whole name where neither is known."""
    return one.first_name, one.last_name or ("" if one.first_name else one.name)
