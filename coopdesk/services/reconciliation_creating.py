"""Make what a bank line stands for, inside the unit of work that matches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_creations import (
    AccountCreation,
    DepositCreation,
    EntryCreation,
    FeesCreation,
    GiftCreation,
    PaymentCreation,
    ReturnCreation,
    TransferCreation,
)
from coopdesk.domain.bank_matching import TargetKind, TargetRef
from coopdesk.domain.donations import NewReturn
from coopdesk.domain.entries import EntryForm, NewEntry, NewEntryLine
from coopdesk.domain.entry_forms import CHEQUES, SimpleEntry, entry_of
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import Money, total
from coopdesk.domain.text import clean_line
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.fee_payments import FeePayments
from coopdesk.services.payments import PaymentService
from coopdesk.services.reconciliation_matching import BY_HAND, LineMatching, Why
from coopdesk.storage.chart_seed import known_accounts
from coopdesk.storage.joined_work import JoinedUnits

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.bank_creations import Creation
    from coopdesk.domain.bank_matching import OpenLine, Target
    from coopdesk.storage.unit_of_work import Units, Work


class LineCreating:
    """Makes entries and payments of lines of one bank account, matched with them."""

    def __init__(
        self,
        units: Units,
        work: Work,
        today: Callable[[], dt.date],
        matching: LineMatching,
    ) -> None:
        self._work = work
        self._matching = matching
        self._own = matching.reading.own
        joined = JoinedUnits(units, work)
        self._entries = EntryService(joined, today)
        self._payments = PaymentService(joined, today)
        self._gifts = DonationService(joined, today)
        self._fees = FeePayments(joined, today)

    def create(self, line_id: int, creation: Creation, why: Why = BY_HAND) -> None:
        """Make what is asked for and match the line with it.

        Raises:
            RuleError: as the service that records it; ``reconciliation.not_on_account``,
            ``reconciliation.entry_differs``, ``reconciliation.deposit_differs``,
            ``reconciliation.deposit_mixed``.
        """
        line = self._matching.line(line_id)
        if isinstance(creation, DepositCreation):
            self.deposit(line, creation.targets, creation.label, why)
        elif isinstance(creation, TransferCreation):
            self._transfer(line, creation, why)
        elif isinstance(creation, (AccountCreation, EntryCreation)):
            self._entry(line, creation, why)
        else:
            self._settle(line, self._paid(line, creation), why)

    def _entry(
        self, line: OpenLine, creation: AccountCreation | EntryCreation, why: Why
    ) -> None:
        if isinstance(creation, EntryCreation):
            entry_id = self._record(creation.entry, creation)
            self._settle_entry(line, entry_id, why)
            return
        self._take_account(creation.account)
        is_in = line.amount.cents > 0
        simple = SimpleEntry(
            form=EntryForm.INCOME if is_in else EntryForm.EXPENSE,
            entry_on=line.booked_on,
            amount=_size(line),
            label=_label(line, creation.label),
            treasury=self._own.account,
            account=creation.account,
            contact_id=creation.contact_id,
            activity_id=creation.activity_id,
            voucher_ref=creation.voucher_ref,
            note=creation.note,
        )
        entry_id = self._record(self._typed(simple))
        self._matching.settle(line.id, line.amount, entry_id=entry_id, why=why)

    def _typed(self, simple: SimpleEntry) -> NewEntry:
        return entry_of(simple, self._work.part().journals.journals())

    def _take_account(self, number: str) -> None:
        """Put an account of the catalogue into the chart the first time it is needed."""
        chart = self._work.part().chart
        if number and number not in chart.by_number() and number in known_accounts():
            chart.take(number)

    def _record(self, new: NewEntry, creation: EntryCreation | None = None) -> int:
        """Record an entry; one of a closed year goes to the next open one."""
        files, model = (creation.files, creation.model) if creation else ((), "")
        made = self._entries.record(self._entries.late(new), files, model).value
        self._matching.entry_ids.append(made.id)
        return made.id

    def _settle_entry(self, line: OpenLine, entry_id: int, why: Why) -> None:
        """Match a line with an entry that a form typed, as far as it moves the bank."""
        found = self._work.part().match_targets.entries(self._own.bank_account_id, [entry_id])
        if not found:
            raise RuleError(
                "reconciliation.not_on_account", field="lines", number=self._own.account
            )
        moved = found[0].amount
        is_same_way = moved.cents * line.amount.cents > 0
        if not is_same_way or abs(moved.cents) > abs(line.amount.cents):
            raise RuleError(
                "reconciliation.entry_differs", field="amount", amount=moved, left=line.amount
            )
        self._matching.settle(line.id, moved, entry_id=entry_id, why=why)

    def _transfer(self, line: OpenLine, creation: TransferCreation, why: Why) -> None:
        self._take_account(creation.account)
        is_in = line.amount.cents > 0
        here, there = self._own.account, creation.account
        simple = SimpleEntry(
            form=EntryForm.TRANSFER,
            entry_on=line.booked_on,
            amount=_size(line),
            label=_label(line, creation.label),
            treasury=there if is_in else here,
            target=here if is_in else there,
        )
        entry_id = self._record(self._typed(simple))
        self._matching.settle(line.id, line.amount, entry_id=entry_id, why=why)
        if creation.other_line_id is not None:
            self._matching.load([creation.other_line_id], (), elsewhere=True)
            other = self._matching.line(creation.other_line_id)
            if other.amount != -line.amount:
                raise RuleError(
                    "reconciliation.entry_differs", amount=other.amount, left=-line.amount
                )
            self._matching.settle(other.id, other.amount, entry_id=entry_id, why=why)

    def deposit(self, line: OpenLine, refs: Sequence[TargetRef], label: str, why: Why) -> None:
        """Take money that waited to the bank, and match both ends: letters there, a line here.

        Payments that have no entry yet get theirs first.
        """
        self._matching.load((), refs)
        keys = dict.fromkeys((ref.kind, ref.id) for ref in refs)
        targets = [self._matching.target(TargetRef(*key)) for key in keys]
        through = self._through(line, targets)
        booked = self._matching.book(x.id for x in targets if x.kind is TargetKind.PAYMENT)
        parts = [x.id if x.kind is TargetKind.ENTRY else booked.get(x.id) for x in targets]
        if None in parts:
            raise RuleError("reconciliation.no_entry_possible")
        entry_id = self._record(self._deposited(line, through, label))
        self._put_letters(through, [*filter(None, parts), entry_id])
        self._matching.settle(line.id, line.amount, entry_id=entry_id, why=why)

    def _through(self, line: OpenLine, targets: Sequence[Target]) -> str:
        """Return the account on which all of them wait."""
        accounts = {target.through for target in targets}
        if len(accounts) != 1 or "" in accounts:
            raise RuleError("reconciliation.deposit_mixed")
        amount = total(target.amount for target in targets)
        if amount != line.amount:
            raise RuleError("reconciliation.deposit_differs", amount=line.amount, sum=amount)
        return accounts.pop()

    def _deposited(self, line: OpenLine, through: str, label: str) -> NewEntry:
        """Return the entry: a deposit of cheques, or a payout without the detour by 58."""
        said = _label(line, label)
        if through == CHEQUES and line.amount.cents > 0:
            return self._typed(
                SimpleEntry(
                    EntryForm.CHEQUE_DEPOSIT,
                    line.booked_on,
                    line.amount,
                    said,
                    self._own.account,
                )
            )
        size = _size(line)
        ends = (self._own.account, through)
        into, out_of = ends if line.amount.cents > 0 else ends[::-1]
        lines = (NewEntryLine(into, debit=size), NewEntryLine(out_of, credit=size))
        journals = self._work.part().journals
        kept = journals.of_account(self._own.account) or journals.of_kind(JournalKind.MISC)
        return NewEntry(kept.code, line.booked_on, said, lines, form=EntryForm.GRID)

    def _put_letters(self, account: str, entry_ids: Sequence[int]) -> None:
        """Match the lines of entries on an account where they settle each other."""
        part = self._work.part()
        lines = [
            line
            for entry in part.entries.get_many(entry_ids)
            for line in entry.lines
            if line.content.account == account and not line.matching
        ]
        if total(line.content.signed for line in lines):
            return
        marks = part.entry_marks
        letters = marks.next_letters(marks.lines([lines[0].id])[0].account_id)
        day = max(line.reconciled_on or self._matching.today for line in lines)
        marks.put_matching([line.id for line in lines], letters, day)

    def _paid(
        self,
        line: OpenLine,
        creation: PaymentCreation | GiftCreation | FeesCreation | ReturnCreation,
    ) -> int | None:
        """Record money by the service of its kind; return its payment."""
        if isinstance(creation, PaymentCreation):
            return self._payments.record(creation.payment).value.id
        if isinstance(creation, FeesCreation):
            return self._fees.record_payment(creation.payment).value.id
        if isinstance(creation, GiftCreation):
            return self._gifts.record(creation.gift).value.payment_id
        new = NewReturn(line.booked_on, creation.reason, creation.note)
        return self._gifts.give_back(creation.donation_id, new).value.return_payment_id

    def _settle(self, line: OpenLine, payment_id: int | None, why: Why) -> None:
        """Match a line with a payment that was just recorded, as far as the line goes."""
        found = self._work.part().match_targets.payments([payment_id or 0])
        if not found:
            raise RuleError(
                "reconciliation.not_on_account", field="mode", number=self._own.account
            )
        moved = found[0].amount
        if moved.cents * line.amount.cents <= 0 or abs(moved.cents) > abs(line.amount.cents):
            raise RuleError(
                "reconciliation.entry_differs", field="amount", amount=moved, left=line.amount
            )
        self._matching.settle(line.id, moved, payment_id=payment_id, why=why)


def _size(line: OpenLine) -> Money:
    return Money(abs(line.amount.cents))


def _label(line: OpenLine, label: str) -> str:
    return clean_line(label or line.label)[:LABEL_LIMIT]
