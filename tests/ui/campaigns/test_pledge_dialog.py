"""The keys of the form of a pledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.pledges.dialog import PledgeDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.office import Office


def test_a_chosen_donor_leads_to_the_amount(office: Office, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PledgeDialog(office.desk, None, window)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.submit_button.click()
    assert dialog.form.error_of("donor_id")
    dialog.donor.setFocus()
    dialog.donor.set_contact(choice_of_contact(office.person()))
    dialog.donor.chosen.emit(dialog.donor.contact_id())
    assert not dialog.form.error_of("donor_id")
    assert dialog.focusWidget() is dialog.amount
