"""The review reads what the rules ask for, and its totals tie to the payments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import DonationNature, NewReturn, ReturnReason, ValueBasis
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.receipts import Review, Verdict
from coopdesk.services.receipt_review import review_of
from tests.building import ADDRESS, TODAY
from tests.services.receipt_office import ReceiptOffice, receipt_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ReceiptOffice]:
    with receipt_office(tmp_path) as opened:
        yield opened


def _review(office: ReceiptOffice, year: int = 2026) -> Review:
    with office.units.read() as work:
        return review_of(work, year)


def _organisation(office: ReceiptOffice, **more: object) -> int:
    new = NewContact(
        **{
            "kind": ContactKind.ORGANISATION,
            "organisation_name": "Biocoop du Port",
            "organisation_kind": OrganisationKind.COMPANY,
            "legal_form": "SAS",
            "siren": "732829320",
            "address": ADDRESS,
            **more,
        }
    )
    return office.contacts.add(new).value.id


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"legal_form": ""}, "legal_form_missing"),
        ({"siren": ""}, "siren_missing"),
        ({"organisation_kind": OrganisationKind.PUBLIC_BODY}, "public_body"),
    ],
)
def test_what_form_16216_asks_of_a_company_is_read(
    office: ReceiptOffice, facts, reason
) -> None:
    office.give(_organisation(office, **facts))
    [line] = _review(office).lines
    assert (line.reason, line.warnings) == (reason, ())


def test_what_the_rules_ask_of_a_gift_is_read(office: ReceiptOffice) -> None:
    donor = office.donor(address=ADDRESS)
    office.give(
        donor,
        12000,
        nature=DonationNature.IN_KIND,
        mode=PaymentMode.OTHER,
        description="Douze chaises",
        value_basis=ValueBasis.SALE_PRICE,
        counterpart=Money(1000),
        counterpart_label="Affiche",
    )
    [line] = _review(office).lines
    assert line.verdict is Verdict.READY
    assert line.gift.payment_id is None
    assert line.values["item"] == Money(1000)
    assert line.warnings == ("figures_to_verify",)


def test_totals_tie_to_the_payments_less_what_went_back(office: ReceiptOffice) -> None:
    donor = office.donor()
    office.give(donor, 5000)
    returned = office.give(donor, 7000, day=dt.date(2025, 12, 30))
    office.give(donor, 3000, day=dt.date(2025, 12, 30))
    office.give(
        donor,
        9000,
        nature=DonationNature.IN_KIND,
        mode=PaymentMode.OTHER,
        description="Chaises",
        value_basis=ValueBasis.SALE_PRICE,
    )
    # It comes back in the next year, and counts in none.
    office.donations.give_back(returned, NewReturn(TODAY, ReturnReason.BOUNCED))
    now, before = _review(office).totals, _review(office, 2025).totals
    assert (now.gifts, now.money, now.without_money) == (Money(14000), Money(5000), Money(9000))
    assert (now.bank, now.difference) == (Money(5000), ZERO)
    assert (before.gifts, before.bank, before.difference) == (Money(3000), Money(3000), ZERO)
    [line] = [x for x in _review(office, 2025).lines if x.gift.is_returned]
    assert line.reason == "returned"


def test_money_for_gifts_that_hangs_on_no_gift_is_a_difference(office: ReceiptOffice) -> None:
    office.give(office.donor(), 5000)
    stray = NewPayment(
        paid_on=TODAY,
        amount=Money(1200),
        mode=PaymentMode.CASH,
        parts=(PaymentPart(LineKind.GIFT, Money(1200)),),
    )
    with office.units.write("payment.recorded", cents="1200") as work:
        work.payments.add(stray)
        work.commit()
    assert _review(office).totals.difference == Money(-1200)
