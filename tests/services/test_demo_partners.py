"""The partners and the shared project of the demonstration."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.agreement_terms import AgreementStanding, standing_on
from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.money import ZERO
from coopdesk.services.opening import open_database
from tests.building import signature
from tests.made_once import new_demonstration


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    """The demonstration that other tests read too; no test writes."""
    path = new_demonstration(tmp_path_factory.mktemp("demo") / "demo.coopdesk", 90, 2)
    found = open_database(path, signature())
    yield found
    found.database.close()


def test_partners_have_an_agreement_in_force_and_promises_that_are_late(services):
    names = {one.name for one in services.partners.all()}
    assert {"Commune de Rives-sur-Loire", "Fondation des Trois Moulins"} <= names
    standings = {
        standing_on(one, dt.datetime.now().astimezone().date())
        for one in services.agreements.all()
    }
    assert {AgreementStanding.DRAFT} < standings
    assert len(services.commitments.overdue()) == 2
    [fee] = services.network_fees.due()
    assert fee.content.amount.cents == 6_000


def test_the_shared_project_is_balanced_and_its_funders_pay_nothing_twice(services):
    [project] = services.grant_projects.all()
    assert project.expenses == project.income
    states = {one.state for one in services.grant_requests.all()}
    assert {RequestState.GRANTED, RequestState.SENT, RequestState.DRAFT} == states
    shares = services.grant_reports.sharing(project.id).actual
    assert shares.shared <= shares.cost
    assert all(line.ours >= ZERO for line in shares.costs)
