"""The records of a CFONB 120 statement: where each field stands in its 120 characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import MAXIMUM_CENTS, Money
from coopdesk.exchange.statement_cells import french_day, possible_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

WIDTH = 120
OLD_BALANCE, MOVEMENT, COMPLEMENT, NEW_BALANCE = "01", "04", "05", "07"
# The last figure of an amount bears its sign; French ASCII writes the braces as é and è.
_PLUS, _MINUS = "{ABCDEFGHI", "}JKLMNOPQR"
_LAST = {
    **{sign: (1, figure) for figure, sign in enumerate(_PLUS)},
    **{sign: (-1, figure) for figure, sign in enumerate(_MINUS)},
    **{str(figure): (1, figure) for figure in range(10)},
    "é": (1, 0),
    "è": (-1, 0),
}
_FIGURES = re.compile(r"[ 0-9]*")
_DAY = re.compile(r"(\d\d)(\d\d)(\d\d)")
_FIRST = re.compile(r"0[14][0-9A-Z ]{15}[^\n]{17}(?:\d{6}| {6})[^\n]{50}[ 0-9]{13}[0-9{}A-Réè]")
_USUAL_DECIMALS = 2
# Two figures of the year: seventy and more are of the last century.
_PIVOT = 70


class Record(NamedTuple):
    """One record with the number of its line, or its rank where all stand on one line."""

    line: int
    text: str

    @property
    def kind(self) -> str:
        """The two figures that say what it is."""
        return self.text[:2]

    @property
    def bank(self) -> str:
        """The code of the bank."""
        return self.text[2:7].strip()

    @property
    def branch(self) -> str:
        """The code of the branch that keeps the account."""
        return self.text[11:16].strip()

    @property
    def currency(self) -> str:
        """The currency of the account."""
        return self.text[16:19].strip()

    @property
    def decimals(self) -> int:
        """How many figures of the amounts stand behind the comma; some banks leave it empty."""
        written = self.text[19]
        return int(written) if written in "0123456789" else _USUAL_DECIMALS

    @property
    def account(self) -> str:
        """The number of the account."""
        return self.text[21:32].strip()

    @property
    def day(self) -> str:
        """The day as written: ``130124``."""
        return self.text[34:40]

    @property
    def amount(self) -> str:
        """The amount as written, its sign in the last character."""
        return self.text[90:104]


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file; ``rest`` is what a cut file has of its last one."""

    found: list[Record]
    rest: str = ""


def looks_like_records(head: str) -> bool:
    """Tell whether a text begins with a record that opens a statement, or a movement."""
    return bool(_FIRST.match(head.lstrip("\r\n")))


def part_records(text: str) -> Records:
    """Part a text in records, by its lines or, where it has none, every 120 characters."""
    body = text.strip("\n\x1a")
    if "\n" in body:
        lines = enumerate(text.split("\n"), start=1)
        filled = ((line, one) for line, one in lines if one.strip("\x1a "))
        return Records([Record(line, one.ljust(WIDTH)) for line, one in filled])
    return Records(list(_every_width(body)), body[len(body) - len(body) % WIDTH :].strip())


def _every_width(body: str) -> Iterator[Record]:
    for rank, start in enumerate(range(0, len(body) - WIDTH + 1, WIDTH), start=1):
        yield Record(rank, body[start : start + WIDTH])


def overpunched(text: str, decimals: int) -> Money:
    """Return the amount of 14 characters, of which the last bears the sign.

    Raises:
        RuleError: ``amount.unreadable`` (also when a currency of three decimals has more than
            hundredths), ``amount.too_large``.
    """
    written = text.strip()
    if written[-1:] not in _LAST or not _FIGURES.fullmatch(written[:-1]):
        raise RuleError("amount.unreadable", text=written[:40])
    sign, last = _LAST[written[-1]]
    units = int(written[:-1].replace(" ", "") or 0) * 10 + last
    cents, lost = divmod(units * 100, 10**decimals)
    if lost:
        raise RuleError("amount.unreadable", text=written)
    if cents > MAXIMUM_CENTS:
        raise RuleError("amount.too_large", text=written)
    return Money(sign * cents)


def written_day(text: str) -> dt.date:
    """Return the day of ``130124``, 13 January 2024; a person may correct it as 13/01/2024.

    Raises:
        RuleError: ``statement.day_unreadable``, ``date.impossible``.
    """
    found = _DAY.fullmatch(text.strip())
    typed = french_day(text)
    if typed is not None:
        return typed
    if found is None:
        raise RuleError("statement.day_unreadable", text=text.strip()[:40])
    day, month, year = map(int, found.groups())
    return possible_day(year + (1900 if year >= _PIVOT else 2000), month, day, text)
