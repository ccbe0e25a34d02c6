"""The parts of the view of the bank: what they are called, and what leads to them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from coopdesk.wording.language import _


class Part(enum.Enum):
    """The parts, by the word that targets use."""

    BOARD = "reconcile"
    LINES = "lines"
    STATEMENTS = "statements"
    STATE = "state"
    RULES = "rules"


# Targets are ("reconcile", account id), ("statement_line", id), ("statement", id), …
PART_WORDS = {
    **{part.value: part for part in Part},
    "statement_line": Part.LINES,
    "statement": Part.STATEMENTS,
}
ACCOUNT_WORDS = frozenset({"bank", "bank_account", *(part.value for part in Part)})
TARGET_WORDS = ACCOUNT_WORDS | PART_WORDS.keys()


@dataclass(frozen=True, slots=True)
class PartName:
    """A part in plain words; ``short`` is its title in a narrow window."""

    title: str
    short: str
    hint: str


def part_names() -> dict[Part, PartName]:
    """Return the parts in the order in which they stand."""
    return {
        Part.BOARD: PartName(
            _("To reconcile"),
            _("To reconcile"),
            _("Lines of statements that nothing of the books explains yet, with proposals"),
        ),
        Part.LINES: PartName(
            _("All lines"),
            _("Lines"),
            _("Everything the bank told, and what each line was reconciled with"),
        ),
        Part.STATEMENTS: PartName(
            _("Bank statements"),
            _("Bank statements"),
            _("The statements that came in, and whether their balances tie"),
        ),
        Part.STATE: PartName(
            _("State of reconciliation"),
            _("Reconciliation"),
            _("From the balance of the books to that of the bank, line by line"),
        ),
        Part.RULES: PartName(
            _("Rules"),
            _("Rules"),
            _("What lines with certain words become: learnt from what you do"),
        ),
    }
