"""The list of lines of bank statements: ids sorted and filtered in SQL, rows for a page."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, or_, select

from coopdesk.domain.bank_lists import (
    BankLine,
    LineState,
    MatchedWith,
    StatementRow,
    StatementTotals,
)
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money, parse_amount
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    BankAccountRow,
    BankStatementRow,
    ContactRow,
    EntryRow,
    ImportedRowRow,
    ImportRunRow,
    PaymentRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.bank_lists import StatementFilter

_bank = table_of(BankAccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_imported = table_of(ImportedRowRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_payment = table_of(PaymentRow)
_run = table_of(ImportRunRow)
_statement = table_of(BankStatementRow)

_CENTS = _line.c.amount_cents
_MATCHED = (
    select(func.coalesce(func.sum(_match.c.amount_cents), 0))
    .where(_match.c.statement_line_id == _line.c.id)
    .correlate(_line)
    .scalar_subquery()
)
_WAITS = and_(_line.c.set_aside.is_(False), _MATCHED != _CENTS)
_STATES: dict[LineState, ColumnElement[bool]] = {
    LineState.OPEN: and_(_line.c.set_aside.is_(False), _MATCHED == 0),
    LineState.PARTLY: and_(_WAITS, _MATCHED != 0),
    LineState.MATCHED: and_(_line.c.set_aside.is_(False), _MATCHED == _CENTS),
    LineState.ASIDE: _line.c.set_aside.is_(True),
}
_SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "date": (_line.c.booked_on,),
    "label": (_line.c.label_key,),
    "amount": (_CENTS,),
    "account": (_bank.c.name_key, _line.c.booked_on),
}
_JOINED = (
    _line.join(_bank, _bank.c.id == _line.c.bank_account_id)
    .join(_statement, _statement.c.id == _line.c.statement_id)
    .outerjoin(_contact, _contact.c.id == _line.c.contact_id)
)
_PLAIN = ("id", "bank_account_id", "booked_on", "value_on", "label", "counterparty")
_TEXTS = ("bank_ref", "payment_ref", "cheque", "contact_id", "note")


class StatementList:
    """What lists of lines of statements show, of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(self, wanted: StatementFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the lines that a filter shows, in its order."""
        order = (*_SORTS.get(wanted.sort, ()), _line.c.id)
        sorted_by = [one.desc() if wanted.descending else one.asc() for one in order]
        query = _filtered(select(_line.c.id), wanted).select_from(_JOINED)
        return read_ids(self._connection, query.order_by(*sorted_by).limit(limit))

    def totals(self, wanted: StatementFilter) -> StatementTotals:
        """Return how many lines a filter shows, money in and out, and what waits."""
        open_cents = case((_line.c.set_aside.is_(True), 0), else_=_CENTS - _MATCHED)
        each = _filtered(select(_CENTS, open_cents.label("open_cents")), wanted)
        rows = each.select_from(_JOINED).subquery()
        cents, left = rows.c.amount_cents, rows.c.open_cents
        query = select(
            func.count(),
            func.coalesce(func.sum(case((cents > 0, cents), else_=0)), 0),
            func.coalesce(func.sum(case((cents < 0, -cents), else_=0)), 0),
            func.coalesce(func.sum(case((left != 0, 1), else_=0)), 0),
            func.coalesce(func.sum(left), 0),
        )
        count, income, expense, waiting, rest = self._connection.execute(query).one()
        return StatementTotals(count, Money(income), Money(expense), waiting, Money(rest))

    def rows(self, ids: Sequence[int]) -> list[StatementRow]:
        """Return the list rows of lines, in the order of the ids; gone ones are left out."""
        found: dict[int, StatementRow] = {}
        for batch in in_batches(ids):
            targets = self._targets(batch)
            query = _rows().where(_line.c.id.in_(batch))
            for row in self._connection.execute(query):
                found[row.id] = _to_row(row, targets.get(row.id, ()))
        return [found[key] for key in ids if key in found]

    def get(self, line_id: int) -> BankLine:
        """Return one line with its file and its row as it stood there.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        rows = self.rows([line_id])
        if not rows:
            raise NotFoundError("bank.line_missing", id=line_id)
        of_file = (
            select(
                _line.c.statement_id,
                _statement.c.run_id,
                _run.c.file_name,
                _run.c.file_format,
                _imported.c.line,
                _imported.c.raw,
            )
            .select_from(
                _line.join(_statement, _statement.c.id == _line.c.statement_id)
                .join(_run, _run.c.id == _statement.c.run_id)
                .outerjoin(_imported, _imported.c.statement_line_id == _line.c.id)
            )
            .where(_line.c.id == line_id)
            .order_by(_imported.c.id)
            .limit(1)
        )
        row = self._connection.execute(of_file).one()
        raw = json.loads(row.raw) if row.raw else {}
        return BankLine(
            rows[0],
            row.statement_id,
            row.run_id,
            row.file_name,
            row.line,
            raw,
            FileFormat(row.file_format),
        )

    def of_entry(self, entry_id: int) -> list[StatementRow]:
        """Return the lines that are matched with an entry, by their days."""
        query = (
            select(_line.c.id)
            .join(_match, _match.c.statement_line_id == _line.c.id)
            .where(_match.c.entry_id == entry_id)
            .order_by(_line.c.booked_on, _line.c.id)
        )
        return self.rows(list(self._connection.execute(query).scalars()))

    def years(self) -> list[int]:
        """Return the calendar years of the lines, newest first."""
        first, last = self._connection.execute(
            select(func.min(_line.c.booked_on), func.max(_line.c.booked_on))
        ).one()
        return [] if first is None else list(range(last.year, first.year - 1, -1))

    def has_matches(self, bank_account_id: int) -> bool:
        """Tell whether a line of an account is matched."""
        query = (
            select(_match.c.id)
            .join(_line, _line.c.id == _match.c.statement_line_id)
            .where(_line.c.bank_account_id == bank_account_id)
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def matched_among(self, ids: Sequence[int]) -> list[int]:
        """Return those of the lines that are matched, wholly or in part."""
        found: set[int] = set()
        for batch in in_batches(ids):
            query = select(_match.c.statement_line_id).where(
                _match.c.statement_line_id.in_(batch)
            )
            found.update(self._connection.execute(query).scalars())
        return [key for key in ids if key in found]

    def _targets(self, ids: Sequence[int]) -> dict[int, tuple[MatchedWith, ...]]:
        query = (
            select(
                _match,
                func.coalesce(_entry.c.entry_on, _payment.c.paid_on).label("day"),
                func.coalesce(_entry.c.label, _payment.c.label, "").label("target_label"),
                func.coalesce(_contact.c.name, "").label("payer_name"),
                _entry.c.number,
            )
            .select_from(
                _match.outerjoin(_entry, _entry.c.id == _match.c.entry_id)
                .outerjoin(_payment, _payment.c.id == _match.c.payment_id)
                .outerjoin(_contact, _contact.c.id == _payment.c.payer_id)
            )
            .where(_match.c.statement_line_id.in_(ids))
            .order_by(_match.c.statement_line_id, _match.c.id)
        )
        rows = self._connection.execute(query)
        return {
            key: tuple(map(_to_target, group))
            for key, group in groupby(rows, lambda row: row.statement_line_id)
        }


def _filtered(query: Select[Any], wanted: StatementFilter) -> Select[Any]:
    plain = (
        (wanted.bank_account_id, _line.c.bank_account_id),
        (wanted.nature.value if wanted.nature else None, _line.c.nature),
        (wanted.run_id, _statement.c.run_id),
    )
    query = query.where(*(column == value for value, column in plain if value is not None))
    if wanted.state is not None:
        query = query.where(_STATES[wanted.state])
    if wanted.waiting:
        query = query.where(_WAITS)
    if wanted.statement_ids is not None:
        query = query.where(_line.c.statement_id.in_(wanted.statement_ids))
    if wanted.contact_id is not None:
        query = query.where(_line.c.contact_id.in_(same_person(wanted.contact_id)))
    return query.where(*_of_days(wanted), *_in_words(wanted.text))


def _of_days(wanted: StatementFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.year is not None:
        conditions.append(_line.c.booked_on.between(*year_bounds(wanted.year)))
    if wanted.since is not None:
        conditions.append(_line.c.booked_on >= wanted.since)
    if wanted.until is not None:
        conditions.append(_line.c.booked_on <= wanted.until)
    return conditions


def _in_words(text: str) -> list[ColumnElement[bool]]:
    """Return that every word occurs, or that the text is the amount of a line."""
    words = words_in((_line.c.label_key, _contact.c.search_text), text)
    if not words:
        return []
    try:
        cents = abs(parse_amount(text).cents)
    except RuleError:
        return words
    return [or_(and_(*words), _CENTS.in_((cents, -cents)))]


def _rows() -> Select[Any]:
    return select(
        _line,
        _MATCHED.label("matched_cents"),
        _bank.c.name.label("account_name"),
        func.coalesce(_contact.c.name, "").label("contact_name"),
    ).select_from(_JOINED)


def _to_row(row: Row[Any], targets: tuple[MatchedWith, ...]) -> StatementRow:
    values = {name: getattr(row, name) for name in (*_PLAIN, *_TEXTS)}
    return StatementRow(
        **values,
        account_name=row.account_name,
        amount=Money(row.amount_cents),
        nature=LineNature(row.nature),
        state=_state(row),
        balance=None if row.balance_cents is None else Money(row.balance_cents),
        contact_name=row.contact_name,
        matched=Money(row.matched_cents),
        targets=targets,
    )


def _state(row: Row[Any]) -> LineState:
    if row.set_aside:
        return LineState.ASIDE
    if row.matched_cents == row.amount_cents:
        return LineState.MATCHED
    return LineState.PARTLY if row.matched_cents else LineState.OPEN


def _to_target(row: Row[Any]) -> MatchedWith:
    return MatchedWith(
        id=row.id,
        amount=Money(row.amount_cents),
        entry_id=row.entry_id,
        payment_id=row.payment_id,
        day=row.day,
        label=row.target_label or row.payer_name,
        number=row.number,
        made_by=row.made_by,
        score=row.score,
    )
