"""Read what bank lines may be matched with: entries, money that waits, payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import case, func, literal, or_, select

from coopdesk.domain.bank_matching import Target, TargetKind
from coopdesk.domain.booking_patterns import passes_platform
from coopdesk.domain.entries import EntryKind, EntryState
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentSource
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.open_lines import OpenLines
from coopdesk.storage.tables import (
    AccountRow,
    BankAccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    ExpenseSheetRow,
    PaymentRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Row, Select, Subquery

_account = table_of(AccountRow)
_bank = table_of(BankAccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_of_books = table_of(EntryLineRow)
_payment = table_of(PaymentRow)
_reversing = _entry.alias("reversing")
_sheet = table_of(ExpenseSheetRow)

_PASSING = "58"
# Platforms write their name in the label of a payout.
_ORIGINS = {"helloasso": "HelloAsso", "open_collective": "Open Collective"}


class MatchTargets(OpenLines):
    """Open bank lines and what they may be matched with, in one unit of work."""

    def entries(
        self,
        bank_account_id: int,
        entry_ids: Sequence[int] | None = None,
        *,
        since: dt.date | None = None,
        with_seen: bool = False,
    ) -> list[Target]:
        """Return the entries of a bank's account that no statement explains whole yet.

        What opens a year is left out, and so is what was taken back together with its
        reversal. Entries marked by hand as seen come only ``with_seen``, those before
        ``since`` not at all.
        """
        mine = select(_bank.c.account_id).where(_bank.c.id == bank_account_id)
        asked = [_of_books.c.account_id == mine.scalar_subquery()]
        if not with_seen:
            asked.append(_of_books.c.reconciled_on.is_(None))
        if since is not None:
            asked.append(_of_books.c.entry_on >= since)
        matched = _matched_entries(bank_account_id)
        found: list[Target] = []
        for batch in _asked(entry_ids):
            moved = _moved(*asked, *batch)
            rest = moved.c.cents - func.coalesce(matched.c.cents, 0)
            rows = _entries(moved, rest, "").outerjoin(
                matched, matched.c.entry_id == moved.c.entry_id
            )
            found += self._targets(rows.where(rest != 0))
        return sorted(found, key=lambda target: (target.day, target.id))

    def waiting(
        self, numbers: Sequence[str], entry_ids: Sequence[int] | None = None
    ) -> list[Target]:
        """Return the entries whose money waits on accounts before a bank, oldest first.

        What was taken to the bank before counts by the balance that is left: first in, first
        out; those that are named are there in any case. Lines that are matched with letters
        have left.
        """
        found: list[Target] = []
        for number in numbers:
            mine = select(_account.c.id).where(_account.c.number == number).scalar_subquery()
            held: list[Target] = []
            for batch in _asked(entry_ids):
                asked = (_of_books.c.account_id == mine, _of_books.c.matching == "", *batch)
                moved = _moved(*asked)
                held += self._targets(_entries(moved, moved.c.cents, number))
            held.sort(key=lambda target: (target.day, target.id))
            found += held if entry_ids is not None else _still_there(held)
        return found

    def payments(
        self, payment_ids: Sequence[int] | None = None, *, since: dt.date | None = None
    ) -> list[Target]:
        """Return payments that count and that no entry stands for, as far as unmatched."""
        sign = case((_payment.c.direction == "out", -1), else_=1)
        net = sign * _payment.c.amount_cents - _payment.c.fee_cents
        matched = (
            select(func.coalesce(func.sum(_match.c.amount_cents), 0))
            .where(_match.c.payment_id == _payment.c.id)
            .correlate(_payment)
            .scalar_subquery()
        )
        booked = select(_entry.c.id).outerjoin(
            _reversing, _reversing.c.reverses_id == _entry.c.id
        )
        booked = booked.where(
            _reversing.c.id.is_(None),
            or_(
                _entry.c.payment_id == _payment.c.id,
                _entry.c.expense_sheet_id.in_(
                    select(_sheet.c.id).where(_sheet.c.payment_id == _payment.c.id)
                ),
            ),
        )
        query = (
            select(
                _payment,
                _contact.c.name.label("contact_name"),
                (net - matched).label("left_cents"),
                (sign * _payment.c.amount_cents).label("gross_cents"),
            )
            .outerjoin(_contact, _contact.c.id == _payment.c.payer_id)
            .where(_payment.c.state == "received", ~booked.exists(), net != matched)
            .order_by(_payment.c.paid_on, _payment.c.id)
        )
        if payment_ids is not None:
            query = query.where(_payment.c.id.in_(payment_ids))
        if since is not None:
            query = query.where(_payment.c.paid_on >= since)
        return [_of_payment(row) for row in self._connection.execute(query)]

    def _targets(self, query: Select[Any]) -> list[Target]:
        rows = list(self._connection.execute(query))
        about = self._about([row.id for row in rows])
        return [_of_entry(row, about.get(row.id, _NOBODY)) for row in rows]

    def _about(self, entry_ids: Sequence[int]) -> Mapping[int, _About]:
        """Return what entries were for: the largest account that is no money, and whose."""
        found: dict[int, _About] = {}
        size = _of_books.c.debit_cents + _of_books.c.credit_cents
        for batch in in_batches(entry_ids):
            query = (
                select(
                    _of_books.c.entry_id,
                    _account.c.number,
                    _account.c.label,
                    _of_books.c.contact_id,
                    func.coalesce(_contact.c.name, "").label("contact_name"),
                )
                .join(_account, _account.c.id == _of_books.c.account_id)
                .outerjoin(_contact, _contact.c.id == _of_books.c.contact_id)
                .where(_of_books.c.entry_id.in_(batch))
                .order_by(_of_books.c.entry_id, size.desc(), _of_books.c.id)
            )
            for key, *values in self._connection.execute(query):
                about = _About(*values)
                found[key] = about if key not in found else found[key].with_more(about)
        return found


class _About(NamedTuple):
    """What an entry is for and whose it is."""

    account: str
    label: str
    contact_id: int | None
    contact_name: str

    def with_more(self, other: _About) -> _About:
        """Return what a further line completes."""
        told = self
        if self.account[0] == "5" != other.account[0]:
            told = told._replace(account=other.account, label=other.label)
        if self.contact_id is None and other.contact_id is not None:
            told = told._replace(contact_id=other.contact_id, contact_name=other.contact_name)
        return told


_NOBODY = _About("", "", None, "")


def _asked(entry_ids: Sequence[int] | None) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Yield the conditions that leave a batch of entries, or all of them."""
    if entry_ids is None:
        yield ()
        return
    for batch in in_batches(entry_ids):
        yield (_of_books.c.entry_id.in_(batch),)


def _moved(*conditions: ColumnElement[bool]) -> Subquery:
    """Select what entries move on an account, each entry once; read from its lines."""
    return (
        select(
            _of_books.c.entry_id,
            func.sum(_of_books.c.debit_cents - _of_books.c.credit_cents).label("cents"),
            func.max(_of_books.c.reference).label("reference"),
        )
        .where(*conditions)
        .group_by(_of_books.c.entry_id)
        .having(func.sum(_of_books.c.debit_cents - _of_books.c.credit_cents) != 0)
        .subquery("moved")
    )


def _entries(moved: Subquery, left: ColumnElement[int], through: str) -> Select[Any]:
    """Select entries that stand, with what is left of them; neither openings nor reversals."""
    return (
        select(
            _entry.c.id,
            _entry.c.entry_on,
            _entry.c.label,
            _entry.c.voucher_ref,
            _entry.c.number,
            _entry.c.state,
            _entry.c.form,
            _payment.c.mode,
            _payment.c.source,
            _payment.c.outside_ref,
            _payment.c.order_ref,
            _payment.c.payout_ref,
            _payment.c.paid_out_on,
            moved.c.reference,
            left.label("left_cents"),
            literal(through).label("through"),
        )
        .join_from(moved, _entry, _entry.c.id == moved.c.entry_id)
        .outerjoin(_payment, _payment.c.id == _entry.c.payment_id)
        .outerjoin(_reversing, _reversing.c.reverses_id == _entry.c.id)
        .where(
            _entry.c.kind != EntryKind.OPENING.value,
            _entry.c.reverses_id.is_(None),
            _reversing.c.id.is_(None),
        )
    )


def _matched_entries(bank_account_id: int) -> Subquery:
    return (
        select(_match.c.entry_id, func.sum(_match.c.amount_cents).label("cents"))
        .join(_line, _line.c.id == _match.c.statement_line_id)
        .where(_line.c.bank_account_id == bank_account_id, _match.c.entry_id.is_not(None))
        .group_by(_match.c.entry_id)
        .subquery()
    )


def _still_there(targets: list[Target]) -> list[Target]:
    """Return what waits on an account, but for the oldest as far as money has left it.

    What a payout took back of it waits as well: it comes with the payout.
    """
    waiting = [target for target in targets if target.amount.cents > 0 or target.lot]
    gone = sum(x.amount.cents for x in waiting) - sum(x.amount.cents for x in targets)
    first = 0
    while first < len(waiting) and 0 < gone >= waiting[first].amount.cents:
        gone -= waiting[first].amount.cents
        first += 1
    return waiting[first:]


def _of_entry(row: Row[Any], about: _About) -> Target:
    mode = PaymentMode(row.mode) if row.mode else None
    if row.form == "cheque_deposit":
        mode = PaymentMode.CHEQUE
    # The voucher of an automatic entry is our own mark: no bank repeats it.
    voucher = "" if row.mode else row.voucher_ref
    refs = (row.payout_ref, row.order_ref, row.outside_ref, row.reference, voucher)
    return Target(
        TargetKind.ENTRY,
        row.id,
        Money(row.left_cents),
        row.entry_on,
        row.label,
        contact_id=about.contact_id,
        contact_name=about.contact_name,
        mode=mode,
        references=tuple(dict.fromkeys(ref for ref in refs if ref)),
        lot=row.payout_ref or "",
        origin=_origin(row),
        through=row.through,
        account="" if about.account.startswith(_PASSING) else about.account,
        account_label="" if about.account.startswith(_PASSING) else about.label,
        number=row.number,
        is_draft=row.state == EntryState.DRAFT.value,
        paid_out_on=row.paid_out_on,
    )


def _of_payment(row: Row[Any]) -> Target:
    refs = (row.payout_ref, row.order_ref, row.outside_ref, row.comment)
    return Target(
        TargetKind.PAYMENT,
        row.id,
        Money(row.left_cents),
        row.paid_on,
        row.label,
        contact_id=row.payer_id,
        contact_name=row.contact_name or "",
        mode=PaymentMode(row.mode),
        references=tuple(dict.fromkeys(ref for ref in refs if ref)),
        lot=row.payout_ref,
        origin=_origin(row),
        gross=Money(row.gross_cents),
        paid_out_on=row.paid_out_on,
    )


def _origin(row: Row[Any]) -> str:
    """Return the name of the platform that pays money out, if it ever held it."""
    if not row.source or not passes_platform(PaymentSource(row.source), PaymentMode(row.mode)):
        return ""
    return _ORIGINS[row.source]
