"""Read and write the journals of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.journals import Journal, JournalKind
from coopdesk.storage.chart_seed import starter_journals
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AccountRow, EntryRow, JournalRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)


class JournalStore:
    """The journals of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._known: dict[str, Journal] | None = None

    def journals(self) -> list[Journal]:
        """Return the journals in their order; the usual ones (ids 0) while there are none."""
        return list(self.by_code().values())

    def by_code(self) -> Mapping[str, Journal]:
        """Return the journals by code; read once."""
        if self._known is None:
            query = (
                select(_journal, _account.c.number.label("account"))
                .outerjoin(_account, _account.c.id == _journal.c.account_id)
                .order_by(_journal.c.id)
            )
            rows = self._connection.execute(query).all()
            if not rows:
                return {
                    x.code: Journal(0, x.code, x.name, x.kind, x.account)
                    for x in starter_journals()
                }
            self._known = {row.code: _to_domain(row) for row in rows}
        return self._known

    def get(self, code: str) -> Journal:
        """Return a journal.

        Raises:
            NotFoundError: ``journal.unknown``.
        """
        found = self.by_code().get(code)
        if found is None:
            raise NotFoundError("journal.unknown", journal=code[:40])
        return found

    def needed(self, code: str, *, even_closed: bool = False) -> Journal:
        """Return the journal that an entry names.

        Raises:
            RuleError: ``journal.not_known`` or, unless ``even_closed``, ``journal.is_closed``.
        """
        found = self.by_code().get(code)
        if found is None:
            raise RuleError("journal.not_known", field="journal", journal=code[:40])
        if not (found.is_open or even_closed):
            raise RuleError("journal.is_closed", field="journal", journal=code)
        return found

    def of_account(self, number: str) -> Journal | None:
        """Return the open journal that keeps an account of money, None without one."""
        kept = (x for x in self.by_code().values() if x.account == number and x.is_open)
        return next(kept, None)

    def of_kind(self, kind: JournalKind) -> Journal:
        """Return the first open journal of a kind, else the one of other operations.

        Raises:
            RuleError: ``journal.none_open`` when even that is closed.
        """
        for wanted in (kind, JournalKind.MISC):
            for one in self.by_code().values():
                if one.kind is wanted and one.is_open:
                    return one
        raise RuleError("journal.none_open")

    def add(self, code: str, name: str, kind: JournalKind, account_id: int | None) -> int:
        """Store a journal and return its id."""
        self._known = None
        values = {
            "code": code,
            "name": name,
            "kind": kind.value,
            "account_id": account_id,
            "is_open": True,
        }
        return self._recorder.insert(_journal, values)

    def change(self, journal_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a journal; return whether anything differed."""
        self._known = None
        return self._recorder.update(_journal, journal_id, values)

    def remove(self, journal_id: int) -> None:
        """Delete a journal; the schema refuses if entries stand in it."""
        self._known = None
        self._recorder.delete(_journal, journal_id)

    def has_entries(self, journal_id: int) -> bool:
        """Tell whether an entry stands in a journal."""
        query = select(_entry.c.id).where(_entry.c.journal_id == journal_id).limit(1)
        return self._connection.execute(query).first() is not None


def _to_domain(row: Row[Any]) -> Journal:
    return Journal(
        id=row.id,
        code=row.code,
        name=row.name,
        kind=JournalKind(row.kind),
        account=row.account or "",
        is_open=row.is_open,
    )
