"""Volunteers' expenses on the command line, from the vehicle to the gift."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from tests.cli.conftest import LAST_YEAR

DAY = f"{LAST_YEAR}-03-12"


@pytest.fixture
def sheet(line, elodie):
    said = line.json("expenses", "new", "--volunteer", elodie, "--title", "Réunion du réseau")
    return said["sheet"]["id"]


def test_a_sheet_goes_from_the_vehicle_to_the_gift(line, elodie, sheet, tmp_path):
    words = ("--label", "Zoé", "--power", "4", "--electric")
    [car] = line.json("expenses", "vehicle", elodie, *words)["vehicles"]
    trip = ("--label", "Angers", "--vehicle", car["id"], "--km", "1 000", "--date", DAY)
    line.json("expenses", "add-line", sheet, *trip)
    toll = ("--label", "Péage", "--kind", "toll", "--amount", "12,50", "--date", DAY)
    found = line.json("expenses", "add-line", sheet, *toll)["sheet"]
    assert found["amount_cents"] == 72_720 + 1_250
    assert [each["amount_cents"] for each in found["lines"]] == [72_720, 1_250]
    assert found["mileage"][0]["formula"].startswith("(1\u202f000")
    shown = line("expenses", "show", sheet).out
    assert "739,70" in shown
    voucher = tmp_path / "peage.pdf"
    voucher.write_bytes(b"%PDF-1.7\n")
    unknown = line("expenses", "attach", sheet, voucher, "--line", 3)
    assert unknown.code == 2
    assert "n’a pas de ligne 3" in unknown.err
    kept = line.json("expenses", "attach", sheet, voucher, "--line", 2)["attachment"]
    assert (kept["name"], kept["line_id"]) == ("peage.pdf", found["lines"][1]["id"])

    waived = line.json("expenses", "waive", sheet)
    assert waived["amount_cents"] == 73_970
    assert waived["warnings"] == ["other_year", "no_signed_waiver"]
    listed = line.json("expenses", "list", "--state", "waived")
    assert listed["totals_cents"] == {"waived": 73_970}
    assert listed["sheets"][0]["volunteer"] == "Élodie Lefèvre"
    paper = line.json("expenses", "print", sheet, "--to", tmp_path / "note.pdf")["file"]
    assert "Je soussigné Lefèvre Élodie" in PdfReader(paper).pages[0].extract_text()
    assert line.json("expenses", "reopen", sheet)["sheet"]["state"] == "draft"
    assert line.json("expenses", "remove", sheet)["sheet_id"] == sheet


def test_lines_and_files_of_a_draft_are_changed_and_removed(line, elodie, sheet, tmp_path):
    [car] = line.json("expenses", "vehicle", elodie, "--label", "Zoé", "--power", "4")[
        "vehicles"
    ]
    line.json("expenses", "add-line", sheet, "--label", "Train", "--amount", "40")
    line.json("expenses", "add-line", sheet, "--label", "Péage", "--amount", "12")
    voucher = tmp_path / "peage.pdf"
    voucher.write_bytes(b"%PDF-1.7\n")
    line.json("expenses", "attach", sheet, voucher, "--line", 2)
    second = ("expenses", "change-line", sheet, "--line", 2)
    changed = line.json(*second, "--amount", "12,50", "--kind", "toll")["sheet"]
    assert [one["amount_cents"] for one in changed["lines"]] == [4_000, 1_250]
    assert changed["attachments"][0]["line_id"] == changed["lines"][1]["id"]
    assert "--vehicle" in line(*second, "--km", "12").err
    assert line(*second, "--km", "12", "--amount", "5").code == 2
    left = line.json("expenses", "remove-line", sheet, "--line", 1)["sheet"]
    assert [one["label"] for one in left["lines"]] == ["Péage"]
    told = line.json("expenses", "change", sheet, "--title", "Congrès", "--note", "Angers")
    assert (told["sheet"]["title"], told["sheet"]["note"]) == ("Congrès", "Angers")
    copy = tmp_path / "copie.pdf"
    line.json("expenses", "save-file", sheet, "--file", 1, "--to", copy)
    assert copy.read_bytes() == voucher.read_bytes()
    line.json("expenses", "detach", sheet, "--file", 1)
    assert line("expenses", "detach", sheet, "--file", 1).code == 2

    power = ("expenses", "change-vehicle", car["id"], "--power")
    assert line.json(*power, "5")["vehicles"][0]["power"] == 5
    trip = line.json(*second[:3], "--line", 1, "--vehicle", car["id"], "--km", "10")["sheet"]
    assert (trip["lines"][0]["kind"], trip["amount_cents"]) == ("mileage", 636)
    assert line("expenses", "remove-vehicle", car["id"]).code == 1
    line.json("expenses", "remove-line", sheet, "--line", 1)
    assert line.json("expenses", "remove-vehicle", car["id"])["vehicles"] == []


def test_a_sheet_is_refunded(line, sheet):
    line.json("expenses", "add-line", sheet, "--label", "Train", "--amount", "40")
    paid = line.json("expenses", "reimburse", sheet, "--mode", "transfer")["sheet"]
    assert (paid["state"], paid["amount_cents"]) == ("reimbursed", 4_000)
    assert paid["payment_id"] is not None
    refused = line("expenses", "change-line", sheet, "--line", 1, "--amount", "5", "--json")
    assert (refused.code, refused.document["error"]["code"]) == (1, "expense.settled")


def test_what_the_rules_forbid_is_refused(line, sheet):
    for words, code in (
        (("waive", sheet), "expense.nothing_to_settle"),
        (("add-line", sheet, "--label", "x", "--km", "loin"), "expense.distance_unreadable"),
        (("scale", "--year", "2019"), "expense.no_scale"),
    ):
        result = line("expenses", *words, "--json")
        assert result.code == 1
        assert result.document["error"]["code"] == code
        assert result.err.strip()


def test_the_scale_is_shown_with_its_source(line):
    said = line.json("expenses", "scale")
    assert said["since"] == "2022-01-01"
    assert len(said["tariffs"]) == 9
    out = line("expenses", "scale").out
    assert "0,636" in out
    assert "2022-1157" in out


def test_a_scale_is_corrected_for_a_year_and_taken_back(line):
    figures = "car-5=0,640/0,360/1400/0,430"
    words = ("expenses", "correct-scale", figures, "--year", LAST_YEAR, "--source", "Arrêté")
    said = line.json(*words)
    assert said["is_own"] is True
    assert line.json("expenses", "scale", "--year", LAST_YEAR) == said
    assert "Corrigé par vous" in line("expenses", "scale", "--year", LAST_YEAR).out
    wrong = line("expenses", "correct-scale", "car-5=1", *words[3:])
    assert (wrong.code, "ne nomme pas un tarif" in wrong.err) == (1, True)
    back = line.json("expenses", "reset-scale", "--year", LAST_YEAR)
    assert (back["is_own"], back["since"]) == (False, "2022-01-01")
