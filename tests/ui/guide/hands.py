"""Two hands on the keyboard of the program, and what the guide says of their work."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NewContact

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide"
DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLE = DATA / "helloasso_payments_17.csv"
LAST_YEAR = dt.datetime.now().astimezone().year - 1
PICTURES = os.environ.get("COOPDESK_TEST_PICTURES", "")
DONOR = NewContact(
    last_name="Guézennec",
    first_name="Maïwenn",
    address=PostalAddress("4 venelle du Four", "", "44100", "Nantes"),
)


def add_double(services: Services) -> None:
    """Record the donor once more, as somebody in a hurry would."""
    services.contacts.add(
        NewContact(last_name="Guezennec", first_name="Maiwenn", address=DONOR.address)
    )


class Hands:
    """Two hands on the keyboard of a window; each key, or keys held together, counts as one."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot
        self.count = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            chord = QKeySequence(key)[0]
            self.count += 1
            QTest.keyClick(self._focus(), chord.key(), chord.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        for character in text:
            self.count += 1
            QTest.keyClicks(self._focus(), character)
        self.settle()

    def _focus(self) -> QWidget:
        QApplication.processEvents()
        shown = QApplication.activeModalWidget() or self._window
        if not shown.isActiveWindow():
            # The window manager does it on a desktop; without a screen there is none.
            shown.activateWindow()
            self._qtbot.waitUntil(shown.isActiveWindow)
        return QApplication.activePopupWidget() or shown.focusWidget() or shown

    def settle(self) -> None:
        self._qtbot.waitUntil(self._is_quiet, timeout=20_000)

    def _is_quiet(self) -> bool:
        """Tell whether the worker is done and no search waits for a pause in the typing."""
        timers = self._window.findChildren(QTimer)
        waits = any(x.isActive() and x.isSingleShot() and x.interval() <= 300 for x in timers)
        return self._window.tasks.is_idle and not waits


class Desktop(QObject):
    """Stands where the desktop's programs would open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.fileName())


def said_in_guide(task: str) -> int:
    """Return the number of keys that the guide's table says a task takes."""
    text = (GUIDE / "raccourcis-clavier.md").read_text(encoding="utf-8")
    (number,) = re.findall(rf"^\| {re.escape(task)} \|.*\| (\d+) \|$", text, re.MULTILINE)
    return int(number)


def make_small(path: Path) -> None:
    """Keep the few colours that a picture of the window has: a third of the bytes."""
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def pictures_of_guide() -> list[str]:
    """Return the names of the pictures that the pages show."""
    pages = [*GUIDE.glob("*.md"), GUIDE.parents[1] / "README.md"]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    return re.findall(r"images/([\w-]+)\.png", text)
