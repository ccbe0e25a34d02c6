"""Figures of members: each year, type, age and département, and the contacts behind each."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.member_statistics import FigureKey, MemberFigure
from coopdesk.domain.members import (
    DepartureReason,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
)
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.contacts import ContactService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.statistics import StatisticsService
from tests.building import TODAY, new_units, person, today


class Desk:
    """The services of one database, and an association of three years."""

    def __init__(self, units):
        self.types = MembershipTypeService(units, today)
        self.members = MemberService(units, today)
        self.contacts = ContactService(units, today)
        self.statistics = StatisticsService(units, today)
        self.adult = self.types.add(NewMembershipType("Adulte", amount=Money(2000))).value.id
        self.young = self.types.add(NewMembershipType("Jeune", amount=Money(500))).value.id

    def add(self, name, *years, kind=None, paid=True, **more):
        key = self.contacts.add(person(name, **more)).value.id
        self.join(key, *years, kind=kind, paid=paid)
        return key

    def join(self, key, *years, kind=None, paid=True):
        for year in years:
            period = Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
            new = NewMembership(key, kind or self.adult, period, Money(2000), note="Juste prix")
            membership = self.members.join(new).value
            if paid:
                share = PaymentShare("fee", Money(2000), membership.id)
                self.members.record_payment(
                    NewSharedPayment(key, TODAY, Money(2000), PaymentMode.CASH, (share,))
                )

    def counts(self, year=2026, type_id=None):
        found = self.statistics.members(year)
        rows = found.years if type_id is None else found.by_type
        (row,) = [x for x in rows if x.year == year and x.type_id == type_id]
        return {figure.value: row.count(figure) for figure in MemberFigure}

    def names(self, key):
        ids = self.statistics.contact_ids(key)
        return [line.name.split()[-1] for line in self.contacts.lines(ids)]


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "statistics.coopdesk") as units:
        yield Desk(units)


def test_years_tell_who_joined_renewed_left_and_lapsed(desk):
    desk.add("Aubry", 2024, 2025, 2026)
    desk.add("Baron", 2026)
    desk.add("Colas", 2025)
    desk.add("Unpaid", 2026, paid=False)
    left = desk.add("Denis", 2025, 2026)
    desk.members.leave(NewDeparture(left, dt.date(2026, 5, 1), DepartureReason.RESIGNED))
    before = desk.add("Ernst", 2025)
    desk.members.leave(NewDeparture(before, dt.date(2026, 1, 5), DepartureReason.DECEASED))
    assert desk.counts(2026) == {
        "members": 3,
        "joined": 1,
        "renewed": 2,
        "left": 2,
        "lapsed": 1,
    }
    assert desk.counts(2025) == {
        "members": 4,
        "joined": 3,
        "renewed": 1,
        "left": 0,
        "lapsed": 0,
    }
    assert desk.names(FigureKey(MemberFigure.LAPSED, 2026)) == ["Colas"]
    assert desk.names(FigureKey(MemberFigure.JOINED, 2026)) == ["Baron"]
    assert desk.names(FigureKey(MemberFigure.LEFT, 2026)) == ["Denis", "Ernst"]
    assert [x.year for x in desk.statistics.members().years] == [2026, 2025, 2024, 2023, 2022]


def test_types_are_counted_apart(desk):
    desk.add("Aubry", 2025, 2026)
    desk.add("Baron", 2025, 2026, kind=desk.young)
    somebody = desk.add("Colas", 2025, kind=desk.young)
    desk.join(somebody, 2026)
    gone = desk.add("Denis", 2026, kind=desk.young)
    desk.members.leave(NewDeparture(gone, TODAY, DepartureReason.RESIGNED))
    assert desk.counts(2026, desk.adult)["members"] == 2
    assert desk.counts(2026, desk.young)["members"] == 2
    assert desk.counts(2026, desk.young)["renewed"] == 1
    assert desk.counts(2026, desk.young)["left"] == 1
    assert desk.counts(2026, desk.young)["lapsed"] == 0


def test_every_figure_opens_as_many_contacts_as_it_counts(desk):
    born = dt.date(1990, 11, 23)
    desk.add("Aubry", 2025, 2026, birth_on=born, civility=Civility.MADAM)
    desk.add("Baron", 2026, birth_on=dt.date(1991, 1, 1), civility=Civility.SIR)
    desk.add("Colas", 2026, address=PostalAddress("1 rue Haute", "", "20200", "Bastia", "FR"))
    desk.add("Denis", 2026, address=PostalAddress("1 Rue", "", "1000", "Bruxelles", "BE"))
    desk.add("Ernst", 2024, address=PostalAddress())
    new = NewContact(ContactKind.ORGANISATION, organisation_name="MES")
    desk.join(desk.contacts.add(new).value.id, 2026)
    found = desk.statistics.members(2026)
    figures = [
        *(figure for row in (*found.years, *found.by_type) for figure in row.figures.values()),
        *(x for band in (*found.ages, found.unknown_age) for x in band.counts.values()),
        *(row.figure for row in found.departments),
    ]
    for figure in figures:
        assert len(desk.statistics.contact_ids(figure.key)) == figure.count, figure
    assert [(band.start, band.count) for band in found.ages] == [(35, 2)]
    assert found.unknown_age.count == 2
    assert [(x.code, x.figure.count) for x in found.departments] == [
        ("44", 2),
        ("", 1),
        ("2B", 1),
        ("99", 1),
    ]


def test_age_counts_birthdays_and_the_pyramid_has_no_gap(desk):
    desk.add("Aubry", 2026, birth_on=dt.date(1986, 11, 23), civility=Civility.MADAM)
    desk.add("Baron", 2026, birth_on=dt.date(1986, 11, 22), civility=Civility.MADAM)
    desk.add("Colas", 2026, birth_on=dt.date(2004, 2, 29))
    found = desk.statistics.members(2026)
    assert [(band.start, band.count) for band in found.ages] == [
        (20, 1),
        (25, 0),
        (30, 0),
        (35, 1),
        (40, 1),
    ]
    assert found.ages[-1].counts[Civility.MADAM].count == 1


def test_nobody_gives_figures_of_zero(desk):
    found = desk.statistics.members()
    assert found.ages == ()
    assert found.departments == ()
    assert all(figure.count == 0 for row in found.years for figure in row.figures.values())


def test_contacts_put_away_count_in_the_past_but_merged_ones_do_not(desk):
    somebody = desk.add("Aubry", 2026)
    desk.contacts.archive([somebody])
    assert desk.counts(2026)["members"] == 1
    desk.contacts.restore([somebody])
    desk.contacts.bin([somebody])
    assert desk.counts(2026)["members"] == 0
