"""The report on a grant as a workbook: figures that tie to entries, words, who pays what."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.documents.grant_sharing_sheet import write_sharing
from coopdesk.documents.grant_sheets import (
    BudgetSheet,
    Figures,
    add_list,
    book_figures,
    plan_list,
)
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.workbook import Book, Column, Formula
from coopdesk.documents.workbook_styles import Look, Percent
from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.money import ZERO
from coopdesk.wording.formats import day_long

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.documents.grant_sheets import BudgetRows
    from coopdesk.documents.workbook import Sheet
    from coopdesk.domain.grant_papers import ReportPaper

_TOLD = ("carried_out", "beneficiaries", "places", "outcomes")
_ANNEX = ("allocation_rule", "variances", "volunteering", "observations")
_NAMES = {"allocation_rule": "allocation"}
_DIGITS = Decimal("0.0001")


def write_grant_report(paper: ReportPaper) -> bytes:
    """Return the workbook; every figure is added up from a list of the same workbook."""
    texts = {
        **paper_texts("grant_papers", "shared"),
        **paper_texts("grant_papers", "report"),
        **paper_texts("grant_papers", "workbook"),
    }
    house, tables = paper.grant.house, paper.tables
    made_on = texts["made_on"].format(day=day_long(paper.grant.made_on, "fr"))
    subtitle = f"{house.name} · {paper.grant.request.content.title} · {made_on}"
    plan = Figures(plan_list(texts["plan"], tables, texts), 0, 4)
    books = book_figures(tables, texts)
    with Book(texts["title"], house.name) as book:
        budget = BudgetSheet(tables, texts, plan, books)
        sheet = book.sheet(texts["budget"], budget.columns, quiet=True)
        sheet.freeze(3)
        sheet.heading(f"{texts['title']} – {tables.title}", subtitle)
        sheet.head()
        rows = budget.write(sheet)
        _share(sheet, paper, texts, rows)
        sheet.repeat(3)
        add_list(book, plan.listing, subtitle)
        add_list(book, books.listing, subtitle)
        if paper.sharing is not None and paper.sharing.actual.funders:
            write_sharing(book, paper.sharing, texts, subtitle)
        _told(book, paper, texts, subtitle)
        return book.content()


def _share(
    sheet: Sheet, paper: ReportPaper, texts: Mapping[str, str], rows: BudgetRows
) -> None:
    """Write which part of all income the grant is, to a hundredth of a percent."""
    granted, income = paper.state.granted, paper.tables.actual(LayoutSide.INCOME)
    if not granted or income <= ZERO:
        return
    sheet.write(Look.BODY, [])
    row = sheet.write(Look.BODY, [texts["granted"], None, granted])
    exact = (Decimal(granted.cents) / Decimal(income.cents)).quantize(_DIGITS)
    formula = Formula(f"ROUND(C{row}/C{rows.income},4)", Percent(exact))
    sheet.write(Look.BODY, [texts["granted_percent"], None, formula])


def _told(book: Book, paper: ReportPaper, texts: Mapping[str, str], subtitle: str) -> None:
    sheet = book.sheet(texts["told"], (Column(texts["rubric"], 42), Column(texts["said"], 78)))
    sheet.heading(texts["part_1"], subtitle)
    sheet.head()
    report, request = paper.grant.request.report, paper.grant.request
    for name, said in (
        ("name", paper.grant.house.name),
        ("siret", paper.grant.profile.siret),
        ("funder", request.funder_name),
        ("reference", request.content.reference),
    ):
        sheet.write(Look.TEXT, [texts[name], said])
    for name in (*_TOLD, *_ANNEX):
        sheet.write(Look.TEXT, [texts[_NAMES.get(name, name)], getattr(report, name)])
