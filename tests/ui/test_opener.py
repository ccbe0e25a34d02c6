"""From a file to pages: opening, creating, and everything that may be in the way."""

import os
import sqlite3
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QMessageBox

from coopdesk import app
from coopdesk.domain.contacts import NewContact
from coopdesk.ui import opener as opener_module
from coopdesk.ui.events.calendar_folder import CalendarFolder
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.opener import DatabaseOpener, Openers
from coopdesk.ui.opening import ChoiceButton, FailurePage, OpeningPage, WelcomePage
from tests.made_once import new_file

from .pages import note_specs

HOLD = """
import sys, time
from pathlib import Path
from coopdesk.system.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def offered(monkeypatch):
    """The databases for which the first questions were asked."""
    asked = []
    monkeypatch.setattr(
        opener_module, "offer_first_run", lambda desk, _window: asked.append(desk.database)
    )
    return asked


@pytest.fixture
def window(settings, theme, qtbot):
    window = MainWindow(settings, theme, note_specs())
    qtbot.addWidget(window, before_close_func=lambda w: w.tasks.shut_down())
    window.show()
    return window


@pytest.fixture
def opener(window, offered):
    opener = DatabaseOpener(window, Openers(app._open_for_window, app._create_for_window))
    yield opener
    window.tasks.shut_down()
    opener.close()


@pytest.fixture
def base(tmp_path):
    return new_file(tmp_path / "Les Jardins.coopdesk")


def told(window):
    cover = window.stack.currentWidget()
    assert isinstance(cover, FailurePage)
    return " ".join(label.text() for label in cover.findChildren(QLabel))


def test_opened_database_shows_its_first_page(window, opener, base, settings, idle):
    opener.open(base)
    assert isinstance(window.stack.currentWidget(), OpeningPage)
    idle(window.tasks)
    assert window.stack.current_key == "home"
    assert window.status.database.text() == "Les Jardins"
    assert settings.current.recent_databases == (str(base.resolve()),)


def test_database_without_profile_asks_the_first_questions(window, opener, base, offered, idle):
    opener.open(base)
    idle(window.tasks)
    assert offered == [base]


def test_created_database_is_locked_like_any_other(window, opener, tmp_path, idle):
    path = tmp_path / "neuf.coopdesk"
    opener.create(path)
    idle(window.tasks)
    assert window.stack.current_key == "home"
    with pytest.raises(app_lock_error()):
        app._open_for_window(path)


def app_lock_error():
    from coopdesk.system.instance_lock import InstanceLockedError

    return InstanceLockedError


def test_second_window_is_told_who_holds_the_database(window, opener, base, idle):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(base)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "held\n"
        opener.open(base)
        idle(window.tasks)
        text = told(window)
        assert "déjà ouverte" in text
        assert time.strftime("%Y") in text
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
    opener.retry_action.trigger()
    idle(window.tasks)
    assert window.stack.current_key == "home"


def test_newer_file_is_refused_untouched(window, opener, base, idle):
    with sqlite3.connect(base) as connection:
        connection.execute("PRAGMA user_version=9999")
    connection.close()
    before = base.read_bytes()
    opener.open(base)
    idle(window.tasks)
    assert "plus récente" in told(window)
    assert base.read_bytes() == before


def test_file_of_another_kind_is_refused(window, opener, tmp_path, idle):
    path = tmp_path / "liste.coopdesk"
    path.write_bytes(b"nom;prenom\n" * 200)
    opener.open(path)
    idle(window.tasks)
    assert "n’est pas" in told(window)


def test_missing_file_is_named(window, opener, tmp_path, idle):
    opener.open(tmp_path / "perdu.coopdesk")
    idle(window.tasks)
    assert "perdu" in told(window)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open anything"
)
def test_file_without_permission_is_explained(window, opener, base, idle):
    base.chmod(0)
    opener.open(base)
    idle(window.tasks)
    base.chmod(0o600)
    assert told(window)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open anything"
)
def test_file_that_can_only_be_read_is_told_at_once(window, opener, base, idle):
    base.chmod(0o400)
    opener.open(base)
    idle(window.tasks)
    box = window.findChild(QMessageBox)
    assert "lecture" in box.text()
    box.close()
    base.chmod(0o600)


def test_unforeseen_error_leaves_a_page_to_try_again(window, settings, offered, caplog, idle):
    def broken(_path):
        raise ZeroDivisionError

    opener = DatabaseOpener(window, Openers(broken, broken))
    opener.open(settings.path)
    idle(window.tasks)
    caplog.clear()
    assert "n’a pas été modifié" in told(window)


def test_open_database_stays_when_another_cannot_be_opened(
    window, opener, base, tmp_path, idle
):
    opener.open(base)
    idle(window.tasks)
    opener.open(tmp_path / "perdu.coopdesk")
    idle(window.tasks)
    assert window.stack.current_key == "home"
    assert window.status.database.text() == "Les Jardins"
    window.findChild(QMessageBox).close()


def test_changing_database_frees_the_one_before(window, opener, base, tmp_path, idle):
    opener.open(base)
    idle(window.tasks)
    opener.create(tmp_path / "autre.coopdesk")
    idle(window.tasks)
    assert window.status.database.text() == "autre"
    app._open_for_window(base).database.close()


def test_demonstration_is_built_once_and_opened_again(
    window, opener, idle, small_demonstration
):
    opener.open_demo()
    idle(window.tasks)
    assert opener._services.contacts.count() == small_demonstration
    window.navigator.demo_wanted.emit()
    idle(window.tasks)
    assert opener._services.contacts.count() == small_demonstration


def test_backup_takes_the_place_of_the_open_database(window, opener, base, tmp_path, idle):
    opener.open(base)
    idle(window.tasks)
    backup = tmp_path / "copie.coopdesk"
    opener._services.database.back_up(backup)
    opener._services.contacts.add(NewContact(last_name="Lovelace", first_name="Ada"))
    opener.restore(backup)
    idle(window.tasks)
    assert opener._services.contacts.count() == 0
    assert window.stack.current_key == "home"


def test_bad_backup_is_refused_and_the_database_opens_again(
    window, opener, base, tmp_path, idle, qtbot
):
    opener.open(base)
    idle(window.tasks)
    opener._services.contacts.add(NewContact(last_name="Lovelace", first_name="Ada"))
    backup = tmp_path / "copie.coopdesk"
    backup.write_bytes(b"nothing of the sort" * 100)
    with qtbot.waitSignal(window.feedback.reported):
        opener.restore(backup)
        idle(window.tasks)
    assert opener._services.contacts.count() == 1
    window.findChild(QMessageBox).close()


def test_welcome_offers_three_ways_and_the_databases_opened_lately(
    window, opener, base, settings, idle
):
    settings.remember_database(base)
    opener.welcome()
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    names = [button.accessibleName() for button in page.findChildren(ChoiceButton)]
    assert names == [
        "Créer une base",
        "Ouvrir une base",
        "Essayer avec une association inventée",
    ]
    page.path_chosen.emit(base)
    idle(window.tasks)
    assert window.stack.current_key == "home"


def test_open_database_alone_is_kept_up(window, opener, base, tmp_path, idle):
    opener.open(base)
    idle(window.tasks)
    (first,) = window.findChildren(CalendarFolder)
    opener.create(tmp_path / "autre.coopdesk")
    idle(window.tasks)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (second,) = window.findChildren(CalendarFolder)
    assert second is not first
