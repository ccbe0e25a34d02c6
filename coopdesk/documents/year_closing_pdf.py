"""Draw the sheet that closes a fiscal year: result, totals, checks, end of the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_heads import figures
from coopdesk.documents.closing_parts import (
    HASH,
    TEXT,
    TOTAL,
    write_part,
    write_signature,
    write_title,
)
from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import Column, Table
from coopdesk.documents.typesetting import QUIET, bold, regular
from coopdesk.domain.closing import Severity
from coopdesk.domain.fiscal_years import YearEventKind
from coopdesk.domain.money import total
from coopdesk.wording.closing import check_text
from coopdesk.wording.formats import (
    day_long,
    day_text,
    french_euros,
    french_figures,
    number_text,
)
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.association import Association
    from coopdesk.domain.closing import CheckResult, YearSheet

_WARNING = bold(9, 13)
_PASSED = regular(8, 10.5, QUIET)
_FIGURE = 76.0
_EVENTS = {
    YearEventKind.CLOSED: "closed_event",
    YearEventKind.REOPENED: "reopened_event",
    YearEventKind.ALLOCATED: "allocated_event",
}


def draw_year_closing(sheet: YearSheet, association: Association) -> bytes:
    """Return the sheet as a PDF to sign and to keep away from the computer.

    The end of the chain is printed whole: it anchors every entry of the year.
    """
    texts = paper_texts("books", "closing")
    title = texts["title"].format(label=sheet.year.label)
    told = PaperTitle(title, association.name, sheet.made_on)
    paper = Paper(told, PORTRAIT, [association.logo])
    table = Table([], size=PORTRAIT)
    table.begin(association, title, _says(sheet, texts))
    if sheet.year.is_open:
        table.write(texts["open"], style=_WARNING)
    _result(table, sheet, texts)
    _totals(table, sheet, texts)
    _entries(table, sheet, texts)
    _checks(table, sheet, texts)
    _history(table, sheet, texts)
    write_signature(table, association, texts)
    return paper.finished(table.number_pages(f"{association.name} — {title}"))


def _says(sheet: YearSheet, texts: Mapping[str, str]) -> list[str]:
    year = sheet.year
    days = texts["year"].format(start=_long(year.starts_on), end=_long(year.ends_on))
    says = [days, texts["made_on"].format(day=_long(sheet.made_on))]
    closings = [event for event in sheet.events if event.kind is YearEventKind.CLOSED]
    if not year.is_open and closings:
        day = _long(closings[-1].made_at.astimezone().date())
        says[-1] += " " + texts["closed"].format(day=day, author=closings[-1].made_by)
    return says


def _result(table: Table, sheet: YearSheet, texts: Mapping[str, str]) -> None:
    result = sheet.review.result
    write_title(table, texts["result_title"])
    word = texts["zero"]
    if result:
        name = "surplus" if result.cents > 0 else "deficit"
        amount = french_euros(result if result.cents > 0 else -result)
        word = f"{texts[name]} : {amount}"
    table.write(word, style=TOTAL)
    made_of = texts["made_of"].format(
        income=french_euros(-sheet.standing("7")), expenses=french_euros(sheet.standing("6"))
    )
    table.write(made_of, style=TEXT)
    statements = sheet.review.statements
    said = texts["sheet"].format(
        assets=french_euros(statements.assets), liabilities=french_euros(statements.liabilities)
    )
    table.write(said, style=TEXT)


def _totals(table: Table, sheet: YearSheet, texts: Mapping[str, str]) -> None:
    names = ("class_column", "opening", "debit", "credit", "closing")
    columns = [
        Column(texts[name], right=name != "class_column", least=_FIGURE) for name in names
    ]
    rows = [
        (
            texts[f"class_{each.account}"],
            figures(each.opening),
            figures(each.debit),
            figures(each.credit),
            french_figures(each.closing),
        )
        for each in sheet.classes
    ]
    every = sheet.classes
    rows.append(
        (
            texts["total"],
            french_figures(total(each.opening for each in every)),
            french_figures(total(each.debit for each in every)),
            french_figures(total(each.credit for each in every)),
            french_figures(total(each.closing for each in every)),
        )
    )
    write_part(table, texts["totals_title"], columns, rows)


def _entries(table: Table, sheet: YearSheet, texts: Mapping[str, str]) -> None:
    review = sheet.review
    write_title(table, texts["entries_title"])
    name = {0: "no_entries", 1: "entry_one"}.get(review.entry_count, "entries")
    table.write(texts[name].format(count=number_text(review.entry_count)), style=TEXT)
    table.write(texts["chain"], style=TEXT)
    head = review.head_hash or texts["no_head"]
    table.write(f"{texts['head']} : {head}", style=HASH)


def _checks(table: Table, sheet: YearSheet, texts: Mapping[str, str]) -> None:
    """Tell what failed line by line, and what passed in one sentence: the sheet is one page."""
    checks = sheet.review.checks
    failed = [check for check in checks if not check.is_passed]
    rows = [(label(check.check), _answer(check, texts)) for check in failed]
    columns = [Column(texts["check"], least=200), Column(texts["answer"])]
    write_part(table, texts["checks_title"], columns, rows)
    if rows:
        table.y -= 4
    named = "\N{NO-BREAK SPACE}; ".join(
        label(check.check) for check in checks if check.is_passed
    )
    if named:
        table.write(texts["passed"].format(checks=named), style=_PASSED)


def _answer(check: CheckResult, texts: Mapping[str, str]) -> str:
    word = texts["blocking" if check.severity is Severity.BLOCKING else "to_look_at"]
    return f"{check_text(check)} {word}"


def _history(table: Table, sheet: YearSheet, texts: Mapping[str, str]) -> None:
    if not sheet.events:
        return
    names = ("day", "what", "amount", "reason", "author")
    columns = [Column(texts[name], right=name == "amount") for name in names]
    rows = [
        (
            day_text(event.made_at.astimezone().date()),
            texts[_EVENTS[event.kind]],
            french_euros(event.result),
            event.reason,
            event.made_by,
        )
        for event in sheet.events
    ]
    write_part(table, texts["history_title"], columns, rows)


def _long(day: dt.date) -> str:
    return day_long(day, "fr")
