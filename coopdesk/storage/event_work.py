"""The stores of events and groups, a part of all stores of one transaction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.storage.action_register_store import ActionRegisterStore
from coopdesk.storage.calendar_item_store import CalendarItemStore
from coopdesk.storage.cash_box_store import CashBoxStore
from coopdesk.storage.event_list import EventList
from coopdesk.storage.event_money_store import EventMoneyStore
from coopdesk.storage.event_report_store import EventReportStore
from coopdesk.storage.event_store import EventStore
from coopdesk.storage.event_ticket_store import EventTicketStore
from coopdesk.storage.group_list import GroupList
from coopdesk.storage.group_store import GroupStore
from coopdesk.storage.group_work_store import GroupWorkStore
from coopdesk.storage.group_year_store import GroupYearStore
from coopdesk.storage.indicator_store import IndicatorStore
from coopdesk.storage.order_money_store import OrderMoneyStore
from coopdesk.storage.party_list import PartyList
from coopdesk.storage.programme_store import ProgrammeStore
from coopdesk.storage.registration_list import RegistrationList
from coopdesk.storage.registration_store import RegistrationStore
from coopdesk.storage.venue_store import VenueStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class EventStores:
    """What one unit of work does with events and groups."""

    _connection: Connection
    recorder: Recorder

    @cached_property
    def events(self) -> EventStore:
        """Events."""
        return EventStore(self._connection, self.recorder)

    @cached_property
    def event_list(self) -> EventList:
        """The list of events."""
        return EventList(self._connection)

    @cached_property
    def calendar_items(self) -> CalendarItemStore:
        """Dates that calendar files brought."""
        return CalendarItemStore(self._connection, self.recorder)

    @cached_property
    def programmes(self) -> ProgrammeStore:
        """Sessions, roles and tariffs of events."""
        return ProgrammeStore(self._connection, self.recorder)

    @cached_property
    def venues(self) -> VenueStore:
        """Venues, and cycles of events."""
        return VenueStore(self._connection, self.recorder)

    @cached_property
    def registrations(self) -> RegistrationStore:
        """Registrations, parties and presence."""
        return RegistrationStore(self._connection, self.recorder)

    @cached_property
    def registration_lists(self) -> RegistrationList:
        """The lists of registrations."""
        return RegistrationList(self._connection)

    @cached_property
    def parties(self) -> PartyList:
        """Those who pay together, and what happened to registrations."""
        return PartyList(self._connection)

    @cached_property
    def tickets(self) -> EventTicketStore:
        """Tickets that platforms sold."""
        return EventTicketStore(self._connection, self.recorder)

    @cached_property
    def order_money(self) -> OrderMoneyStore:
        """The money of orders that several events share."""
        return OrderMoneyStore(self._connection, self.recorder)

    @cached_property
    def event_money(self) -> EventMoneyStore:
        """The money that names activities."""
        return EventMoneyStore(self._connection)

    @cached_property
    def cash_boxes(self) -> CashBoxStore:
        """Cash boxes of events."""
        return CashBoxStore(self._connection, self.recorder)

    @cached_property
    def event_reports(self) -> EventReportStore:
        """Reports of events."""
        return EventReportStore(self._connection, self.recorder)

    @cached_property
    def indicators(self) -> IndicatorStore:
        """Figures followed over years."""
        return IndicatorStore(self._connection, self.recorder)

    @cached_property
    def groups(self) -> GroupStore:
        """Groups, who takes part in them, and the events they are tied to."""
        return GroupStore(self._connection, self.recorder)

    @cached_property
    def group_work(self) -> GroupWorkStore:
        """Objectives and outputs of groups."""
        return GroupWorkStore(self._connection, self.recorder)

    @cached_property
    def group_years(self) -> GroupYearStore:
        """What was done in a year."""
        return GroupYearStore(self._connection)

    @cached_property
    def group_list(self) -> GroupList:
        """The list of groups."""
        return GroupList(self._connection)

    @cached_property
    def action_registers(self) -> ActionRegisterStore:
        """Registers of action."""
        return ActionRegisterStore(self._connection, self.recorder)
