"""Dialogs stay inside the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from coopdesk.ui.widgets.screen_room import resize_within


def test_size_is_what_was_asked_for_where_the_screen_has_room(qtbot):
    dialog = QWidget()
    qtbot.addWidget(dialog)
    resize_within(dialog, 300, 200)
    assert dialog.size() == QSize(300, 200)


def test_size_never_goes_beyond_the_screen(qtbot):
    dialog = QWidget()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    resize_within(dialog, room.width() * 2, room.height() * 2)
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height() - 40
