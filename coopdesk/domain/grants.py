"""Grants that were notified: when they are income, what is due, what later years keep."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryKind, EntrySource, NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.shares_of_time import part_after, share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.fiscal_years import FiscalYear

TITLE_LIMIT, NOTE_LIMIT = 200, 2000
NOTIFIED, DEFERRED, RELEASE = "notified", "deferred", "release"
DEFERRED_ACCOUNT, RELEASED_ACCOUNT, RELEASE_ACCOUNT = "487", "139", "747"
_DAY = dt.timedelta(days=1)
# The table of grants as voucher of what the closing works out.
_TABLE_MARK = "S"


class GrantKind(enum.Enum):
    """What a grant pays for: running the association, or buying what lasts."""

    OPERATING = "operating"
    INVESTMENT = "investment"


# Where it is income or funds, and where it is due (legal_fr §2.4).
USUAL_ACCOUNTS = {
    GrantKind.OPERATING: ("741", "4417"),
    GrantKind.INVESTMENT: ("131", "4411"),
}


@dataclass(frozen=True, slots=True)
class NewGrantAward:
    """A notified grant as typed; empty accounts are the usual ones of its kind.

    ``starts_on`` to ``ends_on`` are the days it is for; without them, the year it is notified.
    ``expected_on`` is the day on which what is still due may come.
    """

    title: str
    amount: Money
    notified_on: dt.date
    kind: GrantKind = GrantKind.OPERATING
    funder_id: int | None = None
    account: str = ""
    receivable_account: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    expected_on: dt.date | None = None
    activity_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class GrantPayment:
    """Money that came for a grant, or that was given back of it."""

    payment_id: int
    paid_on: dt.date
    amount: Money


@dataclass(frozen=True, slots=True)
class GrantAward:
    """A recorded grant with what was paid of it; ``returns`` is money given back."""

    id: int
    content: NewGrantAward
    funder_name: str = ""
    activity_name: str = ""
    payments: tuple[GrantPayment, ...] = ()
    returns: tuple[GrantPayment, ...] = ()

    @property
    def paid(self) -> Money:
        """What came."""
        return total(payment.amount for payment in self.payments)

    @property
    def due(self) -> Money:
        """What is still to come; below zero when too much came."""
        return self.content.amount - self.paid

    @property
    def returned(self) -> Money:
        """What was given back."""
        return total(payment.amount for payment in self.returns)

    @property
    def held(self) -> Money:
        """What came and was not given back."""
        return self.paid - self.returned

    @property
    def overpaid(self) -> Money:
        """What we hold beyond what is granted, since it was lowered: a debt to the funder."""
        return max(ZERO, self.held - self.content.amount)

    @property
    def kept(self) -> Money:
        """What of the grant stays ours: all of it but what was given back of it."""
        return self.kept_on(dt.date.max)

    def kept_on(self, day: dt.date) -> Money:
        """Return what of the grant stays ours on a day.

        What came beyond the grant is given back first, and takes nothing off it.
        """
        returned = total(one.amount for one in self.returns if one.paid_on <= day)
        beyond = max(ZERO, self.paid - self.content.amount)
        return self.content.amount - max(ZERO, returned - beyond)


def checked_grant(new: NewGrantAward) -> NewGrantAward:
    """Return a grant with tidy fields and its accounts.

    Raises:
        RuleError: ``grant.title_missing``, ``grant.amount_missing``, ``grant.days_reversed``,
            ``grant.days_missing`` (one of the two), ``grant.account_wrong``,
            ``grant.receivable_wrong``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("grant.title_missing", "title")
    if new.amount <= ZERO:
        checks.refuse("grant.amount_missing", "amount")
    if (new.starts_on is None) != (new.ends_on is None):
        checks.refuse("grant.days_missing", "starts_on" if new.ends_on else "ends_on")
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        checks.refuse("grant.days_reversed", "ends_on")
    income, receivable = USUAL_ACCOUNTS[new.kind]
    account, claim = new.account or income, new.receivable_account or receivable
    if not account.startswith("7" if new.kind is GrantKind.OPERATING else "13"):
        checks.refuse("grant.account_wrong", "account", account=account)
    if not claim.startswith("4"):
        checks.refuse("grant.receivable_wrong", "receivable_account", account=claim)
    note = checks.text(new.note, "note", NOTE_LIMIT)
    checks.finish()
    return replace(new, title=title, note=note, account=account, receivable_account=claim)


def check_return(award: GrantAward, amount: Money) -> None:
    """Check that an amount can be given back.

    Raises:
        RuleError: ``grant.return_too_much`` above what is held; ``grant.return_apart``: what
            came beyond the grant goes back on its own first, for the books have it elsewhere.
    """
    if amount > award.held:
        raise RuleError("grant.return_too_much", field="amount", held=max(ZERO, award.held))
    if ZERO < award.overpaid < amount:
        raise RuleError("grant.return_apart", field="amount", beyond=award.overpaid)


def granted_in_year(award: GrantAward, awards: Iterable[GrantAward]) -> Money:
    """Return what the funder of a grant gave notice of in its calendar year, all together.

    Of a grant whose funder nobody noted, its own amount.
    """
    content = award.content
    if content.funder_id is None:
        return content.amount
    return total(
        one.content.amount
        for one in awards
        if one.content.funder_id == content.funder_id
        and one.content.notified_on.year == content.notified_on.year
    )


def deferred(grant: NewGrantAward, day: dt.date) -> Money:
    """Return what of an operating grant notified by ``day`` is for the days after it.

    Shared by days over those it is for; nothing without them (account 487).
    """
    is_shared = grant.kind is GrantKind.OPERATING and grant.notified_on <= day
    if not is_shared or grant.starts_on is None or grant.ends_on is None:
        return ZERO
    return part_after(grant.amount, grant.starts_on, grant.ends_on, day)


def recognised(grant: NewGrantAward, year: FiscalYear) -> Money:
    """Return what a fiscal year has as income of an operating grant."""
    return recognised_of(GrantAward(0, grant), year)


def recognised_of(award: GrantAward, year: FiscalYear) -> Money:
    """Return the same of a recorded grant: what is given back is less income of that year."""
    grant = award.content
    if grant.kind is not GrantKind.OPERATING:
        return ZERO
    before = year.starts_on - _DAY
    notified = grant.amount if year.holds(grant.notified_on) else ZERO
    returned = award.kept_on(before) - award.kept_on(year.ends_on)
    later = deferred_of(award, year.ends_on)
    return deferred_of(award, before) + notified - returned - later


def deferred_of(award: GrantAward, day: dt.date) -> Money:
    """Return what of a recorded grant, without what was given back, is for later days."""
    return deferred(replace(award.content, amount=award.kept_on(day)), day)


def released(grant: NewGrantAward, plans: Iterable[tuple[Money, Money]]) -> Money:
    """Return what of an investment grant is income by now: at the pace of depreciation.

    ``plans`` are, for each asset that it pays for, what is depreciated and what will be in all;
    an asset that is gone counts as depreciated whole.
    """
    told = list(plans)
    whole = total(base for _done, base in told)
    done = total(depreciated for depreciated, _base in told)
    return share(grant.amount, done.cents, whole.cents) if whole else ZERO


def notified_entry(award: GrantAward, label: str) -> NewEntry:
    """Return the entry of a notification: 441 to 74 or 131 (at the day of the notification)."""
    new = award.content
    return NewEntry(
        journal="OD",
        entry_on=new.notified_on,
        label=label,
        lines=(
            NewEntryLine(new.receivable_account, debit=new.amount, contact_id=new.funder_id),
            NewEntryLine(new.account, credit=new.amount, activity_id=new.activity_id),
        ),
        source=EntrySource(grant_award_id=award.id, digest=NOTIFIED),
    )


def deferred_entry(award: GrantAward, on: dt.date, amount: Money, label: str) -> NewEntry:
    """Return the entry that keeps a part for later years: 74 to 487, then reversed."""
    new = award.content
    return NewEntry(
        journal="OD",
        entry_on=on,
        label=label,
        lines=(
            NewEntryLine(new.account, debit=amount, activity_id=new.activity_id),
            NewEntryLine(DEFERRED_ACCOUNT, credit=amount, contact_id=new.funder_id),
        ),
        voucher_ref=f"{_TABLE_MARK}{award.id}",
        kind=EntryKind.INVENTORY,
        reverses_next=True,
        source=EntrySource(grant_award_id=award.id, digest=DEFERRED),
    )


def release_entry(award: GrantAward, on: dt.date, amount: Money, label: str) -> NewEntry:
    """Return the entry of a year's part of an investment grant: 139 to 747."""
    return NewEntry(
        journal="OD",
        entry_on=on,
        label=label,
        lines=(
            NewEntryLine(RELEASED_ACCOUNT, debit=amount),
            NewEntryLine(RELEASE_ACCOUNT, credit=amount, activity_id=award.content.activity_id),
        ),
        voucher_ref=f"{_TABLE_MARK}{award.id}",
        kind=EntryKind.INVENTORY,
        source=EntrySource(grant_award_id=award.id, digest=RELEASE),
    )
