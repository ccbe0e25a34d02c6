"""The menu « Nouveau » over the pages."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from coopdesk.ui.new_menu import letters_of
from coopdesk.ui.registry import page_specs


def filled_menu(frame):
    """Return the menu as it is when it opens; the tests have no screen for a real popup."""
    menu = frame.new_menu
    menu.aboutToShow.emit()
    return menu


def test_letters_are_the_first_that_are_free():
    assert letters_of(["Contact", "Campagne", "Élu", "Cac", "AA"]) == ["C", "A", "E", "", ""]


def test_everything_that_can_be_made_has_a_letter_of_its_own():
    made = [command.makes for spec in page_specs() for command in spec.commands]
    letters = letters_of(name for name in made if name)
    assert len(letters) == len(set(letters)) >= 10
    assert all(letters)


def test_letter_makes_something_new_from_any_page(frame):
    menu = filled_menu(frame)
    assert [action.text() for action in menu.actions()] == ["Élu\tE"]
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, "e")
    QApplication.sendEvent(menu, press)
    assert frame.stack.current_key == "contacts"
    assert frame.stack.current_page.done == ["new"]


def test_new_and_the_search_stand_on_top_of_the_rail_on_every_page(frame):
    for key in frame.stack.specs:
        frame.navigator.open(key)
        first, second, *_pages = frame.rail.findChildren(QAbstractButton)
        assert (first, second) == (frame.rail.new_button, frame.rail.find_button)
        assert first.focusPolicy() == second.focusPolicy() == Qt.FocusPolicy.TabFocus
        assert first.isVisible()
        assert second.isVisible()
        assert "Ctrl+K" in second.toolTip()


def test_nothing_new_is_offered_without_a_database(frame):
    frame.detach()
    assert not frame.window_actions.new_anything_action.isEnabled()
