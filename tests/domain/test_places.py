"""Towns found while their postcode or name is typed, and the département of a postcode."""

from __future__ import annotations

import pytest

from coopdesk.domain.departments import departments
from coopdesk.domain.places import Place, department_name, department_of, read_places
from coopdesk.domain.text import fold, fold_lines

SEED = """\
# a comment
Paris;75001 75002 75016 75116;
Paris 1er Arrondissement;75001;Paris
Paris 16e Arrondissement;75016 75116;Paris
Saint-Denis;97400 97417;
Saint-Denis;93200 93210;
Ville-Saint-Denis;1000;
La Rochelle;17000;
L'Haÿ-les-Roses;94240;
Saint-Denis-en-Val;45560;
Chalon-sur-Saône;71100;
Strasbourg;67000 67100;
Œuilly;02160;
"""
TOWNS = read_places(SEED)


def lines(text, limit=8):
    return [place.line for place in TOWNS.suggest(text, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("la rochelle", "17000 La Rochelle"),
        ("LA-ROCHELLE", "17000 La Rochelle"),
        ("rochelle", "17000 La Rochelle"),
        ("l’hay", "94240 L'Haÿ-les-Roses"),
        ("lhay les", None),
        ("chalon s saone", "71100 Chalon-sur-Saône"),
        ("chalon saône", "71100 Chalon-sur-Saône"),
        ("saone chalon", None),
        ("oeui", "02160 Œuilly"),
        ("F-67", "67000 Strasbourg"),
        ("671", "67100 Strasbourg"),
        ("67 100", "67100 Strasbourg"),
        ("67000 str", "67000 Strasbourg"),
        ("67000 nan", None),
        ("paris 1", "75001 Paris"),
        ("paris 16e", "75016 Paris"),
        ("670001", None),
        ("*[", None),
        ("", None),
        ("  ", None),
    ],
)
def test_town_is_found_however_it_is_typed(typed, first):
    assert (lines(typed)[:1] or [None]) == [first]


def test_exact_names_come_first_then_beginnings_then_words_inside():
    assert lines("st den") == [
        "97400 Saint-Denis",
        "93200 Saint-Denis",
        "45560 Saint-Denis-en-Val",
        "97417 Saint-Denis",
        "93210 Saint-Denis",
        "1000 Ville-Saint-Denis",
    ]
    assert lines("saint-denis")[:5] == [
        "97400 Saint-Denis",
        "93200 Saint-Denis",
        "97417 Saint-Denis",
        "93210 Saint-Denis",
        "45560 Saint-Denis-en-Val",
    ]


def test_saint_may_be_half_written():
    assert lines("st")[0] == "97400 Saint-Denis"
    assert "67000 Strasbourg" in lines("st")


def test_no_more_than_the_limit_is_proposed_and_nothing_twice():
    assert lines("paris") == ["75001 Paris", "75002 Paris", "75016 Paris", "75116 Paris"]
    assert lines("paris", 2) == ["75001 Paris", "75002 Paris"]


def test_postcode_gives_all_its_towns_only_when_whole():
    assert TOWNS.of_postcode("75 116") == [Place("75116", "Paris")]
    assert TOWNS.of_postcode("7511") == []
    assert TOWNS.of_postcode("99999") == []


def test_name_gives_its_postcodes_only_when_exact():
    assert TOWNS.of_name("st-denis")[0] == Place("97400", "Saint-Denis")
    assert TOWNS.of_name("la rochelle") == [Place("17000", "La Rochelle")]
    assert TOWNS.of_name("rochelle") == []
    assert TOWNS.of_name("") == []


def test_folding_many_names_equals_folding_each():
    names = ["L'Haÿ-les-Roses", "Œuilly", "Bœuf", "Île-d’Yeu", "Thị", "Kaiserstraße", "x"]
    assert fold_lines(names) == [fold(name) for name in names]


@pytest.mark.parametrize(
    ("postcode", "code", "name"),
    [
        ("44000", "44", "Loire-Atlantique"),
        ("01000", "01", "Ain"),
        ("20000", "2A", "Corse-du-Sud"),
        ("20167", "2A", "Corse-du-Sud"),
        ("20200", "2B", "Haute-Corse"),
        ("20600", "2B", "Haute-Corse"),
        ("97400", "974", "La Réunion"),
        ("97133", "977", "Saint-Barthélemy"),
        ("97150", "978", "Saint-Martin"),
        ("98800", "988", "Nouvelle-Calédonie"),
        ("44 000", "44", "Loire-Atlantique"),
        ("98000", "", ""),
        ("00100", "", ""),
        ("4400", "", ""),
        ("SW1A 1AA", "", ""),
        ("٤٤٠٠٠", "", ""),
        ("", "", ""),
    ],
)
def test_department_is_told_from_the_postcode(postcode, code, name):
    assert department_of(postcode) == code
    assert department_name(code) == name


def test_every_department_has_one_name():
    assert len(departments()) == len(dict(departments())) == 107
    assert ("2A", "Corse-du-Sud") in departments()
