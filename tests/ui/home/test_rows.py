"""Lines of cards: what they say, and what they open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from coopdesk.domain.campaigns import Contributor
from coopdesk.domain.home import (
    CampaignBar,
    Place,
    TopContributor,
    TopContributors,
    TreasuryCurve,
    TreasuryPoint,
)
from coopdesk.domain.money import Money
from coopdesk.ui.home.page import HomePage
from coopdesk.ui.home.rows import campaign_rows, contributor_rows
from coopdesk.ui.home.rows_view import Row, RowsView
from tests.ui.office import YEAR, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

NOWHERE = Place("contacts")


@pytest.fixture
def view(qtbot) -> RowsView:
    view = RowsView("Essai", 3, "Rien du tout")
    qtbot.addWidget(view)
    view.resize(300, 120)
    return view


@pytest.fixture
def page(office: Office, window, qtbot) -> HomePage:
    donor = office.person(0)
    office.gift(donor, 50_00, dt.date(YEAR, 3, 12))
    office.gift(office.person(1), 20_00, dt.date(YEAR, 4, 1))
    page = HomePage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


def test_room_is_kept_before_and_after_filling(view):
    before = view.sizeHint()
    view.show_rows([Row("Une")])
    assert view.sizeHint() == before
    view.show_rows([Row(str(number)) for number in range(5)])
    assert view.sizeHint().height() > before.height()
    view.show_rows([])
    assert 0 < view.sizeHint().height() < before.height()


def test_screen_reader_hears_every_line(view):
    assert not view.is_filled
    view.show_rows([])
    assert view.accessibleDescription() == "Rien du tout"
    view.show_rows([Row("Solde", "12 €"), Row("Dons")])
    assert view.accessibleDescription() == "Solde, 12 €\nDons"


def test_line_is_opened_by_key_and_by_pointer(view, qtbot):
    places = []
    view.chosen.connect(places.append)
    view.show_rows([Row("Une", place=NOWHERE), Row("Deux", place=Place("events"))])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.accessibleDescription().startswith("Deux\n")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert places == [Place("events"), NOWHERE]


def test_line_without_lines_behind_opens_nothing(view, qtbot):
    places = []
    view.chosen.connect(places.append)
    view.show_rows([Row("Une")])
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert places == []


def test_campaign_without_a_goal_has_no_bar():
    bars = (
        CampaignBar(1, "Serre", Money(50_00), Money(200_00), 2, NOWHERE),
        CampaignBar(2, "Appel", Money(30_00), None, 1, NOWHERE),
    )
    serre, appel = campaign_rows(bars)
    assert (serre.share, appel.share) == (250, None)
    assert serre.value == "50\u00a0€ sur 200\u00a0€ · 25\u00a0%"


def test_persons_and_organisations_are_ranked_together():
    def one(name, cents):
        contributor = Contributor(1, name, Money(cents), dt.date(2025, 1, 1))
        return TopContributor(contributor, NOWHERE)

    found = TopContributors((one("Élodie", 5_00), one("Yann", 1_00)), (one("Biocoop", 3_00),))
    assert [row.name for row in contributor_rows(found, 2)] == ["Élodie", "Biocoop"]


def test_cards_are_filled_and_open_their_lines(page, office, qtbot):
    opened = []
    office.desk.navigator.requested.connect(lambda name, target: opened.append((name, target)))
    givers = page.board.contributors.view
    assert [row.name for row in givers.rows] == ["Élodie Lefèvre", "François Gonçalves"]
    givers.open_row(0)
    page.gifts.chart.month_opened.emit(2)
    page.board.finance.view.open_row(1)
    assert [name for name, _target in opened] == ["donations", "donations", "accounts"]
    assert opened[1][1].since == dt.date(YEAR, 3, 1)


def test_treasury_shows_its_table_one_key_away(page, qtbot):
    treasury = page.board.treasury
    held = TreasuryPoint(dt.date(YEAR, 1, 1), Money(5_00), is_forecast=False, place=NOWHERE)
    treasury.show_curve(TreasuryCurve(1, str(YEAR), Money(0), (held,)))
    page.activateWindow()
    treasury.chart.setFocus()
    page.table_action.trigger()
    assert treasury.shows_table
    assert not page.gifts.shows_table
