"""Brings the books to what was paid and given, inside one unit of work."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.domain.booking import Booking, BookingDone, BookingRule, BookingStep
from coopdesk.domain.booking_patterns import entry_of_gift, entry_of_payment
from coopdesk.domain.booking_plan import (
    BookingPlan,
    BookingPlanner,
    source_key,
    told_activities,
)
from coopdesk.domain.chart_rules import kind_below
from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_rules import LABEL_LIMIT, reversal_of
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear, year_label
from coopdesk.domain.money import Money
from coopdesk.domain.year_rules import as_late, usual_year
from coopdesk.storage.booking_rules import shipped_rules
from coopdesk.storage.chart_seed import known_accounts
from coopdesk.wording.booking import gift_words, payment_words, reversal_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.booking import PaymentToBook
    from coopdesk.domain.booking_plan import PlannedStep
    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.journals import JournalKind
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Work

_BATCH = 400


class BookingRun:
    """What is to be done, and doing it."""

    def __init__(self, work: Work, today: dt.date) -> None:
        self._work = work
        self._today = today

    @cached_property
    def rules(self) -> tuple[BookingRule, ...]:
        """The account for each key as it counts now, and whether entries can be made on it."""
        own = self._work.booking.own_rules()
        return tuple(
            self._judged(
                replace(rule, account=own[rule.key], own_label="", is_own=True)
                if rule.key in own
                else rule
            )
            for rule in shipped_rules()
        )

    def _judged(self, rule: BookingRule) -> BookingRule:
        number, chart = rule.account, self._work.chart.by_number()
        if number in chart:
            account = chart[number]
            usable = account.is_open and account.is_postable
            return replace(rule, account_label=account.label, own_label="", is_usable=usable)
        catalogue = known_accounts().get(number)
        label = catalogue.label if catalogue else rule.own_label
        usable = bool(label) and not self._work.chart.is_above(number)
        return replace(rule, account_label=label, is_usable=usable)

    @cached_property
    def _booking(self) -> Booking:
        journals = [x for x in self._work.journals.journals() if x.is_open]
        kinds: dict[JournalKind, str] = {}
        for journal in journals:
            kinds.setdefault(journal.kind, journal.code)
        return Booking(
            accounts={rule.key: rule.account for rule in self.rules},
            journals={x.account: x.code for x in journals if x.account},
            kinds=kinds,
            activities=self._work.booking.activities(),
        )

    @cached_property
    def _planner(self) -> BookingPlanner:
        years = self._work.fiscal_years.years()
        return BookingPlanner(years or [self._first_year()])

    def _first_year(self) -> FiscalYear:
        """Return the year that the first entry would make."""
        profile = self._work.association.get()
        month = profile.fiscal_year_start if profile is not None else 1
        starts_on, ends_on = usual_year(self._today, month)
        return FiscalYear(0, year_label(starts_on, ends_on), starts_on, ends_on)

    def plan(self, fiscal_year_id: int | None = None) -> BookingPlan:
        """Return every step to be taken, of one fiscal year or of all."""
        booking = self._work.booking
        plan = self._planner.plan(booking.prints(), booking.living())
        if fiscal_year_id is None:
            return plan
        steps = (x for x in plan.steps if x.fiscal_year_id == fiscal_year_id)
        return BookingPlan(tuple(steps), plan.left_out)

    def count(self, ids: range) -> int:
        """Return how many steps are to be taken about payments and gifts of these ids."""
        booking = self._work.booking
        return len(self._planner.plan(booking.prints(ids), booking.living(ids)).steps)

    def entries(self, steps: Sequence[PlannedStep]) -> dict[int, NewEntry]:
        """Return the entries that steps want, by the key of their source."""
        wanted = [(x, x.print.digest) for x in steps if x.print is not None]
        paid = {x.key: digest for x, digest in wanted if x.key > 0}
        given = {-x.key: digest for x, digest in wanted if x.key < 0}
        banks = self._work.matches.of_payments(list(paid))
        made = [
            entry_of_payment(
                replace(self._told(each), treasury=banks.get(each.id, "")), self._booking
            )
            for each in self._work.booking.payments(paid)
        ]
        made += [
            entry_of_gift(replace(each, label=gift_words(each)), self._booking)
            for each in self._work.booking.gifts(given)
        ]
        days = {x.key: x.entry_on for x in steps}
        found = {}
        for entry in made:
            key = source_key(entry.source.payment_id, entry.source.donation_id)
            day = days[key]
            is_late = day is not None and day != entry.entry_on
            found[key] = as_late(entry, day) if is_late and day is not None else entry
        return found

    def _told(self, paid: PaymentToBook) -> PaymentToBook:
        """Return a payment with the label of its entry, its own accounts if they take one."""
        parts = tuple(
            replace(
                part,
                account=self.taking(part.account),
                grant_account=self.taking(part.grant_account),
            )
            for part in paid.parts
        )
        return replace(paid, label=payment_words(paid), parts=parts)

    def taking(self, number: str) -> str:
        """Return a number if entries can be made on it, else none: the rule decides then."""
        if not number:
            return ""
        account = self._work.chart.by_number().get(number)
        takes = account is not None and account.is_open and account.is_postable
        return number if takes else ""

    def unopened(self, entries: Iterable[NewEntry]) -> list[BookingRule]:
        """Return the rules whose accounts entries need and the chart lacks; raises ``take``."""
        used = {line.account for entry in entries for line in entry.lines}
        for rule in self.rules:
            if rule.account in used and not rule.is_usable:
                raise RuleError("booking.account_unusable", number=rule.account)
        known = self._work.chart.by_number()
        lacking = {x.account: x for x in self.rules if x.account in used - known.keys()}
        return list(lacking.values())

    def open_accounts(self, entries: Iterable[NewEntry]) -> None:
        """Put what entries need into the chart: of the catalogue, or own sub-accounts.

        Raises:
            RuleError: ``booking.account_unusable``, one takes no entries.
        """
        for rule in self.unopened(entries):
            if rule.account in known_accounts():
                self._work.chart.take(rule.account)
                continue
            known = {one.number: one.kind for one in self._work.chart.accounts()}
            kind = kind_below(rule.account, known)
            self._work.chart.add(rule.account, rule.own_label, kind)

    def take(self, plan: BookingPlan, progress: Progress) -> BookingDone:
        """Take every step; raises as ``open_accounts`` and what entries refuse."""
        self._work.chart.ensure()
        self._work.fiscal_years.ensure(self._today)
        counts: Counter[BookingStep] = Counter()
        cents = 0
        for start in range(0, len(plan.steps), _BATCH):
            progress.advance(start, len(plan.steps))
            batch = plan.steps[start : start + _BATCH]
            entries = self.entries(batch)
            self.open_accounts(entries.values())
            self._write(batch, entries)
            counts.update(step.step for step in batch)
            cents += sum(x.print.cents for x in batch if x.print is not None)
        progress.advance(len(plan.steps), len(plan.steps))
        return BookingDone(
            added=counts[BookingStep.ADD],
            renewed=counts[BookingStep.RENEW],
            dropped=counts[BookingStep.DROP],
            reversed=counts[BookingStep.REVERSE],
            amount=Money(cents),
        )

    def _write(self, steps: Sequence[PlannedStep], wanted: dict[int, NewEntry]) -> None:
        store = self._work.entries
        entries = {**wanted, **self._as_before(steps, wanted)}
        # A file kept with a draft goes with it, and comes back with it.
        store.remove([key for step in steps for key in step.drops], with_files=True)
        self._reverse([key for step in steps for key in step.reverses])
        new = [x.key for x in steps if x.print is not None and x.renews is None]
        store.add_many([entries[key] for key in new if key in entries])
        for step in steps:
            if step.renews is not None and step.key in entries:
                store.change(step.renews, entries[step.key])
        self._keep_matched(steps, new)

    def _keep_matched(self, steps: Sequence[PlannedStep], new: Sequence[int]) -> None:
        """Let lines of the bank that showed the payments lead to their entries from now on."""
        matches = self._work.matches
        matches.hand_over([key for key in new if key > 0])
        taken_back = {old: step.key for step in steps for old in step.reverses if step.key > 0}
        if taken_back:
            standing = matches.entries_of(list(set(taken_back.values())))
            matches.replaced({old: standing.get(key) for old, key in taken_back.items()})

    def _as_before(
        self, steps: Sequence[PlannedStep], wanted: dict[int, NewEntry]
    ) -> dict[int, NewEntry]:
        """Return the entries that take the place of others, for the same activities.

        A person may have said what lines were for; no payment or gift tells it again. What the
        source told itself is told anew by it, or no more.
        """
        before = {
            step.renews or step.reverses[0]: step.key
            for step in steps
            if step.key in wanted and (step.renews or step.reverses)
        }
        found = {}
        for old in self._work.entries.get_many(list(before)):
            key = before[old.id]
            found[key] = _for_same_activities(wanted[key], old.content)
        return found

    def _reverse(self, ids: Sequence[int]) -> None:
        known = self._work.entries.get_many(ids)
        reversals = []
        for entry in known:
            day = self._planner.reversal_day(entry.content.entry_on)
            assert day is not None  # the plan left out what cannot be reversed
            words = reversal_words(entry.content.label, entry.number)
            reversal = reversal_of(entry.content, day, words[:LABEL_LIMIT])
            real = entry.content.voucher_on or entry.content.entry_on
            by_rule = EntryForm.AUTOMATIC  # one reversed by hand would not come back
            reversals.append(replace(reversal, voucher_on=real, form=by_rule))
        if reversals:
            self._work.entries.add_many(reversals, reverses=[entry.id for entry in known])


def _for_same_activities(new: NewEntry, old: NewEntry) -> NewEntry:
    """Return an entry whose lines are for what those of each account were for, in order."""
    known: dict[str, list[int | None]] = defaultdict(list)
    told = told_activities(old.source.digest)
    for line in old.lines:
        known[line.account].append(None if line.activity_id in told else line.activity_id)
    lines = []
    for line in new.lines:
        had = known[line.account] or [None]
        activity_id = had.pop(0) if len(had) > 1 else had[0]
        lines.append(line if line.activity_id else replace(line, activity_id=activity_id))
    return replace(new, lines=tuple(lines))
