"""Filters of contacts on the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coopdesk.domain.contact_criteria import Criteria
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature


@pytest.fixture
def people(line):
    for last_name, town, code in (
        ("Abadie", "Nantes", "44000"),
        ("Martin", "Paris", "75011"),
        ("Zola", "Rezé", "44400"),
    ):
        words = ("--last-name", last_name, "--city", town, "--postal-code", code)
        line.json("contacts", "add", *words)


@pytest.fixture
def saved(line, people):
    services = open_database(line.database, signature("", Origin.COMMAND_LINE))
    services.filters.save("Nantes", services.filters.parse("town = nantes"))
    services.database.close()


def names(line, text):
    found = line.json("contacts", "list", "--filter", text)
    assert found["count"] == len(found["contacts"])
    return [one["name"] for one in found["contacts"]]


def test_condition_narrows_the_list(line, people):
    assert names(line, "department = 44") == ["Abadie", "Zola"]
    assert names(line, "department = 44 and not town ~ rez") == ["Abadie"]


def test_condition_goes_with_words_and_limit(line, people):
    words = ("--filter", "department = 44", "--search", "zola", "--limit", "1")
    assert line.json("contacts", "list", *words)["count"] == 1


def test_saved_filter_is_taken_by_its_name(line, saved):
    assert names(line, "nantes") == ["Abadie"]


def test_saved_filters_are_listed_with_how_many_they_find(line, saved):
    found = line.json("contacts", "filters")
    assert found == {"filters": [{"name": "Nantes", "condition": "town = nantes", "count": 1}]}
    assert "town = nantes" in line("contacts", "filters").out


def test_criteria_are_listed_with_their_operators_and_values(line, people):
    found = line.json("contacts", "filters", "--criteria")["criteria"]
    status = next(one for one in found if one["criterion"] == "member_status")
    assert status["operators"] == ["=", "!=", "in", "not in"]
    assert status["values"][:2] == ["future", "up_to_date"]
    assert "Statut d’adhésion" in line("contacts", "filters", "--criteria").out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("membr_status = late", "filter.unknown_criterion"),
        ("kind = robot", "filter.unknown_value"),
        ("kind =", "filter.ends_too_early"),
        ("Personne", "filter.unknown_name"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_known_words(line, people, text, code):
    result = line("contacts", "list", "--filter", text, "--json")
    assert (result.code, result.document["error"]["code"]) == (1, code)


def test_every_condition_of_the_page_is_understood(line, people):
    page = Path(__file__).parents[2] / "docs" / "ligne-de-commande.md"
    shown = re.findall(r"^contacts list --filter '(.+)'$", page.read_text("utf-8"), re.M)
    assert len(shown) >= 3
    for condition in shown:
        assert "contacts" in line.json("contacts", "list", "--filter", condition)


def test_every_criterion_is_on_the_page():
    page = Path(__file__).parents[2] / "docs" / "ligne-de-commande.md"
    text = page.read_text("utf-8")
    assert [key for key in Criteria().keys if f"`{key}`" not in text] == []
