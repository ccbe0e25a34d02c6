"""Answers: one JSON document, or tables that a terminal cannot be made to obey."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from coopdesk.cli.output import Answer, Column, Listing, facts, json_text, listing_text, show
from coopdesk.domain.payments import PaymentMode

COLUMNS = (Column("Nom"), Column("Montant", at_right=True))


def test_json_holds_iso_dates_codes_and_paths():
    moment = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
    text = json_text(
        {"on": dt.date(2026, 3, 12), "at": moment, "mode": PaymentMode.CASH, "to": Path("a/b")}
    )
    assert json.loads(text) == {
        "on": "2026-03-12",
        "at": "2026-03-12T09:30:00+00:00",
        "mode": "cash",
        "to": str(Path("a/b")),
    }


def test_an_amount_that_is_no_number_of_cents_cannot_slip_into_json():
    with pytest.raises(TypeError):
        json_text({"amount": object()})


def test_lines_for_a_pipe_are_never_cut_and_figures_stand_at_the_right():
    name = "x" * 300
    text = listing_text(Listing(COLUMNS, [(name, "5,00 €"), ("Zoé", "1 234,00 €")]))
    first, second, third = text.splitlines()
    assert first.rstrip().endswith("Montant")
    assert second == f"{name}      5,00 €"
    assert third.startswith("Zoé ")
    assert len(second) == len(third)


def test_control_characters_of_a_name_do_not_reach_the_terminal():
    text = listing_text(Listing(COLUMNS, [("\x1b[2JZoé\r\n\u202egnp", "1")]))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text.splitlines()) == 2


def test_square_brackets_are_text_in_a_drawn_table(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    text = listing_text(Listing(COLUMNS, [("[bold]Jean[/bold]", "1")]))
    assert "[bold]Jean[/bold]" in text


def test_a_narrow_terminal_is_spared_the_rare_columns(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    columns = (Column("Nom"), Column("Note", rare=True), Column("Montant", at_right=True))
    listing = Listing(columns, [("Zoé", "x" * 40, "5,00 €")])
    monkeypatch.setenv("COLUMNS", "120")
    assert "x" * 40 in listing_text(listing)
    monkeypatch.setenv("COLUMNS", "40")
    narrow = listing_text(listing)
    assert "Note" not in narrow
    assert "5,00 €" in narrow


def test_no_row_gives_the_sentence_that_stands_in_for_it():
    assert listing_text(Listing(COLUMNS, [], "Aucun don.")) == "Aucun don.\n"
    assert listing_text(Listing(COLUMNS, [])) == ""


def test_facts_leave_out_what_is_empty():
    assert facts(("Nom", "Zoé"), ("Note", "")).rows == [("Nom", "Zoé")]


def test_people_read_the_parts_and_programs_the_document(capsys):
    answer = Answer({"count": 1}, ("Un contact.",))
    show(answer, as_json=False)
    show(answer, as_json=True)
    out, err = capsys.readouterr()
    assert out == 'Un contact.\n{\n  "count": 1\n}\n'
    assert err == ""
