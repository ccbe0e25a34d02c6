"""What the page of memberships counts: the key figures on top, the sums at the foot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipSums
from coopdesk.domain.money import ZERO
from coopdesk.ui.members.filters import MembershipsShown
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.services.registry import Services
    from coopdesk.ui.members.listing import Listing
    from coopdesk.ui.page import Page

_CHUNK = 500


class MemberFigures:
    """Each key figure opens the memberships it counts."""

    def __init__(self, page: Page, year: int, show: Callable[[MembershipsShown], None]) -> None:
        statuses = {
            MemberStatus.UP_TO_DATE: _("Up to date"),
            MemberStatus.TO_RENEW: _("To renew"),
            MemberStatus.LATE: _("Late"),
        }
        self.counts = {
            status: page.add_figure(text, partial(show, MembershipsShown(status=status)))
            for status, text in statuses.items()
        }
        self.due = page.add_figure(
            _("Due in {year}").format(year=year), partial(show, MembershipsShown(year=year))
        )
        self.rest = page.add_figure(
            _("Still to pay"), partial(show, MembershipsShown(year=year, unpaid=True))
        )

    def show(self, found: Listing) -> None:
        """Show what was counted."""
        for status, figure in self.counts.items():
            figure.set_value(number_text(found.counts[status]))
        sums = found.of_year
        count = ngettext("{count} membership", "{count} memberships", sums.count)
        self.due.set_value(money_text(sums.due), count.format(count=number_text(sums.count)))
        paid = _("{amount} paid").format(amount=money_text(sums.paid))
        self.rest.set_value(money_text(sums.remainder), paid)


def sum_of(services: Services, ids: tuple[int, ...]) -> MembershipSums:
    """Add up chosen memberships, however many; runs on the worker."""
    count = 0
    due = paid = rest = ZERO
    for start in range(0, len(ids), _CHUNK):
        for line in services.members.lines(ids[start : start + _CHUNK]):
            count += 1
            due, paid, rest = due + line.due, paid + line.paid, rest + line.remainder
    return MembershipSums(count, due, paid, rest)


def sums_text(sums: MembershipSums) -> str:
    """Return sums as the foot of the list says them."""
    text = _("Due {due} · Paid {paid} · Still to pay {rest}")
    return text.format(
        due=money_text(sums.due), paid=money_text(sums.paid), rest=money_text(sums.remainder)
    )
