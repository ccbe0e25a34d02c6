"""The list of lines that wait, and what stands in its place when none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.bank.columns import board_columns
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk


class BoardList(RecordList):
    """Offers ``importing`` while no line came in, ``proving`` once all are explained."""

    def __init__(self, desk: Desk, importing: QAction, proving: QAction) -> None:
        super().__init__(desk, "bank.board", board_columns(), desk.services.bank.lines)
        self.set_accessible_name(_("Lines to reconcile"))
        self._done = EmptyState(
            "check-circle",
            _("Everything is reconciled"),
            _("Each line of the bank is explained."),
        )
        self._done.offer(proving, primary=True)
        self._nothing = EmptyState(
            "bank", _("No line yet"), _("Import a statement of this account first.")
        )
        self._nothing.offer(importing, primary=True)
        self.say_empty(has_lines=True)
        self.say_empty(has_lines=False)

    def say_empty(self, *, has_lines: bool) -> None:
        """Say what is meant when the list is empty: everything done, or nothing there."""
        self.set_empty(self._done if has_lines else self._nothing)

    def be_narrow(self, *, wanted: bool) -> None:
        """Say less of each line where there is little room; the cursor stays."""
        current = self.table.current_id
        self.set_columns(board_columns(is_narrow=wanted))
        if current is not None:
            self.table.select_id(current)
