"""The lines of an envelope by the French norm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.postal_lines import (
    LINE_LENGTH,
    MOST_LINES,
    EnvelopeWarning,
    capitals,
    envelope,
)
from coopdesk.domain.postal_words import normal_number
from coopdesk.domain.text import fold

NAME = "Mme Élodie Lefèvre"


def french(street="", complement="", town="44000 Nantes", names=(NAME,), **more):
    code, _, city = town.partition(" ")
    return envelope(names, PostalAddress(street, complement, code, city), **more)


def test_individual_is_laid_out_from_the_name_to_the_town():
    found = french(
        "5 bis, rue de l'Église",
        "Lieu-dit La Noë, Résidence Les Pins, Apt 12, Bât. B",
        "44250 Saint-Brevin-les-Pins",
    )
    assert found.lines == (
        "Mme Élodie Lefèvre",
        "Apt 12",
        "Résidence Les Pins, Bât. B",
        "5 B RUE DE L ÉGLISE",
        "LIEU DIT LA NOË",
        "44250 SAINT BREVIN LES PINS",
    )
    assert found.warnings == ()


def test_organisation_is_laid_out_with_its_service_and_cedex():
    found = french(
        "12/14 avenue des Fleurs",
        "BP 1234, Zone du Port, Pôle achats",
        "44009 Nantes Cedex 1",
        ("Biocoop du Port",),
        is_organisation=True,
    )
    assert found.lines == (
        "Biocoop du Port",
        "Pôle achats",
        "Zone du Port",
        "12 AVENUE DES FLEURS",
        "BP 1234",
        "44009 NANTES CEDEX 1",
    )


def test_organisation_names_who_reads_it_beneath_its_own_name():
    names = ("Biocoop du Port", "M. Yann Le Goff")
    found = french("1 quai de la Fosse", "Entrée C", names=names, is_organisation=True)
    assert found.lines == (*names, "Entrée C", "1 QUAI DE LA FOSSE", "44000 NANTES")


def test_empty_lines_are_skipped():
    assert french("").lines == (NAME, "44000 NANTES")
    assert envelope((), PostalAddress()).lines == ()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("5 bis rue", "5 B rue"),
        ("5bis rue", "5 B rue"),
        ("7 TER, rue", "7 T, rue"),
        ("9 quater rue", "9 Q rue"),
        ("12/14 rue", "12 rue"),
        ("12-14 rue", "12 rue"),
        ("12 – 14 bis rue", "12 rue"),
        ("10-12A rue", "10 rue"),
        ("5 bis/7 rue", "5 B rue"),
        ("1/3/5 rue", "1 rue"),
        ("8 rue du 19-Mars-1962", "8 rue du 19-Mars-1962"),
        ("rue du 8 bis", "rue du 8 bis"),
        ("11 Bistrot des quais", "11 Bistrot des quais"),
        ("", ""),
    ],
)
def test_number_is_written_as_the_norm_wants(typed, written):
    assert normal_number(typed) == written


def test_street_of_32_letters_is_never_abbreviated():
    label = "avenue du Général Charles Gaulle"
    assert len(label) == 32
    assert french(f"12 {label}").lines[1] == f"12 {label.upper()}"


@pytest.mark.parametrize(
    ("street", "line"),
    [
        (
            "1234 boulevard du Maréchal de Lattre de Tassigny",
            "1234 BD DU MAL DE LATTRE DE TASSIGNY",
        ),
        ("3 avenue du Général Charles de Gaulle", "3 AV DU GÉNÉRAL CHARLES DE GAULLE"),
        (
            "4 rue du Faubourg Saint-Antoine-les-Grèves",
            "4 RUE DU FG ST ANTOINE LES GRÈVES",
        ),
    ],
)
def test_longer_street_is_abbreviated_no_more_than_needed(street, line):
    assert french(street).lines == (NAME, line, "44000 NANTES")
    assert french(street).warnings == ()


def test_street_that_stays_too_long_takes_two_lines_and_says_so():
    street = "4 rue du Faubourg Sainte-Catherine des Grands Jardins Ouvriers"
    found = french(street)
    assert " ".join(found.lines[1:3]) == (
        "4 RUE DU FG STE CATHERINE DES GRANDS JARDINS OUVRIERS"
    )
    assert found.warnings == (EnvelopeWarning.STREET_ON_TWO_LINES,)


def test_long_name_takes_two_lines():
    name = "Association pour la promotion des jardins partagés de la Sèvre"
    found = french("3 rue du Port", names=(name,), is_organisation=True)
    assert found.lines[:2] == (
        "Association pour la promotion des",
        "jardins partagés de la Sèvre",
    )
    assert found.warnings == ()


def test_longest_town_is_abbreviated_then_cut_and_said():
    found = french("1 rue Haute", town="51290 Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson")
    assert found.lines[-1] == "51290 ST REMY EN BOUZEMONT ST GENEST"
    assert found.warnings == (EnvelopeWarning.TOWN_CUT,)


def test_country_is_the_seventh_line_in_capitals():
    address = PostalAddress("Hauptstraße 5", "Hinterhaus", "10115", "Berlin", "DE")
    found = envelope(("Frau Ada Müller",), address, country_name="Allemagne")
    assert found.lines == (
        "Frau Ada Müller",
        "Hinterhaus",
        "Hauptstraße 5",
        "10115 BERLIN",
        "ALLEMAGNE",
    )


@pytest.mark.parametrize(
    ("country", "town"),
    [
        ("GB", ("LONDON", "SW1A 2AA")),
        ("US", ("LONDON SW1A 2AA",)),
        ("BE", ("SW1A 2AA LONDON",)),
    ],
)
def test_town_abroad_keeps_the_order_of_its_country(country, town):
    address = PostalAddress("10 Downing St.", "", "SW1A 2AA", "London", country)
    found = envelope(("M. X",), address, country_name="Pays")
    assert found.lines == ("M. X", "10 Downing St.", *town, "PAYS")


@pytest.mark.parametrize("country", ["FR", "", "RE", "NC"])
def test_france_and_overseas_have_no_line_of_country(country):
    address = PostalAddress("1 rue Haute", "", "97400", "Saint-Denis", country)
    found = envelope(("M. X",), address, country_name="La Réunion")
    assert found.lines[-1] == "97400 SAINT DENIS"


LETTERS = "abcdeéèçœîüABCDÉŒß 0123456789,.'’-/()&"
TEXTS = st.text(LETTERS, max_size=120)
NAMES = st.lists(TEXTS, max_size=3)
ADDRESSES = st.builds(
    PostalAddress,
    street=TEXTS,
    complement=st.one_of(TEXTS, st.lists(TEXTS, max_size=6).map(", ".join)),
    postal_code=st.text("0123456789 ABC", max_size=12),
    city=TEXTS,
    country=st.sampled_from(["FR", "RE", "", "GB", "US", "BE", "XX"]),
)
COUNTRIES = st.text(LETTERS, max_size=60)


@given(NAMES, ADDRESSES, st.booleans(), COUNTRIES)
def test_lines_are_never_too_many_too_long_or_empty(names, address, is_organisation, country):
    found = envelope(names, address, is_organisation=is_organisation, country_name=country)
    abroad = address.country not in {"FR", "RE", ""}
    assert len(found.lines) <= MOST_LINES + abroad
    assert all(0 < len(line) <= LINE_LENGTH for line in found.lines)
    assert all(line == line.strip() for line in found.lines)


@given(NAMES, ADDRESSES, st.booleans(), COUNTRIES)
def test_nothing_is_left_out_unless_a_warning_says_so(names, address, is_organisation, country):
    found = envelope(names, address, is_organisation=is_organisation, country_name=country)
    harmless = {EnvelopeWarning.STREET_ON_TWO_LINES}
    if set(found.warnings) - harmless:
        return
    printed = squeezed(" ".join(found.lines))
    parts = [*names, *address.complement.split(","), address.postal_code]
    street = address.street
    is_plain = len(capitals(street)) <= 32 and normal_number(street) == street.strip()
    parts += [street] if is_plain else []
    parts += [address.city] if len(address.city) <= 30 else []
    parts += [country] if address.country in {"GB", "US", "BE", "XX"} else []
    for part in parts:
        assert squeezed(part) in printed


@given(st.text("ABCDEFG ÉÇ", max_size=110).map(lambda text: f"avenue saint {text}"))
def test_abbreviating_drops_no_word(street):
    found = french(street)
    if EnvelopeWarning.STREET_CUT not in found.warnings:
        letters = squeezed(" ".join(found.lines[1:-1]))
        rest = squeezed(street.removeprefix("avenue saint "))
        assert letters.endswith(rest)
        assert letters.removesuffix(rest) in {"avenuesaint", "avsaint", "avst"}


@given(TEXTS)
def test_capitals_hold_letters_digits_and_single_blanks(text):
    assert all(char.isalnum() or char == " " for char in capitals(text))
    assert "  " not in capitals(text)


def squeezed(text):
    return "".join(char for char in fold(text) if char.isalnum())
