"""The home page on a real database."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from coopdesk.domain.home_places import gifts_place
from coopdesk.ui.home.page import HomePage
from tests.ui.office import YEAR, open_office, problems_of, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def show(office: Office, window, qtbot):
    """Show the page once the test has filled the database."""

    def shown() -> HomePage:
        page = HomePage(office.desk, window)
        show_page(page, window)
        office.idle(qtbot)
        return page

    return shown


@pytest.fixture
def opened(office: Office):
    """Where the navigator was asked to go."""
    places: list[tuple[str, object]] = []
    office.desk.navigator.requested.connect(lambda page, target: places.append((page, target)))
    return places


@pytest.fixture
def filled(office: Office) -> Office:
    donor = office.person(0)
    office.gift(donor, 50_00, dt.date(YEAR, 3, 12))
    office.gift(donor, 25_50, dt.date(YEAR, 12, 1))
    office.gift(donor, 10_00, dt.date(YEAR - 1, 3, 1))
    return office


def said(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_new_database_shows_where_to_begin(show, opened):
    page = show()
    assert page.stack.currentWidget() is page.start
    assert not page.contacts_figure.isVisible()
    for button in page.first_steps.buttons[:2]:
        button.click()
    assert opened == [("imports", "choose"), ("contacts", None)]


def test_invented_association_never_comes_into_the_own_file(show, office, qtbot):
    page = show()
    with qtbot.waitSignal(office.desk.navigator.demo_wanted):
        page.doing.demo_action.trigger()
    office.idle(qtbot)
    assert office.services.contacts.count() == 0


def test_figures_are_those_of_the_year(filled, show):
    page = show()
    assert page.contacts_figure.value == "1"
    assert page.gifts_figure.value == "75,50\u00a0€"
    assert page.gifts_figure.accessibleDescription() == "2024\u00a0: 10,00\u00a0€"
    assert page.receipts_figure.value == "1"
    assert page.backup_figure.value == "jamais"


def test_figures_open_the_lines_that_make_them(filled, show, opened):
    page = show()
    for figure in (
        page.contacts_figure,
        page.gifts_figure,
        page.receipts_figure,
        page.check_figure,
        page.backup_figure,
    ):
        figure.click()
    assert opened == [
        ("contacts", "everybody"),
        ("donations", gifts_place(YEAR).target),
        ("receipts", ("year", YEAR - 1, "ready")),
        ("imports", "to_check"),
        ("settings", "database"),
    ]


def test_steps_lead_where_they_are_done(filled, show, opened):
    page = show()
    assert "reçu fiscal de 2024 peut être émis" in said(page.steps)
    for button in page.steps.buttons:
        button.click()
    assert opened == [("receipts", ("year", YEAR - 1, "ready")), ("settings", "backup")]


def test_page_follows_what_is_recorded(filled, show, office, qtbot):
    page = show()
    outcome = office.services.contacts.add(office.person(1).profile)
    office.desk.changes.changed.emit(outcome.changes)
    office.idle(qtbot)
    assert page.contacts_figure.value == "3"
    assert page.latest.isVisible()


def test_what_was_taken_back_is_told_once(office, show):
    office.person(0)
    office.services.operations.undo()
    page = show()
    told = said(page.latest)
    assert "Lefèvre (annulé)" in told
    assert "Annulation" not in told


def test_hostile_name_is_shown_as_it_is(office, show, qtbot):
    contact = office.person(0)
    office.services.contacts.change(
        contact.id, type(contact.profile)(last_name=HOSTILE, first_name="Jean")
    )
    page = show()
    assert HOSTILE in said(page.latest)


def test_table_stands_one_key_behind_the_chart(filled, show, qtbot):
    page = show()
    page.activateWindow()
    page.gifts.chart.setFocus()
    qtbot.keyClick(page.gifts.chart, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.gifts.shows_table
    table = page.gifts.table
    texts = [[table.item(row, column).text() for column in range(3)] for row in (2, 12)]
    assert texts == [
        ["mars", "50,00\u00a0€", "10,00\u00a0€"],
        ["Total", "75,50\u00a0€", "10,00\u00a0€"],
    ]
    page.table_action.trigger()
    assert not page.gifts.shows_table


def test_chart_tells_its_months_by_key_and_by_pointer(filled, show, qtbot):
    page = show()
    chart = page.gifts.chart
    assert chart.legend() == ("2025\u00a0: 75,50\u00a0€", "2024\u00a0: 10,00\u00a0€", "")
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.current_month == 11
    assert chart.legend()[2].startswith("décembre\u00a0: 25,50")
    assert "décembre" in chart.accessibleDescription().splitlines()[0]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current_month == 0
    page.overview.ensureWidgetVisible(chart)
    qtbot.mouseMove(chart, QPoint(chart.width() - 10, chart.height() // 2))
    assert chart.current_month == 11


def test_chart_describes_every_month(filled, show):
    description = show().gifts.chart.accessibleDescription()
    assert "mars\u00a0: 50,00\u00a0€, 10,00\u00a0€ l’année d’avant" in description
    assert len(description.splitlines()) == 13


def test_chart_draws_a_bar_where_there_is_a_gift(filled, show):
    chart = show().gifts.chart
    picture = chart.grab().toImage()
    accent = chart.palette().accent().color()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(40, picture.height(), 3)
    }
    assert accent.name() in colours


def test_narrow_window_puts_what_to_do_first_and_the_rest_below(filled, show, window, qtbot):
    page = show()
    assert page.steps.y() < page.gifts.y()
    assert page.board.recent.x() > page.steps.x()
    window.resize(800, 700)
    qtbot.waitUntil(lambda: page.board.recent.x() == page.steps.x())
    assert page.steps.y() < page.board.recent.y() < page.gifts.y()
    window.resize(1150, 700)
    qtbot.waitUntil(lambda: page.board.recent.x() > page.steps.x())


def test_everything_fits_the_reference_screen(filled, show):
    assert problems_of(show()) == []


def test_first_steps_fit_the_reference_screen(show):
    assert problems_of(show()) == []


def test_database_without_profile_asks_for_it(desk, tmp_path, window, qtbot):
    office = open_office(tmp_path, desk, profile=False)
    try:
        office.gift(office.person(0))
        page = HomePage(office.desk, window)
        show_page(page, window)
        office.idle(qtbot)
        assert "il manque au profil" in said(page.steps)
    finally:
        desk.tasks.shut_down()
        office.services.database.close()
