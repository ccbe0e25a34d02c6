"""Use cases around notified grants: what is due, what came, what later years keep."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fixed_assets import accumulated
from coopdesk.domain.grants import (
    DEFERRED,
    RELEASE,
    GrantKind,
    check_return,
    checked_grant,
    deferred_entry,
    deferred_of,
    recognised_of,
    release_entry,
    released,
)
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentPart,
    check_payment,
)
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.fixed_assets import books_since
from coopdesk.services.grant_awards import (
    drop_award,
    remove_bare,
    rewrite_award,
    write_award,
)
from coopdesk.services.grant_notices import GrantNotice, read_agreement_above, read_notice
from coopdesk.services.inventory_writing import place
from coopdesk.services.named_years import made_year, year_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.source_entries import SourceKind
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.grants import GrantAward, NewGrantAward
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.storage.source_entries import SourceEntry
    from coopdesk.storage.unit_of_work import Units, Work

_DAY = dt.timedelta(days=1)
_LABEL_LIMIT = 160  # of a payment
_BOOKED = (Subject.INVENTORY, Subject.ENTRIES, Subject.GRANTS, Subject.PARTNERS)
# What money of a grant may have been told to be when it came.
_OF_GRANTS = frozenset({LineKind.GRANT, LineKind.OTHER})


@dataclass(frozen=True, slots=True)
class GrantYear:
    """A grant in a fiscal year: income of the year, what later years keep, what is booked.

    For an investment grant ``income`` is the part released at the pace of depreciation (747),
    and ``later`` what is left of it. ``booked`` is the entry of the closing: 487, or 139.
    """

    award: GrantAward
    income: Money
    later: Money
    booked: Money | None

    @property
    def wanted(self) -> Money:
        """What the entry of the closing should say."""
        is_operating = self.award.content.kind is GrantKind.OPERATING
        return self.later if is_operating else self.income

    @property
    def is_due(self) -> bool:
        """Whether that entry is missing or says another amount."""
        return (self.booked or ZERO) != self.wanted


class GrantService:
    """Keep the grants that were notified."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self) -> list[GrantAward]:
        """Return the grants, the newest notified first, with what was paid of each."""
        with self._units.read() as work:
            return work.grants.all()

    def due(self) -> list[GrantAward]:
        """Return the grants of which money is still to come."""
        return [award for award in self.all() if award.due > ZERO]

    def get(self, award_id: int) -> GrantAward:
        """Return one grant; raises NotFoundError."""
        with self._units.read() as work:
            return work.grants.get(award_id)

    def agreement_above(self, award_id: int) -> Money | None:
        """Return the limit above which the law wants a written agreement, if it is passed.

        All that a public body grants in a calendar year counts (loi 2000-321 art. 10; the
        limit is a figure of the law). None of other funders, and below. Raises NotFoundError.
        """
        with self._units.read() as work:
            return read_agreement_above(work, work.grants.get(award_id))

    def notice(self, award_id: int) -> GrantNotice:
        """Return what is to be said of a grant that was notified; raises NotFoundError."""
        with self._units.read() as work:
            return read_notice(work, work.grants.get(award_id))

    def of_year(self, fiscal_year_id: int) -> list[GrantYear]:
        """Return what each grant is in a fiscal year; those it does not touch are left out."""
        with self._units.read() as work:
            return grants_of_year(work, year_of(work, fiscal_year_id, self._today()))

    def notify(self, new: NewGrantAward) -> Outcome[GrantAward]:
        """Record a notified grant and draft its entry: 441 to 741, or to 131.

        It gets a request as well, granted at once; one that was asked for before is granted by
        ``GrantRequestService.grant``. One that was notified before our books began has no
        entry: it is in the opening balances.

        Raises:
            RuleError: a field is wrong, ``account.not_known``, ``year.is_closed``,
                ``year.none_holds``, ``partner.organisation_wanted``. FieldErrors: several
                fields are.
        """
        with self._units.write("grant.notified", name=checked_grant(new).title) as work:
            award = write_award(work, new, self._today())
            work.commit()
        return changed(award, *_BOOKED)

    def change(self, award_id: int, new: NewGrantAward) -> Outcome[GrantAward]:
        """Replace what is known of a grant; its request and the draft of its entry follow.

        Raises:
            RuleError: as ``notify``, ``inventory.validated_otherwise`` for another amount,
                ``grant.booked_otherwise`` for another day, funder or account,
                ``grant.of_project`` for another activity than that of its project,
                ``grant_instalment.above_granted`` for less than was planned.
        """
        with self._units.write("grant.changed", name=checked_grant(new).title) as work:
            award = rewrite_award(work, award_id, new, self._today())
            work.commit()
        return changed(award, *_BOOKED)

    def remove(self, award_id: int) -> Outcome[GrantAward]:
        """Remove a grant with its drafts; its request goes a step back.

        A request of which no more was known than the grant goes with it.

        Raises:
            RuleError: ``grant.in_use`` (paid, or a fund or an asset rests on it),
                ``grant.in_books`` (a validated entry). NotFoundError.
        """
        with self._units.write("grant.removed") as work:
            known = work.grants.get(award_id)
            work.recorder.relabel(name=known.content.title)
            request = drop_award(work, known)
            if request is not None:
                remove_bare(work, request, known)
            work.commit()
        return changed(known, *_BOOKED)

    def receive(
        self,
        award_id: int,
        amount: Money,
        on: dt.date,
        mode: PaymentMode,
        rest_on: dt.date | None = None,
    ) -> Outcome[GrantAward]:
        """Record money that came for a grant, whole or an instalment.

        Its entry (512 to 441) is prepared with those of other payments. ``rest_on`` is when
        the rest is expected; what was known of that stays without it.

        Raises:
            RuleError: what payments refuse; ``grant.too_much`` above what is due.
        """
        with self._units.write("grant.received", cents=str(amount.cents)) as work:
            award = work.grants.get(award_id)
            work.recorder.relabel(cents=str(amount.cents), name=award.content.title)
            if amount > award.due:
                due = max(award.due, ZERO)  # a payment tied to it may have been above it
                raise RuleError("grant.too_much", field="amount", due=due)
            part = PaymentPart(LineKind.GRANT, amount, award.content.title)
            new = NewPayment(
                on,
                amount,
                mode,
                (part,),
                Direction.IN,
                payer_id=who_pays(work, award.content.funder_id),
                label=award.content.title,
            )
            check_payment(new, self._today())
            payment_id = work.payments.add(new)[0]
            work.grants.tie_payment(payment_id, award_id)
            if rest_on is not None:
                work.grants.change(award_id, replace(award.content, expected_on=rest_on))
            award = work.grants.get(award_id)
            work.commit()
        return changed(award, Subject.INVENTORY, Subject.PAYMENTS, Subject.GRANTS)

    def give_back(
        self, award_id: int, amount: Money, on: dt.date, mode: PaymentMode
    ) -> Outcome[GrantAward]:
        """Record money given back to a funder: what was not spent, or came too much.

        Its entry is prepared with those of other payments: off the income of the grant (741,
        or the funds 131), or off the debt to the funder (441) of what came beyond the grant.

        Raises:
            RuleError: what payments refuse; ``grant.return_too_much`` above what is held;
                ``grant.return_apart``: what came beyond the grant goes back on its own first.
            NotFoundError.
        """
        with self._units.write("grant.returned", cents=str(amount.cents)) as work:
            award = work.grants.get(award_id)
            work.recorder.relabel(cents=str(amount.cents), name=award.content.title)
            check_return(award, amount)
            new = _payment_back(work, award, amount, on, mode)
            check_payment(new, self._today())
            work.grants.tie_payment(work.payments.add(new)[0], award_id)
            award = work.grants.get(award_id)
            work.commit()
        return changed(award, Subject.INVENTORY, Subject.PAYMENTS, Subject.GRANTS)

    def tie_payment(self, award_id: int, payment_id: int) -> Outcome[GrantAward]:
        """Say that a payment that is recorded came for a grant.

        Raises:
            RuleError: ``grant.payment_unfit``: it went out, or is a gift or paid for something.
            NotFoundError.
        """
        with self._units.write("grant.payment_tied") as work:
            award = work.grants.get(award_id)
            work.recorder.relabel(name=award.content.title)
            payment = work.payments.get(payment_id).content
            kinds = {part.kind for part in payment.parts}
            if payment.direction is not Direction.IN or not kinds <= _OF_GRANTS:
                raise RuleError("grant.payment_unfit", field="payment")
            work.grants.tie_payment(payment_id, award_id)
            award = work.grants.get(award_id)
            work.commit()
        return changed(award, Subject.INVENTORY, Subject.PAYMENTS, Subject.GRANTS)

    def book_year(self, fiscal_year_id: int) -> Outcome[int]:
        """Draft the entries of the closing: the part of later years, the part released.

        A second call changes nothing. Returns how many entries there are.

        Raises:
            RuleError: ``inventory.validated_otherwise``, ``year.is_closed``.
        """
        with self._units.write("grant.year_booked") as work:
            year = made_year(work, fiscal_year_id, self._today())
            work.recorder.relabel(name=year.label)
            entries = work.source_entries.of(SourceKind.GRANT, year_id=year.id)
            found = grants_of_year(work, year)
            for one in found:
                _place_closing(work, one, year, entries.get(one.award.id, []))
            work.commit()
        count = sum(bool(one.wanted) for one in found)
        return changed(count, Subject.INVENTORY, Subject.ENTRIES)


@in_french()
def _payment_back(
    work: Work, award: GrantAward, amount: Money, on: dt.date, mode: PaymentMode
) -> NewPayment:
    label = _("Given back of the grant: {title}").format(title=award.content.title)
    label = label[:_LABEL_LIMIT]
    part = PaymentPart(LineKind.GRANT, amount, label, activity_id=award.content.activity_id)
    payer_id = who_pays(work, award.content.funder_id)
    return NewPayment(on, amount, mode, (part,), Direction.OUT, payer_id, label)


def grants_of_year(work: Work, year: FiscalYear) -> list[GrantYear]:
    """Return what each grant is in a fiscal year, the newest notified first."""
    entries = work.source_entries.of(SourceKind.GRANT, year_id=year.id)
    found = []
    for award in work.grants.all():
        if award.content.notified_on > year.ends_on:
            continue
        income, later = _income_and_later(work, award, year)
        role = DEFERRED if award.content.kind is GrantKind.OPERATING else RELEASE
        roles = [x for x in entries.get(award.id, []) if x.role == role]
        if income or later or roles:
            booked = roles[0].amount if roles else None
            found.append(GrantYear(award, income, later, booked))
    return found


def _income_and_later(work: Work, award: GrantAward, year: FiscalYear) -> tuple[Money, Money]:
    grant = award.content
    if grant.kind is GrantKind.OPERATING:
        return recognised_of(award, year), deferred_of(award, year.ends_on)
    before = _released(work, award, year.starts_on - _DAY)
    by_now = _released(work, award, year.ends_on)
    return by_now - before, award.kept_on(year.ends_on) - by_now


def _released(work: Work, award: GrantAward, day: dt.date) -> Money:
    since = books_since(work)
    plans = []
    for asset in work.assets.of_grant(award.id):
        is_gone = asset.disposed_on is not None and asset.disposed_on <= day
        done = asset.base if is_gone else accumulated(asset, day, since)
        plans.append((done, asset.base))
    return released(replace(award.content, amount=award.kept_on(day)), plans)


@in_french()
def _place_closing(
    work: Work, one: GrantYear, year: FiscalYear, known: list[SourceEntry]
) -> None:
    title = one.award.content.title
    if one.award.content.kind is GrantKind.OPERATING:
        label = _("Grant, part of later years: {title}").format(title=title)
        wanted = deferred_entry(one.award, year.ends_on, one.later, label)
        place(work, known, DEFERRED, wanted if one.later else None)
        return
    label = _("Investment grant, part of the year: {title}").format(title=title)
    wanted = release_entry(one.award, year.ends_on, one.income, label)
    place(work, known, RELEASE, wanted if one.income else None)
