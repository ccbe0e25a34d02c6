"""The file of accounting entries: cells as the law wants them, and a checker of every rule."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.fec import (
    FEC_COLUMNS,
    fec_account,
    fec_amount,
    fec_file_name,
    fec_text,
)
from coopdesk.domain.fec_checks import check_fec
from coopdesk.domain.money import Money

NAME = "123456782FEC20261231.txt"
HEADER = "\t".join(FEC_COLUMNS)


def record(number="2", account="5121", debit="50,00", credit="0,00", **other):
    """A line of a file; cells are named as their columns."""
    cells = {
        "JournalCode": "BQ",
        "JournalLib": "Banque",
        "EcritureNum": number,
        "EcritureDate": "20260312",
        "CompteNum": account,
        "CompteLib": "Comptes en euros",
        "PieceRef": "F-1",
        "PieceDate": "20260312",
        "EcritureLib": "Don de Maëlle",
        "Debit": debit,
        "Credit": credit,
        "ValidDate": "20260401",
    } | other
    return "\t".join(cells.get(name, "") for name in FEC_COLUMNS)


OPENING = {"JournalCode": "AN", "JournalLib": "À-nouveaux"}
LINES = (
    record("1", "5121", **OPENING),
    record("1", "110", "0,00", "50,00", **OPENING),
    record("2", "5121", "1234,5", "0,00"),
    record("2", "75411", "0,00", "1234,50"),
)


def written(*lines, header=HEADER):
    return ("\r\n".join((header, *lines)) + "\r\n").encode()


def codes(content, name=NAME):
    return [(problem.line, problem.code) for problem in check_fec(content, name)]


def test_cells_hold_nothing_that_parts_columns():
    assert fec_text("Achat\tde | terreau\u00a0:\r\n10 sacs") == "Achat de terreau : 10 sacs"
    assert [fec_account(x) for x in ("53", "512A", "51A", "6")] == [
        "530",
        "512A",
        "510A",
        "600",
    ]
    assert [fec_amount(Money(x)) for x in (5, -123450)] == ["0,05", "-1234,50"]
    day = dt.date(2026, 12, 31)
    assert fec_file_name("123456782", day) == NAME
    assert fec_file_name("", day) == "SANS-SIREN-FEC20261231.txt"


def test_file_as_the_law_wants_it_passes():
    assert codes(written(*LINES)) == []
    assert codes(written(*LINES).replace(b"\t", b"|")) == []
    assert codes(written(*LINES).decode().encode("iso8859-15")) == []


@pytest.mark.parametrize(
    ("at", "before", "after", "code"),
    [
        (3, "1234,5\t", "1234.5\t", "number_wrong"),
        (3, "1234,5\t", "1 234,5\t", "number_wrong"),
        (3, "\tBanque\t", "\tBanque\tLCL\t", "columns_wrong"),
        (3, "Don de", "Don | de", "separator_in_cell"),
        (3, "Don de", "Don\u00a0de", "no_break_space"),
        (3, "\t5121\t", "\t51A\t", "account_wrong"),
        (4, "\t0,00\t", "\t1234,50\t", "one_side"),
        (3, "1234,5\t0,00", "0,00\t0,00", "one_side"),
        (3, "20260312\t5121", "2026-03-12\t5121", "day_wrong"),
        (3, "20260312\t5121", "20260231\t5121", "day_wrong"),
        (3, "20260312\t5121", "20270312\t5121", "after_closing"),
        (3, "\tF-1\t", "\t\t", "cell_empty"),
        (3, "20260401", "", "cell_empty"),
        (3, "1234,5\t", "1234,6\t", "entry_unbalanced"),
    ],
)
def test_each_rule_broken_by_hand_is_found_on_its_line(at, before, after, code):
    lines = list(LINES)
    assert before in lines[at - 1]
    lines[at - 1] = lines[at - 1].replace(before, after, 1)
    place = 4 if (at, code) == (3, "entry_unbalanced") else at + 1
    assert (place, f"fec.{code}") in codes(written(*lines))


def test_faults_of_the_whole_file_are_found():
    good = written(*LINES)
    assert codes(b"\xef\xbb\xbf" + good) == [(0, "fec.has_mark")]
    assert (1, "fec.header_wrong") in codes(good.replace(b"CompteNum", b"Compte", 1))
    assert (1, "fec.separator_wrong") in codes(good.replace(b"\t", b";"))
    assert (4, "fec.charset_wrong") in codes(
        written(*LINES[:2], LINES[2].replace("Don", "Don\u2019"), LINES[3])
        .decode()
        .encode("cp1252")
    )
    assert codes(good.decode().encode("utf-16")) == [(1, "fec.charset_wrong")]
    assert codes(good, "compta.txt") == [(0, "fec.name_wrong")]
    assert codes(good, "123456789FEC20261231.txt") == [(0, "fec.siren_wrong")]


def test_order_numbers_and_closing_entries_are_watched():
    opening, entry = LINES[:2], LINES[2:]
    assert (4, "fec.opening_late") in codes(written(*entry, *opening))
    later = [x.replace("20260401", "20260301") for x in entry]
    later = [x.replace("\t2\t", "\t3\t") for x in later]
    assert (6, "fec.order_wrong") in codes(written(*opening, *entry, *later))
    gap = [x.replace("\t2\t", "\t4\t") for x in entry]
    assert (4, "fec.number_gap") in codes(written(*opening, *gap))
    closing = (record("3", "75411"), record("3", "120", "0,00", "50,00"))
    assert (6, "fec.zeroes_result") in codes(written(*LINES, *closing))


def test_amount_and_side_may_stand_for_debit_and_credit():
    header = HEADER.replace("Debit", "Montant").replace("Credit", "Sens")
    lines = (record("1", "5121", "50,00", "D"), record("1", "75411", "50,00", "C"))
    assert codes(written(*lines, header=header)) == []
    wrong = (record("1", "5121", "50,00", "D"), record("1", "75411", "50,00", "X"))
    found = codes(written(*wrong, header=header))
    assert found == [(3, "fec.side_wrong"), (2, "fec.entry_unbalanced")]
