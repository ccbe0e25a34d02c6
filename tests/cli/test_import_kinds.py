"""Any file on the command line: what it is, what was decided of its rows, what it brings."""

from __future__ import annotations

from tests.cli.conftest import LAST_YEAR

STATEMENT = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n"
    "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR"
    "<BANKACCTFROM><BANKID>42559<BRANCHID>00001<ACCTID>00012345678<ACCTTYPE>CHECKING"
    "</BANKACCTFROM><BANKTRANLIST>"
    f"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{LAST_YEAR}0203<TRNAMT>-19,99<FITID>A1<NAME>PRLV FREE"
    "</STMTTRN>"
    f"<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>{LAST_YEAR}0205<TRNAMT>+40,00<FITID>A2<NAME>VIR ZEPHYR"
    f"</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>120,01<DTASOF>{LAST_YEAR}0205</LEDGERBAL>"
    "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
)
POLL = (
    ',"11/04/2026","12/04/2026",\r\n,"18h","20h",\r\n'
    '"Yann","Oui","Non",\r\n"Zoé","Oui","Oui",\r\n'
)


def test_a_statement_asks_for_its_account_and_comes_in_once_it_is_said(line, tmp_path):
    path = tmp_path / "releve.ofx"
    path.write_text(STATEMENT, encoding="cp1252")
    account = line.json("bank", "add-account", "Compte courant")["account"]["id"]
    other = line.json("bank", "add-account", "Livret")["account"]["id"]
    assert other != account
    preview = line.json("import", "preview", path)
    assert (preview["kind"], preview["format"]) == ("statement", "ofx")
    assert [ask["ask"] for ask in preview["asks"]] == ["bank_account"]
    refused = line("import", "apply", path)
    assert (refused.code, "compte" in refused.err) == (1, True)
    run = line.json("import", "apply", path, "--account", account, "--leave-out", 1)["import"]
    assert run["counts"]["new"] == 1
    found = line.json("bank", "lines", "--account", account)["lines"]
    assert [one["amount_cents"] for one in found] == [4000]
    assert line.json("import", "preview", path)["asks"] == []


def test_rows_are_left_out_corrected_and_given_by_options(line, tmp_path):
    path = tmp_path / "3e atelier.csv"
    path.write_text(POLL.replace('"Yann","Oui"', '"Yann","Peut-être"'), encoding="utf-8")
    refused = line.json("import", "preview", path)["lines"][0]
    assert refused["verdict"] == "refused"
    options = ("--correct", f"3/{refused['summary']}=Si nécessaire", "--contact", "3=new")
    run = line.json("import", "apply", path, *options, "--leave-out", 4)["import"]
    assert run["counts"]["new"] == 1
    assert line.json("contacts", "list")["count"] == 1


def test_contacts_and_entries_come_in_by_the_same_command(line, tmp_path):
    people = tmp_path / "gens.csv"
    people.write_text("Nom;Prénom;Courriel\nZéphyr;Maëlle;m@example.org\n", encoding="utf-8")
    assert line.json("import", "apply", people)["counts"]["new"] == 1
    assert line.json("contacts", "list")["count"] == 1


def test_every_format_is_listed_with_its_name(line):
    formats = line.json("import", "formats")["formats"]
    assert {
        "kind": "statement",
        "format": "camt",
        "name": "Relevé bancaire (CAMT.053)",
    } in formats
