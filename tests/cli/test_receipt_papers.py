"""Papers of receipts and letters to donors on the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LAST_YEAR


@pytest.fixture
def issued(line, elodie):
    """A receipt of Élodie for last year, and a gift of today."""
    words = ("--mode", "cash", "--donor", elodie)
    line.json("donations", "add", "--amount", "50", "--date", f"{LAST_YEAR}-03-12", *words)
    gift = line.json("donations", "add", "--amount", "20", *words)["donation"]["id"]
    line.json("receipts", "issue", "--year", LAST_YEAR)
    return gift


def test_a_duplicate_is_verified_and_a_forgery_gives_exit_code_1(line, issued):
    path = line.folder / "d.pdf"
    assert line.json("receipts", "duplicate", f"{LAST_YEAR}-0001", "--to", path)["file"]

    found = line.json("receipts", "verify", path)
    path.write_bytes(path.read_bytes() + b"%")
    forged = line("receipts", "verify", path, "--json")

    assert (found["outcome"], found["receipts"][0]["amount_cents"]) == ("duplicate", 5000)
    assert (forged.code, forged.document["outcome"]) == (1, "modified")
    assert [one["code"] for one in forged.document["findings"]] == ["proof.appended"]
    assert "Modifié" in line("receipts", "verify", path).out
    assert line("receipts", "verify", line.folder / "gone.pdf").code == 3


def test_the_copy_of_a_voided_receipt_is_called_no_duplicate(line, issued):
    number, path = f"{LAST_YEAR}-0001", line.folder / "v.pdf"
    assert "Duplicata du reçu" in line("receipts", "duplicate", number, "--to", path).out
    line.json("receipts", "void", number, "--reason", "impayé")

    said = line("receipts", "duplicate", number, "--to", path).out

    assert "Exemplaire annulé du reçu" in said
    assert "Duplicata" not in said


def test_chosen_receipts_are_printed_by_their_numbers(line, issued, elodie):
    line.json("receipts", "issue", "--contact", elodie)
    chosen, folder = f"{LAST_YEAR + 1}-0001", line.folder / "out"
    found = line.json("receipts", "print", chosen, "--to", folder)
    assert (found["year"], found["written"], len(found["files"])) == (None, 1, 1)
    assert chosen in found["files"][0]
    assert line("receipts", "print", chosen, "--year", LAST_YEAR, "--to", folder).code == 2
    assert line("receipts", "print", "--to", folder).code == 2
    unknown = line("receipts", "print", "2001-0001", "--to", folder, "--json")
    assert unknown.document["error"]["code"] == "receipt.number_unknown"


def test_printing_by_way_says_what_goes_where(line, issued):
    folder = line.folder / "r"
    words = ("receipts", "print", "--year", LAST_YEAR, "--to", folder)

    written = line.json(*words, "--shape", "by-way", "--order", "donor", "--letters")

    assert [path.rpartition("/")[2] for path in written["files"]] == ["recus-a-poster.pdf"]
    assert (written["emails"], written["left_out"], written["listing"]) == ([], [], None)
    assert written["written"] == 1
    assert line(*words, "--letters", "--text", "2", "--json").code == 1


def test_two_receipts_of_one_donor_behind_one_letter_are_both_counted(line, issued, elodie):
    words = ("--mode", "cash", "--donor", elodie, "--date", f"{LAST_YEAR}-05-02")
    line.json("donations", "add", "--amount", "7", *words)
    line.json("receipts", "issue", "--year", LAST_YEAR)
    folder = line.folder / "r"

    said = line("receipts", "print", "--year", LAST_YEAR, "--to", folder, "--letters").out

    assert "2 reçus dans 1 fichier, dans" in said.replace("\u00a0", " ")


def test_a_key_that_is_none_is_refused_and_nothing_is_written(line, issued, monkeypatch):
    monkeypatch.setenv("COOPDESK_SIGN_PASSPHRASE", "secret")
    key = line.folder / "k.p12"
    key.write_bytes(b"no key")
    words = ("receipts", "print", "--year", LAST_YEAR, "--to", line.folder / "s")

    for other in ("--one-file", "--letters"):
        assert line(*words, "--sign", key, other).code == 2
    refused = line(*words, "--sign", key, "--json")

    assert refused.document["error"]["code"] in {
        "signature.cannot_open",
        "signature.extra_missing",
    }
    assert not (line.folder / "s").exists()


def test_texts_to_donors_are_changed_and_taken_back(line):
    body = line.folder / "t.txt"
    body.write_text("Merci {donateur} pour {montant} !\n", encoding="utf-8")

    changed = line.json("letters", "edit", "thanks", "--name", "Nôtre", "--body", body)
    added = line.json(
        "letters", "edit", "cover", "--new", "--name", "B", "--subject", "C", "--body", body
    )
    wrong = line("letters", "edit", "thanks", "--subject", "{tarif}", "--json")

    assert (changed["text"]["own"], changed["text"]["name"]) == (True, "Nôtre")
    assert added["text"]["place"] == 2
    assert (wrong.code, wrong.document["error"]["code"]) == (1, "letter.unknown_blank")
    assert line.json("letters", "show", "thanks")["text"]["body"].startswith("Merci {donateur}")
    assert line.json("letters", "reset", "thanks")["removed"] == 2
    assert [text["own"] for text in line.json("letters", "list")["texts"]].count(True) == 2


def test_thanks_are_written_once_for_each_donor(line, issued):
    unthanked = line.json("letters", "unthanked", "--since", f"{LAST_YEAR}-01-01")
    assert unthanked["count"] == 2
    shown = line.json("letters", "preview", "--gifts", issued)
    assert "20,00" in shown["letters"][0]["body"]

    written = line.json("letters", "write", "--gifts", issued, "--to", line.folder / "m.pdf")

    assert written["count"] == 1
    assert line.json("letters", "unthanked")["gifts"] != unthanked["gifts"]
    assert line("letters", "write", "--to", "a.pdf", "--eml", "b").code == 2
    words = ("letters", "write", "--since", f"{LAST_YEAR}-01-01", "--json")
    drafts = line(*words, "--eml", line.folder / "e")
    assert drafts.document["error"]["code"] == "letter.nobody"
    assert "Élodie" in drafts.document["error"]["message"]
    none = line(*words, "--gifts", "999", "--to", line.folder / "n.pdf")
    assert none.document["error"]["code"] == "letter.no_gift"


def test_a_text_is_removed_but_for_the_last_and_read_as_a_donor_would(line, issued):
    assert line("letters", "remove", "thanks").code == 2
    gone = line.json("letters", "remove", "thanks", "--text", "2")["text"]
    assert gone["place"] == 2
    texts = line.json("letters", "list")["texts"]
    assert [text["kind"] for text in texts] == ["thanks", "cover"]
    last = line("letters", "remove", "thanks", "--text", "1", "--json")
    assert last.document["error"]["code"] == "letter.last_text"
    sample = line.json("letters", "show", "cover", "--sample")["sample"]
    assert sample["name"] == "Élodie Lefèvre"
    assert "{" not in sample["body"]
