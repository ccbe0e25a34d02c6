"""A request for a grant as a workbook: budgets to the cent, and what the form asks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.documents.grant_sheets import BudgetSheet, Figures, add_list, plan_list
from coopdesk.documents.grant_words import address_text, days_text
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.workbook import Book, Column, Formula
from coopdesk.documents.workbook_styles import Look, Percent
from coopdesk.wording.formats import day_long

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopdesk.documents.grant_sheets import BudgetRows
    from coopdesk.documents.workbook import Sheet
    from coopdesk.documents.workbook_lists import SheetList
    from coopdesk.domain.grant_papers import ApplicationPaper
    from coopdesk.domain.grant_tables import GrantTables

_HEAD = 3
_WHOLE = Decimal(10_000)
_OF_PROJECT = ("aims", "description", "audience", "territory", "means", "indicators")
_OF_PEOPLE = (
    "representative",
    "representative_role",
    "representative_phone",
    "representative_email",
    "correspondent",
    "correspondent_role",
    "correspondent_phone",
    "correspondent_email",
)


def write_application(paper: ApplicationPaper) -> bytes:
    """Return the workbook; groups, totals and the part asked for are formulas that tie."""
    texts = {
        **paper_texts("grant_papers", "shared"),
        **paper_texts("grant_papers", "application"),
        **paper_texts("grant_papers", "workbook"),
    }
    house, tables = paper.grant.house, paper.tables
    made_on = texts["made_on"].format(day=day_long(paper.grant.made_on, "fr"))
    subtitle = f"{house.name} · {paper.grant.request.content.title} · {made_on}"
    title = f"{texts['title']} – {tables.project.title}"
    with Book(texts["title"], house.name) as book:
        plan = plan_list(texts["plan"], tables.project, texts)
        sheet, rows = _budget(
            book, (texts["budget"], title, subtitle), tables.project, texts, plan
        )
        _asked(sheet, paper, texts, rows)
        add_list(book, plan, subtitle)
        if tables.association is not None:
            name = f"{texts['association']} {tables.association_year}"
            told = f"{texts['plan_association']} {tables.association_year}"
            detail = plan_list(told, tables.association, texts)
            _budget(book, (name, name, subtitle), tables.association, texts, detail)
            add_list(book, detail, subtitle)
        columns = (Column(texts["rubric"], 42), Column(texts["said"], 78))
        rubrics = book.sheet(texts["told"], columns)
        rubrics.heading(title, subtitle)
        rubrics.head()
        for label, said in _told(paper, texts):
            rubrics.write(Look.TEXT, [label, said])
        return book.content()


def _budget(
    book: Book,
    named: tuple[str, str, str],
    tables: GrantTables,
    texts: Mapping[str, str],
    plan: SheetList,
) -> tuple[Sheet, BudgetRows]:
    name, title, subtitle = named
    budget = BudgetSheet(tables, texts, Figures(plan, 0, 4))
    sheet = book.sheet(name, budget.columns, quiet=True)
    sheet.freeze(_HEAD)
    sheet.heading(title, subtitle)
    sheet.head()
    rows = budget.write(sheet)
    sheet.repeat(_HEAD)
    return sheet, rows


def _asked(
    sheet: Sheet, paper: ApplicationPaper, texts: Mapping[str, str], rows: BudgetRows
) -> None:
    asked, percent = paper.tables.asked, paper.tables.asked_percent
    if asked is None or percent is None:
        return
    sheet.write(Look.BODY, [])
    row = sheet.write(Look.BODY, [texts["asked_name"], asked])
    ratio = f"INT(ROUND(B{row}/B{rows.income}*10000,6)+0.5)/10000"
    part = Percent(Decimal(percent) / _WHOLE)
    sheet.write(Look.BODY, [texts["asked_percent"], Formula(ratio, part)])


def _told(paper: ApplicationPaper, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    grant, profile = paper.grant, paper.grant.profile
    content = grant.request.content
    yield texts["recipient"], grant.request.funder_name
    yield texts["service"], content.funder_service
    yield texts["name"], grant.house.name
    yield texts["siret"], profile.siret
    yield texts["rna"], grant.house.rna
    yield texts["seat"], address_text(grant.house.address)
    for name in _OF_PEOPLE:
        yield _label(name, texts), getattr(profile, name)
    yield texts["approvals"], profile.approvals
    yield texts["networks"], profile.networks or ", ".join(paper.networks)
    project = grant.project.content if grant.project is not None else None
    days = content if project is None or project.starts_on is None else project
    yield texts["days"], days_text(days.starts_on, days.ends_on, texts)
    if project is not None:
        for name in _OF_PROJECT:
            yield texts[name], getattr(project, name)
        yield texts["allocation"], project.allocation_rule


def _label(name: str, texts: Mapping[str, str]) -> str:
    who, _, part = name.partition("_")
    return f"{texts[who]} – {texts[part].lower()}" if part else texts[who]
