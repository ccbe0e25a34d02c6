"""The pictures of the guide about what helps from any page: « Nouveau », the tour, F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands


def test_pictures_of_what_helps_from_any_page(
    hands: Hands, window: MainWindow, camera: Camera
) -> None:
    menu, button = window.new_menu, window.rail.new_button
    menu.aboutToShow.emit()
    menu.setActiveAction(menu.actions()[0])
    camera.take_with("nouveau", menu, button.mapTo(window, QPoint(0, button.height() + 2)))
    window.window_actions.tour_action.trigger()
    hands.press("Right")
    camera.take("visite")
    hands.press("Escape")
    hands.press("Ctrl+8")
    window.window_actions.help_action.trigger()
    hands.settle()
    assert window.help.panel.shown_page == "partenaires.md"
    # The rail gave way: a window that grew would leave the screen.
    assert window.width() == 1366
    camera.take("aide")
