"""The board: lines that wait at the left, what the one at the cursor may be at the right.

Enter accepts and goes on to the next line, arrows choose another proposal.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.ui.bank.board_accepting import BoardAccepting
from coopdesk.ui.bank.board_columns import BoardColumns
from coopdesk.ui.bank.board_list import BoardList, Steps
from coopdesk.ui.bank.board_reading import read_board, read_rows
from coopdesk.ui.bank.board_sayings import many_said, nothing_said
from coopdesk.ui.bank.line_doing import LineDoing
from coopdesk.ui.bank.part import BankPart
from coopdesk.ui.bank.proposal_panel import ProposalPanel
from coopdesk.ui.bank.proposing import Proposing
from coopdesk.ui.bank.sure import SureDoing
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Proposal
    from coopdesk.ui.bank.board_reading import Board, Proposed
    from coopdesk.ui.desk import Desk

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BoardPart(BankPart):
    """What was accepted leaves at once; Ctrl+Z brings it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.proposing = Proposing(desk, self)
        self._rows: dict[int, StatementRow] = {}
        self.search = SearchField(_("Search words or an amount…"))
        self.import_action = self.make_import()
        self.state_action = self.make(_("State of reconciliation"), "scales", self._on_state)
        self.next_action = self.make(_("Next account"), "arrow-right", self._on_next)
        steps = Steps(self.import_action, self.state_action, self.next_action)
        self.list = BoardList(desk, self.search, steps)
        self.panel = ProposalPanel()
        self.doing = LineDoing(desk, self)
        self.accepting = BoardAccepting(desk, self.list, self.proposing, self)
        self.accept_action = self.make(_("Accept"), "check", self.accept)
        self.accept_action.setProperty("keys", _("Enter"))
        self.accept_action.setStatusTip(_("Reconcile as the marked card says, then go on"))
        self.doing.create_action.setProperty("keys", Role.NEW.value)
        self.sure = SureDoing(desk, self)
        self._lay_out()
        self._connect()
        self._show_line(None)

    def _lay_out(self) -> None:
        doing = self.doing
        buttons = self.panel.offer(
            (doing.hand_action, doing.create_action), doing.rare, self.accept_action
        )
        doing.creating.anchor = buttons[doing.create_action]
        table = self.list.table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.addActions([self.accept_action, *self.doing.all])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(BoardColumns(self.search, self.list, self.panel))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.list.clear_requested.connect(self.search.clear)
        self.list.sort_changed.connect(self.reload)
        self.list.current_changed.connect(self._on_current)
        self.list.selection_changed.connect(self._on_selection)
        self.list.table.installEventFilter(self)
        self.panel.accepted.connect(self.accept)
        self.doing.settled.connect(self.accepting.settle)
        self.sure.found.connect(self.accepting.settle)
        self.accepting.gone_on.connect(self._select)
        self.accepting.refused.connect(self.reload)
        self.proposing.found.connect(self._on_proposed)

    @property
    @override
    def head(self) -> ViewHead:
        return ViewHead(
            search=self.search,
            primary=self.sure.action if self.sure.action.isEnabled() else None,
            # Without a line Ctrl+N is that of the page: it imports.
            roles={Role.NEW: self.doing.create_action} if self._has_lines else {},
            uses_year=False,
        )

    @property
    def _has_lines(self) -> bool:
        return self.account is not None and bool(self.account.line_count)

    # reading

    @override
    def show_account(self, account: BankAccountLine | None) -> None:
        self.proposing.show_account(None if account is None else account.id)
        before = self.account_id
        super().show_account(account)
        if before is not None and before != self.account_id:
            self.search.clear()  # it was about the other account

    @override
    @Slot()
    def reload(self) -> None:
        account = self.account
        self.sure.account_id = self.account_id
        if account is None:
            return
        sort, descending = self.list.sort
        wanted = StatementFilter(
            bank_account_id=account.id,
            text=self.list.searched,
            waiting=True,
            sort=sort or "date",
            descending=descending if sort else False,
        )
        services = self._desk.services
        self.ask(partial(read_board, services.bank, wanted), self._on_board, "ids")
        self.proposing.read(account)

    def _on_board(self, board: Board) -> None:
        self._rows = {row.id: row for row in board.rows}
        ids = self.accepting.without_gone(board.ids)
        before = self.list.table.current_id
        text = self.list.searched
        focused = self.window().focusWidget()
        had_keys = focused is not None and self.isAncestorOf(focused)
        self.list.say_empty(self._following, has_lines=self._has_lines)
        self.panel.setVisible(bool(ids or text))
        self.list.list_again(ids)
        if had_keys and not ids and not text:
            # The step that is offered in place of the lines has the keys.
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        wanted = self.accepting.take_wanted(ids)
        if wanted is None and before in ids:
            self._show_chosen()  # the list has kept what is selected
        elif wanted is None or not self.list.table.select_id(wanted):
            self._select(ids[0] if ids else None)
        else:
            self._show_line(wanted)

    @property
    def _following(self) -> BankAccountLine | None:
        """The next account of which lines wait."""
        return next((each for each in self.others if each.open_count), None)

    @property
    def _proposed(self) -> Proposed:
        return self.proposing.proposed

    @Slot()
    def _on_proposed(self) -> None:
        was_offered = self.sure.action.isEnabled()
        self.sure.show_count(self._proposed.sure_count)
        if was_offered != self.sure.action.isEnabled():
            self.head_changed.emit()
        self._show_chosen()

    # the line at the cursor

    @Slot(object)
    def _on_current(self, line_id: int | None) -> None:
        self._show_line(line_id)

    @Slot(object)
    def _on_selection(self, _ids: tuple[int, ...]) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.list.selected_ids
        if len(chosen) < 2:
            self._show_line(self.list.table.current_id)
        elif self._rows.keys() >= set(chosen):
            self._show_many([self._rows[key] for key in chosen])
        else:
            self._read_rows(chosen)

    def _read_rows(self, ids: Sequence[int]) -> None:
        self.ask(partial(read_rows, self._desk.services.bank, ids), self._on_rows, "rows")

    def _on_rows(self, rows: Sequence[StatementRow]) -> None:
        self._rows.update({row.id: row for row in rows})
        chosen = self.list.selected_ids
        if len(chosen) > 1:
            self._show_many([self._rows[key] for key in chosen if key in self._rows])
        else:
            self._show_line(self.list.table.current_id)

    def _show_many(self, rows: Sequence[StatementRow]) -> None:
        self.doing.choose(rows)
        self.panel.show_row(None)
        self.panel.say(*many_said(rows))
        self.accept_action.setEnabled(any(self._proposed.of(row.id) for row in rows))

    def _show_line(self, line_id: int | None) -> None:
        row = None if line_id is None else self._rows.get(line_id)
        if line_id is not None and row is None:
            self._read_rows((line_id,))
            return
        found = self._proposed.of(line_id)
        known = found if self._proposed.is_read else None
        self.doing.choose(() if row is None else (row,), known)
        self.panel.show_row(row)
        self.panel.show_proposals(found, self._proposed.labels, self._proposed.lines)
        self.accept_action.setEnabled(bool(found))
        if row is not None and not found:
            waiting = 0 if self.account is None else self.account.open_count
            self.panel.say(*nothing_said(waiting, is_read=self._proposed.is_read))
        elif row is None:
            self.panel.say("")

    # keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.table and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            key = Qt.Key(event.key())
            if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
                return True
            if key in _STEPS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.panel.step(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    # accepting

    @Slot()
    def accept(self) -> None:
        """Accept the marked card, or the first card of each line that is selected."""
        chosen = self.list.selected_ids
        if len(chosen) > 1:
            best = (self._proposed.of(key)[:1] for key in chosen)
            proposals = tuple(proposal for one in best for proposal in one)
            self._accept_many(proposals, len(chosen))
            return
        current = self.list.table.current_id
        found = self._proposed.of(current)
        if current is None:
            return
        if not found:
            self._desk.feedback.tell(_("Nothing is proposed: F2 chooses by hand."))
            return
        self.accepting.accept(found[min(self.panel.chosen, len(found) - 1)])

    def _accept_many(self, proposals: tuple[Proposal, ...], chosen: int) -> None:
        if proposals:
            self.sure.ask(proposals, chosen)
        else:
            text = _("Nothing is proposed for these lines: choose one, then Ctrl+N creates.")
            self._desk.feedback.tell(text)

    @Slot(object)
    def _select(self, line_id: int | None) -> None:
        if line_id is not None:
            self.list.table.select_id(line_id)
        self._show_line(line_id)

    @Slot()
    def _on_state(self) -> None:
        self.lead_wanted.emit(("state", self.account_id))

    @Slot()
    def _on_next(self) -> None:
        if self._following is not None:
            self.lead_wanted.emit(("reconcile", self._following.id))

    @override
    def show_target(self, target: tuple[object, ...]) -> None:
        """Go to a line: ``("reconcile", account, line)``."""
        line_id = target[2] if len(target) > 2 else None
        if isinstance(line_id, int) and not self.list.table.select_id(line_id):
            self.accepting.want(line_id)
