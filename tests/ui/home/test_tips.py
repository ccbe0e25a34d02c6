"""Tips of a young file: derived from what is there, and sent away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.home import GiftYear, HomeOverview
from coopdesk.domain.money import ZERO
from coopdesk.ui.home.page import HomePage
from coopdesk.ui.home.tips import Known, tips
from tests.ui.office import show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

NO_GIFTS = GiftYear(2026, (ZERO,) * 12, 0, 0)
YOUNG = HomeOverview(
    year=2026,
    contacts=0,
    gifts=NO_GIFTS,
    gifts_before=NO_GIFTS,
    to_check=0,
    is_empty=True,
    has_profile=True,
    association_name="",
    missing_profile=("purpose",),
    last_backup_at=None,
    changed_since_backup=True,
    latest=(),
)


def codes(known=Known(), dismissed=(), *, tour_done=False):
    return [tip.code for tip in tips(YOUNG, known, dismissed, tour_done=tour_done)]


@pytest.fixture
def page(office: Office, window, qtbot) -> HomePage:
    office.person(0)
    page = HomePage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


def test_young_file_has_every_tip_the_tour_first():
    assert codes() == [
        "tour",
        "contact",
        "member",
        "gift",
        "event",
        "partner",
        "logo",
        "bank",
    ]


def test_what_is_done_or_sent_away_is_not_proposed():
    done = Known(has_member=True, has_event=True, has_partner=True, has_bank=True)
    found = codes(done, ("contact", "logo"), tour_done=True)
    assert found == ["gift"]


def test_tip_goes_once_it_is_followed(page, office, qtbot):
    assert "gift" in [tip.code for tip in page.board.tips.tips]
    office.gift(office.person(1))
    page.reload()
    office.idle(qtbot)
    assert "gift" not in [tip.code for tip in page.board.tips.tips]


def test_tab_comes_to_tips_before_the_cards_beneath(page):
    widget, stops = page.board.finance.view, []
    while page.board.recent.view not in stops:
        widget = widget.nextInFocusChain()
        stops.append(widget)
    assert set(page.board.tips.buttons) < set(stops)


def test_tip_that_was_sent_away_stays_away(page, office, qtbot):
    first = page.board.tips.tips[0].code
    page.board.tips.dismiss_buttons[0].click()
    assert first not in [tip.code for tip in page.board.tips.tips]
    page.reload()
    office.idle(qtbot)
    assert first not in [tip.code for tip in page.board.tips.tips]
    assert office.desk.settings.dismissed_in(office.desk.database) == (first,)


def test_tip_leads_where_it_is_followed(page, office):
    wanted = []
    office.desk.navigator.command_wanted.connect(lambda *place: wanted.append(place))
    toured = []
    office.desk.navigator.tour_wanted.connect(lambda: toured.append(1))
    for button in page.board.tips.buttons[:2]:
        button.click()
    assert toured == [1]
    assert wanted == [("members", "add_action")]


def test_chart_without_gifts_says_what_will_stand_there_and_begins_one(page, office, qtbot):
    card = page.board.gifts
    wanted = []
    office.desk.navigator.command_wanted.connect(lambda *place: wanted.append(place))
    assert card.first_step.isVisible()
    card.toggle()
    assert card.first_step.isVisible()
    card.first_action.trigger()
    assert wanted == [("donations", "record_action")]
    office.gift(office.person(1))
    page.reload()
    office.idle(qtbot)
    assert card.chart.isVisible()
    assert not card.first_step.isVisible()


def test_treasury_without_books_says_what_will_stand_there_and_leads_to_them(page, office):
    card = page.board.treasury
    wanted = []
    office.desk.navigator.requested.connect(lambda *place: wanted.append(place))
    assert card.first_step.isVisible()
    assert not card.table_button.isVisible()
    card.first_action.trigger()
    assert wanted == [("accounts", None)]
