"""What checking a database found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: a code of ``wording.checks`` and its values."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings, and what was counted on the way: rows by table, the schema version."""

    findings: tuple[Finding, ...]
    figures: Mapping[str, int]

    @property
    def ok(self) -> bool:
        """Tell whether nothing wrong was found."""
        return not self.findings
