"""The assistant: five steps, checks, Enter and Escape, nothing mandatory but the name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from coopdesk.domain.association import Association
from coopdesk.domain.errors import RuleError
from coopdesk.ui.welcome.dialog import WelcomeDialog

HOSTILE = "Les <b>Amis</b> & Cie"


@pytest.fixture
def make(tasks, window, desk, idle):
    """Open the assistant; give it a folder for a new file, or none."""

    def made(folder=None):
        window.show()
        dialog = WelcomeDialog(tasks, desk.today, window, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.answers = []
        dialog.submitted.connect(dialog.answers.append)
        dialog.open()
        idle(tasks)
        return dialog

    return made


def field(dialog, name):
    return next(s.form.fields[name].widget for s in dialog.steps if name in s.form.fields)


def error(dialog, name):
    return next(s.form.error_of(name) for s in dialog.steps if name in s.form.fields)


def press_enter(qtbot, dialog):
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_name_and_five_enters_are_enough(make, qtbot, tmp_path, tasks, idle):
    dialog = make(tmp_path)
    qtbot.keyClicks(field(dialog, "name"), "La Coop du Val")
    for number in range(1, 5):
        press_enter(qtbot, dialog)
        assert dialog.number == number
    idle(tasks)
    press_enter(qtbot, dialog)
    (answers,) = dialog.answers
    assert answers.profile == Association(name="La Coop du Val")
    assert answers.path == tmp_path / "La Coop du Val.coopdesk"


def test_without_a_name_the_first_step_stays(make, qtbot):
    dialog = make()
    press_enter(qtbot, dialog)
    assert dialog.number == 0
    assert error(dialog, "name") == "Saisissez le nom de l’association."


def test_wrong_number_is_said_before_going_on(make, qtbot):
    dialog = make()
    qtbot.keyClicks(field(dialog, "name"), "La Coop du Val")
    press_enter(qtbot, dialog)
    qtbot.keyClicks(field(dialog, "siren"), "732829321")
    press_enter(qtbot, dialog)
    assert dialog.number == 1
    assert error(dialog, "siren") != ""
    field(dialog, "siren").clear()
    qtbot.keyClicks(field(dialog, "siren"), "732829320")
    assert error(dialog, "siren") == ""
    press_enter(qtbot, dialog)
    assert dialog.number == 2


def test_back_keeps_what_was_typed(make, qtbot):
    dialog = make()
    qtbot.keyClicks(field(dialog, "name"), "La Coop du Val")
    press_enter(qtbot, dialog)
    dialog.back_button.click()
    assert dialog.number == 0
    assert field(dialog, "name").text() == "La Coop du Val"


def test_enter_writes_a_line_in_the_purpose_and_ctrl_enter_goes_on(make, qtbot):
    dialog = make()
    qtbot.keyClicks(field(dialog, "name"), "La Coop du Val")
    purpose = field(dialog, "purpose")
    purpose.setFocus()
    qtbot.keyClick(purpose, Qt.Key.Key_Return)
    assert dialog.number == 0
    qtbot.keyClick(purpose, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.number == 1


def test_escape_closes_at_once_when_nothing_was_typed(make, qtbot):
    dialog = make()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_before_losing_what_was_typed(make, qtbot):
    dialog = make()
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert dialog.isVisible()
    next(b for b in box.buttons() if b is not box.defaultButton()).click()
    assert not dialog.isVisible()


def test_summary_names_the_free_file_and_what_receipts_miss(make, qtbot, tmp_path, tasks, idle):
    (tmp_path / "La Coop.coopdesk").write_bytes(b"taken")
    dialog = make(tmp_path)
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    for _number in range(4):
        press_enter(qtbot, dialog)
    idle(tasks)
    assert dialog.summary.path == tmp_path / "La Coop (2).coopdesk"
    assert "La Coop (2).coopdesk" in said(dialog)
    assert "objet" in said(dialog)


def test_open_database_is_asked_no_file(make, qtbot, tasks, idle):
    dialog = make()
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    for _number in range(4):
        press_enter(qtbot, dialog)
    idle(tasks)
    assert not dialog.summary.name_label.isVisible()
    assert dialog.next_button.text() == "Enregistrer le profil"
    press_enter(qtbot, dialog)
    assert dialog.answers[0].path is None


def test_assistant_says_that_it_is_busy_and_takes_nothing_meanwhile(
    make, qtbot, tmp_path, tasks, idle
):
    dialog = make(tmp_path)
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    for _number in range(4):
        press_enter(qtbot, dialog)
    idle(tasks)
    press_enter(qtbot, dialog)
    assert dialog.next_button.text() == "Un instant…"
    assert not dialog.summary.isEnabled()
    assert not dialog.back_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.findChild(QMessageBox) is None

    dialog.refuse("Le disque est plein.")
    assert dialog.next_button.text() == "Créer la base"
    assert dialog.back_button.isEnabled()


def test_enter_that_is_faster_than_the_free_name_waits_for_it(
    make, qtbot, tmp_path, tasks, idle
):
    dialog = make(tmp_path)
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    for _number in range(5):
        press_enter(qtbot, dialog)
    idle(tasks)
    assert [answers.path for answers in dialog.answers] == [tmp_path / "La Coop.coopdesk"]


def test_refusal_keeps_everything_and_can_be_tried_again(make, qtbot, tmp_path, tasks, idle):
    dialog = make(tmp_path)
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    for _number in range(4):
        press_enter(qtbot, dialog)
    idle(tasks)
    press_enter(qtbot, dialog)
    assert not dialog.next_button.isEnabled()
    dialog.refuse("Le disque est plein.")
    assert "Le disque est plein." in said(dialog)
    assert field(dialog, "name").text() == "La Coop"
    dialog.next_button.click()
    idle(tasks)
    assert len(dialog.answers) == 2


def test_refused_profile_leads_back_to_its_step(make, qtbot):
    dialog = make()
    qtbot.keyClicks(field(dialog, "name"), "La Coop")
    dialog.show_error(RuleError("siren.wrong_length", field="siren"))
    assert dialog.number == 1
    assert error(dialog, "siren") == "Un SIREN a neuf chiffres."


def test_demonstration_is_offered_on_the_first_step(make, qtbot):
    dialog = make()
    with qtbot.waitSignal(dialog.demo_requested):
        dialog.demo_button.click()
    assert not dialog.isVisible()


def test_hostile_name_is_shown_as_it_is(make, qtbot, tmp_path, tasks, idle):
    dialog = make(tmp_path)
    qtbot.keyClicks(field(dialog, "name"), HOSTILE)
    for _number in range(4):
        press_enter(qtbot, dialog)
    idle(tasks)
    assert HOSTILE in dialog.summary.letterhead.accessibleDescription()
    assert dialog.summary.path.name == "Les -b-Amis-b- & Cie.coopdesk"


def test_dialog_fits_the_reference_screen(make):
    dialog = make()
    least = dialog.minimumSizeHint()
    assert least.width() <= 640
    assert least.height() <= 420
