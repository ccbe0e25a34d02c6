"""Read and write bank accounts, how files name them, and their statements."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.bank_accounts import (
    BankAccount,
    BankLayout,
    NewBankAccount,
    identity_from_text,
)
from coopdesk.domain.bank_proofs import shifted
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    BankAccountRow,
    BankIdentityRow,
    BankLayoutRow,
    BankRuleRow,
    BankStatementRow,
    EntryLineRow,
    EntryRow,
    FiscalYearRow,
    StatementLineRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.domain.bank_accounts import AccountIdentity
    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_bank = table_of(BankAccountRow)
_entry = table_of(EntryRow)
_identity = table_of(BankIdentityRow)
_layout = table_of(BankLayoutRow)
_line = table_of(StatementLineRow)
_of_books = table_of(EntryLineRow)
_rule = table_of(BankRuleRow)
_statement = table_of(BankStatementRow)
_year = table_of(FiscalYearRow)

Values = dict[str, Any]


class BankStore:
    """The bank accounts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def accounts(self) -> list[BankAccount]:
        """Return every bank account, open ones first, then by name."""
        query = _accounts().order_by(_bank.c.is_open.desc(), _bank.c.name_key)
        return self._found(query)

    def get(self, bank_account_id: int) -> BankAccount:
        """Return one bank account.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        found = self._found(_accounts().where(_bank.c.id == bank_account_id))
        if not found:
            raise NotFoundError("bank.account_missing", id=bank_account_id)
        return found[0]

    def ledger_account_id(self, bank_account_id: int) -> int:
        """Return the id of the account of the books that keeps a bank account.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        query = select(_bank.c.account_id).where(_bank.c.id == bank_account_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("bank.account_missing", id=bank_account_id)
        return int(found)

    def of_ledger_account(self, account_id: int) -> int | None:
        """Return the bank account that an account of the books keeps, None if it keeps none."""
        query = select(_bank.c.id).where(_bank.c.account_id == account_id)
        return self._connection.execute(query).scalar()

    def add(self, new: NewBankAccount, account_id: int) -> int:
        """Store a bank account kept by an account of the books; return its id.

        Raises:
            RuleError: ``bank.name_taken`` or ``bank.ledger_account_taken``.
        """
        values = {**_columns_of(new), "account_id": account_id, "is_open": True}
        self._refuse_taken(0, values)
        return self._recorder.insert(_bank, values)

    def change(
        self, bank_account_id: int, new: NewBankAccount, account_id: int | None = None
    ) -> bool:
        """Change a bank account; return whether anything differed.

        Raises:
            RuleError: as ``add``.
        """
        values = _columns_of(new)
        if account_id is not None:
            values["account_id"] = account_id
        self._refuse_taken(bank_account_id, values)
        return self._recorder.update(_bank, bank_account_id, values)

    def set_open(self, bank_account_id: int, *, is_open: bool) -> bool:
        """Close a bank account or open it again; return whether that differed."""
        return self._recorder.update(_bank, bank_account_id, {"is_open": is_open})

    def remove(self, bank_account_id: int) -> None:
        """Delete a bank account without statements, with what was remembered of it."""
        for table in (_identity, _rule):
            column = table.c.bank_account_id
            query = select(table.c.id).where(column == bank_account_id)
            self._recorder.delete_many(table, list(self._connection.execute(query).scalars()))
        query = select(_layout.c.id).where(_layout.c.bank_account_id == bank_account_id)
        for key in self._connection.execute(query).scalars().all():
            self._recorder.update(_layout, key, {"bank_account_id": None})
        self._recorder.delete(_bank, bank_account_id)

    def has_statements(self, bank_account_id: int) -> bool:
        """Tell whether statements of a bank account were imported."""
        query = select(_statement.c.id).where(_statement.c.bank_account_id == bank_account_id)
        return self._connection.execute(query.limit(1)).first() is not None

    def remember_identity(self, bank_account_id: int, identity: AccountIdentity) -> None:
        """Keep that files name a bank account so; the last answer counts."""
        if not identity.text:
            return
        query = select(_identity.c.id).where(_identity.c.identity == identity.text)
        known = self._connection.execute(query).scalar()
        values = {"bank_account_id": bank_account_id}
        if known is None:
            self._recorder.insert(_identity, {**values, "identity": identity.text})
        else:
            self._recorder.update(_identity, known, values)

    def layout(self, header_key: str) -> BankLayout | None:
        """Return what was remembered of tables with this header."""
        query = select(_layout).where(_layout.c.header_key == header_key)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        return BankLayout(
            header_key=row.header_key,
            name=row.name,
            columns=json.loads(row.columns or "{}"),
            day_order=DayOrder(row.day_order) if row.day_order else None,
            bank_account_id=row.bank_account_id,
        )

    def remember_layout(self, layout: BankLayout) -> None:
        """Keep what was said of tables with this header; the last answer counts."""
        values = {
            "name": layout.name,
            "columns": json.dumps(dict(layout.columns), ensure_ascii=False),
            "day_order": layout.day_order.value if layout.day_order else "",
            "bank_account_id": layout.bank_account_id,
        }
        query = select(_layout.c.id).where(_layout.c.header_key == layout.header_key)
        known = self._connection.execute(query).scalar()
        if known is None:
            self._recorder.insert(_layout, {**values, "header_key": layout.header_key})
        else:
            self._recorder.update(_layout, known, values)

    def booked(self, account_id: int, until: dt.date) -> Money:
        """Return the balance of an account of the books at the end of a day, drafts included.

        From the last fiscal year with an opening entry on: years before it are carried by it.
        """
        reversing = _entry.alias("reversing")
        taken_back = select(reversing.c.id).where(reversing.c.reverses_id == _entry.c.id)
        opened = (
            select(func.max(_year.c.starts_on))
            .join(_entry, _entry.c.fiscal_year_id == _year.c.id)
            .where(_entry.c.kind == "opening", ~taken_back.exists(), _year.c.starts_on <= until)
        )
        since = self._connection.execute(opened).scalar()
        query = select(
            func.coalesce(func.sum(_of_books.c.debit_cents - _of_books.c.credit_cents), 0)
        ).where(_of_books.c.account_id == account_id, _of_books.c.entry_on <= until)
        if since is not None:
            query = query.where(_of_books.c.entry_on >= since)
        return Money(self._connection.execute(query).scalar_one())

    def booked_before(self, account_id: int, day: dt.date) -> Money:
        """Return the balance of an account of the books before a day, drafts included.

        It is the one with which a year opens that begins on that day, if an entry says so.
        """
        reversing = _entry.alias("reversing")
        taken_back = select(reversing.c.id).where(reversing.c.reverses_id == _entry.c.id)
        opens = (
            _entry.c.kind == "opening",
            ~taken_back.exists(),
            _entry.c.entry_on == day,
            _year.c.starts_on == day,
        )
        query = (
            select(func.count(), func.sum(_of_books.c.debit_cents - _of_books.c.credit_cents))
            .select_from(_entry)
            .join(_year, _year.c.id == _entry.c.fiscal_year_id)
            .outerjoin(
                _of_books,
                (_of_books.c.entry_id == _entry.c.id) & (_of_books.c.account_id == account_id),
            )
            .where(*opens)
        )
        openings, cents = self._connection.execute(query).one()
        if openings:
            return Money(cents or 0)
        return self.booked(account_id, shifted(day, -1))

    def add_statement(self, values: Values) -> int:
        """Store a statement (columns of ``bank_statement``) and return its id."""
        return self._recorder.insert(_statement, values)

    def add_lines(self, rows: Sequence[Values]) -> list[int]:
        """Store lines of statements (columns of ``statement_line``); return their ids."""
        return self._recorder.insert_many(_line, rows)

    def change_lines(self, rows: dict[int, Values]) -> int:
        """Change the same columns of lines, by id; return how many differed."""
        return self._recorder.update_many(_line, rows) if rows else 0

    def _found(self, query: Select[Any]) -> list[BankAccount]:
        rows = self._connection.execute(query).all()
        named: dict[int, list[AccountIdentity]] = {}
        names = select(_identity).order_by(_identity.c.id)
        for one in self._connection.execute(names):
            named.setdefault(one.bank_account_id, []).append(identity_from_text(one.identity))
        return [_to_domain(row, tuple(named.get(row.id, ()))) for row in rows]

    def _refuse_taken(self, bank_account_id: int, values: Values) -> None:
        for column, code, field in (
            ("name_key", "bank.name_taken", "name"),
            ("account_id", "bank.ledger_account_taken", "account"),
        ):
            if column not in values:
                continue
            query = select(_bank.c.name).where(
                _bank.c[column] == values[column], _bank.c.id != bank_account_id
            )
            taken = self._connection.execute(query).scalar()
            if taken is not None:
                raise RuleError(code, field=field, name=taken)


def _accounts() -> Select[Any]:
    return select(_bank, _account.c.number.label("account")).join(
        _account, _account.c.id == _bank.c.account_id
    )


def _columns_of(new: NewBankAccount) -> Values:
    return {
        "name": new.name,
        "name_key": fold(new.name),
        "iban": new.iban,
        "note": new.note,
    }


def _to_domain(row: Row[Any], identities: tuple[AccountIdentity, ...]) -> BankAccount:
    return BankAccount(
        id=row.id,
        content=NewBankAccount(row.name, row.account, row.iban, row.note),
        identities=identities,
        is_open=row.is_open,
    )
