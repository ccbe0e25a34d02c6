"""The money of events on the command line: tickets, result, page and workbook."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

DATA = Path(__file__).parent.parent / "data"
NAMED = DATA / "helloasso_event_named.csv"


@pytest.fixture
def event(line):
    """Return an event beside tickets that were sold for it."""
    line.json("import", "apply", NAMED)
    words = ("Fête des communs", "--kind", "festival", "--on", "2026-05-09")
    return line.json("events", "add", *words)["event"]["id"]


def test_tickets_are_listed_and_taken_with_their_money(line, event):
    [offer] = line.json("events", "tickets", event)["offers"]
    assert (offer["rank"], offer["file"], offer["tickets"]) == (1, NAMED.name, 4)
    assert (offer["void"], offer["amount_cents"]) == (1, 4700)
    taken = line.json("events", "take-tickets", event, "1")
    assert (taken["registered"], taken["cancelled"], taken["amount_cents"]) == (3, 1, 4700)
    assert line.json("events", "tickets", event)["offers"] == []
    assert "Aucun billet libre." in line("events", "tickets", event).out
    assert line.json("events", "leave-tickets", event) == {"event_id": event}


def test_only_tariffs_that_are_named_are_taken(line, event):
    taken = line.json("events", "take-tickets", event, "--tariff", "ENFANT")
    assert taken["registered"] == 1
    assert line("events", "take-tickets", event, "7").code == 2


def test_result_is_shown_and_written(line, event, tmp_path):
    line.json("events", "take-tickets", event)
    before = line.json("events", "result", event)
    assert (before["result_cents"], before["expected_cents"]) == (0, 4700)
    assert {one["income_cents"] for one in before["unbooked"]} == {3200, 1500}
    line.json("accounts", "book")
    after = line.json("events", "result", event)
    assert (after["result_cents"], after["unbooked"]) == (4700, [])
    [account] = after["income"]
    assert sum(one["amount_cents"] for one in account["lines"]) == 4700
    said = line("events", "result", event).out
    assert "Résultat" in said
    assert "47,00" in said
    page, book = tmp_path / "fiche.pdf", tmp_path / "classeur.xlsx"
    assert line.json("events", "result", event, "--to", page)["file"] == str(page)
    line.json("events", "workbook", event, "--to", book)
    assert len(PdfReader(page).pages) == 1
    assert "Résultat" in openpyxl.load_workbook(io.BytesIO(book.read_bytes())).sheetnames
    line.json("events", "sheet", event, "--to", page)
    assert line("events", "result", event, "--to", tmp_path / "a.txt").code == 2
