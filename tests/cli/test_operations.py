"""Taking back and doing again on the command line."""

from __future__ import annotations


def test_undo_takes_back_the_newest_and_redo_does_it_again(line, elodie):
    undone = line.json("operations", "undo")["operation"]
    assert undone["label"] == "contact.added"
    assert line.json("contacts", "list")["count"] == 0
    state = line.json("operations", "list")
    assert state["redo"]["id"] == undone["id"]
    line.json("operations", "redo")
    assert line.json("contacts", "list")["count"] == 1


def test_one_operation_can_be_taken_back_by_its_number(line, elodie):
    added = line.json("operations", "list", "--limit", "1")["operations"][0]
    line.json("contacts", "add", "--last-name", "Roux")
    line.json("operations", "undo", added["id"])
    left = line.json("contacts", "list")["contacts"]
    assert [one["name"] for one in left] == ["Roux"]


def test_what_rests_on_something_later_is_not_taken_back(line, elodie):
    added = line.json("operations", "list", "--limit", "1")["operations"][0]
    line.json("donations", "add", "--amount", "5", "--mode", "cash", "--donor", elodie)
    result = line("operations", "undo", added["id"], "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "operation.rested_on"


def test_nothing_to_do_again_is_said(line):
    result = line("operations", "redo", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "operation.nothing_to_redo"


def test_the_journal_is_readable(line, elodie):
    out = line("operations", "list").out
    assert "Élodie Lefèvre" in out
    assert "Ligne de commande" in out
