"""The whole program on a small invented association, driven by the keyboard."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QDesktopServices

from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.opening import open_database, signature
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.registry import page_specs
from coopdesk.ui.screenshots import settle
from tests.made_once import new_demonstration
from tests.ui.guide.camera import Camera
from tests.ui.guide.hands import DONOR, PICTURES, Desktop, Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coopdesk.services.registry import Services
    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.theme import Theme


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A small invented association, with one donor whose name nobody else has."""
    path = new_demonstration(tmp_path / "demo.coopdesk", 90, 2)
    services = open_database(path, signature("Solène", Origin.WINDOW))
    donor = services.contacts.add(DONOR).value
    today = dt.datetime.now().astimezone().date()
    given = NewDonation(
        received_on=today.replace(year=today.year - 1, month=3, day=12),
        amount=Money(5_000),
        mode=PaymentMode.CHEQUE,
        donor_id=donor.id,
    )
    services.donations.record(given)
    yield services
    services.database.close()


@pytest.fixture
def window(
    services: Services, settings: SettingsFile, theme: Theme, qtbot: QtBot
) -> MainWindow:
    """The program as it is after opening, on its home page."""
    made = MainWindow(settings, theme, page_specs())
    qtbot.addWidget(made, before_close_func=lambda w: w.tasks.shut_down())
    made.resize(QSize(1366, 768))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    desk = made.desk_of(services, lambda: dt.datetime.now().astimezone().date())
    made.attach(desk)
    settle(made, made.tasks)
    return made


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Somebody who never touches the mouse."""
    return Hands(window, qtbot)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def camera(window: MainWindow) -> Camera:
    """Keeps what it draws only when the guide shall have new pictures."""
    return Camera(window, Path(PICTURES) if PICTURES else None)
