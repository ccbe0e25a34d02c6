"""The list of lines that wait, and what stands in its place when none does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from coopdesk.ui.bank.columns import board_columns
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class Steps:
    """What comes next: a first statement, the proof of what is done, an account that waits."""

    importing: QAction
    proving: QAction
    going_on: QAction


class BoardList(RecordList):
    """Says what comes next once no line waits any more."""

    def __init__(self, desk: Desk, search: SearchField, steps: Steps) -> None:
        super().__init__(desk, "bank.board", board_columns(), desk.services.bank.lines)
        self._search = search
        self.set_accessible_name(_("Lines to reconcile"))
        self._done = EmptyState(
            "check-circle",
            _("Everything is reconciled"),
            _(
                "Each line of the bank is explained. The state of reconciliation proves it, "
                "from one balance to the other; then import the next statement."
            ),
        )
        self._done.offer(steps.proving, primary=True)
        self._done.offer(steps.importing)
        self._done_here = EmptyState("check-circle", "")
        self._done_here.offer(steps.going_on, primary=True)
        self._done_here.offer(steps.proving)
        self._nothing = EmptyState(
            "bank", _("No line yet"), _("Import a statement of this account first.")
        )
        self._nothing.offer(steps.importing, primary=True)
        for state in (self._done, self._done_here, self._nothing):
            # It has the room of the panel too, which is hidden then.
            state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.set_empty(state)

    @property
    def searched(self) -> str:
        """The words that are searched."""
        return self._search.text().strip()

    def list_again(self, ids: Sequence[int]) -> None:
        """Show these lines, found by the words that are searched."""
        self.set_ids(ids, self.searched)

    def say_empty(self, following: BankAccountLine | None, *, has_lines: bool) -> None:
        """Say what is meant when the list is empty: everything done, or nothing there.

        ``following`` is another account of which lines wait.
        """
        if following is not None:
            text = ngettext(
                "{count} line of “{account}” still waits.",
                "{count} lines of “{account}” still wait.",
                following.open_count,
            )
            count = number_text(following.open_count)
            self._done_here.say(
                _("Everything is reconciled on this account"),
                text.format(count=count, account=following.name),
            )
        done = self._done if following is None else self._done_here
        self.set_empty(done if has_lines else self._nothing)

    def be_narrow(self, *, wanted: bool) -> None:
        """Say less of each line where there is little room; the cursor stays."""
        current = self.table.current_id
        self.set_columns(board_columns(is_narrow=wanted))
        if current is not None:
            self.table.select_id(current)
