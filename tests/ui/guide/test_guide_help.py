"""F1 opens the guide at the page about what the window shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

import coopdesk.ui
from coopdesk.ui.bank.parts import Part
from coopdesk.ui.guide import PageBrowser, guide_pages, heading_link
from coopdesk.ui.guide_places import DIALOGS, PLACES, guide_page
from coopdesk.ui.partners.page import PartnerPage
from coopdesk.ui.partners.views import View
from coopdesk.ui.registry import page_specs
from tests.ui.guide.hands import GUIDE, SAMPLE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.hands import Hands

UI = Path(coopdesk.ui.__path__[0])


def test_guide_opens_at_the_page_about_what_is_shown(hands: Hands, window: MainWindow) -> None:
    stack = window.stack
    for page, target, wanted in (
        ("imports", (Part.RULES.value,), "rapprocher.md"),
        ("imports", (Part.LINES.value,), "banque.md"),
        ("imports", ("polls",), "sondages-et-agendas.md"),
        ("imports", SAMPLE, "importer-un-fichier.md"),
        ("accounts", ("budget",), "budget-et-activites.md"),
        ("events", ("calendar",), "calendrier.md"),
        ("door", "cash", "accueil-des-inscrits.md"),
        ("donations", None, "dons.md"),
    ):
        window.navigator.open(page, target)
        hands.settle()
        assert guide_page(stack.current_key, stack.current_page) == wanted
    window.window_actions.help_action.trigger()
    panel = window.help.panel
    assert panel.contents.currentItem().text() == "Dons"
    assert panel.shown_page == "dons.md"
    assert panel.browser.isVisible()
    window.navigator.open("partners")
    hands.settle()
    assert panel.shown_page == "partenaires.md"
    page = stack.current_page
    assert isinstance(page, PartnerPage)
    page.views.show(View.GRANTS)
    hands.settle()
    assert panel.shown_page == "subventions.md"
    assert page.isAncestorOf(window.focusWidget())  # the keys stay with the work


def test_every_place_of_the_window_has_its_page_in_the_guide() -> None:
    names = {page.name for page in guide_pages()}
    assert set(PLACES.values()) <= names
    assert {spec.key for spec in page_specs()} <= PLACES.keys()


def test_every_dialog_has_its_place_in_the_guide() -> None:
    links: dict[str, set[str]] = {}
    for page in guide_pages():
        lines = page.read_text(encoding="utf-8").splitlines()
        heads = [line.lstrip("# ") for line in lines if line.startswith("#")]
        links[page.name] = {"", *map(heading_link, heads)}
    for place in DIALOGS.values():
        name, _sign, heading = place.partition("#")
        assert heading in links[name]
    sources = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    for name in DIALOGS:
        package, _dot, kind = name.rpartition(".")
        found = sources.count(f"class {kind}(")
        assert found > 1 if package else found == 1, name


@pytest.fixture
def browser(qtbot: QtBot) -> PageBrowser:
    """The guide at a page that is nearly a table, before it is shown."""
    browser = PageBrowser()
    qtbot.addWidget(browser)
    browser.resize(260, 600)
    browser.setSource(QUrl.fromLocalFile(str(GUIDE / "raccourcis-clavier.md")))
    return browser


def test_page_is_told_once_when_a_scroll_bar_takes_of_its_width(
    browser: PageBrowser, qtbot: QtBot
) -> None:
    told = browser.toPlainText()
    browser.show()
    browser.resize(320, 600)
    qtbot.wait(1)
    assert browser.toPlainText() == told
    assert told.count("Touches et clics par tâche") == 1


def test_columns_of_a_table_have_the_room_that_their_words_need(browser: PageBrowser) -> None:
    table = browser.document().find("Entrée, double clic").currentTable()
    keys, effects = (one.rawValue() for one in table.format().columnWidthConstraints())
    assert keys < effects
    assert round(keys + effects) == 100
