"""Whether the lists of gifts and fees and the books say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Mapping

# Gifts, contributions of other bodies, fees: accounts that such lists alone should fill.
TIED = ("754", "755", "756")


@dataclass(frozen=True, slots=True)
class Tie:
    """An account of gifts or fees; all amounts are income above zero.

    ``recorded`` is what payments, gifts and notified grants of the year come to,
    ``from_records`` what entries made of them hold, ``by_hand`` what other entries hold.
    """

    account: str
    label: str
    recorded: Money
    from_records: Money
    by_hand: Money

    @property
    def in_books(self) -> Money:
        """What the account holds in all."""
        return self.from_records + self.by_hand

    @property
    def difference(self) -> Money:
        """What the books lack (above zero) or hold beyond the lists (below)."""
        return self.recorded - self.in_books

    @property
    def is_met(self) -> bool:
        """Whether both say the same."""
        return not self.difference


def ties(
    recorded: Mapping[str, Money],
    booked: Mapping[str, tuple[Money, Money]],
    labels: Mapping[str, str],
) -> tuple[Tie, ...]:
    """Return the tied accounts in order; ``booked`` is (from records, by hand), as income."""
    found = []
    for account in sorted({*recorded, *booked}):
        if account.startswith(TIED):
            made, typed = booked.get(account, (ZERO, ZERO))
            told = recorded.get(account, ZERO)
            found.append(Tie(account, labels.get(account, ""), told, made, typed))
    return tuple(tie for tie in found if tie.recorded or tie.from_records or tie.by_hand)
