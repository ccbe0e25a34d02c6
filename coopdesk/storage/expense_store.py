"""Read and write sheets of expenses, their lines, and volunteers' vehicles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import extract, func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.expenses import (
    ExpenseFilter,
    ExpenseKind,
    ExpenseLine,
    ExpenseSheet,
    ExpenseSheetLine,
    ExpenseState,
    NewExpenseLine,
    NewExpenseSheet,
)
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    ActivityRow,
    AttachmentRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    ExpenseLineRow,
    ExpenseSheetRow,
    LetterRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_attachment = table_of(AttachmentRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_gift = table_of(TaxReceiptGiftRow)
_line = table_of(ExpenseLineRow)
_receipt = table_of(TaxReceiptRow)
_sheet = table_of(ExpenseSheetRow)

_JOINED = (
    _sheet.join(_contact, _contact.c.id == _sheet.c.volunteer_id)
    .outerjoin(_donation, _donation.c.expense_sheet_id == _sheet.c.id)
    .outerjoin(_gift, (_gift.c.donation_id == _donation.c.id) & (_gift.c.is_living == 1))
    .outerjoin(_receipt, _receipt.c.id == _gift.c.receipt_id)
    .outerjoin(_activity, _activity.c.id == _sheet.c.activity_id)
)
_SHEETS: Select[Any] = select(
    _sheet,
    _contact.c.name.label("volunteer_name"),
    _donation.c.id.label("donation_id"),
    _receipt.c.number_text.label("receipt_number"),
    _activity.c.name.label("activity"),
).select_from(_JOINED)
_LAST: ColumnElement[Any] = (
    select(func.max(_line.c.spent_on))
    .where(_line.c.sheet_id == _sheet.c.id)
    .correlate(_sheet)
    .scalar_subquery()
)
_GIFT_NAMED_BY = (
    _gift.c.donation_id,
    table_of(DonationReturnRow).c.donation_id,
    table_of(LetterRow).c.donation_id,
    _attachment.c.donation_id,
)
_SORTS: dict[str, ColumnElement[Any]] = {
    "date": _LAST,
    "volunteer": _contact.c.sort_key,
    "title": _sheet.c.title_key,
}


class ExpenseStore:
    """The sheets of expenses of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewExpenseSheet) -> int:
        """Store a draft with its lines and return its id."""
        values = {
            **_sheet_values(new),
            "state": ExpenseState.DRAFT.value,
            "settled_on": None,
            "amount_cents": None,
            "payment_id": None,
        }
        sheet_id = self._recorder.insert(_sheet, values)
        for position, line in enumerate(new.lines):
            self._recorder.insert(_line, _line_values(sheet_id, position, line))
        return sheet_id

    def change(self, sheet_id: int, new: NewExpenseSheet) -> None:
        """Replace what a draft says; lines that are known by their id stay the same rows."""
        self._recorder.update(_sheet, sheet_id, _sheet_values(new))
        kept = {line.id for line in new.lines}
        self.delete_lines(x for x in self.line_ids(sheet_id) if x not in kept)
        for position, line in enumerate(new.lines):
            values = _line_values(sheet_id, position, line)
            if line.id is None:
                self._recorder.insert(_line, values)
            else:
                self._recorder.update(_line, line.id, values)

    def delete_lines(self, line_ids: Iterable[int]) -> None:
        """Delete lines that no attachment names any more."""
        for line_id in line_ids:
            self._recorder.delete(_line, line_id)

    def delete(self, sheet_id: int) -> None:
        """Delete a sheet with its lines; its attachments must be gone before."""
        self.delete_lines(self.line_ids(sheet_id))
        self._recorder.delete(_sheet, sheet_id)

    def line_ids(self, sheet_id: int) -> list[int]:
        """Return the ids of the lines of a sheet, in their order."""
        query = select(_line.c.id).where(_line.c.sheet_id == sheet_id)
        return list(self._connection.execute(query.order_by(_line.c.position)).scalars())

    def settle(
        self, sheet: ExpenseSheet, state: ExpenseState, on: dt.date, payment_id: int | None
    ) -> None:
        """Freeze what a sheet and each of its lines are worth."""
        for line in sheet.lines:
            self._recorder.update(_line, line.id, {"amount_cents": line.amount.cents})
        values = {
            "state": state.value,
            "settled_on": on,
            "amount_cents": sheet.total.cents,
            "payment_id": payment_id,
        }
        self._recorder.update(_sheet, sheet.id, values)

    def set_activity(self, sheet_id: int, activity_id: int | None) -> bool:
        """Say what a sheet is part of, also one that is settled; tell whether that differed."""
        return self._recorder.update(_sheet, sheet_id, {"activity_id": activity_id})

    def reopen(self, sheet: ExpenseSheet) -> None:
        """Make a settled sheet a draft again; until it is one, its lines are frozen."""
        values = {"settled_on": None, "amount_cents": None, "payment_id": None}
        state = {"state": ExpenseState.DRAFT.value}
        self._recorder.update(_sheet, sheet.id, state | values)
        for line in sheet.lines:
            if line.content.kind is ExpenseKind.MILEAGE:
                self._recorder.update(_line, line.id, {"amount_cents": 0})

    def get(self, sheet_id: int) -> ExpenseSheet:
        """Return one sheet as it is stored: trips of a draft are worth nothing yet.

        Raises:
            NotFoundError: ``expense.missing``.
        """
        row = self._connection.execute(_SHEETS.where(_sheet.c.id == sheet_id)).one_or_none()
        if row is None:
            raise NotFoundError("expense.missing", id=sheet_id)
        query = select(_line).where(_line.c.sheet_id == sheet_id).order_by(_line.c.position)
        return _to_sheet(row, self._connection.execute(query).all())

    def trips(self, sheet_ids: Sequence[int]) -> dict[int, list[NewExpenseLine]]:
        """Return the trips of many sheets, in the order of their lines."""
        query = select(_line).where(
            _line.c.sheet_id.in_(sheet_ids), _line.c.kind == ExpenseKind.MILEAGE.value
        )
        found: dict[int, list[NewExpenseLine]] = {}
        for row in self._connection.execute(query.order_by(_line.c.position)):
            found.setdefault(row.sheet_id, []).append(_to_new_line(row))
        return found

    def id_of_donation(self, donation_id: int) -> int | None:
        """Return the sheet that a gift comes from."""
        query = select(_donation.c.expense_sheet_id).where(_donation.c.id == donation_id)
        found: int | None = self._connection.execute(query).scalar()
        return found

    def id_of_payment(self, payment_id: int) -> int | None:
        """Return the sheet that a payment refunds."""
        query = select(_sheet.c.id).where(_sheet.c.payment_id == payment_id)
        found: int | None = self._connection.execute(query).scalar()
        return found

    def is_gift_named(self, donation_id: int) -> bool:
        """Tell whether a receipt, a return, a letter or a file names a gift: it stays then."""
        queries = (select(x).where(x == donation_id).limit(1) for x in _GIFT_NAMED_BY)
        return any(self._connection.execute(query).first() is not None for query in queries)

    def ids(self, wanted: ExpenseFilter) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        sort = _SORTS[wanted.sort]
        order = (sort.desc(), _sheet.c.id.desc()) if wanted.descending else (sort, _sheet.c.id)
        query = _filtered(select(_sheet.c.id).select_from(_JOINED), wanted)
        return read_ids(self._connection, query.order_by(*order))

    def lines(self, ids: Sequence[int]) -> list[ExpenseSheetLine]:
        """Return the list rows of a page of ids; drafts without what their trips are worth."""
        spent = (
            select(
                _line.c.sheet_id,
                func.min(_line.c.spent_on).label("first_on"),
                func.max(_line.c.spent_on).label("last_on"),
                func.sum(_line.c.amount_cents).label("cents"),
                func.sum(_line.c.metres).label("metres"),
            )
            .group_by(_line.c.sheet_id)
            .subquery()
        )
        vouchers = (
            select(func.count())
            .where(_attachment.c.expense_sheet_id == _sheet.c.id)
            .correlate(_sheet)
            .scalar_subquery()
        )
        query = (
            _SHEETS.add_columns(
                spent.c.first_on,
                spent.c.last_on,
                spent.c.cents,
                spent.c.metres,
                vouchers.label("vouchers"),
            )
            .outerjoin(spent, spent.c.sheet_id == _sheet.c.id)
            .where(_sheet.c.id.in_(ids))
        )
        found = {row.id: _to_line(row) for row in self._connection.execute(query)}
        return [found[sheet_id] for sheet_id in ids if sheet_id in found]

    def settled_total(self, wanted: ExpenseFilter) -> Money:
        """Add up the settled sheets of a filter."""
        query = select(func.coalesce(func.sum(_sheet.c.amount_cents), 0)).select_from(_JOINED)
        return Money(self._connection.execute(_filtered(query, wanted)).scalar_one())

    def counts(self) -> dict[ExpenseState, int]:
        """Return how many sheets there are in each state."""
        query = select(_sheet.c.state, func.count()).group_by(_sheet.c.state)
        counted = {row[0]: row[1] for row in self._connection.execute(query)}
        return {state: counted.get(state.value, 0) for state in ExpenseState}

    def years(self) -> list[int]:
        """Return the calendar years of expenses, newest first."""
        query = select(extract("year", _line.c.spent_on)).distinct()
        return sorted(map(int, self._connection.execute(query).scalars()), reverse=True)


def _filtered(query: Select[Any], wanted: ExpenseFilter) -> Select[Any]:
    if wanted.state is not None:
        query = query.where(_sheet.c.state == wanted.state.value)
    if wanted.volunteer_id is not None:
        query = query.where(_sheet.c.volunteer_id.in_(same_person(wanted.volunteer_id)))
    if wanted.year is not None:
        within = _line.c.spent_on.between(*year_bounds(wanted.year))
        query = query.where(_sheet.c.id.in_(select(_line.c.sheet_id).where(within)))
    return query.where(*words_in((_contact.c.search_text, _sheet.c.title_key), wanted.text))


def _sheet_values(new: NewExpenseSheet) -> dict[str, Any]:
    return {
        "volunteer_id": new.volunteer_id,
        "title": new.title,
        "title_key": fold(new.title),
        "note": new.note,
        "activity_id": new.activity_id,
    }


def _line_values(sheet_id: int, position: int, new: NewExpenseLine) -> dict[str, Any]:
    return {
        "sheet_id": sheet_id,
        "position": position,
        "spent_on": new.spent_on,
        "kind": new.kind.value,
        "label": new.label,
        "amount_cents": new.amount.cents,
        "vehicle_id": new.vehicle_id,
        "metres": new.metres,
    }


def _to_sheet(row: Row[Any], lines: Sequence[Row[Any]]) -> ExpenseSheet:
    typed = tuple(map(_to_new_line, lines))
    return ExpenseSheet(
        id=row.id,
        content=NewExpenseSheet(row.volunteer_id, row.title, typed, row.note, row.activity_id),
        volunteer_name=row.volunteer_name,
        state=ExpenseState(row.state),
        settled_on=row.settled_on,
        lines=tuple(
            ExpenseLine(x.id, new, new.amount) for x, new in zip(lines, typed, strict=True)
        ),
        donation_id=row.donation_id,
        payment_id=row.payment_id,
        receipt_number=row.receipt_number or "",
        activity=row.activity or "",
    )


def _to_new_line(row: Row[Any]) -> NewExpenseLine:
    return NewExpenseLine(
        spent_on=row.spent_on,
        kind=ExpenseKind(row.kind),
        label=row.label,
        amount=Money(row.amount_cents),
        vehicle_id=row.vehicle_id,
        metres=row.metres,
        id=row.id,
    )


def _to_line(row: Row[Any]) -> ExpenseSheetLine:
    return ExpenseSheetLine(
        id=row.id,
        volunteer_id=row.volunteer_id,
        volunteer_name=row.volunteer_name,
        title=row.title,
        state=ExpenseState(row.state),
        first_on=row.first_on,
        last_on=row.last_on,
        settled_on=row.settled_on,
        amount=Money(row.cents or 0),
        vouchers=row.vouchers,
        metres=row.metres or 0,
        receipt_number=row.receipt_number or "",
    )
