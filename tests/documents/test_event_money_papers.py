"""The page and the workbook of an event say the same money as the books, whatever was typed."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from coopdesk.documents.event_sheet_pdf import draw_event_sheet
from coopdesk.documents.event_workbook import write_event_workbook
from coopdesk.domain.budgets import BudgetRow
from coopdesk.domain.event_money import (
    EventAccounts,
    EventGrant,
    EventResult,
    GivenInKind,
    MoneyLine,
    Unbooked,
    by_account,
)
from coopdesk.domain.event_registrations import (
    CashBox,
    Party,
    Registration,
    RegistrationCounts,
    RegistrationSource,
    RegistrationState,
    Settlement,
    TakenOption,
)
from coopdesk.domain.money import ZERO, Money
from tests.documents.event_people import paper
from tests.documents.member_people import pages_of
from tests.documents.recalculation import compared, has_libreoffice, recalculated

DAY = dt.date(2016, 3, 8)
MOMENT = dt.datetime(2016, 3, 1, 9, tzinfo=dt.UTC)


def line(number: int, account: str, cents: int, label: str = "Billets") -> MoneyLine:
    return MoneyLine(
        number,
        number,
        "2016",
        number,
        DAY,
        account,
        f"Compte {account}",
        label,
        "",
        "R1",
        Money(cents),
    )


LINES = (
    line(1, "7061", 40_00, "=1+1"),
    line(2, "7061", 12_00),
    line(3, "75411", 5_00),
    line(4, "6064", 30_50),
    line(5, "471", 8_00),
    line(6, "870", 100_00),
    line(7, "860", 100_00),
)
BUDGET = (
    BudgetRow("6064", "Fournitures", Money(45_00), Money(30_50)),
    BudgetRow("706", "Participations", Money(60_00), Money(52_00)),
    BudgetRow("75411", "Dons manuels", ZERO, Money(5_00), planned=False),
)
RESULT = EventResult(
    1,
    2,
    activity="Atelier",
    income=by_account(LINES, "7"),
    expenses=by_account(LINES, "6"),
    used=by_account(LINES, "86"),
    given=by_account(LINES, "87"),
    to_sort=by_account(LINES, "47"),
    grants=(EventGrant(1, "Politique de la ville", "Métropole", Money(500_00), Money(200_00)),),
    unbooked=(Unbooked(DAY, "Buvette", income=Money(20_00)),),
    in_kind=GivenInKind(630, Money(120_00), Money(100_00)),
    budget=BUDGET,
    budget_names=("Budget (2016)",),
    due=Money(7_00),
)


def person(number: int, name: str, **more: Any) -> Registration:
    told = Registration(
        id=number,
        event_id=1,
        number=number,
        party_id=number,
        contact_id=None,
        last_name=name,
        first_name="",
        name=name,
        email="",
        phone="0600000001",
        state=RegistrationState.REGISTERED,
        registered_at=MOMENT,
        source=RegistrationSource.DOOR,
        badge_code="ABCD2345",
        tariff_name="Plein tarif",
        due=Money(20_00),
        settlement=Settlement.PAID,
    )
    return replace(told, **more)


PEOPLE = (
    person(1, '=HYPERLINK("x")', options=(TakenOption(3, "Repas", 2, Money(8_00)),)),
    person(2, "<b>Zoé</b> & Léo", present=(None,), due=Money(12_00)),
)
WHOLE = EventAccounts(
    paper(),
    RESULT,
    RegistrationCounts(registered=2, waiting=1, cancelled=3, present=1, capacity=25),
    PEOPLE,
    (
        Party(1, 1, None, "Denis", ('=HYPERLINK("x")',), Money(20_00), Money(20_00)),
        Party(2, 1, None, "Zoé", ("Zoé", "Léo"), Money(12_00), Money(5_00)),
    ),
    (CashBox(1, 1, DAY, Money(50_00), Money(65_00), Money(114_00), MOMENT),),
)


def test_page_says_what_when_where_who_came_and_its_money() -> None:
    [text] = pages_of(draw_event_sheet(WHOLE))
    wanted = (
        "3e atelier — Coopérer au quartier",
        "Mardi 8 mars 2016, 18 h – 20 h 30",
        "La Verrière",
        "Fréquentation",
        "Argent",
        "Axe analytique : Atelier",
        "Budget : Budget (2016)",
        "Participations",
        "60,00",
        "52,00",
        "Total des produits",
        "Total des charges",
        "Résultat",
        "À comptabiliser : produits 20,00 €, charges 0,00 €",
        "À préciser (compte d’attente 47) : 8,00 €",
        "Résultat attendu une fois tout comptabilisé : 38,50 €",
        "Reste dû par les personnes inscrites : 7,00 €",
        "Subvention « Politique de la ville » (Métropole) : 500,00 € notifiés",
        "Contributions volontaires : 220,00 € (10,50 h de bénévolat",
    )
    assert [one for one in wanted if one not in text] == []


def test_page_of_an_event_without_money_says_so() -> None:
    bare = EventAccounts(paper(), EventResult(1, None), RegistrationCounts())
    [text] = pages_of(draw_event_sheet(bare))
    assert "Rien dans les comptes pour l’instant." in text
    assert "sans limite" in text
    for heading in ("Résultat", "À côté", "Subvention", "Reste dû"):
        assert heading not in text


def test_page_stays_one_page_and_its_sums_tie_with_many_accounts() -> None:
    rows = tuple(
        BudgetRow(
            f"{digit}0{at:02d}", f"Compte au nom bien long, numéro {at}", Money(at), Money(100)
        )
        for digit in "67"
        for at in range(1, 41)
    )
    grants = tuple(EventGrant(at, f"Aide {at}", "", Money(1), ZERO) for at in range(3))
    result = EventResult(1, 2, activity="Atelier", budget=rows, grants=grants)
    [text] = pages_of(draw_event_sheet(EventAccounts(paper(), result, RegistrationCounts())))
    assert text.count("Autres comptes (32)") == 2
    assert text.count("40,00") == 2, "the sums are those of all forty accounts"


def read(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_workbook_has_a_sheet_for_everything_there_is() -> None:
    book = read(write_event_workbook(WHOLE))
    assert book.sheetnames == [
        "Sommaire",
        "Inscriptions",
        "Qui a payé",
        "Caisse",
        "Résultat",
        "Budget",
    ]
    # On one page across: on a second one, what is owed would stand beside no name.
    assert {sheet.page_setup.fitToWidth for sheet in book} == {1}
    assert book["Sommaire"]["A4"].value == "Inscrits"
    bare = EventAccounts(paper(), EventResult(1, None), RegistrationCounts())
    assert read(write_event_workbook(bare)).sheetnames == [
        "Sommaire",
        "Inscriptions",
        "Qui a payé",
        "Résultat",
    ]


def test_what_people_typed_is_text_and_amounts_are_numbers() -> None:
    book = read(write_event_workbook(WHOLE))
    people = book["Inscriptions"]
    row = [cell.value for cell in people[5]]
    assert row[:2] == [1, '=HYPERLINK("x")']
    assert people["B5"].data_type == "s"
    assert (row[3], row[6], row[7]) == ("0600000001", "2 × Repas", 20)
    assert people["B6"].value == "<b>Zoé</b> & Léo"
    lines = book["Résultat"]
    assert (lines["G5"].value, lines["G5"].data_type) == ("=1+1", "s")
    assert [lines[f"{x}5"].value for x in "EIJ"] == ["7061", 40, None]


def test_totals_of_the_workbook_are_formulas() -> None:
    book = read(write_event_workbook(WHOLE))
    rows = book["Sommaire"].iter_rows(values_only=True)
    summary = {row[0]: row[1] for row in rows if len(row) > 1 and row[1] is not None}
    assert str(summary["Résultat"]).startswith("=B")
    assert "SUMPRODUCT" in str(summary["7061 Compte 7061"])
    assert summary["Résultat attendu une fois tout comptabilisé"] == 38.5
    assert book["Qui a payé"]["E8"].value == "=SUM($E$5:$E$6)"


@pytest.mark.skipif(not has_libreoffice(), reason="LibreOffice is not installed")
def test_libreoffice_finds_the_same_figures(tmp_path) -> None:
    source = tmp_path / "event.xlsx"
    source.write_bytes(write_event_workbook(WHOLE))
    found = compared(source, recalculated(source, tmp_path))
    assert (found.differences, found.errors) == ([], [])
