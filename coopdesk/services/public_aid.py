"""Use cases around public aid: what adds up over years, and the limits of the law."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import is_in_force
from coopdesk.domain.agreements import AgreementFilter, AgreementKind
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.grant_tables import is_grant_account
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.public_aid import (
    AidLimit,
    AidLine,
    AidSource,
    AidWarning,
    PublicAid,
    agreement_warnings,
    aid_by_authority,
    three_years,
)
from coopdesk.services.grant_book_reading import known_requests
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.named_years import year_of
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.money import Money
    from coopdesk.storage.public_aid_store import GivenAid
    from coopdesk.storage.unit_of_work import Units, Work

# Accounts of grants, as the closing counts them (``domain/audit_limits``).
_AUDITED = ("131", "741", "742")
_PUBLIC, _UNTOLD = OrganisationKind.PUBLIC_BODY.value, OrganisationKind.NONE.value


class PublicAidService:
    """Public aid and its limits."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def over_years(self, fiscal_year_id: int = 0) -> PublicAid:
        """Return public aid of a fiscal year and the two before it, by authority.

        0 is the year that holds today. Raises NotFoundError.
        """
        with self._units.read() as work:
            return read_public_aid(work, year_of(work, fiscal_year_id, self._today()))

    def warnings(self, day: dt.date | None = None) -> list[AidWarning]:
        """Return the limits that are passed or near on a day, what the law wants first."""
        found = [one for one in self._standings(day) if one.is_near]
        return sorted(found, key=lambda one: (one.is_met, not one.is_above))

    def standings(self, day: dt.date | None = None) -> list[AidWarning]:
        """Return where aid stands on a day beside each limit, far from it as well.

        Of the limit of agreements, the authorities that are near it, or the one that granted
        most.
        """
        found = self._standings(day)
        most = next(one for one in found if one.limit is AidLimit.AGREEMENT)
        return [
            one
            for one in found
            if one.limit is not AidLimit.AGREEMENT or one is most or one.is_near
        ]

    def _standings(self, day: dt.date | None) -> list[AidWarning]:
        day = day or self._today()
        with self._units.read() as work:
            year = year_of(work, 0, day)
            return [
                *_agreements(work, day),
                *_accounts(work, year),
                _three_years(work, year),
            ]


def read_public_aid(work: Work, year: FiscalYear) -> PublicAid:
    """Return public aid of three fiscal years within one unit of work."""
    years = three_years(work.fiscal_years.years(), year)
    lines = public_lines(work, years[0].starts_on, year.ends_on)
    limit = work.legal.figures().value_on("public_aid_limit", year.ends_on)
    return PublicAid(years, aid_by_authority(lines, years), limit)


def public_lines(work: Work, first: dt.date, last: dt.date) -> list[AidLine]:
    """Return the aid of some days that is public, or that nobody said to be private."""
    return [
        AidLine(
            one.source,
            one.record_id,
            one.title,
            one.day,
            one.amount,
            one.funder_id,
            one.funder_name,
            is_sure,
        )
        for one in work.public_aid.between(first, last)
        for is_sure in _public(one)
    ]


def _public(one: GivenAid) -> Iterator[bool]:
    """Yield whether aid is surely public; nothing of private aid.

    The line of its request decides, then the kind of organisation. Money of which nobody said
    who gave it may be public; things in kind are, only of a public body.
    """
    line = official_layout().by_code.get(one.line)
    if line is not None:
        if not line.is_private:
            yield not line.is_own
    elif one.funder_kind == _PUBLIC:
        yield True
    elif one.funder_kind == _UNTOLD and one.source is not AidSource.IN_KIND:
        yield False


def _agreements(work: Work, day: dt.date) -> list[AidWarning]:
    first, last = dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    figure = work.legal.figures().value_on("grant_agreement", day)
    lines = public_lines(work, first, last)
    found = agreement_warnings(lines, day.year, figure, _agreed(work, first, last))
    return found or [AidWarning(AidLimit.AGREEMENT, ZERO, figure, str(day.year))]


def _agreed(work: Work, first: dt.date, last: dt.date) -> set[int]:
    """Return the funders with whom an agreement on grants ran in some days."""
    named = {request.content.agreement_id for request in work.grant_requests.all()}
    return {
        one.content.contact_id
        for one in work.agreements.all(AgreementFilter())
        if (one.content.kind is AgreementKind.GRANT or one.id in named)
        and is_in_force(one, first, last)
    }


def _accounts(work: Work, year: FiscalYear) -> Iterator[AidWarning]:
    if year.id:
        figure = work.legal.figures().value_on("audit_grants", year.ends_on)
        yield AidWarning(AidLimit.ACCOUNTS, _audited(work, year), figure, year.label)


def _audited(work: Work, year: FiscalYear) -> Money:
    scope = ReportScope(year.id)
    ids = {
        key for key, one in work.reports.accounts().items() if one.number.startswith(_AUDITED)
    }
    moved = total(x[1] - x[0] for key, x in work.reports.sums(scope).items() if key in ids)
    openings = [x for x in work.reports.openings(scope) if x.account_id in ids]
    return moved - total(x.credit - x.debit for x in openings) - _private(work, year)


def _private(work: Work, year: FiscalYear) -> Money:
    """Return what on the accounts of grants came of those who surely are no authority."""
    layout = official_layout()
    lines = {x.award_id: x.line for x in known_requests(work, None, None) if x.award_id}
    found = []
    for one in work.grant_books.lines([year.id], None, _AUDITED):
        told = lines.get(one.award_id) if one.award_id is not None else None
        line = layout.by_code.get(told or layout.funders.get(one.funder_kind, ""))
        if line is not None and line.is_private:
            found.append(one.amount if is_grant_account(one.account) else -one.amount)
    return total(found)


def _three_years(work: Work, year: FiscalYear) -> AidWarning:
    aid = read_public_aid(work, year)
    period = _("{first} to {last}").format(first=aid.years[0].label, last=year.label)
    return AidWarning(AidLimit.THREE_YEARS, aid.amount, aid.limit, period)
