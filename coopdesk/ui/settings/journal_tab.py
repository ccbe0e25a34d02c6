"""The journal: what was done, when, by whom, and taking one thing back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.domain.operations import OperationKind, OperationState
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.operations import Operation
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

_SHOWN = 1_000


class JournalTab(QWidget):
    """Lists the latest operations, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations: dict[int, Operation] = {}
        self.undo_action = QAction(_("Take this back"), self)
        self.undo_action.setProperty("icon_name", "arrow-u-up-left")
        self.undo_action.setEnabled(False)
        self.undo_action.triggered.connect(self._on_undo)
        self.list = RecordList(desk, "journal", journal_columns(), self._lines)
        self.list.set_accessible_name(_("Journal of operations"))
        self.list.set_empty(
            EmptyState(
                "clock-counter-clockwise",
                _("Nothing yet"),
                _("Everything that is recorded, changed or imported appears here."),
            )
        )
        self.list.current_changed.connect(self._on_current)
        head = QHBoxLayout()
        head.setSpacing(16)
        words = _(
            "Everything done in this database, newest first. Most of it can be taken back."
        )
        head.addWidget(plain_label(words, "muted", wrap=True), 1)
        head.addWidget(ActionButton(self.undo_action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

    @Slot()
    def reload(self) -> None:
        """Read the journal again."""
        latest = partial(self._desk.services.operations.latest, _SHOWN)
        self._desk.tasks.query(self, latest, self._on_operations, replaces="journal")

    def _on_operations(self, operations: list[Operation]) -> None:
        self._operations = {operation.id: operation for operation in operations}
        self.list.set_ids([operation.id for operation in operations])
        self._on_current(self.list.table.current_id)

    def _lines(self, ids: Sequence[int]) -> list[Operation]:
        known = self._operations
        return [known[key] for key in ids if key in known]

    @Slot(object)
    def _on_current(self, key: int | None) -> None:
        operation = self._operations.get(key) if key is not None else None
        self.undo_action.setEnabled(operation is not None and can_be_undone(operation))

    @Slot()
    def _on_undo(self) -> None:
        key = self.list.table.current_id
        if key is not None:
            self._desk.tasks.job(self, _("Undoing"), partial(self._undo, key))

    def _undo(self, key: int, progress: Progress) -> object:
        return self._desk.services.operations.undo_one(key, progress)


def can_be_undone(operation: Operation) -> bool:
    """Tell whether taking it back may be asked for; the service says whether it can be."""
    return (
        operation.kind is OperationKind.COMMAND
        and operation.state is OperationState.DONE
        and not operation.frozen
    )


def journal_columns() -> tuple[Column, ...]:
    """Return the columns of the journal."""
    return (
        Column("when", _("When"), _when, width=18),
        Column("what", _("What"), _what, width=40, stretch=True),
        Column("state", _("Status"), _state, tone=_tone, width=16),
        Column("who", _("Who"), _who, width=16),
        Column("from", _("From"), _origin, width=14, hidden=True),
    )


def _when(operation: Operation) -> str:
    from coopdesk.wording.formats import moment_text

    return moment_text(operation.made_at) if operation.made_at else ""


def _what(operation: Operation) -> str:
    from coopdesk.wording.operations import operation_text

    text = operation_text(operation)
    return capital(text)


def _state(operation: Operation) -> str:
    if operation.state is OperationState.UNDONE:
        return _("Taken back")
    if operation.frozen:
        return _("Issued") if operation.label.startswith("receipt.") else _("For good")
    return _("In force") if operation.kind is OperationKind.COMMAND else ""


def _tone(operation: Operation) -> Tone | None:
    if operation.state is OperationState.UNDONE:
        return Tone.NEUTRAL
    if operation.frozen:
        return Tone.INFO
    return Tone.GOOD if operation.kind is OperationKind.COMMAND else None


def _who(operation: Operation) -> str:
    return operation.author


def _origin(operation: Operation) -> str:
    from coopdesk.wording.labels import label

    return label(operation.origin)
