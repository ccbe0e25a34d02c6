"""The page of contacts in a window, over a real database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.ui.contacts.page import ContactPage
from tests.ui.office import open_office, show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office


@pytest.fixture
def office(desk, tmp_path) -> Iterator[Office]:
    office = open_office(tmp_path, desk)
    yield office
    office.desk.tasks.shut_down()
    office.services.database.close()


@pytest.fixture
def people(office) -> dict[str, int]:
    """Three persons and an organisation; names lead to ids."""
    add = office.services.contacts.add
    new = [
        NewContact(
            last_name="Lefèvre",
            first_name="Élodie",
            email="elodie@example.org",
            address=PostalAddress("1 rue Haute", "Bât. B", "44000", "Nantes"),
        ),
        NewContact(last_name="Abadie", first_name="Zoé"),
        NewContact(last_name="Martin", first_name="Léo"),
        NewContact(kind=ContactKind.ORGANISATION, organisation_name="Biocoop du Port"),
    ]
    return {contact.display_name: add(contact).value.id for contact in new}


@pytest.fixture
def page(qtbot, office, window, people) -> ContactPage:
    return shown(qtbot, office, window)


def shown(qtbot, office, window) -> ContactPage:
    page = ContactPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    settle(qtbot, office, page)
    return page


def settle(qtbot, office, page) -> None:
    """Wait until the worker is done and the rows that are seen were fetched."""
    office.idle(qtbot)
    page.grab()
    office.idle(qtbot)


def names(page) -> list[str]:
    """Return the names in the list, top to bottom."""
    model = page.list.model
    found = model.fetch_texts(list(model.ids))
    return [texts[0] for texts in found]


def press(*keys: Qt.Key | str) -> int:
    """Type into whatever has the focus, as the keyboard does; return the number of keys."""
    count = 0
    for key in keys:
        for one in key if isinstance(key, str) else [key]:
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None, "nothing has the focus"
            if isinstance(one, str):
                QTest.keyClicks(target, one)
            else:
                QTest.keyClick(target, one)
            count += 1
    return count


def unnamed(widget) -> list[QWidget]:
    """Return the controls that a screen reader could not name; icons inside fields are mute."""
    controls = [
        control
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView)
        for control in widget.findChildren(kind)
        if control.isVisible() and not isinstance(control.parent(), QLineEdit | QComboBox)
    ]
    return [
        control
        for control in controls
        if not control.accessibleName() and not getattr(control, "text", str)()
    ]


def cut_off(widget) -> list[str]:
    """Return the texts of buttons and labels that have less room than they need."""
    return [
        shown.text()
        for kind in (QAbstractButton, QLabel)
        for shown in widget.findChildren(kind)
        if shown.isVisible()
        and shown.text()
        and shown.width() < shown.minimumSizeHint().width()
    ]
