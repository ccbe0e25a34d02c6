"""Which page of the user guide is about what the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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

# By the name of a dialog, with its package where another has that name too; the others are
# about what their page is about.
DIALOGS = {
    "AgreementDialog": "partenaires.md#les-conventions",
    "AgreementTextDialog": "partenaires.md#les-lettres-et-les-papiers",
    "AidDialog": "subventions.md#les-aides-publiques",
    "AnnualReportDialog": "rapport-annuel.md",
    "BookingPreview": "ecritures-automatiques.md",
    "grants.BudgetDialog": "subventions.md#le-projet-et-son-budget",
    "CallDialog": "subventions.md#lappel-à-projets",
    "CommitmentDialog": "partenaires.md#les-engagements",
    "ConnectDialog": "importer-helloasso.md",
    "DeliveryDialog": "recus-fiscaux.md#imprimer-envoyer-remettre",
    "DonorTextsDialog": "courriers.md#changer-les-textes",
    "EligibleDialog": "subventions.md#trois-financeurs-pour-un-projet",
    "partners.FeeDialog": "partenaires.md#les-adhésions-aux-réseaux",
    "FilingDialog": "declaration-annuelle.md",
    "FilterDialog": "filtres.md",
    "GrantReportDialog": "subventions.md#le-compte-rendu",
    "GrantingDialog": "subventions.md#la-réponse-et-largent",
    "ImportPreviewDialog": "echanges-comptables.md",
    "IssueDialog": "recus-fiscaux.md#émettre",
    "KeepDialog": "partenaires.md#les-engagements",
    "MergeDialog": "doublons.md",
    "receipts.OutputDialog": "recus-fiscaux.md#imprimer-envoyer-remettre",
    "OwnDutyDialog": "accueil.md#à-faire",
    "PartnerDialog": "partenaires.md#un-partenaire",
    "PartnerLetterDialog": "partenaires.md#les-lettres-et-les-papiers",
    "PartnerTextsDialog": "partenaires.md#les-lettres-et-les-papiers",
    "PayDialog": "partenaires.md#les-adhésions-aux-réseaux",
    "PlanDialog": "subventions.md#la-demande",
    "ProfileDialog": "subventions.md#la-demande",
    "ProjectDialog": "subventions.md#le-projet-et-son-budget",
    "PullDialog": "importer-helloasso.md",
    "ReplaceDialog": "recus-fiscaux.md#se-tromper",
    "RequestDialog": "subventions.md#la-demande",
    "grants.ReturnDialog": "subventions.md#la-réponse-et-largent",
    "partners.EndingDialog": "partenaires.md#les-conventions",
    "partners.ReopenDialog": "partenaires.md#les-engagements",
    "SignDialog": "partenaires.md#les-conventions",
    "ThanksDialog": "courriers.md#remercier",
    "VerifyDialog": "recus-fiscaux.md#vérifier-un-pdf",
    "VoidDialog": "recus-fiscaux.md#se-tromper",
    "WelcomeDialog": "premiers-pas.md#créer-votre-base",
    "home.YearDialog": "accueil.md#le-calendrier-de-lannée",
}


def dialog_page(dialog: QWidget | None) -> str:
    """Return the place of the guide about a dialog, empty where its page has the best one."""
    kind = type(dialog)
    package = kind.__module__.split(".")[-2:-1]
    return DIALOGS.get(".".join([*package, kind.__name__]), DIALOGS.get(kind.__name__, ""))


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
