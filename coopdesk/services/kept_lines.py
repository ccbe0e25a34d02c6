"""Keeps the lines of a year aside, so that nobody waits for a workbook to be written."""

from __future__ import annotations

import datetime as dt
import json
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Self

from coopdesk.domain.board_accounts import BoardLine
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BATCH = 500


class KeptLines:
    """Lines in a file without a name, read back in order; to be used in a ``with`` block."""

    def __init__(self) -> None:
        # Closed when the block ends.
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def keep(self, lines: Iterable[BoardLine]) -> None:
        """Put lines aside."""
        waiting = iter(lines)
        while batch := [_told(line) for line in islice(waiting, _BATCH)]:
            self._file.write(json.dumps(batch).encode() + b"\n")

    def __iter__(self) -> Iterator[BoardLine]:
        self._file.seek(0)
        for batch in self._file:
            for told in json.loads(batch):
                yield _line(*told)


def _told(line: BoardLine) -> tuple[Any, ...]:
    return (
        line.entry_id,
        line.entry_on.toordinal(),
        line.journal,
        line.number,
        line.account,
        line.debit.cents,
        line.credit.cents,
        line.label,
        line.voucher_ref,
        line.contact,
        line.activity_id,
        line.matching,
        line.is_opening,
    )


def _line(*told: Any) -> BoardLine:
    entry_id, day, journal, number, account, debit, credit, *texts = told
    return BoardLine(
        entry_id,
        dt.date.fromordinal(day),
        journal,
        number,
        account,
        Money(debit),
        Money(credit),
        *texts,
    )
