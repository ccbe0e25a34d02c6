"""Help at F1, beside the work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QDialog, QLabel

from coopdesk.ui import guide, help_panel
from coopdesk.ui.guide_search import search_guide
from coopdesk.ui.help_dock import WIDTH


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """A small guide."""
    long = "Élodie\n\n" * 100 + "## L’année, le *reçu*\n\n" + "Zoé\n\n" * 100
    texts = {
        "index.md": "# Le guide\n\n[Dons](dons.md), [Accueil](accueil.md)\n",
        "dons.md": f"# Les dons\n\n{long}",
        "accueil.md": "# Accueil\n\nOn part de rien.\n\n## Le reçu\n\nVoir.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(guide, "user_guide", lambda: tmp_path)
    return help_panel.guide_pages()


@pytest.fixture
def panel(frame, pages, qtbot):
    """The help over the home page."""
    frame.resize(1366, 768)
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    return frame.help.panel


def listed(panel):
    return [panel.contents.item(row).text() for row in range(panel.contents.count())]


def test_f1_shows_the_page_about_what_is_in_view_and_the_work_stays_usable(frame, panel):
    assert panel.browser.isVisible()
    assert panel.shown_page == "accueil.md"
    frame.navigator.open("contacts")
    assert frame.stack.current_key == "contacts"
    assert panel.isVisible()


def test_rail_folds_so_that_the_page_keeps_its_room(frame, panel):
    assert frame.help.taken == WIDTH
    assert frame.rail.is_folded
    panel.left.emit()
    assert not panel.isVisible()
    assert not frame.rail.is_folded


def test_help_stands_over_a_narrow_window_instead_of_cutting_the_page(frame, pages, qtbot):
    frame.resize(1000, 600)
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    assert frame.help.panel.isVisible()
    assert frame.help.taken == 0
    assert frame.width() == 1000


def test_escape_gives_the_keys_back_to_the_page(frame, panel, qtbot):
    qtbot.keyClick(panel.browser, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert frame.focusWidget() is frame.stack.current_page.search_field


def test_f1_again_leads_to_the_search(frame, panel, qtbot):
    assert frame.focusWidget() is panel.browser
    qtbot.keyClick(panel.browser, Qt.Key.Key_F1)
    assert frame.focusWidget() is panel.search


def test_search_finds_chapters_whose_headings_say_it_first(frame, panel, qtbot, idle):
    qtbot.keyClicks(panel.search, "recu")
    with qtbot.waitSignal(panel.search.searched):
        pass
    idle(frame.tasks)
    assert listed(panel) == [
        "Les dons · L’année, le reçu\nZoé",
        "Accueil · Le reçu\nVoir.",
    ]
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    qtbot.keyClick(panel.contents, Qt.Key.Key_Return)
    assert panel.shown_page == "dons.md"
    first_line = panel.browser.cursorForPosition(QPoint(20, 20)).block().text()
    assert first_line == "L’année, le reçu"
    panel.search.clear()
    assert listed(panel) == ["Le guide", "Les dons", "Accueil"]


def test_search_says_what_it_did_not_find(frame, panel, qtbot, idle):
    with qtbot.waitSignal(panel.search.searched):
        panel.search.setText("zz<b>")
    idle(frame.tasks)
    assert panel.nothing.isVisible()
    assert "zz<b>" in panel.nothing.text()


def test_words_of_the_text_are_shown_where_they_stand(pages):
    (hit,) = search_guide(pages, "part rien")
    assert (hit.heading, hit.snippet) == ("Accueil", "On part de rien.")
    assert search_guide(pages, "") == []


def test_links_of_the_guide_are_followed_in_place(panel, pages):
    panel.browser.setSource(QUrl.fromLocalFile(str(pages[1])))
    assert panel.contents.currentItem().text() == "Les dons"
    assert "Élodie" in panel.browser.toPlainText()
    assert panel.back_button.isEnabled()
    panel.back_button.click()
    assert panel.shown_page == "accueil.md"


def test_help_goes_with_the_window_unless_something_else_is_read(frame, panel, pages):
    frame.navigator.open("contacts")
    assert panel.tabs.currentIndex() == 1  # this small guide has no page about contacts
    panel.show_page("accueil.md")
    panel.browser.setSource(QUrl.fromLocalFile(str(pages[1])))
    frame.navigator.open("home")
    assert panel.shown_page == "dons.md"


def test_help_lists_the_keys_in_force(panel):
    panel.tabs.setCurrentIndex(2)
    texts = {label.text() for label in panel.keys.findChildren(QLabel)}
    assert panel.keys.isVisible()
    assert {"Ctrl+K", "Rechercher partout", "Ctrl+Z", "F1"} <= texts


def test_f1_in_a_dialog_opens_the_help_over_it(frame, pages, qtbot):
    dialog = QDialog(frame)
    dialog.open()
    frame.help.over._on_window()
    # Without a window manager no dialog is the active one, to which keys go.
    [key_action] = dialog.actions()
    key_action.trigger()
    panel = frame.help.over.panel
    assert panel.shown_page == "accueil.md"
    assert panel.window().parentWidget() is dialog
    assert frame.help.panel is None
    qtbot.keyClick(panel.browser, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_page_is_shown_from_its_heading(panel):
    panel.show_page("dons.md#lannée-le-reçu")
    assert panel.shown_page == "dons.md"
    assert panel.browser.verticalScrollBar().value() > 0
