"""Which gifts go together on a receipt (RF-16, RF-17, form 16216*03 note 5)."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationForm, DonationNature, TaxArticle
from coopdesk.domain.fiscal_periods import fiscal_period
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.receipt_drafting import (
    COMPANY_FORM,
    FORM,
    FormEdition,
    draft_receipts,
    edition_of,
    receipt_year,
    reviewed_for,
)
from coopdesk.domain.receipts import (
    ReceiptScope,
    Review,
    ReviewedGift,
    ReviewLine,
    Verdict,
)


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "closing", "start", "end"),
    [
        ("2026-03-12", "", "2026-01-01", "2026-12-31"),
        ("2026-12-31", "12-31", "2026-01-01", "2026-12-31"),
        ("2026-06-30", "06-30", "2025-07-01", "2026-06-30"),
        ("2026-07-01", "06-30", "2026-07-01", "2027-06-30"),
        ("2028-02-29", "02-28", "2027-03-01", "2028-02-29"),
        ("2028-02-29", "02-29", "2027-03-01", "2028-02-29"),
        ("2027-02-28", "02-29", "2026-03-01", "2027-02-28"),
        ("2027-03-01", "02-29", "2027-03-01", "2028-02-29"),
        ("2026-01-05", "01-04", "2026-01-05", "2027-01-04"),
    ],
)
def test_note_5_every_day_falls_in_one_fiscal_year(on, closing, start, end):
    assert fiscal_period(day(on), closing) == (day(start), day(end))


def test_fiscal_years_follow_without_gap():
    for closing in ("12-31", "06-30", "02-28", "02-29", "01-01", "03-15"):
        period = fiscal_period(day("2020-05-05"), closing)
        for _year in range(9):
            following = fiscal_period(period.end + dt.timedelta(days=1), closing)
            assert following.start == period.end + dt.timedelta(days=1)
            assert 364 < (following.end - following.start).days + 1 < 367
            period = following


def gift(key, on="2026-03-12", *, company=False, **more):
    """A gift of donor 1 that is ready, unless said otherwise."""
    said = {
        "amount": Money(5000),
        "mode": PaymentMode.CARD,
        "nature": DonationNature.MONEY,
        "form": DonationForm.MANUAL_GIFT,
        "campaign": "",
        "payment_id": key,
        "payment_state": PaymentState.RECEIVED,
        "ineligibility": None,
        "outside_receipt": "",
        "donor_id": 1,
        "donor_kind": ContactKind.ORGANISATION if company else ContactKind.PERSON,
        "donor_name": "Élodie Lefèvre",
        "donor_sort_key": "lefevre elodie",
        "donor_name_complete": True,
        "donor_address_complete": True,
        "receipt_number": "",
    }
    return ReviewLine(
        ReviewedGift(donation_id=key, received_on=day(on), **said | more), Verdict.READY
    )


def grouped(*lines, scope=ReceiptScope.DONOR):
    return [[x.donation_id for x in draft.gifts] for draft in draft_receipts(lines, scope)]


@pytest.mark.parametrize(
    "other",
    [
        {"donor_id": 2, "donor_sort_key": "zola"},
        {"nature": DonationNature.WAIVED_EXPENSES},
        {"form": DonationForm.AUTHENTIC_DEED},
        {"is_for_ifi": True},
        {"on": "2027-01-02"},
    ],
)
def test_rf_16_and_rf_17_what_differs_is_never_on_one_receipt(other):
    found = grouped(gift(1), gift(2, **other), gift(3))
    assert sorted(found) == [[1, 3], [2]]


def test_note_5_receipt_of_a_company_never_straddles_two_fiscal_years():
    june = {"company": True, "donor_fiscal_year_end": "06-30"}
    lines = [gift(1, "2026-06-30", **june), gift(2, "2026-07-01", **june)]
    lines.append(gift(3, "2025-10-01", **june))

    drafts = draft_receipts(lines, ReceiptScope.DONOR)

    assert [[x.donation_id for x in one.gifts] for one in drafts] == [[3, 1], [2]]
    assert [(one.year, one.scope, one.form, one.article) for one in drafts] == [
        (2026, ReceiptScope.PERIOD, COMPANY_FORM, TaxArticle.COMPANY),
        (2027, ReceiptScope.PERIOD, COMPANY_FORM, TaxArticle.COMPANY),
    ]
    assert (drafts[0].period_start, drafts[0].period_end) == (
        day("2025-07-01"),
        day("2026-06-30"),
    )


def test_fiscal_year_of_a_person_is_the_calendar_year():
    said = gift(1, "2026-07-01", donor_fiscal_year_end="06-30").gift
    assert receipt_year(said) == 2026


def test_one_receipt_per_gift_follows_the_days():
    lines = [gift(1, "2026-05-02"), gift(2, "2026-05-01", company=True)]
    assert grouped(*lines, scope=ReceiptScope.GIFT) == [[2], [1]]


def test_review_of_a_year_holds_the_fiscal_years_that_end_in_it():
    june = {"company": True, "donor_fiscal_year_end": "06-30"}
    now = Review(2026, (gift(1), gift(2, "2026-09-01", **june)), ())
    before = Review(2025, (gift(3, "2025-09-01", **june), gift(4, "2025-09-01")), ())

    found = {x.gift.donation_id: x for x in reviewed_for(now, before).lines}

    assert {key: x.verdict for key, x in found.items()} == {
        1: Verdict.READY,
        2: Verdict.EXCLUDED,
        3: Verdict.READY,
    }
    assert found[2].reason == "later_period"
    assert found[2].values == {"period_end": day("2027-06-30"), "year": 2027}


def test_version_of_a_form_is_the_one_in_force():
    editions = [
        FormEdition(FORM, "06", day("2027-01-01")),
        FormEdition(FORM, "05", day("2023-04-01")),
        FormEdition(COMPANY_FORM, "03", day("2026-01-01")),
    ]
    versions = [
        edition_of(editions, FORM, day(x)).version
        for x in ("2020-01-01", "2026-12-31", "2027-01-01")
    ]
    assert versions == ["05", "05", "06"]
