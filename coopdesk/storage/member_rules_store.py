"""Read and write what the statutes decide about members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.members import MemberRules, WhoMayJoin
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.plain_reading import read_plain
from coopdesk.storage.tables import MemberRulesRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_rules = table_of(MemberRulesRow)
_ALL = select(
    _rules.c.who,
    _rules.c.number_pattern,
    _rules.c.renewal_days,
    _rules.c.grace_days,
    _rules.c.has_shares,
    _rules.c.share_nominal_cents,
)


class MemberRulesStore:
    """The rules of one unit of work; the usual ones until somebody decides."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def get(self) -> MemberRules:
        """Return the rules in force."""
        # Every page of a list asks for them.
        for who, pattern, renewal_days, grace_days, has_shares, cents in read_plain(
            self._connection, _ALL
        ):
            return MemberRules(
                who=WhoMayJoin(who),
                number_pattern=pattern,
                renewal_days=renewal_days,
                grace_days=grace_days,
                has_shares=bool(has_shares),
                share_nominal=Money(cents),
            )
        return MemberRules()

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
