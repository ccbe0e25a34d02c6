"""What a donor gave over the years, as a paper: gifts, receipts, tax effect as information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import Column, Table
from coopdesk.documents.typesetting import ACCENT, QUIET, bold, regular
from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.receipts import Verdict
from coopdesk.domain.statements import has_receipt
from coopdesk.wording.formats import day_long, day_text, french_euros
from coopdesk.wording.labels import label
from coopdesk.wording.legal import parameter_value
from coopdesk.wording.review_texts import reason_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.association import Association
    from coopdesk.domain.legal_parameters import LegalParameter
    from coopdesk.domain.receipts import ReviewLine
    from coopdesk.domain.statements import DonorStatement, StatementYear

_YEAR = bold(11, 16, ACCENT)
_TOTAL = bold(9, 13)
_TEXT = regular(9, 12.5)
_SMALL = regular(8, 11, QUIET)
_YEAR_ROOM = 90.0
# The columns and the room kept for each, so that the years stand below each other.
_COLUMNS = {"day": 56.0, "what": 96.0, "campaign": 110.0, "amount": 56.0, "receipt": 150.0}


def draw_donor_statement(
    statement: DonorStatement,
    association: Association,
    figures: Sequence[LegalParameter],
    made_on: dt.date,
    address: str = "",
) -> bytes:
    """Return the statement as a PDF.

    ``figures`` are those of the law on its day; ``address`` is the donor's on one line.
    """
    texts = paper_texts("donor_statement")
    title = f"{texts['title']} — {statement.donor_name}"
    paper = Paper(PaperTitle(title, association.name, made_on), PORTRAIT, [association.logo])
    columns = [Column(texts[name], name == "amount", least) for name, least in _COLUMNS.items()]
    table = Table(columns, size=PORTRAIT)
    made = texts["made_on"].format(day=day_long(made_on, "fr"))
    table.begin(association, title, [x for x in (address, made, texts["nature"]) if x])
    for year in statement.years:
        _write_year(table, year, texts)
    _write_end(table, statement, figures, texts)
    return paper.finished(table.number_pages(f"{association.name} — {title}"))


def _write_year(table: Table, year: StatementYear, texts: Mapping[str, str]) -> None:
    table.y -= 12
    table.need(_YEAR_ROOM)
    table.write(texts["year"].format(year=year.year), style=_YEAR)
    table.fill([_cells(line, texts) for line in year.lines])
    table.y -= 4
    totals = texts["year_total"].format(
        given=french_euros(year.given),
        receipted=french_euros(year.receipted),
        rest=french_euros(year.without_receipt),
    )
    table.write(totals, style=_TOTAL)
    if year.effect.reduction:
        table.write(_effect(year, texts), style=_TEXT)


def _effect(year: StatementYear, texts: Mapping[str, str]) -> str:
    rates = [x for x in year.effect.figures if x.code.endswith(("_rate", "_rate_above"))]
    return texts["effect"].format(
        reduction=french_euros(year.effect.reduction),
        cost=french_euros(year.effect.cost),
        rates=", ".join(dict.fromkeys(map(parameter_value, rates))),
    )


def _cells(line: ReviewLine, texts: Mapping[str, str]) -> tuple[str, ...]:
    gift = line.gift
    is_money = gift.nature is DonationNature.MONEY
    return (
        day_text(gift.received_on),
        label(gift.mode) if is_money else label(gift.nature),
        gift.campaign,
        french_euros(gift.amount),
        _receipt(line, texts),
    )


def _receipt(line: ReviewLine, texts: Mapping[str, str]) -> str:
    if line.verdict is Verdict.READY:
        return texts["to_issue"]
    number = line.gift.receipt_number
    if has_receipt(line) and number:
        return texts["number"].format(number=number)
    return reason_text(line)


def _write_end(
    table: Table,
    statement: DonorStatement,
    figures: Sequence[LegalParameter],
    texts: Mapping[str, str],
) -> None:
    if not statement.years:
        table.write(texts["nothing"], style=_TEXT)
        return
    table.y -= 14
    table.need(_YEAR_ROOM)
    total = texts["total"].format(
        given=french_euros(statement.given), receipted=french_euros(statement.receipted)
    )
    table.write(total, style=_TOTAL)
    worth = {figure.code: parameter_value(figure) for figure in figures}
    articles = {line.gift.article for year in statement.years for line in year.lines}
    if TaxArticle.INCOME in articles:
        table.write(texts["limits_person"].format_map(worth), style=_SMALL)
    if TaxArticle.COMPANY in articles:
        table.write(texts["limits_company"].format_map(worth), style=_SMALL)
    if statement.is_to_verify:
        table.write(texts["to_verify"], style=_SMALL)
