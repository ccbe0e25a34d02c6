"""Builds each service of events and groups when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.services.event_registry import EventServices
from coopdesk.services.opened_imports import OpenedImports

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


class OpenedEvents(OpenedImports, EventServices):
    """The part of the services of an open file that keeps events and groups."""

    @cached_property
    def events(self) -> EventService:
        """Events."""
        from coopdesk.services.events import EventService

        return EventService(self._units, self._today)

    @cached_property
    def venues(self) -> VenueService:
        """Venues and cycles of events."""
        from coopdesk.services.venues import VenueService

        return VenueService(self._units, self._today)

    @cached_property
    def event_calendar(self) -> EventCalendarService:
        """The calendar."""
        from coopdesk.services.event_calendar import EventCalendarService

        return EventCalendarService(self._units, self._today)

    @cached_property
    def registrations(self) -> RegistrationService:
        """Who takes part in events."""
        from coopdesk.services.registrations import RegistrationService

        return RegistrationService(self._units, self._today)

    @cached_property
    def check_in(self) -> CheckInService:
        """Who is there on the day."""
        from coopdesk.services.check_in import CheckInService

        return CheckInService(self._units, self._today)

    @cached_property
    def cash_boxes(self) -> CashBoxService:
        """Cash boxes of events."""
        from coopdesk.services.cash_boxes import CashBoxService

        return CashBoxService(self._units, self._today)

    @cached_property
    def polls(self) -> PollService:
        """What polls say about events."""
        from coopdesk.services.polls import PollService

        return PollService(self._units, self._today)

    @cached_property
    def event_tickets(self) -> EventTicketService:
        """Tickets that platforms sold."""
        from coopdesk.services.event_tickets import EventTicketService

        return EventTicketService(self._units, self._today)

    @cached_property
    def event_files(self) -> EventFileService:
        """Documents of events."""
        from coopdesk.services.event_files import EventFileService

        return EventFileService(self._units, self._today)

    @cached_property
    def event_money(self) -> EventMoneyService:
        """What events earn and cost."""
        from coopdesk.services.event_money import EventMoneyService

        return EventMoneyService(self._units, self._today)

    @cached_property
    def event_reports(self) -> EventReportService:
        """Reports of events."""
        from coopdesk.services.event_reports import EventReportService

        return EventReportService(self._units, self._today)

    @cached_property
    def event_papers(self) -> EventPaperService:
        """Papers of events."""
        from coopdesk.services.event_papers import EventPaperService

        return EventPaperService(self._units, self._today)

    @cached_property
    def indicators(self) -> IndicatorService:
        """Figures followed over years."""
        from coopdesk.services.indicators import IndicatorService

        return IndicatorService(self._units, self._today)

    @cached_property
    def group_work(self) -> GroupWorkService:
        """Objectives, outputs and registers of groups."""
        from coopdesk.services.group_work import GroupWorkService

        return GroupWorkService(self._units, self._today)

    @cached_property
    def group_papers(self) -> GroupPaperService:
        """Papers of groups and programmes."""
        from coopdesk.services.group_papers import GroupPaperService

        return GroupPaperService(self._units, self._today)

    @cached_property
    def action_registers(self) -> ActionRegisterService:
        """Registers of action."""
        from coopdesk.services.action_registers import ActionRegisterService

        return ActionRegisterService(self._units)

    @cached_property
    def group_structures(self) -> GroupStructureService:
        """Structures joined to groups by their names."""
        from coopdesk.services.group_structures import GroupStructureService

        return GroupStructureService(self._units)
