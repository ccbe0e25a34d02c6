"""OFX in the dialects of French banks; the figures are those of formats.md B13."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_accounts import AccountIdentity
from coopdesk.domain.bank_statements import LineNature, content_key
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.exchange.ofx import looks_like_ofx, read_ofx
from tests.exchange.statement_building import codes, content, told

HEADER = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n"
ACCOUNT = "<BANKACCTFROM><BANKID>42559<BRANCHID>10000<ACCTID>00012345678</BANKACCTFROM>"


def ofx(*operations, balance="", header=HEADER):
    body = "".join(f"<STMTTRN>{one}</STMTTRN>" for one in operations)
    listed = f"<BANKTRANLIST>{body}</BANKTRANLIST>"
    return f"{header}<OFX><STMTRS><CURDEF>EUR{ACCOUNT}{listed}{balance}</STMTRS></OFX>"


def read(text, corrections=None, encoding="utf-8"):
    data = content(text, "releve.ofx", encoding)
    assert looks_like_ofx(data.data)
    return read_ofx(data, corrections)


def test_a_file_on_one_line_without_closing_tags_is_read_with_its_decimal_commas():
    balance = "<LEDGERBAL><BALAMT>5693,5<DTASOF>20220302</LEDGERBAL>"
    found = read(
        ofx(
            "<TRNTYPE>DEBIT<DTPOSTED>20220228<TRNAMT>-8,85<FITID>A1<NAME>VIR SEPA DENISE"
            "<MEMO>VIR SEPA DENISE",
            "<TRNTYPE>CREDIT<DTPOSTED>20220215<TRNAMT>+40,00<FITID>A2<NAME>POLONIUM",
            balance=balance,
        )
    )
    assert told(found) == [
        ("2022-02-28", -885, "VIR SEPA DENISE"),
        ("2022-02-15", 4000, "POLONIUM"),
    ]
    (statement,) = found.statements
    assert (statement.closing, statement.closing_on) == (Money(569350), dt.date(2022, 3, 2))
    assert statement.identity == AccountIdentity("42559", "10000", "00012345678")
    assert (statement.opening, statement.difference) == (None, None)
    assert [line.line for line in statement.lines] == [1, 2]
    assert (found.problems, found.warnings) == ((), ())


def test_la_banque_postale_on_one_line_counts_by_sign_whatever_kinds_it_tells():
    head = HEADER.replace("\n\n", "\n") + "<OFX><SONRS><LANGUAGE>FRE</SONRS>"
    account = (
        "<CLTCOOKIE>132<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>20041<BRANCHID>01005"
        "<ACCTID>0123456V026<ACCTTYPE>CHECKING<ACCTKEY>45</BANKACCTFROM><BANKTRANLIST>"
        "<DTSTART>20261018<DTEND>20261104"
    )
    told_of = [
        ("DIRECTDEP", "-350.00", "PIXU_$1", "VIREMENT POUR"),
        ("DIRECTDEP", "1501.00", "PIXU_$2", "VIREMENT DE EXEMPLE"),
        ("ATM", "-20.00", "PIX%U3", "CARTE        31/10/26"),
        *[
            ("POS", "-15.73", f"PIXU{rank}", "ACHAT CB PAPETERIE   01.11.26")
            for rank in range(6)
        ],
    ]
    operations = "".join(
        f"<STMTTRN><TRNTYPE>{kind}<DTPOSTED>20261102<TRNAMT>{amount}<FITID>{number}<NAME>{name}"
        "</STMTTRN>"
        for kind, amount, number, name in told_of
    )
    closing = "</BANKTRANLIST><LEDGERBAL><BALAMT>16603.58<DTASOF>20261103</LEDGERBAL>"
    found = read(f"{head}{account}{operations}{closing}</STMTRS></OFX>\n")
    (statement,) = found.statements
    assert (found.problems, found.warnings) == ((), ())
    assert [line.amount.cents for line in statement.lines] == [
        -35_000,
        150_100,
        -2_000,
        *[-1_573] * 6,
    ]
    assert [line.bank_ref for line in statement.lines[:3]] == ["PIXU_$1", "PIXU_$2", "PIX%U3"]
    assert statement.lines[-1].label == "ACHAT CB PAPETERIE 01.11.26"
    assert (statement.closing, statement.closing_on) == (
        Money(1_660_358),
        dt.date(2026, 11, 3),
    )
    assert statement.identity == AccountIdentity("20041", "01005", "0123456V026")


def test_without_header_an_empty_balance_is_unknown_and_not_zero():
    found = read(
        "<OFX>\n<STMTRS>\n<CURDEF>EUR</CURDEF>\n"
        "<BANKACCTFROM><BANKID>_</BANKID><ACCTID>_</ACCTID></BANKACCTFROM>\n<BANKTRANLIST>\n"
        "<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260206</DTPOSTED>"
        "<TRNAMT>+5000,00</TRNAMT><FITID>X</FITID><NAME>DON</NAME></STMTTRN>\n"
        "<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20251231</DTPOSTED><TRNAMT>+84,96</TRNAMT>"
        "<FITID>X</FITID><NAME>INTERETS 2025</NAME></STMTTRN>\n</BANKTRANLIST>\n"
        "<LEDGERBAL><BALAMT/><DTASOF/></LEDGERBAL>\n</STMTRS>\n</OFX>"
    )
    (statement,) = found.statements
    assert [line.amount for line in statement.lines] == [Money(500_000), Money(8_496)]
    assert [line.line for line in statement.lines] == [6, 7]
    assert (statement.closing, statement.closing_on) == (None, None)
    assert statement.identity.text == ""
    assert statement.lines[1].nature is LineNature.INTEREST


def test_a_statement_without_operation_keeps_its_balance():
    found = read(ofx(balance="<LEDGERBAL><BALAMT>2743.05<DTASOF>20260321</LEDGERBAL>"))
    assert [(one.lines, one.closing) for one in found.statements] == [((), Money(274_305))]
    assert (found.problems, found.warnings) == ((), ())


def test_what_an_operation_lacks_does_not_cost_the_file_nor_the_operation():
    found = read(
        ofx(
            "\n<TRNTYPE>DEBIT<DTPOSTED>20130902<TRNAMT>-12.50<NAME>SANS NUMERO\n",
            "\n<TRNTYPE>DEBIT<DTPOSTED>20130903<TRNAMT>-20.00<FITID>B2\n",
            "\n<TRNTYPE>DEBIT<DTPOSTED>20130904<TRNAMT>-30.00<FITID>B3<MEMO>LE MEMO SEUL\n",
            "\n<TRNAMT>457.18<DTPOSTED>20130905<FITID>B4<NAME>DATE APRES\n",
            "\n<TRNTYPE>DEBIT<TRNAMT>-40.00<FITID>B5<NAME>SANS JOUR\n",
            "\n<TRNTYPE>DEBIT<DTPOSTED>20130231<TRNAMT>NaN<FITID>B6<NAME>FAUX\n",
            "\n<TRNTYPE>DEBIT<DTPOSTED>20130906<TRNAMT>1E+999<FITID>B7<NAME>ENORME\n",
            balance="<LEDGERBAL><BALAMT>+395,68<DTASOF>20130906</LEDGERBAL>",
        )
    )
    assert told(found) == [
        ("2013-09-02", -1250, "SANS NUMERO"),
        ("2013-09-03", -2000, ""),
        ("2013-09-04", -3000, "LE MEMO SEUL"),
        ("2013-09-05", 45718, "DATE APRES"),
    ]
    assert found.statements[0].closing == Money(39_568)
    assert codes(found.problems) == [
        (15, "row.missing_value"),
        (17, "date.impossible"),
        (17, "amount.unreadable"),
        (19, "amount.unreadable"),
    ]
    assert found.refused[15]["DTPOSTED"] == ""


def test_a_corrected_cell_takes_the_place_of_the_wrong_one():
    wrong = ofx("<DTPOSTED>20130231<TRNAMT>-40.00<NAME>LOYER")
    assert told(read(wrong)) == []
    found = read(wrong, {7: {"DTPOSTED": "20130228", "NAME": "LOYER DE FEVRIER"}})
    assert told(found) == [("2013-02-28", -4000, "LOYER DE FEVRIER")]
    assert (found.problems, found.statements[0].lines[0].raw["DTPOSTED"]) == ((), "20130228")


@pytest.mark.parametrize(
    ("name", "memo", "label"),
    [
        ("FACTURE CARTE", "DU 060525 BOULANGERIE", "FACTURE CARTE DU 060525 BOULANGERIE"),
        ("CASA GRENOBLE CARTE 0000 P", "CASA GRENOBLE CARTE 0000 PAIEMENT CB", None),
        ("PRLV SEPA ÉLECTRICITÉ", "Prlv  sepa electricite", "PRLV SEPA ÉLECTRICITÉ"),
        ("R&REG H&M &amp; fils &#233;", "", "R&REG H&M & fils é"),
    ],
)
def test_name_and_memo_are_joined_and_nothing_is_said_twice(name, memo, label):
    one = f"<DTPOSTED>20250507000000.000<TRNAMT>-1.00<NAME>{name}<MEMO>{memo}"
    assert [found[2] for found in told(read(ofx(one), encoding="cp1252"))] == [label or memo]


def test_the_day_is_the_bank_s_whatever_hour_and_zone_stand_beside_it():
    shifted = ofx("<DTPOSTED>20250506220000.000[-5:EST]<TRNAMT>-1.00<NAME>CARTE")
    assert told(read(shifted))[0][0] == "2025-05-06"


def test_accounts_cards_and_lists_of_one_file_stay_apart():
    operation = "<STMTTRN><DTPOSTED>20260105<TRNAMT>-3.00<NAME>{}</STMTTRN>"
    text = (
        f"{HEADER}<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1111111</BANKACCTFROM>"
        f"<BANKTRANLIST>{operation.format('UN')}</BANKTRANLIST>"
        f"<BANKTRANLIST>{operation.format('DEUX')}</BANKTRANLIST>"
        "<LEDGERBAL><BALAMT>10.00<DTASOF>20260131</LEDGERBAL>"
        "<AVAILBAL><BALAMT>0.00<DTASOF>20260131</AVAILBAL></STMTRS>"
        "<CCSTMTRS><CURDEF>EUR<CCACCTFROM><ACCTID>2222222</CCACCTFROM>"
        f"<BANKTRANLIST>{operation.format('TROIS')}</BANKTRANLIST></CCSTMTRS></OFX>"
    )
    account, card = read(text).statements
    assert [line.label for line in account.lines] == ["UN", "DEUX"]
    assert account.closing == Money(1000)
    assert (card.identity.number, card.lines[0].label) == ("2222222", "TROIS")


def test_equal_operations_of_a_day_are_both_kept():
    one = "<DTPOSTED>20260105<TRNAMT>-19.99<NAME>PRLV FREE"
    first, second = read(ofx(one, one)).statements[0].lines
    assert content_key(first) == content_key(second)
    assert first.nature is LineNature.DIRECT_DEBIT


def test_what_stands_in_a_comment_is_not_read_and_a_section_of_characters_is():
    found = read(
        ofx(
            "<!-- <DTPOSTED>20200101 --><DTPOSTED>20260105<TRNAMT>-2.00"
            "<NAME><![CDATA[CAFÉ & <THÉ>]]></NAME>"
        )
    )
    assert told(found) == [("2026-01-05", -200, "CAFÉ & <THÉ>")]


def test_a_file_cut_in_the_middle_says_so_and_refuses_its_last_operation():
    whole = ofx(
        "<DTPOSTED>20260105<TRNAMT>-2.00<NAME>UN", "<DTPOSTED>20260106<TRNAMT>-3.00<NAME>DEUX"
    )
    found = read(whole[: whole.index("DEUX") + 2])
    assert told(found) == [("2026-01-05", -200, "UN")]
    assert codes(found.problems) == [(2, "row.cut_short")]
    assert codes(found.warnings) == [(0, "statement.cut_short")]


def test_an_operation_that_moves_nothing_is_left_out_and_said():
    found = read(ofx("<DTPOSTED>20260105<TRNAMT>0.00<NAME>INFORMATION"))
    assert (told(found), codes(found.warnings)) == ([], [(7, "statement.nothing_moved")])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{HEADER}<OFX></OFX>", "statement.none"),
        (
            "<OFX><STATUS><CODE>2000<SEVERITY>ERROR<MESSAGE>Session expirée</STATUS></OFX>",
            "statement.bank_error",
        ),
        (
            '<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "aaaa">]><OFX><STMTRS></OFX>',
            "statement.declares_entities",
        ),
        (HEADER + "<OFX>" + "<STMTTRN>" * 200_000, "file.too_many_rows"),
        (HEADER + "<OFX>" + "<A" * 5_000_000, "file.too_many_rows"),
        (HEADER + "<OFX>" + "<STMTRS>" * 5_000, "file.too_many_rows"),
    ],
    ids=["empty", "error", "entities", "rows", "tags", "accounts"],
)
def test_a_file_that_is_no_statement_says_why_at_once(text, code):
    with pytest.raises(RuleError) as refused:
        read(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><html><body><OFX></body></html>",
        "Date;Libellé;Montant\n01/02/2026;OFX;1,00\n",
        '<?xml version="1.0"?><Document><BkToCstmrStmt/></Document>',
    ],
)
def test_other_files_are_not_taken_for_ofx(text):
    assert not looks_like_ofx(text.encode())
