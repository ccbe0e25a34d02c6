"""The chart as it is listed: our own accounts, or with all that the regulation knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.chart import Account
from coopdesk.domain.chart_rules import NUMBER_LIMIT, clean_number
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coopdesk.domain.chart import CatalogueAccount

_FIGURES = "123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A row of the chart; ``id`` is its place in the list, from 1.

    ``source`` is the text of the regulation, empty for our own accounts. ``below`` are the
    numbers of our chart among which to choose where the account itself takes nothing.
    """

    id: int
    account: Account
    source: str
    is_taken: bool
    below: tuple[str, ...]


def chart_lines(
    accounts: Sequence[Account],
    catalogue: Iterable[CatalogueAccount],
    *,
    whole: bool,
    text: str = "",
) -> tuple[ChartLine, ...]:
    """Return our accounts, or (``whole``) all that are known, which a number or words fit."""
    known = {one.number: one for one in catalogue}
    ours = {one.number: one for one in accounts}
    listed = {number: _untaken(one) for number, one in known.items()} if whole else {}
    listed |= ours
    below = _directly_below(ours)
    found = [listed[number] for number in sorted(listed) if _fits(listed[number], text)]
    return tuple(
        ChartLine(
            id=place,
            account=one,
            source=known[one.number].source if one.number in known else "",
            is_taken=one.number in ours,
            below=below.get(one.number, ()),
        )
        for place, one in enumerate(found, start=1)
    )


def next_below(parent: str, known: Collection[str]) -> str:
    """Return the number to propose for a new account below another one, empty if none is left.

    Figures first, then letters; none that the chart or the regulation uses, or divides.
    """
    for tail in _FIGURES + _LETTERS:
        wanted = parent + tail
        is_free = not any(number.startswith(wanted) for number in known)
        if is_free and len(wanted) <= NUMBER_LIMIT:
            return wanted
    return ""


def _untaken(one: CatalogueAccount) -> Account:
    return Account(0, one.number, one.label, one.kind, one.status, is_postable=False)


def _directly_below(numbers: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return by number those below it, without those that stand below one of them."""
    found: dict[str, list[str]] = {}
    path: list[str] = []
    for number in sorted(numbers):
        while path and not number.startswith(path[-1]):
            path.pop()
        if path:
            found.setdefault(path[-1], []).append(number)
        path.append(number)
    return {number: tuple(below) for number, below in found.items()}


def _fits(account: Account, text: str) -> bool:
    """Tell whether an account begins with the number typed, or has every word of it."""
    label = fold(f"{account.label} {account.note}")
    typed = clean_number(text)
    return account.number.startswith(typed) or all(word in label for word in fold(text).split())
