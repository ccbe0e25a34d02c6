"""Write what lines of bank statements are matched with."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from coopdesk.domain.bank_matching import MadeBy, Reason, ReasonCode
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.match_marks import MatchMarks
from coopdesk.storage.tables import (
    StatementMatchRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_match = table_of(StatementMatchRow)


class NewMatch(NamedTuple):
    """A match to be kept: of an entry or of a payment, in cents with the sign of the line."""

    line_id: int
    cents: int
    entry_id: int | None = None
    payment_id: int | None = None
    made_by: MadeBy = MadeBy.PERSON
    score: int = 0
    reasons: tuple[Reason, ...] = ()


class KeptMatch(NamedTuple):
    """A match as it is kept."""

    id: int
    line_id: int
    entry_id: int | None
    payment_id: int | None
    cents: int
    made_by: MadeBy
    score: int
    reasons: tuple[Reason, ...]


class MatchStore(MatchMarks):
    """The matches of one unit of work."""

    def add(self, matches: Sequence[NewMatch]) -> None:
        """Keep matches, and mark the lines of entries that are settled as seen at the bank.

        What a line and a target already share grows.
        """
        known = {
            (one.line_id, one.entry_id, one.payment_id): one
            for one in self.of_lines([x.line_id for x in matches])
        }
        new = []
        for match in matches:
            same = known.get((match.line_id, match.entry_id, match.payment_id))
            if same is None:
                new.append(_values(match))
            else:
                cents = same.cents + match.cents
                self._recorder.update(_match, same.id, {"amount_cents": cents})
        self._recorder.insert_many(_match, new)
        self.mark({x.entry_id for x in matches if x.entry_id is not None})

    def of_lines(self, line_ids: Sequence[int]) -> list[KeptMatch]:
        """Return the matches of lines, in the order in which they were made."""
        found = []
        for batch in in_batches(line_ids):
            query = select(_match).where(_match.c.statement_line_id.in_(batch))
            found += [
                KeptMatch(
                    row.id,
                    row.statement_line_id,
                    row.entry_id,
                    row.payment_id,
                    row.amount_cents,
                    MadeBy(row.made_by),
                    row.score,
                    decoded(row.reasons),
                )
                for row in self._connection.execute(query.order_by(_match.c.id))
            ]
        return found

    def remove(self, matches: Sequence[KeptMatch]) -> None:
        """Take matches off; the lines of their entries are no longer seen at the bank."""
        for batch in in_batches([one.id for one in matches]):
            self._recorder.delete_many(_match, batch)
        self.mark({one.entry_id for one in matches if one.entry_id is not None})


def _values(match: NewMatch) -> dict[str, Any]:
    return {
        "statement_line_id": match.line_id,
        "entry_id": match.entry_id,
        "payment_id": match.payment_id,
        "amount_cents": match.cents,
        "made_by": match.made_by.value,
        "score": match.score,
        "reasons": encoded(match.reasons),
    }


def encoded(reasons: Sequence[Reason]) -> str:
    """Return reasons as they are kept."""
    if not reasons:
        return ""
    told = [
        [one.code.value, {name: _plain(value) for name, value in one.values.items()}]
        for one in reasons
    ]
    return json.dumps(told, ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return value.cents
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, (PaymentMode, LineNature)) else value


_TYPES: dict[str, Any] = {
    "amount": Money,
    "first": dt.date.fromisoformat,
    "last": dt.date.fromisoformat,
    "mode": PaymentMode,
    "nature": LineNature,
}


def decoded(text: str) -> tuple[Reason, ...]:
    """Return reasons as they were kept."""
    if not text:
        return ()
    return tuple(
        Reason(
            ReasonCode(code),
            {name: _TYPES[name](x) if name in _TYPES else x for name, x in values.items()},
        )
        for code, values in json.loads(text)
    )
