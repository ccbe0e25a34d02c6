"""What may be said of partners, agreements, commitments and fees of networks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreements import AgreementState, NewAgreement, NewSignatory, Renewal, Side
from coopdesk.domain.commitments import CommitmentKind, NewCommitment
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.partner_rules import (
    checked_agreement,
    checked_commitment,
    checked_network_fee,
    checked_partner,
    next_due,
    told_apart,
)
from coopdesk.domain.partners import NewNetworkFee, NewPartner

TODAY = dt.date(2026, 11, 22)
AGREEMENT = NewAgreement(1, "Convention", ends_on=dt.date(2027, 1, 1))
OWED = NewCommitment(1, Side.THEIRS, "Prêter la salle", due_on=TODAY)


def days(*texts):
    return [dt.date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": " "}, "agreement.title_missing"),
        ({"starts_on": dt.date(2027, 1, 2)}, "agreement.ends_before_start"),
        ({"ends_on": dt.date(9999, 12, 31)}, "agreement.day_unlikely"),
        ({"renewal": Renewal.TACIT, "ends_on": None}, "agreement.renewal_without_end"),
        ({"renewal": Renewal.TACIT, "renewal_months": 0}, "agreement.months_wrong"),
        ({"notice_months": -1}, "agreement.notice_wrong"),
        ({"notice_days": 4000}, "agreement.notice_wrong"),
        ({"state": AgreementState.SIGNED}, "agreement.signing_day_missing"),
        (
            {"state": AgreementState.SIGNED, "signed_on": dt.date(2026, 11, 23)},
            "agreement.in_the_future",
        ),
        ({"signatories": (NewSignatory(Side.OURS, " "),)}, "signatory.name_missing"),
        ({"terms": "x" * 60_001}, "text.too_long"),
    ],
)
def test_agreement_that_cannot_be_is_refused(more, code):
    with pytest.raises(RuleError) as refused:
        checked_agreement(replace(AGREEMENT, **more), TODAY)
    assert refused.value.code == code


def test_agreement_is_tidied_and_says_only_what_it_is():
    said = replace(
        AGREEMENT,
        title="  Salle  de l’Île ",
        renewal_months=12,
        signed_on=TODAY,
        note=" a\r\nb ",
    )
    found = checked_agreement(said, TODAY)
    assert (found.title, found.note) == ("Salle de l’Île", "a\nb")
    assert (found.renewal_months, found.signed_on) == (None, None)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"text": "\u200b"}, "commitment.text_missing"),
        ({"kind": CommitmentKind.MONEY}, "commitment.amount_missing"),
        ({"amount": Money(0)}, "commitment.amount_wrong"),
        ({"kind": CommitmentKind.HOURS, "minutes": 0}, "commitment.time_wrong"),
        ({"repeat_months": 0}, "commitment.months_wrong"),
        ({"repeat_months": 1, "due_on": None}, "commitment.repeat_without_day"),
        ({"due_on": dt.date(202, 6, 1)}, "agreement.day_unlikely"),
    ],
)
def test_commitment_that_cannot_be_is_refused(more, code):
    with pytest.raises(RuleError) as refused:
        checked_commitment(replace(OWED, **more))
    assert refused.value.code == code


def test_only_hours_promised_have_a_time():
    assert checked_commitment(replace(OWED, minutes=60)).minutes is None
    hours = replace(OWED, kind=CommitmentKind.HOURS, minutes=60)
    assert checked_commitment(hours).minutes == 60


@pytest.mark.parametrize(
    ("earlier", "due", "months", "found"),
    [
        ([], "2024-01-31", 1, "2024-02-29"),
        (["2024-01-31"], "2024-02-29", 1, "2024-03-31"),
        (["2025-02-28", "2025-01-31"], "2025-03-31", 1, "2025-04-30"),
        (["2025-03-31", "2025-02-28", "2025-01-31"], "2025-04-30", 1, "2025-05-31"),
        (["2026-02-28", "2025-02-28", "2024-02-29"], "2027-02-28", 12, "2028-02-29"),
        (["2024-11-30"], "2025-02-28", 3, "2025-05-30"),
        # Somebody moved it: counting starts again there.
        (["2025-01-31"], "2025-02-20", 1, "2025-03-20"),
        (["2025-02-20", "2025-01-31"], "2025-03-20", 1, "2025-04-20"),
    ],
)
def test_what_comes_back_keeps_its_original_day_of_the_month(earlier, due, months, found):
    assert [next_due(days(*earlier), days(due)[0], months)] == days(found)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"year": 26}, "network_fee.year_wrong"),
        ({"amount": Money(-1)}, "network_fee.amount_wrong"),
        ({"label": "x" * 121}, "text.too_long"),
    ],
)
def test_fee_of_a_network_that_cannot_be_is_refused(more, code):
    with pytest.raises(RuleError) as refused:
        checked_network_fee(replace(NewNetworkFee(1, 2026, Money(12_000)), **more))
    assert refused.value.code == code


def test_partnership_does_not_end_before_it_began():
    with pytest.raises(RuleError, match=r"partner\.ends_before_start"):
        checked_partner(NewPartner(1, started_on=TODAY, ended_on=dt.date(2026, 1, 1)))


def test_fees_that_would_be_alike_are_told_apart_by_whose_they_were():
    assert told_apart("", "Réseau A", []) == "Réseau A"
    assert told_apart("Socle", "Réseau A", ["Socle"]) == "Socle (Réseau A)"
    taken = ["Réseau A", "Réseau A 2"]
    assert told_apart("", "Réseau A", taken) == "Réseau A 3"
    assert len(told_apart("x" * 120, "Réseau A", [])) <= 120
