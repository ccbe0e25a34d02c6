"""The calendar for other programs: a file, and a folder kept up by itself."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from coopdesk.domain.events import NewEvent, When, WhenKind
from coopdesk.services.outcome import Subject
from coopdesk.ui.events.calendar_export import calendar_job
from coopdesk.ui.events.calendar_folder import CalendarFolder
from coopdesk.ui.events.views import View
from tests.ui.events.conftest import plain, settle
from tests.ui.office import TODAY

NAME = "coopdesk.ics"


def titles(path):
    calendar = Calendar.from_ical(path.read_bytes())
    return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]


def add(office, title):
    event = NewEvent(title, when=When(WhenKind.DAYS, TODAY, TODAY))
    return office.services.events.add(event).value.id


@pytest.fixture
def export(qtbot, office, page):
    def show():
        view = page().views.show(View.CALENDAR)
        settle(qtbot, office)
        return view.export

    return show


@pytest.fixture
def keeper(office, window):
    """What keeps the folder up."""

    def keep(folder):
        office.desk.settings.remember_calendar_folder(office.desk.database, folder)
        return CalendarFolder(office.desk, window)

    return keep


def test_all_events_are_written_to_a_file(qtbot, office, export):
    shown = export()
    add(office, "Atelier")
    add(office, "Ramdam")
    office.services.events.add(NewEvent("Un jour"))
    path = office.folder / "tout.ics"
    shown.writing.write(calendar_job(office.services, None, "tout"), path)
    settle(qtbot, office)
    assert titles(path) == ["Atelier", "Ramdam"]
    assert shown.bar.isVisibleTo(shown.bar.parentWidget())
    assert plain(shown.bar.text).endswith("1 événement sans jour laissé de côté : Un jour")


def test_one_event_is_written_alone(office):
    add(office, "Atelier")
    ramdam = add(office, "Ramdam")
    path = office.folder / "un.ics"
    job = calendar_job(office.services, [ramdam], "un")
    job.write(path, None)
    assert titles(path) == ["Ramdam"]
    assert not job.opens


def test_folder_is_chosen_once_and_written_at_once(qtbot, office, export):
    shown = export()
    add(office, "Atelier")
    shown.folder_action.trigger()
    assert shown.dialog.focusWidget() is shown.dialog.folder.line
    shown.dialog.folder.line.setText(str(office.folder))
    shown.dialog.submit_button.click()
    settle(qtbot, office)
    assert shown.dialog is None
    assert titles(office.folder / NAME) == ["Atelier"]
    settings = office.desk.settings
    assert settings.calendar_folder(office.desk.database) == office.folder


def test_folder_that_is_not_there_is_said_beneath_the_field(office, export):
    shown = export()
    shown.folder_action.trigger()
    shown.dialog.folder.line.setText(str(office.folder / "ailleurs"))
    shown.dialog.submit_button.click()
    assert "n’existe pas" in shown.dialog.form.error_of("folder")
    assert office.desk.settings.calendar_folder(office.desk.database) is None


def test_keeping_up_is_stopped_and_the_file_stays(qtbot, office, export):
    office.desk.settings.remember_calendar_folder(office.desk.database, office.folder)
    shown = export()
    (office.folder / NAME).write_text("avant", encoding="utf-8")
    shown.folder_action.trigger()
    shown.dialog.stop_button.click()
    settle(qtbot, office)
    assert office.desk.settings.calendar_folder(office.desk.database) is None
    assert (office.folder / NAME).is_file()


def test_change_of_an_event_writes_the_folder_again(qtbot, office, keeper):
    kept = keeper(office.folder)
    add(office, "Atelier")
    kept.pause.stop()
    office.desk.changes.changed.emit(frozenset({Subject.EVENTS}))
    assert kept.pause.isActive()
    kept.pause.timeout.emit()
    settle(qtbot, office)
    assert titles(office.folder / NAME) == ["Atelier"]


def test_change_of_something_else_writes_nothing(office, keeper):
    kept = keeper(office.folder)
    kept.pause.stop()
    office.desk.changes.changed.emit(frozenset({Subject.CONTACTS}))
    assert not kept.pause.isActive()


def test_folder_that_is_away_is_told_of_once(qtbot, office, keeper):
    away = office.folder / "fichier"
    away.write_text("pas un dossier", encoding="utf-8")
    kept = keeper(away)
    told = []
    office.desk.feedback.told.connect(told.append)
    for _time in range(3):
        kept.write()
        settle(qtbot, office)
    assert len(told) == 1
    assert "agenda partagé" in told[0]


def test_without_a_folder_nothing_is_written(qtbot, office, keeper):
    kept = keeper(None)
    add(office, "Atelier")
    kept.write()
    settle(qtbot, office)
    assert not (office.folder / NAME).exists()
