"""Use cases around papers on the money of events: one page, and the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_money import EventAccounts
from coopdesk.domain.event_papers import EventPaper
from coopdesk.domain.event_registrations import RegistrationFilter
from coopdesk.services.event_money import read_result
from coopdesk.services.events import read_sheet
from coopdesk.services.paper_house import house_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.storage.unit_of_work import Units


class EventMoneyPapers:
    """Papers on what events earned and cost."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def sheet_pdf(self, event_id: int) -> bytes:
        """Return an event on one page as a PDF: what, when, where, who came, its money.

        Raises:
            NotFoundError: the event is gone. RuleError: ``paper.no_association``.
        """
        from coopdesk.documents.event_sheet_pdf import draw_event_sheet

        return draw_event_sheet(self._accounts(event_id))

    def workbook(self, event_id: int) -> bytes:
        """Return an event as a workbook: people, payments, cash box, result, budget.

        Raises: as ``sheet_pdf``.
        """
        from coopdesk.documents.event_workbook import write_event_workbook

        return write_event_workbook(self._accounts(event_id))

    def _accounts(self, event_id: int) -> EventAccounts:
        with self._units.read() as work:
            paper = EventPaper(house_of(work), read_sheet(work, event_id), self._today())
            lists = work.registration_lists
            return EventAccounts(
                paper,
                read_result(work, event_id, self._today()),
                lists.counts(event_id),
                tuple(lists.lines(lists.ids(RegistrationFilter(event_id)))),
                tuple(work.parties.of_event(event_id)),
                tuple(work.cash_boxes.of(event_id)),
            )
