"""Use cases around bank lines: match them with the books, make what lacks, prove the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching import (
    AutoDone,
    MadeBy,
    MatchDone,
    MatchKind,
    Proposal,
    TargetRef,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.services.bank_rules import BankRuleKeeping, keep_rule, taught_rule
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.reconciliation_choosing import (
    chosen_by_hand,
    line_of,
    named_in,
    started_entry,
)
from coopdesk.services.reconciliation_creating import LineCreating
from coopdesk.services.reconciliation_matching import LineMatching, Why
from coopdesk.services.reconciliation_reading import ReconciliationReading
from coopdesk.services.reconciliation_states import ReconciliationStates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.bank_creations import Creation
    from coopdesk.domain.bank_matching import Match, Target
    from coopdesk.domain.bank_rules import NewBankRule
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.entry_forms import SimpleEntry
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

_BOOKS = (Subject.BANK, Subject.ENTRIES)
# A person never goes through more at once; matching by itself weighs all of them.
MOST_WEIGHED = 5_000


class ReconciliationService(BankRuleKeeping, ReconciliationStates):
    """Propose, match, create in place, learn, and draw up the state."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        super().__init__(units)
        self._units = units
        self._today = today

    def proposals(
        self, bank_account_id: int, line_ids: Sequence[int] | None = None
    ) -> list[Proposal]:
        """Return what open lines may be: by line in order of day, the best of each first.

        Of the open lines of an account, the oldest ``MOST_WEIGHED`` of a long list, or of
        some. A line without any proposal is absent.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        with self._units.read() as work:
            reading = ReconciliationReading(work, self._today(), bank_account_id)
            return reading.proposals(line_ids, MOST_WEIGHED)

    def accept(self, proposal: Proposal) -> Outcome[MatchDone]:
        """Do what a proposal says, in one operation.

        Raises:
            RuleError: as ``match`` and ``create``, where it no longer holds.
            NotFoundError: ``reconciliation.target_gone``, ``bank.line_missing``.
        """
        with self._units.write("reconciliation.accepted") as work:
            doing = self._doing(work, _account_of(work, proposal.line_id))
            doing.accept(proposal)
            return doing.done(work)

    def accept_all(
        self, proposals: Sequence[Proposal], progress: Progress = NO_PROGRESS
    ) -> Outcome[AutoDone]:
        """Accept proposals of one account in one operation; the best of a line alone.

        Raises:
            RuleError, NotFoundError: as ``accept``; then nothing was done.
            JobCancelledError: nothing was done.
        """
        best = _best(proposals)
        if not best:
            return Outcome(AutoDone(), frozenset())
        label, count = "reconciliation.accepted_all", str(len(best))
        with self._units.write(label, count=count) as work:
            doing = self._doing(work, _account_of(work, best[0].line_id))
            for at, proposal in enumerate(best):
                progress.advance(at, len(best))
                doing.accept(proposal)
            outcome = doing.done(work)
        created = sum(one.creation is not None for one in best)
        done = outcome.value
        found = AutoDone(
            len(done.line_ids), doing.matching.moved, created, proposals=tuple(best)
        )
        return Outcome(found, outcome.changes)

    def match_auto(
        self, bank_account_id: int, progress: Progress = NO_PROGRESS, *, dry_run: bool = False
    ) -> Outcome[AutoDone]:
        """Accept every sure proposal of an account; a dry run only says which.

        Raises:
            RuleError: an account of a rule takes no entries; nothing was done.
            NotFoundError: ``bank.account_missing``. JobCancelledError: nothing was done.
        """
        with self._units.read() as work:
            reading = ReconciliationReading(work, self._today(), bank_account_id)
            lines = {line.id: line for line in reading.lines()}
            every = reading.proposals()
        sure = _best([one for one in every if one.is_sure])
        settled = {key for one in sure for key in one.line_ids} & lines.keys()
        left = lines.keys() - settled
        counts = AutoDone(
            matched=len(settled),
            amount=total(_size(lines[key].amount) for key in settled),
            created=sum(one.creation is not None for one in sure),
            left=len(left),
            proposed=len({one.line_id for one in every} & left),
            proposals=tuple(sure),
        )
        if dry_run or not sure:
            return Outcome(counts, frozenset())
        return Outcome(counts, self.accept_all(sure, progress).changes)

    def match(
        self, line_ids: Sequence[int], targets: Sequence[TargetRef]
    ) -> Outcome[MatchDone]:
        """Match one line with targets, or several lines with one target, in one operation.

        Targets that wait on another account are taken to the bank by an entry.

        Raises:
            RuleError: ``reconciliation.too_much`` (amount, left), ``reconciliation.aside``,
            ``reconciliation.other_way``, ``reconciliation.matched``,
            ``reconciliation.many_to_many``, ``reconciliation.nothing_chosen``,
            ``reconciliation.deposit_mixed``, ``reconciliation.deposit_differs``,
            ``reconciliation.deposit_in_parts`` (number).
            NotFoundError: ``bank.line_missing``, ``reconciliation.target_gone``.
        """
        if not line_ids or not targets:
            raise RuleError("reconciliation.nothing_chosen")
        with self._units.write("reconciliation.matched") as work:
            doing = self._doing(work, _account_of(work, line_ids[0]))
            doing.match(line_ids, targets, Why())
            return doing.done(work)

    def unmatch(self, line_ids: Sequence[int]) -> Outcome[int]:
        """Take all matches off lines, return how many; what was created stays."""
        with self._units.write("reconciliation.unmatched") as work:
            matches = work.matches.of_lines(list(dict.fromkeys(line_ids)))
            work.recorder.relabel(count=str(len({one.line_id for one in matches})))
            work.matches.remove(matches)
            work.commit()
        return changed(len(matches), *_BOOKS)

    def candidates(self, line_id: int, text: str = "", limit: int = 50) -> list[Target]:
        """Return what a line may be matched with by hand, the nearest first.

        ``text`` is words of label or name, an amount, or the number of an entry or cheque.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.read() as work:
            reading = ReconciliationReading(work, self._today(), _account_of(work, line_id))
            found = work.match_targets.entries(reading.bank_account_id, with_seen=True)
            found += work.match_targets.waiting(reading.waiting_numbers)
            found += reading.payments(with_cash=True)
            return chosen_by_hand(line_of(work, line_id), found, text)[:limit]

    def matches_of(self, line_ids: Sequence[int]) -> Mapping[int, tuple[Match, ...]]:
        """Return what lines are matched with, by line; those without are absent."""
        with self._units.read() as work:
            return work.match_reading.of_lines(line_ids)

    def create(
        self, line_id: int, creation: Creation, rule: NewBankRule | None = None
    ) -> Outcome[MatchDone]:
        """Make what a line stands for and match it, in one operation; keep a rule with it.

        Raises:
            RuleError: as the service that makes it, as ``match`` and ``add_rule``;
            ``reconciliation.not_on_account``, ``reconciliation.entry_differs``.
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.write("reconciliation.created") as work:
            doing = self._doing(work, _account_of(work, line_id))
            doing.matching.load([line_id], ())
            doing.creating.create(line_id, creation)
            rule_id = None if rule is None else keep_rule(work.part(), rule, uses=1)
            return doing.done(work, rule_id)

    def started(self, line_id: int) -> SimpleEntry:
        """Return the form of an entry as a line fills it: day, amount, label, account.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.read() as work:
            line = line_of(work, line_id)
            reading = ReconciliationReading(work, self._today(), line.bank_account_id)
            made = (one.creation for one in reading.proposals([line_id]))
            creation = next((x for x in made if x is not None), None)
        return started_entry(line, creation, reading.own.account)

    def contact_named(self, line_id: int) -> Contact | None:
        """Return the only contact whose whole name the bank tells with a line.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.read() as work:
            line = line_of(work, line_id)
            return named_in(work, f"{line.label} {line.counterparty}")

    def rule_for(self, line_id: int, creation: Creation) -> NewBankRule | None:
        """Return the rule that creating this would teach; None where words tell nothing.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.read() as work:
            line = line_of(work, line_id)
            treasury = work.bank.get(line.bank_account_id).content.account
            return taught_rule(line, creation, treasury)

    def _doing(self, work: Work, bank_account_id: int) -> _Doing:
        matching = LineMatching(work, self._today(), bank_account_id)
        return _Doing(matching, LineCreating(self._units, work, self._today, matching))


class _Doing:
    """Carries proposals out in one unit of work."""

    def __init__(self, matching: LineMatching, creating: LineCreating) -> None:
        self.matching = matching
        self.creating = creating
        self._rules: Counter[int] = Counter()
        self._aside: list[int] = []

    def accept(self, proposal: Proposal) -> None:
        """Do what one proposal says."""
        made_by = MadeBy.PROPOSAL if proposal.rule_id is None else MadeBy.RULE
        why = Why(made_by, proposal.score, proposal.reasons)
        is_transfer = proposal.kind is MatchKind.TRANSFER  # the other line is another bank's
        line_ids = (proposal.line_id,) if is_transfer else proposal.line_ids
        self.matching.load(line_ids, ())
        if proposal.rule_id is not None:
            self._rules[proposal.rule_id] += 1
        if proposal.creation is not None:
            self.creating.create(proposal.line_id, proposal.creation, why)
        elif proposal.kind is MatchKind.SET_ASIDE:
            self._put_aside(proposal.line_ids)
        else:
            self.match(proposal.line_ids, _refs(proposal), why)

    def _put_aside(self, line_ids: Sequence[int]) -> None:
        for line in map(self.matching.line, line_ids):
            if line.is_rest:
                raise RuleError("bank.line_matched", label=line.label, day=line.booked_on)
        self._aside += line_ids

    def match(self, line_ids: Sequence[int], refs: Sequence[TargetRef], why: Why) -> None:
        """Match lines with targets, by an entry where these wait on another account."""
        self.matching.load(line_ids, refs)
        waiting = [target for target in map(self.matching.target, refs) if target.through]
        if not waiting:
            self.matching.match(line_ids, refs, why)
        elif len(set(line_ids)) > 1:
            # One of the lines alone would leave the rest of it nowhere in the books.
            number = waiting[0].through
            raise RuleError("reconciliation.deposit_in_parts", number=number)
        else:
            self.creating.deposit(self.matching.line(line_ids[0]), refs, "", why)

    def done(self, work: Work, rule_id: int | None = None) -> Outcome[MatchDone]:
        """Write everything, keep it, and say what changed."""
        part = work.part()
        done = self.matching.finish()
        for key, times in self._rules.items():
            part.bank_rules.used(key, times)
        part.bank.change_lines({key: {"set_aside": True} for key in self._aside})
        line_ids = (*done.line_ids, *self._aside)
        work.recorder.relabel(count=str(len(line_ids)))
        tables = work.recorder.touched_tables
        work.commit()
        done = replace(done, line_ids=line_ids, rule_id=rule_id)
        return changed(done, *_BOOKS, *subjects_of(tables))


def _refs(proposal: Proposal) -> list[TargetRef]:
    if proposal.kind is MatchKind.SPLIT:  # as much of it as the lines pay
        return [each.ref._replace(amount=None) for each in proposal.targets]
    return [each.ref for each in proposal.targets]


def _best(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return proposals of which none takes a line or a target of another."""
    taken: set[object] = set()
    best = []
    for one in proposals:
        keys = {*one.line_ids, *((x.kind, x.id) for x in one.targets)}
        if taken.isdisjoint(keys):
            taken |= keys
            best.append(one)
    return best


def _size(amount: Money) -> Money:
    return Money(abs(amount.cents))


def _account_of(work: Work, line_id: int) -> int:
    return work.statement_lines.get(line_id).row.bank_account_id
