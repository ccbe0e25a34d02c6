"""French identifiers: the vectors of the reference, valid and invalid."""

from __future__ import annotations

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import (
    check_email,
    check_iban,
    check_postcode,
    check_rna,
    check_siren,
)


@pytest.mark.parametrize("siren", ["732829320", "404 833 048", "123.456.782", "356000000", ""])
def test_siren_that_passes_luhn_is_taken_without_separators(siren):
    assert check_siren(siren) == "".join(char for char in siren if char.isdigit())


@pytest.mark.parametrize(
    ("siren", "code"),
    [
        ("732829321", "siren.wrong_key"),
        ("73282932", "siren.wrong_length"),
        ("73282932A", "siren.wrong_length"),
    ],
)
def test_wrong_siren_says_what_is_wrong(siren, code):
    with pytest.raises(RuleError) as refused:
        check_siren(siren)
    assert (refused.value.code, refused.value.field) == (code, "siren")


@pytest.mark.parametrize("rna", ["W442000001", "w9r1011072", "W 442 000 001"])
def test_rna_of_the_mainland_and_overseas_is_taken(rna):
    assert check_rna(rna) == rna.upper().replace(" ", "")


@pytest.mark.parametrize("rna", ["442000001", "W44200000", "W4420000011", "WX42000001"])
def test_wrong_rna_is_refused(rna):
    with pytest.raises(RuleError):
        check_rna(rna)


@pytest.mark.parametrize(
    "iban", ["FR76 3000 6000 0112 3456 7890 189", "fr14 2004 1010 0505 0001 3M02 606"]
)
def test_iban_is_taken_compact(iban):
    assert check_iban(iban) == iban.replace(" ", "").upper()


@pytest.mark.parametrize(
    "iban", ["FR76 3000 6000 0112 3456 7890 188", "FR76", "XX00 1234", "é"]
)
def test_wrong_iban_is_refused(iban):
    with pytest.raises(RuleError) as refused:
        check_iban(iban)
    assert refused.value.code == "iban.wrong"


def test_postcode_has_five_digits_in_france_and_any_form_abroad():
    assert check_postcode("44 000", "FR") == "44000"
    assert check_postcode("SW1A 1AA", "GB") == "SW1A 1AA"
    with pytest.raises(RuleError):
        check_postcode("4400", "FR")


@pytest.mark.parametrize(
    "address", ["elodie@example.org", "zoé@coopérative.fr", "a@box.local", ""]
)
def test_email_syntax_is_taken(address):
    assert check_email(address) == address


@pytest.mark.parametrize("address", ["elodie", "a@", "@b.fr", "a b@c.fr", "a@b@c.fr"])
def test_wrong_email_is_refused(address):
    with pytest.raises(RuleError):
        check_email(address)
