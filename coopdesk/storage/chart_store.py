"""Read and write the association's chart of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.chart import Account, AccountKind, AccountStatus, parents
from coopdesk.domain.chart_rules import above, starter
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.text import fold
from coopdesk.storage.chart_seed import (
    known_accounts,
    meant_by,
    starter_accounts,
    starter_journals,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.search import like, words_in
from coopdesk.storage.tables import AccountRow, EntryLineRow, JournalRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row

    from coopdesk.domain.chart import CatalogueAccount
    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)


class ChartStore:
    """The chart of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._known: dict[str, Account] | None = None

    def ensure(self) -> None:
        """Put the usual accounts and journals into a file that has none yet.

        They belong to the file, not to the command that needs them first: undoing it leaves
        them.
        """
        if self._connection.execute(select(_account.c.id).limit(1)).first() is not None:
            return
        rows = [_columns_of(one) for one in starter_accounts()]
        self._connection.execute(insert(_account), rows)
        self._known = None
        known = self.by_number()
        self._connection.execute(
            insert(_journal),
            [
                {
                    "code": one.code,
                    "name": one.name,
                    "kind": one.kind.value,
                    "account_id": known[one.account].id if one.account else None,
                    "is_open": True,
                }
                for one in starter_journals()
            ],
        )

    def accounts(self) -> list[Account]:
        """Return the chart by number; the usual one (ids 0) while the file has none."""
        return list(self.by_number().values())

    def by_number(self) -> Mapping[str, Account]:
        """Return the chart by number, in order of the numbers; read once."""
        if self._known is None:
            rows = self._connection.execute(select(_account).order_by(_account.c.number)).all()
            if not rows:
                return _starters()
            above_others = parents([row.number for row in rows])
            self._known = {row.number: _to_domain(row, above_others) for row in rows}
        return self._known

    def get(self, number: str) -> Account:
        """Return an account of the chart.

        Raises:
            NotFoundError: ``account.unknown``.
        """
        found = self.by_number().get(number)
        if found is None:
            raise NotFoundError("account.unknown", number=number[:40])
        return found

    def needed(self, number: str) -> Account:
        """Return an account that an entry names, stored if the chart is still to be made.

        Raises:
            RuleError: ``account.not_in_chart`` for one of the catalogue that nobody took
                yet, ``account.not_known`` for any other.
        """
        found = self.by_number().get(number)
        if found is not None:
            return found
        known = known_accounts().get(number)
        if known is not None:
            raise RuleError(
                "account.not_in_chart", field="lines", number=number, label=known.label
            )
        raise RuleError("account.not_known", field="lines", number=number[:40])

    def add(
        self,
        number: str,
        label: str,
        kind: AccountKind,
        status: AccountStatus = AccountStatus.OWN,
        note: str = "",
    ) -> int:
        """Store an account and return its id.

        Raises:
            RuleError: ``account.number_taken``.
        """
        self.ensure()
        if number in self.by_number():
            raise RuleError("account.number_taken", field="number", number=number)
        values = {
            "number": number,
            "label": label,
            "label_key": fold(label),
            "kind": kind.value,
            "status": status.value,
            "is_open": True,
            "note": note,
        }
        self._known = None
        return self._recorder.insert(_account, values)

    def take(self, number: str) -> Account:
        """Return an account, taken from the catalogue with those above it if need be.

        Raises:
            RuleError: ``account.not_known`` when the catalogue lacks it as well.
        """
        self.ensure()
        if number in self.by_number():
            return self.get(number)
        catalogue = known_accounts()
        if number not in catalogue:
            raise RuleError("account.not_known", field="number", number=number[:40])
        for each in (number, *above(number)):
            if len(each) > 1 and each in catalogue and each not in self.by_number():
                one = catalogue[each]
                self.add(one.number, one.label, one.kind, one.status)
        return self.get(number)

    def change(self, account_id: int, values: dict[str, Any]) -> bool:
        """Change columns of an account; return whether anything differed."""
        if "label" in values:
            values = {**values, "label_key": fold(values["label"])}
        self._known = None
        return self._recorder.update(_account, account_id, values)

    def remove(self, account_id: int, number: str) -> None:
        """Delete an account that nothing names.

        Raises:
            RuleError: ``account.in_use``.
        """
        self._known = None
        self._recorder.touch(_account)
        try:
            with self._connection.begin_nested():
                self._recorder.delete(_account, account_id)
        except IntegrityError as error:
            raise RuleError("account.in_use", number=number) from error

    def is_above(self, number: str) -> bool:
        """Tell whether other accounts stand below a number."""
        return any(other != number and other.startswith(number) for other in self.by_number())

    def complete(self, text: str, limit: int) -> list[Account]:
        """Return open accounts that take lines, for what was typed: a number or words.

        Those with the number typed come first, then those that people call so, then others
        with such words in their labels; of each, those with the most lines.
        """
        number, called = "".join(text.split()).upper(), tuple(meant_by(text))
        by_words = words_in((_account.c.label_key,), text)
        meant = [like(_account.c.number, "", one, "%") for one in called]
        wanted = or_(like(_account.c.number, "", number, "%"), *_all_of(by_words), *meant)
        used = (
            select(func.count())
            .where(_line.c.account_id == _account.c.id)
            .correlate(_account)
            .scalar_subquery()
        )
        query = select(_account.c.number, used.label("used")).where(
            wanted, _account.c.is_open.is_(True)
        )
        counts = {row.number: row.used for row in self._connection.execute(query)}
        known = self.by_number()
        if not counts and self._known is None:
            counts = {x.number: 0 for x in known.values() if _fits(x, number, text)}
        found = [known[each] for each in counts if known[each].is_postable]
        found.sort(
            key=lambda x: (
                x.number != number,
                not x.number.startswith(called),
                -counts[x.number],
                x.number,
            )
        )
        return found[:limit]


def _all_of(conditions: list[Any]) -> list[Any]:
    """Return one condition of several, none for none."""
    if not conditions:
        return []
    whole = conditions[0]
    for one in conditions[1:]:
        whole = whole & one
    return [whole]


def _fits(account: Account, number: str, text: str) -> bool:
    words = fold(text).split()
    label = fold(account.label)
    return account.number.startswith((number, *meant_by(text))) or (
        bool(words) and all(word in label for word in words)
    )


def _starters() -> dict[str, Account]:
    above_others = parents([one.number for one in starter_accounts()])
    return {one.number: starter(one, above_others) for one in starter_accounts()}


def _columns_of(one: CatalogueAccount) -> dict[str, Any]:
    return {
        "number": one.number,
        "label": one.label,
        "label_key": fold(one.label),
        "kind": one.kind.value,
        "status": one.status.value,
        "is_open": True,
        "note": "",
    }


def _to_domain(row: Row[Any], above_others: frozenset[str]) -> Account:
    return Account(
        id=row.id,
        number=row.number,
        label=row.label,
        kind=AccountKind(row.kind),
        status=AccountStatus(row.status),
        is_open=row.is_open,
        is_postable=row.number not in above_others,
        note=row.note,
    )
