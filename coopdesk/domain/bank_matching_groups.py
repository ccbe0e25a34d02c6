"""Several things in one bank line (payouts, cheques, takings), or one thing in several."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_matching import (
    SURE,
    MatchKind,
    OpenLine,
    Proposal,
    Reason,
    ReasonCode,
)
from coopdesk.domain.bank_matching_scores import (
    RARE,
    days_between,
    evidence,
    rarity,
    text_of,
    within,
)
from coopdesk.domain.bank_matching_sums import MOST_AMOUNTS, Steps, SumSearch, windows
from coopdesk.domain.bank_matching_words import (
    found_reference,
    name_share,
    shared_words,
    words_of,
)
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import total
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.bank_matching import Target

# Points of what holds a group together.
_LOT, _WHOLE, _WINDOW, _CONTACT, _SUBSET, _ONE_OF_SUBSETS = 78, 70, 58, 60, 50, 34
_NOT_ENDED = 5  # points less where more of the same day stays behind
_SINCE = ((3, 10), (7, 8), (15, 5), (31, 0))
_LONG_SINCE = -10
_DEPOSIT, _ORIGIN, _REFERENCE, _NAME, _NO_DEPOSIT = 12, 14, 16, 20, -14
_COUNT, _OTHER_COUNT = 12, -25
_COUNTED = r"\b(\d{1,3})\s*(?:chq|cheques?|chèques?)\b"
_DEPOSIT_WORDS = frozenset({"remise", "rem", "rcb", "remcb", "depot", "cheques", "chq"})
_PAST, _AHEAD = 62, 3
_MOST_WAITING = 250
_MOST_DAYS_OF_TAKINGS = 7
_SPLIT, _SPLIT_DAYS, _MOST_LINES = 48, 120, 12
_SAYS_WHOSE = {ReasonCode.WORDS, ReasonCode.NAME}
_LEAST = 40
_MIN_GROUP = 2
_DAY = dt.timedelta(days=1)


class _Group(NamedTuple):
    """Some targets that may make a line together, and what holds them together."""

    targets: tuple[Target, ...]
    points: int
    reasons: tuple[Reason, ...]
    is_unsure: bool = False  # others would do as well


class GroupSearch:
    """Looks for groups of targets day by day: what an earlier line surely is, is gone."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._keep(sorted(targets, key=lambda x: (x.moved_on, x.kind.value, x.id)))
        self._steps = Steps()

    def take(self, targets: Iterable[Target]) -> None:
        """Leave targets out from now on."""
        gone = {(target.kind, target.id) for target in targets}
        self._keep([x for x in self._targets if (x.kind, x.id) not in gone])

    def _keep(self, targets: list[Target]) -> None:
        self._targets = targets
        self._days = [target.moved_on for target in targets]
        self._lots: dict[tuple[str, str], list[Target]] = defaultdict(list)
        for target in targets:
            if target.lot:
                self._lots[target.lot, target.through].append(target)

    def proposals(self, line: OpenLine, *, in_turn: bool = True) -> list[Proposal]:
        """Return the groups of targets that add up to a line, as proposals.

        ``in_turn`` says that everything before this line is explained: what waits longest
        comes first then.
        """
        first = bisect_left(self._days, line.booked_on - _PAST * _DAY)
        end = bisect_right(self._days, line.booked_on + _AHEAD * _DAY)
        near = self._targets[first:end]
        found: dict[tuple[object, ...], Proposal] = {}
        for group in self._groups(line, near, in_turn=in_turn):
            one = _proposal(line, group)
            key = tuple(sorted((x.kind.value, x.id) for x in group.targets))
            if one.score >= _LEAST and (key not in found or found[key].score < one.score):
                found[key] = one
        return sorted(found.values(), key=lambda one: -one.score)[:3]

    def _groups(
        self, line: OpenLine, near: Sequence[Target], *, in_turn: bool
    ) -> Iterator[_Group]:
        yield from self._whole_lots(line, near)
        parts = [target for target in near if _is_part(line, target)]
        pools: dict[tuple[str, str, PaymentMode | None], list[Target]] = defaultdict(list)
        for target in parts:
            is_late = bool(target.through) and target.moved_on > line.booked_on
            if not target.lot and not is_late:
                mode = None if target.through else target.mode
                pools[target.through, target.origin, mode].append(target)
        for pool in pools.values():
            waiting = pool[-_MOST_WAITING:]
            yield from _runs(line, waiting, in_turn=in_turn)
            yield from self._subsets(line, waiting)
        yield from self._of_one_contact(line, parts)

    def _whole_lots(self, line: OpenLine, near: Iterable[Target]) -> Iterator[_Group]:
        """Yield what came together: whole, even where a part of it is far from the line."""
        for lot, through in dict.fromkeys((x.lot, x.through) for x in near if x.lot):
            members = self._lots[lot, through]
            if len(members) > 1 and total(x.amount for x in members) == line.amount:
                reason = Reason(ReasonCode.SAME_LOT, {"lot": lot})
                yield _Group(tuple(members), _LOT, (reason,))

    def _subsets(self, line: OpenLine, pool: Sequence[Target]) -> Iterator[_Group]:
        latest = pool[-MOST_AMOUNTS:]
        cents = [abs(x.amount.cents) for x in latest]
        ways = SumSearch(cents, steps=self._steps, is_once=True).ways(abs(line.amount.cents))
        points = _SUBSET if len(ways) == 1 else _ONE_OF_SUBSETS
        for way in ways:
            if len(way) > 1:
                alike = _leaves_alike(cents, way)
                told = [Reason(ReasonCode.AMONG, {"count": len(ways) - 1})] * (len(ways) > 1)
                told += [Reason(ReasonCode.ALIKE)] * alike
                members = tuple(latest[at] for at in way)
                yield _Group(members, points, tuple(told), is_unsure=alike)

    def _of_one_contact(self, line: OpenLine, parts: Sequence[Target]) -> Iterator[_Group]:
        by_contact: dict[tuple[int, str], list[Target]] = defaultdict(list)
        for target in parts:
            if target.contact_id is not None:
                by_contact[target.contact_id, target.through].append(target)
        for members in by_contact.values():
            name = members[0].contact_name
            is_known = line.contact_id == members[0].contact_id
            if len(members) < _MIN_GROUP or not (
                is_known or name_share(name, text_of(line)) == 1
            ):
                continue
            latest = members[-MOST_AMOUNTS:]
            cents = [abs(x.amount.cents) for x in latest]
            search = SumSearch(cents, most_found=2, steps=self._steps)
            ways = search.ways(abs(line.amount.cents))
            if len(ways) == 1 and len(ways[0]) > 1:
                reason = Reason(ReasonCode.NAME, {"name": name})
                group = tuple(latest[at] for at in ways[0])
                yield _Group(group, _CONTACT + _NAME, (reason,))


def _leaves_alike(cents: Sequence[int], way: Sequence[int]) -> bool:
    """Tell whether an amount that stays behind equals one of a way: either would do."""
    taken = {cents[at] for at in way}
    return sum(each in taken for each in cents) > len(way)


def _is_part(line: OpenLine, target: Target) -> bool:
    """Tell whether a target may be a part of a line: less, and the same way."""
    cents, whole = target.amount.cents, line.amount.cents
    return 0 < cents < whole if whole > 0 else whole < cents < 0


def _runs(line: OpenLine, pool: Sequence[Target], *, in_turn: bool) -> Iterator[_Group]:
    """Everything of one sort between two days, the whole of it best."""
    cents = [target.amount.cents for target in pool]
    for first, end in windows(cents, line.amount.cents):
        members = tuple(pool[first:end])
        begins = first == 0 or pool[first - 1].day < members[0].day
        ends = end == len(pool) or members[-1].day < pool[end].day
        is_whole = in_turn and first == 0 and bool(members[0].through)
        if not members[0].through and _span(members) > _MOST_DAYS_OF_TAKINGS:
            continue
        points = _WHOLE if is_whole else _WINDOW if begins and ends else _SUBSET
        points -= 0 if ends or not is_whole else _NOT_ENDED
        yield _Group(members, points, (_reason_of_run(members, is_whole=is_whole),))


def _span(members: Sequence[Target]) -> int:
    return (members[-1].day - members[0].day).days


def _reason_of_run(members: Sequence[Target], *, is_whole: bool) -> Reason:
    if is_whole:
        return Reason(ReasonCode.ALL_WAITING, {"account": members[0].through})
    values = {"first": members[0].day, "last": members[-1].day}
    return Reason(ReasonCode.SAME_DAYS, values)


def _proposal(line: OpenLine, group: _Group) -> Proposal:
    said = _label_points(line, group.targets)
    since = days_between(line, max(target.moved_on for target in group.targets))
    points = group.points + said.points + _since(since) + min(rarity(line.amount.cents), 6)
    summed = Reason(ReasonCode.SUM, {"count": len(group.targets), "amount": line.amount})
    score = within(points)
    return Proposal(
        line.id,
        MatchKind.GROUP,
        min(score, SURE - 1) if group.is_unsure else score,
        (summed, *group.reasons, *said.reasons),
        group.targets,
    )


def _since(days: int) -> int:
    return next((points for most, points in _SINCE if abs(days) <= most), _LONG_SINCE)


def _label_points(line: OpenLine, members: Sequence[Target]) -> _Group:
    """Return what the label says of a group: a deposit, a platform, how many."""
    points, reasons = 0, []
    first = members[0]
    reference = found_reference((first.lot, *first.references[:1]), text_of(line))
    if reference and all(x.lot == first.lot for x in members):
        points += _REFERENCE
        reasons.append(Reason(ReasonCode.REFERENCE, {"reference": reference}))
    known = shared_words(line.label, first.origin)
    if known:
        points += _ORIGIN
        reasons.append(Reason(ReasonCode.WORDS, {"words": " ".join(known)}))
    elif first.origin:
        points += _NO_DEPOSIT
    if is_deposit(line) and first.mode is not PaymentMode.TRANSFER:
        points += _DEPOSIT
        reasons.append(Reason(ReasonCode.NATURE, {"nature": LineNature.DEPOSIT}))
    elif first.mode is PaymentMode.CHEQUE:
        points += _NO_DEPOSIT
    points += _count_points(line.label, len(members))
    return _Group((), points, tuple(reasons))


def _count_points(label: str, count: int) -> int:
    """Return the points of the number of cheques that banks write in the label."""
    told = {int(number) for number in re.findall(_COUNTED, label, re.IGNORECASE)}
    if not told:
        return 0
    return _COUNT if count in told else _OTHER_COUNT


def is_deposit(line: OpenLine) -> bool:
    """Tell whether a line pays cheques or cash in, by its nature or its words."""
    if line.nature in {LineNature.DEPOSIT, LineNature.CASH}:
        return True
    return not _DEPOSIT_WORDS.isdisjoint(words_of(line.label))


def split_proposals(target: Target, lines: Sequence[OpenLine]) -> list[Proposal]:
    """Return how several lines may make one target, a proposal for each of the lines."""
    parts = [line for line in lines if _may_be_part(target, line)]
    sorts: dict[tuple[str, ...], list[OpenLine]] = defaultdict(list)
    for line in parts:
        sorts[tuple(sorted(set(words_of(line.label))))[:2]].append(line)
    pools = [parts, *(same for same in sorts.values() if 1 < len(same) < len(parts))]
    found: dict[frozenset[int], tuple[OpenLine, ...]] = {}
    for pool in pools:
        latest = sorted(pool, key=lambda line: line.booked_on)[:_MOST_LINES]
        search = SumSearch([abs(line.amount.cents) for line in latest], most_found=2)
        ways = [way for way in search.ways(abs(target.amount.cents)) if len(way) > 1]
        if len(ways) == 1:
            members = tuple(latest[at] for at in ways[0])
            found.setdefault(frozenset(line.id for line in members), members)
    return [one for members in found.values() for one in _splits(target, members)]


def _may_be_part(target: Target, line: OpenLine) -> bool:
    if (line.amount.cents > 0) is not (target.amount.cents > 0):
        return False
    if abs(line.amount.cents) >= abs(target.amount.cents):
        return False
    if not -_PAST <= days_between(line, target.day) <= _SPLIT_DAYS:
        return False
    said = evidence(line, target)
    return said.is_proof or any(x.code in _SAYS_WHOSE for x in said.reasons)


def _splits(target: Target, members: Sequence[OpenLine]) -> Iterator[Proposal]:
    said = [evidence(line, target) for line in members]
    points = _SPLIT + min(each.points for each in said)
    points += min(rarity(target.amount.cents), RARE)
    parts = Reason(ReasonCode.PARTS, {"count": len(members), "amount": target.amount})
    ids = [line.id for line in members]
    for key in ids:
        others = tuple(other for other in ids if other != key)
        reasons = (parts, *said[0].reasons)
        # A person looks at it: instalments of many bills are alike.
        score = min(within(points), SURE - 1)
        yield Proposal(key, MatchKind.SPLIT, score, reasons, (target,), others)
