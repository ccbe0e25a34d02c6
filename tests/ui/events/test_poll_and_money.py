"""The polls, the money and the files of an event in the window."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.event_registrations import DoorPayment, NewRegistration
from coopdesk.domain.events import NewEvent, NewVenue, When, WhenKind
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.widgets.record_parts import Lines, Words
from tests.ui.events.conftest import fill_event, plain, settle

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

DAYS = (
    ',"11/04/2150","11/04/2150","13/04/2150",\r\n'
    ',"18h-20h","20h-22h","soir",\r\n'
    '"Maëlle Zéphyr","Oui","Non","Si nécessaire",\r\n'
    '"Yann","Oui","Oui","Inconnu",\r\n'
    '"Nour Benali","Oui","Si nécessaire","Oui",\r\n'
    '"Solène","Si nécessaire","Oui","Oui",\r\n'
)


def open_part(page, office, qtbot, event_id, part):
    shown = page()
    shown.show_target(event_target(event_id, part))
    settle(qtbot, office)
    return shown.views.shown.events.tab


def read(tab):
    return plain(tab.reader.toPlainText())


def follow(tab, office, qtbot, text):
    """Follow the link that reads so."""
    for part in tab.reader.parts:
        rows = part.rows if isinstance(part, Lines) else ()
        for _name, _amount, below in rows:
            for said in below:
                if isinstance(said, Words) and plain(said.text) == text:
                    tab.reader.link_activated.emit(said.link)
                    settle(qtbot, office)
                    return
    raise AssertionError(text)


@pytest.fixture
def poll_tab(page, office, qtbot):
    services = office.services
    for name, capacity in (("Grande halle", 200), ("Petite salle", 5)):
        services.venues.add(NewVenue(name, capacity=capacity))
    week = When(WhenKind.WEEK, dt.date(2150, 4, 11), dt.date(2150, 4, 11))
    event = services.events.add(NewEvent("Atelier", when=week)).value
    tab = open_part(page, office, qtbot, event.id, Part.POLL)
    path = office.folder / "atelier.csv"
    path.write_text(DAYS, encoding="utf-8")
    tab.take_file(path)
    settle(qtbot, office)
    return tab


def test_poll_counts_if_needed_apart_and_marks_the_best_slot(poll_tab):
    said = read(poll_tab)
    assert "samedi 11 avril 2150, 18h-20h" in said
    assert "3 oui" in said
    assert "Meilleur choix" in said
    assert "1 si nécessaire" in said.lower()
    smallest = said.index("Ce créneau et ce lieu : Petite salle (5 personnes)")
    assert smallest < said.index("lieu : Grande halle (200 personnes)")


def test_slot_dates_the_event_at_the_smallest_place_that_holds_them(poll_tab, office, qtbot):
    follow(poll_tab, office, qtbot, "Ce créneau et ce lieu : Petite salle (5 personnes)")
    event = office.services.events.get(poll_tab.event_id)
    assert read(poll_tab).count("Créneau retenu") == 1
    assert event.when == When(
        WhenKind.DAYS, dt.date(2150, 4, 11), dt.date(2150, 4, 11), dt.time(18), dt.time(20)
    )
    assert event.venue_name == "Petite salle"


def test_those_who_said_yes_are_registered_in_one_click(poll_tab, office, qtbot):
    told = []
    office.desk.feedback.told.connect(told.append)
    follow(poll_tab, office, qtbot, "Inscrire les 3 personnes")
    assert office.services.registrations.counts(poll_tab.event_id).registered == 3
    assert plain(told[-1]) == "3 personnes inscrites"
    follow(poll_tab, office, qtbot, "Inscrire 4 avec les « si nécessaire »")
    assert office.services.registrations.counts(poll_tab.event_id).registered == 4
    assert plain(told[-1]) == "1 personne inscrite · 3 déjà inscrites"


def test_poll_that_is_known_is_taken_by_another_event(poll_tab, office, qtbot):
    poll_tab.reader.link_activated.emit(
        f"untie:{office.services.polls.of(poll_tab.event_id)[0].id}"
    )
    settle(qtbot, office)
    assert "Aucun sondage" in read(poll_tab)
    poll_tab.tie_action.trigger()
    settle(qtbot, office)
    poll_tab.asker.dialog.submit_button.click()
    settle(qtbot, office)
    assert "Meilleur choix" in read(poll_tab)


def test_money_that_is_not_booked_is_said_beside_the_result(page, office, qtbot):
    event_id = fill_event(office)
    services = office.services
    made = services.registrations.register(NewRegistration(event_id, office.person().id)).value
    paid = DoorPayment(office.desk.today(), Money(1_200), PaymentMode.CARD, Money(300))
    services.registrations.pay(made.party_id, paid)
    services.registrations.register(NewRegistration(event_id, office.person(1).id))
    tab = open_part(page, office, qtbot, event_id, Part.MONEY)
    said = read(tab)
    assert "Résultat : 0,00 €" in said
    assert "Reste dû par les inscrits" in said
    assert "12,00 €" in said
    assert "Pas encore comptabilisé" in said


def test_event_without_money_says_where_it_will_come_from(page, office, qtbot):
    tab = open_part(page, office, qtbot, fill_event(office), Part.MONEY)
    assert "Aucun argent connu pour l’instant" in read(tab)


def test_files_are_kept_with_the_event_and_taken_off(page, office, qtbot):
    tab = open_part(page, office, qtbot, fill_event(office), Part.FILES)
    assert tab.empty.isVisible()
    path = office.folder / "affiche.txt"
    path.write_text("Venez !", encoding="utf-8")
    tab.keeping.attach([path])
    settle(qtbot, office)
    assert not tab.empty.isVisible()
    assert [x.name for x in office.services.event_files.files(tab.event_id)] == ["affiche.txt"]
    tab.detach_action.trigger()
    settle(qtbot, office)
    assert tab.empty.isVisible()
