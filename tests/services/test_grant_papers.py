"""Papers of grants say what the records and the books say, and leave the rest to the pen."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pypdf
import pytest

from coopdesk.domain.budgets import NewBudgetLine, NewBudgetVersion
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_papers import whole_euros
from coopdesk.domain.grant_projects import NewProjectLine
from coopdesk.domain.grant_requests import (
    GrantProfile,
    GrantReport,
    NewGrantRequest,
    RequestPurpose,
)
from coopdesk.domain.money import Money, total
from coopdesk.services.grant_papers import GrantPaperService
from tests.building import PROFILE, today
from tests.documents.recalculation import compared, has_libreoffice, recalculated
from tests.services.grant_report_office import FUNDED, YEAR, funded_office


@pytest.fixture
def office(tmp_path):
    with funded_office(tmp_path / "office.coopdesk") as office:
        with office.units.write("association.changed") as work:
            work.association.put(PROFILE)
            work.commit()
        yield office


@pytest.fixture
def papers(office):
    return GrantPaperService(office.units, today)


def text_of(content):
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    text = " ".join(page.extract_text() for page in pages)
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def sheet_of(content, name):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)[name]


def row_of(sheet, label):
    [found] = [row for row in sheet.iter_rows(values_only=True) if row[0] == label]
    return found


def budget(office):
    version = office.budgets.add(NewBudgetVersion(office.year_id, "Budget 2026")).value.id
    for account, cents in (("6411", 4_500_050), ("741", 4_000_000), ("756", 500_050)):
        office.budgets.set_line(version, NewBudgetLine(account, Money(cents)))


def test_an_application_says_its_part_of_all_income_and_that_both_sides_are_equal(papers):
    text = text_of(papers.application_pdf(FUNDED.region))

    assert "Cerfa n° 12156*06" in text
    assert (
        "La subvention sollicitée de 9 000 €, objet de la présente demande, représente 45 % du "
        "total des produits du projet"
    ) in text
    assert "Total des charges et total des produits sont égaux : 20 000 €." in text
    assert "Région(s) : Région des Rives 9 000" in text
    assert "Nourrir le quartier." in text


def test_a_budget_that_does_not_come_out_even_says_what_is_missing(office, papers):
    lines = [one.content for one in office.projects.get(FUNDED.project_id).lines]
    office.projects.set_lines(FUNDED.project_id, [x for x in lines if x.line != "7own"])

    text = text_of(papers.application_pdf(FUNDED.region))

    assert (
        "Attention : charges 20 000 €, produits 19 000 €. Il manque 1 000 € de produits" in text
    )


def test_what_nobody_recorded_is_never_made_up(papers):
    text = text_of(papers.application_pdf(FUNDED.town))

    # A label without a value is followed by the next label.
    assert "Numéro SIRET : Numéro RNA : W442000001" in text
    assert "Représentant·e légal·e : Fonction :" in text
    assert "Bénévoles : Volontaires (service civique) : Salarié·es, nombre total :" in text
    assert "Aucun budget n’est enregistré pour cette année" in text


def test_amount_asked_is_printed_before_there_is_a_budget(office, papers):
    request = office.requests.add(NewGrantRequest("Fête", asked=Money(150_000))).value
    text = text_of(papers.application_pdf(request.id))

    assert "sollicitée de 1 500 €, objet de la présente demande, représente ………… %" in text
    assert "du total des produits du projet" in text
    assert "demander une subvention de 1 500 € au titre de l’année …………" in text


def test_what_the_profile_and_the_budget_say_is_printed(office, papers):
    office.requests.set_profile(
        GrantProfile(siret="73282932000074", representative="Camille Aubry", volunteers=42)
    )
    budget(office)

    text = text_of(papers.application_pdf(FUNDED.region))

    assert "732 829 320 00074" in text
    assert "Représentant·e légal·e : Camille Aubry" in text
    assert "Bénévoles : 42 Volontaires (service civique) : 0" in text
    assert "exercice 2026" in text
    assert "répartissez-le par financeur" in text


def test_texts_of_people_are_printed_as_they_are(office, papers):
    new = office.projects.get(FUNDED.project_id).content

    office.projects.change(FUNDED.project_id, replace(new, aims="<b>Semer</b> & {récolter}"))

    assert "<b>Semer</b> & {récolter}" in text_of(papers.application_pdf(FUNDED.region))


def test_a_report_prints_euros_that_add_up_with_percent(papers):
    text = text_of(papers.report_pdf(FUNDED.region))

    assert "Cerfa n° 15059*02" in text
    assert "TOTAL DES CHARGES 20 000 18 441 92 %" in text
    assert "TOTAL DES PRODUITS 20 000 19 055 95 %" in text
    assert "La subvention de 8 000 € représente 41,98 % du total des produits." in text
    assert "À remettre au plus tard le 30 juin 2027." in text
    assert "charges 18 441,00 €, produits 19 054,50 €" in text


def test_what_was_told_of_a_grant_is_printed_and_certified(office, papers):
    office.requests.write_report(
        FUNDED.region,
        GrantReport(
            carried_out="Douze parcelles ouvertes.",
            signed_on=dt.date(2026, 11, 20),
            signed_at="Nantes",
            signatory_name="Camille Aubry",
            signatory_role="présidente",
        ),
    )

    text = text_of(papers.report_pdf(FUNDED.region))

    assert "Douze parcelles ouvertes." in text
    assert "Je soussigné·e, Camille Aubry, présidente, représentant·e légal·e" in text
    assert "Fait à : Nantes Le : 20 novembre 2026" in text


def test_a_report_that_was_sent_says_so(office, papers):
    office.requests.send_report(FUNDED.region, dt.date(2026, 11, 21))

    assert "Remis le 21 novembre 2026." in text_of(papers.report_pdf(FUNDED.region))


def test_figures_of_the_workbook_are_the_books_to_the_cent(office, papers):
    content = papers.report_workbook(FUNDED.region)
    budget_sheet, entries = sheet_of(content, "Budget"), sheet_of(content, "Écritures")

    whole = row_of(budget_sheet, "TOTAL DES CHARGES")
    assert whole[1:5] == (20000, 18441, 0.92, 18441)
    assert row_of(budget_sheet, "60 Achats")[2] == 2067.95
    assert row_of(entries, "Total")[9:11] == (18441, 19054.5)
    share = row_of(sheet_of(content, "Partage"), "Reste dû")
    assert share[3:6] == (8000, 6000, 3000)


def test_the_workbook_of_an_application_shows_details_and_the_part_asked_for(office, papers):
    budget(office)

    content = papers.application_workbook(FUNDED.region)

    sheet = sheet_of(content, "Budget")
    assert row_of(sheet, "Part du total des produits")[1] == 0.45
    assert row_of(sheet, "TOTAL DES PRODUITS")[1] == 20000
    details = sheet_of(content, "Prévision détaillée")
    assert row_of(details, "60.supplies")[2] == "Terre, graines, outils"
    assert (
        row_of(sheet_of(content, "Budget association 2026"), "TOTAL DES CHARGES")[1] == 45000.5
    )


@pytest.mark.skipif(not has_libreoffice(), reason="LibreOffice is not installed")
def test_a_spreadsheet_computes_the_same_figures(papers, tmp_path):
    path = tmp_path / "report.xlsx"
    path.write_bytes(papers.report_workbook(FUNDED.region))

    found = compared(path, recalculated(path, tmp_path))

    assert found.cells > 300
    assert (found.differences, found.errors) == ([], [])


def test_a_grant_for_the_whole_association_is_reported_from_its_accounts(office, papers):
    budget(office)
    made = office.granted(100_000, purpose=RequestPurpose.OPERATING, **YEAR)

    content = papers.report_workbook(made.id)

    assert "Comptes" in openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert row_of(sheet_of(content, "Budget"), "64 Charges de personnel")[2] == 11750.05
    assert "TOTAL DES CHARGES 45 001 18 441" in text_of(papers.report_pdf(made.id))


def test_without_an_association_there_is_no_paper(tmp_path):
    with funded_office(tmp_path / "office.coopdesk") as office:
        papers = GrantPaperService(office.units, today)

        with pytest.raises(RuleError, match=r"paper\.no_association"):
            papers.report_pdf(FUNDED.region)


def test_a_percent_beyond_its_column_is_said_to_be_more(office, papers):
    (first, *rest) = [one.content for one in office.projects.get(FUNDED.project_id).lines]
    office.projects.set_lines(FUNDED.project_id, [replace(first, amount=Money(100)), *rest])
    activity_id = office.reports.tables(FUNDED.region).activity_id
    office.book("6257", 1_000_000_000, activity_id, dt.date(2026, 6, 1))

    text = text_of(papers.report_pdf(FUNDED.region))

    assert "> 999 %" in text


@pytest.mark.parametrize(
    ("cents", "euros"),
    [
        ((50, 50), (1, 0)),
        ((149, 149, 152), (2, 1, 2)),
        ((-50, 100), (0, 1)),
        ((-151, -149), (-2, -1)),
        ((), ()),
    ],
)
def test_euros_add_up_to_their_rounded_total(cents, euros):
    amounts = {f"{place}": Money(one) for place, one in enumerate(cents)}

    found = whole_euros(amounts)

    assert sum(found.values()) == (2 * total(amounts.values()).cents + 100) // 200
    assert all(abs(found[key] * 100 - one.cents) < 100 for key, one in amounts.items())
    assert sorted(found.values()) == sorted(euros)


def test_many_funders_of_a_line_and_long_texts_stay_on_their_pages(office, papers):
    new = office.projects.get(FUNDED.project_id).content
    office.projects.change(
        FUNDED.project_id, replace(new, description="Semer, planter, récolter. " * 400)
    )
    lines = [one.content for one in office.projects.get(FUNDED.project_id).lines]
    for number in range(8):
        made = office.request(
            f"Fondation {number}",
            project_id=FUNDED.project_id,
            funder_id=office.organisation(f"Fondation du très grand bassin {number}"),
            budget_line="74.private",
        )
        lines.append(NewProjectLine("74.private", Money(10_000), "", made.id))
    office.projects.set_lines(FUNDED.project_id, lines)

    content = papers.application_pdf(FUNDED.region)
    text = text_of(content)

    assert text.count("récolter.") == 400
    assert "Fondation du très grand bassin 4 ; …" in text
    assert "page 5/5" in text


def test_an_operating_grant_is_a_part_of_the_income_of_the_association(office, papers):
    budget(office)
    made = office.request("Ville", purpose=RequestPurpose.OPERATING, **YEAR)

    text = text_of(papers.application_pdf(made.id))

    assert "représente 11,11 % du total des produits de l’association" in text
