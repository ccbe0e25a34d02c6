"""What a validated entry says for ever, as text, and its place in the chain of its year."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORMAT = 1  # of the text and of what is hashed; old formats stay readable for ever

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class SaidLine(NamedTuple):
    """What the legal books say of a line: account, words, cents."""

    account: str
    label: str
    reference: str
    debit_cents: int
    credit_cents: int


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """What is fixed of an entry for ever (PCG art. 1031-3, 1032-1); ``values`` by name.

    Activities, matching, reconciling and third parties of lines are no part of it: they may
    be corrected as long as the figures stand.
    """

    journal: str
    entry_on: dt.date
    voucher_on: dt.date
    validated_at: dt.datetime
    values: Mapping[str, object]
    lines: Sequence[SaidLine]


def entry_words(said: SaidEntry) -> str:
    """Return what an entry says as canonical JSON: the same for the same entry."""
    moment = said.validated_at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return _WRITER.encode(
        [
            said.journal,
            said.entry_on.isoformat(),
            said.voucher_on.isoformat(),
            moment,
            sorted(said.values.items()),
            said.lines,
        ]
    )


def entry_hash(starts_on: dt.date, number: int, previous: str, words: str) -> str:
    """Return the hash of a link: the year, the number, the link before, the commitment.

    ``words`` is the ``commitment`` to what the entry says.
    """
    return _sha256(f"{FORMAT}|{starts_on.isoformat()}|{number}|{previous}|{words}")


def commitment(salt: str, words: str) -> str:
    """Return the salted digest of what an entry says.

    The chain holds this instead of the words: once they may be destroyed it still verifies.
    """
    return _sha256(salt + words)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
