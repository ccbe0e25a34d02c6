"""From the welcome page to a database with its profile, and asking an open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from coopdesk import app
from coopdesk.ui.main_window import MainWindow
from coopdesk.ui.opener import DatabaseOpener, Openers
from coopdesk.ui.opening import WelcomePage
from coopdesk.ui.registry import page_specs
from coopdesk.ui.welcome.dialog import Answers, WelcomeDialog
from tests.building import PROFILE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def window(settings, theme, qtbot):
    window = MainWindow(settings, theme, page_specs())
    qtbot.addWidget(window, before_close_func=lambda w: w.tasks.shut_down())
    window.show()
    return window


@pytest.fixture
def opener(window):
    opener = DatabaseOpener(window, Openers(app._open_for_window, app._create_for_window))
    opener.welcome()
    yield opener
    window.tasks.shut_down()
    opener.close()


def profile_of(window):
    return window.stack.desk.services.association.get()


def answer(opener, path: Path) -> WelcomeDialog:
    opener.create_action.trigger()
    dialog = opener.questions
    assert dialog is not None
    dialog.submitted.emit(Answers(PROFILE, path))
    return dialog


def test_answers_make_a_database_with_its_profile(window, opener, tmp_path, idle):
    path = tmp_path / "Documents" / "La Coop.coopdesk"
    answer(opener, path)
    idle(window.tasks)
    assert path.is_file()
    assert profile_of(window) == PROFILE
    assert window.stack.current_key == "home"
    assert opener.questions is None
    assert window.undo.undo_offer.text == "profil de l’association enregistré"


def test_file_in_the_way_is_told_in_the_assistant(window, opener, tmp_path, idle):
    path = tmp_path / "La Coop.coopdesk"
    path.write_bytes(b"something else")
    dialog = answer(opener, path)
    idle(window.tasks)
    assert dialog.isVisible()
    assert "existe déjà" in dialog.summary.refusal.text()
    assert isinstance(window.stack.currentWidget(), WelcomePage)
    assert path.read_bytes() == b"something else"
    dialog.submitted.emit(Answers(PROFILE, tmp_path / "Autre.coopdesk"))
    idle(window.tasks)
    assert profile_of(window) == PROFILE
    assert opener.questions is None


def test_second_database_is_made_beside_an_open_one(window, opener, tmp_path, idle):
    answer(opener, tmp_path / "Une.coopdesk")
    idle(window.tasks)
    dialog = answer(opener, tmp_path / "Une.coopdesk")
    idle(window.tasks)
    assert "existe déjà" in dialog.summary.refusal.text()
    dialog.submitted.emit(Answers(PROFILE, tmp_path / "Deux.coopdesk"))
    idle(window.tasks)
    assert window.stack.desk.database == tmp_path / "Deux.coopdesk"


def test_demonstration_opens_from_the_assistant(window, opener, idle, small_demonstration):
    opener.create_action.trigger()
    opener.questions.demo_button.click()
    idle(window.tasks)
    assert window.stack.desk.services.contacts.count() == small_demonstration
    assert "La Coop des Rives" in " ".join(
        label.text() for label in window.stack.current_page.findChildren(QLabel)
    )


def test_open_database_without_profile_is_asked_and_keeps_the_answers(
    window, opener, tmp_path, idle
):
    opener.create(tmp_path / "Sans profil.coopdesk")
    idle(window.tasks)
    (dialog,) = window.findChildren(WelcomeDialog)
    assert dialog.isVisible()
    dialog.submitted.emit(Answers(PROFILE, None))
    idle(window.tasks)
    assert profile_of(window) == PROFILE
    assert not [d for d in window.findChildren(WelcomeDialog) if d.isVisible()]


def test_closing_asks_before_a_typed_profile_is_lost(window, opener, tmp_path, idle, qtbot):
    answer(opener, tmp_path / "La Coop.coopdesk")
    idle(window.tasks)
    window.navigator.open("settings")
    idle(window.tasks)
    page = window.stack.current_page
    qtbot.keyClicks(page.profile.form.fields["phone"].widget, "02 40 12 34 56")
    window.navigator.open("home")
    window.close()
    assert window.isVisible()
    assert window.stack.current_page is page
    box = window.findChild(QMessageBox)
    stay = box.defaultButton()
    stay.click()
    assert window.isVisible()
    window.close()
    boxes = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    next(
        button for button in boxes[-1].buttons() if button is not boxes[-1].defaultButton()
    ).click()
    assert not window.isVisible()


def test_open_database_without_profile_can_become_a_demonstration(
    window, opener, tmp_path, idle, small_demonstration
):
    opener.create(tmp_path / "Essai.coopdesk")
    idle(window.tasks)
    (dialog,) = window.findChildren(WelcomeDialog)
    dialog.demo_button.click()
    idle(window.tasks)
    assert window.stack.desk.services.contacts.count() == small_demonstration
    assert profile_of(window).name == "La Coop des Rives"
