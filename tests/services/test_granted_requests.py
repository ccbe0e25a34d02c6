"""Grants that were given: the award of a request, what comes of it and what is spent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.budgets import NewBudgetVersion
from coopdesk.domain.entries import EntryFilter, NewEntry, NewEntryLine
from coopdesk.domain.grant_requests import (
    EligibleCost,
    Granting,
    NewInstalment,
    RequestPurpose,
    RequestState,
)
from coopdesk.domain.grants import GrantKind, NewGrantAward
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money
from coopdesk.services.reports import ReportService
from tests.building import new_units, refused, today
from tests.services.grant_office import ASKED_ON, GRANTED_ON, GrantOffice

IN_2026 = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2026, 12, 31)}


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def office(units):
    return GrantOffice(units)


# one grant, two halves


def test_notified_grant_gets_a_request_that_goes_with_it(office):
    award = office.grants.notify(NewGrantAward("Ville", Money(100), GRANTED_ON)).value
    found = office.requests.of_award(award.id)
    assert (found.content.title, found.state) == ("Ville", RequestState.GRANTED)
    assert found.asked_on is None
    office.grants.remove(award.id)
    assert office.requests.all() == []


def test_request_that_was_sent_stays_when_its_grant_is_removed(office):
    made = office.granted()
    office.grants.remove(made.award.id)
    found = office.requests.get(made.id)
    assert (found.state, found.award, found.decided_on) == (RequestState.SENT, None, None)


def test_title_funder_and_days_follow_whichever_half_changes(office):
    made = office.granted(**IN_2026)
    funder = office.organisation("Métropole")
    days = {"starts_on": dt.date(2026, 7, 1), "ends_on": dt.date(2027, 6, 30)}
    told = replace(made.award.content, title="Métropole", funder_id=funder, **days)
    office.grants.change(made.award.id, told)
    content = office.requests.get(made.id).content
    assert (content.title, content.funder_id) == ("Métropole", funder)
    assert (content.starts_on, content.ends_on) == tuple(days.values())
    office.requests.change(made.id, replace(content, title="Nantes Métropole", **IN_2026))
    award = office.grants.get(made.award.id).content
    assert (award.title, award.starts_on) == ("Nantes Métropole", IN_2026["starts_on"])


def test_grant_becomes_an_investment_with_its_request_and_back(office):
    made = office.granted()
    lasting = replace(made.content, purpose=RequestPurpose.INVESTMENT, note="Four")
    award = office.requests.change(made.id, lasting).value.award.content
    assert (award.kind, award.account, award.note) == (GrantKind.INVESTMENT, "131", "Four")
    told = replace(award, kind=GrantKind.OPERATING, account="", receivable_account="")
    office.grants.change(made.award.id, told)
    assert office.requests.get(made.id).content.purpose is RequestPurpose.OPERATING
    assert office.said() == [[("4417", 365_000), ("741", -365_000)]]


def test_draft_completed_by_hand_stays_when_the_request_alone_changes(office):
    made = office.granted()
    [entry] = office.entries.get_many(office.entries.ids(EntryFilter()))
    office.entries.change(entry.id, replace(entry.content, voucher_ref="Lettre du 2 mars"))
    office.requests.change(made.id, replace(made.content, reference="V-7"))
    assert office.entries.get(entry.id).content.voucher_ref == "Lettre du 2 mars"


def test_budget_that_a_request_rests_on_is_not_removed(office):
    budget = office.budgets.add(NewBudgetVersion(office.year_id, "Voté")).value
    office.request(budget_version_id=budget.id)
    assert refused(office.budgets.remove, budget.id) == "budget.in_use"


def test_grant_of_a_project_is_booked_under_its_activity(office):
    project = office.project()
    made = office.granted(project_id=project)
    activity = office.projects.get(project).content.activity_id
    assert made.activity_id == made.award.content.activity_id == activity
    assert office.activities.get(activity).name == "Jardins partagés"
    other = replace(made.award.content, activity_id=office.activity())
    assert refused(office.grants.change, made.award.id, other) == "grant.of_project"


def test_project_takes_the_activity_that_its_grant_has_already(office):
    activity = office.activity()
    told = NewGrantAward("Ville", Money(100), GRANTED_ON, activity_id=activity)
    award = office.grants.notify(told).value
    found = office.requests.of_award(award.id)
    project = office.project()
    office.requests.change(found.id, replace(found.content, project_id=project))
    assert office.projects.get(project).content.activity_id == activity


# instalments


def test_what_comes_pays_the_instalments_in_their_order(office):
    plan = [
        NewInstalment("Acompte", Money(100_000), dt.date(2026, 4, 1)),
        NewInstalment("Deuxième", Money(150_000), dt.date(2026, 9, 1)),
        NewInstalment("Solde", Money(115_000), dt.date(2027, 2, 1)),
    ]
    made = office.granted(told={"instalments": tuple(plan)})
    office.receive(made, 120_000, dt.date(2026, 4, 10))
    state = office.requests.state(made.id)
    assert [one.paid.cents for one in state.instalments] == [100_000, 20_000, 0]
    assert state.next_instalment.label == "Deuxième"
    assert (state.due, state.overdue) == (Money(245_000), Money(130_000))


def test_what_nobody_planned_is_expected_when_the_award_says(office):
    made = office.granted(told={"expected_on": dt.date(2027, 3, 1)})
    office.requests.set_instalments(made.id, [NewInstalment("Acompte", Money(100_000))])
    rest = office.requests.state(made.id).instalments[1]
    assert (rest.instalment, rest.amount) == (None, Money(265_000))
    assert rest.expected_on == dt.date(2027, 3, 1)


def test_treasury_expects_each_instalment_in_its_month(office, units):
    plan = (NewInstalment("Acompte", Money(100_000), dt.date(2026, 12, 10)),)
    told = {"instalments": plan, "expected_on": dt.date(2027, 2, 1)}
    office.granted(told=told)
    scope = ReportScope(office.year_id)
    [december] = ReportService(units, today).treasury(scope).forecast
    assert december.closing == Money(100_000)


def test_what_came_beyond_a_lowered_grant_is_shown(office):
    made = office.granted(100_000)
    office.receive(made, 60_000, GRANTED_ON)
    office.grants.change(made.award.id, replace(made.award.content, amount=Money(45_000)))
    state = office.requests.state(made.id)
    assert (state.overpaid, state.due) == (Money(15_000), ZERO)


def test_plan_above_what_was_granted_is_refused(office):
    made = office.granted()
    too_much = (made.id, [NewInstalment("Acompte", Money(365_001))])
    code = "grant_instalment.above_granted"
    assert refused(office.requests.set_instalments, *too_much) == code
    office.requests.set_instalments(made.id, [NewInstalment("Tout", Money(365_000))])
    less = replace(made.award.content, amount=Money(100))
    assert refused(office.grants.change, made.award.id, less) == code


def test_days_of_a_grant_that_end_before_they_begin_are_refused(office):
    made = office.request(funder_id=office.organisation())
    office.requests.send(made.id, ASKED_ON)
    days = {"starts_on": GRANTED_ON, "ends_on": ASKED_ON}
    wrong = Granting(Money(500_000), GRANTED_ON, **days)
    assert refused(office.requests.grant, made.id, wrong) == "grant.days_reversed"


# figures


def test_spending_is_that_of_the_activity_within_the_days_of_the_grant(office):
    project = office.project()
    made = office.granted(project_id=project, **IN_2026)
    office.spend("6064", 40_000, made.activity_id)
    office.spend("6894", 99_900, made.activity_id)
    office.spend("6064", 7_700)
    state = office.requests.state(made.id)
    assert (state.spent.amount, state.spent.drafts) == (Money(40_000), Money(40_000))
    assert (state.used, state.left) == (Money(40_000), Money(325_000))


def test_two_grants_of_a_project_never_use_an_expense_twice(office):
    project = office.project()
    first = office.granted(30_000, title="Ville", project_id=project)
    second = office.granted(30_000, title="Région", project_id=project)
    office.spend("6064", 40_000, first.activity_id)
    used = [office.requests.state(one.id).used.cents for one in (first, second)]
    assert used == [30_000, 10_000]


def test_a_grant_pays_only_for_what_was_spent_on_its_own_days(office):
    first = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2026, 6, 30)}
    later = {"starts_on": dt.date(2026, 6, 1), "ends_on": dt.date(2026, 12, 31)}
    project = office.project()
    town = office.granted(30_000, title="Ville", project_id=project, **first)
    region = office.granted(30_000, title="Région", project_id=project, **later)
    office.spend("6064", 10_000, town.activity_id)
    after = [NewEntryLine("6064", debit=Money(25_000), activity_id=town.activity_id)]
    after.append(NewEntryLine("5121", credit=Money(25_000)))
    office.entries.record(NewEntry("BQ", dt.date(2026, 9, 1), "Terreau", tuple(after)))
    used = [office.requests.state(one.id).used.cents for one in (town, region)]
    assert used == [10_000, 25_000]


def test_rate_and_eligible_lines_limit_what_a_grant_pays(office):
    made = office.granted(project_id=office.project(), rate=5_000)
    office.requests.set_eligible(made.id, [EligibleCost("60.other")])
    office.spend("6064", 40_000, made.activity_id)
    office.spend("6132", 10_000, made.activity_id)
    state = office.requests.state(made.id)
    assert (state.spent.amount, state.used) == (Money(50_000), Money(20_000))


def test_report_is_due_on_the_earlier_of_the_law_and_the_agreement(office):
    made = office.granted(**IN_2026)
    assert office.requests.state(made.id).report_due_on == dt.date(2027, 6, 30)
    own = replace(made.content, report_due_on=dt.date(2027, 3, 31))
    office.requests.change(made.id, own)
    assert office.requests.state(made.id).report_due_on == dt.date(2027, 3, 31)
    office.requests.send_report(made.id, today())
    state = office.requests.state(made.id)
    assert (state.report_due_on, state.report.legal_on) == (None, dt.date(2027, 6, 30))


def test_draft_has_neither_grant_nor_report(office):
    state = office.requests.state(office.request().id)
    assert (state.asked, state.granted, state.paid) == (Money(500_000), ZERO, ZERO)
    assert state.report is None
