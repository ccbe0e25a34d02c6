"""Gives the demonstration its events: workshops, an assembly, a training without a date."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.demo_events import weekday_before
from coopdesk.domain.event_registrations import NewRegistration
from coopdesk.domain.event_reports import ItemKind, NewItem
from coopdesk.domain.event_rules import checked_event
from coopdesk.domain.events import EventRole, EventState, NewEventPart, When, WhenKind
from coopdesk.services.demo_guests import moment_of
from coopdesk.services.event_reports import EventReportService
from coopdesk.services.events import EventService
from coopdesk.services.groups import GroupService
from coopdesk.services.indicators import IndicatorService
from coopdesk.services.venues import VenueService
from coopdesk.storage.joined_work import JoinedUnits

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.demo_events import DemoReport, EventWords
    from coopdesk.domain.events import NewEvent
    from coopdesk.services.demo_guests import DemoGuests
    from coopdesk.storage.unit_of_work import Units, Work

_EVENING = (dt.time(18, 0), dt.time(20, 30))
_SUNDAY = dt.timedelta(days=6)
_TAKING_PART = 5


class DemoEventWriter:
    """Writes the events of the demonstration; one with money is ``DemoFestivalWriter``'s."""

    def __init__(
        self,
        units: Units,
        work: Work,
        words: EventWords,
        today: Callable[[], dt.date],
        guests: DemoGuests,
    ) -> None:
        joined = JoinedUnits(units, work)
        self._work = work
        self._words = words
        self._today = today()
        self._guests = guests
        self._events = EventService(joined, today)
        self._venues = VenueService(joined, today)
        self._reports = EventReportService(joined, today)
        self._indicators = IndicatorService(joined, today)
        self._groups = GroupService(joined, today)
        self.venue_ids = {
            key: self._venues.add(new).value.id for key, new in words.venues.items()
        }
        self.workshop_ids: list[int] = []

    def add(self, new: NewEvent) -> int:
        """Store an event under a name that is the same each time; return its id."""
        cleaned = checked_event(new)
        day = cleaned.when.starts_on or self._today
        uid = f"demo-{len(self._work.events.uids()) + 1}@coopdesk.example"
        return self._work.events.add(cleaned, uid, moment_of(min(day, self._today), 9))

    def write(self) -> None:
        """Write cycle, editions, assembly, training and indicators."""
        cycle_id = self._venues.add_cycle(self._words.cycle).value.id
        workshop = replace(self._words.workshop, cycle_id=cycle_id)
        for number, meeting in enumerate(self._words.editions):
            day = self._day(meeting.ago, meeting.weekday)
            theme = self._words.themes[number % len(self._words.themes)]
            new = replace(workshop, edition=number + 1, theme=theme)
            event_id = self._held(new, day, meeting.venue)
            self._guests.meet(event_id, day, meeting.people)
            self._make(event_id, EventRole.FACILITATOR)
            self.workshop_ids.append(event_id)
            if meeting.reported:
                self._tell(event_id, day, self._words.report)
        self._write_next(workshop)
        self._write_assembly()
        self.add(self._words.training)
        self._follow()

    def _held(self, new: NewEvent, day: dt.date, venue: str) -> int:
        """Store an event of one evening that was held."""
        previous_id = self.workshop_ids[-1] if new.edition and self.workshop_ids else None
        venue_id = self.venue_ids[venue]
        return self.add(
            replace(
                new,
                state=EventState.CONFIRMED,
                when=When(WhenKind.DAYS, day, day, *_EVENING),
                venue_id=venue_id,
                capacity=self._words.venues[venue].capacity,
                previous_id=previous_id,
                is_open=False,
            )
        )

    def _day(self, ago: int, weekday: int) -> dt.date:
        return weekday_before(self._today - dt.timedelta(days=ago), weekday)

    def _make(self, event_id: int, role: EventRole) -> None:
        """Give somebody a part in an event, where there is anybody."""
        contact_id = self._guests.contact()
        if contact_id is not None:
            self._events.add_part(event_id, NewEventPart(role, contact_id))

    def _tell(self, event_id: int, day: dt.date, told: DemoReport) -> None:
        """Write the report of a workshop; some of its themes become groups."""
        author_id = self._guests.contact()
        name = "" if author_id else "L’équipe"
        written_on = min(day + dt.timedelta(days=3), self._today)
        head = replace(told.head, author_id=author_id, author_name=name, written_on=written_on)
        self._reports.write(event_id, head)
        said = [NewItem(ItemKind.STATEMENT, text) for text in told.statements]
        self._reports.add_items(event_id, said)
        for question, answers in told.questions:
            asked = self._reports.add_item(event_id, NewItem(ItemKind.QUESTION, question))
            for text in answers:
                answer = NewItem(ItemKind.ANSWER, text, parent_id=asked.value.id)
                self._reports.add_item(event_id, answer)
        for topic in told.topics:
            theme = NewItem(ItemKind.THEME, topic.text, topic.detail, topic.audience)
            made = self._reports.add_item(event_id, theme).value
            if topic.group:
                self._meet_again(self._reports.make_group(made.id).value.name, written_on)
        for one in told.decisions:
            due = self._today + dt.timedelta(days=one.due)
            decision = NewItem(
                ItemKind.DECISION,
                one.text,
                contact_id=self._guests.contact(),
                due_on=due,
                done_on=due if one.done else None,
            )
            self._reports.add_item(event_id, decision)
        self._reports.finish(event_id)

    def _meet_again(self, group: str, day: dt.date) -> None:
        """Let some people take part in the group that a theme became."""
        for contact_id in self._guests.contacts(_TAKING_PART):
            self._groups.join(NewGroupMember(contact_id, group, started_on=day))

    def _write_next(self, workshop: NewEvent) -> None:
        """Store the next edition, of which the week alone is known."""
        monday = weekday_before(self._today + dt.timedelta(days=self._words.next_ahead), 0)
        when = When(WhenKind.WEEK, monday, monday + _SUNDAY)
        event_id = self.add(
            replace(
                workshop,
                edition=len(self.workshop_ids) + 1,
                previous_id=self.workshop_ids[-1],
                when=when,
                expected=self._words.next_expected,
                place_note="Lieu à trouver",
            )
        )
        for contact_id in self._guests.contacts(5):
            new = NewRegistration(event_id, contact_id)
            self._guests.register(new, moment_of(self._today, 8))

    def _write_assembly(self) -> None:
        new, meeting, statements, decisions = self._words.assembly
        day = self._day(meeting.ago, meeting.weekday)
        titled = replace(new, title=new.title.format(year=day.year))
        event_id = self._held(titled, day, meeting.venue)
        self._guests.meet(event_id, day, meeting.people)
        self._make(event_id, EventRole.REPORTER)
        said = [NewItem(ItemKind.STATEMENT, text) for text in statements]
        decided = [NewItem(ItemKind.DECISION, text, done_on=day) for text in decisions]
        self._reports.add_items(event_id, [*said, *decided])

    def _follow(self) -> None:
        """Write the indicators, the last value in the year before this."""
        for new, values in self._words.indicators:
            key = self._indicators.add(new).value.id
            for back, value in enumerate(reversed(values), start=1):
                self._indicators.set_value(key, self._today.year - back, Decimal(value))
