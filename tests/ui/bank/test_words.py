"""What stands for an entry or a payment beside a line of a statement."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_matching import Target, TargetKind
from coopdesk.domain.money import Money
from coopdesk.ui.bank.words import target_said


@pytest.mark.parametrize(
    ("label", "name", "said"),
    [
        ("", "Aline Morel", "10/09/2026 · Aline Morel"),
        ("Don", "Aline Morel", "10/09/2026 · Don — Aline Morel"),
        ("Don d’Aline Morel", "Aline Morel", "10/09/2026 · Don d’Aline Morel"),
        ("Timbres", "", "10/09/2026 · Timbres"),
    ],
)
def test_target_is_called_by_its_label_and_by_whose_it_is(label, name, said):
    day = dt.date(2026, 9, 10)
    target = Target(TargetKind.PAYMENT, 1, Money(2_000), day, label, contact_name=name)
    assert target_said(target) == said
