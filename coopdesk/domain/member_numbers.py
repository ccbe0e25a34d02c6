"""Member numbers made from a pattern: ``{n}`` counts, ``{n:4}`` with zeros, ``{year}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANK = re.compile(r"\{(?:n(?::([1-9]))?|(year))\}")
PATTERN_LIMIT = 30


def check_number_pattern(pattern: str) -> None:
    """Raise RuleError unless a pattern counts exactly once; an empty one gives no numbers."""
    if not pattern:
        return
    rest = _BLANK.sub("", pattern)
    counters = sum(match.group(2) is None for match in _BLANK.finditer(pattern))
    if counters != 1 or "{" in rest or "}" in rest or len(pattern) > PATTERN_LIMIT:
        raise RuleError("member.wrong_pattern", field="number_pattern")


def member_number(pattern: str, count: int, year: int) -> str:
    """Return the number that a pattern makes."""

    def filled(match: re.Match[str]) -> str:
        if match.group(2):
            return f"{year:04d}"
        return f"{count:0{match.group(1) or 1}d}"

    return _BLANK.sub(filled, pattern)


def next_count(pattern: str, year: int, given: Iterable[str]) -> int:
    """Return the count after the highest that was given by this pattern (in this year).

    A number is never given twice, even when its holder is gone.
    """
    wanted = re.compile(_expression(pattern, year))
    found = (wanted.fullmatch(number) for number in given)
    return max((int(match.group(1)) for match in found if match), default=0) + 1


def number_prefix(pattern: str, year: int) -> str:
    """Return what every number of a pattern begins with, to look for few of them."""
    start = _BLANK.sub(lambda match: f"{year:04d}" if match.group(2) else "\0", pattern)
    return start.partition("\0")[0]


def _expression(pattern: str, year: int) -> str:
    parts, end = [], 0
    for match in _BLANK.finditer(pattern):
        parts += [re.escape(pattern[end : match.start()]), _group(match, year)]
        end = match.end()
    return "".join((*parts, re.escape(pattern[end:])))


def _group(match: re.Match[str], year: int) -> str:
    return f"{year:04d}" if match.group(2) else r"(\d{1,12})"
