"""Statements that banks write as tables: layouts, signs, days, balances, accounts."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.domain.bank_columns import KnownTable
from coopdesk.domain.bank_statements import DayOrder, LineNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS, RowDecision
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money
from coopdesk.exchange.bank_tables import (
    bank_table_format,
    may_be_bank_table,
    read_bank_table,
)
from tests.exchange.statement_building import codes, content, told
from tests.spent import spent

MUTUEL = "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n"
COOPERATIF = (
    "Date;Libellé;Libellé complémentaire;Montant;Sens;Numéro de chèque;"
    "Référence Interne de l'Opération;Nom de l'émetteur;Identifiant de l'émetteur;"
    "Nom du destinataire;Identifiant du destinataire;Nom du tiers débiteur;"
    "Identifiant du tiers débiteur;Nom du tiers créancier;Identifiant du tiers créancier;"
    "Libellé de Client à Client - Motif;Référence de Client à Client;Référence de la Remise;"
    "Référence de la Transaction;Référence Unique du Mandat;Séquence de Présentation\n"
)
POSTALE = [
    ["Numéro Compte   ", "0123456X033"],
    ["Type         ", "CCP"],
    ["Compte tenu en  ", "euros"],
    ["Date            ", "08/09/2026"],
    ["Solde (EUROS)   ", "887,61"],
    [],
    ["Date", "Libellé", "Montant(EUROS)"],
    ["07/09/2026", "CARTE NUMERO                111", "-680,00"],
    ["04/09/2026", "VIREMENT DE CAMILLE EXEMPLE", "850,00"],
]
BROKEN = "\ufffd "
UNKNOWN = "Jour;Ce que c'est;Combien\n{}"


def read(text, encoding="utf-8", **decided):
    return read_bank_table(
        content(text, "releve.csv", encoding), replace(NO_IMPORT_DECISIONS, **decided)
    )


def balances(statement):
    found = (statement.opening, statement.closing, statement.difference)
    return tuple(one.cents if one is not None else None for one in found)


def test_credit_mutuel_keeps_accents_signs_and_running_balances():
    text = (
        MUTUEL.replace(
            "Solde",
            "Solde;Motif;Référence unique du mandat (RUM);"
            "Référence (END TO END);Identifiant du créancier (ICS)",
        )
        + "08/12/2025;09/12/2025;;352,00;VIR COTISATION ÉTÉ;1 352,00;Adhésion;;E2E-7;\n"
        + "09/12/2025;09/12/2025;-4,79;;PRLV SEPA ASSUREUR;1347,21;;RUM9;;FR00ZZZ\n"
    )
    found = read(text, "iso8859-15")
    assert (found.file_format, found.problems, found.warnings) == (
        FileFormat.CREDIT_MUTUEL,
        (),
        (),
    )
    assert told(found) == [
        ("2025-12-08", 35_200, "VIR COTISATION ÉTÉ Adhésion"),
        ("2025-12-09", -479, "PRLV SEPA ASSUREUR"),
    ]
    (statement,) = found.statements
    assert balances(statement) == (100_000, 134_721, 0)
    first, second = statement.lines
    assert (first.value_on, first.payment_ref) == (dt.date(2025, 12, 9), "E2E-7")
    assert (second.nature, second.payment_ref) == (LineNature.DIRECT_DEBIT, "RUM9")
    assert not found.asks_columns


@pytest.mark.parametrize(
    "rows",
    [
        "05/01/2026;;12,50;;CB PAPETERIE;87,50\n06/01/2026;;;20,00;VIR;107,50\n",
        "06/01/2026;;;20,00;VIR;107,50\n05/01/2026;;-12,50;;CB PAPETERIE;87,50\n",
    ],
    ids=["debit unsigned", "newest first"],
)
def test_debits_go_out_and_balances_tie_however_they_are_written(rows):
    (statement,) = read(MUTUEL + rows).statements
    assert balances(statement) == (10_000, 10_750, 0)
    assert {line.amount.cents for line in statement.lines} == {-1_250, 2_000}


def test_a_running_balance_that_breaks_is_a_difference():
    text = MUTUEL + "05/01/2026;;;10,00;VIR A;110,00\n06/01/2026;;;5,00;VIR B;115,02\n"
    assert balances(read(text).statements[0]) == (10_000, 11_502, 2)


def test_names_that_any_bank_uses_are_no_mark_of_one():
    text = "Date;Libellé;Débit;Crédit;Solde\n01/11/2026;SOLDE PRECEDENT;;;100,00\n"
    found = read(text + "15/11/2026;CB;10,00;;90,00\n;NOUVEAU SOLDE;;90,00;\n")
    assert (found.file_format, found.asks_columns) == (FileFormat.BANK_TABLE, True)
    assert told(found) == [("2026-11-15", -1_000, "CB")]
    assert (balances(found.statements[0]), found.problems) == ((10_000, 9_000, 0), ())


def test_bpce_tells_the_shop_the_number_and_two_sides():
    text = (
        "Numéro de compte : 12345678901;;;\n"
        "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;"
        "Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;"
        "Date operation;Date de valeur;Pointage operation\n"
        "18/04/26;LIBRAIRIE;CB LIBRAIRIE FACT 160426;A1;;Carte bancaire;;;-230,00;;"
        "16/04/26;18/04/26;0\n"
        "16/04/26;MME EXEMPLE;VIR INST MME EXEMPLE;B2;B2;Virement recu;;;;+115,00;"
        "16/04/26;16/04/26;0\n"
    )
    found = read(text, "cp1252")
    assert found.file_format is FileFormat.BPCE
    assert found.statements[0].identity.number == "12345678901"
    assert told(found) == [
        ("2026-04-18", -23_000, "CB LIBRAIRIE FACT 160426"),
        ("2026-04-16", 11_500, "VIR INST MME EXEMPLE"),
    ]
    card, transfer = found.statements[0].lines
    assert (card.counterparty, card.bank_ref, card.nature) == (
        "LIBRAIRIE",
        "A1",
        LineNature.CARD,
    )
    assert transfer.nature is LineNature.TRANSFER


def test_the_balances_around_an_older_savings_bank_file_are_told_apart():
    text = (
        "Code de la banque : 17515;Code de l'agence : 90000;"
        "Date de début de téléchargement : 28/11/2020;"
        "Date de fin de téléchargement : 30/11/2020;\n"
        "Numéro de compte : 04012345678;Nom du compte : CPT DEPOT;Devise : EUR;\n\n"
        "Solde en fin de période;;;;129,61\n"
        "Date;Numéro d'opération;Libellé;Débit;Crédit;Détail;\n"
        "30/11/20;3011202020201130-08.38 -;*CB COM;-0,39;;*CB COM CONTRAT 8;\n"
        "30/11/20;3011202020201130-08.33 -;CB;;+30,00;CB REM 105;\n"
        "Solde en début de période;;;;100,00\n"
    )
    for broken in (text, text.replace("é", "\ufffd")):
        found = read(broken)
        (statement,) = found.statements
        assert found.file_format is FileFormat.CAISSE_EPARGNE
        assert statement.identity.text == "17515/90000/04012345678"
        assert balances(statement) == (10_000, 12_961, 0)
        assert (statement.opening_on, statement.closing_on) == (
            dt.date(2020, 11, 28),
            dt.date(2020, 11, 30),
        )
        assert statement.lines[0].bank_ref == "3011202020201130-08.38"
    # Without a last break the balance is believed only as long as its cents are there.
    for cut, opening, refused in ((1, 10_000, []), (2, None, [(8, "row.cut_short")])):
        found = read(text[:-cut])
        assert codes(found.problems) == refused
        assert balances(found.statements[0])[0] == opening


def test_broken_accents_are_told_and_the_header_is_still_known():
    text = "Date;Date de valeur;D\ufffdbit;Cr3\ufffddit;Libell\ufffd;Solde\n"
    found = read(text + "20/01/2022;20/01/2022;-4,79;;VIR;13561,25\n")
    assert [one.code for one in found.warnings] == ["file.broken_characters"]
    assert told(found) == [("2022-01-20", -479, "VIR")]


@pytest.mark.parametrize(
    ("encoding", "warned"),
    [
        *((name, []) for name in ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-15")),
        *((name, ["file.unusual_encoding"]) for name in ("cp850", "mac_roman")),
    ],
)
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_letters_come_through_in_every_encoding_or_it_is_said(encoding, warned, mark):
    cells = ["01/02/2026", "", "", "5,00", "COTISATION\nD’ÉTÉ", ""]
    if encoding not in {"utf-8", "utf-8-sig", "utf-16", "cp1252"}:
        cells[4] = cells[4].replace("’", "'")
    row = mark.join(f'"{cell}"' for cell in cells)
    found = read(MUTUEL.replace(";", mark) + row + "\n", encoding)
    assert [label.replace("’", "'") for _day, _cents, label in told(found)] == [
        "COTISATION D'ÉTÉ"
    ]
    assert [one.code for one in found.warnings] == warned


def test_what_a_spreadsheet_counts_for_a_day_is_refused_by_its_line():
    days = ("44927", "12/2026", "2026-02-30", "01/02/2026")
    found = read(MUTUEL + "".join(f"{day};;;5,00;VIR;\n" for day in days))
    assert told(found) == [("2026-02-01", 500, "VIR")]
    assert [line for line, _code in codes(found.problems)] == [2, 3, 4]


def test_the_two_files_of_la_banque_postale_are_the_same():
    francs = [[*row, "9,99"] if len(row) > 2 else row for row in POSTALE]
    francs[6][3] = "Montant(FRANCS)"
    francs.insert(5, ["Solde (FRANCS)  ", "5822,34"])
    plain, tabs, older = (
        read("\r\n".join(mark.join(row) for row in rows) + "\r\n", "latin-1")
        for rows, mark in ((POSTALE, ";"), (POSTALE, "\t"), (francs, ";"))
    )
    assert told(plain) == told(tabs) == told(older)
    assert told(plain) == [
        ("2026-09-07", -68_000, "CARTE NUMERO 111"),
        ("2026-09-04", 85_000, "VIREMENT DE CAMILLE EXEMPLE"),
    ]
    for found in (plain, tabs, older):
        (statement,) = found.statements
        assert statement.identity.number == "0123456X033"
        assert balances(statement) == (None, 88_761, None)
        assert statement.closing_on == dt.date(2026, 9, 8)


def test_the_older_credit_cooperatif_signs_amounts_by_their_side():
    text = COOPERATIF + (
        "02/10/2026;CHQ 7;;45,20;DEBIT;0000007;R1\n"
        "03/10/2026;VIR;Don;1 040,00;CREDIT;;R2;Zoé Exemple;;Nous;;;;;;Don d'été;E2E\n"
        "04/10/2026;VIR;;3,00;AUTRE;;R3\n"
    )
    found = read(text, "latin-1")
    assert found.file_format is FileFormat.CREDIT_COOPERATIF
    assert told(found) == [
        ("2026-10-02", -4_520, "CHQ 7"),
        ("2026-10-03", 104_000, "VIR Don d'été"),
    ]
    cheque, gift = found.statements[0].lines
    assert (cheque.cheque, cheque.nature) == ("0000007", LineNature.CHEQUE)
    assert (gift.counterparty, gift.payment_ref) == ("Zoé Exemple", "E2E")
    assert codes(found.problems) == [(4, "statement.sense_unknown")]
    assert found.refused[4]["Sens"] == "AUTRE"


def test_every_sheet_of_a_workbook_is_an_account_and_lines_count_on():
    workbook = openpyxl.Workbook()
    workbook.active.append(["Vos comptes", ""])
    workbook.active.append(["C/C ASSOCIATION", 1344.98])
    for number, closing in (("00020123456", 1344.98), ("00020123457", 20)):
        sheet = workbook.create_sheet(number)
        sheet.append([f"R.I.B. : 10278 07300 {number} 12"])
        sheet.append([])
        sheet.append(["Date", "Valeur", "Libellé", "Débit", "Crédit"])
        sheet.append([dt.date(2026, 1, 5), dt.date(2026, 1, 5), "VIR PLATEFORME", None, 120.0])
        sheet.append([dt.date(2026, 1, 6), dt.date(2026, 1, 6), "FACT SGT26", -9.58, None])
        sheet.append([])
        sheet.append(["Solde", "", closing])
    packed = io.BytesIO()
    workbook.save(packed)
    found = read_bank_table(content(packed.getvalue(), "releve.xlsx"))
    assert [one.identity.text for one in found.statements] == [
        "10278/07300/00020123456",
        "10278/07300/00020123457",
    ]
    assert [one.closing for one in found.statements] == [Money(134_498), Money(2_000)]
    assert [line.line for one in found.statements for line in one.lines] == [4, 5, 11, 12]
    assert [cents for _day, cents, _label in told(found)] == [12_000, -958] * 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            (
                "Compte;;\n\nDate operation;Libelle court;Type operation;Libelle operation;"
                "Montant operation en euro\n03/02/2026;VIREMENT;VIREMENT;VIR SEPA X;1 250,00\n"
            ),
            [("2026-02-03", 125_000, "VIR SEPA X VIREMENT")],
        ),
        (
            (
                "Date de l'opération;Libellé;Détail de l'écriture;"
                "Montant de l'opération;Devise\n"
                "03/02/2026;CARTE X1;CARTE X1 12/01 PAPETERIE;-8,00;EUR\n"
            ),
            [("2026-02-03", -800, "CARTE X1 12/01 PAPETERIE")],
        ),
        (
            (
                "Téléchargement du 05/02/2026;\n\nCompte carte n° 12345678901;\n"
                "Solde au 05/02/2026 1 234,56 €\n\nDate;Libellé;Débit Euros;Crédit Euros;\n"
                '03/02/2026;"PRELEVEMENT\n  ASSUREUR";8,00;;\n'
            ),
            [("2026-02-03", -800, "PRELEVEMENT ASSUREUR")],
        ),
        (
            (
                "dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;"
                'accountNum;accountLabel;accountbalance\n2026-02-03;2026-02-04;"VIR X";c;p;x;'
                '"-1 718,70";;00040123456;Compte;99.0\n'
            ),
            [("2026-02-03", -171_870, "VIR X")],
        ),
        (
            (
                "Status,Settlement date (local),Counterparty name,Total amount (incl. VAT),"
                "Currency,Transaction ID,Reference\n"
                "settled,2026-02-03 10:00:00,X,-1250.00,EUR,t1,Loyer\n"
                "processing,2026-02-04 10:00:00,Y,-1.00,EUR,t2,\n"
            ),
            [("2026-02-03", -125_000, "X Loyer")],
        ),
        (
            (
                "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,"
                "State,Balance\n"
                "TRANSFER,Current,2026-02-02 10:00:00,2026-02-03 10:00:00,To X,-10.00,"
                "0.20,EUR,COMPLETED,89.80\n"
            ),
            [("2026-02-03", -1_020, "To X")],
        ),
        (
            (
                "Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,"
                "Net,Numéro de transaction,Solde,Impact sur le solde\n"
                '03/02/2026,10:00,CET,Zoé Exemple,Don,Terminé,EUR,"20,00","-0,68","19,32",T1,'
                '"19,32",Crédit\n04/02/2026,10:00,CET,Y,Don,En attente,EUR,"5,00",0,"5,00",T2,,'
                "Mémo\n"
            ),
            [("2026-02-03", 1_932, "Zoé Exemple Don")],
        ),
    ],
    ids=["BNP", "SG", "CA", "Bourso", "Qonto", "Revolut", "PayPal"],
)
def test_the_tables_of_other_known_banks_need_no_explanation(text, lines):
    found = read(text)
    assert (found.file_format, found.asks_columns, found.problems) == (
        FileFormat.BANK_TABLE,
        False,
        (),
    )
    assert told(found) == lines
    assert bank_table_format(content(text)) is FileFormat.BANK_TABLE


def test_a_balance_at_a_day_stands_above_the_operations():
    text = (
        "Compte carte n° 12345678901;\nSolde au 05/02/2026 1 234,56 €\n"
        "Date;Libellé;Débit Euros;Crédit Euros;\n03/02/2026;CHEQUE 12;8,00;;\n"
    )
    (statement,) = read(text, "cp1252").statements
    assert (statement.closing, statement.closing_on) == (Money(123_456), dt.date(2026, 2, 5))
    assert statement.identity.number == "12345678901"


def test_an_unknown_table_is_guessed_asked_once_and_then_remembered():
    text = UNKNOWN.format("03/02/2026;PRLV EAU;-12,5\n13/02/2026;VIR;40\n")
    found = read(text)
    uses = dict(found.columns)
    assert found.asks_columns
    assert (uses["Jour"], uses["Ce que c'est"], uses["Combien"]) == (
        "booked_on",
        "label",
        "amount",
    )
    assert found.column_samples[1] == "PRLV EAU · VIR"
    decided = read(text, columns=uses)
    again = read_bank_table(
        content(text), NO_IMPORT_DECISIONS, {found.header_key: KnownTable(uses)}.get
    )
    for one in (decided, again):
        assert not one.asks_columns
        assert told(one) == [("2026-02-03", -1_250, "PRLV EAU"), ("2026-02-13", 4_000, "VIR")]
    known = {found.header_key: KnownTable(uses)}.get
    assert bank_table_format(content(text)) is None
    assert bank_table_format(content(text), known) is FileFormat.BANK_TABLE


def test_cells_tell_a_table_of_operations_when_nobody_is_named():
    unnamed = content("03/02/2026;PRLV EAU;-12,50\n13/02/2026;VIR EXEMPLE;40,00\n")
    assert may_be_bank_table(unnamed, by_cells=True)
    assert not may_be_bank_table(unnamed)
    assert not may_be_bank_table(content("a;b;c\nx;y;z\n"), by_cells=True)
    found = read_bank_table(unnamed)
    assert [use for _name, use in found.columns] == ["booked_on", "label", "amount"]


def test_names_alone_tell_a_table_of_operations():
    assert may_be_bank_table(content("Date,Description,Amount\n2026-02-03,Rent,-1.00\n"))
    assert not may_be_bank_table(content("Nom,Prénom,Email\nExemple,Zoé,zoe@example.org\n"))
    assert may_be_bank_table(content("Date,Debit,Credit,Nom\n2026-02-03,1.00,,Zoé\n"))
    books = "Numéro d'écriture,Libellé,Date,Débit,Crédit\n1,Loyer,03/02/2026,1,\n"
    assert not may_be_bank_table(content(books))


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"Jour": "booked_on", "Combien": "amount"}, "statement.columns_missing"),
        (
            {"Jour": "booked_on", "Ce que c'est": "label", "Combien": "debit"},
            "statement.columns_missing",
        ),
        (
            {"Jour": "amount", "Combien": "amount", "Ce que c'est": "label"},
            "statement.columns_missing",
        ),
        ({"Jour": "whatever"}, "statement.unknown_use"),
    ],
)
def test_what_is_said_of_columns_must_be_enough(columns, code):
    with pytest.raises(RuleError, match=code.replace(".", r"\.")):
        read(UNKNOWN.format("03/02/2026;X;1,00\n"), columns=columns)


def test_columns_in_any_order_with_more_of_them_are_read_all_the_same():
    text = (
        "Solde;Libellé;Mon ajout;Crédit;Débit;Date;Date de valeur\n;VIR;x;5,00;;01/02/2026;\n"
    )
    found = read(text)
    assert (told(found), found.asks_columns) == ([("2026-02-01", 500, "VIR")], False)
    assert found.statements[0].lines[0].raw["Mon ajout"] == "x"
    without_balance = text.replace("Solde", "Autre")
    assert told(read(without_balance)) == told(found)


def test_a_known_table_without_a_needed_column_names_it():
    with pytest.raises(RuleError) as refused:
        read("Date;Date de valeur;Débit;Crédit;Solde\n01/02/2026;;;5,00;\n")
    assert (refused.value.code, refused.value.values["column"]) == (
        "file.missing_column",
        "Libellé",
    )


@pytest.mark.parametrize(
    ("days", "order", "samples"),
    [
        (("05/11/2026", "29/10/2026"), dt.date(2026, 11, 5), ()),
        (("11/05/2026", "10/29/2026"), dt.date(2026, 11, 5), ()),
        (("05/11/2026", "06/11/2026"), dt.date(2026, 11, 5), ("05/11/2026", "06/11/2026")),
    ],
    ids=["day first", "month first", "nobody can tell"],
)
def test_the_order_of_days_is_decided_by_the_file_or_asked(days, order, samples):
    text = "Date,Description,Amount\n" + "".join(f"{day},X,1.50\n" for day in days)
    found = read(text)
    assert found.statements[0].lines[0].booked_on == order
    assert found.day_samples == samples
    said = read(text, day_order=DayOrder.DAY_FIRST)
    assert said.day_samples == ()


def test_a_decimal_comma_tells_french_days():
    found = read(UNKNOWN.format("05/11/2026;X;1,50\n06/11/2026;Y;2,50\n"))
    assert found.day_samples == ()
    assert found.statements[0].lines[0].booked_on == dt.date(2026, 11, 5)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("4/3/26;;;5,00;VIR;\n", "file.resaved_dates"),
        ("03/25/2026;;;5,00;VIR;\n", "file.resaved_dates"),
    ],
)
def test_a_file_that_a_spreadsheet_rewrote_is_refused(row, code):
    with pytest.raises(RuleError) as refused:
        read(MUTUEL + row)
    assert (refused.value.code, refused.value.values["line"]) == (code, 2)


def test_a_shortened_number_of_operations_is_refused():
    text = "Date;Numéro d'opération;Libellé;Débit;Crédit;Détail\n01/02/26;1,53E+08;X;;5,00;\n"
    with pytest.raises(RuleError, match=r"file\.resaved_numbers"):
        read(text)


def test_wrong_rows_are_refused_one_by_one_and_what_is_none_is_told():
    text = MUTUEL + (
        "01/02/2026;;;5,00;VIR;\n"
        "30/02/2026;;;5,00;VIR;\n"
        "02/02/2026;;;1E+999;VIR;\n"
        "03/02/2026;;;;VIR;\n"
        ";;;7,00;VIR;\n"
        "04/02/2026;;;0,00;VIR;\n"
        "05/02/2026;;=1+1;;VIR;\n"
        "06/02/2026;;;5,00;VIR;;moved\n"
        "07/02/2026;;;5,00;;\n"
        ";Total;-5;5;;\n"
        "Fin du relevé;;;;;\n"
        "SOLDE AU 08/02/2026;;;105,00;;\n"
        "08/02/2026;;;5,00;SOLDE FACTURE 12;\n"
    )
    found = read(text)
    assert told(found) == [("2026-02-01", 500, "VIR"), ("2026-02-08", 500, "SOLDE FACTURE 12")]
    assert codes(found.problems) == [
        (3, "date.impossible"),
        (4, "amount.unreadable"),
        (5, "row.missing_value"),
        (6, "row.missing_value"),
        (8, "amount.unreadable"),
        (9, "row.too_many_cells"),
        (10, "row.missing_value"),
    ]
    assert codes(found.warnings) == [
        (7, "statement.nothing_moved"),
        (12, "statement.no_operation"),
    ]
    assert found.statements[0].closing == Money(10_500)
    assert set(found.refused) == {3, 4, 5, 6, 8, 9, 10}


def test_a_corrected_cell_is_read_in_place_of_that_of_the_file():
    text = MUTUEL + "30/02/2026;;;5,00;VIR;\n"
    rows = {2: RowDecision(cells={"Date": "28/2/2026", "Crédit": "6"})}
    found = read(text, rows=rows)
    assert told(found) == [("2026-02-28", 600, "VIR")]
    assert found.statements[0].lines[0].raw["Date"] == "28/2/2026"


def test_a_corrected_row_keeps_the_order_of_days_of_its_file():
    text = "Date,Description,Amount\n11/05/2026,X,1.50\n10/29/2026,Y,1.50\n"
    found = read(text, rows={2: RowDecision(cells={"Description": "Z"})})
    assert told(found)[0] == ("2026-11-05", 150, "Z")


def test_a_row_that_ends_with_the_file_is_not_believed():
    found = read(MUTUEL + "01/02/2026;;;5,00;VIR;\n02/02/2026;;;5,0")
    assert codes(found.problems) == [(3, "row.cut_short")]


def test_short_rows_of_a_bank_are_whole_even_where_the_file_has_no_last_break():
    text = COOPERATIF + "02/10/2026;CHQ;;45,20;DEBIT\n03/10/2026;VIR;;40,00;CREDIT"
    assert [cents for _day, cents, _label in told(read(text))] == [-4_520, 4_000]


@pytest.mark.parametrize(
    "text",
    [
        BROKEN * 40 + f"fin;x\n{MUTUEL}",
        f"Solde {'1' * 100_000};x\n{MUTUEL}",
        f"{MUTUEL}Solde {'1' * 30_000}x\n",
        f"{MUTUEL}01/02/2026;;;5,00;solde {'1 ' * 900}z;\n",
        BROKEN * 400 + ";x\n01/02/2026;5,00\n",
        f"n° {'*' * 100_000};{'X' * 100_000}\n{MUTUEL}",
    ],
    ids=["broken", "digits above", "digits below", "words", "header", "number"],
)
def test_texts_made_to_be_searched_for_ever_are_not(text):
    with spent() as cost:
        read(text)
    assert cost.seconds < 1


def test_accounts_and_currencies_of_one_table_are_statements_apart():
    text = (
        "dateOp;dateVal;label;amount;accountNum\n2026-02-03;;A;1,00;0001\n"
        "2026-02-03;;B;2,00;0002\n2026-02-04;;C;3,00;0001\n"
    )
    found = read(text)
    assert [(one.identity.number, len(one.lines)) for one in found.statements] == [
        ("0001", 2),
        ("0002", 1),
    ]
    dollars = "Date;Libellé;Montant;Devise\n03/02/2026;A;1,00;USD\n"
    uses = dict(read(dollars).columns)
    assert read(dollars, columns=uses).statements[0].currency == "USD"


CELLS = st.sampled_from(
    [
        "",
        "01/02/2026",
        "1 234,56",
        "-5,00",
        "Solde",
        "Total",
        "12/31/26",
        "'=1",
        "\ufffd",
        "x" * 50,
        " " * 40_000,
    ]
) | st.text(max_size=8)


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=7), min_size=1, max_size=6))
def test_whatever_stands_in_the_cells_the_reader_answers_or_says_why(rows):
    text = MUTUEL + "\n".join(";".join(row) for row in rows) + "\n"
    try:
        found = read(text)
    except RuleError:
        return
    assert all(line.amount for one in found.statements for line in one.lines)
