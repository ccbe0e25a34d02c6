"""What every open bank line may be: all options weighed against each other."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching import (
    LEAD,
    SURE,
    MatchKind,
    OpenLine,
    Proposal,
    Reason,
    ReasonCode,
    Target,
    TargetKind,
)
from coopdesk.domain.bank_matching_groups import (
    GroupSearch,
    is_deposit,
    split_proposals,
)
from coopdesk.domain.bank_matching_parts import PartSearch
from coopdesk.domain.bank_matching_rules import (
    Known,
    RuleBook,
    cancel_proposals,
    transfer_proposals,
)
from coopdesk.domain.bank_matching_scores import (
    BASE,
    FURTHEST,
    ONLY_ONE,
    evidence,
    is_doubtful,
    nearness,
    rarity,
    within,
)
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_UNSURE = dt.timedelta(days=20)
_LEAST, _MOST_OPTIONS = 40, 5
_FEW = 12  # so many of an amount are looked at however long ago
_ALONE_DAYS = 25
_ENOUGH = 80  # a line explained that well is not looked at for groups
_TAKEN = 20  # points less for what another line explains better
_LIKELY = 60
_DOUBLE = 25  # points below something recorded that a line likely is: no second entry of it
_NOT_ALONE = 5  # points below SURE for a rule where something recorded may be meant
_MOST_SPLIT_TARGETS = 300
_Key = tuple[TargetKind, int]


@dataclass(frozen=True, slots=True)
class Question:
    """Open lines, what they may be matched with, and what else is known.

    ``others`` are the open lines of our other bank accounts.
    """

    lines: Sequence[OpenLine]
    targets: Sequence[Target]
    known: Known
    others: Sequence[OpenLine] = ()


def propose(question: Question) -> list[Proposal]:
    """Return what lines may be: by line in the order given, the best of each first.

    Each says how far it is ahead of what else its lines or targets may be.
    """
    matcher = _Matcher(question)
    recorded = matcher.recorded()
    chosen = _choose(recorded)
    made = matcher.unrecorded(recorded, chosen)
    return _ordered(question.lines, _with_leads([*recorded, *made]))


class _Matcher:
    """Finds the options of every line."""

    def __init__(self, question: Question) -> None:
        self._lines = question.lines
        self._targets = question.targets
        self._others: dict[int, list[OpenLine]] = defaultdict(list)
        for line in question.others:
            self._others[line.amount.cents].append(line)
        self._known = question.known
        self._by_amount: dict[int, list[Target]] = defaultdict(list)
        for target in sorted(question.targets, key=lambda each: (each.moved_on, each.id)):
            self._by_amount[target.amount.cents].append(target)
        self._days = {
            cents: [x.moved_on for x in targets] for cents, targets in self._by_amount.items()
        }
        self._alike: dict[int, list[dt.date]] = defaultdict(list)
        for line in sorted(question.lines, key=lambda each: each.booked_on):
            self._alike[line.amount.cents].append(line.booked_on)

    def recorded(self) -> list[Proposal]:
        """Return what lines may be of what is recorded already."""
        exact = [one for line in self._lines for one in self._exact(line)]
        explained = {one.line_id for one in exact if one.score >= _ENOUGH}
        taken = {_key(one.targets[0]) for one in _choose(exact).values() if one.score >= SURE}
        free = [target for target in self._targets if _key(target) not in taken]
        rest = [line for line in self._lines if line.id not in explained]
        groups = _groups(rest, free)
        # What nothing else explains whole may be paid in parts: the largest first.
        large = sorted(free, key=lambda target: -abs(target.amount.cents))
        splits = [
            one
            for target in large[:_MOST_SPLIT_TARGETS]
            if not target.through
            for one in split_proposals(target, rest)
        ]
        found = [*exact, *groups, *splits]
        known = {key for one in found for key in one.line_ids}
        search = PartSearch(free)
        parts = [one for line in rest if line.id not in known for one in search.proposals(line)]
        return [*found, *parts]

    def _exact(self, line: OpenLine) -> list[Proposal]:
        alone = self._alone(line)
        found = []
        for target in self._near(line):
            one = self._pair(line, target, alone)
            if one is not None and one.score >= _least(one):
                found.append(one)
        return sorted(found, key=lambda one: -one.score)[:_MOST_OPTIONS]

    def _near(self, line: OpenLine) -> Sequence[Target]:
        """Return what has the amount of a line, within reach of its day."""
        targets = self._by_amount.get(line.amount.cents, [])
        if len(targets) <= _FEW:
            return targets
        first, end = _around(self._days[line.amount.cents], line.booked_on, FURTHEST)
        return targets[first:end]

    def _pair(self, line: OpenLine, target: Target, alone: Reason) -> Proposal | None:
        said = evidence(line, target)
        day = nearness(line, target.moved_on, is_proof=said.is_proof)
        if day is None:
            return None
        points = BASE + said.points + day.points + rarity(line.amount.cents)
        points += ONLY_ONE if not alone.values else 0
        if points >= SURE and is_doubtful(line, target, said):
            points = SURE - 1
        same = Reason(ReasonCode.SAME_AMOUNT, {"amount": line.amount})
        reasons = (same, *day.reasons, *said.reasons, alone)
        return Proposal(line.id, MatchKind.EXACT, within(points), reasons, (target,))

    def _alone(self, line: OpenLine) -> Reason:
        """Tell whether nothing else has this amount in these days, among lines or targets."""
        cents, others = line.amount.cents, -2  # the line, and what it is
        for days in (self._days.get(cents, []), self._alike[cents]):
            first, end = _around(days, line.booked_on, _ALONE_DAYS)
            others += end - first
        if others <= 0:
            return Reason(ReasonCode.ONLY_ONE)
        return Reason(ReasonCode.AMONG, {"count": others})

    def unrecorded(
        self, recorded: Sequence[Proposal], chosen: Mapping[int, Proposal]
    ) -> list[Proposal]:
        """Return what lines may become that nothing recorded explains."""
        book = RuleBook(self._known)
        limits = self._limits(recorded, chosen)
        found = list(cancel_proposals(self._lines))
        for line in self._lines:
            contrary = self._others.get(-line.amount.cents, ())
            found += transfer_proposals(line, contrary, self._known)
            found += book.proposals(line)
        return [
            replace(one, score=min(one.score, limits.get(one.line_id, one.score)))
            for one in found
        ]

    def _limits(
        self, recorded: Sequence[Proposal], chosen: Mapping[int, Proposal]
    ) -> dict[int, int]:
        """Return how sure something new may be where something recorded may be meant."""
        holders = {
            _key(target): one.line_ids for one in chosen.values() for target in one.targets
        }
        limits: dict[int, int] = {}
        for one in recorded:
            if all(one.line_id in holders.get(_key(x), (one.line_id,)) for x in one.targets):
                is_likely = one.score >= _LIKELY
                limit = min(one.score, SURE) - _DOUBLE if is_likely else SURE - _NOT_ALONE
                limits[one.line_id] = min(limit, limits.get(one.line_id, limit))
        return limits


def _least(one: Proposal) -> int:
    """Return from which score something recorded is worth showing: more, spoken against."""
    is_denied = any(reason.code is ReasonCode.OTHER_MODE for reason in one.reasons)
    return _LIKELY if is_denied else _LEAST


def _around(days: Sequence[dt.date], day: dt.date, reach: int) -> tuple[int, int]:
    """Return where the days within reach of one begin and end, in a list in order."""
    number = day.toordinal()
    first = bisect_left(days, day.fromordinal(max(number - reach, 1)))
    return first, bisect_right(days, day.fromordinal(number + reach))


def _groups(lines: Sequence[OpenLine], free: Sequence[Target]) -> list[Proposal]:
    """Return groups for lines, day by day: what an earlier line surely is, is gone.

    After a deposit that nothing explains, what waits for the next ones is not sure.
    """
    found: list[Proposal] = []
    search = GroupSearch(free)
    unsure_until = dt.date.min
    for line in sorted(lines, key=lambda each: each.booked_on):
        pays_in = is_deposit(line)
        is_unsure = pays_in and line.booked_on <= unsure_until
        groups = search.proposals(line, in_turn=not is_unsure)
        if is_unsure:
            groups = [replace(one, score=min(one.score, SURE - 1)) for one in groups]
        found += groups
        is_explained = bool(groups) and groups[0].score >= _ENOUGH
        if is_explained:
            search.take(groups[0].targets)
        elif pays_in:
            unsure_until = line.booked_on + _UNSURE
    return found


def _key(target: Target) -> _Key:
    return target.kind, target.id


def _keys(one: Proposal) -> Iterable[_Key | int]:
    """Return what a proposal takes: its targets, and its lines as plain numbers."""
    yield from map(_key, one.targets)
    yield from one.line_ids


def _choose(options: Iterable[Proposal]) -> dict[int, Proposal]:
    """Give every line its best option, nothing twice; the surest choose first."""
    taken: set[_Key | int] = set()
    chosen: dict[int, Proposal] = {}
    for one in sorted(options, key=_rank):
        if taken.isdisjoint(_keys(one)):
            taken.update(_keys(one))
            chosen.update(dict.fromkeys(one.line_ids, one))
    return chosen


def _rank(one: Proposal) -> tuple[int, int, int]:
    days = next((abs(int(str(x.values["days"]))) for x in one.reasons if "days" in x.values), 0)
    return -one.score, days, one.line_id


def _with_leads(options: Sequence[Proposal]) -> list[Proposal]:
    chosen = _choose(options)
    rivals: dict[_Key | int, list[Proposal]] = defaultdict(list)
    for one in options:
        for key in _keys(one):
            rivals[key].append(one)
    holders: dict[_Key | int, Proposal] = {
        key: one for one in chosen.values() for key in _keys(one)
    }
    return [_weighed(one, rivals, holders) for one in options]


def _weighed(
    one: Proposal,
    rivals: Mapping[_Key | int, list[Proposal]],
    holders: Mapping[_Key | int, Proposal],
) -> Proposal:
    """Say how far an option is ahead; what another line has is less probable."""
    if any(
        holders.get(key, one) is not one and not _same(holders[key], one) for key in _keys(one)
    ):
        return _beaten(one, holders)
    lead = 100
    for key in _keys(one):
        for rival in rivals[key]:
            if not _same(rival, one) and not _is_settled(rival, one, holders):
                lead = min(lead, one.score - rival.score)
    return replace(one, lead=lead)


def _beaten(one: Proposal, holders: Mapping[_Key | int, Proposal]) -> Proposal:
    best = max(
        (holders[key] for key in _keys(one) if key in holders and holders[key] is not one),
        key=lambda holder: holder.score,
    )
    lost = any(holders.get(_key(x), one) is not one for x in one.targets)
    score = one.score - _TAKEN if lost and one.line_id not in best.line_ids else one.score
    return replace(one, score=within(score), lead=min(one.score - best.score, 0))


def _is_settled(rival: Proposal, one: Proposal, holders: Mapping[_Key | int, Proposal]) -> bool:
    """Tell whether a rival is clearly something else's, so that it disputes nothing."""
    for key in _keys(rival):
        holder = holders.get(key)
        if holder is None or holder is rival or holder is one:
            continue
        if holder.score >= rival.score + LEAD or _alike(rival, one):
            return True
    return False


def _same(rival: Proposal, one: Proposal) -> bool:
    """Tell whether two options are one: seen from another line, or as good as equal."""
    if rival is one:
        return True
    if rival.kind is one.kind and sorted(rival.line_ids) == sorted(one.line_ids):
        mine, theirs = map(_faces, (one, rival))
        return mine == theirs and rival.creation == one.creation
    return False


def _faces(one: Proposal) -> list[tuple[object, ...]]:
    return sorted(
        (x.kind.value, x.amount.cents, x.day, fold(x.label), x.contact_id or 0, x.account)
        for x in one.targets
    )


def _alike(rival: Proposal, one: Proposal) -> bool:
    """Tell whether two lines ask for things of the same face: either may have either."""
    return rival.kind is one.kind and rival.score == one.score and _faces(rival) == _faces(one)


def _ordered(lines: Sequence[OpenLine], options: Iterable[Proposal]) -> list[Proposal]:
    of_line: dict[int, list[Proposal]] = defaultdict(list)
    for one in options:
        if one.score >= _LEAST:
            of_line[one.line_id].append(one)
    found = []
    for line in lines:
        best = sorted(of_line[line.id], key=lambda one: (-one.score, -one.lead))
        found += best[:_MOST_OPTIONS]
    return found
