"""Which gifts give a receipt: every rule of the reference is a line of a table naming it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import (
    DonationForm,
    DonationNature,
    Ineligibility,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.legal_parameters import merged_figures
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind, PaymentMode, PaymentState
from coopdesk.domain.receipt_review import ReviewHouse, judge, review_gifts, review_totals
from coopdesk.domain.receipt_rules import RuleVerdict, reason_without_receipt
from coopdesk.domain.receipts import Cure, ReviewedGift, Verdict
from coopdesk.storage.legal_store import receipt_rules, shipped_figures

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReviewLine

HOUSE = ReviewHouse(receipt_rules(), merged_figures(shipped_figures(), ()))
PERSON = ReviewedGift(
    donation_id=1,
    received_on=dt.date(2026, 3, 12),
    amount=Money(10000),
    mode=PaymentMode.CHEQUE,
    nature=DonationNature.MONEY,
    form=DonationForm.MANUAL_GIFT,
    campaign="",
    payment_id=5,
    payment_state=PaymentState.RECEIVED,
    ineligibility=None,
    outside_receipt="",
    donor_id=9,
    donor_kind=ContactKind.PERSON,
    donor_name="Lefèvre Élodie",
    donor_sort_key="lefevre  elodie",
    donor_name_complete=True,
    donor_address_complete=True,
    receipt_number="",
)
COMPANY = replace(
    PERSON,
    donor_kind=ContactKind.ORGANISATION,
    donor_organisation_kind=OrganisationKind.COMPANY,
    donor_legal_form="SARL",
    donor_siren="732829320",
)
IN_KIND = {
    "nature": DonationNature.IN_KIND,
    "payment_id": None,
    "mode": PaymentMode.OTHER,
    "description": "Douze chaises",
}
OF_PERSON = {"value_basis": ValueBasis.SALE_PRICE}
OF_COMPANY = {"value_basis": ValueBasis.COMPANY_COST}
WAIVED = {"nature": DonationNature.WAIVED_EXPENSES, "payment_id": None}
RETURNED = {"return_reason": ReturnReason.BOUNCED}


def _line(gift: ReviewedGift, house: ReviewHouse = HOUSE, **facts: object) -> ReviewLine:
    [line] = review_gifts([replace(gift, **facts)], house)
    return line


@pytest.mark.parametrize(
    ("rule", "gift", "facts"),
    [
        ("RF-6", PERSON, {}),
        ("RF-51", PERSON, {"is_fee": True}),
        ("RF-52", PERSON, {"counterpart": Money(2000)}),
        ("RF-53", COMPANY, {"amount": Money(1000000), "counterpart": Money(250000)}),
        ("RF-54", PERSON, {**WAIVED, "has_expense_sheet": True}),
        ("RF-56", PERSON, {**IN_KIND, **OF_PERSON}),
        ("RF-57", COMPANY, {**IN_KIND, **OF_COMPANY}),
        ("RF-57", COMPANY, {**IN_KIND, **OF_COMPANY, "nature": DonationNature.SKILLS}),
        (
            "RF-58",
            PERSON,
            {"nature": DonationNature.WAIVED_INCOME, "description": "Loyers de mai"},
        ),
        ("1.3", COMPANY, {"mode": PaymentMode.OTHER}),
    ],
)
def test_a_gift_is_ready(rule, gift, facts) -> None:
    line = _line(gift, **facts)
    assert (line.verdict, line.reason) == (Verdict.READY, ""), rule


@pytest.mark.parametrize(
    ("rule", "reason", "gift", "facts"),
    [
        ("RF-31", "payment_dismissed", PERSON, {"payment_state": PaymentState.DISMISSED}),
        ("RF-31", "returned", PERSON, RETURNED),
        ("1.10", "outside_receipt", PERSON, {"outside_receipt": "HA-1"}),
        ("1.10", "anonymous", PERSON, {"donor_id": None, "donor_address_complete": False}),
        (
            "RF-53",
            "public_body",
            COMPANY,
            {"donor_organisation_kind": OrganisationKind.PUBLIC_BODY},
        ),
        ("RF-56", "skills_of_person", PERSON, {"nature": DonationNature.SKILLS}),
        ("RF-52", "counterpart_ratio", PERSON, {"counterpart": Money(3000)}),
        (
            "RF-52",
            "counterpart_cap",
            PERSON,
            {"amount": Money(40000), "counterpart": Money(8000)},
        ),
        ("RF-53", "counterpart_ratio", COMPANY, {"counterpart": Money(2501)}),
    ],
)
def test_a_gift_is_excluded(rule, reason, gift, facts) -> None:
    line = _line(gift, **facts)
    assert (line.verdict, line.reason, line.cure) == (Verdict.EXCLUDED, reason, None), rule
    assert HOUSE.rules.by_code[reason].reference


@pytest.mark.parametrize("told", Ineligibility)
def test_what_a_person_decided_excludes(told) -> None:
    line = _line(PERSON, ineligibility=told)
    assert (line.verdict, line.reason) == (Verdict.EXCLUDED, f"ineligible_{told.value}")


@pytest.mark.parametrize(
    ("rule", "reason", "cure", "gift", "facts"),
    [
        (
            "RF-31",
            "payment_to_check",
            Cure.PAYMENT,
            PERSON,
            {"payment_state": PaymentState.TO_CHECK},
        ),
        ("1.10", "address_missing", Cure.CONTACT, PERSON, {"donor_address_complete": False}),
        ("1.10", "unprintable_donor", Cure.CONTACT, PERSON, {"unprintable_donor": "\u05d0"}),
        ("1.10", "unprintable_gift", Cure.DONATION, PERSON, {"unprintable_gift": "\u05d0"}),
        ("1.10", "name_missing", Cure.CONTACT, PERSON, {"donor_name_complete": False}),
        ("1.3", "legal_form_missing", Cure.CONTACT, COMPANY, {"donor_legal_form": ""}),
        ("1.3", "siren_missing", Cure.CONTACT, COMPANY, {"donor_siren": ""}),
        ("1.2", "mode_missing", Cure.DONATION, PERSON, {"mode": PaymentMode.OTHER}),
        ("1.2", "nature_missing", Cure.DONATION, PERSON, {"nature": DonationNature.OTHER}),
        ("RF-56", "description_missing", Cure.DONATION, PERSON, {**IN_KIND, "description": ""}),
        ("RF-56", "value_basis_missing", Cure.DONATION, PERSON, IN_KIND),
        ("RF-56", "value_basis_missing", Cure.DONATION, PERSON, {**IN_KIND, **OF_COMPANY}),
        ("RF-57", "company_figure_missing", Cure.DONATION, COMPANY, IN_KIND),
        ("RF-57", "company_figure_missing", Cure.DONATION, COMPANY, {**IN_KIND, **OF_PERSON}),
        ("RF-54", "waived_expenses_of_company", Cure.DONATION, COMPANY, WAIVED),
        ("1.9", "ifi_not_eligible", Cure.DONATION, PERSON, {"is_for_ifi": True}),
    ],
)
def test_a_gift_is_blocked_until_somebody_cures_it(rule, reason, cure, gift, facts) -> None:
    line = _line(gift, **facts)
    assert (line.verdict, line.reason, line.cure) == (Verdict.BLOCKED, reason, cure), rule


@pytest.mark.parametrize(
    ("rule", "warning", "gift", "facts"),
    [
        ("1.8", "donor_abroad", PERSON, {"donor_country": "BE"}),
        ("1.8", "company_abroad", COMPANY, {"donor_country": "BE", "donor_siren": ""}),
        (
            "1.8",
            "association_donor",
            COMPANY,
            {"donor_organisation_kind": OrganisationKind.ASSOCIATION},
        ),
        ("RF-54", "expense_sheet_missing", PERSON, WAIVED),
        ("RF-52", "figures_to_verify", PERSON, {"counterpart": Money(100)}),
    ],
)
def test_a_gift_is_ready_with_a_warning(rule, warning, gift, facts) -> None:
    line = _line(gift, **facts)
    assert (line.verdict, line.warnings) == (Verdict.READY, (warning,)), rule


@pytest.mark.parametrize(
    ("day", "gift", "facts", "is_warned"),
    [
        ("2026-12-31", PERSON, {}, True),
        ("2026-12-27", PERSON, {}, True),
        ("2026-12-26", PERSON, {}, False),
        ("2026-12-31", PERSON, {"mode": PaymentMode.CARD}, True),
        ("2026-12-31", PERSON, {"mode": PaymentMode.DIRECT_DEBIT}, True),
        ("2026-12-31", PERSON, {"mode": PaymentMode.CHEQUE}, False),
        ("2026-12-31", PERSON, {"mode": PaymentMode.CASH}, False),
        ("2026-12-31", PERSON, {"credited_on": dt.date(2026, 12, 31)}, False),
        ("2026-12-31", PERSON, {"is_from_platform": True}, False),
        ("2026-12-31", PERSON, {**IN_KIND, **OF_PERSON}, False),
        ("2027-01-01", PERSON, {}, False),
        ("2026-12-31", COMPANY, {}, True),
        ("2026-12-31", COMPANY, {"donor_fiscal_year_end": "06-30"}, False),
        ("2026-06-30", COMPANY, {"donor_fiscal_year_end": "06-30"}, True),
    ],
)
def test_1_4_the_day_of_credit_matters_at_the_end_of_the_donors_year(
    day, gift, facts, is_warned
) -> None:
    """Legal_fr 1.4: ordered 31/12/2025 and credited 02/01/2026 is a gift of 2026."""
    ordered = {"mode": PaymentMode.TRANSFER, "received_on": dt.date.fromisoformat(day), **facts}
    line = _line(gift, **ordered)
    expected = ("credit_day_unknown",) if is_warned else ()
    assert (line.verdict, line.warnings) == (Verdict.READY, expected)
    assert line.cure is (Cure.DONATION if is_warned else None)
    fee = _line(gift, **ordered, is_fee=True)
    assert fee.warnings == tuple(f"fee_{code}" for code in expected)


@pytest.mark.parametrize("country", ["FR", "RE", "GP"])
def test_art_4_b_overseas_departments_are_france(country) -> None:
    assert _line(PERSON, donor_country=country).warnings == ()


@pytest.mark.parametrize(
    ("nature", "reason"),
    [(DonationNature.MONEY, ""), (DonationNature.WAIVED_EXPENSES, "ifi_nature")],
)
def test_form_note_3_article_978_is_for_money_and_listed_shares(nature, reason) -> None:
    house = replace(HOUSE, is_ifi_eligible=True)
    assert _line(PERSON, house, nature=nature, is_for_ifi=True).reason == reason


def test_rf_50_without_a_category_or_a_purpose_no_receipt_can_be_issued() -> None:
    line = _line(PERSON, replace(HOUSE, missing=("category", "purpose")))
    assert (line.reason, line.cure) == ("profile_incomplete", Cure.PROFILE)
    assert line.values == {"fields": ("category", "purpose")}


def test_a_box_that_the_form_for_companies_lacks_blocks_companies_only() -> None:
    house = replace(HOUSE, missing_for_companies=("company_category",))
    assert _line(COMPANY, house).reason == "company_profile_incomplete"
    assert _line(PERSON, house).verdict is Verdict.READY


def test_what_never_gives_a_receipt_goes_before_what_can_be_cured() -> None:
    line = _line(PERSON, donor_address_complete=False, ineligibility=Ineligibility.MEAL)
    assert line.reason == "ineligible_meal"


@pytest.mark.parametrize(("facts", "reason"), [({}, "issued"), (RETURNED, "issued_returned")])
def test_what_stands_on_a_receipt_stays_issued(facts, reason) -> None:
    line = _line(PERSON, receipt_number="2026-0001", **facts)
    assert (line.verdict, line.reason) == (Verdict.ISSUED, reason)


def test_rf_52_a_cap_passed_by_two_gifts_fails_both_and_spares_the_third() -> None:
    gifts = [
        replace(PERSON, donation_id=1, amount=Money(20000), counterpart=Money(4000)),
        replace(PERSON, donation_id=2, amount=Money(20000), counterpart=Money(4000)),
        replace(PERSON, donation_id=3),
    ]
    lines = review_gifts(gifts, HOUSE)
    assert [x.reason for x in lines] == ["counterpart_cap", "counterpart_cap", ""]
    assert lines[0].values["in_year"] == Money(8000)


@pytest.mark.parametrize(
    "facts",
    [
        RETURNED,
        {"payment_state": PaymentState.TO_CHECK},
        {"donor_id": 10},
        {"ineligibility": Ineligibility.TICKET},
        {"received_on": dt.date(2025, 3, 12)},
    ],
)
def test_rf_52_only_what_the_same_donor_gave_and_we_kept_counts_for_the_cap(facts) -> None:
    given = replace(PERSON, amount=Money(20000), counterpart=Money(4000))
    lines = review_gifts([given, replace(given, donation_id=2, **facts)], HOUSE)
    assert lines[0].verdict is Verdict.READY


def test_rf_52_a_receipt_is_doubted_when_a_later_gift_passes_the_cap() -> None:
    given = replace(PERSON, amount=Money(20000), counterpart=Money(4000))
    issued = replace(given, receipt_number="2026-0001")
    first, later = review_gifts([issued, replace(given, donation_id=2)], HOUSE)
    assert (first.verdict, first.warnings) == (Verdict.ISSUED, ("issued_counterpart",))
    assert later.reason == "counterpart_cap"
    assert _line(issued).warnings == ()


def test_a_rule_concerns_gifts_from_its_first_day_on() -> None:
    assert _line(COMPANY, donor_siren="", received_on=dt.date(2021, 12, 31)).reason == ""
    assert _line(COMPANY, donor_siren="", received_on=dt.date(2022, 1, 1)).reason != ""


def test_every_rule_has_a_source_and_what_blocks_has_a_cure() -> None:
    for rule in receipt_rules().by_code.values():
        assert rule.source
        if rule.verdict is not RuleVerdict.WARNS:
            assert (rule.cure is not None) is (rule.verdict is RuleVerdict.BLOCKS), rule.code


@pytest.mark.parametrize(
    ("kind", "told", "reason"),
    [
        (LineKind.GIFT, None, ""),
        (LineKind.REGISTRATION, None, "ineligible_ticket"),
        (LineKind.FEE, None, "ineligible_service"),
        (LineKind.GRANT, None, "ineligible_public_subsidy"),
        (LineKind.SALE, Ineligibility.RAFFLE, "ineligible_raffle"),
        (LineKind.OTHER, None, "ineligible_other"),
    ],
)
def test_a_payment_for_something_says_why_it_gives_no_receipt(kind, told, reason) -> None:
    assert reason_without_receipt(kind, told) == reason
    assert not reason or reason in receipt_rules().by_code


def test_totals_are_money_and_the_rest_without_what_went_back() -> None:
    gifts = [
        PERSON,
        replace(PERSON, **IN_KIND, amount=Money(5000)),
        replace(PERSON, **RETURNED),
        replace(PERSON, payment_state=PaymentState.TO_CHECK),
    ]
    totals = review_totals(gifts, Money(10000))
    assert (totals.gifts, totals.without_money) == (Money(15000), Money(5000))
    assert (totals.money, totals.difference) == (Money(10000), ZERO)
    assert totals.count == 2


def test_a_gift_is_judged_alone_as_well() -> None:
    assert judge(PERSON, HOUSE).verdict is Verdict.READY
