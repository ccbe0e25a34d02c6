"""What the store of gifts writes and reads."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import (
    DonationFilter,
    DonationForm,
    DonationNature,
    Ineligibility,
    NewDonation,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.storage.donation_store import donation_values
from coopdesk.storage.unit_of_work import Signature, Units
from tests.building import new_database

NOW = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 1)


@pytest.fixture
def units(tmp_path):
    database = new_database(tmp_path / "association.coopdesk")
    yield Units(database, Signature("Camille", Origin.WINDOW, lambda: NOW))
    database.close()


def add(work, new, outside_receipt=""):
    payment = NewPayment(
        paid_on=new.received_on,
        amount=new.amount,
        mode=new.mode,
        parts=(PaymentPart(LineKind.GIFT, new.amount),),
        payer_id=new.donor_id,
    )
    _, lines = work.payments.add(payment)
    campaign_id = work.payments.campaign_id(new.campaign)
    return work.donations.add(new, lines[0], campaign_id, outside_receipt)


def test_every_field_comes_back_as_written(units):
    with units.write("donation.recorded", cents="1") as work:
        donor = work.contacts.add(NewContact(last_name="Lefèvre"))
        new = NewDonation(
            DAY,
            Money(1_234),
            PaymentMode.CHEQUE,
            donor_id=donor,
            campaign="Toit",
            nature=DonationNature.WAIVED_EXPENSES,
            form=DonationForm.PRIVATE_DEED,
            ineligibility=Ineligibility.COUNTERPART,
            note="chèque n° 12",
        )
        key = add(work, new, "HA-1")
        found = work.donations.get(key)
        (line,) = work.donations.lines([key])
    assert found.content == new
    assert (found.donor_name, found.outside_receipt, found.receipt_number) == (
        "Lefèvre",
        "HA-1",
        "",
    )
    assert (line.amount, line.ineligibility) == (Money(1_234), Ineligibility.COUNTERPART)


def test_missing_gift_is_told(units):
    with units.read() as work, pytest.raises(NotFoundError):
        work.donations.get(1)


def test_review_names_donors_in_order_and_says_whose_address_is_complete(units):
    with units.write("donation.recorded", cents="1") as work:
        zoe = work.contacts.add(NewContact(last_name="Zola"))
        firm = work.contacts.add(
            NewContact(kind=ContactKind.ORGANISATION, organisation_name="Atelier")
        )
        for donor in (zoe, firm, None):
            add(work, NewDonation(DAY, Money(500), PaymentMode.CASH, donor_id=donor))
        add(work, NewDonation(dt.date(2025, 1, 1), Money(500), PaymentMode.CASH))
        review = work.review.gifts(2026)
    assert [gift.donor_name for gift in review] == ["", "Atelier", "Zola"]
    assert [gift.donor_kind for gift in review] == [
        None,
        ContactKind.ORGANISATION,
        ContactKind.PERSON,
    ]
    assert not any(gift.donor_address_complete for gift in review)


def test_change_of_a_column_leaves_the_others(units):
    new = NewDonation(DAY, Money(500), PaymentMode.CASH)
    with units.write("donation.recorded", cents="1") as work:
        key = add(work, new)
        line_id = work.donations.line_id(key)
        values = donation_values(new, line_id, None, "")
        assert not work.donations.change(key, values)
        assert work.donations.change(key, {"note": "vu"})
        assert work.donations.get(key).content.note == "vu"


def test_first_and_last_day_belong_to_their_year(units):
    with units.write("donation.recorded", cents="1") as work:
        for day in (dt.date(2025, 12, 31), dt.date(2026, 1, 1), dt.date(2026, 12, 31)):
            add(work, NewDonation(day, Money(500), PaymentMode.CASH))
        assert len(work.donations.ids(DonationFilter(year=2026))) == 2
        assert work.donations.total(DonationFilter(year=2025)) == Money(500)
