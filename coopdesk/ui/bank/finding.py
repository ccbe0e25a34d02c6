"""The bank as answers of Ctrl+K: its parts, its accounts, lines of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.text import fold
from coopdesk.ui.bank.parts import Part, part_names
from coopdesk.ui.bank.words import named, signed_text
from coopdesk.ui.desk import Hit
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.bank import BankService
    from coopdesk.ui.desk import Desk

_SHORTEST, _MOST, _PAGE = 3, 4, "imports"
_ICONS = {
    Part.BOARD: "checks",
    Part.LINES: "list-bullets",
    Part.STATEMENTS: "file-text",
    Part.STATE: "scales",
    Part.RULES: "magic-wand",
}


def find_in_bank(desk: Desk, text: str) -> list[Hit]:
    """Return what matches every word; runs on the worker."""
    words = fold(text).split()
    if len(text.strip()) < _SHORTEST or not words:
        return []
    bank = desk.services.bank
    named = [hit for hit in _named(bank) if all(word in fold(hit.text) for word in words)]
    return [*named, *_lines(bank, text)]


def _named(bank: BankService) -> Iterator[Hit]:
    yield Hit(_("Reconcile the bank"), _("Bank"), "checks", _PAGE, (Part.BOARD.value,))
    for part, name in part_names().items():
        if part is not Part.BOARD:
            yield Hit(name.title, _("Bank"), _ICONS[part], _PAGE, (part.value,))
    for account in bank.accounts():
        yield Hit(account.name, _("Bank account"), "bank", _PAGE, ("bank_account", account.id))


def _lines(bank: BankService, text: str) -> Iterator[Hit]:
    for row in bank.lines(bank.ids(StatementFilter(text=text), _MOST)):
        detail = f"{signed_text(row.amount)} · {day_text(row.booked_on)}"
        yield Hit(named(row), detail, "bank", _PAGE, ("statement_line", row.id))
