"""Receipts of an invented association to draw."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import ReceiptScope, ReceiptSnapshot, SnapshotGift

if TYPE_CHECKING:
    from collections.abc import Callable

    SnapshotMaker = Callable[..., ReceiptSnapshot]

_MODES = (PaymentMode.CARD, PaymentMode.CHEQUE, PaymentMode.CASH, PaymentMode.TRANSFER)


def picture(colour: tuple[int, int, int, int]) -> bytes:
    """Return a small PNG with a transparent margin."""
    image = Image.new("RGBA", (240, 90), (0, 0, 0, 0))
    image.paste(colour, (10, 10, 230, 80))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


LOGO = picture((24, 92, 84, 255))
SIGNATURE = picture((15, 25, 110, 255))


@pytest.fixture(scope="session")
def images() -> dict[str, bytes]:
    return {hashlib.sha256(content).hexdigest(): content for content in (LOGO, SIGNATURE)}


@pytest.fixture(scope="session")
def gifts() -> Callable[[int], tuple[SnapshotGift, ...]]:
    """Make any number of gifts over one year."""

    def make(count: int) -> tuple[SnapshotGift, ...]:
        first = dt.date(2026, 1, 5)
        return tuple(
            SnapshotGift(
                first + dt.timedelta(days=number * 350 // count),
                Money(1_050 + 137 * number),
                _MODES[number % len(_MODES)],
            )
            for number in range(count)
        )

    return make


@pytest.fixture(scope="session")
def snapshot(images: dict[str, bytes]) -> SnapshotMaker:
    """Make a receipt for one cheque of 81,20 €, with whatever a test changes."""
    logo, signature = images
    gift = SnapshotGift(dt.date(2026, 3, 12), Money(8_120), PaymentMode.CHEQUE)
    usual = ReceiptSnapshot(
        form="11580",
        form_version="05",
        year=2026,
        number=42,
        scope=ReceiptScope.GIFT,
        issued_on=dt.date(2027, 1, 12),
        association_name="Les Amis de la Rivière",
        association_number="W442000001",
        association_street=("14 bis, quai des Tanneurs",),
        association_postal_code="44000",
        association_city="Nantes",
        association_country="FR",
        association_purpose="Protéger la rivière et ses rives, éduquer à l’environnement.",
        category="oig_association",
        category_detail="",
        decree_on=None,
        published_on=None,
        donor_last_name="Lefèvre",
        donor_first_name="Élodie",
        donor_street=("12, rue des Érables",),
        donor_postal_code="69003",
        donor_city="Lyon",
        donor_country="FR",
        amount=gift.amount,
        words_1990=False,
        gifts=(gift,),
        articles=("200",),
        gift_form=DonationForm.MANUAL_GIFT,
        nature=DonationNature.MONEY,
        signatory_name="Camille Durand",
        signatory_role="Trésorière",
        logo_sha256=logo,
        signature_sha256=signature,
    )

    def make(**changes: Any) -> ReceiptSnapshot:
        if "gifts" in changes:
            changes.setdefault("amount", total(gift.amount for gift in changes["gifts"]))
        return replace(usual, **changes)

    return make


@pytest.fixture(scope="session")
def printer(images: dict[str, bytes]) -> ReceiptPrinter:
    return ReceiptPrinter(images)
