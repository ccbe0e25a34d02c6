"""Civility, name and country as they stand on an envelope."""

from __future__ import annotations

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.wording.envelopes import addressee_lines, contact_envelope
from coopdesk.wording.language import language, set_language

HOME = PostalAddress("5 bis rue Haute", "", "44000", "Nantes")


def test_person_has_civility_first_and_last_name_on_one_line():
    person = NewContact(
        civility=Civility.MADAM, first_name="Élodie", last_name="Lefèvre", address=HOME
    )
    assert contact_envelope(person).lines == (
        "Mme Élodie Lefèvre",
        "5 B RUE HAUTE",
        "44000 NANTES",
    )


def test_organisation_is_named_above_who_reads_it_there():
    cooperative = NewContact(
        kind=ContactKind.ORGANISATION,
        organisation_name="Biocoop du Port",
        first_name="Yann",
        last_name="Le Goff",
        address=HOME,
    )
    assert contact_envelope(cooperative).lines[:2] == ("Biocoop du Port", "Yann Le Goff")


def test_name_that_is_not_known_leaves_no_line():
    assert addressee_lines(NewContact(civility=Civility.SIR)) == ()


def test_another_address_of_the_contact_may_be_used():
    person = NewContact(last_name="Müller", address=HOME)
    away = PostalAddress("Hauptstraße 5", "", "10115", "Berlin", "DE")
    assert contact_envelope(person, away).lines[-2:] == ("10115 BERLIN", "ALLEMAGNE")


@pytest.mark.parametrize("code", ["en", "fr"])
def test_country_is_in_french_whatever_the_language_of_the_window(code):
    before = language()
    set_language(code)
    try:
        address = PostalAddress("1 rue Neuve", "", "1000", "Bruxelles", "BE")
        lines = contact_envelope(NewContact(last_name="Peeters", address=address)).lines
    finally:
        set_language(before)
    assert lines[-1] == "BELGIQUE"
