"""From the home page to a gift and to a contact, with the keyboard and the real window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coopdesk.domain.donations import DonationFilter
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.registry import page_specs
from tests.ui.contacts.conftest import press

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def main_window(qtbot, office, people, settings, theme):
    window = MainWindow(settings, theme, page_specs())
    qtbot.addWidget(window, before_close_func=lambda w: w.tasks.shut_down())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk = window.desk_of(office.services, dt.date.today)
    window.attach(desk)
    idle(qtbot, window)
    return window


def idle(qtbot, window):
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=30_000)


def chord(window, key):
    QTest.keyClick(window, key, CONTROL)
    return 1


def test_cash_gift_of_a_known_donor_takes_nine_keys_and_one_to_take_it_back(
    qtbot, office, main_window
):
    window = main_window
    keys = chord(window, Qt.Key.Key_4) + chord(window, Qt.Key.Key_N)
    page = window.stack.current_page
    qtbot.waitUntil(page.editor.dialog.donor.hasFocus)
    keys += press("lef")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    keys += press(ENTER, "20", ENTER)
    idle(qtbot, window)
    assert keys == 9
    (line,) = office.services.donations.find(DonationFilter())
    assert (line.donor_name, line.amount.cents) == ("Élodie Lefèvre", 2_000)
    assert "20,00" in window.status.message.text()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert "don" in window.window_actions.undo_action.text()
    chord(window, Qt.Key.Key_Z)
    idle(qtbot, window)
    assert office.services.donations.find(DonationFilter()) == []


def test_contact_is_found_and_opened_with_five_keys(qtbot, office, people, main_window):
    window = main_window
    keys = chord(window, Qt.Key.Key_K)
    keys += press("lef")
    idle(qtbot, window)
    keys += press(ENTER)
    idle(qtbot, window)
    page = window.stack.current_page
    assert window.stack.current_key == "contacts"
    qtbot.waitUntil(lambda: "Élodie Lefèvre" in page.panel.reader.toPlainText())
    assert page.detail.shown_id == people["Élodie Lefèvre"]
    assert keys == 5
