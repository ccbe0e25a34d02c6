"""What every part of the view of the bank has in common."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk

T = TypeVar("T")

IMPORT_TARGET = ("import",)


class BankPart(QWidget):
    """Shows something of one account; who builds on it says what is read and done."""

    lead_wanted = Signal(object)  # a target of the view
    head_changed = Signal()
    covered = Signal(bool)  # a record stands in place of the list: what is above makes room

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.account: BankAccountLine | None = None
        self.others: tuple[BankAccountLine, ...] = ()  # the accounts beside it
        self.is_covered = False
        self.covered.connect(self._keep_covered)

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        return ViewHead(uses_year=False)

    @property
    def account_id(self) -> int | None:
        """The account that is shown."""
        return None if self.account is None else self.account.id

    def show_account(self, account: BankAccountLine | None) -> None:
        """Show another account, or read the same one again."""
        self.account = account
        self.reload()

    def reload(self) -> None:
        """Read everything again. To be overridden."""
        raise NotImplementedError

    def show_target(self, target: tuple[object, ...]) -> None:
        """Show what another page names; a part that knows targets overrides it."""

    @Slot(bool)
    def _keep_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.is_covered = covered

    # for who builds on it

    def make(self, text: str, icon_name: str, slot: Callable[[], object]) -> QAction:
        """Return an action of this part."""
        return make_step(self, text, icon_name, slot)

    def make_import(self) -> QAction:
        """Return the step of who has no line yet."""
        lead = partial(self.lead_wanted.emit, IMPORT_TARGET)
        return self.make(_("Import…"), "download-simple", lead)

    def ask(self, call: Callable[[], T], done: Callable[[T], None], name: str) -> None:
        """Read something on the worker; a newer question of this name replaces it."""
        self._desk.tasks.query(self, call, done, replaces=name)

    def send(
        self, call: Callable[[], Outcome[T]], done: Callable[[T], None] | None = None
    ) -> None:
        """Run a command on the worker."""
        self._desk.tasks.command(self, call, done)

    def send_with(self, command: Callable[..., Outcome[Any]], *values: object) -> None:
        """Run a command with these values."""
        self.send(partial(command, *values))
