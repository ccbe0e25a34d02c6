"""Books of any length: sums carried from page to page, entries in one piece, page x of y."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.documents.journal_pdf import draw_journal
from coopdesk.documents.ledger_pdf import draw_ledger
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.treasury_pdf import draw_treasury
from coopdesk.domain.book_papers import BookLine, BookPaper
from coopdesk.domain.dedicated_funds import FundKind
from coopdesk.domain.fiscal_years import FiscalYear, YearState
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.treasury import (
    ForecastKind,
    ForecastMonth,
    ForecastPart,
    Treasury,
    TreasuryAccount,
    TreasuryMonth,
)
from coopdesk.services.progress import JobCancelledError
from tests.building import PROFILE

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = FiscalYear(1, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
PAPER = BookPaper(PROFILE, YEAR, dt.date(2026, 11, 22))
NAMES = {"5121": "Banque", "7541": "Dons manuels"}


def line(number: int | None, account: str, debit: int, credit: int, **more: object) -> BookLine:
    rank = number or 999
    usual = BookLine(
        line_id=rank * 2 + (credit > 0),
        entry_id=rank,
        number=number,
        entry_on=dt.date(2026, 1, 1) + dt.timedelta(days=rank % 60),
        journal="BQ",
        voucher_ref=f"F-{rank}",
        voucher_on=dt.date(2026, 1, 1) + dt.timedelta(days=rank % 60),
        account=account,
        account_label=NAMES[account],
        label="Don en ligne",
        party="",
        matching="",
        debit=Money(debit),
        credit=Money(credit),
    )
    return usual._replace(**more)


def gifts(count: int) -> Iterator[BookLine]:
    for number in range(1, count + 1):
        yield line(number, "5121", 1_000, 0)
        yield line(number, "7541", 0, 1_000)


def by_account(lines: Iterator[BookLine]) -> list[BookLine]:
    return sorted(lines, key=lambda each: (each.account, each.entry_on, each.line_id))


def pages_of(pdf: bytes) -> list[str]:
    return [
        page.extract_text().replace("\u202f", " ") for page in PdfReader(io.BytesIO(pdf)).pages
    ]


def carried(page: str, word: str) -> str:
    found = re.search(rf"^{word}\s*((?:[\d ,]|[DC\u00a0])+)$", page, re.MULTILINE)
    return "".join(found[1].split()) if found else ""


def test_journal_hands_its_sums_from_each_page_to_the_next() -> None:
    texts = pages_of(draw_journal(PAPER, gifts(60)))
    assert len(texts) > 3
    assert "Report" not in texts[0]
    for page, following in itertools.pairwise(texts):
        assert carried(page, "À reporter")
        assert carried(page, "À reporter") == carried(following, "Report")
    assert "Total du journal" in texts[-1]
    assert "600,00" in texts[-1].split("Total du journal")[1]


def test_entry_is_never_torn_between_two_pages() -> None:
    for page in pages_of(draw_journal(PAPER, gifts(60))):
        assert page.count("Banque") == page.count("Dons manuels")


def test_every_page_says_which_of_how_many_it_is() -> None:
    texts = pages_of(draw_journal(PAPER, gifts(60)))
    assert all(
        f"page {place}" in page and page.startswith(f"/{len(texts)}\n")
        for place, page in enumerate(texts, start=1)
    )


def test_months_are_added_up_apart() -> None:
    text = "\n".join(pages_of(draw_journal(PAPER, gifts(59))))
    assert "Total du mois : janvier 2026" in text
    assert "Total du mois : février 2026" in text
    assert "Total du mois : mars 2026" in text


def test_ledger_repeats_its_account_and_its_balance_on_the_next_page() -> None:
    texts = pages_of(draw_ledger(PAPER, by_account(gifts(60))))
    second = texts[1]
    assert "5121 — Banque (suite)" in second
    assert carried(texts[0], "À reporter") == carried(second, "Report") != ""
    assert carried(second, "Report").endswith("D")
    assert "Total 5121" in "\n".join(texts)
    assert "Total 7541 0,00 600,00 600,00 C" in "\n".join(texts)


def test_late_voucher_shows_its_real_date_and_a_draft_says_so() -> None:
    real = dt.date(2025, 12, 30)
    lines = [
        line(None, "5121", 500, 0, voucher_on=real),
        line(None, "7541", 0, 500, voucher_on=real),
    ]
    [text] = pages_of(draw_journal(replace(PAPER, with_drafts=True), lines))
    assert "30/12/2025" in text
    assert "brouillon" in text
    assert "provisoire" in text


def test_words_of_people_are_written_as_they_are_and_long_ones_are_broken() -> None:
    wild = "<b>&lt;%s</b> " + "réf" * 60 + "🦊"
    pair = [
        line(1, "5121", 5, 0, label=wild, party="=1+1"),
        line(1, "7541", 0, 5, voucher_ref="x" * 60),
    ]
    [text] = pages_of(draw_journal(PAPER, pair))
    assert "<b>&lt;%s</b>" in text
    assert "=1+1" in text
    assert "".join(text.split()).count("réf") == 60


def test_empty_books_say_so() -> None:
    [journal] = pages_of(draw_journal(PAPER, []))
    [ledger] = pages_of(
        draw_ledger(replace(PAPER, year=replace(YEAR, state=YearState.CLOSED)), [])
    )
    assert "Aucune écriture." in journal
    assert "Écritures validées seulement." in journal
    assert "Exercice clos." in ledger


def test_what_stops_the_lines_stops_the_paper() -> None:
    def stopped() -> Iterator[BookLine]:
        yield line(1, "5121", 5, 0)
        raise JobCancelledError

    with pytest.raises(JobCancelledError):
        draw_journal(PAPER, stopped())


def test_balance_at_zero_has_no_side() -> None:
    lines = [line(1, "5121", 5, 0), line(2, "5121", 0, 5)]
    [text] = pages_of(draw_ledger(PAPER, lines))
    assert re.search(r"Total 5121\s*0,05\s*0,05\s*0,00(?!\s*[DC])", text)
    assert ZERO.cents == 0


def test_every_kind_of_fund_and_of_forecast_has_its_words() -> None:
    assert {kind.value for kind in ForecastKind} <= paper_texts("books", "treasury").keys()
    assert {kind.value for kind in FundKind} <= paper_texts("books", "funds").keys()
    assert {f"class_{number}" for number in range(1, 9)} <= paper_texts(
        "books", "closing"
    ).keys()


def test_forecast_names_each_thing_that_is_expected() -> None:
    month = dt.date(2026, 12, 1)
    parts = (
        ForecastPart(ForecastKind.GRANTS_DUE, Money(50_000)),
        ForecastPart(ForecastKind.DEBTS, Money(-12_000)),
        ForecastPart(ForecastKind.PLEDGES, ZERO),
    )
    treasury = Treasury(
        (TreasuryAccount("5121", "Banque", (TreasuryMonth(dt.date(2026, 11, 1), ZERO),)),),
        (TreasuryMonth(dt.date(2026, 11, 1), Money(1_000), Money(700), Money(300)),),
        (ForecastMonth(month, Money(1_400), parts),),
    )
    [text] = pages_of(draw_treasury(PAPER, treasury))
    assert "novembre 2026 10,00 7,00 3,00 14,00" in text
    assert "décembre 2026 Subventions à recevoir 14,00 500,00" in text
    assert "Dettes -120,00 394,00" in text
    assert "Promesses" not in text.split("Ce qui est attendu")[1]
    assert "5121" not in text
