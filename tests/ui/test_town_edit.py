"""Postcode and town, typed as a person does: proposals help and never insist."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout

from coopdesk.domain.identifiers import check_postcode
from coopdesk.services.places import PlaceService
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.town_edit import TownFields

# The screenless plugin cannot grab; a real one does it silently for every popup.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TAB, ENTER, ESCAPE, DOWN = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
)


class Address(QDialog):
    """A dialog with the two fields and a button that Enter presses."""

    def __init__(self, tasks, window) -> None:
        super().__init__(window)
        self.country = "FR"
        self.form = Form()
        self.towns = TownFields(tasks, PlaceService(), self.typed_country, self)
        self.postal_code = self.form.add("postal_code", "Code postal", self.towns.postal_code)
        self.city = self.form.add("city", "Ville", self.towns.city)
        self.save = QPushButton("Enregistrer")
        self.save.setDefault(True)
        self.saved = 0
        self.save.clicked.connect(self._on_save)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addWidget(self.save)

    def typed_country(self) -> str:
        return self.country

    def _on_save(self) -> None:
        self.saved += 1

    @property
    def texts(self) -> tuple[str, str]:
        return self.postal_code.text(), self.city.text()


@pytest.fixture
def address(qtbot, tasks, window):
    window.show()
    dialog = Address(tasks, window)
    dialog.show()
    dialog.activateWindow()
    dialog.postal_code.setFocus()
    qtbot.waitUntil(dialog.postal_code.hasFocus)
    return dialog


@pytest.fixture
def press(qtbot, tasks):
    """Type as the keyboard does, and wait for what the worker answers after each key."""

    def press(*keys) -> None:
        for key in keys:
            for one in key if isinstance(key, str) else [key]:
                target = QApplication.activePopupWidget() or QApplication.focusWidget()
                if isinstance(one, str):
                    QTest.keyClicks(target, one)
                else:
                    QTest.keyClick(target, one)
                qtbot.waitUntil(lambda: tasks.is_idle)
                QApplication.processEvents()

    return press


def test_postcode_of_one_town_fills_the_town(address, press):
    press("44000")
    assert address.texts == ("44000", "Nantes")
    assert QApplication.activePopupWidget() is None
    assert address.form.is_dirty


def test_postcode_of_several_towns_proposes_them(address, press):
    press("51300")
    assert address.city.text() == ""
    assert address.postal_code.proposals[0] == "51300 Vitry-le-François"
    assert len(address.postal_code.proposals) > 40
    press(DOWN, DOWN, ENTER)
    assert address.texts[0] == "51300"
    assert address.city.text() not in {"", "Vitry-le-François"}
    assert address.saved == 0


def test_towns_of_the_postcode_wait_in_the_field_of_the_town(address, press):
    press("51300", TAB)
    assert address.city.hasFocus()
    assert "51300 Vitry-le-François" in address.city.proposals
    press("vitry le")
    assert address.city.proposals == ("51300 Vitry-le-François",)
    press(DOWN, ENTER)
    assert address.texts == ("51300", "Vitry-le-François")


def test_choosing_a_town_fills_the_postcode_too(address, press):
    press(TAB, "st den")
    assert address.city.proposals[:2] == ("97400 Saint-Denis", "93200 Saint-Denis")
    press(DOWN, DOWN, ENTER)
    assert address.texts == ("93200", "Saint-Denis")
    assert QApplication.activePopupWidget() is None


def test_name_typed_into_the_postcode_is_understood(address, press):
    press("la roch", DOWN, ENTER)
    assert address.texts == ("17000", "La Rochelle")


def test_town_with_one_postcode_fills_it_when_left(address, press):
    press(TAB, "Reze", TAB)
    assert address.texts == ("44400", "Reze")


def test_town_with_several_postcodes_fills_none(address, press):
    press(TAB, "nantes", TAB)
    assert address.texts == ("", "nantes")


def test_enter_without_a_choice_saves_what_was_typed(address, press):
    press(TAB, "Saint-Den")
    assert address.city.proposals
    press(ENTER)
    QApplication.processEvents()
    assert address.saved == 1
    assert address.texts == ("", "Saint-Den")


def test_escape_closes_the_proposals_and_not_the_dialog(address, press):
    press(TAB, "saint-den", ESCAPE)
    assert address.city.proposals == ()
    assert address.isVisible()
    assert address.city.text() == "saint-den"
    press(ESCAPE)
    assert not address.isVisible()


def test_tab_leaves_proposals_alone(address, press):
    press(TAB, "saint-den", TAB)
    assert QApplication.activePopupWidget() is None
    assert address.texts == ("", "saint-den")
    assert not address.city.hasFocus()


def test_filled_town_is_replaced_by_typing_over_it(address, press):
    press("44000", TAB, "Chantenay")
    assert address.texts == ("44000", "Chantenay")


def test_filled_town_follows_a_corrected_postcode(address, press):
    press("44000")
    address.postal_code.selectAll()
    press("67000")
    assert address.texts == ("67000", "Strasbourg")


def test_typed_town_is_never_replaced(address, press):
    press(TAB, "Nantes Cedex 2")
    address.postal_code.setFocus()
    press("67000")
    assert address.texts == ("67000", "Nantes Cedex 2")


def test_nothing_is_proposed_abroad(address, press):
    address.country = "BE"
    press("10000", TAB, "paris")
    assert address.texts == ("10000", "paris")
    assert QApplication.activePopupWidget() is None


def test_towns_overseas_are_completed_under_their_own_country(address, press):
    address.country = "RE"
    press("97430")
    assert address.texts == ("97430", "Le Tampon")


def test_down_asks_for_proposals_again(address, press):
    press(TAB, "saint-den", ESCAPE, DOWN)
    assert address.city.proposals[0] == "97400 Saint-Denis"


def test_what_the_program_shows_is_not_completed(address, press, tasks):
    address.postal_code.setText("44000")
    assert tasks.is_idle
    assert address.texts == ("44000", "")


def test_choice_cures_the_error_of_the_postcode(address, press):
    def refuse() -> None:
        check_postcode(address.postal_code.text(), "FR")

    address.form.check_on_leave("postal_code", refuse)
    press("440", TAB)
    assert address.form.error_of("postal_code")
    press("nantes", DOWN, ENTER)
    assert address.texts == ("44000", "Nantes")
    assert address.form.error_of("postal_code") == ""
