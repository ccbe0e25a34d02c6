"""Where the window was, put back only where a screen still shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

from coopdesk.system.settings import WindowState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = QSize(1240, 780)

_LEAST_SEEN = 120
# What the desktop draws around the window: on a small screen its foot would be out of sight.
_FRAME = QSize(8, 40)


def restore_window(window: QWidget, state: WindowState) -> None:
    """Give the window its place back, or a sensible one on the first screen."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = QRect(state.x, state.y, state.width, state.height)
    shown = [screen for screen in screens if _is_reachable(place, screen)]
    if state.width and shown:
        fits = place.size() == place.size().boundedTo(shown[0].size() - _FRAME)
        window.setGeometry(place if fits else first_place(shown[0], place.size()))
    else:
        window.setGeometry(first_place(screens[0]))
    if state.maximized:
        window.showMaximized()


def window_state(window: QWidget, page: str) -> WindowState:
    """Return what to remember of the window."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowState(
        place.x(), place.y(), place.width(), place.height(), window.isMaximized(), page
    )


def _is_reachable(place: QRect, screen: QRect) -> bool:
    """Tell whether the top of the window can be seen and dragged on this screen."""
    top = QRect(place.x(), place.y(), place.width(), 40).intersected(screen)
    return top.width() >= min(_LEAST_SEEN, place.width()) and top.height() >= 20


def first_place(screen: QRect, size: QSize = DEFAULT_SIZE) -> QRect:
    """Return where a window of this size stands best, its frame within the screen."""
    place = QRect(screen.topLeft(), size.boundedTo(screen.size() - _FRAME))
    place.moveCenter(screen.center() + QPoint(0, _FRAME.height() // 2 - 8))
    return place
