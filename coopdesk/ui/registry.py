"""The pages of the window, in the order of the rail, and what is offered on the first run.

A page is imported and built on its first visit: nothing it needs delays the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk, PageSpec


def page_specs() -> tuple[PageSpec, ...]:
    """Return what the rail shows, top to bottom."""
    return ()


def offer_first_run(desk: Desk, window: QWidget) -> None:
    """Ask the first questions when a database knows nothing of its association."""
