"""What the home page proposes to do, from the figures alone."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.checks import Finding
from coopdesk.domain.home import GiftYear, HomeFigures, ReceiptCounts
from coopdesk.domain.money import ZERO
from coopdesk.ui.accounts.views import BOOK
from coopdesk.ui.home.next_steps import next_steps, receipt_year

TODAY = dt.date(2026, 3, 12)
NONE = ReceiptCounts(0, ZERO, 0, 0)
NO_GIFTS = (ZERO,) * 12


def figures(**changes):
    values = {
        "year": 2026,
        "contacts": 12,
        "gifts": GiftYear(2026, NO_GIFTS, 0, 0),
        "gifts_before": GiftYear(2025, NO_GIFTS, 0, 0),
        "receipts": NONE,
        "receipts_before": NONE,
        "to_check": 0,
        "is_empty": False,
        "has_profile": True,
        "association_name": "La Coop des Rives",
        "missing_profile": (),
        "last_backup_at": dt.datetime(2026, 3, 11, 9, tzinfo=dt.UTC),
        "changed_since_backup": True,
        "latest": (),
    }
    return HomeFigures(**values | changes)


def words(**changes):
    return [step.text for step in next_steps(figures(**changes), TODAY)]


def places(**changes):
    return [(step.page, step.target) for step in next_steps(figures(**changes), TODAY)]


def test_nothing_to_do_proposes_nothing():
    assert words() == []


def test_receipts_that_the_file_lacks_come_first():
    lost = Finding("check.receipts_lost", {"numbers": "2026-0004", "path": "ancien"})
    (first, *_others) = next_steps(figures(lost=(lost,), to_check=1), TODAY)
    assert "2026-0004" in first.text
    assert (first.page, first.target) == ("settings", "database")


def test_missing_profile_is_named_and_hides_the_receipts_it_blocks():
    blocked = ReceiptCounts(0, ZERO, 5, 0)
    found = next_steps(figures(missing_profile=("purpose", "street"), receipts=blocked), TODAY)
    assert [step.page for step in found] == ["settings"]
    assert "objet, adresse" in found[0].text
    assert found[0].target == ("profile", "purpose")


def test_payments_to_check_are_counted():
    assert words(to_check=1) == ["1 règlement attend votre décision."]
    assert words(to_check=3) == ["3 règlements attendent votre décision."]
    assert places(to_check=3) == [("imports", "to_check")]


def test_what_waits_for_the_books_is_told_after_what_must_be_decided():
    found = next_steps(figures(to_check=3), TODAY, to_book=2)
    assert [step.page for step in found] == ["imports", "accounts"]
    assert found[1].text.startswith("2 règlements et dons attendent")
    assert found[1].target == ("entries", BOOK)


def test_receipts_of_the_year_before_come_first():
    before, now = ReceiptCounts(7, ZERO, 2, 0), ReceiptCounts(9, ZERO, 0, 0)
    shown = figures(receipts=now, receipts_before=before)
    assert receipt_year(shown) == (2025, before)
    assert words(receipts=now, receipts_before=before) == [
        "7 reçus fiscaux de 2025 peuvent être émis.",
        "2 dons de 2025 sont bloqués\u00a0: il manque quelque chose pour leurs reçus.",
    ]
    assert places(receipts=now, receipts_before=before) == [
        ("receipts", ("year", 2025, "ready")),
        ("receipts", ("year", 2025, "blocked")),
    ]


def test_receipts_of_this_year_follow_once_the_year_before_is_done():
    done, now = ReceiptCounts(0, ZERO, 0, 7), ReceiptCounts(1, ZERO, 0, 0)
    assert words(receipts=now, receipts_before=done) == [
        "1 reçu fiscal de 2026 peut être émis."
    ]


def test_old_or_missing_backup_is_asked_for():
    old = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
    assert words(last_backup_at=None) == ["Cette base n’a jamais été sauvegardée."]
    assert words(last_backup_at=old) == ["La dernière sauvegarde a été faite il y a 11 jours."]
    assert places(last_backup_at=old) == [("settings", "backup")]


def test_backup_is_not_asked_for_while_nothing_changed():
    assert words(last_backup_at=None, changed_since_backup=False) == []


def test_thousands_are_set_apart():
    (issue,) = words(receipts=ReceiptCounts(22_868, ZERO, 0, 0))
    assert "22 868" in issue.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_lines_of_the_bank_lead_to_their_reconciliation():
    (step,) = next_steps(figures(), TODAY, to_reconcile=3)
    assert (step.page, step.target) == ("imports", ("reconcile",))
    assert "3" in step.text
