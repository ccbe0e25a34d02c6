"""Choose by hand what a bank line is: search what is recorded, the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching_scores import days_between, evidence
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_matching import OpenLine, Target

_EXACT, _LESS = 60, 20


def chosen_by_hand(line: OpenLine, targets: Sequence[Target], text: str) -> list[Target]:
    """Return targets that words or an amount name, those that fit the line best first.

    Without words, those that go the other way are left out.
    """
    words = fold(text).split()
    if words:
        found = [target for target in targets if _holds(target, text, words)]
    else:
        found = [x for x in targets if x.amount.cents * line.amount.cents > 0]
    return sorted(found, key=lambda target: (-_nearness(line, target), target.day, target.id))


def _holds(target: Target, text: str, words: Sequence[str]) -> bool:
    said = fold(
        " ".join(
            (
                target.label,
                target.contact_name,
                target.account,
                target.account_label,
                str(target.number or ""),
                *target.references,
            )
        )
    )
    return all(word in said for word in words) or _is_amount(target, text)


def _is_amount(target: Target, text: str) -> bool:
    try:
        cents = abs(parse_amount(text).cents)
    except RuleError:
        return False
    return cents in {abs(target.amount.cents), abs((target.gross or target.amount).cents)}


def _nearness(line: OpenLine, target: Target) -> int:
    points = evidence(line, target).points - abs(days_between(line, target.day)) // 2
    if target.amount == line.amount:
        return points + _EXACT
    return points + (_LESS if abs(target.amount.cents) < abs(line.amount.cents) else 0)
