"""The records opened lately: remembered by number, named by the database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.events import NewEvent
from coopdesk.domain.groups import NewGroup
from coopdesk.system.settings import OPENED_LIMIT, SettingsFile
from coopdesk.ui.contacts.page import ContactPage
from coopdesk.ui.home.page import HomePage
from coopdesk.ui.recent_records import note_opened, recent_hits
from tests.ui.office import YEAR, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

Control = Qt.KeyboardModifier.ControlModifier


def test_latest_record_comes_first_and_once(settings, tmp_path):
    database = tmp_path / "jardins.coopdesk"
    for record in ("contact 1", "event 4", "contact 1"):
        settings.remember_opened(database, record)
    settings.remember_opened(tmp_path / "autre.coopdesk", "contact 9")
    assert settings.opened_in(database) == ("contact 1", "event 4")


def test_only_the_latest_records_are_kept_and_come_back(settings, tmp_path):
    for number in range(OPENED_LIMIT + 5):
        settings.remember_opened(tmp_path / "a.coopdesk", f"contact {number}")
    settings.save()
    found = SettingsFile(settings.path).opened_in(tmp_path / "a.coopdesk")
    assert len(found) == OPENED_LIMIT
    assert found[0] == f"contact {OPENED_LIMIT + 4}"


def test_opening_a_contact_is_remembered_without_its_name(
    office: Office, window, qtbot, monkeypatch
):
    monkeypatch.setattr("coopdesk.ui.recent_records._KEPT_AFTER_MS", 0)
    contact = office.person(0)
    page = ContactPage(office.desk, window)
    show_page(page, window)
    page.show_target(contact.id)
    office.idle(qtbot)
    settings = office.desk.settings
    assert settings.opened_in(office.desk.database) == (f"contact {contact.id}",)
    # Kept though nobody closed the window.
    qtbot.waitUntil(settings.path.exists)
    assert f"contact {contact.id}" in settings.path.read_text()
    assert "Lefèvre" not in json.dumps(json.loads(settings.path.read_text()))


def test_passing_by_in_the_list_is_not_opening(office: Office, window, qtbot):
    first, second = office.person(0), office.person(1)
    page = ContactPage(office.desk, window)
    show_page(page, window)
    page.show_target(first.id)
    office.idle(qtbot)
    page.detail.step(1)
    page.detail.step(-1)
    office.idle(qtbot)
    remembered = office.desk.settings.opened_in(office.desk.database)
    assert f"contact {second.id}" not in remembered


def test_every_kind_is_named_as_it_is_called_today(office: Office):
    services = office.services
    donor = office.person(0)
    gift = office.gift(donor, 50_00)
    (receipt,) = services.receipts.issue_year(YEAR).value
    event = services.events.add(NewEvent("Foire")).value
    group = services.groups.add(NewGroup(name="Compost")).value
    services.contacts.change(donor.id, NewContact(last_name="Morel", first_name="Élodie"))
    opened = (
        f"contact {donor.id}",
        f"gift {gift.id}",
        f"receipt {receipt.id}",
        f"event {event.id}",
        f"group {group.id}",
    )
    hits = recent_hits(services, opened)
    assert [hit.text for hit in hits][:2] == ["Élodie Morel", "Élodie Morel"]
    assert [hit.page for hit in hits] == [
        "contacts",
        "donations",
        "receipts",
        "events",
        "groups",
    ]
    assert hits[3].target == ("event", event.id)


def test_home_page_shows_what_was_opened_since_it_was_left(office: Office, window, qtbot):
    contact = office.person(0)
    page = HomePage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    assert page.board.recent.view.rows == ()
    page.hide()
    note_opened(office.desk, "contact", contact.id)
    page.show()
    office.idle(qtbot)
    (row,) = page.board.recent.view.rows
    assert (row.name, row.place.target) == (contact.display_name, contact.id)


def test_what_is_gone_or_unknown_is_left_out(office: Office):
    opened = ("contact 99", "gift 99", "receipt 99", "event 99", "group 99", "entry 99")
    opened += ("campaign 99", "future 1", "contact x", "")
    assert recent_hits(office.services, opened) == []


def test_finder_shows_recent_records_first_until_something_is_typed(frame, qtbot, idle):
    desk = frame.stack.desk
    contact = desk.services.contacts.add(NewContact(last_name="Morel")).value
    frame.settings.remember_opened(desk.database, f"contact {contact.id}")
    qtbot.keyClick(frame, Qt.Key.Key_K, Control)
    idle(frame.tasks)
    finder = frame.finding.finder
    assert [finder.results.item(row).text() for row in range(2)] == ["Morel", "Accueil"]
    qtbot.keyClicks(finder.field, "imports")
    idle(frame.tasks)
    assert not finder.results.findItems("Morel", Qt.MatchFlag.MatchExactly)
    finder.field.clear()
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert frame.stack.current_page.targets == [contact.id]
