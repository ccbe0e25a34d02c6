"""Checks lines of money off against statements (pointage), and lists those that wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from coopdesk.domain.money import Money
from coopdesk.ui.reports.check_dialog import CheckDialog, Chosen
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.ledgers import Ledger
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.record_list import RecordList


class Checking(QObject):
    """The chip and the actions of a ledger; all of them leave where there are no statements."""

    filtered = Signal()

    def __init__(self, desk: Desk, lines: RecordList) -> None:
        super().__init__(lines)
        self._desk = desk
        self._lines = lines
        self._ledger: Ledger | None = None
        self._moves: dict[int, int] = {}
        self._day: dt.date | None = None
        self.asker = Asker(desk, lines)
        self.chip = QPushButton()
        self.chip.setProperty("kind", "chip")
        self.chip.setCheckable(True)
        set_plain_tooltip(self.chip, _("Only the lines that no statement shows yet"))
        self.chip.clicked.connect(self.filtered)
        self.check_action = make_step(self, _("Check off…"), "check-square")
        self.check_action.setStatusTip(
            _("Say that the bank’s statement, or the cash box, shows the selected lines")
        )
        self.check_action.triggered.connect(self._on_check)
        self.uncheck_action = make_step(self, _("No longer checked off"), "square")
        self.uncheck_action.triggered.connect(self._on_uncheck)
        self.actions = (self.check_action, self.uncheck_action)
        lines.table.addActions(self.actions)
        self.read(None)

    @property
    def _seen(self) -> frozenset[int] | None:
        return None if self._ledger is None else self._ledger.seen

    @property
    def balance(self) -> Money | None:
        """What the lines add up to that statements show, None where there are none."""
        return None if self._seen is None else self._sum(self._seen)

    @property
    def lists_unseen(self) -> bool:
        """Whether only the lines are listed that no statement shows."""
        return self._seen is not None and self.chip.isChecked()

    def read(self, ledger: Ledger | None) -> None:
        """Take up another ledger, or the same one after a change."""
        self._ledger = ledger
        is_offered = ledger is not None and ledger.seen is not None
        self._moves = ledger.moves() if ledger is not None and is_offered else {}
        count = 0 if ledger is None else len(ledger.unseen)
        name = _("Not checked off")
        self.chip.setText(f"{name} {number_text(count)}" if count else name)
        self.chip.setVisible(is_offered)
        for action in self.actions:
            action.setVisible(is_offered)
        policy = Qt.ContextMenuPolicy
        self._lines.table.setContextMenuPolicy(
            policy.ActionsContextMenu if is_offered else policy.DefaultContextMenu
        )

    def listed(self, ids: Sequence[int]) -> Sequence[int]:
        """Return the lines that the chip lets through."""
        seen = self._seen
        if seen is None or not self.chip.isChecked():
            return ids
        return tuple(line_id for line_id in ids if line_id not in seen)

    def choose(self, ids: Sequence[int]) -> None:
        """Say which lines are selected."""
        self.check_action.setEnabled(bool(ids))
        self.uncheck_action.setEnabled(any(line_id in (self._seen or ()) for line_id in ids))

    def _sum(self, ids: Sequence[int] | frozenset[int]) -> Money:
        return Money(sum(self._moves.get(line_id, 0) for line_id in ids))

    @Slot()
    def _on_check(self) -> None:
        ledger, ids = self._ledger, self._lines.selected_ids
        if ledger is None or ledger.seen is None or not ids:
            return
        after = self._sum(ledger.seen.union(ids))
        chosen = Chosen(ids, tuple(self._moves.get(line_id, 0) for line_id in ids), after)
        day = self._day or self._desk.today()
        make = partial(CheckDialog, self._desk.today, day, chosen, self._lines.window())
        self.asker.ask(make, partial(self._check, ids))

    def _check(self, ids: Sequence[int], day: dt.date) -> Outcome[int]:
        self._day = day  # the next lines are most often of the same statement
        return self._desk.services.entries.reconcile(ids, day)

    @Slot()
    def _on_uncheck(self) -> None:
        seen = self._seen or frozenset()
        ids = [line_id for line_id in self._lines.selected_ids if line_id in seen]
        call = partial(self._desk.services.entries.reconcile, ids, None)
        self._desk.tasks.command(self._lines, call)
