"""Events at random: whatever is done to them, they stay whole, and all of it is undone."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from icalendar import Calendar

from coopdesk.domain.calendar_writing import has_days
from coopdesk.domain.errors import CoopDeskError
from coopdesk.domain.event_days import EventFilter, is_day_outside, overlaps
from coopdesk.domain.events import (
    EventRole,
    NewEvent,
    NewEventPart,
    NewSession,
    NewTariff,
    When,
    WhenKind,
)
from coopdesk.domain.money import Money
from tests.building import every_row, new_units
from tests.services.event_office import EventOffice

ROUNDS, STEPS = 3, 25


def _day(chance):
    return dt.date(2026, 1, 1) + dt.timedelta(days=chance.randint(0, 60))


def _hour(chance):
    return chance.choice((None, dt.time(chance.randint(0, 23), chance.choice((0, 30)))))


def _when(chance):
    kind = chance.choice((WhenKind.DAYS, WhenKind.DAYS, *WhenKind))
    if kind is not WhenKind.DAYS:
        return When(kind, _day(chance))
    first = _day(chance)
    last = first + dt.timedelta(days=chance.randint(0, 3))
    return When(kind, first, last, _hour(chance), _hour(chance))


def _session(chance):
    day = chance.choice((None, _day(chance)))
    return NewSession(chance.choice("ABC"), day, _hour(chance), _hour(chance))


def _step(office, chance):
    """Do something to one of the events, which may be refused."""
    events = office.events
    known = [line.id for line in events.list()]
    key = chance.choice(known) if known else 0
    steps = (
        lambda: events.add(NewEvent(chance.choice("XYZ"), when=_when(chance))),
        lambda: events.change(key, replace(events.get(key).content, when=_when(chance))),
        lambda: events.cancel(key),
        lambda: events.confirm(key),
        lambda: events.prepare_next(key, _when(chance)),
        lambda: events.add_session(key, _session(chance)),
        lambda: events.remove_session(events.sheet(key).sessions[0].id),
        lambda: events.add_part(key, NewEventPart(chance.choice(list(EventRole)), name="S")),
        lambda: events.add_tariff(key, NewTariff(chance.choice("PQ"), amount=Money(100))),
        lambda: events.ensure_activity(key),
        lambda: events.remove(key),
    )
    try:
        chance.choice(steps)()
    except (CoopDeskError, IndexError):
        return


def _check(office):
    """Hold every event against what must be true of it."""
    lines = office.events.list(EventFilter())
    for line in lines:
        sheet = office.events.sheet(line.id)
        when = sheet.event.when
        days = [one.content.held_on for one in sheet.sessions]
        assert not any(day and is_day_outside(day, when) for day in days), sheet
    first, last = dt.date(2026, 1, 15), dt.date(2026, 2, 3)
    shown = {entry.event_id for entry in office.calendar.entries(first, last)}
    assert shown == {line.id for line in lines if overlaps(line.when, first, last)}
    written = Calendar.from_ical(office.calendar.ics()).walk("VEVENT")
    uids = [str(one["UID"]) for one in written]
    assert len(set(uids)) == len(uids)
    dated = {office.events.get(line.id).uid for line in lines if has_days(line.when)}
    assert dated <= set(uids)
    assert len(office.calendar.left_out()) == len(lines) - len(dated)
    for one in written:
        assert "DTEND" not in one or one.decoded("DTEND") > one.decoded("DTSTART")


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_events_stay_whole_and_all_is_undone(tmp_path, seed):
    chance = random.Random(seed)
    with new_units(tmp_path / "office.coopdesk") as units:
        office = EventOffice(units)
        office.event()
        before = every_row(units)
        done = office.operations.state().undo.id
        for _number in range(STEPS):
            _step(office, chance)
            _check(office)
        after = every_row(units)
        count = 0
        while office.operations.state().undo.id != done:
            office.operations.undo()
            count += 1
        assert every_row(units) == before
        for _number in range(count):
            office.operations.redo()
        assert every_row(units) == after
