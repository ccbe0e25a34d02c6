"""Use case: renew everybody who is due in one run, after looking at it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import Holder, NewMembership
from coopdesk.domain.membership_lists import MembershipFilter, MembershipSums
from coopdesk.domain.membership_rules import check_days, check_membership
from coopdesk.domain.renewing import (
    NotRenewed,
    RenewalJudge,
    RenewalOrder,
    RenewalPreview,
    RenewalRequest,
)
from coopdesk.services.joining import NumberGiver, covered_by, fiscal_year_start
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.members import MembershipType, Period
    from coopdesk.domain.renewing import RenewalLine
    from coopdesk.storage.unit_of_work import Units, Work

_STEP = 500


class RenewalService:
    """Preview renewals, carry them out, follow what comes in."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def preview(self, request: RenewalRequest) -> RenewalPreview:
        """Say who is due for a period and who is left out; changes nothing.

        Raises RuleError ``membership.unlikely_days``.
        """
        with self._units.read() as work:
            return _preview(work, request)

    def apply(
        self, order: RenewalOrder, progress: Progress = NO_PROGRESS
    ) -> Outcome[tuple[int, ...]]:
        """Record the memberships of a renewal, all or none; return their ids.

        One operation: Ctrl+Z takes all of them back.

        Raises:
            RuleError: ``renewal.nobody``; ``renewal.changed_meanwhile`` when somebody chosen is
            no longer due; ``membership.fee_below_minimum``.
            JobCancelledError: nothing was stored.
        """
        with self._units.write("membership.renewed") as work:
            lines = _chosen(_preview(work, order.request), order)
            work.recorder.relabel(count=str(len(lines)))
            ids = self._write(work, order, lines, progress)
            work.commit()
        return changed(tuple(ids), Subject.MEMBERS, Subject.CONTACTS)

    def _write(
        self, work: Work, order: RenewalOrder, lines: list[RenewalLine], progress: Progress
    ) -> list[int]:
        types = {one.id: one for one in work.membership_types.all()}
        giver = NumberGiver(work, work.member_rules.get())
        ids: list[int] = []
        for start in range(0, len(lines), _STEP):
            progress.advance(start, len(lines))
            batch = lines[start : start + _STEP]
            made = [(_renewed(work, order, line, types[line.type_id]), None) for line in batch]
            for new, _registration in made:
                if len(new.covered_ids) > 1:
                    giver.give(new.covered_ids, new.period.start.year)
            ids += work.memberships.add_many(made)
        progress.advance(len(lines), len(lines))
        return ids

    def totals(self, request: RenewalRequest) -> MembershipSums:
        """Add up what is due and paid for the memberships of a period."""
        wanted = MembershipFilter(type_ids=request.type_ids, period=request.period)
        with self._units.read() as work:
            return work.membership_lists.sums(wanted, work.member_rules.get(), self._today())


def _preview(work: Work, request: RenewalRequest) -> RenewalPreview:
    check_days(request.period)
    types = {one.id: one for one in work.membership_types.all()}
    rules = work.member_rules.get()
    judge = RenewalJudge(request, types, rules, fiscal_year_start(work))
    found = [
        judge.line(last)
        for last in work.renewals.last_memberships(request.period, request.type_ids)
    ]
    shared = frozenset(
        key for key, one in types.items() if one.content.holder is Holder.HOUSEHOLD
    )
    found = _once_by_household(work, found, shared)
    return RenewalPreview(
        request,
        tuple(line for line in found if line.reason is None),
        tuple(line for line in found if line.reason is not None),
    )


def _once_by_household(
    work: Work, lines: list[RenewalLine], shared: frozenset[int]
) -> list[RenewalLine]:
    """Leave out whose household has the period already, or gets it by an earlier line.

    ``shared`` are the types that cover a household.
    """
    due = [line for line in lines if line.reason is None and line.type_id in shared]
    if not due:
        return lines
    first = min(line.period.start for line in due)
    covered = work.renewals.covered_from(first, {line.type_id for line in due})
    homes = work.renewals.homes()
    given: dict[tuple[int, int], list[Period]] = defaultdict(list)
    late = set()
    for line in due:
        home = homes.get(line.contact_id)
        taken = covered.get((line.contact_id, line.type_id), [])
        if home is not None:
            taken = [*taken, *given[home, line.type_id]]
            given[home, line.type_id].append(line.period)
        if any(one.meets(line.period) for one in taken):
            late.add(line.previous_id)
    return [
        replace(line, reason=NotRenewed.RENEWED) if line.previous_id in late else line
        for line in lines
    ]


def _chosen(preview: RenewalPreview, order: RenewalOrder) -> list[RenewalLine]:
    lines = list(preview.lines)
    if order.only is not None:
        if not {line.previous_id for line in lines}.issuperset(order.only):
            raise RuleError("renewal.changed_meanwhile")
        lines = [line for line in lines if line.previous_id in order.only]
    if not lines:
        raise RuleError("renewal.nobody")
    return lines


def _renewed(
    work: Work, order: RenewalOrder, line: RenewalLine, kind: MembershipType
) -> NewMembership:
    fee = order.fees.get(line.previous_id, line.fee(order.terms))
    covered = covered_by(work, line.contact_id, kind.content)
    if len(covered) > 1:
        own = work.memberships.covered_among(covered, line.type_id, line.period)
        covered = tuple(key for key in covered if key not in own)
    new = NewMembership(
        line.contact_id,
        line.type_id,
        line.period,
        fee,
        covered_ids=covered,
        previous_id=line.previous_id,
    )
    check_membership(new, kind)
    return new
