"""Imports that were made: what each brought, and what keeps one from being taken back."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.imports import LEFT_OUT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.imports import RowVerdict
    from coopdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """One import in force and what it brought; one taken back is in the journal only."""

    id: int
    file_name: str
    sha256: str
    file_format: FileFormat
    imported_at: dt.datetime
    author: str
    new: int
    changed: int
    same: int
    doubtful: int
    refused: int
    amount: Money


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One row that an import kept: its line, verdict and text as it stood in the file."""

    line: int
    verdict: RowVerdict
    reason: str
    raw: Mapping[str, str]

    @property
    def left_out(self) -> bool:
        """Tell whether a person set it aside."""
        return self.reason == LEFT_OUT


class BlockerKind(enum.Enum):
    """What rests on an import, so that it cannot be taken back."""

    RECEIPT = "receipt"
    ENTRY = "entry"
    MATCH = "match"
    IMPORT = "import"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class UndoBlocker:
    """Why an import cannot be taken back: ``code`` is of ``wording.errors``.

    ``ids`` are the receipts, validated entries, lines of statements or later imports that rest
    on it, or the operation that came later, for a button that leads there.
    """

    kind: BlockerKind
    code: str
    values: Mapping[str, object]
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoReview:
    """Whether an import can be taken back whole, and what is in the way."""

    run_id: int
    blockers: tuple[UndoBlocker, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Tell whether nothing is in the way."""
        return not self.blockers
