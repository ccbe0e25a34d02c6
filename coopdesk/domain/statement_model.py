"""The official models of the statements: their lines, and where each account lands."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.money import Money

# Stands in a model among the accounts: the result of the year, while it is not allocated.
CURRENT_RESULT = "#resultat_courant"

# Where the highest number is no « others »: a whole class, accounts of older charts, gifts.
_USUAL_BELOW = {
    "10": "1024",
    "16": "168",
    "2": "218",
    "26": "266",
    "27": "276",
    "40": "401",
    "41": "411",
    "43": "437",
    "48": "478",
    "5": "512",
    "50": "508",
    "51": "512",
    "6": "658",
    "68": "6811",
    "7": "758",
    "754": "7541",
    "78": "781",
}


class StatementPart(enum.Enum):
    """The tables of the models; the values are those of the seed."""

    INCOME_STATEMENT = "compte_resultat"
    VOLUNTEERING = "contributions_volontaires"
    ASSETS = "bilan_actif"
    LIABILITIES = "bilan_passif"


class LineNature(enum.Enum):
    """What a line of a statement is; DETAIL (« dont ») is part of the line above it."""

    TITLE = "titre"
    ITEM = "poste"
    DETAIL = "dont"
    TOTAL = "total"
    BALANCE = "solde"


class Side(enum.Enum):
    """With which balance an account counts in a line."""

    ANY = ""
    DEBIT = "D"
    CREDIT = "C"


@dataclass(frozen=True, slots=True)
class AccountPattern:
    """The accounts that begin so count in a line, or are deducted from it."""

    prefix: str
    side: Side = Side.ANY
    is_deducted: bool = False


@dataclass(frozen=True, slots=True)
class FormulaTerm:
    """A line that another adds (``sign`` 1) or takes away (-1)."""

    sign: int
    code: str


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A line of a model; ``parent`` is the code of the line that a detail is part of."""

    part: StatementPart
    code: str
    parent: str
    label: str
    nature: LineNature
    patterns: tuple[AccountPattern, ...] = ()
    formula: tuple[FormulaTerm, ...] = ()

    @property
    def is_credit(self) -> bool:
        """Whether credits count above zero: income, given in kind, liabilities."""
        if self.part is StatementPart.LIABILITIES:
            return True
        return bool(self.patterns) and self.patterns[0].prefix.startswith(("7", "87"))

    @property
    def holds_result(self) -> bool:
        """Whether the result of the year counts in this line."""
        return any(x.prefix == CURRENT_RESULT for x in self.patterns)

    def amount(self, signed: Money) -> Money:
        """Return debit less credit as this line counts it."""
        return -signed if self.is_credit else signed


@dataclass(frozen=True, slots=True)
class Place:
    """A line where an account lands: deducted there or not, with which balance."""

    line: ModelLine
    side: Side
    is_deducted: bool

    def takes(self, signed: Money) -> bool:
        """Tell whether a balance (debit less credit) counts here."""
        if self.side is Side.ANY:
            return True
        return (signed.cents < 0) is (self.side is Side.CREDIT)


@dataclass(frozen=True)
class StatementModel:
    """Every line of every table, in order."""

    lines: tuple[ModelLine, ...]

    def part(self, *parts: StatementPart) -> tuple[ModelLine, ...]:
        """Return the lines of some tables."""
        return tuple(line for line in self.lines if line.part in parts)

    def places(self, number: str) -> tuple[Place, ...]:
        """Return where an account may land: one line, or one for each side.

        The longest beginning in the model decides. An account that none names (one of our
        own beside those of the model) goes with its neighbours: nothing is ever left out.
        Accounts of balance sheets at opening and closing (89) land nowhere.
        """
        for length in range(len(number), 0, -1):
            found = self._items.get(number[:length])
            if found is not None:
                return found
        for length in range(len(number), 1 if number.startswith("8") else 0, -1):
            beginning = number[:length]
            near = [prefix for prefix in self._items if prefix.startswith(beginning)]
            if near:
                usual = _USUAL_BELOW.get(beginning, "")
                return self._items.get(usual) or self._items[min(near, key=_as_neighbour)]
        return ()

    def plan_line(self, number: str) -> ModelLine | None:
        """Return where a budget for an account stands: its line, or the title above several.

        754 is planned for gifts, patronage and legacies together: none of the three can show
        what is planned for all of them. Without a title above, the line of the others takes it.
        """
        places = self.places(number)
        if not places:
            return None
        usual = places[0].line
        if self.knows(number):
            return usual
        below = {
            place.line.code
            for prefix, found in self._items.items()
            if prefix.startswith(number)
            for place in found
        }
        return (self._titles.get(usual.code) or usual) if len(below) > 1 else usual

    def title_of(self, code: str) -> ModelLine | None:
        """Return the title of what a total adds up, or above an item; None if there is none."""
        return self._titles.get(code)

    def knows(self, number: str) -> bool:
        """Tell whether the model names an account or a beginning of it."""
        return any(number[:length] in self._items for length in range(1, len(number) + 1))

    def details(self, number: str) -> tuple[ModelLine, ...]:
        """Return the details (« dont ») that an account counts in as well."""
        return tuple(line for prefix, line in self._details if number.startswith(prefix))

    @cached_property
    def _items(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, tuple[Place, ...]] = {}
        for prefix, place in _places(self.lines):
            found[prefix] = (*found.get(prefix, ()), place)
        return found

    @cached_property
    def _titles(self) -> dict[str, ModelLine]:
        """Return the title above each line, up to the total that ends what it heads."""
        found: dict[str, ModelLine] = {}
        title: ModelLine | None = None
        for line in self.lines:
            if line.nature is LineNature.TITLE:
                title = line
            elif title is not None and line.part is title.part:
                found[line.code] = title
            if line.nature in {LineNature.TOTAL, LineNature.BALANCE}:
                title = None
        return found

    @cached_property
    def _details(self) -> tuple[tuple[str, ModelLine], ...]:
        return tuple(
            (pattern.prefix, line)
            for line in self.lines
            if line.nature is LineNature.DETAIL
            for pattern in line.patterns
        )


def _places(lines: tuple[ModelLine, ...]) -> Iterator[tuple[str, Place]]:
    for line in lines:
        if line.nature is not LineNature.ITEM:
            continue
        for pattern in line.patterns:
            if pattern.prefix != CURRENT_RESULT:
                yield pattern.prefix, Place(line, pattern.side, pattern.is_deducted)


def _as_neighbour(prefix: str) -> tuple[int, tuple[int, ...]]:
    """Sort beginnings: the shortest first, the highest number of them first (« others »)."""
    return len(prefix), tuple(-ord(sign) for sign in prefix)
