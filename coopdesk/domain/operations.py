"""Operations: the one mechanism behind undo, the journal and the time-line."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


class Origin(enum.Enum):
    """What asked for an operation."""

    WINDOW = "window"
    COMMAND_LINE = "command_line"


class OperationKind(enum.Enum):
    """A command of a person, or the undoing or redoing of one."""

    COMMAND = "command"
    UNDO = "undo"
    REDO = "redo"


class OperationState(enum.Enum):
    """Whether a command is in force or was taken back."""

    DONE = "done"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Operation:
    """One entry of the journal.

    ``label`` is a code of ``wording.operations`` completed by ``values``; ``frozen`` says that
    the law forbids to take it back.
    """

    id: int
    kind: OperationKind
    label: str
    values: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    origin: Origin = Origin.WINDOW
    made_at: dt.datetime | None = None
    state: OperationState = OperationState.DONE
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Y would do now; None where there is nothing to do."""

    undo: Operation | None
    redo: Operation | None
