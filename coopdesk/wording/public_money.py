"""What the parts of the public finances are called, on the home page and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.payments import Direction
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.home import MoneyPart, PublicFinance

_NAMES = {
    ("payments", Direction.IN): N_("of which payments received"),
    ("payments", Direction.OUT): N_("of which payments made"),
    ("fees", Direction.OUT): N_("of which kept by platforms"),
    ("entries", Direction.IN): N_("of which entries without a payment"),
    ("entries", Direction.OUT): N_("of which entries without a payment"),
}


def part_name(part: MoneyPart) -> str:
    """Return what a part of income or of what was disbursed is called, below its total."""
    return _(_NAMES[part.code, part.direction])


def opening_name() -> str:
    """Return what the money that was there before is called, below the balance."""
    return _("of which there at the opening")


def shown_parts(card: PublicFinance, direction: Direction) -> list[MoneyPart]:
    """Return the parts of a side, none where one alone is all of it."""
    parts = [part for part in card.moved if part.direction is direction and part.amount]
    return parts if len(parts) > 1 or any(part.code != "payments" for part in parts) else []


def finance_facts(card: PublicFinance) -> Iterator[tuple[str, str]]:
    """Yield names and amounts of the card, each total before what it is made of."""
    yield _("Balance"), money_text(card.balance)
    if card.opening:
        yield opening_name(), money_text(card.opening)
    for name, amount, direction in (
        (_("Total income"), card.income, Direction.IN),
        (_("Total disbursed"), card.disbursed, Direction.OUT),
    ):
        yield name, money_text(amount)
        for part in shown_parts(card, direction):
            yield part_name(part), money_text(part.amount)
    yield _("Estimated yearly budget"), money_text(card.yearly.total)


def balance_words() -> str:
    """Return the rule of the balance in a sentence."""
    return _(
        "The balance counts recorded payments, the opening of the books and entries made from"
        " no payment; once every payment is booked, it is the money at hand."
    )
