"""What is kept of every import: the file, and how many of its rows became what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Units, Work


_as_json = json.JSONEncoder(ensure_ascii=False).encode


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


class RunFile(NamedTuple):
    """The file of an import."""

    name: str
    sha256: str
    file_format: FileFormat


def add_run(
    work: Work,
    units: Units,
    file: RunFile,
    counts: Mapping[RowVerdict, int],
    amount: Money = ZERO,
) -> int:
    """Record the import of a file and how many of its rows were judged how; return its id.

    ``amount`` is the money that counts and was not known.
    """
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
            "refused_count": counts.get(RowVerdict.REFUSED, 0),
            "amount_cents": amount.cents,
        }
    )


def made_row(
    run_id: int, row: FileRow, verdict: RowVerdict, reason: str = "", **made: int | None
) -> dict[str, Any]:
    """Return the columns of a row that an import keeps; ``made`` names what it became."""
    return {
        "run_id": run_id,
        "line": row.line,
        "verdict": verdict.value,
        "reason": reason,
        "payment_id": None,
        "registration_id": None,
        "raw": _as_json(dict(row.raw)),
        **made,
    }
