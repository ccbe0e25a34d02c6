"""Headers are matched by what they say, not by how they are typed."""

from __future__ import annotations

import pytest

from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.headers import Layout, distinct_names, header_key, match_header

LAYOUT = Layout(
    FileFormat.HELLOASSO_EVENT,
    {"name": "Nom payeur", "card": "Carte d'adhérent", "amount": "Montant", "note": "Note"},
    mandatory=("name", "card", "amount"),
)
OTHER = Layout(
    FileFormat.HELLOASSO_PAYMENTS,
    {"name": "Nom payeur", "ref": "Référence"},
    mandatory=("name", "ref"),
    without=("Carte d'adhérent",),
)


@pytest.mark.parametrize(
    "label",
    [
        "\ufeffCarte d'adhérent",
        "carte d’adherent ",
        "CARTE\nD'ADHÉRENT",
        "Carte\u00a0d'adhe\u0301rent   ",
        '"Carte d\'adhérent"',
    ],
)
def test_labels_match_whatever_their_dress(label):
    assert header_key(label) == header_key("Carte d'adhérent")


def test_columns_are_found_in_any_order_and_others_noted():
    header = match_header(
        [OTHER, LAYOUT], ["Montant", "Âge", "Carte d’adhérent", "", "Nom payeur"]
    )
    assert header.layout is LAYOUT
    assert dict(header.positions) == {"name": 4, "card": 2, "amount": 0}
    assert (header.extra, header.missing) == ((1,), ())


def test_the_first_of_two_columns_with_one_label_counts():
    header = match_header([LAYOUT], ["Nom payeur", "Carte d'adhérent", "Montant", "Montant"])
    assert header.positions["amount"] == 2
    assert header.extra == (3,)
    assert header.names[3] == "Montant (2)"


def test_a_column_that_is_missing_is_named_as_the_exporter_writes_it():
    header = match_header([LAYOUT], ["Nom payeur", "Montant", "Note"])
    assert header.missing == ("Carte d'adhérent",)
    assert header.label("card") == "Carte d'adhérent"


def test_a_row_that_resembles_nothing_is_no_header():
    assert match_header([LAYOUT, OTHER], ["Nom payeur", "Téléphone"]) is None
    assert match_header([LAYOUT, OTHER], []) is None


def test_names_are_distinct_and_never_empty():
    assert distinct_names(["Nom ", "Nom", "", "a\nb"]) == ("Nom", "Nom (2)", "#3", "a b")
