"""Pictures of every page and dialog, light, dark and at 150 %: nothing blank, nothing cut off.

``COOPDESK_TEST_SCREENSHOTS=folder`` keeps the pictures there, to be looked at.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from coopdesk.domain.contact_details import NewAffiliation, NewGroupMember
from coopdesk.domain.contacts import ContactFilter, ContactKind
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from coopdesk.ui.crash import CrashDialog
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.registry import page_specs
from coopdesk.ui.screenshots import settle
from coopdesk.ui.welcome.dialog import WelcomeDialog
from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.form_dialog import FormDialog
from tests.made_once import new_demonstration
from tests.ui.contacts.test_rare_fields import FIELDS, FULL_ORGANISATION, FULL_PERSON

SCREEN = QSize(1366, 768)
LOOKS = {"light": ("light", 1.0), "dark": ("dark", 1.0), "150": ("light", 1.5)}
TITLE_BAR = QSize(0, 30)
DIALOGS = {
    "annual-report": ("home", "report_action"),
    "contact": ("contacts", "add_action"),
    "filter": ("contacts", "filter_action"),
    "membership": ("members", "add_action"),
    "member-payment": ("members", "pay_action"),
    "renewal": ("members", "renew_action"),
    "member-papers": ("members", "print_action"),
    "reminders": ("members", "remind_action"),
    "gift": ("donations", "record_action"),
    "issue": ("receipts", "issue_action"),
    "verify": ("receipts", "verify_action"),
    "receipt-numbers": ("receipts", "series_action"),
    "group": ("groups", "add_action"),
    "partner": ("partners", "add_action"),
    "agreement": ("partners", "agreement_action"),
    "commitment": ("partners", "commitment_action"),
    "grant": ("partners", "grant_action"),
    "grant-project": ("partners", "project_action"),
    "grant-call": ("partners", "call_action"),
    "grant-profile": ("partners", "profile_action"),
    "entry": ("accounts", "record_action"),
    "entry-grid": ("accounts", "grid_action"),
}
# What a page shows when another one asks for it.
VIEWS = {
    "member-statistics": ("members", "statistics"),
    "fees-to-tie": ("members", "attach"),
    "shares": ("members", "shares"),
    "receipts-issued": ("receipts", "issued"),
    "declaration": ("receipts", "declaration"),
    "agreements": ("partners", ("agreements",)),
    "commitments": ("partners", ("commitments",)),
    "network": ("partners", ("network",)),
    "grants": ("partners", ("grants",)),
    "grant-projects": ("partners", ("projects",)),
    "grant-calls": ("partners", ("calls",)),
    "balance": ("accounts", ("balance",)),
    "income-statement": ("accounts", ("report", "result", None)),
    "treasury": ("accounts", ("report", "treasury", None)),
    "budget": ("accounts", ("budget",)),
    "reconciliation": ("imports", ("reconcile",)),
    "bank-state": ("imports", ("state",)),
    "event-month": ("events", ("calendar", "month")),
    "event-week": ("events", ("calendar", "week")),
    "event-year": ("events", ("calendar", "list")),
    "check-in": ("door", "door"),
    "cash-box": ("door", "cash"),
    "member-rules": ("settings", "members"),
}
SIGNATURE = signature("Solène", Origin.WINDOW)


def room_of(look):
    """Return the reference screen in the units of a look, whole ones."""
    scale = LOOKS[look][1]
    return QSize(int(SCREEN.width() / scale), int(SCREEN.height() / scale))


@pytest.fixture(params=LOOKS)
def look(request):
    return request.param


@pytest.fixture
def window(look, settings, theme, qtbot, tmp_path):
    """The program on the reference screen, in one look."""
    path = new_demonstration(tmp_path / "demo.coopdesk", 90, 2)
    services = open_database(path, SIGNATURE)
    theme.choose(LOOKS[look][0])
    window = MainWindow(settings, theme, page_specs())
    qtbot.addWidget(window, before_close_func=lambda w: w.tasks.shut_down())
    window.resize(room_of(look))
    window.show()
    window.activateWindow()
    window.attach(window.desk_of(services, lambda: dt.datetime.now().astimezone().date()))
    settle(window, window.tasks)
    yield window
    services.database.close()


class Album:
    """Takes pictures as the screen would show them, and notes what is wrong in them."""

    def __init__(self, window, look, folder):
        self.window, self.look, self.folder = window, look, folder
        self.scale = LOOKS[look][1]
        self.pictures = {}
        self.problems = []

    def take(self, name, widget=None):
        widget = widget or self.window
        settle(self.window, self.window.tasks)
        picture = QImage(widget.size() * self.scale, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(self.scale)
        painter = QPainter(picture)
        widget.render(painter, QPoint())
        painter.end()
        if self.folder is not None:
            picture.save(str(self.folder / f"{name}-{self.look}.png"))
        self.pictures[name] = picture
        if widget.size() != widget.size().boundedTo(room_of(self.look)):
            self.problems.append(f"{name} is larger than the screen: {widget.size()}")
        self.problems += [f"{name}: {problem}" for problem in cut_off(widget)]

    def take_dialog(self, name):
        settle(self.window, self.window.tasks)
        # A form that has grown takes its height when it is idle.
        QApplication.processEvents()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog), name
        # Without a screen there is no window manager to do it.
        dialog.resize(dialog.size().boundedTo(room_of(self.look) - TITLE_BAR))
        self.take(name, dialog)
        if isinstance(dialog, FormDialog) and dialog.form.minimumSizeHint().width() > (
            dialog.form.width()
        ):
            self.problems.append(f"{name}: the form is wider than its dialog")
        # Not close: it would ask about what a test typed.
        dialog.done(QDialog.DialogCode.Rejected)


@pytest.fixture
def album(window, look):
    kept = os.environ.get("COOPDESK_TEST_SCREENSHOTS", "")
    folder = Path(kept) if kept else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return Album(window, look, folder)


def cut_off(widget):
    """Name the words in view that have less room than they need."""
    for child in widget.findChildren(QLabel) + widget.findChildren(QPushButton):
        text = child.text()
        if not text or not child.isVisibleTo(widget) or isinstance(child, ElidedLabel):
            continue
        if isinstance(child, QLabel) and child.wordWrap():
            fits = child.heightForWidth(child.width()) <= child.height()
        else:
            fits = child.sizeHint().width() <= child.width() + 1
        if not fits:
            yield f"{text!r} is cut off at {child.width()} x {child.height()}"


def colours(picture):
    """Count the colours on a coarse grid: one or two mean an empty picture."""
    small = picture.scaled(160, 90, Qt.AspectRatioMode.IgnoreAspectRatio)
    return len({small.pixel(x, y) for x in range(160) for y in range(90)})


def content(picture):
    """Return the part of a window's picture that is the page's."""
    room = QRect(picture.width() // 5, 0, picture.width(), picture.height() * 9 // 10)
    # Held by a name: the bits go with the picture they are of.
    part = picture.copy(room.intersected(picture.rect()))
    return part.constBits().tobytes()


def test_every_page_is_whole_and_differs_from_the_others(window, album):
    for key in window.stack.specs:
        window.navigator.open(key)
        album.take(key)

    pages = album.pictures
    assert album.problems == []
    assert {picture.size() for picture in pages.values()} == {window.size() * album.scale}
    assert [key for key, picture in pages.items() if colours(picture) < 4] == []
    assert len({content(picture) for picture in pages.values()}) == len(pages)


def test_every_dialog_is_whole(window, album, tmp_path):
    for name, (page, action) in DIALOGS.items():
        window.navigator.open(page)
        settle(window, window.tasks)
        getattr(window.stack.current_page, action).trigger()
        settle(window, window.tasks)
        album.take_dialog(name)
    window.finding.open()
    album.take("find", window.finding.finder)
    window.finding.finder.leave()
    window.help.open()
    settle(window, window.tasks)
    album.take("help", window.help.panel)
    window.help.panel.left.emit()
    others = {
        "welcome": WelcomeDialog(
            window.tasks, window.stack.desk.today, window, tmp_path / "new"
        ),
        "crash": CrashDialog(ValueError("an invented error"), window),
    }
    for name, dialog in others.items():
        dialog.open()
        album.take_dialog(name)

    assert album.problems == []
    assert [name for name, picture in album.pictures.items() if colours(picture) < 4] == []


FILTER = (
    "up_to_date_in != 2024 and gifts between 30 and 5000"
    " and (department = 44 or department = 49) and tag != jardin and last_gift < today-30"
)


NESTED_FILTER = (
    "member_status = up_to_date and (department = 44 or (gifts(2025) between 30 and 5000"
    " and last_gift < today-30)) and not (tag = jardin or newsletter = refused)"
)


def test_filtered_list_and_its_dialog_are_whole(window, album):
    filters = window.stack.desk.services.filters
    for name, text in (
        ("Donatrices et donateurs de Loire-Atlantique", "gifts > 0 and department = 44"),
        ("Adhésions à jour", "up_to_date_in = this_year"),
    ):
        filters.save(name, filters.parse(text))
    window.navigator.open("contacts", filters.parse(FILTER))
    settle(window, window.tasks)
    album.take("contacts-filtered")
    window.stack.current_page.filter_action.trigger()
    settle(window, window.tasks)
    album.take_dialog("filter-filled")
    window.navigator.open("contacts", filters.parse(NESTED_FILTER))
    settle(window, window.tasks)
    window.stack.current_page.filter_action.trigger()
    settle(window, window.tasks)
    album.take_dialog("filter-groups")
    window.navigator.open("contacts", filters.parse("tag = disparue and group = dissous"))
    album.take("contacts-lapsed")
    window.stack.current_page.filter_action.trigger()
    settle(window, window.tasks)
    album.take_dialog("filter-lapsed")

    assert album.problems == []


def test_record_of_a_contact_and_its_forms_are_whole(window, album):
    services = window.stack.desk.services
    for new in FIELDS:
        services.custom_fields.add(new)
    structure = services.contacts.add(FULL_ORGANISATION).value.id
    person = services.contacts.add(FULL_PERSON).value.id
    services.affiliations.add(NewAffiliation(person, structure, "Présidente"))
    services.groups.join(NewGroupMember(person, "Conseil d’administration", "trésorière"))
    for key in (structure, person):
        window.navigator.open("contacts", key)
        album.take(f"record-{key}")
        page = window.stack.current_page
        page.edit_action.trigger()
        album.take_dialog(f"contact-{key}")
    for what in ("tags", "tie", "group", "household", "consent"):
        page.doings.forms[what].trigger()
        album.take_dialog(f"record-{what}")
    page.detail.close_record()
    page.list.table.selectAll()
    page.doings.mass_action.trigger()
    album.take_dialog("contacts-mass")

    assert album.problems == []
    assert [name for name, picture in album.pictures.items() if colours(picture) < 4] == []


def test_own_fields_in_the_settings_are_whole(window, album):
    for new in FIELDS:
        window.stack.desk.services.custom_fields.add(new)
    window.navigator.open("settings", "fields")
    album.take("settings-fields")
    window.stack.current_page.fields.list.table.selectRow(6)
    window.stack.current_page.fields.change_action.trigger()
    album.take_dialog("settings-field")

    assert album.problems == []


def test_pairs_of_doubles_and_their_comparison_are_whole(window, album, qtbot):
    contacts = window.stack.desk.services.contacts
    known = contacts.find(ContactFilter(kind=ContactKind.PERSON), 4)
    for number, line in enumerate(known):
        profile = contacts.get(line.id).profile
        double = replace(
            profile,
            first_name=profile.first_name[:1] + "." if number else profile.first_name.upper(),
            number="",
            phone="07 00 00 00 0" + str(number),
            tags=("Bénévole", "Presse"),
            sector="Économie sociale et solidaire, culture et éducation populaire",
        )
        contacts.add(double)
    window.navigator.open("duplicates")
    settle(window, window.tasks)
    album.take("duplicates-filled")
    page = window.stack.current_page
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() > 0)
    # A key of another test that is still held would take the row off again.
    page.list.table.clearSelection()
    page.list.table.selectRow(0)
    qtbot.waitUntil(page.compare_action.isEnabled)
    page.compare_action.trigger()
    settle(window, window.tasks)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    album.take_dialog("merge")

    assert album.problems == []


def test_every_view_of_a_page_is_whole(window, album):
    for name, (page, target) in VIEWS.items():
        window.navigator.open(page, target)
        settle(window, window.tasks)
        # Cards that grew with what was read are laid out by events that wait their turn.
        QApplication.processEvents()
        album.take(name)
    window.stack.current_page.members.add()
    album.take_dialog("membership-type")

    assert album.problems == []
    assert [name for name, picture in album.pictures.items() if colours(picture) < 4] == []
