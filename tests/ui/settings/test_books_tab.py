"""The chart, the journals and the fiscal years in the settings, by the keyboard."""

from __future__ import annotations

import pytest

from coopdesk.ui.icons import icon_exists
from coopdesk.ui.settings.finding import find_settings
from coopdesk.ui.settings.page import SettingsPage
from tests.ui.office import problems_of, show_page, texts


@pytest.fixture
def books(qtbot, office, window):
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    page.show_target("chart")
    office.idle(qtbot)
    return page.books


def select(chart, number):
    assert chart.list.table.select_id(chart._key_of(number))


def search(chart, office, qtbot, text):
    chart.search.setText(text)
    chart.reload()
    office.idle(qtbot)
    return [row[0] for row in texts(chart.list)]


def test_an_account_is_taken_divided_closed_and_removed(qtbot, office, books):
    chart, service = books.chart, office.services.chart
    assert len(chart.list.model.ids) == 154
    assert search(chart, office, qtbot, "6231") == []
    chart.whole_chip.click()
    assert search(chart, office, qtbot, "6231") == ["6231"]
    select(chart, "6231")
    assert "Pas dans votre plan" in chart.about.text()
    chart.list.record_activated.emit(chart.list.table.current_id)
    office.idle(qtbot)
    search(chart, office, qtbot, "623")
    select(chart, "623")
    assert "Rien ne s’écrit ici\u00a0: 6231, 6236" in chart.about.text()
    chart.add_action.trigger()
    office.idle(qtbot)
    dialog = chart.asker.dialog
    assert dialog.number.text() == "6235"
    dialog.label.setText("Ateliers")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert chart._current.account.label == "Ateliers"
    chart.close_action.trigger()
    office.idle(qtbot)
    assert not service.get("6235").is_open
    chart.remove_action.trigger()
    office.idle(qtbot)
    assert "6235" not in [one.number for one in service.accounts()]
    office.services.operations.undo()
    assert service.get("6235").label == "Ateliers"


def test_what_is_uncertain_says_why_on_hover_and_below(qtbot, office, books):
    from PySide6.QtCore import Qt

    chart = books.chart
    chart.whole_chip.click()
    assert search(chart, office, qtbot, "652")[0] == "652"
    select(chart, "652")
    index = chart.list.model.index(0, 2)
    qtbot.waitUntil(lambda: index.data() == "incertain")
    said = index.data(Qt.ItemDataRole.ToolTipRole)
    assert said.startswith("À vérifier")
    assert said in chart.about.text()
    assert search(chart, office, qtbot, "zzz") == []
    assert chart.list.nothing_text


def test_journals_and_years_are_added_and_refused_in_words(qtbot, office, books):
    books.show_part("journals")
    part = books.journals
    part.add_action.trigger()
    dialog = part.asker.dialog
    for code, name in (("bq", "Banque bis"), ("EVT", "Fêtes")):
        dialog.code.setText(code)
        dialog.name.setText(name)
        dialog.submit_button.click()
        office.idle(qtbot)
        assert bool(part.asker.dialog) == (code == "bq")
    part.reload()
    office.idle(qtbot)
    assert [row[0] for row in texts(part.list)][-1] == "EVT"
    books.show_part("years")
    years = books.years
    years.add_action.trigger()
    years.asker.dialog.submit_button.click()
    office.idle(qtbot)
    years.reload()
    office.idle(qtbot)
    assert [row[0] for row in texts(years.list)] == ["2027", "2026"]
    assert problems_of(books) == []


def test_parts_of_the_settings_are_found_by_their_names(office):
    (hit,) = find_settings(office.desk, "plan compt")
    assert (hit.page, hit.target) == ("settings", "chart")
    assert [hit.target for hit in find_settings(office.desk, "exercices")] == ["years"]
    assert find_settings(office.desk, "zzz") == []
    every = [
        hit
        for word in ("compt", "chiffres", "champs", "appar", "base")
        for hit in find_settings(office.desk, word)
    ]
    assert every
    assert all(icon_exists(hit.icon) for hit in every)
