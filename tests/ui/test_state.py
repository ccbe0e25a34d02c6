"""The place of the window: first, and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from coopdesk.system.settings import WindowState
from coopdesk.ui.state import first_place, restore_window


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (911, 512), (1920, 1080)])
def test_first_place_leaves_room_for_the_title_bar(width, height):
    screen = QRect(0, 0, width, height)
    framed = first_place(screen).adjusted(-4, -32, 4, 8)

    assert screen.contains(framed)


def test_first_place_is_on_its_own_screen():
    second = QRect(1366, 200, 1280, 720)

    assert second.contains(first_place(second))


def test_window_of_a_larger_screen_is_put_back_no_larger_than_this_one(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    larger = WindowState(
        screen.x() + 60, screen.y(), screen.width() + 600, screen.height() + 500
    )

    restore_window(window, larger)

    assert screen.contains(window.geometry())
