"""Every figure of members is that of a plain recount, and opens the contacts it counts."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contacts import Civility
from coopdesk.domain.member_statistics import FigureKey, MemberFigure
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.statistics import StatisticsService
from tests.building import TODAY, today
from tests.services.any_members import any_members, facts

YEARS = range(2027, 2020, -1)


class Recount:
    """Counts from memberships one by one, without what is kept beside contacts."""

    def __init__(self, units):
        memberships, covered, left = facts(units)
        with units.database.reading() as connection:
            people = connection.exec_driver_sql(
                "SELECT id, kind, civility, birth_on, sort_key FROM contact"
                " WHERE state IN ('active', 'archived') AND member_since IS NOT NULL"
            )
            self.people = {x["id"]: dict(x) for x in people.mappings()}
        by_id = {one["id"]: one for one in memberships}
        self.paid = [
            (contact_id, by_id[key]["type_id"], *years_of(by_id[key]))
            for contact_id, key in covered
            if contact_id in self.people and is_paid(by_id[key])
        ]
        self.left = [(key, year) for key, year in left if key in self.people]

    def members(self, year, type_id):
        return {
            who
            for who, kind, first, last in self.paid
            if first <= year <= last and type_id in {None, kind}
        }

    def begun(self, year, type_id):
        return {
            who
            for who, kind, first, _last in self.paid
            if first == year and type_id in {None, kind}
        }

    def first(self, contact_id):
        return min(first for who, _kind, first, _last in self.paid if who == contact_id)

    def gone(self, year, type_id):
        found = set()
        for key in {key for key, left_in in self.left if left_in == year}:
            own = [(x[2], x[3], x[1]) for x in self.paid if x[0] == key and x[2] <= year]
            if type_id is None or (own and max(own)[2] == type_id):
                found.add(key)
        return found

    def contacts(self, figure, year, type_id):
        if figure is MemberFigure.MEMBERS:
            return self.members(year, type_id)
        if figure is MemberFigure.LEFT:
            return self.gone(year, type_id)
        if figure is MemberFigure.LAPSED:
            left = {key for key, left_in in self.left if left_in <= year}
            return self.members(year - 1, type_id) - self.members(year, None) - left
        joins = figure is MemberFigure.JOINED
        return {x for x in self.begun(year, type_id) if (self.first(x) == year) is joins}

    def band(self, contact_id, year):
        """Return the age band of a person, None of an organisation."""
        one, day = self.people[contact_id], min(TODAY, dt.date(year, 12, 31))
        if one["kind"] != "person":
            return None
        if one["birth_on"] is None or one["birth_on"] > str(day):
            return -1
        born = dt.date.fromisoformat(one["birth_on"])
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        return min(age - age % 5, 100)

    def in_order(self, ids):
        return sorted(ids, key=lambda key: (self.people[key]["sort_key"], key))


def is_paid(one):
    due = one["fee_cents"] + one["joining_fee_cents"]
    begun = one["instalment_count"] > 1 and one["paid_cents"] > 0
    return one["cancelled_on"] is None and (one["paid_cents"] >= due or begun)


def years_of(one):
    return int(one["started_on"][:4]), int(one["ended_on"][:4])


@pytest.fixture(scope="module", params=[1, 2, 3])
def office(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("statistics") / "office.coopdesk"
    with any_members(path, request.param) as units:
        types = [kind.id for kind in MembershipTypeService(units, today).list()]
        yield StatisticsService(units, today), Recount(units), types


def test_each_figure_of_each_year_and_type_is_that_of_a_recount(office):
    statistics, recount, types = office
    found = statistics.members(YEARS[0], len(YEARS))
    counted = {(row.year, row.type_id): row for row in (*found.years, *found.by_type)}
    for year in YEARS:
        for type_id in (None, *types):
            for figure in MemberFigure:
                wanted = recount.contacts(figure, year, type_id)
                row = counted.get((year, type_id))
                assert (row.count(figure) if row else 0) == len(wanted), (figure, year, type_id)
                ids = statistics.contact_ids(FigureKey(figure, year, type_id))
                assert ids == recount.in_order(wanted), (figure, year, type_id)


def test_ages_by_civility_are_those_of_a_recount(office):
    statistics, recount, _types = office
    for year in YEARS[::2]:
        found = statistics.members(year)
        bands = {band.start: band for band in (*found.ages, found.unknown_age)}
        for start in (-1, *range(0, 105, 5)):
            for civility in Civility:
                wanted = [
                    x
                    for x in recount.members(year, None)
                    if recount.band(x, year) == start
                    and recount.people[x]["civility"] == civility.value
                ]
                band = bands.get(start)
                assert (band.counts[civility].count if band else 0) == len(wanted)
                key = FigureKey(MemberFigure.MEMBERS, year, age=start, civility=civility)
                assert statistics.contact_ids(key) == recount.in_order(wanted)


def test_departments_share_out_all_members(office):
    statistics, recount, _types = office
    for year in YEARS:
        found = statistics.members(year).departments
        listed = [statistics.contact_ids(row.figure.key) for row in found]
        assert [len(ids) for ids in listed] == [row.figure.count for row in found]
        members = recount.members(year, None)
        assert sorted(x for ids in listed for x in ids) == sorted(members)
