"""The form that completes the address of a donor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coopdesk.ui.receipts.address_dialog import AddressDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.office import Office


def test_empty_address_is_refused_under_each_field(office: Office, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AddressDialog(office.person(3, address=False), office.desk, window)
    dialog.submit_button.click()
    wrong = [name for name in ("street", "postal_code", "city") if dialog.form.error_of(name)]
    assert wrong == ["street", "postal_code", "city"]


def test_address_abroad_needs_no_postcode(office: Office, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AddressDialog(office.person(3, address=False), office.desk, window)
    dialog.street.setText("1 Main Street")
    dialog.city.setText("Cork")
    dialog.country.choose("IE")
    assert dialog.read().profile.address.is_complete


def test_postcode_alone_gives_the_town_of_a_donor(office: Office, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AddressDialog(office.person(3, address=False), office.desk, window)
    dialog.postal_code.fill("13001")
    office.idle(qtbot)
    assert dialog.city.text() == "Marseille"
