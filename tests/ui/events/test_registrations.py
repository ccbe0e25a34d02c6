"""Registering for an event: places, the waiting list, money and parties."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.event_registrations import DoorPayment, NewRegistration, OptionChoice
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.events.doing import EventDoing
from coopdesk.ui.events.money_dialogs import find_parties
from coopdesk.ui.events.panel import EventPanel
from coopdesk.ui.events.registrations_tab import Shown
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.page import Role
from tests.ui.events.conftest import fill_event, plain, settle
from tests.ui.office import texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def tab(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    shown.show_target(event_target(event_id, Part.REGISTRATIONS))
    settle(qtbot, office)
    return shown.views.shown.events.tab


def people(office, tab, count):
    """Register people by the service, and read the list again."""
    made = [
        office.services.registrations.register(
            NewRegistration(tab.doing.event_id, office.person(number).id)
        ).value
        for number in range(count)
    ]
    tab.reload()
    return made


def rows(tab):
    return [tuple(plain(cell) for cell in row) for row in texts(tab.list)]


def said(tab):
    return plain(tab.panel.reader.toPlainText())


def follow(tab, name):
    """Do what the link of that name in the record does."""
    tab.panel.link_activated.emit(f"{name}:{tab.shown.registration.id}")


def test_contact_and_guest_are_registered_in_a_series(tab, office, qtbot):
    known = office.person()
    tab.doing.add_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert plain(dialog.said.text()) == "À payer : 12,00 € · 2 places libres"
    dialog.who.set_contact(choice_of_contact(known))
    dialog.options.rows[0].taken.setChecked(True)
    assert plain(dialog.said.text()).startswith("À payer : 21,00 €")
    dialog.repeat_button.click()
    settle(qtbot, office)
    assert "1 place libre" in plain(dialog.said.text())
    dialog.who.setText("Kerhervé")
    dialog.first_name.setText("Lou")
    dialog.tariff.setCurrentIndex(1)
    dialog.price.setText("1")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert "2,00" in plain(dialog.form.error_of("price"))
    dialog.price.setText("3,50")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert [(row[1], row[3], row[4]) for row in rows(tab)] == [
        ("Élodie Lefèvre", "Plein + Repas", "21,00 €"),
        ("Lou Kerhervé", "Libre", "3,50 €"),
    ]
    assert "à payer : 24,50 €" in plain(tab.sums.text())


def test_guest_is_asked_for_an_address_a_contact_has_its_own(tab, office, qtbot):
    tab.doing.add_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    asked = [dialog.form.fields[name] for name in ("first_name", "email", "phone")]
    assert all(field.isHidden() for field in asked)
    dialog.who.setText("Kerhervé")
    assert not any(field.isHidden() for field in asked)
    dialog.who.set_contact(choice_of_contact(office.person()))
    assert all(field.isHidden() for field in asked)
    dialog.tariff.setCurrentIndex(1)
    assert "Au moins 2,00 €." in plain(dialog.form.fields["price"]._below.text())


def test_form_gives_no_tariff_to_who_has_none(tab, office, qtbot):
    events = office.services.events
    fees = [one.id for one in events.sheet(tab.doing.event_id).tariffs[:2]]
    for key in fees:
        events.close_tariff(key)
    (made,) = people(office, tab, 1)
    for key in fees:
        events.reopen_tariff(key)
    settle(qtbot, office)
    tab.list.record_activated.emit(made.id)
    settle(qtbot, office)
    tab.doing.change_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert dialog.tariff.currentText() == "Pas de tarif"
    dialog.note.setPlainText("végétarien")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert office.services.registrations.get(made.id).due == Money(0)


def test_family_is_registered_in_a_series_on_one_payment(tab, office, qtbot):
    tab.doing.add_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert dialog.form.fields["party_id"].isHidden()
    dialog.who.setText("Kerhervé")
    dialog.first_name.setText("Lou")
    dialog.repeat_button.click()
    settle(qtbot, office)
    assert "Lou Kerhervé" in dialog.form.fields["party_id"]._below.text()
    dialog.who.setText("Kerhervé")
    dialog.first_name.setText("Lou")
    dialog.first_name.editingFinished.emit()
    settle(qtbot, office)
    assert "Lou Kerhervé" in dialog.form.fields["first_name"]._below.text()
    dialog.first_name.setText("Gaël")
    dialog.party.set_contact(find_parties(office.desk, tab.doing.event_id, "lou")[0])
    dialog.submit_button.click()
    settle(qtbot, office)
    (party,) = office.services.registrations.parties(tab.doing.event_id)
    assert set(party.names) == {"Lou Kerhervé", "Gaël Kerhervé"}


def test_change_asks_for_the_price_of_then_where_the_tariff_says_another_one(
    tab, office, qtbot
):
    services, event_id = office.services, tab.doing.event_id
    tariffs = {one.content.name: one for one in services.events.sheet(event_id).tariffs}
    meal = OptionChoice(tariffs["Repas"].id, 2)
    guest = NewRegistration(event_id, last_name="x" * 100, options=(meal,))
    services.registrations.register(guest)
    for name in ("Plein", "Repas"):
        tariff = tariffs[name]
        dearer = replace(tariff.content, amount=Money(9_900))
        services.events.change_tariff(tariff.id, dearer)
    tab.reload()
    settle(qtbot, office)
    tab.list.table.selectRow(0)
    settle(qtbot, office)
    tab.doing.change_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert plain(dialog.said.text()) == "À payer : 30,00 €"
    qtbot.keyClick(dialog.options.rows[0].quantity, Qt.Key.Key_Down)
    assert plain(dialog.said.text()) == "À payer : 111,00 €"


def test_long_name_makes_no_form_wider_than_its_dialog(tab, office, qtbot):
    name = "x" * 110
    guest = NewRegistration(tab.doing.event_id, last_name=name)
    made = office.services.registrations.register(guest).value
    tab.doing.pay(made)
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    dialog.form.fields["gift"].set_hint(name)
    assert dialog.form.minimumSizeHint().width() < dialog.width()


def test_nobody_is_registered_without_a_name(tab, office, qtbot):
    tab.doing.add_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    dialog.submit_button.click()
    settle(qtbot, office)
    assert dialog.form.error_of("last_name")


def test_contact_who_takes_part_already_is_refused_under_the_name(tab, office, qtbot):
    known = office.person()
    new = NewRegistration(tab.doing.event_id, known.id)
    office.services.registrations.register(new)
    tab.doing.add_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    dialog.who.set_contact(choice_of_contact(known))
    dialog.submit_button.click()
    settle(qtbot, office)
    assert "participe déjà" in plain(dialog.form.error_of("last_name"))


def test_contact_chosen_in_place_of_another_brings_no_address_of_that_one(tab, office, qtbot):
    known = NewRegistration(
        tab.doing.event_id, office.person().id, email="fete@example.org", phone="0240000000"
    )
    office.services.registrations.register(known)
    tab.reload()
    settle(qtbot, office)
    tab.list.table.selectRow(0)
    settle(qtbot, office)
    tab.doing.change_action.trigger()
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    dialog.who.set_contact(choice_of_contact(office.person(1)))
    assert (dialog.email.text(), dialog.phone.text()) == ("", "")


def test_who_comes_after_the_last_place_waits_and_moves_up(tab, office, qtbot):
    people(office, tab, 4)
    settle(qtbot, office)
    assert [row[2] for row in rows(tab)] == [
        "Inscrit",
        "Inscrit",
        "En attente n° 1",
        "En attente n° 2",
    ]
    tab.list.table.select_id(tab.list.model.id_at(0))
    settle(qtbot, office)
    told = []
    office.desk.feedback.told.connect(told.append)
    qtbot.keyClick(tab.list.table, Qt.Key.Key_Delete)
    box = tab.doing.box
    assert "Élodie Lefèvre" in box.informativeText()
    box.defaultButton().click()
    settle(qtbot, office)
    assert [row[2] for row in rows(tab)] == ["Annulée", "Inscrit", "Inscrit", "En attente n° 1"]
    assert "passe de la liste d’attente : Maëlle Bœuf" in plain(told[-1])
    tab.list.record_activated.emit(tab.list.model.id_at(2))
    settle(qtbot, office)
    assert "Place obtenue depuis la liste d’attente" in said(tab)
    assert "prend la place de Élodie Lefèvre" in said(tab)
    sheet = plain(tab.window().findChild(EventPanel).reader.toPlainText())
    assert "Passés depuis la liste d’attente" in sheet
    assert "Maëlle Bœuf" in sheet


def test_places_that_are_added_say_who_gets_them_and_who_comes_back_too_late_waits(
    tab, office, qtbot
):
    first, *_others = people(office, tab, 3)
    office.services.registrations.cancel([first.id])
    tab.reload()
    settle(qtbot, office)
    told = []
    office.desk.feedback.told.connect(told.append)
    tab.list.table.select_id(first.id)
    settle(qtbot, office)
    tab.doing.restore_action.trigger()
    settle(qtbot, office)
    assert plain(told[-1]) == "Élodie Lefèvre est en liste d’attente."
    doing = next(x for x in tab.window().findChildren(EventDoing) if x.chosen_id)
    doing.change_action.trigger()
    settle(qtbot, office)
    doing.asker.dialog.capacity.set_count(5)
    doing.asker.dialog.submit_button.click()
    settle(qtbot, office)
    assert plain(told[-1]).endswith("passe de la liste d’attente : Élodie Lefèvre")


def test_several_are_given_up_at_once_and_one_comes_back(tab, office, qtbot):
    people(office, tab, 2)
    settle(qtbot, office)
    tab.list.table.selectAll()
    settle(qtbot, office)
    tab.doing.cancel_action.trigger()
    assert "Annuler 2 inscriptions" in tab.doing.box.text()
    tab.doing.box.defaultButton().click()
    settle(qtbot, office)
    tab.chips.chip(Shown.CANCELLED).click()
    settle(qtbot, office)
    assert len(rows(tab)) == 2
    tab.list.table.select_id(tab.list.model.id_at(0))
    settle(qtbot, office)
    tab.doing.restore_action.trigger()
    settle(qtbot, office)
    counts = office.services.registrations.counts(tab.doing.event_id)
    assert (counts.registered, counts.cancelled) == (1, 1)


def test_what_is_due_is_proposed_and_a_gift_goes_on_top(tab, office, qtbot):
    (made,) = people(office, tab, 1)
    settle(qtbot, office)
    tab.list.record_activated.emit(made.id)
    settle(qtbot, office)
    follow(tab, "pay")
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert plain(dialog.amount.text()) == "12,00 €"
    dialog.gift.setText("5")
    dialog.mode.choose(PaymentMode.CHEQUE)
    dialog.submit_button.click()
    settle(qtbot, office)
    assert rows(tab)[0][5] == "Payé"
    party = office.services.registrations.party(made.party_id)
    assert (party.due, party.paid) == (Money(1_200), Money(1_200))
    (gift,) = office.services.donations.ids(DonationFilter(year=None))
    assert office.services.donations.get(gift).content.amount == Money(500)


def test_place_given_up_after_payment_is_paid_back(tab, office, qtbot):
    (made,) = people(office, tab, 1)
    services = office.services
    paid = DoorPayment(office.desk.today(), Money(1_200), PaymentMode.CARD)
    services.registrations.pay(made.party_id, paid)
    services.registrations.cancel([made.id])
    tab.chips.chip(Shown.TO_REFUND).click()
    settle(qtbot, office)
    assert rows(tab)[0][5] == "À rembourser"
    assert plain(tab.sums.text()).endswith("payé : 12,00 € · à rembourser : 12,00 €")
    tab.list.record_activated.emit(made.id)
    settle(qtbot, office)
    follow(tab, "refund")
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert plain(dialog.amount.text()) == "12,00 €"
    dialog.submit_button.click()
    settle(qtbot, office)
    assert services.registrations.party(made.party_id).paid == Money(0)


def test_money_is_taken_by_f9_of_who_may_owe_it_and_given_back_from_the_menu(
    tab, office, qtbot
):
    (made,) = people(office, tab, 1)
    settle(qtbot, office)
    tab.list.table.setFocus()
    tab.list.table.select_id(made.id)
    settle(qtbot, office)
    assert not tab.doing.refund_action.isEnabled()
    qtbot.keyClick(tab.list.table, Qt.Key.Key_F9)
    settle(qtbot, office)
    tab.doing.asker.dialog.submit_button.click()
    settle(qtbot, office)
    office.services.registrations.cancel([made.id])
    tab.reload()
    settle(qtbot, office)
    assert not tab.doing.pay_action.isEnabled()
    assert tab.doing.refund_action in tab.list.table.actions()
    tab.doing.refund_action.trigger()
    settle(qtbot, office)
    assert plain(tab.doing.asker.dialog.amount.text()) == "12,00 €"


def test_cash_that_is_given_back_comes_out_of_the_cash_box(tab, office, qtbot):
    (made,) = people(office, tab, 1)
    today, boxes = office.desk.today(), office.services.cash_boxes
    box = boxes.open(made.event_id, today, Money(5_000)).value
    paid = DoorPayment(today, Money(1_200), PaymentMode.CASH, cash_box_id=box.id)
    office.services.registrations.pay(made.party_id, paid)
    office.services.registrations.cancel([made.id])
    settle(qtbot, office)
    tab.list.record_activated.emit(made.id)
    settle(qtbot, office)
    follow(tab, "refund")
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    assert dialog.form.fields["cash_box_id"].isHidden()
    dialog.mode.choose(PaymentMode.CASH)
    assert dialog.box.value == box.id
    dialog.submit_button.click()
    settle(qtbot, office)
    assert boxes.get(box.id).takings == Money(0)


def test_two_people_pay_together_and_one_of_them_for_both(tab, office, qtbot):
    first, second = people(office, tab, 2)
    settle(qtbot, office)
    tab.list.record_activated.emit(second.id)
    settle(qtbot, office)
    follow(tab, "join")
    settle(qtbot, office)
    dialog = tab.doing.asker.dialog
    dialog.submit_button.click()
    assert dialog.form.error_of("party_id")
    (found,) = find_parties(office.desk, tab.doing.event_id, "lefevre")
    assert (found.id, found.name) == (first.party_id, "Élodie Lefèvre")
    dialog.party.set_contact(found)
    dialog.submit_button.click()
    settle(qtbot, office)
    assert "Paient ensemble : Élodie Lefèvre, François Gonçalves" in said(tab)
    assert "24,00 €" in said(tab)
    follow(tab, "payer")
    payer = tab.doing.asker.dialog
    payer.payer.set_contact(choice_of_contact(office.person(3)))
    payer.submit_button.click()
    settle(qtbot, office)
    assert "Hélène Marie Bénédicte" in said(tab)
    follow(tab, "leave")
    settle(qtbot, office)
    assert "Paient ensemble" not in said(tab)


def test_to_pay_names_who_paid_a_part_too(tab, office, qtbot):
    first, _second = people(office, tab, 2)
    part = DoorPayment(office.desk.today(), Money(500), PaymentMode.CARD)
    office.services.registrations.pay(first.party_id, part)
    tab.chips.chip(Shown.TO_PAY).click()
    settle(qtbot, office)
    assert [row[5] for row in rows(tab)] == ["Payé en partie", "À payer"]


def test_ctrl_n_registers_while_the_registrations_are_shown(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    view = shown.views.shown
    assert shown.role_actions[Role.NEW] is view.primary_action
    shown.show_target(event_target(event_id, Part.REGISTRATIONS))
    settle(qtbot, office)
    assert shown.role_actions[Role.NEW] is view.events.tab.doing.add_action
    assert shown.search_field is view.events.tab.search
    view.detail.close_record()
    assert shown.role_actions[Role.NEW] is view.primary_action
