"""Undo and redo in the menu and in the status line, over a real database."""

import pytest
from PySide6.QtWidgets import QMessageBox

from coopdesk.domain.contacts import NewContact


@pytest.fixture
def add(frame, services, idle):
    def add_one(name):
        frame.tasks.command(
            frame, lambda: services.contacts.add(NewContact(last_name=name, first_name="Ada"))
        )
        idle(frame.tasks)

    return add_one


def test_nothing_to_undo_in_a_new_database(frame):
    assert frame.window_actions.undo_action.text() == "&Annuler"
    assert not frame.window_actions.undo_action.isEnabled()
    assert frame.status.message.text() == ""


def test_command_names_itself_in_the_menu_and_in_the_status_line(frame, add):
    add("Lovelace & Fils")
    text = frame.window_actions.undo_action.text()
    assert text == "&Annuler\u00a0: contact ajouté\u00a0: Ada Lovelace && Fils"
    assert frame.status.message.text() == "Contact ajouté\u00a0: Ada Lovelace & Fils"
    assert frame.status.undo_button.isVisible()


def test_what_a_screen_tells_of_its_command_stays_with_the_way_back(
    frame,
    services,
    add,
    idle,
):
    frame.feedback.tell("Rien à faire.")
    frame.tasks.command(
        frame,
        lambda: services.contacts.add(NewContact(last_name="Lovelace")),
        lambda _made: frame.feedback.tell("Une place se libère."),
    )
    idle(frame.tasks)
    assert frame.status.message.text() == "Une place se libère."
    assert frame.status.undo_button.isVisible()
    add("Byron")
    assert frame.status.message.text().startswith("Contact ajouté")


def test_long_message_makes_no_window_wider(frame):
    narrow = frame.minimumSizeHint().width()
    frame.feedback.tell("Une personne monte de la liste d’attente " * 9)
    assert frame.minimumSizeHint().width() - narrow <= 40
    assert "Une personne" in frame.status.message.toolTip()


def test_undo_takes_back_and_offers_to_do_again(frame, services, add, idle):
    add("Lovelace")
    frame.status.undo_button.click()
    idle(frame.tasks)
    assert services.contacts.count() == 0
    assert frame.status.message.text().startswith("Annulé\u00a0: contact ajouté")
    assert not frame.window_actions.undo_action.isEnabled()
    assert "contact ajouté" in frame.window_actions.redo_action.text()
    frame.status.redo_button.click()
    idle(frame.tasks)
    assert services.contacts.count() == 1
    assert frame.window_actions.undo_action.isEnabled()
    assert not frame.window_actions.redo_action.isEnabled()


def test_refused_undo_says_why(frame, services, add, idle, qtbot):
    add("Lovelace")
    services.operations.undo()
    with qtbot.waitSignal(frame.feedback.reported):
        frame.window_actions.undo_action.trigger()
        idle(frame.tasks)
    frame.findChild(QMessageBox).close()


def test_reopened_database_offers_its_last_command_without_boasting(frame, services, add, idle):
    add("Lovelace")
    frame.undo.attach(services.operations)
    frame.status.say("")
    idle(frame.tasks)
    assert "contact ajouté" in frame.window_actions.undo_action.text()
    assert frame.status.message.text() == ""
