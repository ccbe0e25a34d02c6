"""What can be done with lines of statements: by hand, in place, set aside, taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.bank_lists import LineState
from coopdesk.ui.bank.entry_dialog import Created
from coopdesk.ui.bank.hand_dialog import HandDialog
from coopdesk.ui.bank.line_creating import LineCreating
from coopdesk.ui.bank.line_dialogs import AsideDialog, WhoseDialog
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import MatchDone, Proposal, TargetRef
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk

_WAITING = frozenset({LineState.OPEN, LineState.PARTLY})


class LineDoing(QObject):
    """Knows which lines are chosen; ``settled`` tells that those asked about are done with."""

    settled = Signal(object)  # ids

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._rows: tuple[StatementRow, ...] = ()
        self._asked: tuple[int, ...] = ()
        self.asker = Asker(desk, view)
        self.asker.saved.connect(self._on_saved)
        make = self._make
        self.hand_action = make(_("By hand…"), "hand-pointing", self._on_hand, "F2")
        self.hand_action.setStatusTip(_("Choose by hand what the line is"))
        self.creating = LineCreating(desk, view)
        self.creating.chosen.connect(self._on_chosen)
        self.create_action = self.creating.action
        self.aside_action = make(_("Put aside…"), "archive", self._on_aside, "Del")
        self.back_action = make(_("No longer aside"), "arrow-u-up-left", self._on_back, "")
        self.unmatch_action = make(
            _("Take the reconciliation off"), "link-break", self._on_unmatch, ""
        )
        self.whose_action = make(_("Give to a contact…"), "user", self._on_whose, "Ctrl+D")
        self.all = (
            self.hand_action,
            self.create_action,
            self.whose_action,
            self.aside_action,
            self.back_action,
            self.unmatch_action,
        )
        self.rare = (self.whose_action, self.aside_action)
        self.choose(())

    def _make(self, text: str, icon_name: str, slot: Callable[[], None], keys: str) -> QAction:
        action = make_step(self._view, text, icon_name)
        action.triggered.connect(slot)
        if keys:
            action.setShortcut(keys)
            action.setShortcutContext(action.shortcutContext().WidgetWithChildrenShortcut)
            self._view.addAction(action)
        return action

    def choose(
        self, rows: Sequence[StatementRow], proposals: Sequence[Proposal] | None = None
    ) -> None:
        """Say which lines the actions are about, and what a single one may be if known."""
        self._rows = tuple(rows)
        states = {row.state for row in rows}
        is_waiting = bool(rows) and states <= _WAITING
        is_one = is_waiting and len(rows) == 1
        for action in (self.hand_action, self.create_action):
            action.setVisible(is_waiting or not rows)
        self.hand_action.setEnabled(is_waiting)
        self.creating.choose(self._rows[0] if is_one else None, proposals)
        self.aside_action.setVisible(LineState.ASIDE not in states)
        self.aside_action.setEnabled(bool(rows) and states <= {LineState.OPEN})
        self.back_action.setVisible(LineState.ASIDE in states)
        self.unmatch_action.setVisible(bool(states & {LineState.MATCHED, LineState.PARTLY}))
        self.whose_action.setEnabled(bool(rows))

    @property
    def _ids(self) -> tuple[int, ...]:
        return tuple(row.id for row in self._rows)

    @property
    def _window(self) -> QWidget:
        return self._view.window()

    def _ask(self, make: Callable[[], Any], send: Callable[[Any], Outcome[Any]]) -> None:
        self._asked = self._ids
        self.asker.ask(make, send)

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        self.settled.emit(self._asked)
        if isinstance(made, Created) and made.refused:
            said = "\n".join(error_sentence(error) for error in made.refused)
            title = _("The entry is saved, not all of its vouchers")
            self._desk.feedback.warn(title, said)

    # by hand

    @Slot()
    def _on_hand(self) -> None:
        if self._rows:
            make = partial(HandDialog, self._desk, self._rows, self._window)
            self._ask(make, partial(self._match, self._ids))

    def _match(self, ids: Sequence[int], targets: Sequence[TargetRef]) -> Outcome[MatchDone]:
        return self._desk.services.reconciliation.match(ids, targets)

    # in place

    @Slot(object, object)
    def _on_chosen(self, make: Callable[[], Any], send: Callable[[Any], Outcome[Any]]) -> None:
        self._ask(make, send)

    # what needs no counterpart

    @Slot()
    def _on_aside(self) -> None:
        if self._rows:
            make = partial(AsideDialog, self._rows, self._window)
            self._ask(make, partial(self._desk.services.bank.set_aside, self._ids))

    @Slot()
    def _on_back(self) -> None:
        self._send(partial(self._desk.services.bank.put_back, self._ids))

    @Slot()
    def _on_unmatch(self) -> None:
        self._send(partial(self._desk.services.reconciliation.unmatch, self._ids))

    @Slot()
    def _on_whose(self) -> None:
        if self._rows:
            make = partial(WhoseDialog, self._desk, self._rows, self._window)
            # Not settled by that: the line still waits.
            self._asked = ()
            give = self._desk.services.bank.give_contact
            self.asker.ask(make, partial(give, self._ids))

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self, call)
