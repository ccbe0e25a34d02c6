"""The lines of a file as rows of a list: filtered, sorted, numbered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import LEFT_OUT, RowVerdict
from coopdesk.domain.text import fold
from coopdesk.wording.raw_columns import raw_column_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.import_history import ImportedLine
    from coopdesk.domain.import_previews import PreviewLine
    from coopdesk.ui.imports.figures import Wanted

# What a person must look at comes first.
_ORDER = (
    RowVerdict.REFUSED,
    RowVerdict.DOUBTFUL,
    RowVerdict.CHANGED,
    RowVerdict.NEW,
    RowVerdict.SAME,
)


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a preview; several problems of one line are several rows."""

    id: int
    line: PreviewLine
    file_format: FileFormat = FileFormat.HELLOASSO_PAYMENTS

    def column_text(self, name: str) -> str:
        """Return what a cell is called: programs have tags of their own."""
        return raw_column_text(self.file_format, name)

    @property
    def text(self) -> str:
        """What the search looks into."""
        line = self.line
        return f"{line.summary} {line.contact_name} {line.line}"


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row that an import kept."""

    id: int
    line: ImportedLine
    file_format: FileFormat = FileFormat.HELLOASSO_PAYMENTS

    def column_text(self, name: str) -> str:
        """Return what a cell is called: programs have tags of their own."""
        return raw_column_text(self.file_format, name)

    @property
    def text(self) -> str:
        """What the search looks into."""
        return " ".join((str(self.line.line), *self.line.raw.values()))


class FileRow(Protocol):
    """What the rows of every list of lines have."""

    @property
    def id(self) -> int:
        """Number in the list."""

    @property
    def line(self) -> Any:
        """What a file or an import says; has ``line``, ``verdict`` and ``left_out``."""

    @property
    def text(self) -> str:
        """What the search looks into."""


R = TypeVar("R", bound=FileRow)

_SORTS: dict[str, Callable[[Any], Any]] = {
    "line": lambda row: row.line.line,
    "verdict": lambda row: _ORDER.index(row.line.verdict),
    "day": lambda row: row.line.day or dt.date.min,
    "what": lambda row: fold(row.line.summary),
    "contact": lambda row: fold(row.line.contact_name),
    "name": lambda row: fold(row.line.name),
    "amount": lambda row: row.line.amount,
    "gift": lambda row: row.line.gift,
    "why": lambda row: row.line.reason,
}


class Rows(Generic[R]):
    """The rows of one file."""

    def __init__(self, rows: Sequence[R] = ()) -> None:
        self._rows: dict[int, R] = {row.id: row for row in rows}
        self._folded: dict[int, str] = {}

    def ids(
        self,
        wanted: Wanted,
        text: str,
        sort: str,
        *,
        descending: bool,
    ) -> list[int]:
        """Return the rows that are wanted and hold every word, in order."""
        words = fold(text).split()
        found = [row for row in self._rows.values() if _is_wanted(row.line, wanted)]
        if words:
            self.prepare()
            texts = self._folded
            found = [row for row in found if all(word in texts[row.id] for word in words)]
        found.sort(key=_SORTS.get(sort, _SORTS["line"]), reverse=descending)
        return [row.id for row in found]

    def prepare(self) -> None:
        """Make what the search looks into; may run on the worker."""
        if not self._folded:
            self._folded = {row.id: fold(row.text) for row in self._rows.values()}

    def __len__(self) -> int:
        """Return how many rows there are, wanted or not."""
        return len(self._rows)

    def counts(self) -> list[int]:
        """Count the rows of each verdict, in its order; what was left out stands apart."""
        kept = [row.line.verdict for row in self._rows.values() if not row.line.left_out]
        return [kept.count(verdict) for verdict in RowVerdict]

    @property
    def left_out(self) -> int:
        """How many rows a person left out."""
        return sum(row.line.left_out for row in self._rows.values())

    def lines(self, ids: Sequence[int]) -> list[R]:
        """Return rows by id."""
        return [self._rows[row_id] for row_id in ids if row_id in self._rows]


def _is_wanted(line: Any, wanted: Wanted) -> bool:
    """Tell whether a line is among those wanted; what a person left out stands apart."""
    if wanted is None:
        return True
    if wanted == LEFT_OUT:
        return bool(line.left_out)
    return not line.left_out and line.verdict is wanted


def preview_rows(
    lines: Sequence[PreviewLine], file_format: FileFormat = FileFormat.HELLOASSO_PAYMENTS
) -> Rows[LineRow]:
    """Number the lines of a preview."""
    return Rows([LineRow(number, line, file_format) for number, line in enumerate(lines, 1)])


def kept_rows(
    lines: Sequence[ImportedLine], file_format: FileFormat = FileFormat.HELLOASSO_PAYMENTS
) -> Rows[KeptRow]:
    """Number the rows of an import."""
    return Rows([KeptRow(number, line, file_format) for number, line in enumerate(lines, 1)])
