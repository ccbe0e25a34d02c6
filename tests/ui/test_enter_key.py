"""Enter presses the focused button of a window, and only there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.enter_key import EnterKey


@pytest.fixture
def watching(qtbot):
    application = QApplication.instance()
    watcher = EnterKey()
    application.installEventFilter(watcher)
    yield
    application.removeEventFilter(watcher)


def button_in(window):
    pressed = []
    button = QPushButton("Créer")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: pressed.append(button))
    QVBoxLayout(window).addWidget(button)
    return button, pressed


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_button_of_a_window_is_pressed_once(qtbot, watching, key):
    window = QWidget()
    qtbot.addWidget(window)
    button, pressed = button_in(window)

    qtbot.keyClick(button, key)

    assert pressed == [button]


def test_button_that_waits_is_not_pressed(qtbot, watching):
    window = QWidget()
    qtbot.addWidget(window)
    button, pressed = button_in(window)
    button.setEnabled(False)

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == []


def test_dialogs_keep_their_own_rule(qtbot, watching):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button, pressed = button_in(dialog)

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == []
