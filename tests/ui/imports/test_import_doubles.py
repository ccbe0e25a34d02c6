"""After an import the window says who may be known already, and leads to the pairs."""

from __future__ import annotations

from coopdesk.domain.contacts import NewContact
from coopdesk.ui.contacts.duplicates_page import DuplicatesPage
from tests.ui.office import payment_row


def imported(page, office, qtbot):
    row = payment_row(
        1,
        **{
            "Nom payeur": "Kerbrat",
            "Prénom payeur": "Jeanne",
            "Email payeur": "jeanne@example.org",
        },
    )
    page.preview(office.payments_file("paiements.csv", row))
    office.idle(qtbot)
    page.files.apply()
    office.idle(qtbot)


def test_a_contact_that_resembles_a_known_one_is_said_after_the_import(office, page, qtbot):
    known = NewContact(last_name="Kerbrat", first_name="J.", email="jeanne@example.org")
    office.services.contacts.add(known)
    imported(page, office, qtbot)

    assert page.files.notice.isVisible()
    assert page.files.notice.text.startswith("1 doublon probable")
    assert "jeanne@example.org" in page.files.notice.text
    opened = []
    office.desk.navigator.requested.connect(lambda *place: opened.append(place))
    page.files.doubles.see_action.trigger()
    ((name, target),) = opened
    assert (name, target[0]) == ("duplicates", "import")


def test_nothing_is_said_when_nobody_resembles(office, page, qtbot):
    office.services.contacts.add(NewContact(last_name="Roux", first_name="Zoé"))
    imported(page, office, qtbot)
    assert not page.files.notice.isVisible()


def test_the_page_of_doubles_shows_those_of_the_import_then_all(office, page, window, qtbot):
    add = office.services.contacts.add
    add(NewContact(last_name="Kerbrat", first_name="J.", email="jeanne@example.org"))
    for _one in range(2):
        add(NewContact(last_name="Roux", first_name="Zoé"))
    imported(page, office, qtbot)
    doubles = DuplicatesPage(office.desk)
    window.layout().addWidget(doubles)
    doubles.show_target(("import", office.services.imports.history()[0].id))
    office.idle(qtbot)

    assert doubles.list.model.rowCount() == 1
    assert not doubles.run_chip.isHidden()
    doubles.run_chip.click()
    office.idle(qtbot)
    assert doubles.list.model.rowCount() == 2
    assert doubles.run_chip.isHidden()
