"""Every part of an event and every form of it is whole on the reference screen."""

from __future__ import annotations

import pytest

from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.event_registrations import RegistrationFilter
from coopdesk.ui.events import registration_sheet as sheet
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.screenshots import settle
from tests.ui.test_pictures import album, colours, look, window

__all__ = ["album", "look", "window"]

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def event_id(window):
    """The event of the demonstration for which most people registered."""
    lines = window.stack.desk.services.events.list(EventFilter())
    return max(lines, key=lambda line: line.registered).id


def shown(window, target):
    window.navigator.open("events", target)
    settle(window, window.tasks)
    return window.stack.current_page.views.shown


def test_parts_of_an_event_and_views_beside_are_whole(window, album, event_id):
    for part in Part:
        view = shown(window, event_target(event_id, part))
        album.take(f"event-{part.value}")
    tab = shown(window, event_target(event_id, Part.REGISTRATIONS)).events.tab
    tab.list.record_activated.emit(tab.list.model.id_at(0))
    album.take("event-registration")
    view.detail.close_record()
    for word, services in (("venue", "venues"), ("indicator", "indicators")):
        record = getattr(window.stack.desk.services, services).all()[0]
        shown(window, (word, record.id))
        album.take(f"events-{word}")

    assert album.problems == []
    assert [name for name, picture in album.pictures.items() if colours(picture) < 4] == []


def test_forms_of_an_event_are_whole(window, album, event_id):
    view = shown(window, event_target(event_id))
    settle(window, window.tasks)
    for name, opens in (
        ("event-form", view.doing.change_action.trigger),
        ("event-next", view.doing.next_action.trigger),
        ("event-print", view.papers.print_action.trigger),
        ("event-export", view.papers.export_action.trigger),
        ("event-session", view.programme.add_session),
        ("event-part", view.programme.add_part),
        ("event-tariff", view.programme.add_tariff),
    ):
        opens()
        settle(window, window.tasks)
        album.take_dialog(name)
    services = window.stack.desk.services
    found = services.registrations.lines(
        services.registrations.ids(RegistrationFilter(event_id))
    )
    tab = shown(window, event_target(event_id, Part.REGISTRATIONS)).events.tab
    paid = next(one for one in found if services.registrations.party(one.party_id).paid)
    tab.list.record_activated.emit(paid.id)
    settle(window, window.tasks)
    tab.doing.add_action.trigger()
    settle(window, window.tasks)
    album.take_dialog("event-register")
    for link in (sheet.REFUND_LINK, sheet.PAYER_LINK, sheet.JOIN_LINK, sheet.PAY_LINK):
        if link == sheet.PAY_LINK:
            tab.doing.pay(paid)
        else:
            tab.panel.link_activated.emit(f"{link}:{paid.id}")
        settle(window, window.tasks)
        album.take_dialog(f"event-{link}")

    assert album.problems == []
