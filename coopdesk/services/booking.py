"""Use cases around automatic entries: what waits, prepare it, the accounts that are used."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.domain.booking import (
    BookingKey,
    BookingProposal,
    BookingReview,
    SourceRef,
)
from coopdesk.domain.booking_plan import WaitingPart
from coopdesk.domain.chart_rules import checked_number, require_postable
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.services.booking_run import BookingRun
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.wording.booking import key_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.booking import (
        BookingDone,
        BookingRule,
        EntryLink,
        SourceLink,
    )
    from coopdesk.domain.booking_plan import BookingPlan
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units

_BOOKS = (Subject.ENTRIES, Subject.CHART)
# So many payments and gifts at once: nobody who asks for anything else waits for all of them.
_STEP = 1000


class BookingService:
    """Prepare entries from payments and gifts, as often as one likes: nothing doubles."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def pending(self, fiscal_year_id: int | None = None, shown: int = 0) -> BookingReview:
        """Return what preparing the entries would do, with the first ``shown`` of them.

        Raises:
            RuleError: ``booking.account_unusable``, one of those shown needs an account that
            takes no entries.
        """
        with self._units.read() as work:
            run = BookingRun(work, self._today())
            plan = run.plan(fiscal_year_id)
            return _review(run, plan, shown)

    def waiting(self) -> int:
        """Return how many payments and gifts wait; 0 as long as nobody keeps books here."""
        with self._units.read() as work:
            if not work.fiscal_years.years():
                return 0
            return len(BookingRun(work, self._today()).plan().steps)

    def waiting_part(self, before: WaitingPart | None = None) -> WaitingPart:
        """Count some payments and gifts that wait more than ``before`` did; none: begin.

        Comparing all of them takes seconds where there are a hundred thousand. Whoever shows
        the count asks again with what came, until it is whole: the sum is ``waiting``.
        """
        with self._units.read() as work:
            if not work.fiscal_years.years():
                return WaitingPart(is_whole=True)
            so_far = before or WaitingPart(highest_id=work.booking.highest_source())
            ids = range(so_far.next_id, so_far.next_id + _STEP)
            count = so_far.count + BookingRun(work, self._today()).count(ids)
        is_whole = ids.stop > so_far.highest_id
        return WaitingPart(count, is_whole, ids.stop, so_far.highest_id)

    def book(
        self, progress: Progress = NO_PROGRESS, fiscal_year_id: int | None = None
    ) -> Outcome[BookingDone]:
        """Bring drafts and reversals to what was paid and given, of one year or of all.

        A new payment or gift becomes a draft; a draft follows its source, or goes with it; a
        validated entry whose source changed is reversed by a draft, and made anew. What lies in
        a closed year goes to the first day of the next open one, with its real day.

        Raises:
            RuleError: ``booking.account_unusable``, an account of a rule takes no entries.
            JobCancelledError: the person stopped; nothing is left.
        """
        with self._units.write("booking.booked") as work:
            run = BookingRun(work, self._today())
            plan = run.plan(fiscal_year_id)
            work.recorder.relabel(count=str(len(plan.steps)))
            done = run.take(plan, progress)
            work.commit()
        return changed(done, *(_BOOKS if done.count else ()))

    def rules(self) -> tuple[BookingRule, ...]:
        """Return the account for every kind of payment and gift, in the order of settings."""
        with self._units.read() as work:
            return BookingRun(work, self._today()).rules

    def set_rule(self, key: BookingKey, number: str) -> Outcome[BookingRule]:
        """Choose the account for a kind of payment or gift; entries already made stay.

        Raises:
            RuleError: ``account.number_missing``, ``account.number_wrong``,
            ``account.not_known``, ``account.is_parent`` or ``account.is_closed``.
        """
        wanted = checked_number(number)
        with self._units.write("booking.rule_set", key=key.value, number=wanted) as work:
            account = work.chart.take(wanted)
            require_postable(account)
            work.booking.set_rule(key, account.id)
            rule = _rule_of(BookingRun(work, self._today()), key)
            work.commit()
        return changed(rule, Subject.CHART)

    def reset_rule(self, key: BookingKey) -> Outcome[BookingRule]:
        """Take the program's account for a key again.

        Raises:
            RuleError: ``booking.rule_not_own``.
        """
        with self._units.write("booking.rule_reset", key=key.value) as work:
            if not work.booking.reset_rule(key):
                raise RuleError("booking.rule_not_own", key=key_text(key))
            rule = _rule_of(BookingRun(work, self._today()), key)
            work.commit()
        return changed(rule, Subject.CHART)

    def entries_of(
        self,
        *,
        payment_id: int | None = None,
        donation_id: int | None = None,
        expense_sheet_id: int | None = None,
        membership_id: int | None = None,
        receipt_id: int | None = None,
    ) -> list[EntryLink]:
        """Return the entries made of a record, and those that reverse them, the oldest first.

        Those of a gift are of its money as well, and of the payment by which it went back.
        """
        with self._units.read() as work:
            links = work.booking_links
            asked: tuple[tuple[int | None, Callable[[int], list[EntryLink]]], ...] = (
                (payment_id, links.of_payment),
                (donation_id, links.of_gift),
                (expense_sheet_id, links.of_sheet),
                (membership_id, links.of_membership),
                (receipt_id, links.of_receipt),
            )
            found = {x.id: x for key, of in asked if key is not None for x in of(key)}
        return sorted(found.values(), key=lambda link: (link.entry_on, link.id))

    def sources_of(self, entry_id: int) -> list[SourceLink]:
        """Return what an entry leads back to: its payment, the gifts, receipts and so on.

        A reversal leads to what the reversed entry was made of.

        Raises:
            NotFoundError: ``entry.missing``.
        """
        with self._units.read() as work:
            entry = work.entries.get(entry_id)
            if entry.reverses_id is not None:
                entry = work.entries.get(entry.reverses_id)
            return work.booking_links.sources_of(entry.content.source)


def _rule_of(run: BookingRun, key: BookingKey) -> BookingRule:
    return next(rule for rule in run.rules if rule.key is key)


def _review(run: BookingRun, plan: BookingPlan, shown: int) -> BookingReview:
    first = plan.steps[:shown]
    entries = run.entries(first)
    return BookingReview(
        steps=Counter(step.step for step in plan.steps),
        amount=Money(sum(x.print.cents for x in plan.steps if x.print is not None)),
        late=sum(step.is_late for step in plan.steps),
        left_out=plan.left_out,
        own_accounts=tuple(
            (rule.account, rule.account_label) for rule in run.unopened(entries.values())
        ),
        proposals=tuple(
            BookingProposal(
                step.step,
                SourceRef(step.source.payment_id, step.source.donation_id),
                entries.get(step.key),
                step.print.day if step.is_late and step.print is not None else None,
            )
            for step in first
        ),
    )
