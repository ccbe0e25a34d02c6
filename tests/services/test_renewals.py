"""Renewals: who is due, who is left out and why, all or none, taken back in one go."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import (
    AmountKind,
    DepartureReason,
    Holder,
    MemberRules,
    MemberStatus,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.renewing import NotRenewed, RenewalOrder, RenewalRequest, RenewalTerms
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.contacts import ContactService
from coopdesk.services.households import HouseholdService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.renewals import RenewalService
from tests.building import TODAY, every_row, new_units, person, today


def year(number):
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31))


NEXT = RenewalRequest(year(2027))


class Desk:
    """The services of one database."""

    def __init__(self, units):
        self.units = units
        self.types = MembershipTypeService(units, today)
        self.members = MemberService(units, today)
        self.contacts = ContactService(units, today)
        self.renewals = RenewalService(units, today)
        self.operations = OperationService(units)

    def type(self, name="Adhésion", cents=2000, **more):
        return self.types.add(NewMembershipType(name, amount=Money(cents), **more)).value.id

    def member(self, last_name, kind, period=None, cents=2000, *, paid=True):
        key = self.contacts.add(person(last_name)).value.id
        new = NewMembership(key, kind, period or year(2026), Money(cents))
        membership = self.members.join(new).value
        if paid and cents:
            share = PaymentShare("fee", Money(cents), membership.id)
            payment = NewSharedPayment(key, TODAY, Money(cents), PaymentMode.CASH, (share,))
            self.members.record_payment(payment)
        return key

    def left_out(self, request=NEXT):
        return {x.name.split()[-1]: x.reason for x in self.renewals.preview(request).left_out}


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "renewals.coopdesk") as units:
        yield Desk(units)


def test_members_of_this_year_are_due_for_the_next_on_both_terms(desk):
    kind = desk.type()
    desk.member("Baron", kind)
    desk.member("Aubry", kind)
    desk.types.change(kind, NewMembershipType("Adhésion", amount=Money(2500)))
    preview = desk.renewals.preview(NEXT)
    assert [line.name for line in preview.lines] == ["Élodie Aubry", "Élodie Baron"]
    line = preview.lines[0]
    assert (line.period, line.same_fee, line.type_fee) == (year(2027), Money(2000), Money(2500))
    assert line.changes
    assert preview.total(RenewalTerms.SAME) == Money(4000)
    assert preview.total(RenewalTerms.TYPE) == Money(5000)


def test_everybody_left_out_is_said_with_the_reason(desk):
    kind, life = desk.type(), desk.type("À vie", period=PeriodKind.LIFE)
    gone = desk.type("Ancien tarif")
    left, archived = desk.member("Gone", kind), desk.member("Archived", kind)
    desk.member("Unpaid", kind, paid=False)
    desk.member("Lapsed", kind, year(2025))
    desk.member("Forgotten", kind, year(2015))
    desk.member("Life", life, Period(TODAY, dt.date(9999, 12, 31)))
    desk.member("Old", gone)
    renewed = desk.member("Renewed", kind)
    desk.members.join(NewMembership(renewed, kind, year(2027), Money(2000)))
    other = desk.member("Other", kind)
    desk.members.join(NewMembership(other, desk.type("Soutien"), year(2027), Money(2000)))
    desk.members.leave(NewDeparture(left, TODAY, DepartureReason.RESIGNED))
    desk.contacts.archive([archived])
    desk.types.archive([gone])
    desk.member("Due", kind)
    assert [line.name for line in desk.renewals.preview(NEXT).lines] == ["Élodie Due"]
    found = desk.left_out()
    assert found == {
        "Gone": NotRenewed.LEFT,
        "Archived": NotRenewed.PUT_AWAY,
        "Unpaid": NotRenewed.UNPAID,
        "Lapsed": NotRenewed.LAPSED,
        "Life": NotRenewed.LIFE,
        "Old": NotRenewed.TYPE_ARCHIVED,
        "Renewed": NotRenewed.RENEWED,
        "Other": NotRenewed.RENEWED,
    }
    everybody = RenewalRequest(year(2027), include_unpaid=True, include_lapsed=True)
    names = [line.name.split()[-1] for line in desk.renewals.preview(everybody).lines]
    assert names == ["Due", "Lapsed", "Unpaid"]
    assert {line.period for line in desk.renewals.preview(everybody).lines} == {year(2027)}


def test_statutes_that_changed_leave_out_whom_they_no_longer_admit(desk):
    desk.member("Aubry", desk.type())
    desk.members.change_rules(MemberRules(who=WhoMayJoin.ORGANISATIONS))
    assert desk.left_out() == {"Aubry": NotRenewed.REFUSED}


def test_renewal_is_recorded_in_one_operation_and_taken_back_whole(desk):
    kind, other = desk.type(), desk.type("Soutien", 5000, amount_kind=AmountKind.MINIMUM)
    first = desk.member("Aubry", kind)
    desk.member("Baron", kind)
    desk.member("Colas", other, cents=8000)
    before = every_row(desk.units)
    ids = desk.renewals.apply(RenewalOrder(NEXT)).value
    made = desk.members.lines(ids)
    assert [(x.start, x.due.cents) for x in made] == [
        (dt.date(2027, 1, 1), 2000),
        (dt.date(2027, 1, 1), 2000),
        (dt.date(2027, 1, 1), 8000),
    ]
    assert desk.members.get(ids[0]).content.previous_id is not None
    totals = desk.renewals.totals(NEXT)
    assert (totals.count, totals.due, totals.paid) == (3, Money(12000), Money(0))
    assert desk.renewals.preview(NEXT).lines == ()
    with pytest.raises(RuleError, match=r"renewal\.nobody"):
        desk.renewals.apply(RenewalOrder(NEXT))
    desk.operations.undo()
    assert every_row(desk.units) == before
    desk.operations.redo()
    assert desk.members.of_contact(first)[0].start == dt.date(2027, 1, 1)


def test_only_some_with_fees_of_their_own(desk):
    kind = desk.type()
    desk.member("Aubry", kind)
    desk.member("Baron", kind)
    first, second = desk.renewals.preview(NEXT).lines
    order = RenewalOrder(NEXT, only={second.previous_id}, fees={second.previous_id: Money(500)})
    (made,) = desk.members.lines(desk.renewals.apply(order).value)
    assert (made.name, made.due) == ("Élodie Baron", Money(500))
    again = RenewalOrder(NEXT, only={first.previous_id, second.previous_id})
    with pytest.raises(RuleError, match=r"renewal\.changed_meanwhile"):
        desk.renewals.apply(again)


def test_fee_below_the_minimum_is_refused_and_nothing_is_recorded(desk):
    kind = desk.type(cents=2000, amount_kind=AmountKind.MINIMUM)
    desk.member("Aubry", kind)
    (line,) = desk.renewals.preview(NEXT).lines
    before = every_row(desk.units)
    with pytest.raises(RuleError, match=r"membership\.fee_below_minimum"):
        desk.renewals.apply(RenewalOrder(NEXT, fees={line.previous_id: Money(100)}))
    assert every_row(desk.units) == before


def test_seasons_and_months_follow_their_own_days(desk):
    season = desk.type("Saison", period=PeriodKind.SEASON)
    months = desk.type("Douze mois", period=PeriodKind.ROLLING)
    desk.member("Aubry", season, Period(dt.date(2026, 9, 1), dt.date(2027, 8, 31)))
    desk.member("Baron", months, Period(dt.date(2026, 3, 15), dt.date(2027, 3, 14)))
    found = [(x.period.start, x.period.end) for x in desk.renewals.preview(NEXT).lines]
    assert found == [
        (dt.date(2027, 9, 1), dt.date(2028, 8, 31)),
        (dt.date(2027, 3, 15), dt.date(2028, 3, 14)),
    ]
    only = RenewalRequest(year(2027), (months,))
    assert [line.name for line in desk.renewals.preview(only).lines] == ["Élodie Baron"]
    assert set(desk.left_out(RenewalRequest(year(2026))).values()) == {NotRenewed.RENEWED}


def test_household_is_renewed_as_it_is_now(desk):
    kind = desk.type("Famille", holder=Holder.HOUSEHOLD)
    desk.member("Aubry", kind)
    (made,) = desk.members.lines(desk.renewals.apply(RenewalOrder(NEXT)).value)
    assert made.covered == 1


def test_who_left_or_died_is_not_renewed_with_the_household(desk):
    kind = desk.type("Foyer", holder=Holder.HOUSEHOLD)
    first, second = (desk.contacts.add(person(name)).value.id for name in ("Ahn", "Bey"))
    HouseholdService(desk.units).create([first, second])
    new = NewMembership(first, kind, year(2026), Money(0), note="Exonérés")
    before = desk.members.join(new).value
    assert before.content.covered_ids == (first, second)
    left = NewDeparture(second, dt.date(2026, 6, 1), DepartureReason.DECEASED)
    desk.members.leave(left)
    (key,) = desk.renewals.apply(RenewalOrder(NEXT)).value
    assert desk.members.get(key).content.covered_ids == (first,)
    assert desk.members.propose(first, kind).covered_ids == (first,)
    statuses = [x.member_status for x in desk.contacts.lines([first, second])]
    assert statuses == [MemberStatus.UP_TO_DATE, MemberStatus.LEFT]
    # What was true of the past stays.
    changed = desk.members.change(before.id, replace(new, note="Corrigé")).value
    assert changed.content.covered_ids == (first, second)


def test_a_household_is_renewed_once_however_many_held_a_membership(desk):
    kind = desk.type("Foyer", holder=Holder.HOUSEHOLD)
    first, second, third = (desk.member(name, kind) for name in ("Ahn", "Bey", "Coz"))
    HouseholdService(desk.units).create([first, second])
    assert desk.left_out() == {"Bey": NotRenewed.RENEWED}
    ids = desk.renewals.apply(RenewalOrder(NEXT)).value
    covered = [desk.members.get(key).content.covered_ids for key in ids]
    assert covered == [(first, second), (third,)]


def test_a_household_that_another_renewed_is_not_renewed_again(desk):
    kind = desk.type("Foyer", holder=Holder.HOUSEHOLD)
    first, second = (desk.member(name, kind) for name in ("Ahn", "Bey"))
    desk.members.join(NewMembership(second, kind, year(2027), Money(2000)))
    HouseholdService(desk.units).create([first, second])
    (key,) = desk.renewals.apply(RenewalOrder(NEXT)).value
    assert desk.members.get(key).content.covered_ids == (first,)
    third = desk.contacts.add(person("Coz")).value.id
    HouseholdService(desk.units).create([third, desk.member("Dru", kind)])
    desk.members.join(NewMembership(third, kind, year(2027), Money(2000)))
    assert desk.left_out()["Dru"] is NotRenewed.RENEWED


def test_cancelled_renewal_leaves_nothing(desk):
    desk.member("Aubry", desk.type())
    before = every_row(desk.units)

    class Stops:
        def advance(self, done, total):
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        desk.renewals.apply(RenewalOrder(NEXT), Stops())
    assert every_row(desk.units) == before
    assert desk.members.ids(MembershipFilter(year=2027)) == []
