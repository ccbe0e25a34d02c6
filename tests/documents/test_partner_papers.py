"""Papers of partners: one page where one page is promised, and nobody's text is obeyed."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.documents.agreement_pdf import draw_agreement
from coopdesk.documents.agreement_summary_pdf import draw_agreement_summary
from coopdesk.documents.network_workbook import write_network
from coopdesk.documents.one_page import shown_rows
from coopdesk.documents.partner_sheet_pdf import draw_partner_sheet
from coopdesk.documents.partner_words import length_text
from coopdesk.domain.agreements import AgreementState, NewSignatory, Renewal, Side
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.partner_papers import (
    AgreementPaper,
    AgreementSummary,
    NetworkPaper,
    PaperAmount,
    PaperPerson,
    Party,
)
from coopdesk.domain.partners import NetworkRow, PartnerKind, PartnerLevel
from coopdesk.wording.language import set_language
from tests.building import PROFILE
from tests.documents.partner_people import (
    DAY,
    HOSTILE,
    LONG,
    agreement,
    commitment,
    on_paper,
    paper,
    partner,
)


@pytest.fixture(autouse=True)
def french():
    set_language("fr")


def text_of(content):
    pages = PdfReader(io.BytesIO(content)).pages
    said = "\n".join(page.extract_text() for page in pages)
    said = said.replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(said.split()), len(pages)


def convention(body, found=None, names=("La Coop des Rives", "Maison des Tilleuls")):
    ours, theirs = (Party(name, "n° 1", "Nantes", ("Loïc Müller",)) for name in names)
    return AgreementPaper(PROFILE, DAY, found or agreement(), (ours, theirs), body)


def test_sheet_says_who_owes_what_and_what_is_late():
    said, pages = text_of(draw_partner_sheet(paper()))
    assert pages == 1
    for part in (
        "Institution publique · niveau : Quartier · partenaire depuis le 1er janvier 2024",
        "Loïc Müller Directeur · loic@example.org",
        "préavis à donner au plus tard le 28 novembre 2026",
        "Ce que nous devons : 1 à tenir",
        "Envoyer le bilan Salle · tenu le 1er juin 2026",
        "Ce que le partenaire doit : 2 à tenir, dont 1 en retard",
        "pour le 31 octobre 2026 · en retard de 22 jours",
        "Subventions accordées 4 500,00 €",
        "Adhésion 2026 80,00 €",
        "Chantier 2 – Coopérer",
        "Fête du fleuve, 6 juin 2026",
    ):
        assert part in said


def test_sheet_of_a_partner_of_whom_nothing_is_known_says_so():
    empty = paper(
        partner=partner(level=PartnerLevel.NONE, started_on=None, purpose=""),
        **dict.fromkeys(
            ("people", "agreements", "commitments", "given", "granted", "fees"), ()
        ),
        groups=(),
        events=(),
    )
    assert "Rien n’est encore enregistré" in text_of(draw_partner_sheet(empty))[0]


@pytest.mark.parametrize("count", [1, 9, 400])
def test_sheet_stays_on_one_page_and_counts_what_it_leaves_out(count):
    found = paper(
        partner=partner(HOSTILE * 20, purpose=LONG),
        people=tuple(PaperPerson(f"Personne{n}", LONG[: n * 7]) for n in range(count)),
        agreements=tuple(on_paper(agreement(f"{HOSTILE} {LONG}")) for _n in range(count)),
        commitments=tuple(
            commitment(n, f"{LONG} {n}", list(Side)[n % 2], DAY, amount=Money(10**12))
            for n in range(count)
        ),
        granted=tuple(PaperAmount(f"Aide{n}", Money(100)) for n in range(count)),
        events=tuple(f"Fête-{n:03d}" for n in range(count)),
    )
    said, pages = text_of(draw_partner_sheet(found))
    assert pages == 1
    assert "<b>=1+1 & Cie</b>" in said
    shown = sum(f"Fête-{n:03d}" in said for n in range(count))
    if shown < count:
        hidden = count - shown
        assert (f"et {hidden} autres" if hidden > 1 else "et 1 autre") in said


def test_tallest_section_gives_way_first_and_none_goes_empty():
    heights = [[20.0] * 30, [20.0] * 3, [20.0]]
    shown = shown_rows(heights, [30, 3, 1], 300)
    assert shown[1:] == [3, 1]
    assert 1 <= shown[0] < 30
    assert shown_rows(heights, [30, 3, 1], 10) == [1, 1, 1]
    assert shown_rows(heights, [30, 3, 1], 10_000) == [30, 3, 1]


def test_convention_names_both_sides_and_has_a_box_for_everybody_who_signs():
    signing = (
        NewSignatory(Side.OURS, "Camille Aubry", "Trésorière", None, dt.date(2026, 2, 20)),
        NewSignatory(Side.OURS, HOSTILE.replace("🌊", "mer"), LONG),
        NewSignatory(Side.THEIRS, "Loïc Müller", "Directeur"),
    )
    body = "Préambule\n\nArticle 1 – Objet\n\nNous convenons :\n– d’un toit\n– d’un four"
    said, pages = text_of(draw_agreement(convention(body, agreement(signatories=signing))))
    assert pages == 1
    assert "La Coop des Rives, n° 1, dont le siège est Nantes" in said
    assert "ci-après « le partenaire »" in said
    assert "– d’un four" in said
    assert "à Nantes, le 20 février 2026" in said
    assert said.count("Pour l’association, La Coop des Rives") == 2
    assert "Camille Aubry — Trésorière" in said
    assert "Signé le 20 février 2026" in said
    assert "<b>=1+1 & Cie</b>" in said


def test_nobody_signs_a_convention_with_a_letter_that_cannot_be_printed():
    for told in (
        convention("Article 1\n\nشبكة"),
        convention("Rien.", agreement(HOSTILE)),
        convention("Rien.", names=("La Coop des Rives", HOSTILE)),
        convention("Rien.", agreement(signatories=(NewSignatory(Side.THEIRS, HOSTILE),))),
    ):
        with pytest.raises(RuleError, match=r"paper\.unprintable_character"):
            draw_agreement(told)


def test_convention_that_nobody_is_named_for_leaves_room_to_write_names():
    found = agreement(signatories=(), signed_on=None, reference="C-12")
    said, _pages = text_of(draw_agreement(convention("Article 1\n\nRien.", found)))
    assert said.count("Nom et qualité :") == 2
    assert "Référence : C-12" in said
    assert "à Nantes, le ……" in said


def test_nobody_signs_a_page_on_which_nothing_else_stands():
    """However long the convention is, its last article stands with the signatures."""
    for count in range(20, 60):
        body = "\n\n".join(["Ligne."] * count) + "\n\nArticle 9 – Fin\n\nDernier mot."
        pages = PdfReader(io.BytesIO(draw_agreement(convention(body)))).pages
        said = pages[-1].extract_text()
        assert "Dernier mot" in said
        assert "Pour le partenaire" in said
        if len(pages) > 1:
            break
    else:
        pytest.fail("no convention took two pages")


def test_long_convention_goes_on_overleaf_with_its_pages_numbered():
    said, pages = text_of(draw_agreement(convention("\n\n".join([LONG] * 4), None)))
    assert pages > 1
    assert f"page {pages}/{pages}" in said
    assert said.count("mot399") == 4


def test_summary_says_term_notice_and_both_sides_on_one_page():
    found = agreement(
        reference="C-12",
        purpose=LONG,
        starts_on=dt.date(2025, 3, 1),
        ends_on=dt.date(2026, 2, 28),
    )
    shown = AgreementSummary(PROFILE, DAY, on_paper(found), paper().commitments)
    said, pages = text_of(draw_agreement_summary(shown))
    assert pages == 1
    assert "pour le partenaire : Loïc Müller, Directeur" in said
    assert "Période en cours du 1er mars 2026 au 28 février 2027" in said
    assert "3 mois, soit au plus tard le" in said
    assert "Ce que nous devons : 1 à tenir" in said
    late = dt.date(2026, 1, 2)
    many = tuple(commitment(n, LONG, list(Side)[n % 2], late) for n in range(300))
    said, pages = text_of(
        draw_agreement_summary(AgreementSummary(PROFILE, DAY, on_paper(found), many))
    )
    assert pages == 1
    assert said.count("150 à tenir, dont 150 en retard") == 2


def test_summary_of_an_agreement_without_an_end_or_dates():
    open_ended = agreement(
        ends_on=None, starts_on=None, signed_on=None, notice_months=0, renewal=Renewal.NONE
    )
    shown = AgreementSummary(PROFILE, DAY, on_paper(open_ended))
    said, _pages = text_of(draw_agreement_summary(shown))
    assert "dates à fixer" in said
    assert "court jusqu’à ce que l’on y mette fin" in said
    assert "aucun préavis prévu" in said
    assert "aucun engagement enregistré" in said


def test_draft_agreement_asks_for_no_notice_on_the_sheet():
    draft = on_paper(agreement(state=AgreementState.DRAFT))
    said, _pages = text_of(draw_partner_sheet(paper(agreements=(draft,))))
    assert "préavis à donner" not in said


@pytest.mark.parametrize(
    ("months", "days", "said"),
    [
        (0, 0, ""),
        (1, 0, "1 mois"),
        (12, 0, "1 an"),
        (36, 0, "3 ans"),
        (18, 0, "18 mois"),
        (2, 15, "2 mois et 15 jours"),
        (0, 1, "1 jour"),
    ],
)
def test_lengths_are_said_in_years_where_they_are_whole(months, days, said):
    assert length_text(months, days).replace("\u00a0", " ") == said


def test_network_workbook_has_a_row_a_partner_and_a_row_for_each_part():
    rows = (
        NetworkRow(
            5,
            "=1+1",
            PartnerKind.NETWORK,
            PartnerLevel.REGION,
            ("Rives", "@chantier"),
            ("Fête",),
            ("Accord",),
            Money(150_000),
            Money(20_050),
            Money(8_000),
        ),
        NetworkRow(6, f"{HOSTILE} {LONG[:20]}", PartnerKind.MEDIA, PartnerLevel.NONE),
    )
    content = write_network(
        NetworkPaper(PROFILE, DAY, dt.date(2026, 1, 1), dt.date(2026, 12, 31), rows)
    )
    book = load_workbook(io.BytesIO(content))
    network, parts = book["Réseau"], book["Participations"]
    assert "2 partenaires" in network["A2"].value
    assert (network["A5"].value, network["A5"].data_type) == ("=1+1", "s")
    assert (network["D5"].value, network["G5"].value) == ("Rives, @chantier", 1500)
    assert network["C6"].value in {None, ""}
    assert network["H8"].value == "=SUM($H$5:$H$6)"
    told = [(row[1].value, row[2].value) for row in parts.iter_rows(min_row=4)]
    assert told == [
        ("Groupe", "Rives"),
        ("Groupe", "@chantier"),
        ("Événement", "Fête"),
        ("Convention", "Accord"),
    ]
    # A name of many words is seen whole on paper too.
    assert network.row_dimensions[6].height == 30
    assert network["A6"].alignment.wrap_text
    assert network.page_setup.orientation == "landscape"
    assert network.print_title_rows
