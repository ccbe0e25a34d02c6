"""Enter presses the focused button of a window or of a dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.enter_key import EnterKey
from coopdesk.ui.widgets.chips import ChoiceChips


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


def saving_dialog():
    """A dialog whose default button saves, and the list of what was saved."""
    dialog, saved = QDialog(), []
    layout = QVBoxLayout(dialog)
    save = QPushButton("Enregistrer")
    save.setDefault(True)
    save.clicked.connect(lambda: saved.append(save))
    layout.addWidget(save)
    return dialog, saved


def test_focused_button_of_a_dialog_is_pressed_instead_of_the_default_one(qtbot, watching):
    dialog, saved = saving_dialog()
    button = QPushButton("Annuler")
    button.setAutoDefault(False)
    pressed = []
    button.clicked.connect(lambda: pressed.append(button))
    dialog.layout().addWidget(button)
    show(qtbot, dialog, button)

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert (pressed, saved) == ([button], [])


def test_enter_on_a_box_to_tick_saves_the_dialog(qtbot, watching):
    dialog, saved = saving_dialog()
    box = QCheckBox("Anonyme")
    dialog.layout().addWidget(box)
    show(qtbot, dialog, box)

    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert len(saved) == 1
    assert not box.isChecked()


def test_enter_on_the_choice_that_is_made_saves_and_on_another_chooses(qtbot, watching):
    dialog, saved = saving_dialog()
    chips = ChoiceChips("Réponse", (("yes", "Accepte"), ("no", "Refuse")))
    dialog.layout().addWidget(chips)
    show(qtbot, dialog, chips.chip("no"))

    qtbot.keyClick(chips.chip("no"), Qt.Key.Key_Return)
    assert (chips.key, saved) == ("no", [])
    qtbot.keyClick(chips.chip("no"), Qt.Key.Key_Return)

    assert chips.key == "no"
    assert len(saved) == 1
