"""QIF of French banks: which number is the day, which comma parts thousands."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_statements import DayOrder, LineNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.exchange.qif import looks_like_qif, read_qif
from tests.exchange.statement_building import codes, content, told


def qif(*records, kind="Bank"):
    return f"!Type:{kind}\n" + "".join(f"{one.replace(' / ', chr(10))}\n^\n" for one in records)


def read(text, corrections=None, day_order=None):
    data = content(text)
    assert looks_like_qif(data.data)
    return read_qif(data, corrections, day_order)


def days(text, day_order=None):
    return [day for day, _cents, _label in told(read(text, None, day_order))]


def test_a_day_above_twelve_decides_the_order_of_the_others():
    french = qif("D29/10/13 / T500.00 / PVIR", "D05/11/13 / T-10.60 / PSNCF CARTE 00000000")
    assert days(french) == ["2013-10-29", "2013-11-05"]
    american = qif("D8/15/13 / T-1.00 / PX", "D3/4/13 / T-2.00 / PY")
    assert days(american) == ["2013-08-15", "2013-03-04"]
    assert read(french).day_samples == ()


def test_an_order_that_nothing_decides_is_asked_and_the_answer_taken():
    unsure = qif("D05/11/13 / T1.00 / PA", "D01/01/2013 / T2.00 / PB", "D03/04/13 / T3.00 / PC")
    assert read(unsure).day_samples == ("05/11/13", "03/04/13")
    assert days(unsure, DayOrder.MONTH_FIRST)[::2] == ["2013-05-11", "2013-03-04"]
    assert read(unsure, None, DayOrder.DAY_FIRST).day_samples == ()
    assert read(qif("D01/01/2013 / T2.00 / PB")).day_samples == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1/13' 0", "2000-01-13"),
        ("25.11.2013", "2013-11-25"),
        ("2013-11-05", "2013-11-05"),
        ("20131105", "2013-11-05"),
        ("25/11/98", "1998-11-25"),
    ],
)
def test_days_are_read_in_the_forms_that_programs_write(written, day):
    assert days(qif(f"D{written} / T1.00 / PX")) == [day]


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        (["1,300.00", "-2,152.09", "1,000"], [130_000, -215_209, 100_000]),
        (["12,50", "1.000", "1.300,00"], [1_250, 100_000, 130_000]),
        (["12,50", "1,000"], [1_250]),
        (["1,000"], [100_000]),
        (["-,50", "12.5"], [-50, 1_250]),
        (["NaN", "1E+999", "=1+1", "12"], [1_200]),
    ],
)
def test_a_comma_parts_thousands_or_decimals_as_the_file_tells(written, cents):
    found = read(qif(*(f"D29/10/13 / T{one} / PX" for one in written)))
    assert [one for _day, one, _label in told(found)] == cents
    assert len(found.problems) == len(written) - len(cents)


def test_parts_of_an_operation_stay_one_operation():
    whole = "D29/10/13 / T-10.00 / PACHATS / SLoyer / $-9.00 / SFrais / $-1.00"
    (line,) = read(qif(whole)).statements[0].lines
    assert (line.amount, line.raw["S2"], line.raw["$2"]) == (Money(-1000), "Frais", "-1.00")
    without = whole.replace("T-10.00 / ", "")
    assert told(read(qif(without)))[0][1] == -1000
    doubtful = read(qif(whole.replace("-9.00", "-8.00")))
    assert (told(doubtful)[0][1], codes(doubtful.warnings)) == (
        -1000,
        [(2, "statement.splits_do_not_add_up")],
    )


def test_label_memo_and_cheque_number_are_told():
    text = qif("D29/10/13 / T-60.00 / N7654321 / PCHEQUE / MSALLE DES FETES / LDivers")
    (line,) = read(text).statements[0].lines
    assert (line.label, line.cheque) == ("CHEQUE SALLE DES FETES", "7654321")
    assert (line.nature, line.line) == (LineNature.CHEQUE, 2)


def test_accounts_are_told_apart_and_a_first_balance_is_no_operation():
    text = (
        "!Account\nNLivret bleu\nTBank\n^\n"
        + qif("D31/12/12 / T1,000.00 / PSolde initial / L[Livret]", "D13/01/13 / T5.00 / PVIR")
        + "!Type:Cat\nNLoyer\n^\n"
        + qif("D14/01/13 / T7.00 / PVIR", kind="Banque")
    )
    booklet, other = read(text).statements
    assert (booklet.opening, booklet.opening_on) == (Money(100_000), dt.date(2012, 12, 31))
    assert booklet.identity.number == "LIVRETBLEU"
    assert [len(one.lines) for one in (booklet, other)] == [1, 1]


def test_an_account_without_operation_is_empty_and_a_file_without_account_is_refused():
    empty = read("!Type:Banque\n\n")
    assert (empty.statements[0].lines, codes(empty.warnings)) == ((), [(0, "file.no_rows")])
    with pytest.raises(RuleError, match=r"statement\.none"):
        read("^\n!Type:Security\nNExample\nTStock\n")


def test_the_last_operation_of_a_cut_file_is_refused():
    found = read(qif("D29/10/13 / T1.00 / PA") + "D30/10/13\nPB\nT-1")
    assert (len(told(found)), codes(found.problems)) == (1, [(6, "row.cut_short")])
    assert codes(found.warnings) == [(0, "statement.cut_short")]


def test_a_wrong_cell_may_be_corrected():
    wrong = qif("D31/02/13 / T1.00 / PA")
    assert codes(read(wrong).problems) == [(2, "date.impossible")]
    assert told(read(wrong, {2: {"D": "28/02/2013"}})) == [("2013-02-28", 100, "A")]
