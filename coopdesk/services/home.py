"""Use case: what the home page shows at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.association import missing_for_receipts
from coopdesk.domain.campaigns import YearlyBudget, ranked, year_before
from coopdesk.domain.contacts import ContactFilter, ContactKind
from coopdesk.domain.event_days import EventFilter, EventSpan
from coopdesk.domain.events import EventState
from coopdesk.domain.home import (
    BudgetPart,
    CampaignBar,
    HomeMembers,
    HomeOverview,
    MembersOfYear,
    NextEvent,
    PublicFinance,
    TopContributor,
    TopContributors,
    TreasuryCurve,
    TreasuryPoint,
)
from coopdesk.domain.home_places import (
    campaign_place,
    contributor_place,
    event_place,
    members_place,
    pledges_place,
    statement_place,
    tiers_place,
    treasury_place,
    unpromised_place,
    up_to_date_in,
)
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO
from coopdesk.domain.pledges import Frequency
from coopdesk.domain.text import fold
from coopdesk.services.public_money import read_money, whole_places
from coopdesk.services.receipt_anchors import Anchors
from coopdesk.services.receipt_counts import ReceiptCounter
from coopdesk.services.treasury_reading import read_curve

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from coopdesk.domain.campaigns import NewCampaign
    from coopdesk.domain.home import ReceiptPart, ReceiptYears
    from coopdesk.domain.money import Money
    from coopdesk.services.treasury_reading import Curve
    from coopdesk.storage.unit_of_work import Units, Work

_LATEST = 6
_TIMES = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4, Frequency.YEARLY: 1}


class HomeService:
    """Gather the figures of the home page, each group in one consistent view."""

    def __init__(
        self,
        units: Units,
        today: Callable[[], dt.date],
        receipts: ReceiptCounter | None = None,
    ) -> None:
        self._units = units
        self._today = today
        self._receipts = receipts or ReceiptCounter(units)

    def overview(self, year: int) -> HomeOverview:
        """Return what is shown at once of a calendar year beside the one before."""
        with self._units.read() as work:
            profile = work.association.get()
            backed_up_at = work.home.last_backup_at()
            return HomeOverview(
                year=year,
                contacts=work.contacts.count(),
                gifts=work.home.gift_year(year),
                gifts_before=work.home.gift_year(year - 1),
                to_check=work.home.to_check(),
                is_empty=work.home.is_empty(),
                has_profile=profile is not None,
                association_name=profile.name if profile else "",
                missing_profile=missing_for_receipts(profile),
                last_backup_at=backed_up_at,
                changed_since_backup=_is_later(work.home.last_change_at(), backed_up_at),
                latest=tuple(work.operations.latest(_LATEST)),
                lost=tuple(Anchors(work.chain).findings()),
            )

    def receipts(self, year: int) -> ReceiptYears:
        """Return the receipts of a year and of the one before; counted again after a change.

        Every gift that waits is judged: 100 000 of them take seconds. A window asks for parts.
        """
        return self._receipts.years(year)

    def receipt_part(self, year: int, before: ReceiptPart | None = None) -> ReceiptPart:
        """Count the receipts of a year some donors at a time: a moment for each part.

        Whoever shows them asks again with what came, until it is whole; other questions come
        in between.
        """
        return self._receipts.part(year, before)

    def members(self, year: int) -> HomeMembers:
        """Return how many are up to date for a year, and were for the one before."""
        with self._units.read() as work:
            return HomeMembers(
                *(_members(work, one, self._today()) for one in (year, year - 1))
            )

    def treasury(self) -> TreasuryCurve:
        """Return the money of the fiscal year of today, drafts included, with the forecast.

        Of no year in the books the curve has no points.
        """
        today = self._today()
        with self._units.read() as work:
            year = work.fiscal_years.holding(today)
            if year is None:
                return TreasuryCurve(0, "", ZERO)
            found = read_curve(work, ReportScope(year.id), today)
        return TreasuryCurve(year.id, year.label, found.opening, tuple(_points(found)))

    def campaigns(self, limit: int = 5) -> tuple[CampaignBar, ...]:
        """Return campaigns that run, those with the most raised of their goal first."""
        today = self._today()
        with self._units.read() as work:
            raised = work.home.money.raised()
            known = work.campaigns.running(today)
        bars = (_bar(key, content, raised.get(key, (ZERO, 0))) for key, content in known)
        return tuple(sorted(bars, key=_by_progress)[:limit])

    def events(self, limit: int = 5) -> tuple[NextEvent, ...]:
        """Return the next events that were not cancelled; those without a day come last."""
        coming = EventFilter(span=EventSpan.COMING)
        with self._units.read() as work:
            lines = work.event_list.lines(coming, self._today())
        held = [line for line in lines if line.state is not EventState.CANCELLED]
        return tuple(NextEvent(line, event_place(line.id)) for line in held[:limit])

    def contributors(self, limit: int = 5) -> TopContributors:
        """Return who gave most since ever; of equal ones who gave first leads."""
        with self._units.read() as work:
            givers = work.home.givers
            persons = [*givers.known(ContactKind.PERSON, limit), *givers.guests(limit)]
            organisations = givers.known(ContactKind.ORGANISATION, limit)
        return TopContributors(
            *(
                tuple(TopContributor(x, contributor_place(x)) for x in ranked(some)[:limit])
                for some in (persons, organisations)
            )
        )

    def public_finance(self) -> PublicFinance:
        """Return balance, income, disbursed and the estimated yearly budget of us all."""
        with self._units.read() as work:
            opening, moved = read_money(work)
            parts = tuple(_parts(work, self._today()))
        sums = {part.code: part.total for part in parts}
        income_place, disbursed_place, balance_place = whole_places(opening, moved)
        return PublicFinance(
            opening=opening,
            moved=moved,
            yearly=YearlyBudget(
                monthly=sums[Frequency.MONTHLY.value],
                quarterly=sums[Frequency.QUARTERLY.value],
                yearly=sums[Frequency.YEARLY.value],
                others=sums["gifts"] + sums["tiers"],
            ),
            parts=parts,
            income_place=income_place,
            disbursed_place=disbursed_place,
            balance_place=balance_place,
        )


def _members(work: Work, year: int, today: dt.date) -> MembersOfYear:
    wanted = ContactFilter(condition=up_to_date_in(year))
    count = work.contacts.count_that_fit(wanted, today)
    return MembersOfYear(year, count, members_place(year))


def _points(curve: Curve) -> Iterator[TreasuryPoint]:
    for month_on, closing in curve.closings:
        place = treasury_place(month_on)
        yield TreasuryPoint(month_on, closing, is_forecast=False, place=place)
    for coming in curve.forecast:
        # Of a month to come there are no accounts yet: the statement says what is expected.
        place = statement_place()
        yield TreasuryPoint(coming.month_on, coming.closing, is_forecast=True, place=place)


def _bar(campaign_id: int, content: NewCampaign, raised: tuple[Money, int]) -> CampaignBar:
    amount, count = raised
    place = campaign_place(campaign_id)
    return CampaignBar(campaign_id, content.name, amount, content.goal, count, place)


def _by_progress(bar: CampaignBar) -> tuple[int, int, str]:
    """Put campaigns with a goal first, the fullest of them ahead, then by what was raised."""
    filled = -1 if bar.goal is None else bar.percent or 0
    return -filled, -bar.raised.cents, fold(bar.name)


def _parts(work: Work, today: dt.date) -> Iterator[BudgetPart]:
    """Yield the parts of the yearly budget in the order of ``YearlyBudget``."""
    promised = work.home.money.promised(today)
    for how, times in _TIMES.items():
        place = pledges_place(how, today)
        yield BudgetPart(how.value, promised.get(how, ZERO), times, place)
    since = year_before(today)
    given = work.home.gifts.unpromised(since, today, today)
    yield BudgetPart("gifts", given, 1, unpromised_place(since, today))
    paid = work.home.money.paid_for_tiers(since, today)
    yield BudgetPart("tiers", paid, 1, tiers_place(since, today))


def _is_later(changed_at: dt.datetime | None, backed_up_at: dt.datetime | None) -> bool:
    if changed_at is None:
        return False
    return backed_up_at is None or changed_at > backed_up_at
