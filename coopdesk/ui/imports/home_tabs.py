"""Leads to the imports made and to the payments to check, with how many wait."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar

from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

HISTORY, CHECK = 0, 1


class HomeTabs(QTabBar):
    """The two lists of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.addTab(_("Imports made"))
        self.addTab(_("To check"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(_("Imports made or payments to check"))

    def show_waiting(self, count: int) -> None:
        """Say how many payments wait for a decision."""
        text = _("To check ({count})").format(count=number_text(count))
        self.setTabText(CHECK, text if count else _("To check"))
