"""A first instalment: a bank line that pays a part of something larger, known by its name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching import MatchKind, Proposal, Reason, ReasonCode
from coopdesk.domain.bank_matching_scores import days_between, text_of, within
from coopdesk.domain.bank_matching_words import name_share, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.bank_matching import OpenLine, Target

_PART, _AMONG_OTHERS, _NEAR = 52, 44, 6
_AHEAD, _LATE, _SOON = 10, 120, 20


class PartSearch:
    """Looks for what a line may be an instalment of."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._by_word: dict[str, list[Target]] = defaultdict(list)
        for target in targets:
            if not target.through and target.amount.cents < 0:
                for word in telling_words(target.contact_name):
                    self._by_word[word].append(target)

    def proposals(self, line: OpenLine) -> list[Proposal]:
        """Return the bill whose supplier a line names and of which it pays a part."""
        said = text_of(line)
        found: dict[int, Target] = {}
        for word in telling_words(said):
            for target in self._by_word.get(word, ()):
                if _may_pay(line, target) and name_share(target.contact_name, said) == 1:
                    found[target.id] = target
        if not found:
            return []
        nearest = min(found.values(), key=lambda x: (abs(days_between(line, x.day)), x.id))
        days = days_between(line, nearest.day)
        points = _PART if len(found) == 1 else _AMONG_OTHERS
        points += _NEAR if abs(days) <= _SOON else 0
        reasons = [
            Reason(ReasonCode.PART_OF, {"amount": nearest.amount}),
            Reason(ReasonCode.NAME, {"name": nearest.contact_name}),
        ]
        if len(found) > 1:
            reasons.append(Reason(ReasonCode.AMONG, {"count": len(found) - 1}))
        kind = MatchKind.SPLIT
        return [Proposal(line.id, kind, within(points), tuple(reasons), (nearest,))]


def _may_pay(line: OpenLine, target: Target) -> bool:
    is_less = target.amount.cents < line.amount.cents < 0
    return is_less and -_AHEAD <= days_between(line, target.day) <= _LATE
