"""Budgets: versions, lines, sheets with clear errors, actual against budget."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook

from coopdesk.domain.budgets import BudgetState, NewBudgetLine, NewBudgetVersion
from coopdesk.domain.money import Money
from coopdesk.wording.errors import code_text
from tests.building import new_units, refused
from tests.services.inventory_office import InventoryOffice


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield InventoryOffice(units)


def made(office, name="Budget 2026"):
    return office.budgets.add(NewBudgetVersion(office.year_id, name)).value


def written(folder, text, name="budget.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_amount_of_an_account_takes_the_place_of_the_one_before(office):
    version = made(office)
    office.budgets.set_line(version.id, NewBudgetLine("613", Money(100)))
    office.budgets.set_line(version.id, NewBudgetLine("613", Money(120)))
    office.budgets.set_line(version.id, NewBudgetLine("74", Money(900)))
    found = office.budgets.get(version.id)
    assert (found.line_count, found.expenses.cents, found.income.cents) == (2, 120, 900)
    assert office.budgets.set_line(version.id, NewBudgetLine("613", Money(0))).value is None
    assert [x.content.account for x in office.budgets.lines(version.id)] == ["74"]


def test_voted_budget_stays_as_it_is_and_is_the_one_to_compare_with(office):
    voted = made(office)
    office.budgets.set_line(voted.id, NewBudgetLine("613", Money(100)))
    office.budgets.adopt(voted.id)
    revised = office.budgets.add(
        NewBudgetVersion(office.year_id, "Révision"), copied_from=voted.id
    ).value
    assert revised.line_count == 1
    line = NewBudgetLine("613", Money(5))
    assert refused(office.budgets.set_line, voted.id, line) == "budget.adopted_already"
    assert refused(office.budgets.remove, voted.id) == "budget.adopted_already"
    assert refused(made, office, "révision") == "budget.name_taken"
    versions = office.budgets.versions(office.year_id)
    assert [x.state for x in versions] == [BudgetState.ADOPTED, BudgetState.DRAFT]
    assert office.budgets.compare(office.year_id).version == office.budgets.get(voted.id)


def test_actual_stands_against_budget_by_activity_too(office):
    key, version = office.activity(), made(office)
    office.spend("6064", 3_000, key)
    office.spend("6064", 1_000)
    office.budgets.set_line(version.id, NewBudgetLine("606", Money(10_000)))
    office.budgets.set_line(version.id, NewBudgetLine("606", Money(2_000), key))
    (whole,) = office.budgets.compare(office.year_id).rows
    assert (whole.budget.cents, whole.actual.cents) == (12_000, 4_000)
    (own,) = office.budgets.compare(office.year_id, version.id, key).rows
    assert (own.budget.cents, own.actual.cents, own.remaining.cents) == (2_000, 3_000, -1_000)


def test_sheet_of_yearly_amounts_becomes_a_budget(office, tmp_path):
    office.activity()
    path = written(
        tmp_path,
        "Budget prévisionnel 2026;;;\nCompte;Libellé;Activité;Montant\n"
        "606 - Achats;;;1 200,50 €\n6132;Loyer;RC;2400\n;Total des charges;;3600,50\n"
        "741;Ville;;5 000\n",
    )
    preview = office.budget_imports.preview(office.year_id, path)
    assert preview.errors == ()
    assert (preview.expenses, preview.income) == (Money(360_050), Money(500_000))
    assert [x.activity_name for x in preview.lines] == ["", "Repair café", ""]
    new = NewBudgetVersion(office.year_id, "Voté en AG")
    version = office.budget_imports.apply(new, path).value
    assert (version.line_count, version.expenses) == (3, Money(360_050))
    assert office.budgets.lines(version.id)[0].content.label == "Achats"
    office.budget_imports.apply(new, path, version.id)
    assert office.budgets.get(version.id).line_count == 3


def test_workbook_with_months_brings_a_line_for_each(office, tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["Numéro", "Intitulé", "Janvier", "Février", "Total"])
    sheet.append([6132, "Loyer", 200, 210.5, 410.5])
    sheet.append([706000, "Billets", None, 80, 90])
    path = tmp_path / "budget.xlsx"
    book.save(path)
    preview = office.budget_imports.preview(office.year_id, path)
    told = [(x.content.month_on, x.content.amount.cents) for x in preview.lines[:2]]
    assert told == [(dt.date(2026, 1, 1), 20_000), (dt.date(2026, 2, 1), 21_050)]
    assert preview.lines[2].content.account == "706"
    (wrong,) = preview.errors
    assert (wrong.line, wrong.column, wrong.code) == (3, "Total", "budget.months_differ")


def test_what_is_wrong_in_a_sheet_is_said_by_line_and_column(office, tmp_path):
    path = written(
        tmp_path,
        "Compte;Activité;Mois;Montant\n606;;;douze\n512;;;5\n99;;;5\n69999;;;5\n"
        "613;Inconnue;;5\n613;;13/2026;5\nLoyer;;;7\n613;;mars;9\n",
    )
    preview = office.budget_imports.preview(office.year_id, path)
    assert [(x.line, x.column, x.code) for x in preview.errors] == [
        (2, "Montant", "amount.unreadable"),
        (3, "Montant", "budget.account_wrong"),
        (4, "Montant", "budget.account_wrong"),
        (5, "Montant", "budget.account_unknown"),
        (6, "Montant", "budget.activity_unknown"),
        (7, "Montant", "budget.month_outside"),
        (8, "Compte", "budget.row_without_account"),
    ]
    assert [x.content.month_on for x in preview.lines] == [dt.date(2026, 3, 1)]
    for problem in preview.errors:
        assert "{" not in code_text(problem.code, {**problem.values, "column": problem.column})
    new = NewBudgetVersion(office.year_id, "Faux")
    assert refused(office.budget_imports.apply, new, path) == "budget.sheet_wrong"
    assert office.budgets.versions(office.year_id) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Poste;Montant\nLoyer;5\n", "budget.no_account_column"),
        ("Compte;Libellé\n613;Loyer\n", "budget.no_amount_column"),
    ],
)
def test_sheet_without_the_columns_of_a_budget_is_refused(office, tmp_path, text, code):
    path = written(tmp_path, text)
    assert refused(office.budget_imports.preview, office.year_id, path) == code


def test_sheet_without_amounts_plans_nothing(office, tmp_path):
    path = written(tmp_path, "Compte;Montant\n613;\n")
    new = NewBudgetVersion(office.year_id, "Vide")
    assert refused(office.budget_imports.apply, new, path) == "budget.nothing_planned"
