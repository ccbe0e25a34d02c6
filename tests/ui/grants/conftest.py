"""Grants of the page of partners in a window, over a real database with invented funders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.grant_projects import NewGrantProject, NewProjectLine
from coopdesk.domain.grant_requests import (
    Granting,
    NewGrantCall,
    NewGrantRequest,
    NewInstalment,
    RequestPurpose,
)
from coopdesk.domain.money import Money
from coopdesk.ui.partners.page import PartnerPage
from tests.building import PROFILE
from tests.ui.office import open_office, show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office

# What is late is told by the services, whose day is that of the machine.
TODAY = dt.datetime.now().astimezone().date()
STARTS, ENDS = TODAY - dt.timedelta(200), TODAY + dt.timedelta(200)
NOTIFIED, LATE, LATER = (TODAY + dt.timedelta(days) for days in (-100, -10, 60))


@dataclass(frozen=True)
class Made:
    """Two funders of a project: the town granted, the foundation is still to be asked."""

    town: int
    foundation: int
    project: int
    call: int
    granted: int
    draft: int


@pytest.fixture
def office(desk, tmp_path) -> Iterator[Office]:
    office = open_office(tmp_path, desk)
    office = replace(office, desk=replace(office.desk, today=lambda: TODAY))
    office.services.association.save(PROFILE)
    yield office
    office.desk.tasks.shut_down()
    office.services.database.close()


def structure(office, name: str) -> int:
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)
    return office.services.contacts.add(new).value.id


@pytest.fixture
def made(office) -> Made:
    """The first payment of the town is late."""
    services = office.services
    town, foundation = (
        structure(office, "Mairie de Brume"),
        structure(office, "Fondation des Rives"),
    )
    project = services.grant_projects.add(
        NewGrantProject("Four partagé", None, STARTS, ENDS)
    ).value.id
    call = services.grant_calls.add(
        NewGrantCall("Lieux à partager", foundation, closes_on=LATER)
    ).value.id
    add = services.grant_requests.add
    granted = add(
        NewGrantRequest(
            "Four, part de la ville",
            town,
            project_id=project,
            purpose=RequestPurpose.PROJECT,
            starts_on=STARTS,
            ends_on=ENDS,
            asked=Money(600_000),
            rate=6000,
        )
    ).value.id
    draft = add(
        NewGrantRequest(
            "Four, part de la fondation",
            foundation,
            call_id=call,
            project_id=project,
            asked=Money(200_000),
        )
    ).value.id
    services.grant_projects.set_lines(
        project,
        [
            NewProjectLine("60.supplies", Money(900_000), "Briques et outils"),
            NewProjectLine("74.town", Money(600_000), request_id=granted),
            NewProjectLine("70", Money(100_000)),
        ],
    )
    services.grant_requests.send(granted, NOTIFIED)
    plan = (
        NewInstalment("Acompte", Money(300_000), LATE),
        NewInstalment("Solde", Money(200_000), LATER, "Le compte rendu"),
    )
    services.grant_requests.grant(granted, Granting(Money(500_000), NOTIFIED, instalments=plan))
    return Made(town, foundation, project, call, granted, draft)


def shown(qtbot, office, window) -> PartnerPage:
    page = PartnerPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    return page


@pytest.fixture
def page(qtbot, office, window, made) -> PartnerPage:
    return shown(qtbot, office, window)


@pytest.fixture
def view(qtbot, office, page):
    """Every grant in the list."""
    page.show_target(("grants",))
    settle(qtbot, office, page)
    return page.views.shown


def settle(qtbot, office, page) -> None:
    """Wait until the worker is done and the rows that are seen were fetched."""
    office.idle(qtbot)
    page.grab()
    office.idle(qtbot)


def open_one(qtbot, office, page, word, key):
    page.show_target((word, key))
    settle(qtbot, office, page)
    return page.views.shown


def act(qtbot, office, page, action):
    """Do something and return the form that it opens, if it does."""
    action.trigger()
    return form_of(qtbot, office, page)


def click(qtbot, office, page, link):
    """Follow a link of the record that is open and return the form that it opens."""
    page.views.shown.panel.link_activated.emit(link)
    return form_of(qtbot, office, page)


def form_of(qtbot, office, page):
    office.idle(qtbot)
    dialog = page.views.shown.doing.asker.dialog
    if dialog is None:
        settle(qtbot, office, page)
    return dialog


def save(qtbot, office, page, dialog):
    dialog.submit_button.click()
    settle(qtbot, office, page)
