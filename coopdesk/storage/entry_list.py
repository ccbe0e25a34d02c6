"""The list of entries: ids sorted and filtered in SQL, rows for a page of ids."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, or_, select

from coopdesk.domain.entries import (
    EntryKind,
    EntryRow,
    EntryState,
    EntryTotals,
    moved_amount,
)
from coopdesk.domain.entry_numbers import typed_number
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money, parse_amount
from coopdesk.domain.text import fold
from coopdesk.storage import tables
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.search import like, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery

    from coopdesk.domain.entries import EntryFilter, EntryForm

_account = table_of(tables.AccountRow)
# These say what other entries said: their vouchers are elsewhere in the books.
_RESTS_ON_BOOKS = (EntryKind.OPENING.value, EntryKind.REVERSAL.value)
_attachment = table_of(tables.AttachmentRow)
_entry = table_of(tables.EntryRow)
_journal = table_of(tables.JournalRow)
_line = table_of(tables.EntryLineRow)
_reversing = _entry.alias("reversing")

_SIDES = 2
_MOST_ACCOUNTS = 6  # named of one entry
_SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "date": (_entry.c.entry_on,),
    "number": (_entry.c.fiscal_year_id, _entry.c.number),
    "journal": (_journal.c.code, _entry.c.entry_on),
    "label": (_entry.c.label_key,),
}


class EntryList:
    """What lists of entries show, of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(self, wanted: EntryFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the entries that a filter shows, in its order."""
        query = _filtered(select(_entry.c.id), wanted)
        order = (*_SORTS.get(wanted.sort, ()), _entry.c.id)
        if wanted.sort == "journal":
            query = query.join(_journal, _journal.c.id == _entry.c.journal_id)
        elif wanted.sort == "amount":
            moved, passing = _moved()
            query = query.outerjoin(passing, passing.c.entry_id == _entry.c.id)
            order = (moved, _entry.c.id)
        sorted_by = [one.desc() if wanted.descending else one.asc() for one in order]
        return read_ids(self._connection, query.order_by(*sorted_by).limit(limit))

    def totals(self, wanted: EntryFilter) -> EntryTotals:
        """Return how many entries a filter shows and what they move in all."""
        moved, passing = _moved()
        query = select(
            _entry.c.state,
            func.count().label("found"),
            func.coalesce(func.sum(moved), 0).label("cents"),
        ).outerjoin(passing, passing.c.entry_id == _entry.c.id)
        rows = self._connection.execute(_filtered(query, wanted).group_by(_entry.c.state))
        found = {EntryState(row.state): row for row in rows}
        draft, validated = (found.get(x) for x in (EntryState.DRAFT, EntryState.VALIDATED))
        return EntryTotals(
            drafts=draft.found if draft else 0,
            draft_amount=Money(draft.cents if draft else 0),
            validated=validated.found if validated else 0,
            validated_amount=Money(validated.cents if validated else 0),
        )

    def lines(self, ids: Sequence[int]) -> list[EntryRow]:
        """Return the list rows of a page of entries, in the order of the ids."""
        moves = self._moves_of(ids)
        rows = self._connection.execute(_rows().where(_entry.c.id.in_(ids)))
        found = {row.id: _to_row(row, moves.get(row.id, [])) for row in rows}
        return [found[key] for key in ids if key in found]

    def of_number(self, fiscal_year_id: int, number: int) -> int:
        """Return the id of the validated entry with a number.

        Raises:
            NotFoundError: ``entry.number_unknown``.
        """
        query = select(_entry.c.id).where(
            _entry.c.fiscal_year_id == fiscal_year_id, _entry.c.number == number
        )
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("entry.number_unknown", number=number)
        return int(found)

    def like(
        self, form: EntryForm, contact_id: int | None, label: str, limit: int = 10
    ) -> list[int]:
        """Return the last entries of a form for a contact, else of a label; newest first."""
        query = select(_entry.c.id).where(
            _entry.c.form == form.value, _entry.c.kind == EntryKind.STANDARD.value
        )
        if contact_id is not None:
            of_contact = select(_line.c.entry_id).where(_line.c.contact_id == contact_id)
            query = query.where(_entry.c.id.in_(of_contact))
        elif label.strip():
            query = query.where(like(_entry.c.label_key, "", fold(label), "%"))
        ordered = query.order_by(_entry.c.id.desc()).limit(limit)
        return list(self._connection.execute(ordered).scalars())

    def remembered(self, form: EntryForm, contact_id: int | None, label: str) -> list[str]:
        """Return the accounts of the last such entries, each once, the latest first."""
        query = (
            select(_account.c.number)
            .join(_line, _line.c.account_id == _account.c.id)
            .where(_line.c.entry_id.in_(self.like(form, contact_id, label)))
            .order_by(_line.c.entry_id.desc(), _line.c.position)
        )
        return list(dict.fromkeys(self._connection.execute(query).scalars()))

    def _moves_of(self, ids: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
        """Return the account of each line with its debit minus its credit, by entry."""
        cents = (_line.c.debit_cents - _line.c.credit_cents).label("cents")
        query = (
            select(_line.c.entry_id, _account.c.number, cents)
            .join(_account, _account.c.id == _line.c.account_id)
            .where(_line.c.entry_id.in_(ids))
            .order_by(_line.c.entry_id, _line.c.position)
        )
        lines = self._connection.execute(query)
        return {
            key: [(row.number, row.cents) for row in group]
            for key, group in groupby(lines, lambda row: row.entry_id)
        }


def _named(numbers: Sequence[str]) -> str:
    """Return the accounts of an entry, each once, in order; of a long one the first."""
    once = list(dict.fromkeys(numbers))
    more = ["…"] if len(once) > _MOST_ACCOUNTS else []
    return ", ".join((*once[:_MOST_ACCOUNTS], *more))


def _rows() -> Select[Any]:
    has_files = select(_attachment.c.id).where(_attachment.c.entry_id == _entry.c.id).exists()
    is_reversed = select(_reversing.c.id).where(_reversing.c.reverses_id == _entry.c.id)
    return select(
        _entry.c.id,
        _entry.c.number,
        _entry.c.state,
        _entry.c.kind,
        _entry.c.entry_on,
        _entry.c.voucher_ref,
        _entry.c.label,
        _entry.c.amount_cents,
        _journal.c.code,
        has_files.label("has_files"),
        is_reversed.exists().label("is_reversed"),
    ).join(_journal, _journal.c.id == _entry.c.journal_id)


def _moved() -> tuple[ColumnElement[int], Subquery]:
    """Return what an entry moves, as ``moved_amount`` says, and what it is to be joined with.

    What only passes through an account, as transfers do through 58, is not counted.
    """
    # Of two lines nothing passes through: they are the two sides.
    longer = select(_line.c.entry_id).where(_line.c.position > _SIDES)
    debit, credit = func.sum(_line.c.debit_cents), func.sum(_line.c.credit_cents)
    by_account = (
        select(_line.c.entry_id, case((debit < credit, debit), else_=credit).label("cents"))
        .where(_line.c.entry_id.in_(longer))
        .group_by(_line.c.entry_id, _line.c.account_id)
        .subquery()
    )
    cents = func.sum(by_account.c.cents).label("cents")
    passing = select(by_account.c.entry_id, cents).group_by(by_account.c.entry_id).subquery()
    less = func.coalesce(func.nullif(passing.c.cents, _entry.c.amount_cents), 0)
    return _entry.c.amount_cents - less, passing


def _filtered(query: Select[Any], wanted: EntryFilter) -> Select[Any]:
    plain = (
        (wanted.fiscal_year_id, _entry.c.fiscal_year_id),
        (wanted.state.value if wanted.state else None, _entry.c.state),
        (wanted.kind.value if wanted.kind else None, _entry.c.kind),
        (wanted.number, _entry.c.number),
    )
    for value, column in plain:
        if value is not None:
            query = query.where(column == value)
    if wanted.since is not None:
        query = query.where(_entry.c.entry_on >= wanted.since)
    if wanted.until is not None:
        query = query.where(_entry.c.entry_on <= wanted.until)
    if wanted.without_voucher:
        files = select(_attachment.c.id).where(_attachment.c.entry_id == _entry.c.id)
        query = query.where(
            _entry.c.voucher_ref == "",
            ~files.exists(),
            _entry.c.kind.not_in(_RESTS_ON_BOOKS),
        )
    if wanted.voucher:
        query = query.where(func.lower(_entry.c.voucher_ref) == wanted.voucher.lower())
    if wanted.journal:
        of_code = select(_journal.c.id).where(_journal.c.code == wanted.journal)
        query = query.where(_entry.c.journal_id == of_code.scalar_subquery())
    return query.where(*_on_lines(wanted), *_in_words(wanted.text))


def _on_lines(wanted: EntryFilter) -> list[ColumnElement[bool]]:
    """Return that an entry has a line of an account, an activity and a contact, if wanted."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.account:
        below = select(_account.c.id).where(like(_account.c.number, "", wanted.account, "%"))
        conditions.append(_line.c.account_id.in_(below))
    if wanted.activity_id is not None:
        conditions.append(_line.c.activity_id == wanted.activity_id)
    if wanted.contact_id is not None:
        conditions.append(_line.c.contact_id == wanted.contact_id)
    if not conditions:
        return []
    return [_entry.c.id.in_(select(_line.c.entry_id).where(and_(*conditions)))]


def _in_words(text: str) -> list[ColumnElement[bool]]:
    """Return that every word occurs, or that the text is the number or amount of an entry."""
    words = words_in((_entry.c.label_key,), text)
    if not words:
        return []
    ways = [and_(*words)]
    said, amount = typed_number(text), _amount_in(text)
    if said is not None and not said.year:
        ways.append(_entry.c.number == said.number)
    if amount is not None:
        on_line = select(_line.c.entry_id).where(
            or_(_line.c.debit_cents == amount, _line.c.credit_cents == amount)
        )
        ways += [_entry.c.amount_cents == amount, _entry.c.id.in_(on_line)]
    return [or_(*ways)]


def _amount_in(text: str) -> int | None:
    """Return the cents of a text that is an amount; one with a comma or a point, or euros."""
    try:
        return parse_amount(text).cents
    except RuleError:
        return None


def _to_row(row: Row[Any], moves: Sequence[tuple[str, int]]) -> EntryRow:
    return EntryRow(
        id=row.id,
        number=row.number,
        state=EntryState(row.state),
        kind=EntryKind(row.kind),
        entry_on=row.entry_on,
        journal=row.code,
        voucher_ref=row.voucher_ref,
        label=row.label,
        accounts=_named([number for number, _cents in moves]),
        amount=Money(row.amount_cents),
        has_files=row.has_files,
        is_reversed=row.is_reversed,
        moved=moved_amount(moves),
    )
