"""The pages of the window, in the order of the rail, and what is offered on the first run.

A page is imported and built on its first visit: nothing it needs delays the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.desk import PageSpec
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.page import Page


def page_specs() -> tuple[PageSpec, ...]:
    """Return what the rail shows, top to bottom."""
    return (
        PageSpec("home", _("Home"), "house", _build_home),
        PageSpec("settings", _("Settings"), "gear-six", _build_settings, at_foot=True),
    )


def _build_home(desk: Desk) -> Page:
    from coopdesk.ui.home.page import HomePage

    return HomePage(desk)


def _build_settings(desk: Desk) -> Page:
    from coopdesk.ui.settings.page import SettingsPage

    return SettingsPage(desk)


def offer_first_run(desk: Desk, window: QWidget) -> None:
    """Ask the first questions when a database knows nothing of its association."""
    from coopdesk.ui.welcome.first_run import FirstRun

    FirstRun(desk, window).ask()
