"""The report of a year on paper and in the workbook: the same figures, nobody named."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest
from pypdf import PdfReader

from coopdesk.documents.annual_report_chapters import chapters
from coopdesk.documents.annual_report_pdf import draw_annual_report
from coopdesk.documents.annual_report_workbook import write_annual_report
from coopdesk.domain.annual_report_content import (
    AccountsPart,
    AnnualReportContent,
    Counted,
    EventOfYear,
    EventsPart,
    GiftsPart,
    GivenTime,
    GroupsPart,
    MembersPart,
    PartnersPart,
    VolunteeringPart,
)
from coopdesk.domain.annual_reports import AnnualReport, ReportBlock
from coopdesk.domain.contacts import ContactFilter, ContactKind
from coopdesk.domain.events import EventKind, When, WhenKind
from coopdesk.domain.group_papers import ActivityReport
from coopdesk.domain.home import GiftYear
from coopdesk.domain.member_statistics import MemberFigure
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.operations import Origin
from coopdesk.domain.partners import NetworkRow, PartnerKind, PartnerLevel
from coopdesk.services.opening import open_database, signature
from coopdesk.wording.annual_reports import block_line
from coopdesk.wording.formats import french_euros
from coopdesk.wording.language import set_language
from tests.building import PROFILE
from tests.made_once import new_demonstration

DAY = dt.date(2026, 11, 22)
HOSTILE = "<b>Que'Brume & Cie</b> *étoile* {titre}"
PERSON = ContactKind.PERSON
NO_MONTHS = (ZERO,) * 12
TITLES = ["Membres", "Dons", "Événements", "Groupes", "Partenaires", "Comptes", "Bénévolat"]
NOBODY = {one: Counted(one.value, 0, 0) for one in MemberFigure}
EMPTY = AnnualReportContent(
    PROFILE,
    DAY,
    AnnualReport(2025),
    members=MembersPart(NOBODY, (), (), (), 0),
    gifts=GiftsPart(
        GiftYear(2025, NO_MONTHS, 0, 0),
        GiftYear(2024, NO_MONTHS, 0, 0),
        (),
        (),
        Counted("", 0, 0),
    ),
    events=EventsPart((), (), cancelled=1),
    groups=GroupsPart(ActivityReport(PROFILE, DAY, 2025, ()), 0, 0),
    partners=PartnersPart((), ()),
    accounts=AccountsPart(None),
    volunteering=VolunteeringPart(()),
)


@pytest.fixture(autouse=True)
def french():
    set_language("fr")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = new_demonstration(tmp_path_factory.mktemp("report") / "demo.coopdesk", 90, 2)
    services = open_database(path, signature("Solène", Origin.WINDOW))
    yield services
    services.database.close()


@pytest.fixture(scope="module")
def content(demo):
    return demo.annual_reports.gather(demo.fiscal_years.current().ends_on.year)


@pytest.fixture(scope="module")
def drawn(content):
    set_language("fr")
    return draw_annual_report(content)


@pytest.fixture(scope="module")
def written(content):
    set_language("fr")
    return write_annual_report(content)


def said(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def pages_of(content):
    return [said(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


def sheets_of(content, *, results=True):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=results)


def cells_of(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def event(title, **more):
    day = dt.date(2025, 6, 7)
    return EventOfYear(title, EventKind.WORKSHOP, When(WhenKind.DAYS, day, day), 12, 9, **more)


# paper


def test_bookmarks_and_contents_lead_to_a_chapter_for_each_part(drawn):
    reader, pages = PdfReader(io.BytesIO(drawn)), pages_of(drawn)
    marks = {one["/Title"]: reader.get_destination_page_number(one) for one in reader.outline}
    assert list(marks) == TITLES
    for title, number in marks.items():
        assert title in pages[number]
        assert f"{title} {number + 1} " in pages[1]
    assert len(reader.pages[1]["/Annots"]) == len(TITLES)
    assert (reader.metadata.title, reader.metadata.author[:4]) == (
        pages[0].split("La Coop des Rives ")[1][:19],
        "La C",
    )


def test_every_page_but_the_first_is_numbered(drawn):
    first, *others = pages_of(drawn)
    assert "page 1/" not in first
    for number, page in enumerate(others, start=2):
        assert f"page {number}/{len(others) + 1}" in page


def test_totals_of_every_part_stand_on_paper(content, drawn):
    text = " ".join(pages_of(drawn))
    for amount in (
        content.gifts.now.total,
        content.accounts.result.amount("TP"),
        content.accounts.result.amount("R5"),
        content.accounts.balance_sheet.amount("A99"),
        content.accounts.treasury[-1].closing,
        content.volunteering.whole().value,
        content.partners.amounts()[0].now,
    ):
        assert said(french_euros(amount)) in text


def test_no_private_person_is_named(demo, drawn, written):
    text = " ".join(pages_of(drawn))
    text += " ".join(str(x) for sheet in sheets_of(written) for x in cells_of(sheet))
    people = [line.name for line in demo.contacts.find(ContactFilter(kind=PERSON), 500)]
    assert len(people) > 50
    assert [name for name in people if name in text] == []


def test_parts_without_anything_say_so_in_a_sentence_and_share_a_page():
    pages = pages_of(draw_annual_report(EMPTY))
    text = " ".join(pages)
    for told in (
        "Aucune adhésion n’est enregistrée pour 2025 ni pour 2024.",
        "Aucun don n’est enregistré en 2025 ni en 2024.",
        "Aucun événement n’a eu lieu en 2025. Un autre était prévu et a été annulé.",
        "Aucun groupe n’était au travail en 2025.",
        "Aucun partenaire n’est enregistré pour 2025.",
        "Aucun exercice comptable ne se termine en 2025.",
        "Aucune heure de bénévolat n’est enregistrée pour 2025 ni pour 2024.",
    ):
        assert told in text
    assert len(pages) == 3
    assert all(block_line(EMPTY, block) == "Rien n’est enregistré." for block in EMPTY.blocks)


def test_what_people_typed_is_shown_as_it_is_typed():
    report = AnnualReport(2025, HOSTILE, f"{HOSTILE}\n\nSuite.", "Oser.")
    found = EventsPart((event(HOSTILE),), ())
    content = replace(EMPTY, report=report, events=found)
    pages = pages_of(draw_annual_report(content))
    assert HOSTILE in pages[0]
    assert "Rapport annuel 2025" in pages[0]
    assert " ".join(pages).count(HOSTILE) == 3
    assert "Perspectives" in pages[-1]


def test_long_tables_and_words_go_on_over_pages_with_their_titles():
    words = "\n\n".join(f"Paragraphe {number} " + "mot " * 60 for number in range(40))
    events = tuple(event(f"Atelier {number}") for number in range(120))
    content = replace(
        EMPTY,
        report=AnnualReport(2025, foreword=words[:8_000]),
        events=EventsPart(events, ()),
    )
    pages = pages_of(draw_annual_report(content))
    holding = [page for page in pages if "07/06/2025" in page]
    assert len(holding) >= 3
    assert all("Inscriptions Présences" in page for page in holding)
    assert all(f"Atelier {number}" in " ".join(pages) for number in range(120))
    assert "1 080" in " ".join(pages)


def test_one_of_something_is_spoken_of_as_one():
    content = replace(EMPTY, events=EventsPart((event("Atelier"),), ()))
    text = " ".join(pages_of(draw_annual_report(content)))
    assert "1 événement 0 en 2024" in text
    assert "9 présences 0 en 2024" in text


def test_partners_are_named_with_what_they_take_part_in():
    row = NetworkRow(
        7,
        "Ville de Nantes",
        PartnerKind.INSTITUTION,
        PartnerLevel.TOWN,
        groups=("Four partagé",),
        agreements=("Convention 2025",),
        granted=Money(1_250_000),
    )
    content = replace(EMPTY, partners=PartnersPart((row,), ()))
    text = " ".join(pages_of(draw_annual_report(content)))
    assert "Ville de Nantes Convention 2025 · Four partagé" in text
    assert "12 500,00 €" in text


# workbook


def test_workbook_has_a_sheet_for_each_part_and_adds_up_what_the_paper_says(content, written):
    results, formulas = sheets_of(written), sheets_of(written, results=False)
    assert results.sheetnames == ["L’année en bref", *TITLES]
    gifts = cells_of(results["Dons"])
    assert gifts.count(content.gifts.now.total.cents / 100) >= 3
    books = cells_of(results["Comptes"])
    for code in ("TP", "TC"):
        assert content.accounts.result.amount(code).cents / 100 in books
    assert content.accounts.balance_sheet.amount("B99").cents / 100 in books
    totals = [x for x in cells_of(formulas["Comptes"]) if str(x).startswith("=SUM(")]
    assert len(totals) == 10
    linked = [x for x in cells_of(formulas["L’année en bref"]) if str(x).startswith("=")]
    assert any("Bénévolat" in one for one in linked)


def test_statements_add_up_to_their_official_totals(content):
    told = dict(chapters(content))
    tables = {part.table.total: part.table for part in told[content.blocks[5]].parts}
    accounts = content.accounts
    for name, amount in (
        ("Total des produits", accounts.result.amount("TP")),
        ("Total des charges", accounts.result.amount("TC")),
        ("Excédent, ou déficit s’il est négatif", accounts.result.amount("R5")),
        ("Total de l’actif", accounts.balance_sheet.amount("A99")),
        ("Total du passif", accounts.balance_sheet.amount("B99")),
    ):
        assert tables[name].sums()[1] == amount
    assert total(x.now for x in content.gifts.by_campaign) == content.gifts.now.total


def test_first_fiscal_year_has_no_column_of_a_year_that_nobody_knows(demo, content):
    first = demo.annual_reports.gather(content.year - 1, [ReportBlock.ACCOUNTS])
    assert first.accounts.before is None
    [(_block, chapter)] = chapters(first)
    titles = {part.table.heading: len(part.table.columns) for part in chapter.parts}
    assert titles["Résultat de l’exercice"] == titles["Trésorerie en fin de mois"] == 2
    assert all(not tile.before for tile in chapter.tiles)
    assert len(pages_of(draw_annual_report(first))) >= 3


def test_texts_of_people_are_no_formulas():
    given = GivenTime("=1+1", 90, Money(1_500))
    report = AnnualReport(2025, "=TITRE()", "=A1\n@B", "+3")
    content = replace(EMPTY, report=report, volunteering=VolunteeringPart((given,)))
    book = sheets_of(write_annual_report(content), results=False)
    sheet = book["Bénévolat"]
    [cell] = [x for row in sheet.iter_rows() for x in row if x.value == "=1+1"]
    assert cell.data_type == "s"
    assert 1.5 in cells_of(sheet)
    assert {"=A1", "@B", "+3"} <= set(cells_of(book["Mots du rapport"]))
    assert all(x.page_setup.paperSize == 9 and x.print_area for x in book)
