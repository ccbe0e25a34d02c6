"""Sheets of address labels: where each label stands on the page, and which one comes first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0


class Cell(NamedTuple):
    """A label on its sheet: millimetres from the top left corner of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A sheet of equal labels on A4 paper; lengths in millimetres.

    ``left`` and ``top`` are the margins before the first label, ``step_x`` and ``step_y`` the
    distance from one label to the next. ``confidence`` is P (two published descriptions agree)
    or K (known use, one description).
    """

    code: str
    name: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    step_x: float
    step_y: float
    confidence: str = "K"

    @property
    def count(self) -> int:
        """How many labels a sheet holds."""
        return self.columns * self.rows

    def cell(self, place: int) -> Cell:
        """Return where a label stands; 0 is the first, rows are filled from left to right."""
        row, column = divmod(place, self.columns)
        x = self.left + column * self.step_x
        y = self.top + row * self.step_y
        return Cell(x, y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """How labels are printed: ``start`` is the first label left on the first sheet (from 1).

    ``outlined`` draws the edge of every label, to test a printer on plain paper.
    """

    format: LabelFormat
    start: int = 1
    outlined: bool = False

    def checked(self) -> LabelSheet:
        """Return the sheet.

        Raises:
            RuleError: ``label.start_outside``; the format has no such label.
        """
        if not 1 <= self.start <= self.format.count:
            raise RuleError("label.start_outside", field="start", count=self.format.count)
        return self


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to write to: the postal lines, name first (``domain.postal_lines``).

    ``home_lines`` are those of a label for several people of one household, its name first;
    where there are none, their names stand side by side.
    """

    lines: tuple[str, ...]
    household_id: int | None = None
    home_lines: tuple[str, ...] = ()


def one_per_household(addressees: Iterable[Addressee]) -> list[Addressee]:
    """Return one addressee for each household, where its first member stood.

    People without a household stay as they are; a single member keeps the own name.
    """
    found: dict[int | str, list[Addressee]] = {}
    for place, addressee in enumerate(addressees):
        home = addressee.household_id
        found.setdefault(f"alone {place}" if home is None else home, []).append(addressee)
    return [_joined(members) for members in found.values()]


def _joined(members: list[Addressee]) -> Addressee:
    first = members[0]
    if len(members) == 1 or not first.lines:
        return first
    names = dict.fromkeys(member.lines[0] for member in members if member.lines)
    lines = first.home_lines or (" et ".join(names), *first.lines[1:])
    return replace(first, lines=lines)


def format_named(formats: Mapping[str, LabelFormat], code: str) -> LabelFormat:
    """Return a format by its code, whatever the case and spaces (``avery l7160``).

    Raises:
        RuleError: ``label.unknown_format`` with the codes that exist.
    """
    wanted = "".join(code.upper().split()).removeprefix("AVERY")
    if wanted not in formats:
        raise RuleError(
            "label.unknown_format", field="format", text=code[:40], known=", ".join(formats)
        )
    return formats[wanted]
