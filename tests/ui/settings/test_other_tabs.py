"""Appearance, database and journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from coopdesk.system.settings import SettingsFile
from coopdesk.ui.columns import Tone
from coopdesk.ui.settings.database_tab import FOLDER, backup_words
from coopdesk.ui.settings.journal_tab import JournalTab
from coopdesk.ui.settings.page import SettingsPage
from tests.ui.office import TODAY, show_page, texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.office import Office


@pytest.fixture
def page(office: Office, window, qtbot) -> SettingsPage:
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


@pytest.fixture
def backups(office, tmp_path) -> Path:
    """A folder chosen for backups."""
    folder = tmp_path / "sauvegardes"
    folder.mkdir()
    office.desk.settings.change(folders={FOLDER: str(folder)})
    return folder


def test_arrows_go_from_part_to_part_once_the_page_is_shown(page, qtbot):
    page.setFocus()
    qtbot.keyClick(page.tabs.tabBar(), Qt.Key.Key_Right)
    assert page.focusProxy() is page.tabs.tabBar()
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Adhésions"


def test_part_is_made_and_read_when_first_looked_at(page, office, qtbot):
    assert page.findChildren(JournalTab) == []
    office.person()
    page.show_target("journal")
    office.idle(qtbot)
    assert page.journal.isVisible()
    assert "Élodie Lefèvre" in texts(page.journal.list)[0][1]


# appearance


def test_theme_changes_at_once_and_is_remembered(page, office):
    tab = page.appearance
    assert tab.themes.key == "light"
    tab.themes.chip("dark").click()
    assert office.desk.theme.scheme.is_dark
    assert SettingsFile(office.desk.settings.path).current.theme == "dark"
    tab.themes.chip("light").click()
    assert not office.desk.theme.scheme.is_dark


def test_theme_chosen_in_the_menu_shows_here(page, office):
    office.desk.theme.choose("dark")
    assert page.appearance.themes.key == "dark"
    office.desk.theme.choose("light")


def test_contrast_language_and_author_are_remembered(page, office):
    tab = page.appearance
    tab.contrast.click()
    tab.language.setCurrentIndex(1)
    tab.language.activated.emit(1)
    tab.author.setText("  Maëlle   Kerbrat ")
    tab.author.editingFinished.emit()
    saved = SettingsFile(office.desk.settings.path).current
    assert (saved.high_contrast, saved.language, saved.author) == (True, "en", "Maëlle Kerbrat")
    tab.contrast.click()


# database


def test_backup_goes_to_the_folder_chosen_before(page, office, backups, qtbot):
    page.show_target("backup")
    office.idle(qtbot)
    assert page.database.isVisible()
    expected = backups / f"jardins {TODAY.isoformat()}.coopdesk"
    assert expected.is_file()
    assert office.services.database.last_backup_at() is not None
    assert str(expected) in page.database.backup_notice.text


def test_second_backup_of_a_day_keeps_the_first(page, office, backups, qtbot):
    for _number in range(2):
        page.database.back_up()
        office.idle(qtbot)
    assert len(list(backups.glob("*.coopdesk"))) == 2
    assert page.database.back_up_action.isEnabled()


def test_first_backup_asks_for_a_folder(page, office, backups, qtbot, tmp_path):
    office.desk.settings.change(folders={})
    asked = []
    page.database.ask_folder = lambda: asked.append(True)
    page.database.back_up()
    assert asked == [True]
    page.database._on_folder_chosen(str(tmp_path / "clé"))
    office.idle(qtbot)
    assert SettingsFile(office.desk.settings.path).current.folders[FOLDER] == str(
        tmp_path / "clé"
    )
    assert list((tmp_path / "clé").glob("*.coopdesk"))


def test_backup_that_cannot_be_written_is_told(page, office, backups, qtbot):
    backups.rmdir()
    backups.write_text("a file, not a folder")
    told = []
    office.desk.feedback.reported.connect(told.append)
    page.database.back_up()
    office.idle(qtbot)
    assert len(told) == 1
    assert page.database.back_up_action.isEnabled()
    assert office.services.database.last_backup_at() is None


def test_age_of_the_backup_sets_its_tone(page):
    import datetime as dt

    noon = dt.datetime.combine(TODAY, dt.time(12), tzinfo=dt.UTC)
    assert backup_words(None, TODAY)[0] is Tone.ATTENTION
    assert backup_words(noon, TODAY)[0] is Tone.GOOD
    tone, text, _advice = backup_words(noon - dt.timedelta(days=9), TODAY)
    assert (tone, text) == (
        Tone.ATTENTION,
        "Dernière sauvegarde\u00a0: il y a 9 jours",
    )


def test_check_says_that_all_is_well(page, office, qtbot):
    page.database.check_action.trigger()
    office.idle(qtbot)
    assert page.database.check_notice.text.startswith("Rien d’anormal")
    assert not page.database.findings.isVisible()


def test_check_lists_what_is_wrong(page, office, qtbot):
    office.gift(office.person(0))
    with office.services.database._units.database.writing() as connection:
        connection.exec_driver_sql("UPDATE payment SET amount_cents = 1")
        connection.commit()
    page.show_target("database")
    page.database.check_action.trigger()
    office.idle(qtbot)
    assert "1 problème" in page.database.check_notice.text
    assert page.database.findings.isVisible()


def test_receipts_that_the_file_lacks_are_declared_lost_with_a_reason(page, office, qtbot):
    services = office.services
    office.gift(office.person(0))
    (receipt,) = services.receipts.issue_year(2025).value
    with services.database._units.database.writing() as connection:
        for table in ("tax_receipt_gift", "tax_receipt"):
            connection.exec_driver_sql(f"DROP TRIGGER {table}_no_delete")
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.commit()
    page.show_target("database")
    page.database.reload()
    office.idle(qtbot)
    notice = page.database.lost_receipts
    assert notice.isVisible()
    assert receipt.number_text in notice._said[0]

    notice.declare_action.trigger()
    notice.asker.dialog.reason.setText("disque en panne")
    notice.asker.dialog.submit_button.click()
    office.idle(qtbot)

    assert not notice.isVisible()
    (again,) = services.receipts.issue_year(2025).value
    assert again.number == receipt.number + 1


def test_restore_is_asked_before_anything_happens(page, office, tmp_path, qtbot):
    from dataclasses import replace

    restored = []
    page.database._desk = replace(office.desk, restore=restored.append)
    page.database.ask_to_restore(str(tmp_path / "copie.coopdesk"))
    box = page.database.findChild(QMessageBox)
    assert box is not None
    assert "copie.coopdesk" in box.text()
    verb = next(button for button in box.buttons() if button.text().startswith("Restaurer"))
    assert box.defaultButton() is not verb
    verb.click()
    assert restored == [tmp_path / "copie.coopdesk"]


# journal


def test_journal_lists_what_was_done_and_takes_one_back(page, office, qtbot):
    first, second = office.person(0), office.person(1)
    page.journal.reload()
    office.idle(qtbot)
    rows = texts(page.journal.list)
    assert [row[1] for row in rows] == [
        "Contact ajouté\u00a0: François Gonçalves",
        "Contact ajouté\u00a0: Élodie Lefèvre",
        "Profil de l’association enregistré",
    ]
    assert {row[3] for row in rows} == {"Maëlle"}
    page.journal.list.table.select_id(page.journal.list.model.ids[1])
    assert page.journal.undo_action.isEnabled()
    page.journal.undo_action.trigger()
    office.idle(qtbot)
    assert office.services.contacts.count() == 1
    assert office.services.contacts.get(second.id).display_name == second.display_name
    assert first.id != second.id
    states = [row[2] for row in texts(page.journal.list)]
    assert "Annulé" in " ".join(states)


def test_undone_operation_cannot_be_taken_back_again(page, office, qtbot):
    office.person(0)
    office.services.operations.undo()
    page.journal.reload()
    office.idle(qtbot)
    for key in page.journal.list.model.ids[:2]:
        page.journal.list.table.select_id(key)
        assert not page.journal.undo_action.isEnabled()
