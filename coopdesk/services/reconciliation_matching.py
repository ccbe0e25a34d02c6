"""Match lines with what is recorded, inside one unit of work: checked, then written at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_lists import LineState
from coopdesk.domain.bank_matching import MadeBy, MatchDone, OpenLine, Target, TargetKind
from coopdesk.domain.booking_plan import BookingPlan
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.booking_run import BookingRun
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.reconciliation_reading import ReconciliationReading
from coopdesk.storage.match_store import NewMatch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.bank_matching import Reason, TargetRef
    from coopdesk.storage.unit_of_work import Work

_Key = tuple[TargetKind, int]


class Why(NamedTuple):
    """Who matched, how sure it was, and why."""

    made_by: MadeBy = MadeBy.PERSON
    score: int = 0
    reasons: tuple[Reason, ...] = ()


BY_HAND = Why()


class LineMatching:
    """Matches lines of one bank account; ``finish`` writes what was agreed."""

    def __init__(self, work: Work, today: dt.date, bank_account_id: int) -> None:
        self._work = work
        self.today = today
        self.reading = ReconciliationReading(work, today, bank_account_id)
        self._lines: dict[int, OpenLine] = {}
        self._targets: dict[_Key, Target] = {}
        self._matches: list[NewMatch] = []
        self._settled: dict[int, Money] = {}
        self.entry_ids: list[int] = []
        self.payment_ids: list[int] = []

    def load(
        self,
        line_ids: Iterable[int],
        refs: Iterable[TargetRef],
        *,
        elsewhere: bool = False,
    ) -> None:
        """Read lines and targets as they are now; lines of this account, or of another one.

        Raises:
            RuleError: ``reconciliation.aside``, ``reconciliation.matched``,
            ``reconciliation.other_account``.
            NotFoundError: ``bank.line_missing``, ``reconciliation.target_gone``.
        """
        wanted = [key for key in dict.fromkeys(line_ids) if key not in self._lines]
        found = self._work.match_targets.open_lines(line_ids=wanted)
        for line in found:
            if (line.bank_account_id != self.reading.bank_account_id) is not elsewhere:
                label, day = line.label, line.booked_on
                raise RuleError("reconciliation.other_account", label=label, day=day)
        self._lines |= {line.id: line for line in found}
        for key in wanted:
            if key not in self._lines:
                self._refuse(key)
        asked = [ref for ref in refs if (ref.kind, ref.id) not in self._targets]
        for target in self.reading.resolve(asked):
            self._targets[target.kind, target.id] = target

    def _refuse(self, line_id: int) -> None:
        row = self._work.statement_lines.get(line_id).row
        if row.state is LineState.ASIDE:
            raise RuleError("reconciliation.aside", label=row.label, day=row.booked_on)
        raise RuleError("reconciliation.matched", label=row.label, day=row.booked_on)

    def line(self, line_id: int) -> OpenLine:
        """Return a line that was loaded, with what is left of it."""
        return self._lines[line_id]

    def target(self, ref: TargetRef) -> Target:
        """Return a target that was loaded, with what is left of it."""
        return self._targets[ref.kind, ref.id]

    def match(
        self, line_ids: Sequence[int], refs: Sequence[TargetRef], why: Why = BY_HAND
    ) -> None:
        """Match one line with targets, or lines with one target; all are loaded.

        Raises:
            RuleError: ``reconciliation.nothing_chosen``, ``reconciliation.many_to_many``,
            ``reconciliation.other_way``, ``reconciliation.too_much``.
        """
        line_ids, refs = list(dict.fromkeys(line_ids)), _once(refs)
        if not line_ids or not refs:
            raise RuleError("reconciliation.nothing_chosen")
        if len(line_ids) > 1 and len(refs) > 1:
            raise RuleError("reconciliation.many_to_many")
        if len(line_ids) > 1:
            self._match_lines(line_ids, refs[0], why)
            return
        line = self.line(line_ids[0])
        shares = self._shares(line, refs)
        for target, cents in shares:
            self.take(line.id, target, cents, why)

    def _shares(self, line: OpenLine, refs: Sequence[TargetRef]) -> list[tuple[Target, Money]]:
        if len(refs) == 1 and refs[0].amount is None:
            target = self.target(refs[0])
            return [(target, _smaller(line, target))]
        shares = [(self.target(ref), ref.amount or self.target(ref).amount) for ref in refs]
        for target, amount in shares:
            if not _fits(amount, target.amount):
                raise RuleError("reconciliation.too_much", amount=amount, left=target.amount)
        whole = total(amount for _target, amount in shares)
        if not _fits(whole, line.amount):
            raise RuleError("reconciliation.too_much", amount=whole, left=line.amount)
        return shares

    def _match_lines(self, line_ids: Sequence[int], ref: TargetRef, why: Why) -> None:
        lines = sorted(map(self.line, line_ids), key=lambda line: line.booked_on)
        whole, left = total(line.amount for line in lines), self.target(ref).amount
        if not _fits(whole, left):
            raise RuleError("reconciliation.too_much", amount=whole, left=left)
        for line in lines:
            _fits(line.amount, left)
        for line in lines:
            self.take(line.id, self.target(ref), line.amount, why)

    def take(self, line_id: int, target: Target, amount: Money, why: Why) -> None:
        """Note that so much of a line is so much of a target."""
        is_entry = target.kind is TargetKind.ENTRY
        self.settle(
            line_id,
            amount,
            entry_id=target.id if is_entry else None,
            payment_id=None if is_entry else target.id,
            why=why,
        )
        key = target.kind, target.id
        if key in self._targets:
            left = self._targets[key].amount - amount
            self._targets[key] = replace(self._targets[key], amount=left)

    def settle(
        self,
        line_id: int,
        amount: Money,
        *,
        entry_id: int | None = None,
        payment_id: int | None = None,
        why: Why = BY_HAND,
    ) -> None:
        """Note that so much of a line is an entry or a payment, which may be a new one."""
        self._matches.append(NewMatch(line_id, amount.cents, entry_id, payment_id, *why))
        line = self._lines[line_id]
        self._lines[line_id] = replace(line, amount=line.amount - amount)
        self._settled[line_id] = self._settled.get(line_id, ZERO) + amount
        if payment_id is not None:
            self.payment_ids.append(payment_id)

    def book(self, payment_ids: Iterable[int]) -> dict[int, int]:
        """Make the entries of payments that wait for them; return the entry of each.

        Nothing happens while nobody keeps books here.

        Raises:
            RuleError: ``booking.account_unusable``, and what entries refuse.
        """
        wanted = set(payment_ids)
        if not wanted or self.reading.books_start is None:
            return {}
        part = self._work.part()
        run = BookingRun(part, self.today)
        steps = tuple(step for step in run.plan().steps if step.key in wanted)
        run.take(BookingPlan(steps), NO_PROGRESS)
        return part.matches.entries_of(sorted(wanted))

    @property
    def moved(self) -> Money:
        """What the matched lines move, in and out added up."""
        return Money(sum(abs(amount.cents) for amount in self._settled.values()))

    def finish(self) -> MatchDone:
        """Write all matches; payments among them get their entries where books are kept."""
        self._work.matches.add(self._matches)
        booked = self.book(self.payment_ids)
        return MatchDone(
            tuple(self._settled),
            total(self._settled.values()),
            tuple(dict.fromkeys((*self.entry_ids, *booked.values()))),
            tuple(self.payment_ids),
            total(self._lines[key].amount for key in self._settled),
        )


def _once(refs: Sequence[TargetRef]) -> list[TargetRef]:
    """Return every target once; parts of one add up."""
    found: dict[_Key, TargetRef] = {}
    for ref in refs:
        key = ref.kind, ref.id
        known = found.get(key, ref)
        is_more = known is not ref and known.amount is not None and ref.amount is not None
        amount = total((known.amount or ZERO, ref.amount or ZERO)) if is_more else ref.amount
        found[key] = ref._replace(amount=amount)
    return list(found.values())


def _fits(amount: Money, left: Money) -> bool:
    """Tell whether an amount goes the same way as what is left, and is not more.

    Raises:
        RuleError: ``reconciliation.other_way``.
    """
    if amount.cents * left.cents <= 0:
        raise RuleError("reconciliation.other_way", amount=amount, left=left)
    return abs(amount.cents) <= abs(left.cents)


def _smaller(line: OpenLine, target: Target) -> Money:
    return target.amount if _fits(target.amount, line.amount) else line.amount
