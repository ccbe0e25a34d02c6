"""From the home page to a paid membership and to a renewal, with the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.renewing import RenewalRequest
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.registry import page_specs
from tests.ui.contacts.conftest import press
from tests.ui.members.conftest import TODAY, YEAR

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def main_window(qtbot, office, people, types, settings, theme):
    window = MainWindow(settings, theme, page_specs())
    qtbot.addWidget(window, before_close_func=lambda w: w.tasks.shut_down())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk = window.desk_of(office.services, lambda: TODAY)
    window.attach(desk)
    idle(qtbot, window)
    return window


def idle(qtbot, window):
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=30_000)


def chord(window, key):
    QTest.keyClick(window, key, CONTROL)
    return 1


def test_paid_membership_of_a_known_contact_takes_seven_keys_and_one_to_take_it_back(
    qtbot, office, main_window
):
    window = main_window
    keys = chord(window, Qt.Key.Key_3) + chord(window, Qt.Key.Key_N)
    page = window.stack.current_page
    qtbot.waitUntil(page.editor.dialog.contact.hasFocus)
    keys += press("lef")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    keys += press(ENTER)
    idle(qtbot, window)
    keys += press(ENTER)
    idle(qtbot, window)
    assert keys == 7
    (line,) = office.services.members.find(MembershipFilter())
    assert (line.name, line.paid.cents, line.number) == ("Élodie Lefèvre", 2_500, "0001")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chord(window, Qt.Key.Key_Z)
    idle(qtbot, window)
    assert office.services.members.find(MembershipFilter()) == []


def test_contact_joins_from_its_own_record(qtbot, office, people, main_window):
    """Ctrl+K, three letters, Enter to the contact; Ctrl+M and Enter make it a member."""
    window = main_window
    keys = chord(window, Qt.Key.Key_K)
    keys += press("lef")
    idle(qtbot, window)
    keys += press(ENTER)
    idle(qtbot, window)
    page = window.stack.current_page
    qtbot.waitUntil(lambda: page.detail.shown_id == people["Élodie Lefèvre"])
    page.record_membership_action.trigger()
    keys += 1
    idle(qtbot, window)
    dialog = page.memberships.dialog
    qtbot.waitUntil(dialog.kind.hasFocus)
    idle(qtbot, window)
    keys += press(ENTER)
    idle(qtbot, window)
    (line,) = office.services.members.find(MembershipFilter())
    assert (line.name, line.paid.cents) == ("Élodie Lefèvre", 2_500)
    assert keys == 7


def test_everybody_is_renewed_with_eight_keys_from_the_finder(
    qtbot, office, joined, main_window
):
    """Ctrl+K, five letters, Enter, and Space on the verb that has the focus."""
    window = main_window
    keys = chord(window, Qt.Key.Key_K)
    keys += press("renou")
    idle(qtbot, window)
    keys += press(ENTER)
    idle(qtbot, window)
    page = window.stack.current_page
    qtbot.waitUntil(lambda: page.renewing.dialog is not None)
    dialog = page.renewing.dialog
    idle(qtbot, window)
    # In June this year is renewed: Léo, who was a member last year, is due.
    assert dialog.request.period.start.year == YEAR
    qtbot.waitUntil(dialog.create_button.hasFocus)
    keys += press(Qt.Key.Key_Space)
    idle(qtbot, window)
    assert keys == 8
    last = office.services.members.find(MembershipFilter(year=YEAR))
    assert [line.name for line in last if not line.paid] == ["Zoé Abadie", "Léo Martin"]
    assert office.services.renewals.preview(RenewalRequest(dialog_period(last))).lines == ()


def dialog_period(lines):
    from coopdesk.domain.members import Period

    return Period(lines[0].start, lines[0].end)


@pytest.mark.parametrize(
    ("typed", "attribute"),
    [("nouvelle adh", "dialog"), ("relance", "reminders"), ("imprimer liste", "papers")],
)
def test_finder_knows_the_commands_before_the_page_was_visited(
    qtbot, office, joined, main_window, typed, attribute
):
    window = main_window
    chord(window, Qt.Key.Key_K)
    press(typed)
    idle(qtbot, window)
    press(ENTER)
    idle(qtbot, window)
    idle(qtbot, window)
    page = window.stack.current_page
    assert window.stack.current_key == "members"
    opened = {
        "dialog": lambda: page.editor.dialog,
        "reminders": lambda: page.reminding.dialog,
        "papers": lambda: page.papers.dialog,
    }[attribute]
    qtbot.waitUntil(lambda: opened() is not None)
    idle(qtbot, window)
    opened().reject()
