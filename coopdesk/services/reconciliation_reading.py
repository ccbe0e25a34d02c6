"""Read what reconciliation weighs: open lines, targets, rules and our accounts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching import Target, TargetKind
from coopdesk.domain.bank_matching_plan import Question, propose
from coopdesk.domain.bank_matching_rules import Known, OwnAccount
from coopdesk.domain.bank_matching_scores import FURTHEST_WITH_PROOF
from coopdesk.domain.booking import BookingKey
from coopdesk.domain.booking_patterns import account_of_money
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.payments import Direction, PaymentMode, PaymentSource
from coopdesk.services.booking_run import BookingRun
from coopdesk.storage.bank_words import usual_words
from coopdesk.storage.chart_seed import known_accounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.bank_matching import OpenLine, Proposal, TargetRef
    from coopdesk.storage.unit_of_work import Work

# Money that waits before a bank has it: cheques, cards, platforms.
_WAITING = ("511", "517")
_HABITS = dt.timedelta(days=500)
_REACH = dt.timedelta(days=FURTHEST_WITH_PROOF)


class ReconciliationReading:
    """What one unit of work knows of a bank account and of what belongs to it."""

    def __init__(self, work: Work, today: dt.date, bank_account_id: int) -> None:
        self._work = work
        self._today = today
        self.bank_account_id = bank_account_id

    @cached_property
    def own(self) -> OwnAccount:
        """The account itself.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        account = self._work.bank.get(self.bank_account_id)
        content = account.content
        return OwnAccount(account.id, content.name, content.account, content.iban)

    @cached_property
    def others(self) -> list[OwnAccount]:
        """Our other bank accounts."""
        return [
            OwnAccount(one.id, one.content.name, one.content.account, one.content.iban)
            for one in self._work.bank.accounts()
            if one.id != self.bank_account_id
        ]

    @cached_property
    def books_start(self) -> dt.date | None:
        """The first day of the books; None while nobody keeps them here."""
        years = self._work.fiscal_years.years()
        return min((year.starts_on for year in years), default=None)

    @cached_property
    def books_end(self) -> dt.date:
        """The last day of the last fiscal year: later payments get no entry yet."""
        years = self._work.fiscal_years.years()
        return max((year.ends_on for year in years), default=dt.date.max)

    @cached_property
    def rules(self) -> dict[BookingKey, str]:
        """The account for every kind of payment."""
        return {rule.key: rule.account for rule in BookingRun(self._work, self._today).rules}

    @cached_property
    def _banks(self) -> frozenset[str]:
        return frozenset(one.account for one in (self.own, *self.others))

    @cached_property
    def waiting_numbers(self) -> list[str]:
        """The accounts on which money waits before a bank has it."""
        if self.books_start is None:
            return []
        return [
            number
            for number, account in self._work.chart.by_number().items()
            if number.startswith(_WAITING) and account.is_postable and number not in self._banks
        ]

    def targets(self, lines: Sequence[OpenLine]) -> list[Target]:
        """Return everything that lines of this account may be matched with."""
        first = min((line.booked_on for line in lines), default=self._today)
        since = first - _REACH
        found = self._work.match_targets.entries(self.bank_account_id, since=since)
        found += self._work.match_targets.waiting(self.waiting_numbers)
        return found + self.payments(since=since)

    def payments(
        self,
        payment_ids: Sequence[int] | None = None,
        *,
        since: dt.date | None = None,
        with_cash: bool = False,
    ) -> list[Target]:
        """Return the payments without an entry that may reach this bank."""
        found = self._work.match_targets.payments(payment_ids, since=since)
        placed = map(self._placed, found)
        return [
            target
            for target in placed
            if target is not None and (with_cash or target.mode is not PaymentMode.CASH)
        ]

    def _placed(self, target: Target) -> Target | None:
        """Say on which account the money of a payment waits; None if no bank gets it."""
        if self.books_start is None:
            return target
        if target.day < self.books_start:
            return None
        way = Direction.IN if target.amount.cents > 0 else Direction.OUT
        source = next((x for x in PaymentSource if _name(x) == target.origin), None)
        key = account_of_money(source or PaymentSource.MANUAL, target.mode, way)
        number = self.rules[key]
        if number in self.waiting_numbers or number.startswith(_WAITING):
            return replace(target, through=number) if target.day <= self.books_end else None
        return target

    def known(self) -> Known:
        """Return rules, habits, usual words and our accounts, as far as they take entries."""
        takes = self._takes_entries
        cash, fees = self.rules[BookingKey.CASH], self.rules[BookingKey.PLATFORM_FEE]
        rules = self._work.bank_rules.rules()
        since = self._today - _HABITS
        habits = self._work.match_targets.habits(self.bank_account_id, since)
        return Known(
            self.own,
            rules=[x for x in rules if not x.content.account or takes(x.content.account)],
            habits=[habit for habit in habits if takes(habit.account)],
            usual=[word for word in usual_words() if takes(word.account)],
            accounts=self.others,
            cash=cash if takes(cash) else "",
            fees=fees if takes(fees) else "",
        )

    def _takes_entries(self, number: str) -> bool:
        account = self._work.chart.by_number().get(number)
        if account is not None:
            return account.is_open and account.is_postable
        return number in known_accounts() and not self._work.chart.is_above(number)

    def lines(self) -> list[OpenLine]:
        """Return the open lines of this account."""
        return self._work.match_targets.open_lines(self.bank_account_id)

    def proposals(
        self, line_ids: Sequence[int] | None = None, most: int | None = None
    ) -> list[Proposal]:
        """Return what open lines may be, those asked for; weighed against all of them.

        ``most`` weighs the oldest lines alone beside those asked for.
        """
        every = self._work.match_targets.open_lines()
        wanted = set(line_ids or ())
        mine = [line for line in every if line.bank_account_id == self.bank_account_id]
        if most is not None and len(mine) > most:
            newer = mine[most:]
            mine = [*mine[:most], *(line for line in newer if line.id in wanted)]
        question = Question(
            mine,
            self.targets(mine),
            self.known(),
            [line for line in every if line.bank_account_id != self.bank_account_id],
        )
        found = propose(question)
        if line_ids is None:
            return found
        return [one for one in found if one.line_id in wanted]

    def resolve(self, refs: Iterable[TargetRef]) -> list[Target]:
        """Return targets as they are now, in order.

        Raises:
            NotFoundError: ``reconciliation.target_gone``; one is matched or gone by now.
        """
        wanted = list(refs)
        entry_ids = [ref.id for ref in wanted if ref.kind is TargetKind.ENTRY]
        store = self._work.match_targets
        found = {
            (TargetKind.ENTRY, each.id): each
            for each in (
                *store.waiting(self.waiting_numbers, entry_ids),
                *store.entries(self.bank_account_id, entry_ids, with_seen=True),
            )
        }
        paid = {ref.id for ref in wanted if ref.kind is TargetKind.PAYMENT}
        if paid:
            known = self.payments(sorted(paid), with_cash=True)
            found |= {(TargetKind.PAYMENT, each.id): each for each in known}
        for ref in wanted:
            if (ref.kind, ref.id) not in found:
                raise NotFoundError("reconciliation.target_gone", id=ref.id)
        return [found[ref.kind, ref.id] for ref in wanted]


def _name(source: PaymentSource) -> str:
    return {"helloasso": "HelloAsso", "open_collective": "Open Collective"}.get(
        source.value, ""
    )
