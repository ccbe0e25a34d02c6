"""Where a grant is: asked, granted, paid, spent, and what is still to come or to tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.grant_sharing import Funder
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.dedicated_funds import FundMovement
    from coopdesk.domain.grant_dates import ReportDays
    from coopdesk.domain.grant_requests import GrantRequest, Instalment
    from coopdesk.domain.grant_tables import GrantBookLine


@dataclass(frozen=True, slots=True)
class InstalmentState:
    """A planned part with what came of it; ``instalment`` None is what nobody planned.

    Money that comes pays the first part that is not paid yet, whatever its amount.
    """

    instalment: Instalment | None
    amount: Money
    paid: Money
    expected_on: dt.date | None
    label: str = ""

    @property
    def due(self) -> Money:
        """What is still to come of it."""
        return self.amount - self.paid

    def is_overdue(self, day: dt.date) -> bool:
        """Tell whether it should have come by then."""
        expected = self.expected_on
        return self.due > ZERO and expected is not None and expected < day


@dataclass(frozen=True, slots=True)
class Spending:
    """What the books say was spent: class 6 without reports to funds, drafts included.

    ``drafts`` is the part that is not validated yet.
    """

    amount: Money = ZERO
    drafts: Money = ZERO


@dataclass(frozen=True, slots=True)
class GrantState:
    """A request with its figures on a day.

    ``spent`` are the expenses of its activity within its days, ``used`` the part of them that
    this grant pays for: up to its rate and amount, and nothing that another grant for the
    activity pays (``grant_sharing``). ``movements`` are those of its dedicated funds,
    ``in_funds`` what these hold. ``report`` is None as long as nothing was granted.
    """

    request: GrantRequest
    day: dt.date
    instalments: tuple[InstalmentState, ...] = ()
    spent: Spending = Spending()
    used: Money = ZERO
    movements: tuple[FundMovement, ...] = ()
    in_funds: Money = ZERO
    report: ReportDays | None = None

    @property
    def id(self) -> int:
        """The request it is about, which names it in lists."""
        return self.request.id

    @property
    def asked(self) -> Money:
        """What was asked; zero when nobody noted it."""
        return self.request.content.asked or ZERO

    @property
    def granted(self) -> Money:
        """What was granted in money."""
        award = self.request.award
        return award.content.amount if award is not None else ZERO

    @property
    def paid(self) -> Money:
        """What came."""
        return self.request.award.paid if self.request.award is not None else ZERO

    @property
    def due(self) -> Money:
        """What is still to come; zero when too much came."""
        return max(ZERO, self.granted - self.paid)

    @property
    def returned(self) -> Money:
        """What was given back to the funder."""
        return self.request.award.returned if self.request.award is not None else ZERO

    @property
    def to_return(self) -> Money:
        """What came and neither was spent nor given back: the funder may claim it."""
        award = self.request.award
        return max(ZERO, award.held - self.used) if award is not None else ZERO

    @property
    def overpaid(self) -> Money:
        """What came beyond what is granted, since it was lowered: the funder may claim it."""
        return self.request.award.overpaid if self.request.award is not None else ZERO

    @property
    def left(self) -> Money:
        """What of the grant is neither spent nor given back yet."""
        kept = self.request.award.kept if self.request.award is not None else ZERO
        return max(ZERO, kept - self.used)

    @property
    def next_instalment(self) -> InstalmentState | None:
        """The first part of which money is still to come."""
        return next((one for one in self.instalments if one.due > ZERO), None)

    @property
    def overdue(self) -> Money:
        """What should have come by now."""
        return total(one.due for one in self.instalments if one.is_overdue(self.day))

    @property
    def report_due_on(self) -> dt.date | None:
        """By when a report is to be sent, None once it was or when none is due."""
        if self.report is None or self.request.report_sent_on is not None:
            return None
        return self.report.due_on

    @property
    def is_report_late(self) -> bool:
        """Whether the report should have been sent by now."""
        return self.report_due_on is not None and self.report_due_on < self.day


@dataclass(frozen=True, slots=True)
class GrantSpending:
    """The lines of the books that the expenses of a grant's activity are made of.

    ``by_name`` has them by the line of the official budget, empty for accounts of none; all
    of them add up to ``state.spent``. ``days`` are those of the grant.
    """

    state: GrantState
    days: tuple[dt.date, dt.date] | None
    by_name: Mapping[str, tuple[GrantBookLine, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """The lines of the official budget, in the order of their accounts."""
        return tuple(self.by_name)


def instalment_states(request: GrantRequest) -> tuple[InstalmentState, ...]:
    """Return the planned parts of a grant with what came, matched in their order.

    What was granted beyond the plan is a part without a plan, expected when the award says.
    Before anything is granted the plan stands alone.
    """
    award = request.award
    left = award.paid if award is not None else ZERO
    found = []
    for one in request.instalments:
        part = max(ZERO, min(left, one.content.amount))
        left -= part
        content = one.content
        found.append(
            InstalmentState(one, content.amount, part, content.expected_on, content.label)
        )
    if award is None or request.state is not RequestState.GRANTED:
        return tuple(found)
    rest = award.content.amount - total(one.amount for one in found)
    if rest > ZERO:
        part = max(ZERO, min(left, rest))
        found.append(InstalmentState(None, rest, part, award.content.expected_on))
    return tuple(found)


def funder_of(request: GrantRequest) -> Funder:
    """Return who pays for a request, at which rate, up to what."""
    content, award = request.content, request.award
    return Funder(
        request_id=request.id,
        title=content.title,
        name=request.funder_name,
        rate=content.rate,
        eligible=request.eligible,
        granted=award.kept if award is not None else None,
        notified_on=award.content.notified_on if award is not None else None,
        paid=award.held if award is not None else ZERO,
    )
