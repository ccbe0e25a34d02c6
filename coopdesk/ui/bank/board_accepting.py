"""Accepts proposals on the board: a line leaves at once, and comes back if it is refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.bank_matching import MatchDone, Proposal
    from coopdesk.domain.errors import RuleError
    from coopdesk.ui.bank.board_list import BoardList
    from coopdesk.ui.bank.proposing import Proposing
    from coopdesk.ui.desk import Desk


_KEPT = 100


class BoardAccepting(QObject):
    """``gone_on`` names the line to go on with, None after the last one."""

    gone_on = Signal(object)
    refused = Signal(object)  # ids

    def __init__(
        self, desk: Desk, board: BoardList, proposing: Proposing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = board
        self._proposing = proposing
        self._gone: set[int] = set()  # accepted, until the list is read again
        self._to_show: int | None = None
        self._settled: list[int] = []  # Ctrl+Z leads back to them, the last one first

    def without_gone(self, ids: Sequence[int]) -> list[int]:
        """Return the lines that still wait, whatever was read meanwhile."""
        return [key for key in ids if key not in self._gone]

    def want(self, line_id: int) -> None:
        """Go to a line once it is listed."""
        self._to_show = line_id

    def take_wanted(self, ids: Sequence[int]) -> int | None:
        """Return the line to go to: one that is asked for, or that Ctrl+Z brought back."""
        wanted, listed = self._to_show, set(ids)
        if wanted in listed:
            self._to_show = None
            return wanted
        back = next((key for key in reversed(self._settled) if key in listed), None)
        if back is not None:
            self._settled.remove(back)
        return back

    def accept(self, proposal: Proposal) -> None:
        """Reconcile as a proposal says, and go on without waiting for the answer."""
        ids = proposal.line_ids
        self._proposing.begin(proposal)
        self._let_go(ids)
        self._desk.tasks.command(
            self,
            partial(self._desk.services.reconciliation.accept, proposal),
            self._on_accepted,
            failed=partial(self._on_refused, ids),
            ended=partial(self._on_ended, ids),
        )

    def settle(self, ids: Sequence[int]) -> None:
        """Go on to the next line: these are settled."""
        if ids:
            self._let_go(ids)
            self._gone.difference_update(ids)

    def _let_go(self, ids: Sequence[int]) -> None:
        listed = self._list.model.ids.tolist()
        current = self._list.table.current_id
        at = listed.index(current) if current in listed else 0
        self._gone.update(ids)
        before = [key for key in self._settled if key != ids[0]]
        self._settled = [*before[-_KEPT:], ids[0]]
        left = self.without_gone(listed)
        after = self.without_gone(listed[at:])
        self._list.list_again(left)
        self.gone_on.emit(after[0] if after else (left[-1] if left else None))

    def _on_accepted(self, done: MatchDone) -> None:
        if done.left:
            text = _("{amount} of the line stay open.")
            self._desk.feedback.tell(text.format(amount=money_text(done.left)))

    def _on_refused(self, ids: Sequence[int], error: RuleError) -> None:
        self._gone.difference_update(ids)
        self._to_show = ids[0]
        self._desk.feedback.show_error(error)
        self.refused.emit(ids)

    def _on_ended(self, ids: Sequence[int]) -> None:
        self._proposing.end()
        self._gone.difference_update(ids)
