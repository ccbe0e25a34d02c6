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
    said = plain(view.aid.dialog.reader.toPlainText())
    for words in ("Mairie de Brume", "23 000", "convention", "Total des aides publiques"):
        assert words in said
    view.aid.dialog.accept()


def test_record_in_place_of_the_list_covers_the_notice(qtbot, office, much, page, view):
    page.window().resize(842, 700)
    settle(qtbot, office, page)
    view.show_record(much)
    settle(qtbot, office, page)
    assert not view.aid.isVisible()
    view.detail.close_record()
    settle(qtbot, office, page)
    assert view.aid.isVisible()
