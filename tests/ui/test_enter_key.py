"""Enter presses the focused button of a window, and only there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.enter_key import EnterKey


@pytest.fixture
def watching(qtbot):
    watcher = EnterKey(QApplication.instance())
    yield
    watcher.deleteLater()


def show(qtbot, window, button):
    """Show a window with the focus on its button."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)


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
    button, pressed = button_in(window)
    show(qtbot, window, button)

    qtbot.keyClick(button, key)

    assert pressed == [button]


def test_button_without_the_focus_is_left_alone(qtbot, watching):
    window = QWidget()
    button, pressed = button_in(window)
    other, _ = button_in(QWidget(window))
    show(qtbot, window, other)

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == []


def test_dialogs_keep_their_own_rule(qtbot, watching):
    dialog = QDialog()
    button, pressed = button_in(dialog)
    show(qtbot, dialog, button)

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == []
