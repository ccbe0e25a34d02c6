"""Reports of grants are what the books say, to the cent; sharing pays nothing twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.budgets import NewBudgetLine, NewBudgetVersion
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.grant_projects import NewProjectLine
from coopdesk.domain.grant_requests import RequestPurpose
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money, total
from tests.services.grant_report_office import FUNDED, YEAR, funded_office


@pytest.fixture
def office(tmp_path):
    with funded_office(tmp_path / "office.coopdesk") as office:
        yield office


def line(tables, code):
    [one] = [x for x in tables.lines if x.layout.code == code]
    return one


def books(office, *beginnings, activity_id=None):
    """Add up the books another way: from the sums that balances are read from."""
    with office.units.read() as work:
        accounts = work.reports.accounts()
        sums = work.reports.sums(ReportScope(office.year_id, activity_id))
    return total(
        debit - credit
        for key, (debit, credit) in sums.items()
        if accounts[key].number.startswith(beginnings)
    )


def test_totals_of_a_report_are_those_of_the_books_of_its_activity(office):

    tables = office.reports.tables(FUNDED.region)

    activity_id = tables.activity_id
    expense, income = LayoutSide.EXPENSE, LayoutSide.INCOME
    assert tables.actual(expense) == books(office, "6", activity_id=activity_id)
    assert tables.actual(income) == -books(office, "7", activity_id=activity_id)
    assert tables.in_kind(expense).actual == Money(287_500)
    assert tables.actual(expense) == Money(1_844_100)
    assert (tables.planned(expense), tables.planned_gap) == (Money(2_000_000), ZERO)
    assert tables.percent(expense) == 92


def test_each_grant_stands_on_the_line_of_its_funder_with_its_percent(office):

    tables = office.reports.tables(FUNDED.town)

    assert line(tables, "74.region").percent == 89
    assert line(tables, "74.town").requests[0].title == "Ville 2026"
    assert line(tables, "74.town").percent == 120
    assert line(tables, "74.private").actual == Money(300_000)
    assert line(tables, "74.other").is_empty


def test_drafts_are_counted_and_told_apart(office):
    activity_id = office.reports.tables(FUNDED.region).activity_id
    entry = office.book("6257", 4_250, activity_id)
    before = office.reports.tables(FUNDED.region)
    office.entries.validate([entry])

    after = office.reports.tables(FUNDED.region)

    assert line(before, "62.travel").drafts == Money(4_250)
    assert line(after, "62.travel").drafts == ZERO
    assert line(after, "62.travel").actual == line(before, "62.travel").actual
    assert after.drafts


def test_years_that_the_project_does_not_touch_are_left_out(office):
    activity_id = office.reports.tables(FUNDED.region).activity_id
    office.years.open_next()
    office.book("6257", 9_900, activity_id, dt.date(2027, 2, 1))

    tables = office.reports.tables(FUNDED.region)

    assert line(tables, "62.travel").is_empty
    assert (tables.starts_on, tables.ends_on) == tuple(YEAR.values())


def test_expenses_outside_the_days_of_the_project_are_told_apart(office):
    assert office.reports.tables(FUNDED.region).outside == ZERO
    known = office.projects.get(FUNDED.project_id).content
    first, last = dt.date(2026, 3, 1), dt.date(2026, 10, 31)
    office.projects.change(FUNDED.project_id, replace(known, starts_on=first, ends_on=last))
    before = office.reports.tables(FUNDED.region)
    day = dt.timedelta(1)
    for cents, on in ((111, first - day), (2_222, first), (3_333, last), (44, last + day)):
        office.book("6257", cents, before.activity_id, on)

    tables = office.reports.tables(FUNDED.region)
    shares = office.reports.sharing(FUNDED.project_id).actual

    assert tables.outside == before.outside + Money(155)
    assert shares.cost == before.actual(LayoutSide.EXPENSE) + Money(5_555)
    used = {one.funder.request_id: one.share for one in shares.funders}
    assert used == {key: office.reports.state(key).used for key in FUNDED[1:]}
    spent = before.actual(LayoutSide.EXPENSE)
    assert tables.actual(LayoutSide.EXPENSE) == spent + Money(5_710)


def test_money_to_be_sorted_and_gifts_in_kind_without_use_are_said_beside_the_tables(office):
    before = office.reports.tables(FUNDED.region)
    office.book("471", 12_300, before.activity_id)
    office.book("864", 500, before.activity_id)

    tables = office.reports.tables(FUNDED.region)

    assert tables.unsorted == Money(12_300)
    assert (before.in_kind_gap, tables.in_kind_gap) == ((ZERO, ZERO), (ZERO, Money(-500)))


def test_a_grant_for_the_association_reads_its_budget_and_all_its_books(office):
    version = office.budgets.add(NewBudgetVersion(office.year_id, "Budget 2026")).value.id
    for account, cents in (("613", 220_000), ("741", 500_000), ("756", 90_000)):
        office.budgets.set_line(version, NewBudgetLine(account, Money(cents)))
    office.spend("6132", 45_000)
    office.spend("6251", 7_700)
    request = office.granted(400_000, purpose=RequestPurpose.OPERATING, **YEAR)

    tables = office.reports.tables(request.id)

    assert line(tables, "61.rent").percent == 75
    assert tables.actual(LayoutSide.EXPENSE) == books(office, "6")
    assert tables.actual(LayoutSide.INCOME) == -books(office, "7")
    assert line(tables, "74.public").requests[0].actual == Money(400_000)
    assert line(tables, "74.other").planned == Money(500_000)


def test_an_application_shows_its_part_of_all_income(office):
    version = office.budgets.add(NewBudgetVersion(office.year_id, "Budget 2026")).value.id
    office.budgets.set_line(version, NewBudgetLine("641", Money(3_000_000)))

    application = office.reports.application(FUNDED.region)

    assert application.asked_percent == 4500
    assert application.association_year == "2026"
    assert application.association.planned(LayoutSide.EXPENSE) == Money(3_000_000)


def test_three_funders_share_a_project_and_nothing_is_paid_twice(office):
    with office.units.read() as work:
        town = work.grant_requests.get(FUNDED.town)
    office.receive(town, 250_000, dt.date(2026, 6, 15))

    sharing = office.reports.sharing(FUNDED.project_id)

    actual = sharing.actual
    assert actual.cost == Money(1_844_100)
    by_request = {x.funder.request_id: x for x in actual.funders}
    assert by_request[FUNDED.region].share == Money(800_000)
    assert by_request[FUNDED.town].share == Money(600_000)
    assert by_request[FUNDED.foundation].share == Money(300_000)
    assert by_request[FUNDED.town].owed == Money(350_000)
    assert actual.over_financed == ZERO
    for cost in actual.costs:
        assert cost.shared <= max(ZERO, cost.cost)
    assert sharing.indirect == Money(100_000)
    assert sharing.labels["62.fees"] == "Rémunérations intermédiaires et honoraires"


def test_what_is_only_asked_for_counts_in_the_planned_sharing_alone(office):
    hoped = office.request("État 2026", project_id=FUNDED.project_id, asked=Money(400_000))

    sharing = office.reports.sharing(FUNDED.project_id)

    assert hoped.id not in [x.funder.request_id for x in sharing.actual.funders]
    last = sharing.planned.funders[-1]
    assert (last.funder.request_id, last.share, last.over_financed) == (
        hoped.id,
        Money(300_000),
        Money(100_000),
    )


def test_reports_that_were_sent_are_not_due_any_more(office):
    def due():
        asked = (FUNDED.town, FUNDED.region, FUNDED.foundation)
        return [office.reports.state(one).report_due_on for one in asked]

    in_june = dt.date(2027, 6, 30)
    assert due() == [in_june] * 3
    office.requests.send_report(FUNDED.town, dt.date(2026, 11, 20))
    assert due() == [None, in_june, in_june]


def test_a_request_that_is_gone_is_said_so(office):
    with pytest.raises(NotFoundError):
        office.reports.tables(999)


def test_what_later_years_keep_of_a_grant_is_theirs(office):
    content = office.requests.get(FUNDED.region).content
    office.requests.change(
        FUNDED.region,
        replace(content, starts_on=dt.date(2026, 7, 1), ends_on=dt.date(2027, 6, 30)),
    )
    office.grants.book_year(office.year_id)
    of_2026 = office.reports.tables(FUNDED.region)
    office.years.open_next()
    office.entries.validate(office.entries.ids(EntryFilter(office.year_id)))
    office.inventory.reverse_all(office.year_id)
    project = office.projects.get(FUNDED.project_id).content
    office.projects.change(FUNDED.project_id, replace(project, ends_on=dt.date(2027, 12, 31)))

    both = office.reports.tables(FUNDED.region)

    assert line(of_2026, "74.region").actual == Money(403_288)
    assert line(of_2026, "74.region").requests[0].actual == Money(403_288)
    assert line(both, "74.region").actual == Money(800_000)
    assert [x.amount.cents for x in line(both, "74.region").lines] == [
        800_000,
        -396_712,
        396_712,
    ]


def test_entries_behind_figures_add_up_to_them(office):
    for each in office.reports.tables(FUNDED.region).lines:
        assert total(x.amount for x in each.lines) == each.actual


def test_a_request_without_a_line_lands_where_its_project_plans_it(office):
    project = office.project("Four", **YEAR)
    agency = office.organisation("Agence du Fleuve")
    made = office.granted(40_000, title="Agence", funder_id=agency, project_id=project)
    office.projects.set_lines(project, [NewProjectLine("74.asp", Money(50_000), "", made.id)])

    found = line(office.reports.tables(made.id), "74.asp")

    assert (found.planned, found.actual, found.percent) == (Money(50_000), Money(40_000), 80)


def test_a_request_without_a_line_takes_the_one_of_its_funder(office):
    town = office.requests.get(FUNDED.town).content.funder_id
    later = office.granted(40_000, title="Ville, suite", funder_id=town, project_id=1)

    tables = office.reports.tables(later.id)

    amounts = {x.request_id: x.actual for x in line(tables, "74.town").requests}
    assert amounts == {FUNDED.town: Money(600_000), later.id: Money(40_000)}


def test_a_grant_of_the_activity_pays_beside_those_of_the_project_on_its_days(office):
    activity_id = office.reports.tables(FUNDED.region).activity_id
    for title, year in (("Cette année", 2026), ("Avant", 2025)):
        days = {"starts_on": dt.date(year, 1, 1), "ends_on": dt.date(year, 12, 31)}
        office.granted(100_000, title=title, told={"activity_id": activity_id, **days})

    actual = office.reports.sharing(FUNDED.project_id).actual

    assert {one.funder.title for one in actual.funders} >= {"Région 2026", "Cette année"}
    assert "Avant" not in {one.funder.title for one in actual.funders}
    assert actual.shared <= actual.cost
