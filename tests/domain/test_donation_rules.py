"""What must be known of a gift of each kind, and on which day it counts (legal_fr RF-…)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donation_rules import (
    checked_donation,
    checked_return,
    gift_day,
    value_bases,
)
from coopdesk.domain.donations import (
    DonationNature,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode

TODAY = dt.date(2026, 3, 12)
PERSON, COMPANY, NOBODY = ContactKind.PERSON, ContactKind.ORGANISATION, None
N, B, M = DonationNature, ValueBasis, PaymentMode
CASH = NewDonation(TODAY, Money(10_000), M.CASH)


def goods(nature, **more):
    return replace(CASH, mode=M.OTHER, nature=nature, **more)


def problems(new, donor):
    try:
        checked_donation(new, TODAY, donor)
    except FieldErrors as errors:
        return [(error.code, error.field) for error in errors.errors]
    except RuleError as error:
        return [(error.code, error.field)]
    return []


@pytest.mark.parametrize(
    ("mode", "handed", "credited", "day"),
    [
        (M.CHEQUE, dt.date(2025, 12, 30), dt.date(2026, 1, 6), dt.date(2025, 12, 30)),
        (M.TRANSFER, dt.date(2025, 12, 31), dt.date(2026, 1, 2), dt.date(2026, 1, 2)),
        (M.CARD, dt.date(2025, 12, 31), dt.date(2026, 1, 2), dt.date(2026, 1, 2)),
        (M.DIRECT_DEBIT, dt.date(2025, 12, 31), dt.date(2026, 1, 2), dt.date(2026, 1, 2)),
        (M.CASH, dt.date(2025, 12, 31), dt.date(2026, 1, 2), dt.date(2025, 12, 31)),
        (M.TRANSFER, dt.date(2026, 1, 2), None, dt.date(2026, 1, 2)),
    ],
)
def test_date_of_the_gift_is_that_of_handing_over_or_of_credit(mode, handed, credited, day):
    """BOI-IR-RICI-250-20 §20-30, legal_fr 1.4."""
    assert gift_day(mode, handed, credited) == day
    new = replace(CASH, mode=mode, received_on=handed, credited_on=credited)
    assert checked_donation(new, TODAY, PERSON).received_on == day


@pytest.mark.parametrize(
    ("rule", "new", "donor", "expected"),
    [
        ("mode", replace(CASH, mode=M.OTHER), PERSON, [("donation.mode_missing", "mode")]),
        (
            "RF-56 description",
            goods(N.IN_KIND, value_basis=B.SALE_PRICE),
            PERSON,
            [("donation.description_missing", "description")],
        ),
        (
            "RF-56 basis",
            goods(N.IN_KIND, description="12 chaises"),
            PERSON,
            [("donation.value_basis_missing", "value_basis")],
        ),
        (
            "RF-56 basis of a company for a person",
            goods(N.IN_KIND, description="12 chaises", value_basis=B.COMPANY_COST),
            PERSON,
            [("donation.value_basis_of_others", "value_basis")],
        ),
        (
            "RF-57 basis of a person for a company",
            goods(N.IN_KIND, description="12 chaises", value_basis=B.SALE_PRICE),
            COMPANY,
            [("donation.value_basis_of_others", "value_basis")],
        ),
        (
            "RF-57 skills of a person",
            goods(N.SKILLS, description="Comptable"),
            PERSON,
            [("donation.only_organisations", "nature")],
        ),
        (
            "RF-57 skills of nobody",
            goods(N.SKILLS, description="Comptable"),
            NOBODY,
            [("donation.donor_needed", "donor")],
        ),
        (
            "RF-54 expenses waived by a company",
            goods(N.WAIVED_EXPENSES),
            COMPANY,
            [("donation.only_persons", "nature")],
        ),
        (
            "RF-58 income waived by a company",
            goods(N.WAIVED_INCOME, description="Loyers 2026"),
            COMPANY,
            [("donation.only_persons", "nature")],
        ),
        (
            "RF-58 income waived by nobody",
            goods(N.WAIVED_INCOME, description="Loyers 2026"),
            NOBODY,
            [("donation.donor_needed", "donor")],
        ),
        (
            "nature Autres (précisez)",
            goods(N.OTHER),
            PERSON,
            [("donation.description_missing", "description")],
        ),
        (
            "RF-52 counterpart below zero",
            replace(CASH, counterpart=Money(-1)),
            PERSON,
            [("donation.counterpart_negative", "counterpart")],
        ),
        (
            "RF-52 counterpart unnamed",
            replace(CASH, counterpart=Money(500)),
            PERSON,
            [("donation.counterpart_unnamed", "counterpart_label")],
        ),
        (
            "cheque banked before it was handed over",
            replace(CASH, mode=M.CHEQUE, credited_on=TODAY - dt.timedelta(1)),
            PERSON,
            [("donation.credited_before", "credited_on")],
        ),
        (
            "cheque banked in the future",
            replace(CASH, mode=M.CHEQUE, credited_on=TODAY + dt.timedelta(1)),
            PERSON,
            [("donation.in_the_future", "credited_on")],
        ),
        (
            "art. 978 for goods",
            goods(N.IN_KIND, description="x", value_basis=B.APPRAISAL, is_for_ifi=True),
            PERSON,
            [("donation.not_for_ifi", "is_for_ifi")],
        ),
        (
            "art. 978 of a company",
            replace(CASH, is_for_ifi=True),
            COMPANY,
            [("donation.not_for_ifi", "is_for_ifi")],
        ),
        (
            "everything at once",
            goods(N.IN_KIND, amount=ZERO, counterpart=Money(5)),
            PERSON,
            [
                ("donation.amount_not_positive", "amount"),
                ("donation.counterpart_unnamed", "counterpart_label"),
                ("donation.description_missing", "description"),
                ("donation.value_basis_missing", "value_basis"),
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_gift_that_lacks_what_its_receipt_must_say_is_refused(rule, new, donor, expected):
    assert problems(new, donor) == expected, rule


@pytest.mark.parametrize(
    ("new", "donor", "basis"),
    [
        (CASH, NOBODY, B.NONE),
        (goods(N.LISTED_SHARES, description="3 actions"), PERSON, B.STOCK_PRICE),
        (
            goods(N.LISTED_SHARES, description="3 actions", is_for_ifi=True),
            PERSON,
            B.STOCK_PRICE,
        ),
        (goods(N.LISTED_SHARES, description="3 actions"), COMPANY, B.COMPANY_COST),
        (goods(N.OTHER, description="Cheptel"), COMPANY, B.COMPANY_COST),
        (goods(N.IN_KIND, description="12 chaises"), COMPANY, B.COMPANY_COST),
        (goods(N.SKILLS, description="Comptable, 3 jours"), COMPANY, B.COMPANY_PAYROLL),
        (goods(N.WAIVED_INCOME, description="Loyers 2026"), PERSON, B.NONE),
        (goods(N.WAIVED_EXPENSES), PERSON, B.NONE),
        (
            goods(N.IN_KIND, description="Piano", value_basis=B.PURCHASE_PRICE),
            NOBODY,
            B.PURCHASE_PRICE,
        ),
        (goods(N.OTHER, description="Cheptel", value_basis=B.APPRAISAL), PERSON, B.APPRAISAL),
    ],
)
def test_the_only_basis_there_is_goes_without_saying(new, donor, basis):
    """RF-56 to RF-58: a company states its own figures, which we only copy."""
    checked = checked_donation(new, TODAY, donor)
    assert checked == replace(new, value_basis=basis)


def test_mode_means_nothing_without_money_nor_description_with_it():
    told = goods(N.WAIVED_EXPENSES, credited_on=TODAY)
    checked = checked_donation(replace(told, mode=M.CHEQUE), TODAY, PERSON)
    assert (checked.mode, checked.credited_on) == (M.OTHER, None)
    plain = replace(CASH, description="x", value_basis=B.APPRAISAL)
    assert checked_donation(plain, TODAY, PERSON) == CASH


def test_gift_of_a_platform_that_names_no_mode_may_lack_it():
    modeless = replace(CASH, mode=M.OTHER)
    assert checked_donation(modeless, TODAY, PERSON, may_lack_mode=True) == modeless


def test_bases_offered_are_those_of_the_donor():
    assert value_bases(N.IN_KIND, PERSON) == (B.SALE_PRICE, B.PURCHASE_PRICE, B.APPRAISAL)
    assert value_bases(N.IN_KIND, COMPANY) == (B.COMPANY_COST,)
    assert value_bases(N.SKILLS, PERSON) == ()
    assert B.COMPANY_COST in value_bases(N.IN_KIND, NOBODY)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY + dt.timedelta(1), "donation.in_the_future"),
        (dt.date(2026, 2, 28), "donation.returned_before"),
    ],
)
def test_gift_goes_back_between_its_day_and_today(day, code):
    with pytest.raises(RuleError) as refused:
        checked_return(NewReturn(day, ReturnReason.BOUNCED), dt.date(2026, 3, 1), TODAY)
    assert (refused.value.code, refused.value.field) == (code, "returned_on")
    kept = checked_return(NewReturn(TODAY, ReturnReason.BOUNCED, " impayé "), TODAY, TODAY)
    assert kept.note == "impayé"
    with pytest.raises(RuleError, match=r"donation\.return_of_money"):
        checked_return(kept, TODAY, TODAY, is_money=False)
