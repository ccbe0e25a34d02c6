"""Keeps what the open lines of an account may be, and asks for it again when it may differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coopdesk.ui.bank.board_reading import Proposed, read_proposals
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.domain.bank_matching import Proposal
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

# With more lines than that, looking for proposals takes seconds.
_MANY = 2_000


class Proposing(QObject):
    """``found`` tells that ``proposed`` is new."""

    found = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._account_id: int | None = None
        self._is_looking = False
        self._accepting = 0  # commands under way
        self.proposed = Proposed()

    def show_account(self, account_id: int | None) -> None:
        """Forget what was found when it is another account."""
        if account_id is None or account_id != self._account_id:
            self.proposed = Proposed()
        self._account_id = account_id

    def read(self, account: BankAccountLine) -> None:
        """Ask for proposals again.

        Between quick keys what is known will do: the last one asks for all of them.
        """
        if self._accepting > 1:
            return
        read = partial(read_proposals, self._desk.services, account.id)
        done = partial(self._on_read, account.id)
        if account.open_count <= _MANY:
            self._desk.tasks.query(self, read, done, replaces="proposals")
        elif not self._is_looking and not self.proposed.is_read:
            # A job: lists are read meanwhile. What is accepted is taken off what it found.
            self._is_looking = True
            title = _("Looking for what lines of the bank may be")
            look = partial(_without_progress, read)
            self._desk.tasks.job(self, title, look, done, ended=self._on_looked)

    def begin(self, accepted: Proposal) -> None:
        """Say that a proposal is on its way; what it uses is proposed no longer."""
        self._accepting += 1
        self.proposed = self.proposed.without(accepted)

    def end(self) -> None:
        """Say that it went through, or was refused."""
        self._accepting -= 1

    def _on_read(self, account_id: int, proposed: Proposed) -> None:
        if account_id == self._account_id:
            self.proposed = proposed
            self.found.emit()

    def _on_looked(self) -> None:
        self._is_looking = False


def _without_progress(read: Callable[[], Proposed], _progress: Progress) -> Proposed:
    return read()
