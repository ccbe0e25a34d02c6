"""The pictures of the guide about grants: from the list to the report and public aid."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.grant_requests import Granting, NewGrantRequest, RequestState
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.grants.budget_dialog import BudgetDialog
from coopdesk.ui.grants.reading import GrantsShown
from coopdesk.ui.partners.page import PartnerPage

if TYPE_CHECKING:
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

GRANTED = Money(2_600_000)  # above the limit of the law for one authority in a year


def pass_a_limit(services: Services) -> None:
    """Let the town give more in a year than goes without a convention."""
    (town,) = {
        one.content.funder_id for one in services.grant_requests.all() if _is_of_town(one)
    }
    today = dt.datetime.now().astimezone().date()
    new = NewGrantRequest("Une salle pour l’atelier vélo", funder_id=town, asked=GRANTED)
    services.grant_requests.grant(
        services.grant_requests.add(new).value.id, Granting(GRANTED, today)
    )


def spend_for_projects(services: Services) -> None:
    """Write what the bakers cost in the books, so that funders have something to pay for."""
    (project,) = services.grant_projects.all()
    today = dt.datetime.now().astimezone().date()
    for account, cents, words in (
        ("6226", 320_000, "Boulangères et boulangers intervenants"),
        ("6155", 170_000, "Sole du four"),
    ):
        if account not in {one.number for one in services.chart.accounts()}:
            services.chart.add(account)
        cost = NewEntryLine(
            account, Money(cents), ZERO, activity_id=project.content.activity_id
        )
        bank = NewEntryLine("5121", ZERO, Money(cents))
        services.entries.record(NewEntry("BQ", today, words, (cost, bank)))


def _is_of_town(request: GrantRequest) -> bool:
    return request.funder_name.startswith("Commune de ")


def test_pictures_of_grants(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    pass_a_limit(services)
    spend_for_projects(services)
    shared = next(
        one
        for one in services.grant_requests.all()
        if one.state is RequestState.GRANTED and one.content.project_id is not None
    )
    hands.press("Ctrl+8")
    page = window.stack.current_page
    assert isinstance(page, PartnerPage)
    page.show_target(("grants", GrantsShown.ALL))
    hands.settle()
    assert page.views.shown.aid.isVisible()
    camera.take("subventions")
    page.views.shown.aid.aid_action.trigger()
    hands.settle()
    camera.take("aides-publiques", form=True)
    page.views.shown.aid.dialog.accept()
    page.show_target(("request", shared.id))
    hands.settle()
    camera.bring_up(page.views.shown.panel.reader, "L’argent")
    camera.take("subvention")
    paper = services.grant_papers.report_pdf(shared.id)
    camera.draw("compte-rendu-financier", paper, page=1)
    picture_a_project(hands, page, camera, shared.content.project_id or 0)


def picture_a_project(hands: Hands, page: PartnerPage, camera: Camera, project_id: int) -> None:
    """Draw who pays what of a project, its budget, and what the books say of it."""
    page.show_target(("project", project_id))
    hands.settle()
    view = page.views.shown
    camera.bring_up(view.panel.reader, "Qui paie quoi")
    camera.take("qui-paie-quoi")
    view.doing.budget_action.trigger()
    hands.settle()
    budget = view.doing.asker.dialog
    assert isinstance(budget, BudgetDialog)
    camera.take("budget-de-projet", form=True)
    budget.form.is_dirty = False
    budget.reject()
    view.doing.table_action.trigger()
    hands.settle()
    camera.take("prevision-et-realisation", form=True)
