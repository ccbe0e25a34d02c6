"""Entries as other programs write them: the FEC in all its variants, Paheko, hostile files."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fec import FEC_COLUMNS
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.entry_files import holds_entries, read_entries

PAHEKO = (
    "Numéro d'écriture,Type,Statut,Libellé,Date,Remarques,Numéro pièce comptable,"
    "Numéro compte,Libellé compte,Débit,Crédit,Référence ligne,Libellé ligne,Rapprochement,"
    "Lettrage,Projet analytique,Membres associés"
)
SIMPLE = (
    "Numéro d'écriture,Type,Statut,Libellé,Date,Remarques,Numéro pièce comptable,"
    "Référence paiement,Compte de débit,Compte de crédit,Montant,Projet analytique,"
    "Membres associés"
)


def fec(*lines, names=FEC_COLUMNS, separator="\t", end="\r\n"):
    """A file of lines ``(number, account, debit, credit)`` and more cells by name."""
    rows = [separator.join(names)]
    for number, account, debit, credit, more in lines:
        cells = {
            "JournalCode": "BQ",
            "JournalLib": "Banque",
            "EcritureNum": number,
            "EcritureDate": "20260312",
            "CompteNum": account,
            "CompteLib": "Un compte",
            "PieceRef": "F-1",
            "PieceDate": "20260311",
            "EcritureLib": "Achat de café",
            "Debit": debit,
            "Credit": credit,
            "Montant": debit,
            "Sens": credit,
            "ValidDate": "20260401 10:25:37",
        } | more
        rows.append(separator.join(cells.get(name.strip(), "") for name in names))
    return end.join(rows) + end


def line(number="1", account="6063", debit="12,50", credit="0,00", **more):
    return (number, account, debit, credit, more)


PAIR = (line(), line(account="512000", debit="0,00", credit="12,50"))


def read(tmp_path, text, name="123456782FEC20261231.txt", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_entries(path)


def said(entry):
    """What an entry moves, without the places of its lines."""
    return [(x.account, x.debit.cents, x.credit.cents, x.label) for x in entry.lines]


def codes(file):
    return [(one.line, one.code, one.column) for one in file.problems]


def test_fec_of_a_program_is_read(tmp_path):
    file = read(tmp_path, fec(*PAIR))
    (entry,) = file.entries
    assert (file.file_format, file.closes_on) == (FileFormat.FEC, dt.date(2026, 12, 31))
    assert (entry.number, entry.entry_on, entry.label) == (
        "1",
        dt.date(2026, 3, 12),
        "Achat de café",
    )
    assert (entry.voucher_ref, entry.voucher_on) == ("F-1", dt.date(2026, 3, 11))
    assert said(entry) == [("6063", 1250, 0, "Achat de café"), ("512000", 0, 1250, entry.label)]


@pytest.mark.parametrize(
    "text",
    [
        fec(*PAIR, separator="|"),
        fec(*PAIR, end="\n"),
        fec(*PAIR).replace("JournalCode", "JOURNALCODE").replace("Debit", "débit", 1),
        fec(line(debit=" 000000000000012,50"), PAIR[1]),
        fec(line(debit="0,00", credit="-12,50"), line(account="512000", debit="-12,50")),
        fec(line(debit="12,50+"), line(account="512000", debit="", credit="12.5")),
        fec(*PAIR[::-1]),
    ],
)
def test_variants_say_the_same(tmp_path, text):
    (entry,) = read(tmp_path, text).entries
    (wanted,) = read(tmp_path, fec(*PAIR), "other.txt").entries
    assert sorted(said(entry)) == sorted(said(wanted))
    assert entry.entry_on == wanted.entry_on


def test_amount_and_side_may_stand_for_debit_and_credit(tmp_path):
    names = tuple({"Debit": "Montant", "Credit": "Sens"}.get(x, x) for x in FEC_COLUMNS)
    for sides in (("D", "C"), ("+1", "-1")):
        lines = (line(credit=sides[0]), line(account="512000", credit=sides[1]))
        (entry,) = read(tmp_path, fec(*lines, names=names)).entries
        assert [row[1:3] for row in said(entry)] == [(1250, 0), (0, 1250)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso8859-15", "utf-16"])
def test_letters_come_through_in_every_encoding(tmp_path, encoding):
    (entry,) = read(tmp_path, fec(*PAIR), encoding=encoding).entries
    assert entry.label == "Achat de café"


def test_commas_and_french_days_of_paheko_are_read_as_a_fec(tmp_path):
    rows = fec(*PAIR).replace(",", ".").replace("\t", ",").replace("20260312", "12/03/2026")
    (entry,) = read(tmp_path, rows, "fec.csv").entries
    assert (entry.entry_on, len(entry.lines)) == (dt.date(2026, 3, 12), 2)


def test_lines_of_an_entry_need_not_stand_together_and_numbers_are_of_a_journal(tmp_path):
    other = {"JournalCode": "CA", "JournalLib": "Caisse"}
    mixed = (
        PAIR[0],
        line(account="531", **other),
        PAIR[1],
        line(account="7561", debit="0,00", credit="12,50", **other),
    )
    entries = read(tmp_path, fec(*mixed)).entries
    assert [(x.journal_code, x.number, len(x.lines)) for x in entries] == [
        ("BQ", "1", 2),
        ("CA", "1", 2),
    ]
    assert len({x.ref for x in entries}) == 2


def test_lines_numbered_one_by_one_become_entries_by_voucher(tmp_path):
    lines = (line("1"), line("2", "512000", "0,00", "12,50"))
    (entry,) = read(tmp_path, fec(*lines)).entries
    assert len(entry.lines) == 2


def test_signs_that_stand_for_nothing_are_no_label_and_no_voucher(tmp_path):
    empty = {"EcritureLib": "/", "JournalCode": "OUV", "JournalLib": "Balance initiale"}
    lines = (
        line(PieceRef="ECRITURE-1", **empty),
        line(account="110", debit="", credit="12,50", PieceRef="1", **empty),
    )
    (entry,) = read(tmp_path, fec(*lines)).entries
    assert (entry.label, entry.voucher_ref) == ("Balance initiale", "")
    assert holds_entries(tmp_path / "123456782FEC20261231.txt")


def test_file_of_something_else_is_not_for_the_books(tmp_path):
    for name, text in {
        "banque.csv": "Date;Libellé;Débit;Crédit\n12/03/2026;Virement;;50,00\n",
        "paheko-membres.csv": "Numéro de membre,Nom & prénom,Adresse E-Mail\n1,Zoé,\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert not holds_entries(tmp_path / name)
        assert refusal(tmp_path, text, name) == "entries.unknown_format"


def test_day_of_no_year_of_ours_is_impossible(tmp_path):
    for day in ("99991231", "18990101", "31/12/0205"):
        lines = (line(EcritureDate=day), line(account="512000", EcritureDate=day))
        file = read(tmp_path, fec(*lines), "123456782FEC99991231.txt")
        assert (file.entries, file.closes_on) == ((), None)
        assert (2, "date.impossible", "EcritureDate") in codes(file)


def test_quotation_marks_are_letters(tmp_path):
    lines = [line(EcritureLib='"Les Halles", écran 15"'), line(account="512000")]
    lines[1] = line(account="512000", debit="0,00", credit="12,50", EcritureLib='"non fermé')
    (entry,) = read(tmp_path, fec(*lines)).entries
    assert entry.label == '"Les Halles", écran 15"'


def test_what_cannot_be_read_is_told_with_line_and_column_and_leaves_its_entry_out(tmp_path):
    wrong = (
        *PAIR,
        line("2", EcritureDate="20261340"),
        line("2", "512000", "0,00", "12,50"),
        line("3", debit="douze"),
        line("3", "512000", "0,00", "12,50"),
        line("4"),
        line("4", "512000", "0,00", "12,40"),
        line("5", ""),
        line("6", "6063", "0,00", "0,00"),
    )
    file = read(tmp_path, fec(*wrong) + "BQ\tBanque\t7\r\n")
    assert [x.number for x in file.entries] == ["1"]
    assert file.left_out == 5
    found = codes(file)
    assert (4, "date.impossible", "EcritureDate") in found
    assert (6, "amount.unreadable", "Debit") in found
    assert (8, "entries.unbalanced", "") in found
    (unbalanced,) = (one for one in file.problems if one.code == "entries.unbalanced")
    assert unbalanced.values["number"] == "4"
    assert (10, "entries.account_missing", "CompteNum") in found
    assert (11, "entries.line_without_amount", "") in found
    assert (12, "fec.columns_wrong", "") in found


def test_unknown_columns_and_currencies_are_told(tmp_path):
    names = (*FEC_COLUMNS, "DateRglt", "ModeRglt")
    lines = [line(ModeRglt="CB", Idevise="USD"), PAIR[1]]
    file = read(tmp_path, fec(*lines, names=names))
    assert len(file.entries) == 1
    assert codes(file) == [
        (2, "entries.currency", ""),
        (0, "entries.column_left", "ModeRglt"),
    ]


def refusal(tmp_path, content, name="fec.txt"):
    with pytest.raises(RuleError) as caught:
        read(tmp_path, content, name)
    return caught.value.code


def test_hostile_files_are_refused_with_the_reason(tmp_path):
    good = fec(*PAIR).encode()
    assert refusal(tmp_path, b"<!DOCTYPE html><html><body>Connexion") == "file.is_html"
    assert refusal(tmp_path, good.replace(b"Achat", b"Ach\0t", 1)) == (
        "entries.null_characters"
    )
    assert refusal(tmp_path, good.replace(b"\t", b",").replace(b"Achat", b"A\0", 1)) == (
        "entries.null_characters"
    )
    assert refusal(tmp_path, b"\xef\xbb\xbf" + good + b"\xff\xff") == "file.broken_encoding"
    assert refusal(tmp_path, b"") == "file.empty"
    assert refusal(tmp_path, b"Nom;Age\r\nZoe;12\r\n") == "entries.unknown_format"
    missing = fec(*PAIR).replace("CompteNum", "Inconnu", 1)
    assert refusal(tmp_path, missing) == "file.missing_column"
    huge = fec(line(EcritureLib="x" * 40_000), PAIR[1], *(line("2"), *PAIR[1:]))
    file = read(tmp_path, huge, "huge.txt")
    assert (2, "entries.cell_too_long", "EcritureLib") in codes(file)
    assert file.entries == ()


ROWS = (
    '1,Recette,,Don,15/01/2024,,R-1,512A,Banque,"50,00","0,00",CHQ 12,,Oui,,,Maëlle Zéphyr',
    '1,Recette,,Don,15/01/2024,,R-1,7541,Dons manuels,"0,00","50,00",,À la fête,,,Fête,',
    '2,Dette,En attente de règlement,Terreau,16/01/2024,À payer,,6063,,"8,00","0,00",,,,A,,',
    '2,Dette,En attente de règlement,Terreau,16/01/2024,À payer,,401,,"0,00","8,00",,,,A,,',
)


def test_complete_and_grouped_entries_of_paheko_are_equal(tmp_path):
    grouped = [ROWS[0], ",,,,,,," + ROWS[1].split(",", 7)[7], ROWS[2]]
    grouped.append(",,,,,,," + ROWS[3].split(",", 7)[7])
    full = read(tmp_path, "\n".join((PAHEKO, *ROWS)) + "\n", "complet.csv")
    short = read(tmp_path, "\n".join((PAHEKO, *grouped)) + "\n", "groupe.csv")
    assert full.file_format is FileFormat.PAHEKO_FULL
    assert short.file_format is FileFormat.PAHEKO_GROUPED
    assert [x.digest for x in full.entries] == [x.digest for x in short.entries]
    first, second = full.entries
    assert (first.type_name, first.voucher_ref, first.members) == (
        "Recette",
        "R-1",
        "Maëlle Zéphyr",
    )
    assert first.lines[0].is_reconciled
    assert first.lines[0].reference == "CHQ 12"
    assert (first.lines[1].activity, first.lines[1].label) == ("Fête", "À la fête")
    assert second.note == "À payer\nDette – En attente de règlement"


def test_simplified_entries_of_paheko_have_two_lines_each(tmp_path):
    row = '1,Recette,,Don,15/01/2024,,R-1,CHQ 12,512A,7541,"50,00",Fête,Maëlle Zéphyr'
    wrong = '2,Recette,,Don,15/01/2024,,,,,7541,"50,00",,'
    file = read(tmp_path, "\n".join((SIMPLE, row, wrong)) + "\n", "simple.csv")
    (entry,) = file.entries
    assert [row[:3] for row in said(entry)] == [("512A", 5000, 0), ("7541", 0, 5000)]
    assert codes(file) == [(3, "entries.account_missing", "Compte de débit")]
