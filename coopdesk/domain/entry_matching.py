"""Matching of lines (lettrage): which lines settle each other, and under which letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    from collections.abc import Sequence


class MarkedLine(NamedTuple):
    """What matching knows of a line; ``closed_year`` is the label of its year once closed."""

    id: int
    account_id: int
    account: str
    signed: Money
    matching: str
    closed_year: str


def check_matching(lines: Sequence[MarkedLine]) -> None:
    """Refuse lines that do not settle each other.

    Raises:
        RuleError: ``entry.match_too_few``, ``entry.match_accounts``, ``entry.match_taken`` or
            ``entry.match_unequal`` with the difference.
    """
    if len(lines) < 2:
        raise RuleError("entry.match_too_few")
    accounts = sorted({line.account for line in lines})
    if len(accounts) > 1:
        raise RuleError("entry.match_accounts", first=accounts[0], other=accounts[1])
    taken = next((line.matching for line in lines if line.matching), "")
    if taken:
        raise RuleError("entry.match_taken", letters=taken)
    difference = total(line.signed for line in lines)
    if difference:
        raise RuleError("entry.match_unequal", difference=Money(abs(difference.cents)))


def next_letters(last: str) -> str:
    """Return the letters after some: A after none, B after A, AA after Z."""
    letters = list(last)
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] != "Z":
            letters[place] = chr(ord(letters[place]) + 1)
            return "".join(letters)
        letters[place] = "A"
    return "A" * (len(last) + 1)
