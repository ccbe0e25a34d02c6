"""Papers of partners over a real file: what they say is what was recorded of both sides."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.domain.agreements import (
    AgreementKind,
    AgreementState,
    NewAgreement,
    NewSignatory,
    Renewal,
    Side,
)
from coopdesk.domain.commitments import CommitmentKind
from coopdesk.domain.contact_details import NewAffiliation, NewGroupMember
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.partners import PartnerKind, PartnerLevel
from coopdesk.services.affiliations import AffiliationService
from coopdesk.services.association import AssociationService
from coopdesk.services.groups import GroupService
from coopdesk.services.partner_letters import PartnerLetterService
from coopdesk.services.partner_papers import PartnerPaperService
from coopdesk.services.partner_texts import notice_end, within
from coopdesk.wording.language import set_language
from tests.building import ADDRESS, PROFILE, TODAY, new_units, today
from tests.services.partner_office import PartnerOffice


class PaperOffice(PartnerOffice):
    """With the papers, and a partner whose every part says something."""

    def __init__(self, units):
        super().__init__(units)
        AssociationService(units).save(PROFILE)
        self.papers = PartnerPaperService(units, today)
        self.letters = PartnerLetterService(units, today)
        self.home = self.structure("Maison des Tilleuls", address=ADDRESS, rna="W442000002")
        self.key = self.partner(
            self.home, PartnerKind.INSTITUTION, level=PartnerLevel.NEIGHBOURHOOD
        )

    def premises(self, **more):
        usual = NewAgreement(
            self.home,
            "Un toit pour les ateliers",
            AgreementKind.PREMISES,
            starts_on=dt.date(2027, 1, 1),
            ends_on=dt.date(2027, 12, 31),
            renewal=Renewal.TACIT,
            notice_months=3,
            purpose="Accueillir les ateliers du samedi.",
            signatories=(NewSignatory(Side.THEIRS, "Loïc Müller", "Directeur"),),
        )
        return self.agreements.add(replace(usual, **more)).value.id


@pytest.fixture
def office(tmp_path):
    set_language("fr")
    with new_units(tmp_path / "a.coopdesk") as units:
        yield PaperOffice(units)


def text_of(content):
    pages = PdfReader(io.BytesIO(content)).pages
    said = " ".join(page.extract_text() for page in pages)
    return " ".join(said.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_sheet_tells_people_inside_groups_and_what_is_late(office):
    loic, gone = office.person("Müller", "Loïc", email="loic@example.org"), office.person("Aa")
    ties = AffiliationService(office.units)
    ties.add(NewAffiliation(loic, office.home, "direction"))
    ties.add(NewAffiliation(gone, office.home, "accueil", None, dt.date(2026, 1, 1)))
    groups = GroupService(office.units, today)
    groups.join(NewGroupMember(office.home, "Rives communes", "structure porteuse"))
    office.premises()
    office.commitment(office.home, due_on=dt.date(2026, 11, 1), kind=CommitmentKind.ROOM)
    office.fee(office.home)
    said = text_of(office.papers.sheet_pdf(office.key))
    assert "Loïc Müller direction · loic@example.org" in said
    assert "accueil" not in said
    assert "Rives communes (structure porteuse)" in said
    assert "Un toit pour les ateliers Mise à disposition de locaux" in said
    assert "Ce que le partenaire doit : 1 à tenir, dont 1 en retard" in said
    assert "en retard de 21 jours" in said
    assert "Adhésion 2026 120,00 € à payer" in said
    with pytest.raises(NotFoundError):
        office.papers.sheet_pdf(99)


def test_convention_is_filled_with_dates_notice_and_commitments_of_both_sides(office):
    key = office.premises()
    room = {"kind": CommitmentKind.ROOM, "amount": Money(240_000), "agreement_id": key}
    office.commitment(office.home, "Prêter la grande salle.", **room)
    office.commitment(
        office.home, "Animer trois ateliers", Side.OURS, agreement_id=key, repeat_months=12,
        due_on=dt.date(2027, 6, 30),
    )  # fmt: skip
    dropped = office.commitment(office.home, "Prêter la cour", agreement_id=key)
    office.commitments.drop(dropped)
    said = text_of(office.papers.agreement_pdf(key))
    for part in (
        "La Coop des Rives, association déclarée, RNA W442000001, dont le siège est",
        "représentée par Camille Aubry, Trésorière, ci-après « l’association »",
        "Maison des Tilleuls, RNA W442000002, dont le siège est 12 rue des Lilas, 44000 Nantes",
        "ayant pour signataire Loïc Müller, Directeur",
        "des locaux à la disposition de La Coop des Rives : Accueillir les ateliers du samedi.",
        "– Prêter la grande salle (2 400,00 €)",
        "– Animer trois ateliers (pour le 30 juin 2027, chaque année)",
        "Les parties l’évaluent à 2 400,00 € ;",
        "prend effet le 1er janvier 2027 et court jusqu’au 31 décembre 2027.",
        "par tacite reconduction, par périodes de 1 an",
        "en respectant un préavis de 3 mois.",
        "Pour l’association, La Coop des Rives Camille Aubry — Trésorière",
    ):
        assert part in said
    assert "cour" not in said.replace("court", "")


def test_convention_without_dates_leaves_out_what_it_cannot_say(office):
    bare = {"starts_on": None, "ends_on": None, "notice_months": 0, "purpose": ""}
    key = office.premises(kind=AgreementKind.PARTNERSHIP, renewal=Renewal.NONE, **bare)
    said = text_of(office.papers.agreement_pdf(key))
    assert "prend effet à sa signature par les deux parties." in said
    assert "préavis" not in said
    assert "s’engage comme suit :" not in said
    assert "{" not in said


@pytest.mark.parametrize("kind", list(AgreementKind))
def test_convention_of_which_little_is_known_has_whole_sentences(office, kind):
    AssociationService(office.units).save(replace(PROFILE, purpose=""))
    bare = office.agreement(office.home, "Convention", kind=kind)
    said = text_of(office.papers.agreement_pdf(bare))
    assert re.findall(r"\S+ (?:de|à|pour|le|la|du|but)\s?[.;:,](?!\S)", said) == []
    assert re.findall(r":\s?\.|suivante\.", said) == []


def test_convention_of_a_grant_names_the_law_and_its_sum(office):
    key = office.premises(kind=AgreementKind.GRANT, title="Subvention 2027")
    office.money(office.home, 2_500_000, agreement_id=key, due_on=dt.date(2027, 3, 1))
    said = text_of(office.papers.agreement_pdf(key))
    assert "l’article 10 de la loi n° 2000-321 du 12 avril 2000" in said
    assert "dépassent 23 000 € dans l’année" in said
    assert "une subvention de 25 000,00 €." in said
    assert "– Verser une aide (25 000,00 €, pour le 1er mars 2027)" in said


def test_association_that_lends_is_named_as_the_one_who_lends(office):
    key = office.premises(kind=AgreementKind.EQUIPMENT)
    office.commitment(
        office.home, "Prêter deux barnums", Side.OURS, agreement_id=key,
        kind=CommitmentKind.GOODS,
    )  # fmt: skip
    said = text_of(office.papers.agreement_pdf(key))
    assert "La Coop des Rives prête gratuitement du matériel à Maison des Tilleuls" in said


def test_own_text_of_an_agreement_is_printed_with_its_blanks_filled_and_undone(office):
    key = office.premises()
    usual = office.papers.terms(key)
    assert usual.startswith("Il a été convenu")
    kept = office.papers.keep_terms(key, "Article 1\n\nAvec {partenaire}[, dès {début}].").value
    assert kept.content.terms == "Article 1\n\nAvec {partenaire}[, dès {début}]."
    read = office.papers.read_terms(key, office.papers.terms(key)).body
    assert read.replace("\u00a0", " ") == (
        "Article 1\n\nAvec Maison des Tilleuls, dès 1er janvier 2027."
    )
    assert "dès 1er janvier 2027" in text_of(office.papers.agreement_pdf(key))
    office.operations.undo()
    assert office.papers.terms(key) == usual
    assert office.papers.keep_terms(key, " ").value.content.terms == ""


@pytest.mark.parametrize(
    ("terms", "code"),
    [("{tarif}", "letter.unknown_blank"), ("x" * 60_001, "text.too_long")],
)
def test_text_of_an_agreement_that_cannot_be_filled_is_refused(office, terms, code):
    key = office.premises()
    with pytest.raises(RuleError) as refused:
        office.papers.keep_terms(key, terms)
    assert refused.value.code == code


def test_summary_tells_the_term_of_today(office):
    key = office.tacit(office.home, dt.date(2024, 2, 29), dt.date(2025, 2, 27), notice_months=1)
    said = text_of(office.papers.agreement_summary_pdf(key))
    assert "Période en cours du 28 février 2026 au 27 février 2027" in said
    assert "se renouvelle seule, par périodes de 1 an" in said
    assert "1 mois, soit au plus tard le 27 janvier 2027" in said
    # Today, 22 November 2026, is too late for notice of three months before 20 February.
    days = dt.date(2025, 2, 21), dt.date(2026, 2, 20)
    missed = office.tacit(office.home, *days, notice_months=3)
    said = text_of(office.papers.agreement_summary_pdf(missed))
    assert "3 mois, soit au plus tard le 20 novembre 2027 pour une fin le 20 février" in said
    sheet = text_of(office.papers.sheet_pdf(office.key))
    assert "au plus tard le 20 novembre 2027, pour une fin le 20 février 2028" in sheet


def test_network_is_written_for_the_days_asked_for(office):
    office.tacit(office.home, dt.date(2026, 1, 1), dt.date(2026, 12, 31), title="=Accord")
    first, last = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    book = load_workbook(io.BytesIO(office.papers.network_workbook(first, last)))
    sheet = book["Réseau"]
    assert "du 1er janvier 2026 au 31 décembre 2026" in sheet["A2"].value.replace("\u00a0", " ")
    assert (sheet["A5"].value, sheet["F5"].value) == ("Maison des Tilleuls", "=Accord")
    with pytest.raises(RuleError):
        office.papers.network_workbook(last, first)


def test_papers_are_french_in_an_english_window(office):
    key = office.premises()
    set_language("en")
    try:
        sheet = text_of(office.papers.sheet_pdf(office.key))
        summary = text_of(office.papers.agreement_summary_pdf(key))
        days = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
        book = load_workbook(io.BytesIO(office.papers.network_workbook(*days)))
    finally:
        set_language("fr")
    assert "Mise à disposition de locaux · En rédaction" in sheet
    assert "Nature Mise à disposition de locaux" in summary
    assert (book["Réseau"]["B5"].value, book["Réseau"]["A7"].value) == (
        "Institution publique",
        "Total",
    )


@pytest.mark.parametrize(
    ("ends_on", "renewal", "notice", "said"),
    [
        (dt.date(2027, 2, 28), Renewal.TACIT, (3, 0), dt.date(2027, 2, 28)),
        (dt.date(2027, 2, 20), Renewal.TACIT, (3, 0), dt.date(2028, 2, 20)),
        (dt.date(2027, 2, 20), Renewal.NONE, (3, 0), dt.date(2027, 2, 20)),
        (None, Renewal.NONE, (3, 10), dt.date(2027, 3, 4)),
    ],
)
def test_notice_that_comes_too_late_ends_the_term_after(office, ends_on, renewal, notice, said):
    """Today is 22 November 2026: notice of three months for 20 February came until the 20th."""
    key = office.agreement(
        office.home,
        state=AgreementState.SIGNED,
        signed_on=dt.date(2026, 2, 21),
        starts_on=dt.date(2026, 2, 21),
        ends_on=ends_on,
        renewal=renewal,
        renewal_months=12 if renewal is Renewal.TACIT else None,
        notice_months=notice[0],
        notice_days=notice[1],
    )
    assert notice_end(office.agreements.get(key), TODAY) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Prêter la  salle.\n", "Prêter la salle"),
        ("Nantes en fête", "Nantes en fête"),
        ("", ""),
    ],
)
def test_sentence_reads_within_another_one(typed, said):
    assert within(typed) == said


def test_papers_want_to_know_who_the_association_is(tmp_path):
    with new_units(tmp_path / "b.coopdesk") as units:
        office = PartnerOffice(units)
        home = office.structure()
        key, convention = office.partner(home), office.agreement(home)
        papers = PartnerPaperService(units, today)
        for draw in (
            lambda: papers.sheet_pdf(key),
            lambda: papers.agreement_pdf(convention),
            lambda: papers.agreement_summary_pdf(convention),
        ):
            with pytest.raises(RuleError) as refused:
                draw()
            assert refused.value.code == "paper.no_association"
