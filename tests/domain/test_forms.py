"""Contacts, profiles and payments: what is wrong is said at once, field by field."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import checked_association, missing_for_receipts
from coopdesk.domain.contacts import ContactKind, NewContact, checked_contact
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    check_payment,
)
from tests.building import PROFILE, TODAY, person


def test_every_wrong_field_of_a_contact_is_named_at_once():
    wrong = NewContact(
        kind=ContactKind.ORGANISATION,
        siren="732829321",
        email="elodie",
        address=PostalAddress(postal_code="44"),
        language="français",
    )
    with pytest.raises(FieldErrors) as refused:
        checked_contact(wrong)

    fields = {error.field for error in refused.value.errors}
    assert fields == {"siren", "email", "postal_code", "organisation_name", "language"}


@pytest.mark.parametrize("country", ["F", "1A", "=A", "ÉS"])
def test_country_is_a_code_of_two_letters(country):
    with pytest.raises(RuleError, match=r"country\.wrong"):
        PostalAddress(country=country).checked()
    assert PostalAddress(country=" be ").checked().country == "BE"


def test_contact_needs_a_name():
    with pytest.raises(RuleError) as refused:
        checked_contact(NewContact(first_name=" \u200b "))
    assert refused.value.code == "contact.last_name_missing"


def test_contact_is_stored_clean():
    cleaned = checked_contact(person(" Lefèvre\x00", phone="+33612345678"))

    assert (cleaned.last_name, cleaned.phone) == ("Lefèvre", "06 12 34 56 78")


def test_address_counts_as_complete_with_street_town_and_french_postcode():
    assert PostalAddress("1 rue Haute", "", "44000", "Nantes").is_complete
    assert not PostalAddress("1 rue Haute", "", "", "Nantes").is_complete
    assert PostalAddress("1 Main St", "", "", "Cork", "IE").is_complete


def test_profile_says_which_fields_a_receipt_still_needs():
    assert missing_for_receipts(PROFILE) == ()
    assert "name" in missing_for_receipts(None)
    assert missing_for_receipts(replace(PROFILE, category="oig_rup")) == ("decree_on",)
    assert missing_for_receipts(replace(PROFILE, category="oig_other")) == ("category_detail",)
    assert missing_for_receipts(replace(PROFILE, rna="", register_entry="vol. 12 fol. 3")) == ()


def test_every_wrong_field_of_a_profile_is_named_at_once():
    wrong = replace(
        PROFILE, name="", rna="442", iban="FR76", purpose="x" * 700, fiscal_year_start=13
    )
    with pytest.raises(FieldErrors) as refused:
        checked_association(wrong)

    fields = {error.field for error in refused.value.errors}
    assert fields == {"name", "rna", "iban", "purpose", "fiscal_year_start"}


def expense(cents=5000, part=5000, day=TODAY):
    parts = (PaymentPart(LineKind.EXPENSE, Money(part)),)
    return NewPayment(paid_on=day, amount=Money(cents), mode=PaymentMode.CARD, parts=parts)


@pytest.mark.parametrize(
    ("payment", "code"),
    [
        (expense(0, 0), "payment.amount_not_positive"),
        (expense(5000, 4999), "payment.parts_do_not_add_up"),
        (expense(day=TODAY + dt.timedelta(days=1)), "payment.in_the_future"),
        (expense(day=dt.date(202, 6, 1)), "payment.date_too_old"),
    ],
)
def test_payment_that_cannot_be_is_refused(payment, code):
    with pytest.raises(RuleError) as refused:
        check_payment(payment, TODAY)
    assert refused.value.code == code
