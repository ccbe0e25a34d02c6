"""The pictures of the guide are drawn here, from the program on an invented association.

``COOPDESK_TEST_PICTURES=docs/images`` writes them there (docs/README.md).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from coopdesk.domain.contact_details import ConsentPurpose, NewConsent, NewNote
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.domain.expenses import ExpenseFilter
from coopdesk.domain.members import NewMembership
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_drafting import COMPANY_FORM
from coopdesk.domain.receipts import Delivery, DeliveryWay
from coopdesk.ui.donations.targets import CampaignShown, PledgeShown
from coopdesk.ui.entries.simple_dialog import SimpleEntryDialog
from coopdesk.ui.expenses.targets import SheetShown
from coopdesk.ui.imports.mapping_dialog import MappingDialog
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.letters.thanking import Thanking
from coopdesk.ui.members.choices import unpaid_choice
from coopdesk.ui.members.payment_dialog import SharedPaymentDialog
from coopdesk.ui.members.share_rows import LineKind
from coopdesk.ui.welcome.dialog import WelcomeDialog
from tests.ui.guide.hands import GUIDE, LAST_YEAR, SAMPLE, add_double, pictures_of_guide

if TYPE_CHECKING:
    from coopdesk.domain.members import MembershipLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

CHOIR = """Choriste;Mél;Portable;Où habitez-vous;Pupitre
Maiwenn Guezennec;maiwenn@example.org;;44100 Nantes;alto
LE BIHAN Soazig;soazig@example.org;06 12 34 56 70;4 rue du Port 29200 Brest;soprano
Jean-Noël Abiven;jn.abiven@example.org;;44400 Rezé;basse
M. Ronan Sévère;pas d’e-mail;06 12 34 56 71;35000 Rennes;ténor
"""

# The list of names under the field of the donor.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def give_to_tiers(services: Services, campaign_id: int) -> None:
    """Let donors help to build an oven."""
    givers = [gift.donor_id for gift in services.donor_letters.unthanked()[:8]]
    bricks, vault, *_paid = services.campaigns.get(campaign_id).tiers
    name = services.campaigns.get(campaign_id).content.name
    day = dt.datetime.now().astimezone().date()
    for place, donor_id in enumerate(dict.fromkeys(givers)):
        tier, euros = (vault, 250) if place % 3 == 0 else (bricks, 40)
        gift = NewDonation(day, Money(euros * 100), PaymentMode.CHEQUE, donor_id)
        services.donations.record(replace(gift, campaign=name, tier_id=tier.id))


def picture_what_is_given(services: Services, window: MainWindow, camera: Camera) -> None:
    """Draw a campaign, a pledge, an expense sheet and the thanks."""
    oven = next(x.id for x in services.campaigns.find() if "four" in x.name)
    give_to_tiers(services, oven)
    window.navigator.open("donations", CampaignShown(oven))
    camera.take("campagne")
    window.navigator.open("donations", PledgeShown(services.pledges.find()[0].id))
    camera.take("promesse")
    sheet = max(services.expenses.find(ExpenseFilter()), key=lambda x: x.id)
    window.navigator.open("donations", SheetShown(sheet.id))
    camera.take("note-de-frais")
    thanking = Thanking(window.stack.desk, window)
    thanking.ask()
    as_wide_as_on_a_desk(1_120)
    camera.take("remercier", form=True)
    assert thanking.dialog is not None
    thanking.dialog.reject()
    thanking.edit_texts(DonorTextKind.THANKS)
    as_wide_as_on_a_desk(1_120)
    camera.take("textes", form=True)


def picture_what_was_issued(services: Services, window: MainWindow, camera: Camera) -> None:
    """Issue the receipts of two years, replace one, and draw what there is."""
    issued = [
        line
        for year in (LAST_YEAR, LAST_YEAR + 1)
        for line in services.receipts.issue_year(year).value
    ]
    receipt = max(issued, key=lambda x: x.gift_count)
    camera.draw("recu", services.receipts.pdf(receipt.id))
    company = next(x for x in issued if x.form == COMPANY_FORM)
    camera.draw("recu-entreprise", services.receipts.pdf(company.id))
    new = services.receipt_life.replace(receipt.id, "Erreur sur le donateur").value
    way = Delivery(DeliveryWay.EMAILED, window.stack.desk.today())
    services.receipt_life.deliver([new.id, company.id], way)
    window.navigator.open("receipts", new.id)
    camera.take("recus-emis")
    window.navigator.open("receipts", "declaration")
    camera.take("declaration")
    window.navigator.open("settings", "legal")
    camera.take("chiffres-de-la-loi")


def test_pictures_of_money_and_receipts(
    hands: Hands, services: Services, window: MainWindow, camera: Camera, tmp_path: Path
) -> None:
    camera.take("accueil")
    window.navigator.open("home", "calendar")
    camera.take("calendrier-de-l-annee", form=True)
    hands.press("Escape", "Ctrl+K")
    hands.type("guez")
    camera.take("trouver")
    hands.press("Escape", "Ctrl+4", "Ctrl+N")
    hands.type("guez")
    hands.press("Return")
    hands.type("20")
    camera.take("don", form=True)
    hands.press("Return")
    window.file_dropped.emit(SAMPLE)
    hands.settle()
    camera.take("import")
    hands.press("Return", "Ctrl+5")
    camera.take("recus")
    hands.press("Ctrl+K")
    hands.type("emet")
    hands.press("Return")
    camera.take("emettre", form=True)
    hands.press("Escape", "Ctrl+,")
    camera.take("reglages")
    questions = WelcomeDialog(window.tasks, window.stack.desk.today, window, tmp_path)
    questions.open()
    camera.take("assistant", form=True)
    questions.reject()
    picture_what_was_issued(services, window, camera)
    picture_what_is_given(services, window, camera)


def test_pictures_of_the_books(
    hands: Hands, window: MainWindow, camera: Camera, tmp_path: Path
) -> None:
    bill = tmp_path / "facture-affiches.pdf"
    bill.write_bytes(b"%PDF-1.4")
    hands.press("Ctrl+9")
    camera.take("comptes")
    hands.press("Ctrl+N")
    hands.type("84,60")
    hands.press("Tab", "Tab")
    hands.type("Affiches pour le vide-grenier")
    hands.press("Tab", "Tab")
    hands.type("catal")
    hands.press("Return")
    simple = QApplication.activeModalWidget()
    assert isinstance(simple, SimpleEntryDialog)
    simple.files.add([bill])
    camera.take("ecriture", form=True)
    simple.cancel_button.click()
    drop_what_is_typed()
    hands.settle()
    hands.press("Ctrl+Shift+N")
    as_wide_as_on_a_desk(1_120)
    hands.press("Tab", "Tab")
    hands.type("Location de la salle")
    hands.press("Tab", "Tab")
    hands.type("6132")
    hands.press("Return")
    hands.type("150")
    hands.press("Return")
    hands.type("5121")
    hands.press("Return", "Tab")
    camera.take("ligne-a-ligne", form=True)
    hands.press("Escape")
    drop_what_is_typed()
    picture_what_the_books_say(window, camera)


def picture_what_the_books_say(window: MainWindow, camera: Camera) -> None:
    window.navigator.open("accounts", ("report", "result"))
    camera.take("etats")
    window.navigator.open("accounts", ("budget",))
    camera.take("budget")
    window.navigator.open("accounts", ("inventory", Part.VOLUNTEERING))
    camera.take("inventaire")
    window.navigator.open("accounts", ("closing", None))
    camera.take("cloture")
    window.navigator.open("settings", "chart")
    camera.take("comptabilite")


def drop_what_is_typed() -> None:
    """Answer that what was typed may go, where that is asked."""
    asked = QApplication.activeModalWidget()
    if isinstance(asked, QMessageBox):
        leaves = QMessageBox.ButtonRole.DestructiveRole
        next(x for x in asked.buttons() if asked.buttonRole(x) is leaves).click()


def tell_about(services: Services, contact_id: int) -> None:
    """Write down what a record can hold, beside the gift that is there."""
    today = dt.datetime.now().astimezone().date()
    kind = services.membership_types.list()[0]
    terms = services.members.propose(contact_id, kind.id, today)
    new = NewMembership(contact_id, kind.id, terms.period, terms.fee)
    services.members.join_paid(new, terms.fee, PaymentMode.CHEQUE, today)
    agrees = NewConsent(contact_id, ConsentPurpose.NEWSLETTER, given=True, decided_on=today)
    services.details.decide(agrees)
    note = NewNote(contact_id, today, "Prête sa remorque pour le vide-grenier.")
    services.details.add_note(note)


def test_pictures_of_contacts(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    (donor,) = services.contacts.find(ContactFilter(text="guez"), 2)
    tell_about(services, donor.id)
    filters = services.filters
    filters.save("À relancer", filters.parse("member_status in (to_renew, late)"))
    wanted = "gifts > 20 and member_status = up_to_date and department = 44"
    filters.save("Donatrices et donateurs à jour", filters.parse(wanted))
    window.navigator.open("contacts", donor.id)
    camera.take("contact")
    hands.press("Escape")
    window.navigator.open("contacts", filters.parse(wanted))
    camera.take("filtres")
    grouped = "member_status = up_to_date and (department in (44, 85) or gifts > 100)"
    window.navigator.open("contacts", filters.parse(grouped))
    hands.press("Ctrl+Shift+F")
    camera.take("filtre", form=True)
    hands.press("Escape")
    add_double(services)
    window.navigator.open("duplicates")
    camera.take("doublons")
    hands.press("Return", "Return")
    camera.take("fusionner", form=True)


def test_pictures_of_a_file_of_contacts(
    hands: Hands, window: MainWindow, camera: Camera, tmp_path: Path
) -> None:
    table = tmp_path / "chorale.csv"
    table.write_text(CHOIR, encoding="utf-8")
    window.file_dropped.emit(table)
    hands.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MappingDialog)
    for column, field in (("Choriste", "full_name"), ("Où habitez-vous", "address")):
        dialog.boxes[column].choose(field)
    camera.take("colonnes", form=True)
    dialog.submit_button.click()
    hands.settle()
    page = window.stack.current_page
    assert isinstance(page, ImportPage)
    lines = page.files.contacts.view.list
    lines.record_activated.emit(lines.model.id_at(0))
    camera.take("import-contacts")


def unpaid(services: Services) -> list[MembershipLine]:
    members = services.members
    return members.lines(members.ids(MembershipFilter(paid=False)))


def as_wide_as_on_a_desk(width: int) -> None:
    """The screen of the tests is narrower than any desk's: dialogs keep inside it."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.resize(width, 600)


def test_pictures_of_members(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    hands.press("Ctrl+3")
    camera.take("adhesions")
    hands.press("Ctrl+N")
    hands.type("guez")
    hands.press("Return")
    camera.take("adhesion", form=True)
    hands.press("Return")
    hands.press("Ctrl+R")
    as_wide_as_on_a_desk(1_120)
    camera.take("renouveler", form=True)
    hands.press("Escape")
    hands.press("Ctrl+K")
    hands.type("rela")
    hands.press("Return")
    as_wide_as_on_a_desk(1_040)
    camera.take("relances", form=True)
    hands.press("Escape", "Ctrl+K")
    hands.type("stat")
    hands.press("Return")
    camera.take("statistiques")
    window.navigator.open("settings", "members")
    camera.take("tarifs")
    hands.press("Ctrl+3", "Ctrl+Shift+R")
    hands.type("guez")
    hands.press("Return")
    hands.type("65")
    rows = QApplication.activeModalWidget()
    assert isinstance(rows, SharedPaymentDialog)
    owed = [line for line in unpaid(services) if line.remainder.cents in {2_000, 3_500}][:2]
    rows.rows.settle([unpaid_choice(line) for line in owed])
    rows.rows.add_row()
    rows.rows.rows[-1].kind.choose(LineKind.GIFT)
    camera.take("reglement", form=True)


def test_pictures_of_papers(services: Services, camera: Camera, tmp_path: Path) -> None:
    wanted = services.filters.parse("member_status in (up_to_date, late)")
    who = ContactFilter(condition=wanted)
    papers = services.papers
    paper = tmp_path / "paper.pdf"
    papers.labels(who, papers.sheet("L7160"), paper)
    camera.draw("etiquettes", paper, 0.9)
    papers.cards(who, paper)
    camera.draw("cartes", paper, 0.9)


def test_every_picture_of_the_guide_is_there() -> None:
    assert pictures_of_guide()
    for name in pictures_of_guide():
        assert (GUIDE.parent / "images" / f"{name}.png").is_file(), name
