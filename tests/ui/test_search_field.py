"""The search field leaves the keys of the window to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.series_line import SeriesLine

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot):
    field = SearchField("Rechercher")
    qtbot.addWidget(field)
    return field


def claims(field, key):
    """Tell whether the field wants the keys for itself, before any shortcut."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def undo_key():
    return QKeySequence(QKeySequence.StandardKey.Undo)[0].key()


def test_undo_in_an_empty_search_is_left_to_the_window(field):
    field.setText("lef")
    field.clear()

    assert not claims(field, undo_key())


def test_undo_of_typed_words_stays_in_the_search(field, qtbot):
    qtbot.keyClicks(field, "lef")

    assert claims(field, undo_key())


@pytest.mark.parametrize("typed", ["", "lef"])
def test_export_is_always_left_to_the_window(field, typed, qtbot):
    line = SeriesLine()
    qtbot.addWidget(line)
    for one in (field, line):
        one.setText(typed)

        assert not claims(one, Qt.Key.Key_E)
