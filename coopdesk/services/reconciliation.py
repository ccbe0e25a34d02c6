"""Use cases around bank lines: match them with the books, make what lacks, prove the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coopdesk.domain.bank_creations import Creation
    from coopdesk.domain.bank_matching import (
        AutoDone,
        Match,
        MatchDone,
        Proposal,
        Target,
        TargetRef,
    )
    from coopdesk.domain.bank_reconciliation import ReconciliationState
    from coopdesk.domain.bank_rules import BankRule, NewBankRule
    from coopdesk.domain.entry_forms import SimpleEntry
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units

_NOT_YET = "is being written"


class ReconciliationService:
    """Propose, match, create in place, learn, and draw up the state."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def proposals(
        self, bank_account_id: int, line_ids: Sequence[int] | None = None
    ) -> list[Proposal]:
        """Return what open lines may be: by line in order of day, the best of each first.

        Of all open lines of an account, or of some. A line without any proposal is absent.
        """
        raise NotImplementedError(_NOT_YET)

    def accept(self, proposal: Proposal) -> Outcome[MatchDone]:
        """Do what a proposal says, in one operation; raises as ``match`` and ``create``."""
        raise NotImplementedError(_NOT_YET)

    def accept_all(
        self, proposals: Sequence[Proposal], progress: Progress = NO_PROGRESS
    ) -> Outcome[AutoDone]:
        """Accept many proposals in one operation; those that no longer hold are left."""
        raise NotImplementedError(_NOT_YET)

    def match_auto(
        self, bank_account_id: int, progress: Progress = NO_PROGRESS, *, dry_run: bool = False
    ) -> Outcome[AutoDone]:
        """Accept every sure proposal of an account; a dry run only says which."""
        raise NotImplementedError(_NOT_YET)

    def match(
        self, line_ids: Sequence[int], targets: Sequence[TargetRef]
    ) -> Outcome[MatchDone]:
        """Match one line with targets, or several lines with one target, in one operation.

        Raises:
            RuleError: ``reconciliation.too_much`` (amount, left), ``reconciliation.aside``,
            ``reconciliation.other_way``, ``reconciliation.matched``,
            ``reconciliation.many_to_many``, ``reconciliation.nothing_chosen``,
            ``reconciliation.deposit_differs`` (amount, sum).
            NotFoundError: ``statement.line_missing``, an entry or a payment is gone.
        """
        raise NotImplementedError(_NOT_YET)

    def unmatch(self, line_ids: Sequence[int]) -> Outcome[int]:
        """Take all matches off lines, return how many; what was created stays."""
        raise NotImplementedError(_NOT_YET)

    def candidates(self, line_id: int, text: str = "", limit: int = 50) -> list[Target]:
        """Return what a line may be matched with by hand, the nearest first.

        ``text`` is words of label or name, an amount, or the number of an entry or cheque.
        """
        raise NotImplementedError(_NOT_YET)

    def matches_of(self, line_ids: Sequence[int]) -> Mapping[int, tuple[Match, ...]]:
        """Return what lines are matched with, by line; those without are absent."""
        raise NotImplementedError(_NOT_YET)

    def create(
        self, line_id: int, creation: Creation, rule: NewBankRule | None = None
    ) -> Outcome[MatchDone]:
        """Make what a line stands for and match it, in one operation; keep a rule with it.

        Raises: as the service that makes it, as ``match`` and ``add_rule``.
        """
        raise NotImplementedError(_NOT_YET)

    def started(self, line_id: int) -> SimpleEntry:
        """Return the form of an entry as a line fills it: day, amount, label, account."""
        raise NotImplementedError(_NOT_YET)

    def rule_for(self, line_id: int, creation: Creation) -> NewBankRule | None:
        """Return the rule that creating this would teach; None where words tell nothing."""
        raise NotImplementedError(_NOT_YET)

    def rules(self) -> list[BankRule]:
        """Return all rules, the most used first."""
        raise NotImplementedError(_NOT_YET)

    def add_rule(self, new: NewBankRule) -> Outcome[BankRule]:
        """Keep a rule; one of the same words, direction and account takes its place.

        Raises:
            RuleError: ``rule.words_missing``, ``rule.words_too_common``,
            ``rule.account_missing``, ``rule.limits``, and what the chart refuses.
        """
        raise NotImplementedError(_NOT_YET)

    def change_rule(self, rule_id: int, new: NewBankRule) -> Outcome[BankRule]:
        """Replace a rule; raises as ``add_rule``, ``rule.known``, ``rule.missing``."""
        raise NotImplementedError(_NOT_YET)

    def remove_rule(self, rule_id: int) -> Outcome[None]:
        """Remove a rule; entries made by it stay. Raises NotFoundError ``rule.missing``."""
        raise NotImplementedError(_NOT_YET)

    def lines_of_rule(self, new: NewBankRule, limit: int = 200) -> list[int]:
        """Return the lines whose words a rule matches, the latest first, to show its effect."""
        raise NotImplementedError(_NOT_YET)

    def state(self, bank_account_id: int, until: dt.date | None = None) -> ReconciliationState:
        """Return how bank and books belong together on a day (the last line's when None)."""
        raise NotImplementedError(_NOT_YET)

    def write_state(self, bank_account_id: int, until: dt.date | None, path: Path) -> Path:
        """Write the state of reconciliation as a PDF of one page and more; return the path."""
        raise NotImplementedError(_NOT_YET)
