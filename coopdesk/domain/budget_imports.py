"""What a sheet says of a budget: lines as read, the lines they become, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    from coopdesk.domain.budgets import NewBudgetLine
    from coopdesk.domain.imports import Problem


@dataclass(frozen=True, slots=True)
class SheetLine:
    """An amount of a sheet with where it stands; ``activity`` and ``month`` as written."""

    line: int
    column: str
    account: str
    amount: Money
    label: str = ""
    activity: str = ""
    month: str = ""


@dataclass(frozen=True, slots=True)
class BudgetSheet:
    """A sheet as read."""

    file_name: str
    lines: tuple[SheetLine, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line that the import would write, with the line of the sheet."""

    line: int
    content: NewBudgetLine
    account_label: str
    activity_name: str = ""


@dataclass(frozen=True, slots=True)
class BudgetPreview:
    """What an import would do; with ``problems`` on lines nothing is imported."""

    file_name: str
    lines: tuple[PlannedLine, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stand on a line of the sheet, and keep it from being imported."""
        warnings = {"row.above_header"}
        return tuple(x for x in self.problems if x.line and x.code not in warnings)

    @property
    def expenses(self) -> Money:
        """What is planned to be spent (class 6)."""
        return self._sum("6")

    @property
    def income(self) -> Money:
        """What is planned to come (class 7)."""
        return self._sum("7")

    def _sum(self, digit: str) -> Money:
        own = (x.content for x in self.lines if x.content.account.startswith(digit))
        return total(line.amount for line in own)
