"""How much of each part of a payment goes back, when not all of it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import LineKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.payments import PaymentPart


def is_clear(parts: Sequence[PaymentPart], amount: Money, before: Money = ZERO) -> bool:
    """Tell whether nobody needs to say what a refund is of.

    All parts are for one thing, or a single one has its amount; ``before`` is what went back
    already.
    """
    alike = len({part.kind for part in parts}) == 1
    return alike or (not before and _only(parts, amount) is not None)


def shares_given_back(parts: Sequence[PaymentPart], amount: Money) -> tuple[Money, ...]:
    """Return what a refund takes of each part: of the only one of its amount, else gifts last.

    Nothing at all when it is more than they are.
    """
    shares = [ZERO] * len(parts)
    if amount > total(part.amount for part in parts):
        return tuple(shares)
    only = _only(parts, amount)
    gifts_last = sorted(range(len(parts)), key=lambda at: parts[at].kind is LineKind.GIFT)
    left = amount
    for at in gifts_last if only is None else (only,):
        shares[at] = min(left, parts[at].amount)
        left -= shares[at]
    return tuple(shares)


def _only(parts: Sequence[PaymentPart], amount: Money) -> int | None:
    fitting = [at for at, part in enumerate(parts) if part.amount == amount]
    return fitting[0] if len(fitting) == 1 else None
