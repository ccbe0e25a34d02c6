"""Places, cycles and indicators in the window, and what Ctrl+K finds of events."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coopdesk.domain.events import Cycle, NewCycle, NewVenue, Venue
from coopdesk.ui.events.finding import find_events
from coopdesk.ui.events.venue_lists import cycle_columns, venue_columns
from coopdesk.ui.events.venues_view import Kind
from coopdesk.ui.events.views import View
from tests.ui.events.conftest import fill_event, plain, settle
from tests.ui.office import problems_of, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def rows(view):
    return [tuple(plain(cell) for cell in row) for row in texts(view.list)]


def read(view):
    return plain(view.panel.reader.toPlainText())


def submit(dialog, office, qtbot):
    dialog.submit_button.click()
    settle(qtbot, office)


@pytest.fixture
def show(page, office, qtbot):
    """Show a view of the page."""

    def show(view):
        shown = page()
        shown.views.show(view)
        settle(qtbot, office)
        return shown.views.shown

    return show


def test_place_is_added_closed_and_listed_with_what_it_holds(show, office, qtbot):
    view = show(View.VENUES)
    view.primary_action.trigger()
    dialog = view.asker.dialog
    dialog.capacity.setText("beaucoup")
    submit(dialog, office, qtbot)
    assert "nombre entier" in dialog.form.error_of("capacity")
    dialog.capacity.setText("40")
    submit(dialog, office, qtbot)
    assert dialog.form.error_of("name")
    dialog.name.setText("Salle du quai")
    dialog.town.setText("Nantes")
    submit(dialog, office, qtbot)
    assert rows(view)[0][:4] == ("Salle du quai", "Nantes", "40", "0")
    view.close_action.trigger()
    settle(qtbot, office)
    assert "Plus proposé" in read(view)
    view.chips.chip(Kind.OPEN).click()
    settle(qtbot, office)
    assert rows(view) == []
    assert problems_of(view.window()) == []


def test_cycle_names_its_editions(show, office, qtbot):
    fill_event(office)
    view = show(View.VENUES)
    view.chips.chip(Kind.CYCLES).click()
    settle(qtbot, office)
    assert rows(view) == [("Ateliers", "", "1", "3")]
    view.list.record_activated.emit(view.list.model.id_at(0))
    settle(qtbot, office)
    assert "Atelier coopérative (3e édition)" in read(view)
    view.change_action.trigger()
    dialog = view.asker.dialog
    dialog.since.setText("novembre 2015")
    submit(dialog, office, qtbot)
    assert rows(view)[0][1] == "novembre 2015"


def test_place_that_an_event_uses_is_kept_with_words(show, office, qtbot):
    fill_event(office)
    view = show(View.VENUES)
    told = []
    office.desk.feedback.reported.connect(told.append)
    view.list.table.select_id(view.list.model.id_at(0))
    view.remove_action.trigger()
    settle(qtbot, office)
    assert told
    assert len(rows(view)) == 1


def test_indicator_is_followed_from_year_to_year(show, office, qtbot):
    view = show(View.INDICATORS)
    view.primary_action.trigger()
    dialog = view.asker.dialog
    dialog.name.setText("Tiers-lieux")
    dialog.unit.setText("lieux")
    submit(dialog, office, qtbot)
    view.value_action.trigger()
    dialog = view.asker.dialog
    dialog.year.setText("2013")
    dialog.value.setText("dix-sept")
    submit(dialog, office, qtbot)
    assert dialog.form.error_of("value")
    dialog.value.setText("17")
    dialog.repeat_button.click()
    settle(qtbot, office)
    dialog.year.setText("2015")
    dialog.value.setText("55")
    submit(dialog, office, qtbot)
    assert rows(view) == [
        (
            "Tiers-lieux",
            "55 lieux en 2015",
            "de 17 en 2013 à 55 en 2015 : multiplié par 3,2 en 2 ans",
            "2",
        )
    ]
    assert "multiplié par 3,2" in read(view)
    view.panel.link_activated.emit("forget:2013")
    settle(qtbot, office)
    (indicator,) = office.services.indicators.all()
    assert [(x.year, x.value) for x in indicator.values] == [(2015, Decimal(55))]


def test_events_and_places_are_found_by_a_part_of_their_names(office):
    event_id = fill_event(office)
    (event,) = find_events(office.desk, "coopé")
    assert (event.text, event.target) == (
        "Atelier coopérative (3e édition)",
        ("event", event_id),
    )
    assert "Salle du quai" in [hit.text for hit in find_events(office.desk, "quai")]
    assert find_events(office.desk, "at") == []


def test_page_asked_for_before_the_kind_changed_says_nothing_of_the_other_kind():
    cycle = Cycle(1, NewCycle("Coopérative intégrale", since="novembre 2015"))
    venue = Venue(1, NewVenue("plan M", town="Rives", capacity=40))

    for columns, ours, other in (
        (venue_columns(), venue, cycle),
        (cycle_columns(), cycle, venue),
    ):
        assert any(column.text(ours) for column in columns)
        assert [column.text(other) for column in columns] == [""] * len(columns)
        assert not any(column.tone and column.tone(other) for column in columns)
