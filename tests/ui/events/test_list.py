"""The list of events, and the record of the one that is open."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.event_registrations import NewRegistration
from coopdesk.domain.events import NewEvent, When, WhenKind
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.events.view import Span
from coopdesk.ui.page import Role
from tests.ui.events.conftest import fill_event, plain, settle
from tests.ui.office import problems_of, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def rows(view):
    return [tuple(plain(cell) for cell in row) for row in texts(view.list)]


def test_page_without_events_says_what_comes_first(page):
    shown = page()
    view = shown.views.shown
    assert view.list._stack.currentWidget().first_step.text() == "Nouvel événement…"
    assert problems_of(shown.window()) == []


def test_events_are_listed_by_when_they_are(page, office, qtbot):
    fill_event(office)
    services = office.services
    past = When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17))
    services.events.add(NewEvent("Ancien", when=past))
    older = When(WhenKind.DAYS, dt.date(2015, 11, 3), dt.date(2015, 11, 3))
    services.events.add(NewEvent("Plus ancien", when=older))
    services.events.add(NewEvent("Un jour"))
    view = page().views.shown
    assert [row[:2] for row in rows(view)] == [("12 mars 2150", "Atelier coopérative (3e)")]
    said = {}
    for span in (Span.PAST, Span.UNDATED, Span.ALL):
        view.chips.chip(span).click()
        settle(qtbot, office)
        said[span] = [row[0] for row in rows(view)]
    assert said[Span.PAST] == ["semaine du 11 avril 2016", "3 novembre 2015"]
    assert said[Span.UNDATED] == ["sans date"]
    assert len(said[Span.ALL]) == 4


def test_full_event_says_who_waits_and_what_is_due(page, office):
    event_id = fill_event(office, capacity=1)
    for number in range(3):
        office.services.registrations.register(
            NewRegistration(event_id, office.person(number).id)
        )
    (row,) = rows(page().views.shown)
    assert row[3:7] == ("Salle du quai", "1 / 1", "liste d’attente : 2", "12,00 €")


def test_event_is_read_with_organisation_and_tariffs(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    view = shown.views.shown
    view.list.record_activated.emit(event_id)
    settle(qtbot, office)
    said = plain(view.panel.reader.toPlainText())
    for words in (
        "Atelier coopérative (3e édition)",
        "de 18 h à 20 h 30",
        "Salle du quai",
        "40 personnes",
        "Ateliers",
        "Biocoop du Port",
        "Plein",
        "12,00 €",
        "Prix libre, 8,00 € proposés, au moins 2,00 €",
        "option",
    ):
        assert words in said, words
    assert problems_of(shown.window()) == []


def test_every_part_of_an_event_fits_the_reference_screen(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    shown.show_target(("event", event_id))
    settle(qtbot, office)
    panel = shown.views.shown.events
    for part in panel.parts:
        panel.show_part(part)
        settle(qtbot, office)
        assert problems_of(shown.window()) == [], part


def test_programme_names_who_speaks_when(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    shown.show_target(("event", event_id, Part.PROGRAMME.value))
    settle(qtbot, office)
    said = plain(shown.views.shown.events.tab.reader.toPlainText())
    assert "jeudi 12 mars 2150" in said
    assert "Tour de table" in said
    assert "18 h – 19 h" in said
    assert "Sophie (anime)" in said


def test_keys_go_from_the_event_that_is_open_to_the_next_one_in_the_same_part(
    page, office, qtbot
):
    first = fill_event(office)
    day = dt.date(2150, 4, 1)
    second = office.services.events.add(NewEvent("Bal", when=When(WhenKind.DAYS, day, day)))
    view = page().views.shown
    view.list.record_activated.emit(first)
    view.events.show_part(Part.REGISTRATIONS)
    settle(qtbot, office)
    qtbot.keyClick(view.panel, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, office)
    assert (view.sheet.id, view.events.part) == (second.value.id, Part.REGISTRATIONS)
    assert view.events.tab.doing.event_id == second.value.id
    qtbot.keyClick(view.panel, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view.panel, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.detail.shown_id == first


def test_way_back_from_an_event_is_the_list_or_the_page_that_asked_for_it(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    view = shown.views.shown
    shown.show_target(event_target(event_id))
    settle(qtbot, office)
    assert Role.BACK not in shown.role_actions
    view.panel.close_action.trigger()
    view.list.record_activated.emit(event_id)
    settle(qtbot, office)
    shown.show_target(event_target(event_id))  # back from a page that a link led to
    shown.role_actions[Role.BACK].trigger()
    assert view.detail.shown_id is None
    assert Role.BACK not in shown.role_actions


def test_place_of_an_event_leads_back_to_it(page, office, qtbot):
    event_id = fill_event(office)
    navigator = office.desk.navigator
    navigator.open("events")
    view = page().views.shown
    view.list.record_activated.emit(event_id)
    settle(qtbot, office)
    view.panel.link_activated.emit(f"venue:{view.sheet.sheet.venue.id}")
    shown = []
    navigator.requested.connect(lambda *there: shown.append(there))
    navigator.back()
    assert shown == [("events", event_target(event_id))]
