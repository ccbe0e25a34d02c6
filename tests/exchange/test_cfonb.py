"""CFONB 120: the same statement with and without line ends, as several banks misread it."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_accounts import AccountIdentity
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.exchange.cfonb import looks_like_cfonb, read_cfonb
from tests.exchange.statement_building import codes, content, told

PLUS, MINUS = "{ABCDEFGHI", "}JKLMNOPQR"


def amount(cents):
    figures = f"{abs(cents):014}"
    return figures[:-1] + (PLUS if cents >= 0 else MINUS)[int(figures[-1])]


def record(
    kind, day="130124", cents=None, text="", decimals="2", value="      ", currency="EUR"
):
    """One record of 120 characters; a complement has its qualifier before its text."""
    start = f"{kind}30003    01234{currency}{decimals} 01234567890  {day}"
    if kind == "05":
        return f"{start}     {text}".ljust(120)
    told = "" if cents is None else amount(cents) if isinstance(cents, int) else cents
    return f"{start}  {value}{text:31}".ljust(90) + told.rjust(14) + " " * 16


STATEMENT = [
    record("01", "120124", 101_731_189),
    record("04", cents=104_017, text="VIR INST LA BOUTIQUE", value="140124"),
    record("05", text="LIBfacture F230875"),
    record("05", text="NPYLA BOUTIQUE"),
    record("05", text="RCN0018937"),
    record("04", cents=-1_999, text="PRLV SEPA FREE MOBILE"),
    record("05", text="NBEFREE MOBILE"),
    record("05", text="RUMFM-793478343-1                     RCUR"),
    record("04", cents=-1_999, text="PRLV SEPA FREE MOBILE"),
    record("07", "130124", 101_831_208),
]


def read(records, ends="\r\n", corrections=None):
    data = content("".join(f"{one}{ends}" for one in records))
    assert looks_like_cfonb(data.data)
    return read_cfonb(data, corrections)


def test_both_forms_give_the_same_operations_and_tie():
    lined, plain = read(STATEMENT), read(STATEMENT, "")
    assert told(lined) == told(plain)
    assert told(lined) == [
        ("2024-01-13", 104_017, "VIR INST LA BOUTIQUE facture F230875"),
        ("2024-01-13", -1_999, "PRLV SEPA FREE MOBILE"),
        ("2024-01-13", -1_999, "PRLV SEPA FREE MOBILE"),
    ]
    (statement,) = plain.statements
    assert statement.identity == AccountIdentity("30003", "01234", "01234567890")
    assert (statement.opening, statement.opening_on) == (
        Money(101_731_189),
        dt.date(2024, 1, 12),
    )
    assert (statement.closing, statement.difference) == (Money(101_831_208), Money(0))
    assert [line.line for line in lined.statements[0].lines] == [2, 6, 9]
    assert (lined.problems, lined.warnings, plain.warnings) == ((), (), ())


def test_complements_tell_who_and_what_for():
    shop, first, _second = read(STATEMENT).statements[0].lines
    assert (shop.counterparty, shop.payment_ref) == ("LA BOUTIQUE", "0018937")
    assert (first.counterparty, first.payment_ref) == ("FREE MOBILE", "FM-793478343-1")
    assert (shop.nature, first.nature) == (LineNature.TRANSFER, LineNature.DIRECT_DEBIT)
    assert shop.value_on == dt.date(2024, 1, 14)


@pytest.mark.parametrize(
    ("decimals", "written", "cents"),
    [(" ", 12_345, 12_345), ("0", 12_345, 1_234_500), ("3", 12_340, 1_234)],
    ids=["empty", "francs of the Pacific", "dinars"],
)
def test_the_decimals_are_those_that_the_record_says(decimals, written, cents):
    (line,) = read([record("04", cents=written, decimals=decimals)]).statements[0].lines
    assert line.amount == Money(cents)


def test_braces_of_french_ascii_bear_their_sign():
    signs = [record("04", cents=f"000000000012{end}") for end in ("5é", "5è", "5{", "5}")]
    assert [cents for _day, cents, _label in told(read(signs))] == [1250, -1250, 1250, -1250]


def test_each_day_of_an_account_is_a_statement_of_its_own():
    days = [
        *(record("01", "120124", 1000), record("04", cents=500), record("07", "130124", 1500)),
        *(record("01", "130124", 1500), record("07", "140124", 1500)),
    ]
    found = read(days)
    assert [(one.opening, one.closing) for one in found.statements] == [
        (Money(1000), Money(1500)),
        (Money(1500), Money(1500)),
    ]


def test_one_bad_record_costs_no_other_and_may_be_corrected():
    bad = [
        record("01", "120124", 0),
        record("04", "310224", 100, "IMPOSSIBLE"),
        record("04", cents="0000000000000Z", text="SANS MONTANT"),
        record("09", text="AUTRE"),
        record("04", cents=300, text="BON"),
        record("07", cents="0000000000000Z"),
    ]
    found = read(bad)
    assert told(found) == [("2024-01-13", 300, "BON")]
    assert codes(found.problems) == [
        (2, "date.impossible"),
        (3, "amount.unreadable"),
        (4, "statement.stray_record"),
    ]
    assert codes(found.warnings) == [(6, "statement.balance_unreadable")]
    assert (found.statements[0].closing, found.statements[0].opening) == (None, Money(0))
    mended = read(bad, corrections={2: {"date": "28/02/2024"}, 3: {"amount": "-12,50"}})
    assert told(mended)[:2] == [
        ("2024-02-28", 100, "IMPOSSIBLE"),
        ("2024-01-13", -1250, "SANS MONTANT"),
    ]


def test_a_file_cut_short_says_so():
    whole = "".join(STATEMENT)
    found = read_cfonb(content(whole[: 120 * 3 + 50]))
    assert (len(told(found)), codes(found.warnings)) == (1, [(0, "statement.cut_short")])


def test_too_many_lines_are_refused_before_they_are_read():
    with pytest.raises(RuleError, match=r"file\.too_many_rows"):
        read([STATEMENT[0], *[""] * 700_000])


def test_other_fixed_texts_are_not_taken_for_it():
    assert not looks_like_cfonb(b"01 Rue de la Paix\n" * 20)
    assert not looks_like_cfonb(b"0130003;01234;EUR\n" * 20)
