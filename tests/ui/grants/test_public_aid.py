"""Public aid over the list of grants: said when a limit is passed, explained at any time."""

from __future__ import annotations

import pytest

from coopdesk.domain.grant_requests import Granting, NewGrantRequest
from coopdesk.domain.money import Money
from tests.ui.grants.conftest import TODAY, settle
from tests.ui.partners.conftest import plain


@pytest.fixture
def much(office, made) -> int:
    """More than 23 000 euros of one town in a year, without a written agreement."""
    service = office.services.grant_requests
    request = service.add(NewGrantRequest("Toiture", made.town, budget_line="74.town")).value
    service.grant(request.id, Granting(Money(2_400_000), TODAY))
    return request.id


def test_nothing_is_said_below_the_limits(page, view):
    assert not view.aid.isVisible()


def test_passed_limit_is_said_and_explained(qtbot, office, much, page, view):
    assert "seuil légal est dépassé" in view.aid.text
    assert view.aid.isVisible()
    view.aid.why_action.trigger()
    office.idle(qtbot)
    dialog = view.aid.dialog
    said = plain(dialog.reader.toPlainText())
    for words in ("Mairie de Brume", "23 000", "convention", "153 000", "500 000", "2000-321"):
        assert words in said
    row = dialog.sheet.figures.rows[0]
    assert (row.cells[0], row.cells[-1]) == ("Mairie de Brume", Money(2_900_000))
    dialog.sheet.opened.emit(row.opens)
    lines = [x for x in dialog.sheet.figures.rows if x.key.startswith(f"{row.key}:")]
    assert sum(x.cells[-2].cents for x in lines) == 2_900_000
    places = []
    office.desk.navigator.requested.connect(lambda *where: places.append(where))
    dialog.sheet.opened.emit(lines[-1].opens)
    award = office.services.grant_requests.get(much).award
    assert places == [("accounts", ("grant_award", award.id))]


def test_record_in_place_of_the_list_covers_the_notice(qtbot, office, much, page, view):
    page.window().resize(842, 700)
    settle(qtbot, office, page)
    view.show_record(much)
    settle(qtbot, office, page)
    assert not view.aid.isVisible()
    view.detail.close_record()
    settle(qtbot, office, page)
    assert view.aid.isVisible()
