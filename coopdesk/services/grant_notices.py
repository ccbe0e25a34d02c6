"""What is to be said of a notified grant: the law, the books, money that may be of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import year_after, years_before
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.grants import NOTIFIED, granted_in_year
from coopdesk.domain.money import total
from coopdesk.services.fixed_assets import books_since
from coopdesk.services.grant_layout import official_layout
from coopdesk.storage.source_entries import SourceKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.grants import GrantAward, GrantPayment
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class GrantNotice:
    """What a person should know of a notified grant.

    ``agreement_above`` is the limit above which the law wants a written agreement, if it is
    passed; ``books_since`` the first day of our books if it was notified before, so that it
    has no entry; ``untied`` money of grants that came of its funder within a year of it and is
    of none yet: it is income a second time until it is tied. ``in_books`` is what its entry
    says where that is another amount than was granted, zero where the entry is gone.
    """

    agreement_above: Money | None = None
    books_since: dt.date | None = None
    untied: tuple[GrantPayment, ...] = ()
    in_books: Money | None = None


def read_notice(work: Work, award: GrantAward) -> GrantNotice:
    """Return what is to be said of a grant within one unit of work."""
    since, funder_id = books_since(work), award.content.funder_id
    is_before = since is not None and award.content.notified_on < since
    booked = _booked(work, award)
    return GrantNotice(
        read_agreement_above(work, award),
        since if is_before else None,
        () if funder_id is None else _may_be_of(award, work.grants.untied_payments(funder_id)),
        None if is_before or booked == award.content.amount else booked,
    )


def _booked(work: Work, award: GrantAward) -> Money:
    """Return what the entry of a notification says, unless it was taken back."""
    entries = work.source_entries.of(SourceKind.GRANT, award.id).get(award.id, [])
    return total(one.amount for one in entries if one.role == NOTIFIED)


def _may_be_of(award: GrantAward, payments: Iterable[GrantPayment]) -> tuple[GrantPayment, ...]:
    """Return the payments that may be of a grant: no more than is due, within a year of it."""
    first = years_before(award.content.notified_on)
    last = year_after(award.content.ends_on or award.content.notified_on)
    return tuple(
        one for one in payments if first <= one.paid_on <= last and one.amount <= award.due
    )


def read_agreement_above(work: Work, award: GrantAward) -> Money | None:
    """Return the limit of the law that a funder passes, None below it and of private ones.

    All that a public body grants in a calendar year counts (loi 2000-321 art. 10).
    """
    if _is_private(work, award):
        return None
    day = award.content.notified_on
    limit = work.legal.figures().value_on("grant_agreement", day).money
    return limit if granted_in_year(award, work.grants.all()) > limit else None


def _is_private(work: Work, award: GrantAward) -> bool:
    """Tell whether a funder is no authority: the line of the request says so, else its kind."""
    if award.content.funder_id is None:
        return False
    request = work.grant_requests.of_award(award.id)
    line = official_layout().by_code.get("" if request is None else request.content.budget_line)
    if line is not None and not line.is_own:
        return line.is_private
    profile = work.contacts.get(award.content.funder_id).profile
    return profile.organisation_kind is not OrganisationKind.PUBLIC_BODY
