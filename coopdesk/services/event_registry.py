"""The services of events and groups, a part of all services of one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.services.import_registry import ImportServices

if TYPE_CHECKING:
    from coopdesk.services.action_registers import ActionRegisterService
    from coopdesk.services.cash_boxes import CashBoxService
    from coopdesk.services.check_in import CheckInService
    from coopdesk.services.event_calendar import EventCalendarService
    from coopdesk.services.event_files import EventFileService
    from coopdesk.services.event_money import EventMoneyService
    from coopdesk.services.event_papers import EventPaperService
    from coopdesk.services.event_reports import EventReportService
    from coopdesk.services.event_tickets import EventTicketService
    from coopdesk.services.events import EventService
    from coopdesk.services.group_papers import GroupPaperService
    from coopdesk.services.group_structures import GroupStructureService
    from coopdesk.services.group_work import GroupWorkService
    from coopdesk.services.indicators import IndicatorService
    from coopdesk.services.polls import PollService
    from coopdesk.services.registrations import RegistrationService
    from coopdesk.services.venues import VenueService


@dataclass(frozen=True, slots=True)
class EventServices(ImportServices):
    """What the program can do with events and groups."""

    events: EventService
    venues: VenueService
    event_calendar: EventCalendarService
    registrations: RegistrationService
    check_in: CheckInService
    cash_boxes: CashBoxService
    polls: PollService
    event_tickets: EventTicketService
    event_files: EventFileService
    event_money: EventMoneyService
    event_reports: EventReportService
    event_papers: EventPaperService
    indicators: IndicatorService
    group_work: GroupWorkService
    group_papers: GroupPaperService
    action_registers: ActionRegisterService
    group_structures: GroupStructureService
