"""What a validated entry says for ever, as text, and its place in the chain of its year."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

FORMAT = 1  # of the text and of what is hashed; old formats stay readable for ever


class SaidLine(NamedTuple):
    """What the legal books say of a line: account, words, cents."""

    account: str
    label: str
    debit_cents: int
    credit_cents: int


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """What the legal books say of an entry (PCG art. 1031-3, 1032-1).

    Activities, matching, reconciling and third parties are no part of it: they may be
    corrected as long as the figures stand.
    """

    journal: str
    entry_on: dt.date
    voucher_ref: str
    voucher_on: dt.date
    label: str
    kind: str
    lines: Sequence[SaidLine]


def entry_words(said: SaidEntry) -> str:
    """Return what an entry says as canonical JSON: the same for the same entry."""
    return json.dumps(
        [
            said.journal,
            said.entry_on.isoformat(),
            said.voucher_ref,
            said.voucher_on.isoformat(),
            said.label,
            said.kind,
            *said.lines,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
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
