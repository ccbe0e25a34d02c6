"""Add up the books from kept sums or one covering index; read lines of ledgers by page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.chart import AccountKind
from coopdesk.domain.entries import EntryKind
from coopdesk.domain.ledgers import NO_ACTIVITY, LedgerLine
from coopdesk.domain.money import ZERO, Money
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, read_lists, table_of
from coopdesk.storage.line_parties import is_party
from coopdesk.storage.tables import (
    AccountRow,
    AccountSumRow,
    ActivityRow,
    BudgetLineRow,
    BudgetVersionRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    JournalRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.ledgers import ReportScope

_account = table_of(AccountRow)
_activity = table_of(ActivityRow)
_budget = table_of(BudgetVersionRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)
_month = table_of(AccountSumRow)
_planned = table_of(BudgetLineRow)

_DEBIT = func.sum(_line.c.debit_cents)
_CREDIT = func.sum(_line.c.credit_cents)
_opened = _entry.alias("opened")
_PAGE = (
    select(
        _line,
        _entry.c.number,
        _entry.c.voucher_ref,
        _entry.c.label.label("entry_label"),
        _journal.c.code,
        _account.c.number.label("account"),
        _account.c.label.label("account_label"),
        func.coalesce(_contact.c.name, "").label("contact_name"),
        func.coalesce(_activity.c.name, "").label("activity_name"),
    )
    .join(_entry, _entry.c.id == _line.c.entry_id)
    .join(_journal, _journal.c.id == _entry.c.journal_id)
    .join(_account, _account.c.id == _line.c.account_id)
    .outerjoin(_contact, is_party())
    .outerjoin(_activity, _activity.c.id == _line.c.activity_id)
)


@dataclass(frozen=True, slots=True)
class AccountName:
    """An account as reports name it."""

    id: int
    number: str
    label: str
    kind: AccountKind


@dataclass(frozen=True, slots=True)
class DaySums:
    """Debits and credits of an account on a day; ``account_id`` is 0 where all are meant."""

    account_id: int
    day: dt.date
    debit: Money
    credit: Money


class ReportStore:
    """What the books say in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def accounts(self) -> dict[int, AccountName]:
        """Return the chart by id, in the order of numbers."""
        columns = (_account.c.id, _account.c.number, _account.c.label, _account.c.kind)
        rows = self._connection.execute(select(*columns).order_by(_account.c.number))
        return {
            key: AccountName(key, no, text, AccountKind(kind)) for key, no, text, kind in rows
        }

    def sums(self, scope: ReportScope) -> dict[int, tuple[Money, Money]]:
        """Return the debits and credits of each account that has lines, openings included.

        Whole months are read from kept sums, days after them from the covering index.
        """
        if scope.activity_id is not None:
            return self._pairs(_line_sums(_line.c.account_id).where(*_within(scope)))
        found = self._pairs(_kept_sums(scope, _month.c.account_id))
        since = _first_day_apart(scope.until)
        if scope.until is None or since > scope.until:
            return found
        days = _line_sums(_line.c.account_id).where(
            *_within(scope), _line.c.entry_on >= since, _line.c.account_id.in_(self.accounts())
        )
        for key, (debit, credit) in self._pairs(days).items():
            before = found.get(key, (ZERO, ZERO))
            found[key] = (before[0] + debit, before[1] + credit)
        return found

    def _pairs(self, query: Select[Any]) -> dict[int, tuple[Money, Money]]:
        rows = self._connection.execute(query)
        return {key: (Money(debit), Money(credit)) for key, debit, credit in rows}

    def openings(self, scope: ReportScope) -> list[DaySums]:
        """Return what opening entries carry on each account, their reversals included."""
        ids = self.opening_entries(scope.fiscal_year_id)
        if not ids:
            return []
        query = _line_sums(_line.c.account_id, _line.c.entry_on)
        return self._days(query.where(_line.c.entry_id.in_(ids), *_filters(scope)))

    def opening_entries(self, fiscal_year_id: int) -> list[int]:
        """Return the opening entries of a year, and those that reverse one."""
        opening = _entry.c.kind == EntryKind.OPENING.value
        of_year = _entry.c.fiscal_year_id == fiscal_year_id
        opened = list(
            self._connection.execute(select(_entry.c.id).where(of_year, opening)).scalars()
        )
        if not opened:
            return []
        back = select(_entry.c.id).where(of_year, _entry.c.reverses_id.in_(opened))
        return sorted({*opened, *self._connection.execute(back).scalars()})

    def days(self, scope: ReportScope, account_ids: Sequence[int]) -> list[DaySums]:
        """Return the sums of accounts by day, or by first day of month, openings included."""
        if scope.activity_id is None and scope.until is None:
            query = _kept_sums(scope, _month.c.account_id, _month.c.month_on)
            query = query.where(_month.c.account_id.in_(account_ids))
        else:
            query = _line_sums(_line.c.account_id, _line.c.entry_on)
            query = query.where(*_within(scope), _line.c.account_id.in_(account_ids))
        return self._days(query)

    def _days(self, query: Select[Any]) -> list[DaySums]:
        rows = self._connection.execute(query)
        return [DaySums(key, day, Money(plus), Money(less)) for key, day, plus, less in rows]

    def net_days(
        self, scope: ReportScope, account_ids: Sequence[int], but: Sequence[int]
    ) -> list[DaySums]:
        """Return what entries bring to or take from accounts together, day by day.

        What an entry moves between these accounts counts as nothing; entries ``but`` stay out.
        """
        net = (_DEBIT - _CREDIT).label("net")
        each = (
            select(_line.c.entry_on, net)
            .where(
                *_within(scope),
                _line.c.account_id.in_(account_ids),
                _line.c.entry_id.not_in(but),
            )
            .group_by(_line.c.entry_id)
            .subquery()
        )
        plus = func.sum(case((each.c.net > 0, each.c.net), else_=0))
        less = func.sum(case((each.c.net < 0, -each.c.net), else_=0))
        rows = self._connection.execute(
            select(each.c.entry_on, plus, less).group_by(each.c.entry_on)
        )
        return [DaySums(0, day, Money(come), Money(gone)) for day, come, gone in rows]

    def activities(self, scope: ReportScope) -> dict[tuple[int | None, int], Money]:
        """Return debit less credit by activity and account."""
        query = select(_line.c.activity_id, _line.c.account_id, _DEBIT - _CREDIT)
        query = query.where(*_within(scope))
        rows = self._connection.execute(query.group_by(_line.c.activity_id, _line.c.account_id))
        return {(activity, account): Money(net) for activity, account, net in rows}

    def activity_names(self) -> dict[int, str]:
        """Return what activities are called."""
        rows = self._connection.execute(select(_activity.c.id, _activity.c.name))
        return {int(key): str(name) for key, name in rows}

    def ledger(self, scope: ReportScope, account_ids: Sequence[int]) -> tuple[list[int], ...]:
        """Return the lines of accounts, oldest first, and their debit less credit in cents."""
        signed = (_line.c.debit_cents - _line.c.credit_cents).label("signed")
        query = (
            select(_line.c.id, signed)
            .where(*_within(scope), _line.c.account_id.in_(account_ids))
            .order_by(_line.c.entry_on, _line.c.id)
        )
        return read_lists(self._connection, query)

    def reconciled(self, scope: ReportScope, account_ids: Sequence[int]) -> set[int]:
        """Return the lines of accounts that somebody saw on a statement."""
        query = select(_line.c.id).where(
            *_within(scope),
            _line.c.account_id.in_(account_ids),
            _line.c.reconciled_on.is_not(None),
        )
        return set(read_ids(self._connection, query))

    def opening_lines(self, fiscal_year_id: int) -> set[int]:
        """Return the lines of the opening entries of a year."""
        ids = self.opening_entries(fiscal_year_id)
        query = select(_line.c.id).where(_line.c.entry_id.in_(ids))
        return set(self._connection.execute(query).scalars()) if ids else set()

    def journal(self, scope: ReportScope, code: str | None) -> list[int]:
        """Return the lines of a journal or of all, by day and entry."""
        query = (
            select(_line.c.id)
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .where(_entry.c.fiscal_year_id == scope.fiscal_year_id, *_filters(scope))
            .order_by(_entry.c.entry_on, _entry.c.id, _line.c.position)
        )
        if code is not None:
            query = query.join(_journal, _journal.c.id == _entry.c.journal_id)
            query = query.where(_journal.c.code == code)
        return read_ids(self._connection, query)

    def lines(self, ids: Sequence[int]) -> list[LedgerLine]:
        """Return lines in the order of their ids; those that are gone are left out."""
        found: dict[int, LedgerLine] = {}
        for batch in in_batches(ids):
            rows = self._connection.execute(_PAGE.where(_line.c.id.in_(batch)))
            found.update((row.id, _to_line(row)) for row in rows)
        return [found[key] for key in ids if key in found]

    def budget(
        self, fiscal_year_id: int, activity_id: int | None = None
    ) -> list[tuple[int, int | None, dt.date | None, Money]] | None:
        """Return (account, activity, month, amount) of the budget that counts, None if none.

        The one adopted last counts; while none is, the newest draft.
        """
        chosen = (
            select(_budget.c.id)
            .where(_budget.c.fiscal_year_id == fiscal_year_id)
            .order_by(
                case((_budget.c.state == "adopted", 0), else_=1),
                _budget.c.adopted_on.desc(),
                _budget.c.id.desc(),
            )
            .limit(1)
        )
        version = self._connection.execute(chosen).scalar()
        if version is None:
            return None
        query = select(
            _planned.c.account_id,
            _planned.c.activity_id,
            _planned.c.month_on,
            _planned.c.amount_cents,
        ).where(_planned.c.version_id == version)
        if activity_id is not None:
            query = query.where(is_of_activity(_planned.c.activity_id, activity_id))
        rows = self._connection.execute(query)
        return [(account, part, month, Money(cents)) for account, part, month, cents in rows]


def running(ids: Iterable[int], signed: Iterable[int], first: set[int]) -> dict[int, int]:
    """Return the running balance in cents by line; the lines of ``first`` go before others."""
    both = list(zip(ids, signed, strict=True))
    if first:
        both.sort(key=lambda one: one[0] not in first)
    held, found = 0, {}
    for key, cents in both:
        held += cents
        found[key] = held
    return found


def is_of_activity(column: ColumnElement[Any], activity_id: int) -> ColumnElement[bool]:
    """Return what keeps the rows of an activity, or those without any."""
    return column.is_(None) if activity_id == NO_ACTIVITY else column == activity_id


def _within(scope: ReportScope) -> list[ColumnElement[bool]]:
    return [_line.c.fiscal_year_id == scope.fiscal_year_id, *_filters(scope)]


def _line_sums(*by: ColumnElement[Any]) -> Select[Any]:
    return select(*by, _DEBIT, _CREDIT).group_by(*by)


def _kept_sums(scope: ReportScope, *by: ColumnElement[Any]) -> Select[Any]:
    """Select kept sums of the months of a scope that are whole."""
    debit, credit = func.sum(_month.c.debit_cents), func.sum(_month.c.credit_cents)
    wanted: list[ColumnElement[bool]] = [_month.c.fiscal_year_id == scope.fiscal_year_id]
    if not scope.with_drafts:
        wanted.append(_month.c.is_validated.is_(True))
    if scope.until is not None:
        wanted.append(_month.c.month_on < _first_day_apart(scope.until))
    return select(*by, debit, credit).where(*wanted).group_by(*by)


def _first_day_apart(until: dt.date | None) -> dt.date:
    """Return the day after the last whole month up to a day."""
    if until is None or until == dt.date.max:
        return dt.date.max
    after = until + dt.timedelta(days=1)
    return after if after.day == 1 else until.replace(day=1)


def _filters(scope: ReportScope) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if scope.activity_id is not None:
        wanted.append(is_of_activity(_line.c.activity_id, scope.activity_id))
    if not scope.with_drafts:
        wanted.append(_line.c.is_validated.is_(True))
    if scope.until is not None:
        wanted.append(_line.c.entry_on <= scope.until)
    return wanted


def _to_line(row: Row[Any]) -> LedgerLine:
    return LedgerLine(
        line_id=row.id,
        entry_id=row.entry_id,
        entry_on=row.entry_on,
        journal=row.code,
        number=row.number,
        account=row.account,
        account_label=row.account_label,
        voucher_ref=row.voucher_ref,
        label=row.label or row.entry_label,
        debit=Money(row.debit_cents),
        credit=Money(row.credit_cents),
        balance=ZERO,
        contact_name=row.contact_name,
        activity_name=row.activity_name,
        matching=row.matching,
        reconciled_on=row.reconciled_on,
    )
