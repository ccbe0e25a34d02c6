"""Every reason for a proposal has a sentence, with the values that it names."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_matching import MatchKind, Proposal, Reason, ReasonCode
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.storage.match_store import decoded, encoded
from coopdesk.wording.reconciliation import reason_text, reasons_text

VALUES = {
    "amount": Money(123456),
    "count": 3,
    "days": 2,
    "name": "Maëlle Zéphyr",
    "reference": "F2026-014",
    "number": "0001234",
    "words": "prlv free",
    "mode": PaymentMode.CHEQUE,
    "lot": "PO-1",
    "first": dt.date(2026, 3, 1),
    "last": dt.date(2026, 3, 9),
    "account": "5112",
    "nature": LineNature.DEPOSIT,
}


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_is_said_and_comes_back_as_it_was_kept(code):
    reason = Reason(code, VALUES)
    text = reason_text(reason)
    assert text
    assert "{" not in text
    assert decoded(encoded([reason])) == (reason,)


def test_reasons_are_counted_and_told_in_one_line():
    day = Reason(ReasonCode.DAYS_APART, {"days": 1})
    before = Reason(ReasonCode.DAYS_APART, {"days": -2})
    told = Proposal(1, MatchKind.EXACT, 80, (day, before))
    assert reasons_text(told) == "1 jour plus tard · 2 jours avant"
