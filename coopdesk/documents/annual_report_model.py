"""What a chapter of the yearly report is made of, alike on paper and in the workbook."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.money import Money, total
from coopdesk.wording.formats import HARD_SPACE, french_euros, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Minutes(int):
    """A time that was given."""


Value: TypeAlias = "str | int | Money | None"


class ReportColumn(NamedTuple):
    """A column of values of a kind; ``summed`` adds them up below."""

    title: str
    kind: type[str | int | Money] = str
    summed: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table; ``bar`` is the column that is shown as bars too, ``total`` says the last row."""

    heading: str
    columns: tuple[ReportColumn, ...]
    rows: Sequence[tuple[Value, ...]]
    total: str = ""
    bar: int | None = None
    note: str = ""

    def sums(self) -> tuple[Value, ...]:
        """Return the last row: what the summed columns add up to."""
        return (self.total, *(self._sum(place) for place in range(1, len(self.columns))))

    def _sum(self, place: int) -> Value:
        column = self.columns[place]
        if not column.summed:
            return None
        values = [row[place] for row in self.rows]
        if column.kind is Money:
            return total(value for value in values if isinstance(value, Money))
        return column.kind(sum(value for value in values if isinstance(value, int)))


class ChartKind(enum.Enum):
    """How figures are drawn."""

    COLUMNS = enum.auto()
    CURVE = enum.auto()


class Series(NamedTuple):
    """Figures in a row with their name; the year of the report comes first."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of figures; those of money are cents."""

    kind: ChartKind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    is_money: bool = True


class Tile(NamedTuple):
    """A key figure, what it counts, and what it was the year before."""

    value: str
    label: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A table, and the drawing beside it; ``is_printed`` unless key figures say it already."""

    table: ReportTable
    chart: Chart | None = None
    is_printed: bool = True


@dataclass(frozen=True, slots=True)
class Chapter:
    """A block of the report; without parts it says in one sentence that there is nothing."""

    title: str
    says: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    parts: tuple[Part, ...] = ()


def words(part: str) -> Mapping[str, str]:
    """Return the texts of a part of the report."""
    return paper_texts("annual_report", part)


def value_text(value: Value) -> str:
    """Return a figure as people read it."""
    if value is None:
        return ""
    if isinstance(value, Money):
        return french_euros(value)
    if isinstance(value, Minutes):
        return minutes_text(value)
    return number_text(value) if isinstance(value, int) else value


def minutes_text(minutes: int) -> str:
    """Return ``1 250 h`` or ``2 h 30``."""
    hours, rest = divmod(minutes, 60)
    said = f"{number_text(hours)}{HARD_SPACE}h"
    return f"{said}{HARD_SPACE}{rest:02d}" if rest else said


def before_text(year: int, value: Value) -> str:
    """Return ``245 en 2024``."""
    return words("report")["before"].format(value=value_text(value), year=year - 1)


def tile(part: Mapping[str, str], name: str, value: Value, before: str) -> Tile:
    """Return a key figure; one thing is spoken of as one."""
    is_one = type(value) is int and value < 2
    label = part.get(f"{name}_one", part[name]) if is_one else part[name]
    return Tile(value_text(value), label, before)


def cell_text(value: Value) -> str:
    """Return a figure of a table: nothing at all is a dash."""
    return "–" if isinstance(value, Money | Minutes) and not value else value_text(value)


def counted(part: Mapping[str, str], name: str, count: int) -> str:
    """Return the text of one or of many things."""
    return part[f"{name}_one" if count < 2 else name].format(count=number_text(count))
