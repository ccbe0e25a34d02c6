"""A workshop from its poll to the next one, in the whole window, as an organiser does it."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.event_registrations import RegistrationFilter, RegistrationState
from coopdesk.domain.event_reports import ItemKind
from coopdesk.domain.events import NewVenue, WhenKind
from coopdesk.ui.events import poll_reading
from coopdesk.ui.events.targets import Part
from tests.ui.events.conftest import plain
from tests.ui.guide.conftest import desktop, hands, services, window

__all__ = ["desktop", "hands", "services", "window"]

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

DAYS = (
    ',"11/04/2150","12/04/2150",\r\n'
    ',"18h-20h","18h-20h",\r\n'
    '"Maëlle Zéphyr","Oui","Non",\r\n'
    '"Yann Abiven","Oui","Oui",\r\n'
    '"Nour Benali","Oui","Si nécessaire",\r\n'
)


def states(services, event_id):
    ids = services.registrations.ids(RegistrationFilter(event_id))
    return [one.state for one in services.registrations.lines(ids)]


def add_in_a_week(window, hands):
    """Ctrl+6, Ctrl+N: a week is all that is known. Return the view that shows it."""
    hands.press("Ctrl+6", "Ctrl+N")
    view = window.stack.current_page.views.shown
    dialog = view.doing.asker.dialog
    hands.type("Atelier")
    dialog.when.kind.choose(WhenKind.WEEK)
    dialog.when.starts_on.set_day(dt.date(2150, 4, 13))
    hands.press("Ctrl+S")
    assert plain(view.events.name.text()) == "Atelier"
    return view


def show(view, hands, part):
    view.events.show_part(part)
    hands.settle()
    return view.events.tab


def take_poll(view, hands, services, path, venue_id):
    """Date the event by its poll, place it, and register those who come."""
    tab = show(view, hands, Part.POLL)
    path.write_text(DAYS, encoding="utf-8")
    tab.take_file(path)
    hands.settle()
    (poll,) = services.polls.of(view.sheet.id)
    for link in (
        f"{poll_reading.CHOOSE}:{poll.id},0,{venue_id}",
        f"{poll_reading.REGISTER}:{poll.id},0",
    ):
        tab.reader.link_activated.emit(link)
        hands.settle()


def limit_places(view, hands, count):
    view.doing.change_action.trigger()
    hands.settle()
    view.doing.asker.dialog.capacity.set_count(count)
    hands.press("Ctrl+S")


def write_report(view, hands, *lines):
    tab = show(view, hands, Part.REPORT)
    tab.line.setFocus()
    for kind, text in lines:
        tab.kind.choose(kind)
        hands.type(text)
        hands.press("Return")
    return tab


def test_workshop_goes_from_its_poll_to_a_waiting_list(window, services, hands, tmp_path):
    venue = services.venues.add(NewVenue("Petit local", capacity=3)).value
    view = add_in_a_week(window, hands)
    event_id = view.sheet.id
    take_poll(view, hands, services, tmp_path / "atelier.csv", venue.id)
    event = services.events.get(event_id)
    assert (event.when.starts_on, event.venue_name) == (dt.date(2150, 4, 11), "Petit local")
    assert services.registrations.counts(event_id).registered == 3

    limit_places(view, hands, 3)
    tab = show(view, hands, Part.REGISTRATIONS)
    hands.press("Ctrl+N")
    hands.type("guez")
    hands.press("Return", "Ctrl+S")
    assert states(services, event_id)[-1] is RegistrationState.WAITING
    tab.list.table.select_id(tab.list.model.id_at(0))
    hands.settle()
    tab.list.table.setFocus()
    hands.press("Del", "Return")
    assert states(services, event_id)[-1] is RegistrationState.REGISTERED
    hands.press("Ctrl+Z")
    assert states(services, event_id)[-1] is RegistrationState.WAITING


def test_workshop_goes_from_its_report_to_a_group_and_the_next_one(window, services, hands):
    view = add_in_a_week(window, hands)
    event_id = view.sheet.id
    report = write_report(
        view,
        hands,
        (ItemKind.STATEMENT, "Chacun cherche."),
        (ItemKind.THEME, "Fabriquer"),
    )
    report.group_action.trigger()
    hands.settle()
    assert "Fabriquer" in {group.name for group in services.groups.all()}

    view.doing.next_action.trigger()
    hands.settle()
    hands.press("Ctrl+S")
    assert view.sheet.sheet.event.content.previous_id == event_id
    assert view.sheet.sheet.event.when.kind is WhenKind.UNDATED
