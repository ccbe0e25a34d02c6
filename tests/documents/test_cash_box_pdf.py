"""The state of a cash box holds what came and went, its sums, and room to sign."""

from __future__ import annotations

import datetime as dt

from coopdesk.documents.cash_box_pdf import draw_cash_box
from coopdesk.domain.event_papers import CashBoxState
from coopdesk.domain.event_registrations import CashBox
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    Payment,
    PaymentMode,
    PaymentPart,
)
from tests.documents.event_people import TUESDAY, paper
from tests.documents.member_people import LONG_NAME, pages_of


def payment(number, cents, label, payer="", direction=Direction.IN):
    amount = Money(cents)
    parts = (PaymentPart(LineKind.SALE, amount, label),)
    content = NewPayment(TUESDAY, amount, PaymentMode.CASH, parts, direction, None, label)
    return Payment(number, content, payer)


def box(takings=1_650, counted=None):
    closed_at = None if counted is None else dt.datetime(2016, 3, 8, 21, tzinfo=dt.UTC)
    kept = None if counted is None else Money(counted)
    return CashBox(1, 1, TUESDAY, Money(5_000), Money(takings), kept, closed_at)


PAYMENTS = (
    payment(1, 1_200, "Place", "Nour Benali"),
    payment(2, 550, "Buvette & <b>tartes</b>"),
    payment(3, 100, "Monnaie rendue", direction=Direction.OUT),
)


def drawn(shown, payments=PAYMENTS):
    return pages_of(draw_cash_box(CashBoxState(paper(), shown, payments)))


def test_what_came_and_went_stands_with_its_sums() -> None:
    [page] = drawn(box())
    for text in (
        "La Coop des Rives",
        "Caisse du 8 mars 2016",
        "3e atelier — Coopérer au quartier",
        "1 Place Nour Benali 12,00 €",
        "2 Buvette & <b>tartes</b> 5,50 €",
        "3 Monnaie rendue -1,00 €",
        "Fond de caisse 50,00 €",
        "Encaissé en espèces 16,50 €",
        "Devrait s’y trouver 66,50 €",
        "pas encore comptée",
        "Compté par, signature",
    ):
        assert text in page


def test_difference_is_said_in_words() -> None:
    assert "Compté 64,00 € Il manque 2,50 €" in drawn(box(counted=6_400))[0]
    assert "En trop 0,50 €" in drawn(box(counted=6_700))[0]
    assert "Juste au centime près" in drawn(box(counted=6_650))[0]


def test_box_without_a_payment_has_its_state_as_well() -> None:
    [page] = drawn(box(takings=0, counted=5_000), ())
    assert "Fond de caisse 50,00 €" in page
    assert "Juste au centime près" in page


def test_long_day_takes_several_pages_with_a_header_on_each() -> None:
    many = [
        payment(number, 100, f"Buvette {number:03d}", LONG_NAME) for number in range(1, 121)
    ]
    pages = drawn(box(takings=12_000), tuple(many))
    assert len(pages) > 2
    assert all("Montant" in page for page in pages[:-1])
    whole = " ".join(pages)
    assert [f"Buvette {number:03d}" in whole for number in range(1, 121)] == [True] * 120
    assert "Devrait s’y trouver 170,00 €" in pages[-1]
