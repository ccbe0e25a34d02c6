"""Logos and signatures as people have them."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfReader

from coopdesk.documents.images import readable_image
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.receipts import ReceiptSnapshot


def _encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def test_a_large_image_is_brought_to_the_size_that_print_can_show() -> None:
    content = _encoded(Image.new("RGB", (4000, 1000), "navy"), "PNG")
    assert readable_image(content, "Logo").getSize() == (900, 225)


def test_a_small_image_keeps_its_size() -> None:
    content = _encoded(Image.new("RGBA", (60, 40), (0, 0, 0, 0)), "PNG")
    assert readable_image(content, "Logo").getSize() == (60, 40)


def test_a_photograph_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    content = _encoded(Image.new("RGB", (300, 100), "navy"), "JPEG", exif=exif)
    assert readable_image(content, "Logo").getSize() == (100, 300)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_can_be_printed(
    mode: str, snapshot: Callable[..., ReceiptSnapshot]
) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    content = _encoded(Image.new(mode, (60, 40)), kind)
    name = hashlib.sha256(content).hexdigest()
    said = snapshot(logo_sha256=name, signature_sha256="")
    page = PdfReader(io.BytesIO(ReceiptPrinter({name: content}).draw(said).whole)).pages[0]
    assert len(list(page.images)) == 1


@pytest.mark.parametrize("damage", [b"", b"<svg/>", "cut off"])
def test_an_unreadable_image_is_named(
    damage: bytes | str, snapshot: Callable[..., ReceiptSnapshot]
) -> None:
    whole = _encoded(Image.effect_noise((90, 90), 50), "PNG")
    content = whole[: len(whole) // 2] if isinstance(damage, str) else damage
    name = hashlib.sha256(content).hexdigest()
    said = snapshot(logo_sha256=name, signature_sha256="")
    with pytest.raises(RuleError) as refused:
        ReceiptPrinter({name: content}).draw(said)
    assert refused.value.code == "image.unreadable"
    assert refused.value.values == {"name": "Logo"}
