"""Renewing memberships: who is due for a period, on which terms, and who is left out."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.membership_fees import renewed_fee
from coopdesk.domain.membership_periods import next_period, period_for
from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from coopdesk.domain.contacts import ContactKind
    from coopdesk.domain.members import MemberRules, MembershipType, Period


class RenewalTerms(enum.Enum):
    """Which fee is due: that of the type as it is now, or what the member owed last time."""

    TYPE = "type"
    SAME = "same"


class NotRenewed(enum.Enum):
    """Why somebody is not renewed.

    LAPSED stopped before the period that comes just before; REFUSED are those whom the statutes
    or the type no longer admit.
    """

    LEFT = "left"
    RENEWED = "renewed"
    PUT_AWAY = "put_away"
    LIFE = "life"
    UNPAID = "unpaid"
    LAPSED = "lapsed"
    REFUSED = "refused"
    TYPE_ARCHIVED = "type_archived"


@dataclass(frozen=True, slots=True)
class RenewalRequest:
    """What to renew: types (all when empty) into periods that begin within ``period``.

    Who never paid the last time and who lapsed longer ago only when asked for.
    """

    period: Period
    type_ids: tuple[int, ...] = ()
    include_unpaid: bool = False
    include_lapsed: bool = False


class LastMembership(NamedTuple):
    """The last membership in force of a contact for a type, as the database has it."""

    id: int
    contact_id: int
    kind: ContactKind
    name: str
    number: str
    state: ContactState
    left_on: dt.date | None
    type_id: int
    period: Period
    fee: Money
    settled: bool
    followed: bool


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """One membership to renew, or left out for a reason.

    ``period`` is the new one; ``same_fee`` what was owed, ``type_fee`` what the type asks now.
    """

    previous_id: int
    contact_id: int
    name: str
    number: str
    type_id: int
    type_name: str
    last_period: Period
    period: Period
    same_fee: Money
    type_fee: Money
    reason: NotRenewed | None = None

    @property
    def changes(self) -> bool:
        """Tell whether the two fees differ."""
        return self.same_fee != self.type_fee

    def fee(self, terms: RenewalTerms) -> Money:
        """Return the fee on these terms."""
        return self.same_fee if terms is RenewalTerms.SAME else self.type_fee


@dataclass(frozen=True, slots=True)
class RenewalPreview:
    """What a renewal would do: nothing has been changed. Both in the order of names."""

    request: RenewalRequest
    lines: tuple[RenewalLine, ...]
    left_out: tuple[RenewalLine, ...]

    def total(self, terms: RenewalTerms) -> Money:
        """Add up what would be due."""
        return total(line.fee(terms) for line in self.lines)

    def count(self, reason: NotRenewed) -> int:
        """Count those left out for a reason."""
        return sum(line.reason is reason for line in self.left_out)


@dataclass(frozen=True, slots=True)
class RenewalOrder:
    """A renewal to carry out: all lines of the preview, or ``only`` these previous ids.

    ``fees`` gives single lines another fee, by previous id.
    """

    request: RenewalRequest
    terms: RenewalTerms = RenewalTerms.TYPE
    only: Collection[int] | None = None
    fees: Mapping[int, Money] = field(default_factory=dict)


class RenewalJudge:
    """Says of each last membership whether and how it is renewed."""

    def __init__(
        self,
        request: RenewalRequest,
        types: Mapping[int, MembershipType],
        rules: MemberRules,
        fiscal_year_start: int,
    ) -> None:
        self._request = request
        self._types = types
        self._rules = rules
        self._month = fiscal_year_start
        self._following: dict[tuple[int, Period], Period | None] = {}

    def line(self, last: LastMembership) -> RenewalLine:
        """Return the line of a membership."""
        kind = self._types[last.type_id].content
        following = self._next(last)
        reason = self._standing(last, following) or self._timing(last, following)
        period = following or last.period
        if reason is None and period.start < self._request.period.start:
            period = period_for(kind, self._request.period.start, self._month)
        return RenewalLine(
            previous_id=last.id,
            contact_id=last.contact_id,
            name=last.name,
            number=last.number,
            type_id=last.type_id,
            type_name=kind.name,
            last_period=last.period,
            period=period,
            same_fee=last.fee,
            type_fee=renewed_fee(kind, last.fee),
            reason=reason,
        )

    def _next(self, last: LastMembership) -> Period | None:
        """Return the period after; thousands share theirs, so each is counted once."""
        key = (last.type_id, last.period)
        if key not in self._following:
            kind = self._types[last.type_id].content
            self._following[key] = next_period(kind, last.period, self._month)
        return self._following[key]

    def _standing(self, last: LastMembership, following: Period | None) -> NotRenewed | None:
        """Return why a contact is no longer renewed at all."""
        kind = self._types[last.type_id]
        if last.state is not ContactState.ACTIVE:
            return NotRenewed.PUT_AWAY
        if last.left_on is not None:
            return NotRenewed.LEFT
        if following is None:
            return NotRenewed.LIFE
        if kind.archived:
            return NotRenewed.TYPE_ARCHIVED
        allowed = self._rules.who.allows(last.kind) and kind.content.who.allows(last.kind)
        return None if allowed else NotRenewed.REFUSED

    def _timing(self, last: LastMembership, following: Period | None) -> NotRenewed | None:
        """Return why a membership is not renewed into this period."""
        request = self._request
        if last.followed or (following and following.start > request.period.end):
            return NotRenewed.RENEWED
        if following and following.start < request.period.start and not request.include_lapsed:
            return NotRenewed.LAPSED
        if not last.settled and not request.include_unpaid:
            return NotRenewed.UNPAID
        return None
