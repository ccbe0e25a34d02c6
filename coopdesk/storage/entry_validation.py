"""The step of entries from draft to for ever: number, link of the chain, many at once."""

from __future__ import annotations

import secrets
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from coopdesk.domain.entries import PROVISIONAL_OPENING, EntryState
from coopdesk.domain.entry_chain import commitment, entry_hash
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.entry_words import entries_said, lines_said, words_of
from coopdesk.storage.tables import EntryRow, FiscalYearRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.domain.entry_chain import SaidLine
    from coopdesk.storage.recorder import Recorder

_entry = table_of(EntryRow)
_year = table_of(FiscalYearRow)

# Not NULL, which is neither true nor false.
_IS_PROVISIONAL = _entry.c.outside_ref.is_not_distinct_from(PROVISIONAL_OPENING)
_SALT_BYTES = 16


class _Link(NamedTuple):
    """How far the chain of a year is while entries are added to it."""

    number: int
    hash: str
    validated_at: dt.datetime | None


class EntryValidation:
    """Validates entries of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._links: dict[int, _Link] = {}

    def draft_ids(self, fiscal_year_id: int | None = None) -> list[int]:
        """Return the drafts of a year, or of all, in the order in which they get numbers.

        The draft that opens a year for the time being is left: closing puts another in its
        place.
        """
        query = select(_entry.c.id).where(
            _entry.c.state == EntryState.DRAFT.value,
            ~_IS_PROVISIONAL,
        )
        if fiscal_year_id is not None:
            query = query.where(_entry.c.fiscal_year_id == fiscal_year_id)
        return read_ids(self._connection, query.order_by(_entry.c.entry_on, _entry.c.id))

    def in_order(self, ids: Sequence[int]) -> list[int]:
        """Return the drafts among ids in the order in which they get numbers: day, then id.

        The one that opens a year for the time being is left, as by ``draft_ids``.

        Raises:
            NotFoundError: ``entry.missing``. RuleError: ``entry.is_provisional``, there is no
            other draft among them.
        """
        found: dict[int, Any] = {}
        for batch in in_batches(ids):
            query = select(
                _entry.c.id,
                _entry.c.entry_on,
                _entry.c.state,
                _IS_PROVISIONAL.label("is_provisional"),
            )
            for row in self._connection.execute(query.where(_entry.c.id.in_(batch))):
                found[row.id] = row
        for key in ids:
            if key not in found:
                raise NotFoundError("entry.missing", id=key)
        drafts = [row for row in found.values() if row.state == EntryState.DRAFT.value]
        wanted = [row for row in drafts if not row.is_provisional]
        if drafts and not wanted:
            raise RuleError("entry.is_provisional")
        return [row.id for row in sorted(wanted, key=lambda row: (row.entry_on, row.id))]

    def validate(
        self, ids: Sequence[int], moment: dt.datetime, advance: Callable[[int, int], None]
    ) -> int:
        """Give drafts their numbers and links, in the order of the ids; return how many.

        ``advance`` is told (done, total); it may raise to stop. What is validated cannot be
        taken back: the operation is frozen.

        Raises:
            RuleError: ``entry.unbalanced_draft`` or ``year.is_closed``.
        """
        self._links = {}
        done = 0
        for batch in in_batches(ids):
            rows = {row.id: row for row in self._connection.execute(_said(batch))}
            lines = lines_said(self._connection, batch)
            changes = {
                key: self._validated(rows[key], lines.get(key, []), moment) for key in batch
            }
            self._write([(rows[key].fiscal_year_id, key) for key in batch], changes)
            done += len(batch)
            advance(done, len(ids))
        if done:
            self._recorder.freeze()
        return done

    def _validated(
        self, row: Row[Any], lines: Sequence[SaidLine], moment: dt.datetime
    ) -> dict[str, Any]:
        if row.year_state != "open":
            raise RuleError("year.is_closed", label=row.year_label, day=row.entry_on)
        _require_balanced(row, lines)
        last = self._link_of(row.fiscal_year_id)
        # A clock may go wrong, and nothing of this is ever corrected: the moment of a link is
        # never before that of the last, or the file of entries would be out of order.
        moment = max(moment, last.validated_at or moment)
        salt = secrets.token_hex(_SALT_BYTES)
        words = commitment(salt, words_of(row, lines, moment))
        number = last.number + 1
        found = entry_hash(row.starts_on, number, last.hash, words)
        self._links[row.fiscal_year_id] = _Link(number, found, moment)
        return {
            "state": EntryState.VALIDATED.value,
            "number": number,
            "validated_at": moment,
            "previous_hash": last.hash,
            "hash": found,
            "salt": salt,
        }

    def _write(
        self, keys: Sequence[tuple[int, int]], changes: dict[int, dict[str, Any]]
    ) -> None:
        """Write links year by year; ``keys`` are (fiscal year, entry) in order.

        Rows that change in the same columns are written together, and the first of a year has
        no link before it: over two years it would come after its second.
        """
        for _year_id, of_year in groupby(keys, itemgetter(0)):
            self._recorder.update_many(_entry, {key: changes[key] for _, key in of_year})

    def _link_of(self, year_id: int) -> _Link:
        if year_id not in self._links:
            query = (
                select(_entry.c.number, _entry.c.hash, _entry.c.validated_at)
                .where(_entry.c.fiscal_year_id == year_id, _entry.c.number.is_not(None))
                .order_by(_entry.c.number.desc())
                .limit(1)
            )
            row = self._connection.execute(query).first()
            self._links[year_id] = _Link(*row) if row else _Link(0, "", None)
        return self._links[year_id]

    def count_drafts(self, fiscal_year_id: int) -> int:
        """Count the drafts of a year."""
        query = select(func.count()).where(
            _entry.c.fiscal_year_id == fiscal_year_id,
            _entry.c.state == EntryState.DRAFT.value,
        )
        return self._connection.execute(query).scalar_one()


def _require_balanced(row: Row[Any], lines: Sequence[SaidLine]) -> None:
    debit = sum(line.debit_cents for line in lines)
    credit = sum(line.credit_cents for line in lines)
    if len(lines) < 2 or debit != credit or debit != row.amount_cents:
        raise RuleError(
            "entry.unbalanced_draft", label=row.label, debit=Money(debit), credit=Money(credit)
        )


def _said(ids: Sequence[int]) -> Select[Any]:
    years = (
        _year.c.starts_on,
        _year.c.state.label("year_state"),
        _year.c.label.label("year_label"),
    )
    of_year = entries_said().join(_year, _year.c.id == _entry.c.fiscal_year_id)
    return of_year.add_columns(*years).where(_entry.c.id.in_(ids))
