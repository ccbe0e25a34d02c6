"""Read what lines are matched with, and what bank and books have apart on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.bank_matching import MadeBy, Match, Target, TargetKind
from coopdesk.domain.bank_proofs import shifted
from coopdesk.domain.bank_reconciliation import UnbookedLine, UnseenEntry
from coopdesk.domain.entries import EntryKind, EntryState
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.match_store import decoded
from coopdesk.storage.tables import (
    BankAccountRow,
    BankStatementRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    PaymentRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select, Subquery

_bank = table_of(BankAccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_of_books = table_of(EntryLineRow)
_payment = table_of(PaymentRow)
_reversing = _entry.alias("reversing")
_statement = table_of(BankStatementRow)


class MatchReading:
    """Matches as screens and the state of reconciliation show them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_lines(self, line_ids: Sequence[int]) -> dict[int, tuple[Match, ...]]:
        """Return what lines are matched with; those without are absent."""
        found: dict[int, list[Match]] = {}
        for batch in in_batches(line_ids):
            query = _matches().where(_match.c.statement_line_id.in_(batch))
            for row in self._connection.execute(query):
                found.setdefault(row.statement_line_id, []).append(_to_match(row))
        return {key: tuple(matches) for key, matches in found.items()}

    def showing(self, entry_line_ids: Sequence[int]) -> tuple[str, dt.date] | None:
        """Return label and day of a bank line that shows one of some lines of entries."""
        for batch in in_batches(entry_line_ids):
            query = (
                select(_line.c.label, _line.c.booked_on)
                .join(_match, _match.c.statement_line_id == _line.c.id)
                .join(_bank, _bank.c.id == _line.c.bank_account_id)
                .join(
                    _of_books,
                    (_of_books.c.entry_id == _match.c.entry_id)
                    & (_of_books.c.account_id == _bank.c.account_id),
                )
                .where(_of_books.c.id.in_(batch))
                .limit(1)
            )
            found = self._connection.execute(query).first()
            if found is not None:
                return found.label, found.booked_on
        return None

    def first_day(self, bank_account_id: int) -> dt.date | None:
        """Return the first day that statements of an account cover; None without any.

        It is that of the first line, or follows on an opening balance that stood before.
        """
        lines = select(func.min(_line.c.booked_on))
        found = lines.where(_line.c.bank_account_id == bank_account_id)
        first = self._connection.execute(found).scalar()
        opened = select(func.min(_statement.c.opening_on)).where(
            _statement.c.bank_account_id == bank_account_id,
            _statement.c.opening_cents.is_not(None),
        )
        told: dt.date | None = self._connection.execute(opened).scalar()
        begins = (first, None if told is None else shifted(told, 1))
        return min((day for day in begins if day is not None), default=None)

    def last_day(self, bank_account_id: int) -> dt.date | None:
        """Return the day of the last line of an account; None without lines."""
        query = select(func.max(_line.c.booked_on))
        found = query.where(_line.c.bank_account_id == bank_account_id)
        return self._connection.execute(found).scalar()

    def unseen_entries(self, bank_account_id: int, until: dt.date) -> list[UnseenEntry]:
        """Return what entries up to a day move that no line up to that day shows, by day.

        What opens a year is left out, and what was taken back with its reversal as long as
        neither is matched. Entries marked by hand are seen; those before the first statement
        are, unless a later line shows them.
        """
        since = self.first_day(bank_account_id)
        shown = _shown(bank_account_id, until)
        later = _matched_later(bank_account_id, until)
        net = func.sum(_of_books.c.debit_cents - _of_books.c.credit_cents)
        rest = net - func.coalesce(shown.c.cents, 0)
        by_hand = and_(
            func.max(_of_books.c.reconciled_on) <= until,
            shown.c.cents.is_(None),
            later.c.entry_id.is_(None),
        )
        is_before = _entry.c.entry_on < since if since is not None else _entry.c.id.is_(None)
        query = (
            select(_entry, rest.label("cents"), func.max(_contact.c.name).label("contact"))
            .join(_of_books, _of_books.c.entry_id == _entry.c.id)
            .join(_bank, _bank.c.account_id == _of_books.c.account_id)
            .outerjoin(shown, shown.c.entry_id == _entry.c.id)
            .outerjoin(later, later.c.entry_id == _entry.c.id)
            .outerjoin(_contact, _contact.c.id == _party())
            .where(
                _bank.c.id == bank_account_id,
                _entry.c.entry_on <= until,
                _entry.c.kind != EntryKind.OPENING.value,
                ~_is_taken_back(since or dt.date.min, until),
                or_(~is_before, later.c.entry_id.is_not(None), shown.c.cents.is_not(None)),
            )
            .group_by(_entry.c.id)
            .having(rest != 0, func.coalesce(~by_hand, True))
            .order_by(_entry.c.entry_on, _entry.c.id)
        )
        return [
            UnseenEntry(
                row.id,
                row.entry_on,
                row.label,
                Money(row.cents),
                row.number if row.state == EntryState.VALIDATED.value else None,
                row.voucher_ref,
                row.contact or "",
            )
            for row in self._connection.execute(query)
        ]

    def unbooked_lines(self, bank_account_id: int, until: dt.date) -> list[UnbookedLine]:
        """Return what lines up to a day show that no entry up to that day has, by day."""
        booked = (
            select(
                _match.c.statement_line_id,
                func.sum(_match.c.amount_cents).label("cents"),
            )
            .join(_entry, _entry.c.id == _match.c.entry_id)
            .where(_entry.c.entry_on <= until)
            .group_by(_match.c.statement_line_id)
            .subquery()
        )
        paid = (
            select(func.min(_match.c.payment_id))
            .where(_match.c.statement_line_id == _line.c.id)
            .correlate(_line)
            .scalar_subquery()
        )
        rest = _line.c.amount_cents - func.coalesce(booked.c.cents, 0)
        query = (
            select(_line, rest.label("cents"), paid.label("payment_id"))
            .outerjoin(booked, booked.c.statement_line_id == _line.c.id)
            .where(
                _line.c.bank_account_id == bank_account_id,
                _line.c.booked_on <= until,
                rest != 0,
            )
            .order_by(_line.c.booked_on, _line.c.id)
        )
        return [
            UnbookedLine(
                row.id,
                row.booked_on,
                row.label,
                Money(row.cents),
                row.set_aside,
                row.note,
                row.payment_id,
            )
            for row in self._connection.execute(query)
        ]


def _shown(bank_account_id: int, until: dt.date) -> Subquery:
    """Select what lines of a bank up to a day show of entries."""
    return (
        select(_match.c.entry_id, func.sum(_match.c.amount_cents).label("cents"))
        .join(_line, _line.c.id == _match.c.statement_line_id)
        .where(
            _line.c.bank_account_id == bank_account_id,
            _line.c.booked_on <= until,
            _match.c.entry_id.is_not(None),
        )
        .group_by(_match.c.entry_id)
        .subquery("shown")
    )


def _matched_later(bank_account_id: int, until: dt.date) -> Subquery:
    """Select the entries that lines of a bank after a day show."""
    return (
        select(_match.c.entry_id)
        .join(_line, _line.c.id == _match.c.statement_line_id)
        .where(
            _line.c.bank_account_id == bank_account_id,
            _line.c.booked_on > until,
            _match.c.entry_id.is_not(None),
        )
        .distinct()
        .subquery("later")
    )


def _party() -> Any:
    """Select whose an entry is, where it is about one contact alone."""
    other = _of_books.alias("other")
    return (
        select(func.max(other.c.contact_id))
        .where(other.c.entry_id == _entry.c.id)
        .having(func.min(other.c.contact_id) == func.max(other.c.contact_id))
        .correlate(_entry)
        .scalar_subquery()
    )


def _is_taken_back(since: dt.date, until: dt.date) -> Any:
    """Tell of both an entry and its reversal that they cancel each other.

    Only while the bank has seen neither: no line is matched with them, nobody marked them, and
    neither is from before the first statement.
    """
    matched, marked = _match.alias("matched"), _of_books.alias("marked")
    pair = or_(_reversing.c.reverses_id == _entry.c.id, _reversing.c.id == _entry.c.reverses_id)
    both = [_entry.c.id, _reversing.c.id]
    is_matched = select(matched.c.id).where(matched.c.entry_id.in_(both))
    is_marked = select(marked.c.id).where(
        marked.c.entry_id.in_(both), marked.c.reconciled_on.is_not(None)
    )
    query = select(_reversing.c.id).where(
        pair,
        _entry.c.entry_on >= since,
        _reversing.c.entry_on.between(since, until),
        ~is_matched.correlate(_entry, _reversing).exists(),
        ~is_marked.correlate(_entry, _reversing).exists(),
    )
    return query.correlate(_entry).exists()


def _matches() -> Select[Any]:
    return (
        select(
            _match,
            _entry.c.entry_on,
            _entry.c.label.label("entry_label"),
            _entry.c.number,
            _entry.c.state,
            _payment.c.paid_on,
            _payment.c.label.label("payment_label"),
            _payment.c.mode,
            _contact.c.name.label("contact_name"),
            _contact.c.id.label("contact_id"),
        )
        .outerjoin(_entry, _entry.c.id == _match.c.entry_id)
        .outerjoin(_payment, _payment.c.id == _match.c.payment_id)
        .outerjoin(_contact, _contact.c.id == func.coalesce(_payment.c.payer_id, _party()))
        .order_by(_match.c.id)
    )


def _to_match(row: Row[Any]) -> Match:
    is_entry = row.entry_id is not None
    target = Target(
        TargetKind.ENTRY if is_entry else TargetKind.PAYMENT,
        row.entry_id if is_entry else row.payment_id,
        Money(row.amount_cents),
        row.entry_on if is_entry else row.paid_on,
        row.entry_label if is_entry else row.payment_label,
        contact_id=row.contact_id,
        contact_name=row.contact_name or "",
        mode=PaymentMode(row.mode) if row.mode else None,
        number=row.number,
        is_draft=row.state == EntryState.DRAFT.value,
    )
    return Match(
        row.id,
        row.statement_line_id,
        target,
        Money(row.amount_cents),
        MadeBy(row.made_by),
        row.score,
        decoded(row.reasons),
    )
