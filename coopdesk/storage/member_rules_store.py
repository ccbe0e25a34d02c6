"""Read and write what the statutes decide about members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.members import MemberRules, WhoMayJoin
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import MemberRulesRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_rules = table_of(MemberRulesRow)
_ALL = select(_rules)


class MemberRulesStore:
    """The rules of one unit of work; the usual ones until somebody decides."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def get(self) -> MemberRules:
        """Return the rules in force."""
        row = self._connection.execute(_ALL).one_or_none()
        if row is None:
            return MemberRules()
        return MemberRules(
            who=WhoMayJoin(row.who),
            number_pattern=row.number_pattern,
            renewal_days=row.renewal_days,
            grace_days=row.grace_days,
            has_shares=row.has_shares,
            share_nominal=Money(row.share_nominal_cents),
        )

    def put(self, rules: MemberRules) -> bool:
        """Store the rules; return whether anything differed."""
        values = {
            "who": rules.who.value,
            "number_pattern": rules.number_pattern,
            "renewal_days": rules.renewal_days,
            "grace_days": rules.grace_days,
            "has_shares": rules.has_shares,
            "share_nominal_cents": rules.share_nominal.cents,
        }
        if self._connection.execute(select(_rules.c.id)).first() is None:
            self._recorder.insert(_rules, {"id": 1, **values})
            return True
        return self._recorder.update(_rules, 1, values)
