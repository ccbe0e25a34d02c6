"""Read and write budgets and their lines, and what came on each account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.budgets import (
    BudgetLine,
    BudgetState,
    BudgetVersion,
    NewBudgetLine,
    NewBudgetVersion,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    ActivityRow,
    BudgetLineRow,
    BudgetVersionRow,
    EntryLineRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.chart_store import ChartStore
    from coopdesk.storage.recorder import Recorder

_version = table_of(BudgetVersionRow)
_line = table_of(BudgetLineRow)
_account = table_of(AccountRow)
_activity = table_of(ActivityRow)
_entry_line = table_of(EntryLineRow)


class BudgetStore:
    """The budgets of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder, chart: ChartStore) -> None:
        self._connection = connection
        self._recorder = recorder
        self._chart = chart

    # versions

    def add(self, new: NewBudgetVersion) -> int:
        """Store a budget, a draft without lines, and return its id."""
        state = {"state": BudgetState.DRAFT.value, "adopted_on": None}
        return self._recorder.insert(_version, {**_values(new), **state})

    def change(self, version_id: int, new: NewBudgetVersion) -> bool:
        """Replace the name and the note of a budget; return whether anything differed."""
        return self._recorder.update(_version, version_id, _values(new))

    def set_adopted(self, version_id: int, on: dt.date | None) -> bool:
        """Note that a budget was voted, or that it is a draft again."""
        state = BudgetState.DRAFT if on is None else BudgetState.ADOPTED
        values = {"state": state.value, "adopted_on": on}
        return self._recorder.update(_version, version_id, values)

    def delete(self, version_id: int) -> None:
        """Delete a budget with its lines."""
        self.delete_lines(self.line_ids(version_id))
        self._recorder.delete(_version, version_id)

    def get(self, version_id: int) -> BudgetVersion:
        """Return one budget.

        Raises:
            NotFoundError: ``budget.missing``.
        """
        rows = self._connection.execute(_versions().where(_version.c.id == version_id))
        row = rows.one_or_none()
        if row is None:
            raise NotFoundError("budget.missing", id=version_id)
        return _to_version(row)

    def versions(self, fiscal_year_id: int) -> list[BudgetVersion]:
        """Return the budgets of a fiscal year: adopted ones first, then the newest."""
        query = (
            _versions()
            .where(_version.c.fiscal_year_id == fiscal_year_id)
            .order_by(
                _version.c.state != BudgetState.ADOPTED.value,
                _version.c.adopted_on.desc(),
                _version.c.id.desc(),
            )
        )
        return [_to_version(row) for row in self._connection.execute(query)]

    # lines

    def add_lines(self, version_id: int, lines: Sequence[NewBudgetLine]) -> list[int]:
        """Store lines and return their ids in order; accounts are taken into the chart.

        Raises:
            RuleError: ``account.not_known``.
        """
        rows = [{"version_id": version_id, **self._line_values(line)} for line in lines]
        return self._recorder.insert_many(_line, rows)

    def change_line(self, line_id: int, new: NewBudgetLine) -> bool:
        """Replace a line; return whether anything differed."""
        return self._recorder.update(_line, line_id, self._line_values(new))

    def delete_lines(self, ids: Sequence[int]) -> None:
        """Delete lines."""
        for start in range(0, len(ids), 200):
            self._recorder.delete_many(_line, ids[start : start + 200])

    def line(self, line_id: int) -> BudgetLine:
        """Return one line.

        Raises:
            NotFoundError: ``budget.line_missing``.
        """
        row = self._connection.execute(_lines().where(_line.c.id == line_id)).one_or_none()
        if row is None:
            raise NotFoundError("budget.line_missing", id=line_id)
        return _to_line(row)

    def lines(self, version_id: int) -> list[BudgetLine]:
        """Return the lines of a budget by account, activity and month."""
        query = _lines().where(_line.c.version_id == version_id)
        order = (_account.c.number, _activity.c.name_key, _line.c.month_on, _line.c.id)
        return [_to_line(row) for row in self._connection.execute(query.order_by(*order))]

    def line_ids(self, version_id: int) -> list[int]:
        """Return the ids of the lines of a budget."""
        query = select(_line.c.id).where(_line.c.version_id == version_id)
        return list(self._connection.execute(query).scalars())

    def _line_values(self, new: NewBudgetLine) -> dict[str, Any]:
        return {
            "account_id": self._chart.take(new.account).id,
            "activity_id": new.activity_id,
            "month_on": new.month_on,
            "amount_cents": new.amount.cents,
            "label": new.label,
        }

    # what came

    def balances(self, fiscal_year_id: int, activity_id: int | None) -> dict[str, Money]:
        """Return debit less credit of each account of classes 6 to 8, drafts included.

        With an activity, only of its lines.
        """
        balance = func.sum(_entry_line.c.debit_cents - _entry_line.c.credit_cents)
        query = (
            select(_account.c.number, balance)
            .join(_account, _account.c.id == _entry_line.c.account_id)
            .where(_entry_line.c.fiscal_year_id == fiscal_year_id, _account.c.number >= "6")
            .group_by(_account.c.number)
        )
        if activity_id is not None:
            query = query.where(_entry_line.c.activity_id == activity_id)
        rows = self._connection.execute(query)
        return {number: Money(cents) for number, cents in rows if cents}


def _versions() -> Select[Any]:
    is_income = _account.c.number.startswith("7")
    is_expense = _account.c.number.startswith("6")

    def summed(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, _line.c.amount_cents), else_=0)), 0)

    return (
        select(
            _version,
            func.count(_line.c.id).label("line_count"),
            summed(is_expense).label("expenses_cents"),
            summed(is_income).label("income_cents"),
        )
        .select_from(_version)
        .outerjoin(_line, _line.c.version_id == _version.c.id)
        .outerjoin(_account, _account.c.id == _line.c.account_id)
        .group_by(_version.c.id)
    )


def _lines() -> Select[Any]:
    return (
        select(_line, _account.c.number, _account.c.label.label("account_label"))
        .add_columns(_activity.c.name.label("activity_name"))
        .select_from(_line)
        .join(_account, _account.c.id == _line.c.account_id)
        .outerjoin(_activity, _activity.c.id == _line.c.activity_id)
    )


def _values(new: NewBudgetVersion) -> dict[str, Any]:
    return {
        "fiscal_year_id": new.fiscal_year_id,
        "name": new.name,
        "name_key": fold(new.name),
        "note": new.note,
    }


def _to_version(row: Row[Any]) -> BudgetVersion:
    return BudgetVersion(
        id=row.id,
        content=NewBudgetVersion(row.fiscal_year_id, row.name, row.note),
        state=BudgetState(row.state),
        adopted_on=row.adopted_on,
        line_count=row.line_count,
        expenses=Money(row.expenses_cents),
        income=Money(row.income_cents),
    )


def _to_line(row: Row[Any]) -> BudgetLine:
    content = NewBudgetLine(
        account=row.number,
        amount=Money(row.amount_cents),
        activity_id=row.activity_id,
        month_on=row.month_on,
        label=row.label,
    )
    return BudgetLine(
        row.id, row.version_id, content, row.account_label, row.activity_name or ""
    )
