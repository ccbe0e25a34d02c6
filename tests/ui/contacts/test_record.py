"""The record of a contact and the small forms around it, driven as a person does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import (
    ConsentPurpose,
    ContactPoint,
    ContactState,
    FieldValue,
    NewAffiliation,
    NewGroupMember,
    NewNote,
    PointKind,
)
from coopdesk.domain.contacts import ContactFilter, NewContact
from coopdesk.domain.custom_fields import NewCustomField
from coopdesk.domain.partners import NewPartner, PartnerKind
from tests.ui.contacts.conftest import names, press, settle
from tests.ui.office import TODAY

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
DOWN, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def elodie(people):
    return people["Élodie Lefèvre"]


@pytest.fixture
def record(qtbot, office, page, elodie):
    """The page with the record of Élodie open."""
    page.show_target(elodie)
    settle(qtbot, office, page)
    return page


def said(page):
    return page.panel.reader.toPlainText().replace("\u00a0", " ")


def follow(qtbot, office, page, link):
    page.panel.link_activated.emit(link)
    settle(qtbot, office, page)


def form(page):
    return page.doings.ties.dialog


def trigger(qtbot, office, page, action):
    action.trigger()
    settle(qtbot, office, page)


def details(office, key):
    return office.services.details.of(key)


# the record


def test_record_of_a_bare_contact_offers_what_may_be_added(record):
    text = said(record)
    assert "une étiquette · un rattachement · un groupe · un foyer" in text
    for absent in ("Groupes", "Consentements", "Foyer\n", "Dons"):
        assert absent not in text


def test_record_shows_all_that_is_tied_to_a_contact(qtbot, office, record, elodie, people):
    services = office.services
    field = services.custom_fields.add(NewCustomField("Instrument")).value.id
    profile = services.contacts.get(elodie).profile
    services.contacts.change(
        elodie,
        NewContact(
            last_name=profile.last_name,
            first_name=profile.first_name,
            points=(ContactPoint(PointKind.PHONE, "02 40 00 00 01", "domicile"),),
            tags=("bénévole",),
            custom=(FieldValue(field, "Alto"),),
            birth_on=dt.date(1964, 3, 12),
        ),
    )
    services.affiliations.add(
        NewAffiliation(elodie, people["Biocoop du Port"], "Présidente", dt.date(2021, 9, 1))
    )
    services.groups.join(NewGroupMember(elodie, "Bureau", "trésorière"))
    services.households.create([elodie, people["Zoé Abadie"]], "Foyer du Port")
    services.details.add_note(NewNote(elodie, TODAY, "À rappeler."))
    record.reload()
    settle(qtbot, office, record)
    text = said(record)
    for expected in (
        "bénévole",
        "Domicile",
        "Biocoop du Port\nPrésidente · depuis le 01/09/2021",
        "Bureau\ntrésorière",
        "Foyer du Port : une adresse, un seul courrier",
        "Avec · Zoé Abadie",
        "À rappeler.",
        "Instrument\nAlto",
        "Historique",
    ):
        assert expected in text, expected


def test_structure_lists_its_persons(qtbot, office, page, people, elodie):
    office.services.affiliations.add(
        NewAffiliation(elodie, people["Biocoop du Port"], "Présidente")
    )
    page.show_target(people["Biocoop du Port"])
    settle(qtbot, office, page)
    assert "Personnes" in said(page)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.panel.link_activated.emit(f"contact:{elodie}")
    assert asked.args == ["contacts", elodie]


def test_structure_leads_to_the_partner_that_it_is_or_becomes(qtbot, office, page, people):
    shop = people["Biocoop du Port"]
    page.show_target(shop)
    settle(qtbot, office, page)
    assert "un partenariat" in said(page)
    assert page.doings.partner_action.text() == "Devient partenaire…"
    office.services.partners.add(NewPartner(shop, PartnerKind.COMPANY))
    page.reload()
    settle(qtbot, office, page)
    assert "Partenaire : Entreprise partenaire" in said(page)
    assert page.doings.partner_action.text() == "Ouvrir la fiche partenaire"
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.panel.link_activated.emit(f"partner:{shop}")
    assert asked.args == ["partners", ("contact", shop)]


def test_copied_phone_is_on_the_clipboard(qtbot, office, record):
    record.panel.link_activated.emit("copy:06%2012%2034%2056%2078")
    assert QGuiApplication.clipboard().text() == "06 12 34 56 78"


def test_history_shows_its_beginning_and_the_whole_on_demand(qtbot, office, record, elodie):
    for number in range(15):
        note = NewNote(elodie, dt.date(2024, 1, 1 + number), f"Remarque {number}.")
        office.services.details.add_note(note)
    record.reload()
    settle(qtbot, office, record)
    assert said(record).count("Remarque 0.") == 1  # among the notes only
    assert "Tout montrer" in said(record)
    follow(qtbot, office, record, "do:timeline:")
    assert said(record).count("Remarque 0.") == 2
    assert "Tout montrer" not in said(record)


# notes


def test_note_is_added_by_enter_and_taken_back(qtbot, office, record, undo, elodie):
    settle(qtbot, office, record)
    record.panel.note.setFocus()
    press("Preferer le soir", ENTER)
    settle(qtbot, office, record)
    assert "Preferer le soir" in said(record)
    assert record.panel.note.text() == ""
    undo.undo()
    settle(qtbot, office, record)
    assert "Preferer le soir" not in said(record)


def test_note_typed_about_one_contact_is_not_taken_for_another(qtbot, office, record, people):
    record.panel.note.setFocus()
    press("Pour elle seule")
    record.show_target(people["Zoé Abadie"])
    settle(qtbot, office, record)
    assert record.panel.note.text() == ""


def test_note_is_changed_and_removed(qtbot, office, record, elodie):
    note = office.services.details.add_note(NewNote(elodie, TODAY, "Ancienne.")).value
    record.reload()
    follow(qtbot, office, record, f"do:note:{note.id}")
    form(record).text.setPlainText("Nouvelle.")
    form(record).submit_button.click()
    settle(qtbot, office, record)
    assert "Nouvelle." in said(record)
    follow(qtbot, office, record, f"do:note:{note.id}")
    form(record).remove_button.click()
    settle(qtbot, office, record)
    assert details(office, elodie).notes == ()


# tags, ties, groups


def test_tag_is_added_with_few_keys(qtbot, office, record, elodie):
    trigger(qtbot, office, record, record.doings.forms["tags"])
    keys = press("accueil", ENTER, ENTER) - len("accueil")
    settle(qtbot, office, record)
    assert office.services.contacts.get(elodie).profile.tags == ("accueil",)
    assert "accueil" in said(record)
    assert keys == 2


def test_person_is_tied_to_a_structure_by_keyboard(qtbot, office, record, undo, elodie):
    settle(qtbot, office, record)
    trigger(qtbot, office, record, record.doings.forms["tie"])
    press("bioc", ENTER)
    qtbot.waitUntil(lambda: form(record).other.contact_id() is not None)
    press("Tresorier", TAB, "1/9/2021", ENTER)
    settle(qtbot, office, record)
    assert form(record) is None
    (tie,) = details(office, elodie).affiliations
    assert (tie.content.role, tie.content.started_on) == ("Tresorier", dt.date(2021, 9, 1))
    undo.undo()
    settle(qtbot, office, record)
    assert details(office, elodie).affiliations == ()


@pytest.mark.parametrize("arrow", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_an_arrow_never_leaves_the_only_choice(qtbot, office, record, people, arrow):
    trigger(qtbot, office, record, record.doings.forms["household"])
    press("abad")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(arrow, ENTER)
    assert form(record).other.contact_id() is not None


def test_structure_that_is_not_known_is_recorded_on_the_way(qtbot, office, record, elodie):
    trigger(qtbot, office, record, record.doings.forms["tie"])
    press("Mairie de Brume")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(ENTER)
    editor = form(record).new_contact.editor
    qtbot.waitUntil(lambda: editor.dialog is not None)
    editor.dialog.submit_button.click()
    qtbot.waitUntil(lambda: form(record).other.contact_id() is not None)
    form(record).role.setText("Elue")
    form(record).submit_button.click()
    settle(qtbot, office, record)
    (tie,) = details(office, elodie).affiliations
    assert (tie.organisation_name, tie.content.role) == ("Mairie de Brume", "Elue")


def test_tie_without_a_structure_is_refused_beneath_the_field(qtbot, office, record):
    trigger(qtbot, office, record, record.doings.forms["tie"])
    form(record).other.setText("nulle part")
    settle(qtbot, office, record)
    form(record).submit_button.click()
    assert form(record).form.error_of("organisation_id") == "Choisissez une structure."
    assert form(record).other.text() == "nulle part"
    form(record).done(0)


def test_tie_is_ended_from_its_link(qtbot, office, record, elodie, people):
    tie = office.services.affiliations.add(NewAffiliation(elodie, people["Biocoop du Port"]))
    record.reload()
    follow(qtbot, office, record, f"do:tie:{tie.value.id}")
    form(record).ended_on.setFocus()
    press("auj", ENTER)
    settle(qtbot, office, record)
    (known,) = details(office, elodie).affiliations
    assert known.content.ended_on == TODAY


def test_contact_joins_a_new_group_and_leaves_it(qtbot, office, record, elodie):
    trigger(qtbot, office, record, record.doings.forms["group"])
    press("Atelier compost", ENTER)
    settle(qtbot, office, record)
    (part,) = details(office, elodie).groups
    assert part.content.group == "Atelier compost"
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        name = record.panel.reader.document().find("Atelier compost")
        record.panel.link_activated.emit(name.charFormat().anchorHref())
    assert asked.args == ["groups", part.group_id]
    follow(qtbot, office, record, f"do:group:{part.id}")
    form(record).remove_button.click()
    settle(qtbot, office, record)
    assert details(office, elodie).groups == ()


def test_whose_address_a_household_replaces_is_said_before(qtbot, office, record, people):
    zoe = office.services.contacts.get(people["Zoé Abadie"])
    elsewhere = PostalAddress("5 quai Neuf", "", "56100", "Lorient")
    office.services.contacts.change(zoe.id, replace(zoe.profile, address=elsewhere))
    trigger(qtbot, office, record, record.doings.forms["household"])
    press("abad", ENTER)
    qtbot.waitUntil(lambda: form(record).other.contact_id() == zoe.id)
    office.idle(qtbot)
    said_below = [label.text() for label in form(record).findChildren(QLabel)]
    wanted = "Zoé Abadie\xa0: l’adresse devient 1 rue Haute, 44000 Nantes."
    assert any(text.endswith(wanted) for text in said_below)
    form(record).done(0)


def test_household_is_made_and_left(qtbot, office, record, elodie, people):
    trigger(qtbot, office, record, record.doings.forms["household"])
    press("abad", ENTER)
    qtbot.waitUntil(lambda: form(record).other.contact_id() == people["Zoé Abadie"])
    press(ENTER)
    settle(qtbot, office, record)
    assert details(office, people["Zoé Abadie"]).household is not None
    assert office.services.contacts.get(people["Zoé Abadie"]).profile.address.city == "Nantes"
    follow(qtbot, office, record, "do:leave_household:")
    assert details(office, elodie).household is None


# consents


def test_consent_is_recorded_with_few_keys(qtbot, office, record, elodie):
    trigger(qtbot, office, record, record.doings.forms["consent"])
    keys = press(ENTER)
    settle(qtbot, office, record)
    assert keys == 1
    consent = details(office, elodie).consents_in_force[ConsentPurpose.NEWSLETTER]
    assert consent.content.given
    assert consent.content.decided_on == TODAY
    assert "Accepte  · 12/12/2025" in said(record)


def test_consent_is_turned_round_from_its_link(qtbot, office, record, elodie):
    trigger(qtbot, office, record, record.doings.forms["consent"])
    form(record).submit_button.click()
    settle(qtbot, office, record)
    follow(qtbot, office, record, "do:consent:newsletter")
    form(record).source.setEditText("par téléphone")
    form(record).submit_button.click()
    settle(qtbot, office, record)
    consent = details(office, elodie).consents_in_force[ConsentPurpose.NEWSLETTER].content
    assert (consent.given, consent.source) == (False, "par téléphone")


# photo


def test_photo_is_shown_and_removed(qtbot, office, record, elodie, tmp_path):
    path = tmp_path / "photo.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(path))
    assert not record.doings.forms["no_photo"].isVisible()
    trigger(qtbot, office, record, record.doings.forms["photo"])
    (chooser,) = record.window().findChildren(QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    settle(qtbot, office, record)
    assert record.panel.record.photo
    assert office.desk.settings.current.folders["photos"] == str(tmp_path)
    assert record.doings.forms["no_photo"].isVisible()
    trigger(qtbot, office, record, record.doings.forms["no_photo"])
    assert record.panel.record.photo == b""


# the recycle bin


def test_contact_goes_to_the_bin_and_comes_back(qtbot, office, record, elodie):
    trigger(qtbot, office, record, record.doings.bin_action)
    assert office.services.contacts.get(elodie).state is ContactState.BINNED
    assert "à la corbeille depuis le" in said(record)
    assert record.doings.erase_action.isVisible()
    trigger(qtbot, office, record, record.restore_action)
    assert office.services.contacts.get(elodie).state is ContactState.ACTIVE


def questions(page):
    return [box for box in page.window().findChildren(QMessageBox) if box.isVisible()]


def test_erasing_asks_first_and_the_answer_that_is_ready_is_no(qtbot, office, record, elodie):
    office.services.contacts.bin([elodie])
    record.reload()
    settle(qtbot, office, record)
    trigger(qtbot, office, record, record.doings.erase_action)
    (box,) = questions(record)
    assert box.defaultButton().text() == "Annuler"
    assert "sont effacés" in box.informativeText()
    box.buttons()[0].click()
    settle(qtbot, office, record)
    assert not office.services.contacts.find(
        ContactFilter(text="lefevre", state=ContactState.BINNED), 5
    )
    assert not record.panel.isVisible()


def test_erasing_several_says_who_must_stay_and_erases_the_others(
    qtbot, office, page, people, elodie
):
    office.gift(office.services.contacts.get(elodie))
    ids = [elodie, people["Zoé Abadie"]]
    office.services.contacts.bin(ids)
    page.narrowing.show_state(ContactState.BINNED)
    page.reload()
    settle(qtbot, office, page)
    page.list.table.selectAll()
    trigger(qtbot, office, page, page.doings.erase_action)
    (box,) = questions(page)
    assert "1 contact" in box.text()
    assert "1 contact reste" in box.informativeText()
    box.buttons()[0].click()
    settle(qtbot, office, page)
    assert page.list.model.ids.tolist() == [elodie]


def test_contact_that_must_stay_is_not_erased_and_why_is_said(qtbot, office, record, elodie):
    office.gift(office.services.contacts.get(elodie))
    office.services.contacts.bin([elodie])
    record.reload()
    settle(qtbot, office, record)
    with qtbot.waitSignal(office.desk.feedback.reported) as told:
        record.doings.erase_action.trigger()
    assert "Élodie Lefèvre" in told.args[0]


def test_how_the_last_consent_was_known_is_offered_for_the_next(qtbot, office, record, people):
    trigger(qtbot, office, record, record.doings.forms["consent"])
    form(record).source.setEditText("bulletin 2026")
    form(record).submit_button.click()
    settle(qtbot, office, record)
    record.show_target(people["Zoé Abadie"])
    settle(qtbot, office, record)
    trigger(qtbot, office, record, record.doings.forms["consent"])
    assert form(record).source.currentText() == "bulletin 2026"
    form(record).done(0)


# the list


def test_own_field_that_is_listed_becomes_a_column(qtbot, office, page, people):
    new = NewCustomField("Instrument", is_listed=True)
    key = office.services.custom_fields.add(new).value.id
    office.services.contacts.add(
        NewContact(last_name="Aaa", custom=(FieldValue(key, "Alto"),), tags=("jardin",))
    )
    page.reload()
    settle(qtbot, office, page)
    titles = [column.title for column in page.list.model.columns]
    assert "Instrument" in titles
    (first, *_rest) = page.list.model.fetch_texts(page.list.model.ids.tolist())
    assert first[titles.index("Instrument")] == "Alto"
    assert first[titles.index("Étiquettes")] == "jardin"
    assert names(page)[0] == "Aaa"
