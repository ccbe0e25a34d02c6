"""Receipts of both forms to draw, and how to read them back."""

from __future__ import annotations

import datetime as dt
import io
import itertools
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdf import PdfReader

from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import ReceiptScope, SnapshotGift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PIL.Image import Image

    from coopdesk.domain.receipts import ReceiptSnapshot

    SnapshotMaker = Callable[..., ReceiptSnapshot]

MONEY = DonationNature.MONEY
DIGEST = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"

COMPANY = {
    "form": "16216",
    "form_version": "03",
    "scope": ReceiptScope.PERIOD,
    "donor_last_name": "Brasserie du Canal",
    "donor_first_name": "",
    "donor_legal_form": "SARL",
    "donor_siren": "732829320",
    "articles": ("238 bis",),
    "gift_form": DonationForm.OTHER,
}


def gift(
    cents: int = 8_120,
    nature: DonationNature = MONEY,
    mode: PaymentMode = PaymentMode.CHEQUE,
    day: dt.date = dt.date(2026, 3, 12),
    description: str = "",
) -> SnapshotGift:
    return SnapshotGift(
        day, Money(cents), mode if nature is MONEY else PaymentMode.OTHER, nature, description
    )


def for_company(make: SnapshotMaker, **changes: Any) -> ReceiptSnapshot:
    """Make a receipt for a company, with whatever a test changes."""
    return make(**{**COMPANY, **changes})


def read(content: bytes) -> list[str]:
    """Return the text of each page, all spaces made plain."""
    pages = PdfReader(io.BytesIO(content), strict=True).pages
    return [plain(page.extract_text()) for page in pages]


def read_fast(content: bytes) -> list[str]:
    """Return the text of each page as another library reads it, many at a time."""
    file = pypdfium2.PdfDocument(content)
    return [plain(page.get_textpage().get_text_range()) for page in file]


def plain(text: str) -> str:
    return " ".join(text.split())


def picture_of(content: bytes, page: int = 0, scale: float = 1.0) -> Image:
    return pypdfium2.PdfDocument(content)[page].render(scale=scale, grayscale=True).to_pil()


def assert_in_order(page: str, texts: Iterable[str]) -> None:
    """Look for texts one after the other."""
    position = 0
    for text in texts:
        found = page.find(text, position)
        assert found >= 0, (text, page[position : position + 300])
        position = found + len(text)


def boxes(choices: Sequence[str], ticked: Iterable[str]) -> str:
    """Return boxes side by side, as a form prints them."""
    wanted = set(ticked)
    return " ".join(f"{'☒' if choice in wanted else '☐'} {choice}" for choice in choices)


def cents_in(figures: str) -> int:
    """Return the cents of an amount in French figures."""
    return int("".join(char for char in figures if char.isdigit()))


_SMALL = """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
quinze seize"""
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_NUMBERS = {word: value for value, word in enumerate(_SMALL.split())} | _TENS
_GROUPS = {"mille": 1_000, "million": 1_000_000, "milliard": 1_000_000_000}


def cents_said(words: str) -> int:
    """Read an amount in French words, by other rules than those that wrote it."""
    euros, _, cents = words.partition("euro") if "euro" in words else ("", "", words)
    return 100 * _value(euros) + _value(cents)


def _value(words: str) -> int:
    whole = group = 0
    known = words.replace("-", " ").replace("'", " ").split()
    for word, following in itertools.zip_longest(known, known[1:]):
        single = word.removesuffix("s") if word.removesuffix("s") in {"vingt", "cent"} else word
        multiple = word.rstrip("s") if word.rstrip("s") in _GROUPS else ""
        if single == "vingt" and group % 100 == 4:  # quatre-vingts
            group += 76
        elif single == "cent":
            group = max(group, 1) * 100
        elif multiple == "mille":
            # Deux mille milliards: what follows multiplies the thousands too.
            group = max(group, 1) * 1_000
            if following not in {"millions", "milliards"}:
                whole, group = whole + group, 0
        elif multiple:
            whole, group = whole + group * _GROUPS[multiple], 0
        else:
            group += _NUMBERS.get(single, 0)
    return whole + group
