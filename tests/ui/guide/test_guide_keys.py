"""The stories of the guide with the keys alone: each takes as many as its table says."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import coopdesk.ui
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import DonationFilter, NewDonation
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.system.paths import documents_folder
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.entries.view import EntriesView
from tests.ui.guide.hands import GUIDE, LAST_YEAR, SAMPLE, add_double, said_in_guide

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.hands import Desktop, Hands

WINDOW = Path(coopdesk.ui.__file__).parent
KEYS = re.compile(r'"((?:(?:Ctrl|Alt|Shift)\+)+[A-Za-z,]+|F\d+|Del)"')

# The list of names under the field of the donor.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def gifts(services: Services) -> int:
    return len(services.donations.ids(DonationFilter()))


def test_cash_gift_of_a_known_donor(hands: Hands, services: Services) -> None:
    before = gifts(services)
    hands.press("Ctrl+4", "Ctrl+N")
    hands.type("guez")
    hands.press("Return")
    hands.type("20")
    hands.press("Return")
    assert gifts(services) == before + 1
    newest = max(services.donations.ids(DonationFilter()))
    gift = services.donations.get(newest).content
    assert (gift.amount.cents, gift.mode) == (2_000, PaymentMode.CASH)
    assert gift.donor_id is not None
    assert hands.count == said_in_guide("Enregistrer un don en espèces d’un donateur connu")
    assert hands.count <= 12


def test_taking_back_what_was_just_done(hands: Hands, services: Services) -> None:
    before = gifts(services)
    services.donations.record(NewDonation(dt.date(2026, 1, 5), Money(700), PaymentMode.CASH))
    hands.press("Ctrl+Z")
    assert gifts(services) == before
    assert hands.count == said_in_guide("Annuler ce qui vient d’être fait")


def accounts_of(services: Services, words: str) -> list[str]:
    (made,) = services.entries.ids(EntryFilter(text=words), 1)
    return [line.account for line in services.entries.get(made).content.lines]


def test_expense_in_plain_words_and_line_by_line(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+9", "Ctrl+N")
    hands.type("12")
    hands.press("Tab", "Tab")
    hands.type("timbres")
    hands.press("Tab", "Tab")
    hands.type("post")
    hands.press("Return", "Return")
    assert accounts_of(services, "timbres") == ["626", "5121"]
    assert hands.count == said_in_guide("Enregistrer une dépense")
    hands.press("Escape", "Ctrl+1")
    hands.count = 0
    hands.press("Ctrl+9", "Ctrl+Shift+N", "Tab", "Tab")
    hands.type("courses")
    hands.press("Tab", "Tab")
    hands.type("626")
    hands.press("Return")
    hands.type("12")
    hands.press("Return")
    hands.type("5121")
    hands.press("Return", "F5", "Return")
    assert accounts_of(services, "courses") == ["626", "5121"]
    assert hands.count == said_in_guide("La même, ligne à ligne")


def test_entries_are_prepared_and_a_figure_leads_to_its_own(
    hands: Hands, services: Services, window: MainWindow
) -> None:
    assert services.booking.pending().count
    hands.press("Ctrl+K")
    hands.type("prep")
    hands.press("Down", "Return", "Return")
    assert not services.booking.pending().count
    assert hands.count == said_in_guide("Préparer les écritures des dons et adhésions")
    hands.press("Ctrl+1")
    hands.count = 0
    hands.press("Ctrl+K")
    hands.type("resul")
    hands.press("Return", "Down", "Return", "Return", "Return")
    page = window.stack.current_page
    assert isinstance(page, AccountPage)
    assert isinstance(page.views.shown, EntriesView)
    assert page.views.shown.detail.chosen_id is not None
    assert hands.count == said_in_guide("Ouvrir la première écriture d’un chiffre du résultat")


def test_record_of_a_contact_is_found(hands: Hands, window: MainWindow) -> None:
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Return")
    assert window.stack.current_key == "contacts"
    assert hands.count == said_in_guide("Trouver la fiche d’un contact")


def test_person_with_e_mail_and_town(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+2", "Ctrl+N")
    hands.type("Ana")
    hands.press("Tab")
    hands.type("Abel")
    hands.press("Tab")
    hands.type("ana@example.org")
    hands.press("Tab", "Tab", "Tab")
    hands.type("44400")
    hands.press("Return")
    (line,) = services.contacts.find(ContactFilter(text="ana abel"), 2)
    assert (line.email, line.town) == ("ana@example.org", "44400 Rezé")
    assert hands.count == said_in_guide("Inscrire une personne avec e-mail et commune")


def test_tag_of_a_contact(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Return", "Ctrl+T")
    hands.type("jury")
    hands.press("Return", "Return")
    (line,) = services.contacts.find(ContactFilter(text="guez"), 2)
    assert line.tags == ("jury",)
    assert hands.count == said_in_guide("Donner une étiquette à un contact")


def test_consent_of_a_contact(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Return", "Ctrl+Shift+A", "Return")
    (line,) = services.contacts.find(ContactFilter(text="guez"), 2)
    (consent,) = services.details.of(line.id).consents
    assert consent.content.given
    assert hands.count == said_in_guide("Noter un consentement")


def test_paid_membership_of_a_known_contact(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+3", "Ctrl+N")
    hands.type("guez")
    hands.press("Return", "Return")
    (line,) = services.contacts.find(ContactFilter(text="guez"), 2)
    (membership,) = services.members.of_contact(line.id)
    assert not membership.remainder
    assert hands.count == said_in_guide("Enregistrer l’adhésion réglée d’un contact connu")
    assert hands.count <= 12


def test_everybody_is_renewed(hands: Hands, services: Services) -> None:
    before = len(services.members.ids(MembershipFilter()))
    hands.press("Ctrl+3", "Ctrl+R", "Space")
    assert len(services.members.ids(MembershipFilter())) > before
    assert hands.count == said_in_guide("Renouveler toutes les adhésions")
    assert hands.count <= 6


def test_two_doubles_are_merged(hands: Hands, services: Services) -> None:
    add_double(services)
    before = services.contacts.count()
    hands.press("Ctrl+K")
    hands.type("doub")
    hands.press("Return", "Return", "Return", "Return")
    assert services.contacts.count() == before - 1
    assert hands.count == said_in_guide("Fusionner deux doublons")


def test_labels_of_all_members(hands: Hands, desktop: Desktop) -> None:
    hands.press("Ctrl+3", "Ctrl+P", "Down", "Down", "Return", "Return")
    assert list(documents_folder().rglob("etiquettes.pdf"))
    assert hands.count == said_in_guide("Imprimer les étiquettes de tous les adhérents")


def test_letters_to_everybody_who_is_late(hands: Hands, desktop: Desktop) -> None:
    hands.press("Ctrl+K")
    hands.type("rela")
    hands.press("Return", "Space", "Return")
    assert list(documents_folder().rglob("relances.pdf"))
    assert hands.count == said_in_guide("Écrire les lettres de relance")


def test_duplicate_of_last_years_receipt(
    hands: Hands, services: Services, desktop: Desktop
) -> None:
    services.receipts.issue_year(LAST_YEAR)
    hands.press("Ctrl+K")
    hands.type("guez")
    hands.press("Down", "Return", "Ctrl+Shift+D")
    (opened,) = desktop.opened
    assert opened.startswith("duplicata-")
    assert opened.endswith("-guezennec-maiwenn.pdf")
    assert hands.count == said_in_guide("Ouvrir le duplicata d’un reçu de l’an dernier")
    assert hands.count <= 10


def test_file_of_helloasso(hands: Hands, services: Services, window: MainWindow) -> None:
    window.file_dropped.emit(SAMPLE)
    hands.count += 1
    hands.settle()
    hands.press("Return")
    assert services.imports.history()[0].file_name == SAMPLE.name
    assert hands.count == said_in_guide("Importer un fichier HelloAsso")
    assert hands.count <= 4


def test_receipts_of_the_year(hands: Hands, services: Services) -> None:
    hands.press("Ctrl+K")
    hands.type("emet")
    hands.press("Return", "Tab", "Tab", "Space")
    count, _amount = services.receipts.totals(LAST_YEAR)
    now, _amount = services.receipts.totals(LAST_YEAR + 1)
    assert count + now > 0
    assert hands.count == said_in_guide("Émettre les reçus de l’année")


def test_workbook_of_the_year(hands: Hands, desktop: Desktop) -> None:
    hands.press("Ctrl+9", "Ctrl+E", "Return")
    assert list(documents_folder().rglob("*.xlsx"))
    assert hands.count == said_in_guide("Écrire le classeur de l’année")


def test_every_key_of_the_window_is_in_the_guide() -> None:
    sources = [path.read_text(encoding="utf-8") for path in WINDOW.rglob("*.py")]
    keys = {key for text in sources for key in KEYS.findall(text)}
    assert {"Ctrl+K", "F2", "Ctrl+Shift+C"} <= keys
    names = {
        "Shift": "Maj",
        "Left": "←",
        "Up": "↑",
        "Down": "↓",
        "Del": "Suppr",
        "PgUp": "Page préc.",
        "PgDown": "Page suiv.",
    }
    table = (GUIDE / "raccourcis-clavier.md").read_text(encoding="utf-8")
    untold = {"Ctrl+Shift+Z", "Ctrl+Return", "Ctrl+Enter"}  # the same again under other keys
    for key in keys - untold:
        said = "+".join(names.get(part, part) for part in key.split("+"))
        assert re.search(rf"^\|.*{re.escape(said)}[ ,].*\|", table, re.MULTILINE), key
