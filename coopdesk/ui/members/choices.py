"""Memberships as choices of a picker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.members import Period
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.ui.members.words import period_text
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.members import MembershipLine
    from coopdesk.domain.money import Money
    from coopdesk.ui.desk import Desk

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class UnpaidChoice:
    """A membership with something left to pay."""

    id: int
    name: str
    detail: str
    remainder: Money
    contact_id: int

    def as_choice(self) -> Choice:
        """Return it as a line of a picker."""
        return Choice(self.id, self.name, self.detail)


def find_unpaid(desk: Desk, text: str) -> list[UnpaidChoice]:
    """Return memberships that are not paid whole, of who is being typed; on the worker."""
    service = desk.services.members
    wanted = MembershipFilter(text=text, paid=False, sort="start", descending=True)
    return [unpaid_choice(line) for line in service.lines(service.ids(wanted, _SHOWN))]


def unpaid_of(desk: Desk, membership_ids: Sequence[int]) -> list[UnpaidChoice]:
    """Return those of these memberships that are not paid whole; runs on the worker."""
    lines = desk.services.members.lines(membership_ids)
    return [unpaid_choice(line) for line in lines if line.remainder]


def unpaid_choice(line: MembershipLine) -> UnpaidChoice:
    """Return a line of the list as a choice."""
    period = period_text(Period(line.start, line.end))
    rest = _("{amount} to pay").format(amount=money_text(line.remainder))
    detail = ", ".join((line.type_name, period, rest))
    return UnpaidChoice(line.id, line.name, detail, line.remainder, line.contact_id)
