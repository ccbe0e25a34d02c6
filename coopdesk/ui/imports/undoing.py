"""Takes an import back whole, or says what rests on it and leads there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.import_history import BlockerKind
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.errors import code_text
from coopdesk.wording.language import _
from coopdesk.wording.operations import operation_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.import_history import UndoBlocker, UndoReview
    from coopdesk.domain.operations import Operation
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.notice import Notice

# Where what blocks is seen: the page, and the first word of the target if it has one.
_PLACES = {
    BlockerKind.RECEIPT: ("receipts", ""),
    BlockerKind.ENTRY: ("accounts", "entry"),
    BlockerKind.MATCH: ("imports", "statement_line"),
    BlockerKind.IMPORT: ("imports", "run"),
    BlockerKind.CHANGE: ("settings", "journal"),
}


class Undoing(QObject):
    """Asks first whether anything is in the way; ``notice`` says so."""

    undone = Signal(int)  # run

    def __init__(self, desk: Desk, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._notice = notice
        self._steps: list[QAction] = []

    def undo(self, run_id: int) -> None:
        """Take an import back if nothing rests on it."""
        review = partial(self._desk.services.imports.undo_review, run_id)
        self._desk.tasks.query(self, review, self._on_reviewed, replaces="undo")

    def _on_reviewed(self, review: UndoReview) -> None:
        if review.can_undo:
            undo = partial(self._desk.services.imports.undo, review.run_id)
            done = partial(self._on_undone, review.run_id)
            self._desk.tasks.job(self, _("Undoing the import"), undo, done)
        else:
            self._say(review.blockers)

    def _on_undone(self, run_id: int, operation: Operation) -> None:
        self._notice.hide()
        # The status line tells by itself only of the newest command.
        text = _("Undone: {what}").format(what=operation_text(operation))
        self._desk.feedback.tell(text)
        self.undone.emit(run_id)

    def _say(self, blockers: tuple[UndoBlocker, ...]) -> None:
        for step in self._steps:
            step.deleteLater()
        self._steps = [self._step(blocker) for blocker in blockers]
        said = "\n".join(code_text(one.code, one.values) for one in blockers)
        self._notice.say(Tone.ATTENTION, _("This import cannot be taken back yet."), said)
        self._notice.offer(*self._steps)
        self._notice.show()

    def _step(self, blocker: UndoBlocker) -> QAction:
        texts = {
            BlockerKind.RECEIPT: (_("See the receipt"), "receipt"),
            BlockerKind.ENTRY: (_("See the entry"), "chart-bar"),
            BlockerKind.MATCH: (_("See the line"), "bank"),
            BlockerKind.IMPORT: (_("See the later import"), "list-bullets"),
            BlockerKind.CHANGE: (_("See what was done"), "clock-counter-clockwise"),
        }
        step = make_step(self._notice, *texts[blocker.kind])
        step.triggered.connect(partial(self._on_step, blocker))
        return step

    @Slot()
    def _on_step(self, blocker: UndoBlocker) -> None:
        page, word = _PLACES[blocker.kind]
        first = blocker.ids[0] if blocker.ids else None
        if blocker.kind is BlockerKind.CHANGE:
            self._desk.navigator.open(page, word)
        elif first is not None:
            self._desk.navigator.open(page, (word, first) if word else first)
