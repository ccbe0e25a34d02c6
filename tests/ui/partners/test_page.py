"""The page of partners: figures, lists, records and what is done with a partner."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.partners import NewPartner, PartnerKind, PartnerLevel
from coopdesk.ui.page import Role
from coopdesk.ui.partners.finding import find_partners
from coopdesk.ui.partners.reading import AgreementsShown, CommitmentsShown, Shown
from coopdesk.ui.partners.views import View
from coopdesk.ui.recent_records import recent_hits
from coopdesk.ui.registry import page_specs
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.contacts.conftest import unnamed
from tests.ui.office import problems_of
from tests.ui.partners.conftest import names, plain, read, rows, settle, shown, structure


def open_partner(qtbot, office, page, key):
    page.show_target(("partner", key))
    settle(qtbot, office, page)


def test_page_stands_in_the_rail_and_ctrl_k_finds_all_of_a_partner(office, made):
    specs = {spec.key: spec for spec in page_specs()}
    assert specs["partners"].above == ""
    found = find_partners(office.desk, "brume")
    assert next((hit.text, hit.target) for hit in found) == (
        "Mairie de Brume",
        ("partner", made.partner),
    )
    hit = find_partners(office.desk, "disposition")[0]
    assert (hit.page, hit.target) == ("partners", ("agreement", made.premises))
    hit = find_partners(office.desk, "bilan")[-1]
    assert hit.target == ("commitment", made.report)
    assert "12 jours de retard" in plain(hit.detail)
    assert find_partners(office.desk, "b") == []


def test_page_without_a_partner_says_what_it_is_for_and_makes_the_first(qtbot, office, window):
    town_hall = structure(office, "Mairie de Brume")
    page = shown(qtbot, office, window)
    assert names(page) == []
    page.role_actions[Role.NEW].trigger()
    office.idle(qtbot)
    view = page.views.shown
    dialog = view.doing.asker.dialog
    assert unnamed(dialog) == []
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "structure" in dialog.form.error_of("contact_id")
    dialog.contact.set_contact(Choice(town_hall, "Mairie de Brume"))
    dialog.kind.choose(PartnerKind.INSTITUTION)
    dialog.level.choose(PartnerLevel.TOWN)
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert names(page) == ["Mairie de Brume"]
    assert "Institution publique" in read(page)
    assert unnamed(page) == []
    assert problems_of(page) == []


def test_what_a_structure_likely_is_is_proposed_until_somebody_says_so(qtbot, office, page):
    new = NewContact(
        kind=ContactKind.ORGANISATION,
        organisation_name="Fédération des Rives",
        organisation_kind=OrganisationKind.FEDERATION,
    )
    key = office.services.contacts.add(new).value.id
    page.add_action.trigger()
    office.idle(qtbot)
    dialog = page.views.shown.doing.asker.dialog
    dialog.contact.set_contact(Choice(key, "Fédération des Rives"))
    office.idle(qtbot)
    assert dialog.kind.value is PartnerKind.NETWORK
    dialog.kind.choose(PartnerKind.FUNDER)
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    dialog.contact.set_contact(Choice(key, "Fédération des Rives"))
    office.idle(qtbot)
    assert dialog.kind.value is PartnerKind.FUNDER
    dialog.form.is_dirty = False
    dialog.reject()


def test_figures_count_the_lines_that_they_open(qtbot, office, page):
    for figure, view, chip in (
        (page.partners_figure, View.PARTNERS, Shown.CURRENT),
        (page.agreements_figure, View.AGREEMENTS, AgreementsShown.IN_FORCE),
        (page.decide_figure, View.AGREEMENTS, AgreementsShown.TO_DECIDE),
        (page.late_figure, View.COMMITMENTS, CommitmentsShown.LATE),
    ):
        figure.click()
        settle(qtbot, office, page)
        assert (page.views.current, page.views.shown.chips.key) == (view, chip)
        assert figure.value == str(len(names(page)))
    assert page.late_figure.value == "1"


def test_list_tells_what_is_open_and_narrows_by_kind_and_level(qtbot, office, page):
    first = rows(page)[0]
    assert first[0] == "Mairie de Brume"
    assert first[-1] == "1 en retard"
    assert plain(page.views.shown.list.total_text) == "1 engagement en retard"
    view = page.views.shown
    view.kind.choose(PartnerKind.NETWORK)
    view.kind.activated.emit(view.kind.currentIndex())
    settle(qtbot, office, page)
    assert names(page) == ["Réseau des Rives"]
    # What is asked for by name is shown, whatever the boxes hide.
    open_partner(qtbot, office, page, view.list.model.ids[0])
    view.level.choose(PartnerLevel.TOWN)
    view.level.activated.emit(view.level.currentIndex())
    settle(qtbot, office, page)
    assert names(page) == []
    view.clear_filters()
    settle(qtbot, office, page)
    assert len(names(page)) == 2


def test_record_tells_both_sides_and_leads_to_everything(qtbot, office, page, made):
    open_partner(qtbot, office, page, made.partner)
    said = read(page)
    for text in (
        "Mairie de Brume",
        "Mise à disposition de la salle",
        "Ce que nous devons",
        "12 jours de retard",
        "Prêter la grande salle",
        "300,00 €",
    ):
        assert text in said
    assert said.index("Envoyer le bilan") < said.index("Prêter la grande salle")
    opened = []
    office.desk.navigator.requested.connect(lambda *where: opened.append(where))
    for link in (f"agreement:{made.premises}", f"contact:{made.town_hall}"):
        page.views.shown.panel.link_activated.emit(link)
    assert opened == [
        ("partners", ("agreement", made.premises)),
        ("contacts", made.town_hall),
    ]
    assert problems_of(page) == []


def test_records_opened_lately_are_named_for_the_home_page(qtbot, office, page, made):
    for word, key in (
        ("partner", made.partner),
        ("agreement", made.premises),
        ("commitment", made.report),
    ):
        page.show_target((word, key))
        settle(qtbot, office, page)
    opened = office.desk.settings.opened_in(office.desk.database)
    assert [(hit.text, hit.target) for hit in recent_hits(office.services, opened)] == [
        ("Envoyer le bilan de l’année", ("commitment", made.report)),
        ("Mise à disposition de la salle", ("agreement", made.premises)),
        ("Mairie de Brume", ("partner", made.partner)),
    ]


def test_partner_is_changed_ended_and_brought_back(qtbot, office, page, made, undo):
    open_partner(qtbot, office, page, made.partner)
    doing = page.views.shown.doing
    doing.change_action.trigger()
    office.idle(qtbot)
    dialog = doing.asker.dialog
    assert dialog.contact.choice == Choice(made.town_hall, "Mairie de Brume")
    dialog.purpose.setPlainText("La salle des fêtes")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "La salle des fêtes" in read(page)
    doing.end_action.trigger()
    office.idle(qtbot)
    doing.asker.dialog.ended_on.set_day(dt.date(2025, 12, 1))
    doing.asker.dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "Jusqu’au 01/12/2025" in read(page)
    undo.undo()
    settle(qtbot, office, page)
    assert "En cours" in read(page)


def test_partner_with_agreements_stays_and_one_without_goes(qtbot, office, page, made):
    view = page.views.shown
    key = office.services.partners.add(_plain_partner(office)).value.id
    open_partner(qtbot, office, page, key)
    view.doing.remove_action.trigger()
    settle(qtbot, office, page)
    assert "Collège du Parc" not in names(page)
    open_partner(qtbot, office, page, made.partner)
    with qtbot.waitSignal(office.desk.feedback.reported) as told:
        view.doing.remove_action.trigger()
    assert "Mairie de Brume" in told.args[0]
    assert view.detail.shown_id == made.partner


def _plain_partner(office):
    return NewPartner(structure(office, "Collège du Parc"))


def test_structure_named_by_its_contact_opens_or_becomes_a_partner(qtbot, office, page, made):
    page.show_target(("contact", made.town_hall))
    settle(qtbot, office, page)
    assert page.views.shown.detail.shown_id == made.partner
    other = structure(office, "Collège du Parc")
    page.show_target(("contact", other))
    settle(qtbot, office, page)
    dialog = page.views.shown.doing.asker.dialog
    assert dialog.contact.choice == Choice(other, "Collège du Parc")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "Collège du Parc" in names(page)


def test_fee_of_a_network_is_typed_and_paid_from_its_record(qtbot, office, page, made):
    page.show_target(("network_fee", made.fee))
    settle(qtbot, office, page)
    assert "120,00 €" in read(page)
    page.views.shown.panel.link_activated.emit(f"pay-fee:{made.fee}")
    office.idle(qtbot)
    dialog = page.views.shown.doing.asker.dialog
    assert unnamed(dialog) == []
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "Payée le 12/12/2025" in read(page)
    assert "Versé à ce contact : Adhésion à un réseau 2025" in read(page)
    assert office.services.network_fees.get(made.fee).payment_id is not None
    page.views.shown.panel.link_activated.emit("add-fee:0")
    office.idle(qtbot)
    dialog = page.views.shown.doing.asker.dialog
    dialog.year.set_count(2026)
    dialog.amount.setText("130")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "130,00 €" in read(page)


def test_who_follows_a_partner_is_chosen_among_persons(qtbot, office, page, made):
    new = NewContact(first_name="Zoé", last_name="Abadie")
    key = office.services.contacts.add(new).value.id
    open_partner(qtbot, office, page, made.partner)
    doing = page.views.shown.doing
    doing.change_action.trigger()
    office.idle(qtbot)
    doing.asker.dialog.referent.set_contact(Choice(key, "Zoé Abadie"))
    doing.asker.dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "Zoé Abadie" in read(page)


def test_way_back_leads_through_the_tabs_to_the_record_that_was_open(qtbot, office, page, made):
    navigator = office.desk.navigator
    navigator.requested.connect(lambda _key, target: page.show_target(target))
    navigator.open("home")
    navigator.open("partners", ("partner", made.partner))
    settle(qtbot, office, page)
    page.views.tabs.setCurrentIndex(page.views.tab_of(View.NETWORK))
    navigator.open("partners", ("agreement", made.premises))
    settle(qtbot, office, page)
    for view in (View.NETWORK, View.PARTNERS):
        navigator.back()
        settle(qtbot, office, page)
        assert page.views.current is view
    assert page.views.shown.detail.shown_id == made.partner


def test_what_is_made_from_the_menu_is_with_the_partner_that_is_open(qtbot, office, page, made):
    open_partner(qtbot, office, page, made.partner)
    page.agreement_action.trigger()
    office.idle(qtbot)
    asker = page.views.shown.doing.asker
    assert asker.dialog.partner.contact_id() == made.town_hall
    asker.dialog.reject()
    page.show_target(("agreement", made.premises))
    settle(qtbot, office, page)
    page.commitment_action.trigger()
    office.idle(qtbot)
    dialog = page.views.shown.doing.asker.dialog
    assert dialog.partner.contact_id() == made.town_hall
    assert dialog.agreement.value == made.premises
