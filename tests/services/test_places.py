"""The towns that ship with the program."""

from __future__ import annotations

import lzma

import pytest

from coopdesk.domain.departments import department_of
from coopdesk.domain.text import fold, fold_lines
from coopdesk.services.places import PlaceService
from coopdesk.system.paths import database_files


@pytest.fixture(scope="module")
def seed():
    content = (database_files() / "seed" / "communes.csv.xz").read_bytes()
    return lzma.decompress(content).decode().splitlines()


@pytest.fixture(scope="module")
def rows(seed):
    return [line.split(";") for line in seed if not line.startswith("#")]


def first(text):
    return PlaceService().suggest(text)[0].line


def test_seed_names_its_source_its_licence_and_its_day(seed):
    head = "\n".join(line for line in seed if line.startswith("#"))
    for said in ("Source", "La Poste", "Insee", "Licence Ouverte", "lu le 20"):
        assert said in head


def test_every_town_of_france_is_there_overseas_included(rows):
    towns = [row for row in rows if not row[2]]
    assert 34_800 < len(towns) < 36_000
    assert all(code.isdigit() and len(code) == 5 for row in rows for code in row[1].split())
    starts = {code[:3] for row in rows for code in row[1].split()}
    assert {"971", "972", "973", "974", "975", "976", "986", "987", "988"} <= starts
    assert {code[:2] for code in starts} >= {f"{number:02d}" for number in range(1, 96)}
    assert len([row for row in rows if row[2]]) == 20 + 16 + 9  # Paris, Marseille, Lyon


def test_every_postcode_of_a_town_has_a_department(rows):
    codes = {code for row in rows for code in row[1].split()}
    assert [code for code in codes if not department_of(code)] == []


def test_names_of_the_seed_fold_alike_one_by_one(rows):
    names = [row[0] for row in rows]
    assert fold_lines(names) == [fold(name) for name in names]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("44000", "44000 Nantes"),
        ("st den", "97400 Saint-Denis"),
        ("93 st den", "93200 Saint-Denis"),
        ("la rochelle", "17000 La Rochelle"),
        ("rez", "44400 Rezé"),
        ("paris 11", "75011 Paris"),
        ("lyon 3", "69003 Lyon"),
        ("marseille 13e", "13013 Marseille"),
        ("bourg en b", "01000 Bourg-en-Bresse"),
        ("bors", "16190 Bors"),
        ("nouméa", "98800 Nouméa"),
        ("fort de fr", "97200 Fort-de-France"),
        ("mamoudzou", "97600 Mamoudzou"),
        ("ajaccio", "20000 Ajaccio"),
    ],
)
def test_town_people_mean_is_proposed_first(typed, line):
    assert first(typed) == line


def test_one_postcode_may_serve_many_towns():
    assert [place.city for place in PlaceService().of_postcode("44400")] == ["Rezé"]
    assert len(PlaceService().of_postcode("51300")) > 40
