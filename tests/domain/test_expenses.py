"""What a sheet of expenses and its files must be (legal_fr RF-54)."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.attachments import NewAttachment, checked_attachment
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import (
    ExpenseKind,
    NewExpenseLine,
    NewExpenseSheet,
    checked_sheet,
)
from coopdesk.domain.money import Money
from coopdesk.wording.errors import error_text

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2026, 3, 12)
PDF = b"%PDF-1.7\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20


def paid(cents=1_250, day=DAY, label="Péage A11"):
    return NewExpenseLine(day, ExpenseKind.TOLL, label, Money(cents))


def trip(vehicle_id=1, km=100):
    kind = ExpenseKind.MILEAGE
    return NewExpenseLine(DAY, kind, "Angers", vehicle_id=vehicle_id, metres=km * 1000)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (paid(cents=0), "expense.amount_not_positive"),
        (paid(cents=-100), "expense.amount_not_positive"),
        (paid(label=" "), "expense.label_missing"),
        (paid(label="x" * 161), "text.too_long"),
        (paid(day=TODAY + dt.timedelta(days=1)), "expense.in_the_future"),
        (paid(day=dt.date(1900, 1, 1)), "expense.too_old"),
        (trip(None), "expense.vehicle_missing"),
        (trip(km=0), "expense.distance_not_positive"),
        (trip(km=500_001), "expense.distance_not_positive"),
    ],
)
def test_rf_54_a_line_is_real_dated_and_above_zero(wrong, code):
    with pytest.raises(RuleError) as refusal:
        checked_sheet(NewExpenseSheet(1, "Réunion", (paid(), wrong)), TODAY)

    assert (refusal.value.code, refusal.value.field) == (code, "line2")
    assert "{" not in error_text(refusal.value)


def test_a_trip_has_no_amount_of_its_own_and_an_expense_no_vehicle():
    odd = NewExpenseLine(DAY, ExpenseKind.MEAL, " Repas ", Money(900), vehicle_id=3, metres=5)
    mixed = NewExpenseLine(DAY, ExpenseKind.MILEAGE, "Angers", Money(900), 3, 5_000)

    meal, ride = checked_sheet(NewExpenseSheet(1, "Réunion", (odd, mixed)), TODAY).lines

    assert (meal.label, meal.vehicle_id, meal.metres) == ("Repas", None, 0)
    assert ride.amount == Money(0)


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("facture.PDF", PDF, "facture.pdf"),
        ("photo.jpeg", JPEG, "photo.jpeg"),
        ("photo.png", JPEG, "photo.jpg"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("C:\\temp\\scan.png", PNG, "scan.png"),
        ('ti<ck>et: "1"?.pdf', PDF, "ti-ck-et- -1.pdf"),
        ("con.pdf", PDF, "document-con.pdf"),
        (" .pdf", PDF, "document.pdf"),
        ("facture\u202efdp.exe", PDF, "facturefdp.exe.pdf"),
    ],
)
def test_a_kept_file_has_a_name_that_every_system_takes(name, content, kept):
    assert checked_attachment(NewAttachment(name, content)).name == kept
