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


def test_accounts_are_told_apart_and_none_is_taken_for_another(line, tmp_path):
    path = tmp_path / "releve.ofx"
    begin, end = STATEMENT.index("<STMTTRNRS>"), STATEMENT.index("</BANKMSGSRSV1>")
    second = STATEMENT[begin:end].replace("00012345678", "00087654321").replace("A1", "B1")
    path.write_text(STATEMENT[:end] + second + STATEMENT[end:], encoding="cp1252")
    ids = [line.json("bank", "add-account", x)["account"]["id"] for x in ("Courant", "Livret")]
    both = line("import", "apply", path, "--account", ids[0])
    assert (both.code, "00087654321" in both.err) == (2, True)
    told = [f"--account=00012345678={ids[0]}", f"--account=00087654321={ids[1]}"]
    assert line.json("import", "apply", path, *told)["import"]["counts"]["new"] == 4
    for one in ids:
        assert len(line.json("bank", "lines", "--account", one)["lines"]) == 2
    # A file that names no account may be said to be of another one than is taken for granted.
    nameless = tmp_path / "releve.csv"
    head = "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n"
    nameless.write_text(f"{head}05/01/{LAST_YEAR};;;40,00;VIR;\n", encoding="utf-8")
    [check] = line.json("import", "preview", nameless, "--account", ids[1])["statements"]
    assert check["account"] == "Livret"
    off = f"{head}05/01/{LAST_YEAR};;;40,00;VIR;90,00\n06/01/{LAST_YEAR};;;1,00;VIR;95,00\n"
    nameless.write_text(off, encoding="utf-8")
    told = line("import", "apply", nameless, "--account", ids[1])
    assert (told.code, "s’écarte de" in told.out, "ne suit pas" in told.out) == (0, True, True)
    assert line("import", "preview", nameless, "--account", "99").code == 1


def test_an_option_that_would_do_nothing_is_wrong_usage(line, tmp_path):
    statement, poll, people = (tmp_path / name for name in ("a.ofx", "b.csv", "c.csv"))
    statement.write_text(STATEMENT, encoding="cp1252")
    poll.write_text(POLL, encoding="utf-8")
    people.write_text("Nom;Prénom;Courriel\nZéphyr;Maëlle;m@example.org\n", encoding="utf-8")
    for path, option, value in (
        (statement, "--leave-out", "9"),
        (statement, "--correct", "1/NOTHING=x"),
        (poll, "--account", "1"),
        (poll, "--contact", "99=new"),
        (people, "--leave-out", "2"),
    ):
        refused = line("import", "apply", path, option, value)
        assert (refused.code, bool(refused.err)) == (2, True), option
    assert line.json("import", "list") == {"imports": []}


def test_a_file_of_which_no_line_can_be_taken_is_no_success(line, tmp_path):
    path = tmp_path / "agenda.ics"
    event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:bientôt\r\nEND:VEVENT\r\n"
    path.write_text(f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n", encoding="utf-8")
    refused = line("import", "apply", path)
    assert (refused.code, "Aucune ligne" in refused.out) == (1, True)
    told = line("import", "preview", path)
    assert (told.code, "0,00" in told.out, "Colonne «" in told.out) == (0, False, True)


def test_contacts_and_entries_come_in_by_the_same_command(line, tmp_path):
    people = tmp_path / "gens.csv"
    people.write_text("Nom;Prénom;Courriel\nZéphyr;Maëlle;m@example.org\n", encoding="utf-8")
    columns = tmp_path / "colonnes.json"
    columns.write_text('{"Nom": "last_name", "Prénom": "first_name"}', encoding="utf-8")
    told = line.json("import", "preview", people, "--map", columns)["columns"]
    assert {one["column"]: one["by"] for one in told}["Nom"] == "chosen"
    assert line.json("import", "apply", people)["counts"]["new"] == 1
    assert line.json("contacts", "list")["count"] == 1


def test_every_format_is_listed_with_its_name(line):
    formats = line.json("import", "formats")["formats"]
    assert {
        "kind": "statement",
        "format": "camt",
        "name": "Relevé bancaire (CAMT.053)",
    } in formats
