"""The tour of the window for newcomers."""

import pytest
from PySide6.QtCore import Qt

from coopdesk.system.settings import SettingsFile


@pytest.fixture
def tour(frame):
    """The tour at its first step."""
    frame.window_actions.tour_action.trigger()
    return frame.touring.tour


def test_every_step_points_at_a_place_of_the_window(frame, tour):
    told = []
    while frame.touring.tour is not None:
        told.append(tour.heading.text())
        assert not tour._hole.isEmpty()
        assert tour.rect().contains(tour.bubble.geometry())
        tour.next_button.click()
    assert len(told) == len(set(told)) == 6


def test_steps_are_walked_by_keys_and_the_words_are_on_the_button(tour, qtbot):
    first = tour.heading.text()
    assert tour.next_button.hasFocus()
    assert tour.next_button.accessibleDescription().startswith(first)
    assert tour.back_button.isHidden()
    qtbot.keyClick(tour.next_button, Qt.Key.Key_Right)
    assert tour.heading.text() != first
    qtbot.keyClick(tour.next_button, Qt.Key.Key_Left)
    assert tour.heading.text() == first


def test_escape_leaves_and_gives_the_keys_back(frame, qtbot):
    field = frame.stack.current_page.search_field
    field.setFocus()
    frame.window_actions.tour_action.trigger()
    qtbot.keyClick(frame.touring.tour.next_button, Qt.Key.Key_Escape)
    assert frame.touring.tour is None
    assert field.hasFocus()


def test_tour_that_was_left_is_not_offered_again_but_starts_from_the_menu(frame, tour):
    tour.skip_button.click()
    assert SettingsFile(frame.settings.path).current.tour_done
    frame.touring.offer()
    assert frame.touring.tour is None
    frame.window_actions.tour_action.trigger()
    assert frame.touring.tour is not None


def test_newcomer_is_offered_the_tour_once(frame):
    frame.touring.offer()
    assert frame.touring.tour is not None
    frame.touring.offer()
    frame.touring.tour.end()


def test_words_stay_within_a_small_window(frame, tour):
    frame.resize(910, 512)
    for _step in range(5):
        assert tour.rect().contains(tour.bubble.geometry())
        tour.go_on()
    assert tour.size() == frame.size()


def test_tour_needs_an_open_database(frame):
    frame.detach()
    assert not frame.window_actions.tour_action.isEnabled()
    frame.navigator.tour_wanted.emit()
    assert frame.touring.tour is None


def test_tab_stays_among_the_buttons_of_the_tour(tour, qtbot):
    tour.go_on()
    seen = []
    for _tab in range(3):
        qtbot.keyClick(tour.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(tour.window().focusWidget())
    assert seen == [tour.skip_button, tour.back_button, tour.next_button]
