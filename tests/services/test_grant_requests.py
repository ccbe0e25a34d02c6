"""Requests for grants: their steps, their award, what came and what is spent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_requests import (
    EligibleCost,
    Granting,
    GrantProfile,
    GrantReport,
    NewInstalment,
    RequestFilter,
    RequestForm,
    RequestPurpose,
    RequestState,
    RequestStep,
)
from coopdesk.domain.grants import GrantKind, NewGrantAward
from coopdesk.domain.money import Money
from coopdesk.domain.timeline import EntryKind
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.wording.timeline import entry_detail, entry_title
from tests.building import every_row, new_units, person, refused, today
from tests.services.grant_office import ASKED_ON, GRANTED_ON, GrantOffice

IN_2026 = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2026, 12, 31)}


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def office(units):
    return GrantOffice(units)


# steps


def test_granted_request_has_its_award_and_the_draft_of_its_entry(office):
    made = office.granted(**IN_2026)
    assert made.state is RequestState.GRANTED
    assert (made.asked_on, made.decided_on) == (ASKED_ON, GRANTED_ON)
    award = made.award.content
    assert (award.title, award.amount, award.kind) == (
        "Ville 2026",
        Money(365_000),
        GrantKind.OPERATING,
    )
    assert (award.starts_on, award.ends_on) == tuple(IN_2026.values())
    assert office.said() == [[("4417", 365_000), ("741", -365_000)]]


def test_request_that_names_nobody_or_no_amount_is_not_sent(office):
    nobody = office.request()
    assert refused(office.requests.send, nobody.id, ASKED_ON) == "grant_request.funder_missing"
    nothing = office.request("Région", funder_id=office.organisation(), asked=None)
    assert refused(office.requests.send, nothing.id, ASKED_ON) == "grant_request.asked_missing"


def test_answered_request_takes_no_other_answer_until_it_goes_a_step_back(office):
    made = office.request(funder_id=office.organisation())
    office.requests.send(made.id, ASKED_ON)
    early = (made.id, dt.date(2026, 1, 14))
    assert refused(office.requests.refuse, *early) == "grant_request.decided_before_sent"
    answered = office.requests.refuse(made.id, GRANTED_ON).value
    assert (answered.state, answered.decided_on) == (RequestState.REFUSED, GRANTED_ON)
    again = (made.id, GRANTED_ON)
    assert refused(office.requests.withdraw, *again) == "grant_request.wrong_step"
    assert office.requests.reopen(made.id).value.state is RequestState.SENT
    assert office.requests.reopen(made.id).value.state is RequestState.DRAFT
    assert refused(office.requests.reopen, made.id) == "grant_request.not_sent"


def test_reopened_grant_loses_its_award_unless_money_came(office):
    made = office.granted()
    assert office.requests.reopen(made.id).value.award is None
    assert office.said() == []
    paid = office.granted(title="Région")
    office.receive(paid, 1_000, GRANTED_ON)
    assert refused(office.requests.reopen, paid.id) == "grant.in_use"
    assert refused(office.requests.remove, paid.id) == "grant.in_use"


def test_help_in_kind_is_granted_without_an_award(office):
    made = office.request(form=RequestForm.KIND, asked=None, funder_id=office.organisation())
    told = office.requests.grant(made.id, Granting(None, GRANTED_ON)).value
    assert (told.state, told.award) == (RequestState.GRANTED, None)
    money = office.request("Argent")
    nothing = (money.id, Granting(None, GRANTED_ON))
    assert refused(office.requests.grant, *nothing) == "grant.amount_missing"


def test_investment_is_granted_into_funds(office):
    office.granted(purpose=RequestPurpose.INVESTMENT)
    assert office.said() == [[("4411", 365_000), ("131", -365_000)]]


def test_person_is_refused_as_funder(office):
    key = office.contacts.add(person()).value.id
    assert refused(office.request, funder_id=key) == "partner.organisation_wanted"
    told = NewGrantAward("Ville", Money(100), GRANTED_ON, funder_id=key)
    assert refused(office.grants.notify, told) == "partner.organisation_wanted"


# parts


def test_words_of_the_report_and_the_profile_are_kept(office):
    made = office.granted()
    told = GrantReport(carried_out="Douze ateliers", signed_on=dt.date(2027, 1, 5))
    assert office.requests.write_report(made.id, told).value.report == told
    profile = GrantProfile(siret="732 829 320 00074", employees=2, full_time_hundredths=150)
    office.requests.set_profile(profile)
    assert office.requests.profile() == replace(profile, siret="73282932000074")
    few = replace(profile, employees=-1)
    assert refused(office.requests.set_profile, few) == "grant_profile.count_wrong"


def test_nothing_is_sent_answered_or_told_in_the_future(office):
    later = today() + dt.timedelta(1)
    made = office.request(funder_id=office.organisation())
    code = "grant_request.in_the_future"
    assert refused(office.requests.send, made.id, later) == code
    assert refused(office.requests.refuse, made.id, later) == code
    assert refused(office.requests.grant, made.id, Granting(Money(100), later)) == code
    granted = office.granted()
    assert refused(office.requests.send_report, granted.id, later) == code


def test_funder_is_a_line_of_grants_of_the_official_budget(office):
    made = office.request(budget_line="74.town")
    for wrong in ("74.mars", "60.supplies"):
        said = replace(made.content, budget_line=wrong)
        assert refused(office.requests.change, made.id, said) == "grant.funder_line_unknown"


def test_fund_of_a_grant_is_spent_on_what_the_grant_is_for(office):
    made = office.granted(project_id=office.project(), **IN_2026)
    office.spend("6064", 65_000, made.activity_id)
    new = NewFund("Four", FundKind.GRANT, GRANTED_ON, Money(365_000), made.award.id)
    kept = office.funds.add(new).value.content
    assert (kept.activity_id, kept.funder_id) == (made.activity_id, made.content.funder_id)
    (proposed,) = office.funds.proposals(office.year_id)
    assert (proposed.spent, proposed.report) == (Money(65_000), Money(300_000))


def test_unknown_or_doubled_line_of_costs_is_refused(office):
    made = office.request()
    eligible = office.requests.set_eligible
    assert refused(eligible, made.id, [EligibleCost("74.town")]) == "grant.cost_line_unknown"
    twice = [EligibleCost("65"), EligibleCost("65")]
    with pytest.raises(RuleError) as told:
        eligible(made.id, twice)
    assert told.value.code == "grant_eligible.line_twice"
    assert told.value.values["text"] != "65"


def test_request_with_files_is_not_removed(office, tmp_path):
    made = office.granted()
    path = tmp_path / "Notification.pdf"
    path.write_bytes(b"%PDF-1.4 notification")
    office.requests.attach_all(made.id, [path])
    assert office.requests.get(made.id).file_count == 1
    assert refused(office.requests.remove, made.id) == "grant_request.in_use"
    (kept,) = office.requests.files(made.id)
    assert office.requests.content(kept.id) == (path.name, path.read_bytes())
    office.requests.detach(kept.id)
    office.requests.remove(made.id)
    assert office.requests.all() == []


def test_list_is_found_by_words_of_funder_and_project(office):
    project = office.project()
    made = office.granted(title="Quartier", project_id=project)
    office.request("Autre")
    for chosen in (
        RequestFilter("funder quart"),
        RequestFilter("jardins"),
        RequestFilter(project_id=project),
        RequestFilter(state=RequestState.GRANTED),
        RequestFilter(funder_id=made.content.funder_id),
    ):
        assert [one.id for one in office.requests.all(chosen)] == [made.id]


def test_every_command_is_taken_back_whole(office, units):
    project = office.project()
    funder = office.organisation()
    made = office.request(project_id=project, funder_id=funder)
    office.requests.send(made.id, ASKED_ON)
    plan = (NewInstalment("Acompte", Money(100)),)
    commands = (
        lambda: office.requests.grant(
            made.id, Granting(Money(1_000), GRANTED_ON, instalments=plan)
        ),
        lambda: office.requests.set_eligible(made.id, [EligibleCost("65", 5_000, Money(1))]),
        lambda: office.requests.write_report(made.id, GrantReport("Fait")),
        lambda: office.requests.send_report(made.id, GRANTED_ON),
        lambda: office.requests.change(made.id, replace(made.content, title="Autre")),
        lambda: office.requests.set_instalments(made.id, []),
        lambda: office.requests.reopen(made.id),
        lambda: office.requests.set_profile(GrantProfile(short_name="CR")),
        lambda: office.requests.remove(made.id),
    )
    before = [every_row(units)]
    for command in commands:
        command()
        before.append(every_row(units))
    before.pop()
    while before:
        office.operations.undo()
        assert every_row(units) == before.pop()


def test_steps_of_a_grant_are_in_the_time_line_of_its_funder(office, units):
    made = office.granted(project_id=office.project())
    office.requests.send_report(made.id, dt.date(2026, 11, 2))
    details = ContactDetailService(units, today)
    found = details.timeline(made.content.funder_id)
    steps = [(one.values["step"], one.amount) for one in found if one.kind is EntryKind.GRANT]
    assert steps == [
        (RequestStep.REPORTED, None),
        (RequestStep.GRANTED, Money(365_000)),
        (RequestStep.SENT, Money(500_000)),
    ]
    [told] = [x for x in found if x.values.get("step") is RequestStep.GRANTED]
    assert entry_title(told) == "Subvention accordée\N{NO-BREAK SPACE}: Ville 2026"
    assert entry_detail(told) == "Jardins partagés"
