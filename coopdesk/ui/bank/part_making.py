"""Makes a part of the view of the bank when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.bank.parts import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.ui.bank.part import BankPart
    from coopdesk.ui.desk import Desk


def make_part(part: Part, desk: Desk) -> BankPart:
    """Make a part; it is imported only then."""
    from coopdesk.ui.bank.board import BoardPart
    from coopdesk.ui.bank.lines import LinesPart
    from coopdesk.ui.bank.rules import RulesPart
    from coopdesk.ui.bank.state import StatePart
    from coopdesk.ui.bank.statements import StatementsPart

    makers: dict[Part, Callable[[Desk], BankPart]] = {
        Part.BOARD: BoardPart,
        Part.LINES: LinesPart,
        Part.STATEMENTS: StatementsPart,
        Part.STATE: StatePart,
        Part.RULES: RulesPart,
    }
    return makers[part](desk)
