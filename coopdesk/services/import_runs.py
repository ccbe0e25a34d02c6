"""What is kept of every import: the file, its rows, and how many of them became what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

from coopdesk.domain.imports import LEFT_OUT, RowVerdict, problems_by_line
from coopdesk.domain.money import ZERO
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.imports import FileRead
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Units, Work

KeptRow = dict[str, Any]


class FileRow(Protocol):
    """A row of a file: its line and its texts by column."""

    @property
    def line(self) -> int:
        """The line in the file."""
        ...

    @property
    def raw(self) -> Mapping[str, str]:
        """The texts by column."""
        ...


class PlannedRow(Protocol):
    """A row and what becomes of it."""

    @property
    def row(self) -> FileRow:
        """The row as read."""
        ...

    @property
    def verdict(self) -> RowVerdict:
        """How it was judged."""
        ...

    @property
    def left_out(self) -> bool:
        """Tell whether a person set it aside."""
        ...


_MADE = (
    "payment_id",
    "registration_id",
    "contact_id",
    "statement_line_id",
    "poll_reply_id",
    "calendar_item_id",
)
_MADE_NOTHING = dict.fromkeys(_MADE)
_NOTHING_CORRECTED: Mapping[int, Mapping[str, str]] = {}

_as_json = json.JSONEncoder(ensure_ascii=False).encode


def kept_row(
    line: int,
    raw: Mapping[str, str],
    verdict: RowVerdict,
    reason: str = "",
    **made: int | None,
) -> KeptRow:
    """Return the columns of a row that an import keeps; ``made`` names what it became."""
    return {
        "line": line,
        "verdict": verdict.value,
        "reason": reason,
        "raw": _as_json(dict(raw)),
        **_MADE_NOTHING,
        **made,
    }


def kept_plan(
    planned: Iterable[PlannedRow],
    made: Mapping[int, int],
    column: str,
    told: Mapping[int, Mapping[str, str]] = _NOTHING_CORRECTED,
) -> Iterator[KeptRow]:
    """Yield the rows to keep of a plan that makes one thing of each, by line, in a column.

    ``told`` are rows as the file has them, where some were corrected.
    """
    for one in planned:
        if one.left_out or one.verdict is not RowVerdict.SAME:
            reason = LEFT_OUT if one.left_out else ""
            raw = told.get(one.row.line, one.row.raw)
            done = {column: made.get(one.row.line)}
            yield kept_row(one.row.line, raw, one.verdict, reason, **done)


def add_run(
    work: Work,
    units: Units,
    file: FileRead,
    counts: Mapping[RowVerdict, int],
    amount: Money = ZERO,
) -> int:
    """Record the import of a file and how many rows were judged how; return its id.

    Rows that could not be read are counted besides. ``amount`` is the money that counts and
    was not known.
    """
    refused = counts.get(RowVerdict.REFUSED, 0) + len(problems_by_line(file.problems))
    return work.imports.add_run(
        {
            "file_name": file.name,
            "sha256": file.sha256,
            "file_format": file.file_format.value,
            "imported_at": units.now(),
            "author": units.author,
            "new_count": counts.get(RowVerdict.NEW, 0),
            "changed_count": counts.get(RowVerdict.CHANGED, 0),
            "same_count": counts.get(RowVerdict.SAME, 0),
            "doubtful_count": counts.get(RowVerdict.DOUBTFUL, 0),
            "refused_count": refused,
            "amount_cents": amount.cents,
        }
    )


def keep_rows(work: Work, run_id: int, file: FileRead, rows: Iterable[KeptRow]) -> None:
    """Keep the rows that an import used, and those that could not be read, word for word."""
    refused = [
        kept_row(line, file.refused.get(line, {}), RowVerdict.REFUSED, problems[0].code)
        for line, problems in problems_by_line(file.problems).items()
    ]
    work.imports.add_rows([{"run_id": run_id, **row} for row in (*rows, *refused)])


def commit_run(
    work: Work, run_id: int, along: tuple[str, ...] = ()
) -> Outcome[ImportSummary | None]:
    """Make an import last, and say what it came to and which screens it concerns."""
    summary = work.imports.summary(run_id)
    tables = work.recorder.touched_tables
    work.commit()
    return changed(summary, Subject.IMPORTS, *subjects_of(tables), along=along)
