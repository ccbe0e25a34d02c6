"""What the user guide shows and counts: its stories with the keys alone, and its pictures.

``COOPDESK_TEST_PICTURES=docs/images`` writes the pictures of the guide there (docs/README.md).
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QObject, QSize, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import coopdesk.ui
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactFilter, NewContact
from coopdesk.domain.donations import DonationFilter, NewDonation
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.opening import create_database, signature
from coopdesk.system.paths import documents_folder
from coopdesk.ui.desk import Desk
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.registry import page_specs
from coopdesk.ui.screenshots import save_picture, settle
from coopdesk.ui.welcome.dialog import WelcomeDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from coopdesk.services.registry import Services
    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.theme import Theme

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
LAST_YEAR = dt.datetime.now().astimezone().year - 1
WINDOW = Path(coopdesk.ui.__file__).parent
KEYS = re.compile(r'"((?:(?:Ctrl|Alt|Shift)\+)+[A-Za-z,]+|F\d+|Del)"')
PICTURES = os.environ.get("COOPDESK_TEST_PICTURES", "")
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "helloasso_payments_17.csv"
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


# The list of names under the field of the donor.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


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


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A small invented association, with one donor whose name nobody else has."""
    path = tmp_path / "demo.coopdesk"
    services = create_database(path, signature("Solène", Origin.WINDOW))
    services.demo.build(90, 2, 1901)
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
    desk = Desk(
        services=services,
        tasks=made.tasks,
        changes=made.changes,
        feedback=made.feedback,
        settings=settings,
        navigator=made.navigator,
        theme=made.theme,
        today=lambda: dt.datetime.now().astimezone().date(),
        database=services.database.path,
    )
    made.attach(desk)
    settle(made, made.tasks)
    return made


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Somebody who never touches the mouse."""
    return Hands(window, qtbot)


def said_in_guide(task: str) -> int:
    """Return the number of keys that the guide's table says a task takes."""
    text = (GUIDE / "raccourcis-clavier.md").read_text(encoding="utf-8")
    (number,) = re.findall(rf"^\| {re.escape(task)} \|.*\| (\d+) \|$", text, re.MULTILINE)
    return int(number)


def gifts(services: Services) -> int:
    return len(services.donations.ids(DonationFilter()))


def test_cash_gift_of_a_known_donor(hands: Hands, services: Services) -> None:
    before = gifts(services)
    hands.press("Ctrl+4", "Ctrl+N")
    hands.type("guez")
    hands.press("Return")
    hands.type("20")
    hands.press("Return")
    assert gifts(services) == before + 1
    newest = max(services.donations.ids(DonationFilter()))
    gift = services.donations.get(newest).content
    assert (gift.amount.cents, gift.mode) == (2_000, PaymentMode.CASH)
    assert gift.donor_id is not None
    assert hands.count == said_in_guide("Enregistrer un don en espèces d’un donateur connu")
    assert hands.count <= 12


def test_taking_back_what_was_just_done(hands: Hands, services: Services) -> None:
    before = gifts(services)
    services.donations.record(NewDonation(dt.date(2026, 1, 5), Money(700), PaymentMode.CASH))
    hands.press("Ctrl+Z")
    assert gifts(services) == before
    assert hands.count == said_in_guide("Annuler ce qui vient d’être fait")


class Desktop(QObject):
    """Stands where the desktop's programs would open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.fileName())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


def test_record_of_a_contact_is_found(hands: Hands, window: MainWindow) -> None:
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Return")
    assert window.stack.current_key == "contacts"
    assert hands.count == said_in_guide("Trouver la fiche d’un contact")


def test_person_with_e_mail_and_town(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+2", "Ctrl+N")
    hands.type("Ana")
    hands.press("Tab")
    hands.type("Abel")
    hands.press("Tab")
    hands.type("ana@example.org")
    hands.press("Tab", "Tab", "Tab")
    hands.type("44400")
    hands.press("Return")
    (line,) = services.contacts.find(ContactFilter(text="ana abel"), 2)
    assert (line.email, line.town) == ("ana@example.org", "44400 Rezé")
    assert hands.count == said_in_guide("Inscrire une personne avec e-mail et commune")


def test_tag_of_a_contact(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Return", "Ctrl+T")
    hands.type("jury")
    hands.press("Return", "Return")
    (line,) = services.contacts.find(ContactFilter(text="guez"), 2)
    assert line.tags == ("jury",)
    assert hands.count == said_in_guide("Donner une étiquette à un contact")


def test_consent_of_a_contact(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Return", "Ctrl+Shift+A", "Return")
    (line,) = services.contacts.find(ContactFilter(text="guez"), 2)
    (consent,) = services.details.of(line.id).consents
    assert consent.content.given
    assert hands.count == said_in_guide("Noter un consentement")


def test_paid_membership_of_a_known_contact(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+3", "Ctrl+N")
    hands.type("guez")
    hands.press("Return", "Return")
    (line,) = services.contacts.find(ContactFilter(text="guez"), 2)
    (membership,) = services.members.of_contact(line.id)
    assert not membership.remainder
    assert hands.count == said_in_guide("Enregistrer l’adhésion réglée d’un contact connu")
    assert hands.count <= 12


def test_everybody_is_renewed(hands: Hands, services: Services) -> None:
    before = len(services.members.ids(MembershipFilter()))
    hands.press("Ctrl+3", "Ctrl+R", "Space")
    assert len(services.members.ids(MembershipFilter())) > before
    assert hands.count == said_in_guide("Renouveler toutes les adhésions")
    assert hands.count <= 6


def test_two_doubles_are_merged(hands: Hands, services: Services) -> None:
    add_double(services)
    before = services.contacts.count()
    hands.press("Ctrl+K")
    hands.type("doub")
    hands.press("Return", "Return", "Return", "Return")
    assert services.contacts.count() == before - 1
    assert hands.count == said_in_guide("Fusionner deux doublons")


def test_labels_of_all_members(hands: Hands, desktop: Desktop) -> None:
    hands.press("Ctrl+3", "Ctrl+P", "Down", "Down", "Return", "Return")
    assert list(documents_folder().rglob("etiquettes.pdf"))
    assert hands.count == said_in_guide("Imprimer les étiquettes de tous les adhérents")


def test_letters_to_everybody_who_is_late(hands: Hands, desktop: Desktop) -> None:
    hands.press("Ctrl+K")
    hands.type("rela")
    hands.press("Return", "Space", "Return")
    assert list(documents_folder().rglob("relances.pdf"))
    assert hands.count == said_in_guide("Écrire les lettres de relance")


def test_duplicate_of_last_years_receipt(
    hands: Hands, services: Services, desktop: Desktop
) -> None:
    services.receipts.issue_year(LAST_YEAR)
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Down", "Return", "Ctrl+P", "Return")
    (opened,) = desktop.opened
    assert opened.endswith("-guezennec-maiwenn.pdf")
    assert hands.count == said_in_guide("Imprimer le duplicata d’un reçu de l’an dernier")
    assert hands.count <= 10


def test_file_of_helloasso(hands: Hands, services: Services, window: MainWindow) -> None:
    window.file_dropped.emit(SAMPLE)
    hands.count += 1
    hands.settle()
    hands.press("Return")
    assert len(services.imports.history()) == 1
    assert hands.count == said_in_guide("Importer un fichier HelloAsso")
    assert hands.count <= 4


def test_receipts_of_the_year(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+K")
    hands.type("emet")
    hands.press("Return", "Tab", "Tab", "Space")
    count, _amount = services.receipts.totals(LAST_YEAR)
    now, _amount = services.receipts.totals(LAST_YEAR + 1)
    assert count + now > 0
    assert hands.count == said_in_guide("Émettre les reçus de l’année")


def test_workbook_of_the_year(hands: Hands, desktop: Desktop) -> None:
    hands.press("Ctrl+6", "Ctrl+E", "Return")
    assert list(documents_folder().rglob("*.xlsx"))
    assert hands.count == said_in_guide("Écrire le classeur de l’année")


def make_small(path: Path) -> None:
    """Keep the few colours that a picture of the window has: a third of the bytes."""
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def test_pictures_of_the_guide(
    hands: Hands, services: Services, window: MainWindow, tmp_path: Path
) -> None:
    folder = Path(PICTURES) if PICTURES else tmp_path

    def take(name: str, widget: QWidget | None = None) -> None:
        settle(window, window.tasks)
        make_small(save_picture(widget or window, folder / f"{name}.png"))

    take("accueil")
    hands.press("Ctrl+K")
    hands.type("guez")
    take("trouver")
    hands.press("Return")
    take("contact")
    hands.press("Ctrl+4", "Ctrl+N")
    hands.type("guez")
    hands.press("Return")
    hands.type("20")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    take("don", dialog)
    hands.press("Return")
    window.file_dropped.emit(SAMPLE)
    hands.settle()
    take("import")
    hands.press("Return", "Ctrl+5")
    take("recus")
    hands.press("Ctrl+K")
    hands.type("emet")
    hands.press("Return")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    take("emettre", dialog)
    hands.press("Escape", "Ctrl+6")
    take("comptes")
    hands.press("Ctrl+,")
    take("reglages")
    questions = WelcomeDialog(window.tasks, window.stack.desk.today, window, tmp_path)
    questions.open()
    take("assistant", questions)
    questions.reject()
    draw_receipt(services, folder / "recu.png")
    assert {path.stem for path in folder.glob("*.png")} >= set(pictures_of_guide())


def draw_receipt(services: Services, path: Path) -> None:
    services.receipts.issue_year(LAST_YEAR)
    receipt = max(services.receipts.find(LAST_YEAR), key=lambda x: x.gift_count)
    page = pypdfium2.PdfDocument(services.receipts.pdf(receipt.id))[0]
    page.render(scale=1.4).to_pil().save(path)
    make_small(path)


def pictures_of_guide() -> list[str]:
    """Return the names of the pictures that the pages show."""
    pages = [*GUIDE.glob("*.md"), GUIDE.parents[1] / "README.md"]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    return re.findall(r"images/([\w-]+)\.png", text)


def test_every_key_of_the_window_is_in_the_guide() -> None:
    sources = [path.read_text(encoding="utf-8") for path in WINDOW.rglob("*.py")]
    keys = {key for text in sources for key in KEYS.findall(text)}
    assert {"Ctrl+K", "F2", "Ctrl+Shift+C"} <= keys
    names = {"Shift": "Maj", "Left": "←", "Up": "↑", "Down": "↓", "Del": "Suppr"}
    table = (GUIDE / "raccourcis-clavier.md").read_text(encoding="utf-8")
    untold = {"Ctrl+Shift+Z", "Ctrl+Return", "Ctrl+Enter"}  # the same again under other keys
    for key in keys - untold:
        said = "+".join(names.get(part, part) for part in key.split("+"))
        assert re.search(rf"^\|.*{re.escape(said)}[ ,].*\|", table, re.MULTILINE), key


def test_every_picture_of_the_guide_is_there() -> None:
    assert pictures_of_guide()
    for name in pictures_of_guide():
        assert (GUIDE.parent / "images" / f"{name}.png").is_file(), name
