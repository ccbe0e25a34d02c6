"""The budget that forms of grants print: its lines, and where each account lands."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.legal_parameters import Confidence

# The group whose lines are funders, and its line for one that nobody told.
GRANTS = "74"
UNTOLD_FUNDER = "74.other"
# Accounts whose line the funder decides.
GRANT_ACCOUNTS = ("74", "755")


class LayoutSide(enum.Enum):
    """Expenses stand on the left of the form, income on the right."""

    EXPENSE = "expense"
    INCOME = "income"


class LayoutSection(enum.Enum):
    """Part of a budget: what the books know of a project, what it is given of the whole, gifts.

    INDIRECT has no account: it is shared out by a rule. IN_KIND stays out of the totals.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    IN_KIND = "in_kind"


class GrantForm(enum.Enum):
    """The forms that this budget is printed on."""

    APPLICATION = "application"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class FormVersion:
    """Which form and version is meant, and who was read to know it."""

    number: str
    notice: str
    confidence: Confidence
    source: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A line to be filled; ``accounts`` are beginnings of account numbers.

    ``is_own`` tells one that the form does not print: its amount is part of its group.
    ``is_private`` is a funder whose money is no public aid.
    """

    code: str
    label: str
    group: str
    side: LayoutSide
    section: LayoutSection
    accounts: tuple[str, ...] = ()
    is_own: bool = False
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class LayoutGroup:
    """An account of two digits with its lines; one without finer lines is its own line."""

    code: str
    label: str
    side: LayoutSide
    section: LayoutSection
    confidence: Confidence
    lines: tuple[LayoutLine, ...]

    @property
    def is_line(self) -> bool:
        """Whether the form has no finer line in it."""
        return len(self.lines) == 1 and self.lines[0].code == self.code

    @property
    def number(self) -> str:
        """The account that the form prints before the label, empty where it prints none."""
        return self.code if self.code.isdigit() else ""


@dataclass(frozen=True)
class Layout:
    """The groups in the order of the form, expenses first.

    ``funders`` gives the line of a funder by the kind of organisation it is.
    """

    groups: tuple[LayoutGroup, ...]
    forms: Mapping[GrantForm, FormVersion] = field(default_factory=dict)
    funders: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> tuple[LayoutLine, ...]:
        """Every line, in the order of the form."""
        return tuple(line for group in self.groups for line in group.lines)

    @cached_property
    def by_code(self) -> Mapping[str, LayoutLine]:
        """The lines by their codes."""
        return {line.code: line for line in self.lines}

    @cached_property
    def _beginnings(self) -> Mapping[str, LayoutLine]:
        return {start: line for line in self.lines for start in line.accounts}

    def line(self, code: str) -> LayoutLine:
        """Return a line by its code.

        Raises:
            RuleError: ``grant.line_unknown``.
        """
        found = self.by_code.get(code)
        if found is None:
            raise RuleError("grant.line_unknown", field="line", line=code[:40])
        return found

    def line_of(self, account: str) -> LayoutLine | None:
        """Return where an account lands, the longest beginning first; None of other classes."""
        for end in range(len(account), 0, -1):
            found = self._beginnings.get(account[:end])
            if found is not None:
                return found
        return None

    def line_of_funder(self, named: str, kind: str) -> str:
        """Return the line of a funder: what a request names, else by its kind, else untold."""
        if named in self.by_code:
            return named
        return self.funders.get(kind, UNTOLD_FUNDER)

    def of(self, side: LayoutSide, section: LayoutSection) -> tuple[LayoutGroup, ...]:
        """Return the groups of a part of the form."""
        return tuple(x for x in self.groups if x.side is side and x.section is section)

    @property
    def funder_lines(self) -> tuple[LayoutLine, ...]:
        """The lines among which a funder has its own."""
        return tuple(line for line in self.lines if line.group == GRANTS)

    @property
    def cost_lines(self) -> tuple[LayoutLine, ...]:
        """The lines that a funder may take part in: expenses, without gifts in kind."""
        return tuple(
            line
            for line in self.lines
            if line.side is LayoutSide.EXPENSE and line.section is not LayoutSection.IN_KIND
        )
