"""What a person decided of a file before it is imported: row by row, and as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.bank_statements import DayOrder

# Stands for a contact to be made of what the row says.
NEW_CONTACT = 0


@dataclass(frozen=True, slots=True)
class RowDecision:
    """What becomes of a row.

    ``leave_out`` keeps it away; ``keep`` takes a probable double all the same. ``contact_id``
    says whose it is (NEW_CONTACT makes one, None as proposed). ``cells`` are corrected texts by
    column, as the raw row names them.
    """

    leave_out: bool = False
    keep: bool = False
    contact_id: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)


_AS_READ = RowDecision()


@dataclass(frozen=True, slots=True)
class ImportDecisions:
    """What was decided of a file.

    ``rows`` by the line of the row in the file. ``bank_accounts`` leads from the identity of an
    account (its ``text``, empty of a file that names none) to a bank account of ours.
    ``columns`` says what the columns of an unknown bank table hold, ``day_order`` how its days
    are written.
    """

    rows: Mapping[int, RowDecision] = field(default_factory=dict)
    bank_accounts: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, str] | None = None
    day_order: DayOrder | None = None

    def of(self, line: int) -> RowDecision:
        """Return the decision about one row."""
        return self.rows.get(line, _AS_READ)

    @property
    def corrections(self) -> dict[int, Mapping[str, str]]:
        """The corrected cells of each row that has some."""
        return {line: row.cells for line, row in self.rows.items() if row.cells}


NO_IMPORT_DECISIONS = ImportDecisions()
