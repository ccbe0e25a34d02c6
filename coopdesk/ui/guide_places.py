"""Which page of the user guide is about what the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.ui.page import Page

# By the key of a page, and what it shows where it has several views.
PLACES = {
    "home": "accueil.md",
    "contacts": "contacts.md",
    "duplicates": "doublons.md",
    "groups": "groupes.md",
    "members": "adherents.md",
    "donations": "dons.md",
    "donations campaigns": "campagnes-et-promesses.md",
    "donations pledges": "campagnes-et-promesses.md",
    "donations expenses": "notes-de-frais.md",
    "receipts": "recus-fiscaux.md",
    "events": "evenements.md",
    "events calendar": "calendrier.md",
    "door": "accueil-des-inscrits.md",
    "partners": "partenaires.md",
    "partners grants": "subventions.md",
    "partners projects": "subventions.md",
    "partners calls": "subventions.md",
    "accounts": "comptes.md",
    "accounts entries": "ecritures.md",
    "accounts accounts": "etats-et-classeur.md",
    "accounts statements": "etats-et-classeur.md",
    "accounts budget": "budget-et-activites.md",
    "accounts inventory": "inventaire.md",
    "accounts closing": "cloturer-un-exercice.md",
    "imports": "importer-un-fichier.md",
    "imports contacts": "importer-des-contacts.md",
    "imports polls": "sondages-et-agendas.md",
    "imports bank": "banque.md",
    "imports bank reconcile": "rapprocher.md",
    "imports bank state": "rapprocher.md",
    "imports bank rules": "rapprocher.md",
    "settings": "premiers-pas.md",
}


def guide_page(key: str, page: Page | None) -> str:
    """Return the file of the guide about a page of the window, empty for the contents.

    ``page`` says which of its views is shown; what has no page of its own has that of the
    whole it belongs to.
    """
    words = f"{key} {page.shown_view if page is not None else ''}".split()
    while words:
        found = PLACES.get(" ".join(words))
        if found is not None:
            return found
        words.pop()
    return ""
