"""The board's workbook read back: sheets, live formulas with results, links, names, print."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import cache
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from coopdesk.documents.board_places import is_ambiguous
from coopdesk.documents.board_workbook import write_board_workbook
from coopdesk.documents.workbook_styles import MONTH_FORMAT, localised
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.money import Money
from tests.documents.board_books import board
from tests.documents.recalculation import compared, has_libreoffice, recalculated

SHEETS = [
    "Sommaire",
    "Compte de résultat",
    "Bilan",
    "Budget réalisé",
    "Trésorerie",
    "Balance",
    "Grand livre",
    "Journal",
    "Activités",
    "Dons et adhésions",
    "Subventions",
    "Contributions volontaires",
    "Notes",
]


def nothing(_done, _all):
    """Take no notice of progress."""


def written(accounts):
    stream = io.BytesIO()
    write_board_workbook(accounts, stream, nothing)
    return stream.getvalue()


@cache
def content():
    return written(board(60))


@cache
def book():
    return load_workbook(io.BytesIO(content()))


@cache
def shown():
    """Return what a program shows that computes nothing."""
    read = CalamineWorkbook.from_filelike(io.BytesIO(content()))
    return {name: read.get_sheet_by_name(name).to_python() for name in read.sheet_names}


def rows_of(name, column=0):
    return {row[column]: row for row in shown()[name]}


def test_the_sheets_stand_in_order():
    assert list(shown()) == SHEETS


def test_every_formula_carries_its_result():
    with ZipFile(io.BytesIO(content())) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/sheet" in name]
        assert len(sheets) == len(SHEETS)
        formulas = 0
        for name in sheets:
            text = archive.read(name).decode()
            cells = re.findall(r"<f>[^<]*</f>(<v>[^<]*</v>)?", text)
            formulas += len(cells)
            assert all(cells)
    assert formulas > 800


def test_statements_in_the_file_are_those_of_the_program():
    accounts = board(60)
    for name, kind, column in (
        ("Compte de résultat", StatementKind.RESULT, 2),
        ("Bilan", StatementKind.BALANCE_SHEET, 4),
    ):
        found = rows_of(name)
        for line in accounts.statement(kind).lines:
            if line.amount is not None:
                assert round(found[line.code][column] * 100) == line.amount.cents


def test_a_line_of_a_statement_sums_the_balance_by_the_code_of_the_line():
    sheet = book()["Compte de résultat"]
    gifts = next(row for row in sheet.iter_rows() if row[0].value == "P06")
    row = gifts[0].row
    assert gifts[2].value == (
        f"=SUMIFS(balance_crediteur,balance_ligne,$A{row})"
        f"-SUMIFS(balance_debiteur,balance_ligne,$A{row})"
    )


def test_the_balance_sums_the_journal_by_account():
    sheet = book()["Balance"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "512")
    assert row[3].value == (
        f'=SUMIFS(journal_debit,journal_compte,$A{row[0].row},journal_type,"<>AN")'
    )
    livret = next(row for row in sheet.iter_rows() if row[0].value == "512E1")
    assert livret[3].value.startswith("=SUMPRODUCT((journal_compte=")


def test_an_account_of_both_sides_lands_by_the_sign_of_its_balance():
    sheet = book()["Balance"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "401")
    assert row[9].value == f'=IF(G{row[0].row}>0,"B45","A35")'
    assert rows_of("Balance")["401"][9] == "B45"


def test_links_lead_from_a_statement_to_the_account_to_its_lines():
    statement = book()["Compte de résultat"]
    gifts = next(row for row in statement.iter_rows() if row[0].value == "P06")
    place = gifts[1].hyperlink.location
    assert place.startswith("'Balance'!B")
    account = book()["Balance"][place.rpartition("!")[2]]
    assert account.value == "Dons manuels"
    lines = account.hyperlink.location
    assert lines.startswith("'Grand livre'!A")
    head = book()["Grand livre"][lines.rpartition("!")[2]]
    assert head.value == "75411 — Dons manuels"
    assert head.hyperlink.location == f"'Balance'!A{account.row}"


def test_amounts_of_the_ledger_look_at_the_journal():
    ledger, journal = book()["Grand livre"], book()["Journal"]
    formulas = [row[7].value for row in ledger.iter_rows(min_row=5) if row[1].value]
    assert len(formulas) == board(60).lines.count
    assert all(re.fullmatch(r"='Journal'!H\d+", text) for text in formulas)
    assert {journal[text.rpartition("!")[2]].row for text in formulas} == set(
        range(5, 5 + len(formulas))
    )


def test_ranges_have_names():
    names = book().defined_names
    last = 4 + board(60).lines.count
    assert names["journal_debit"].attr_text == f"'Journal'!$H$5:$H${last + 1}"
    assert {"balance_compte", "balance_ligne", "resultat", "budget_montant"} <= set(names)
    (place,) = names["total_bilan"].destinations
    assert book()[place[0]][place[1]].offset(0, -1).value == "Total du bilan"


def test_checks_say_what_is_right_and_what_wants_a_look():
    verdicts = {row[0]: row[4] for row in shown()["Sommaire"] if row[4]}
    assert verdicts["Bilan\xa0: l’actif égale le passif"] == "juste"
    assert verdicts["Le compte de résultat donne le résultat des livres et du bilan"] == "juste"
    assert verdicts["Dons selon les listes = dans les comptes (754, 755)"] == "à regarder"
    areas = [str(area.sqref) for area in book()["Sommaire"].conditional_formatting]
    assert len(areas) == 1
    assert areas[0].startswith("E")


def test_treasury_counts_no_move_between_our_own_accounts():
    lines = list(board(60).lines.lines)
    own = ("5112", "512", "512E1", "517", "531", "58")
    by_entry = {}
    for line in lines:
        if line.account in own and not line.is_opening:
            net = line.debit.cents - line.credit.cents
            by_entry[line.entry_id] = by_entry.get(line.entry_id, 0) + net
    year = rows_of("Trésorerie")["Toute l’année"]
    assert round(year[2] * 100) == sum(net for net in by_entry.values() if net > 0)
    assert round(year[3] * 100) == -sum(net for net in by_entry.values() if net < 0)
    assert len(book()["Trésorerie"]._charts) == 1


def test_budget_stands_beside_what_came_of_it():
    rows = rows_of("Budget réalisé")
    supplies = rows["606"]
    assert supplies[2] == 3_000
    assert supplies[3] == rows_of("Balance")["6064"][5]
    # Accounts below 75 stand on several lines: the title above them takes what is planned.
    result = rows_of("Compte de résultat")
    assert [result[code][3] for code in ("P00", "P06", "P19")] == [9_000, 0, 9_000]


def test_what_people_typed_is_text():
    for sheet in book().worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in ("=1+1", "=Anna", "=Jardin partagé"):
                    assert cell.data_type == "s"
    journal = {cell.value for cell in book()["Journal"]["F"]}
    assert "=1+1" in journal
    assert ">Ateliers *" in {cell.value for cell in book()["Journal"]["L"]}


def test_sheets_are_ready_to_print():
    for sheet in book().worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_area
        assert "Page" in sheet.oddFooter.right.text
    assert book()["Journal"].print_title_rows == "$4:$4"
    assert book()["Journal"].print_area.startswith("'Journal'!$A$1:$J$")


def test_lines_without_amounts_are_folded():
    sheet = book()["Bilan"]
    hidden = {
        row[0].value for row in sheet.iter_rows() if sheet.row_dimensions[row[0].row].hidden
    }
    assert {"A02", "A20", "B04"} <= hidden
    assert not {"A37", "A99", "B12", "A30"} & hidden


def test_lines_that_do_not_make_the_balances_are_refused():
    accounts = board(10)
    other = board(10, seed=4)
    with pytest.raises((ValueError, KeyError)):
        written(type(accounts)(**{**_fields(accounts), "lines": other.lines}))


def _fields(accounts):
    return {name: getattr(accounts, name) for name in type(accounts).__dataclass_fields__}


def test_a_year_without_anything_says_nothing_of_a_year_before():
    found = load_workbook(io.BytesIO(written(board(0, has_before=False))), data_only=True)
    rows = {row[0]: row for row in found["Sommaire"].iter_rows(values_only=True)}
    assert rows["Excédent ou déficit"][1:4] == (0, None, None)
    assert rows["Chiffres clés"][1:4] == ("Exercice 2026", None, None)
    for name, letters in (("Compte de résultat", "FG"), ("Bilan", "FG"), ("Balance", "HI")):
        columns = found[name].column_dimensions
        assert [columns[letter].hidden for letter in letters] == [True, True]


def test_progress_may_stop_the_work():
    class StoppedError(Exception):
        pass

    def stop(_done, _all):
        raise StoppedError

    with pytest.raises(StoppedError):
        write_board_workbook(board(600), io.BytesIO(), stop)


def test_account_numbers_that_a_spreadsheet_misreads_are_known():
    assert [is_ambiguous(number) for number in ("512", "512E1", "512EVT", "4" * 16)] == [
        False,
        True,
        False,
        True,
    ]


@pytest.mark.skipif(not has_libreoffice(), reason="LibreOffice is not installed")
def test_libreoffice_finds_the_same_figures(tmp_path):
    ours = tmp_path / "board.xlsx"
    ours.write_bytes(content())

    found = compared(ours, recalculated(ours, tmp_path))

    assert (found.differences, found.errors) == ([], [])
    assert found.cells > 1_000


@pytest.mark.skipif(not has_libreoffice(), reason="LibreOffice is not installed")
def test_a_changed_line_of_the_journal_moves_the_statements(tmp_path):
    changed = load_workbook(io.BytesIO(content()))
    line = next(
        row for row in changed["Journal"].iter_rows(min_row=5) if row[4].value == "75411"
    )
    line[8].value += 100
    path = tmp_path / "changed.xlsx"
    changed.save(path)

    read = CalamineWorkbook.from_path(recalculated(path, tmp_path))

    gifts = {row[0]: row for row in read.get_sheet_by_name("Compte de résultat").to_python()}
    before = rows_of("Compte de résultat")
    for code in ("P06", "P19", "R5"):
        assert round(gifts[code][2] - before[code][2], 2) == 100
    summary = {row[0]: row[4] for row in read.get_sheet_by_name("Sommaire").to_python()}
    assert summary["Journal\xa0: le total des débits égale celui des crédits"] == "à regarder"
    assert summary["Bilan\xa0: l’actif égale le passif"] == "à regarder"
    assert summary["Le grand livre contient toutes les lignes du journal"] == "juste"


def test_days_and_amounts_are_real():
    first = shown()["Journal"][4]
    assert first[0] == dt.date(2026, 1, 1)
    assert first[7] == Money(250_000).cents / 100


def test_account_numbers_stay_text_when_they_are_typed_anew():
    cell = book()["Journal"]["E5"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    with ZipFile(io.BytesIO(content())) as archive:
        sheets = [
            archive.read(name).decode() for name in archive.namelist() if "/sheet" in name
        ]
    assert sum("numberStoredAsText" in sheet for sheet in sheets) == 3


def test_the_chart_holds_its_points_so_that_previews_draw_it():
    with ZipFile(io.BytesIO(content())) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert chart.count("<numCache>") == 6
    assert "<strCache>" in chart
    assert f"<formatCode>{localised(MONTH_FORMAT)}</formatCode>" in chart
