"""The accounts workbook read back: sheets, live totals, and the figures they carry."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from coopdesk.documents.accounts_workbook import write_accounts_workbook
from coopdesk.domain.accounts import YearAccounts, year_accounts
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentLine,
    PaymentMode,
    PaymentSource,
    PaymentState,
)
from coopdesk.wording.language import set_language

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEETS = ["Sommaire", "Recettes", "Dépenses", "Dons par donateur", "Journal"]


def line(
    number: int,
    kind: LineKind,
    cents: int,
    payer: tuple[int | None, str],
    *,
    year: int = 2026,
) -> PaymentLine:
    return PaymentLine(
        id=number,
        payment_id=100 + number,
        paid_on=dt.date(year, 1, 1) + dt.timedelta(days=number),
        direction=Direction.OUT if kind is LineKind.EXPENSE else Direction.IN,
        kind=kind,
        payer_id=payer[0],
        payer_name=payer[1],
        label="=1+1",
        campaign="",
        mode=PaymentMode.TRANSFER,
        amount=Money(cents),
        state=PaymentState.RECEIVED,
        source=PaymentSource.MANUAL,
    )


ANNA, PAUL, NOBODY, SHOP = (1, "Anna =Martin"), (2, "Élodie <b>"), (None, ""), (3, "Papeterie")


@pytest.fixture
def accounts() -> YearAccounts:
    return year_accounts(
        name="Les Amis & Cie",
        year=2026,
        made_on=dt.date(2027, 1, 12),
        lines=[
            line(1, LineKind.GIFT, 1_010, ANNA),
            line(2, LineKind.GIFT, 2_020, PAUL),
            line(3, LineKind.FEE, 1_500, ANNA),
            line(4, LineKind.GIFT, 505, NOBODY),
            line(5, LineKind.EXPENSE, 999, SHOP),
            line(6, LineKind.GIFT, 30, ANNA),
        ],
        previous_lines=[
            line(7, LineKind.GIFT, 700, PAUL, year=2025),
            line(8, LineKind.GRANT, 100_000, SHOP, year=2025),
            line(9, LineKind.EXPENSE, 250, SHOP, year=2025),
        ],
    )


def written(accounts: YearAccounts) -> bytes:
    return write_accounts_workbook(accounts, lambda _done, _all: None)


def values(content: bytes) -> dict[str, list[list[Any]]]:
    """Return what a program shows that computes nothing."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_sheets_stand_in_order_under_title_and_association(accounts: YearAccounts) -> None:
    read = values(written(accounts))
    assert list(read) == SHEETS
    assert [rows[0][0] for rows in read.values()] == [
        "Comptes 2026",
        "Recettes 2026",
        "Dépenses 2026",
        "Dons par donateur 2026",
        "Journal 2026",
    ]
    assert {rows[1][0] for rows in read.values()} == {"Les Amis & Cie — établi le 12/01/2027"}


def test_the_summary_shows_this_year_beside_the_last(accounts: YearAccounts) -> None:
    rows = {row[0]: row[1:] for row in values(written(accounts))["Sommaire"]}
    assert rows["Don"] == [35.65, 7.0, 28.65, "Recettes"]
    assert rows["Adhésion"] == [15.0, 0.0, 15.0, "Recettes"]
    assert rows["Subvention"] == [0.0, 1000.0, -1000.0, "Recettes"]
    assert rows["Dépense"] == [9.99, 2.5, 7.49, "Dépenses"]
    assert rows["Excédent ou déficit"] == [40.66, 1004.5, -963.84, ""]
    assert rows["Dons reçus"] == [35.65, 7.0, 28.65, "Dons par donateur"]
    assert rows["Nombre de dons"][0] == 4
    assert rows["Donateurs connus"][:2] == [2.0, 1.0]
    assert rows["Écart avec le journal (doit être nul)"][0] == 0


def test_every_total_is_a_formula(accounts: YearAccounts) -> None:
    book = load_workbook(io.BytesIO(written(accounts)))
    summary = {str(row[0].value): row for row in book["Sommaire"].iter_rows()}
    assert summary["Don"][1].value == "=SUMIFS('Recettes'!$H$5:$H$9,'Recettes'!$C$5:$C$9,A5)"
    assert summary["Excédent ou déficit"][1].value == "=B8-B12"
    assert summary["Dons reçus"][1].value == "='Dons par donateur'!C9"
    income = book["Recettes"]
    assert income["H3"].value == "=SUBTOTAL(109,$H$5:$H$9)"
    assert income["H11"].value == "=SUM($H$5:$H$9)"
    assert book["Journal"]["K12"].value == "=SUM($K$5:$K$10)"


def test_lists_hold_every_line_with_its_total(accounts: YearAccounts) -> None:
    read = values(written(accounts))
    income = read["Recettes"]
    assert income[4] == [
        dt.date(2026, 1, 2),
        101.0,
        "Don",
        "Anna =Martin",
        "=1+1",
        "",
        "Virement",
        10.1,
    ]
    assert [row[-1] for row in income[4:]] == [10.1, 20.2, 15.0, 5.05, 0.3, "", 50.65]
    assert income[2] == ["Total affiché", "", "", "", "", "", "", 50.65]
    assert [row[-1] for row in read["Dépenses"][4:]] == [9.99, "", 9.99]
    assert [row[-2:] for row in read["Journal"][-2:]] == [["", ""], [50.65, 9.99]]


def test_gifts_are_listed_by_donor_anonymous_ones_last(accounts: YearAccounts) -> None:
    rows = values(written(accounts))["Dons par donateur"][4:]
    assert rows == [
        ["Anna =Martin", 2.0, 10.4, 0.0, dt.date(2026, 1, 7)],
        ["Élodie <b>", 1.0, 20.2, 7.0, dt.date(2026, 1, 3)],
        ["Dons anonymes", 1.0, 5.05, 0.0, dt.date(2026, 1, 5)],
        ["", "", "", "", ""],
        ["Total", 4.0, 35.65, 7.0, ""],
    ]


def test_lists_are_ready_to_filter_and_to_print(accounts: YearAccounts) -> None:
    book = load_workbook(io.BytesIO(written(accounts)))
    for name in SHEETS[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "A5"
        assert sheet.auto_filter.ref.startswith("A4:")
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.page_setup.paperSize == 9
        assert all(dimension.width > 7 for dimension in sheet.column_dimensions.values())
    assert book["Journal"].page_setup.orientation == "landscape"
    assert book["Sommaire"].page_setup.orientation == "portrait"


def test_a_year_without_anything_gives_a_workbook_of_zeros() -> None:
    empty = year_accounts(
        name="", year=2026, made_on=dt.date(2027, 1, 12), lines=[], previous_lines=[]
    )
    read = values(written(empty))
    rows = {row[0]: row[1:] for row in read["Sommaire"]}
    assert rows["Excédent ou déficit"][:3] == [0.0, 0.0, 0.0]
    assert rows["Rien d’enregistré"][:3] == [0.0, 0.0, 0.0]
    assert read["Recettes"][-1][-1] == 0
    assert read["Recettes"][1][0] == "établi le 12/01/2027"


def test_progress_is_told_and_may_stop_the_work(accounts: YearAccounts) -> None:
    heard: list[tuple[int, int]] = []
    write_accounts_workbook(accounts, lambda *done: heard.append(done))
    assert heard[-1] == (15, 15)

    class StoppedError(Exception):
        pass

    def stop(_done: int, _all: int) -> None:
        raise StoppedError

    many = year_accounts(
        name="",
        year=2026,
        made_on=dt.date(2027, 1, 12),
        lines=[line(1, LineKind.GIFT, 100, ANNA)] * 400,
        previous_lines=[],
    )
    with pytest.raises(StoppedError):
        write_accounts_workbook(many, stop)


@pytest.fixture
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("fr")


@pytest.mark.usefixtures("english")
def test_the_workbook_follows_the_language(accounts: YearAccounts) -> None:
    read = values(written(accounts))
    assert list(read)[:3] == ["Summary", "Money received", "Money spent"]
    rows = {row[0]: row[1:] for row in read["Summary"]}
    assert rows["Gift"][0] == 35.65
