"""Lines of a file gathered into entries: balanced or left out, never in silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.entry_imports import ReadEntry, ReadLine
    from coopdesk.domain.money import Money


@dataclass(slots=True)
class Gathered:
    """Entries as they come together, what is wrong, and how many are left out for it."""

    entries: list[ReadEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0

    def add(self, entry: ReadEntry, *, is_faulty: bool) -> None:
        """Keep an entry, or count it among those left out and say why."""
        if is_faulty:
            self.left_out += 1
            return
        difference = signed(entry.lines)
        if difference:
            self.left_out += 1
            size = difference if difference > ZERO else -difference
            self.problems.append(
                Problem(
                    entry.line,
                    "entries.unbalanced",
                    values={
                        "number": entry.number,
                        "journal": entry.journal_code,
                        "difference": size,
                    },
                )
            )
        elif len(entry.lines) < 2:
            self.left_out += 1
            self.problems.append(
                Problem(entry.line, "entries.nothing_moves", values={"number": entry.number})
            )
        else:
            self.entries.append(entry)


def signed(lines: Iterable[ReadLine]) -> Money:
    """Return debits less credits."""
    return total(line.debit - line.credit for line in lines)


def sides(debit: Money, credit: Money) -> list[tuple[Money, Money]]:
    """Return the lines that a debit and a credit make; what is below zero changes sides.

    Both together are two lines, neither is none.
    """
    if debit < ZERO:
        debit, credit = ZERO, credit - debit
    if credit < ZERO:
        debit, credit = debit - credit, ZERO
    return [pair for pair in ((debit, ZERO), (ZERO, credit)) if any(pair)]
