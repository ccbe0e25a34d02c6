"""When the law wants accounts audited and published (c. com. art. L612-4 and D612-5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.money import Money

# Public grants, for running and for investing; gifts that lower the donors' taxes.
_WATCHED = (("131", "741", "742"), ("7541", "7542"))


class AuditLimits(NamedTuple):
    """What may come in during a year before accounts are to be audited."""

    grants: Money
    gifts: Money


class AuditDue(NamedTuple):
    """What came in above its limit, and on which accounts."""

    received: Money
    limit: Money
    accounts: tuple[str, ...]


def audit_due(moved: Callable[..., Money], limits: AuditLimits) -> AuditDue | None:
    """Return the most that came in above its limit, of grants or of gifts; None below both.

    ``moved`` adds up debit less credit of accounts by their beginnings, openings apart.
    """
    found = (
        AuditDue(-moved(*accounts), limit, accounts)
        for accounts, limit in zip(_WATCHED, limits, strict=True)
    )
    return max((one for one in found if one.received > one.limit), default=None)
