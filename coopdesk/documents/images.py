"""Logos, signatures and photos made ready: upright, no larger than can be shown."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

# The widest box on our papers is 62 mm: this is 370 dots per inch there.
_LONGEST_SIDE = 900
_PLAIN_MODES = frozenset({"L", "RGB", "RGBA"})


def readable_image(content: bytes, name: str, dots: int = _LONGEST_SIDE) -> ImageReader:
    """Return an image for ReportLab, its longest side at most ``dots``.

    Raises:
        RuleError: ``image.unreadable`` with the name of the image.
    """
    try:
        return ImageReader(_read(content, dots))
    # Pillow raises nearly anything for a damaged file, ReportLab wraps what it raises.
    except Exception as error:
        raise RuleError("image.unreadable", name=name) from error


def small_image(content: bytes, name: str, dots: int) -> bytes:
    """Return an image file that stands upright, its longest side at most ``dots``.

    Where a photograph was taken, and by what, is left behind.

    Raises:
        RuleError: ``image.unreadable`` with the name of the image.
    """
    try:
        return _read(content, dots).getvalue()
    # As above: Pillow raises nearly anything for a damaged file.
    except Exception as error:
        raise RuleError("image.unreadable", name=name) from error


def _read(content: bytes, dots: int) -> io.BytesIO:
    with warnings.catch_warnings():
        # An image of absurd dimensions is refused, not only warned about.
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return _prepared(Image.open(io.BytesIO(content)), dots)


def _prepared(image: ImageFile, dots: int) -> io.BytesIO:
    """Return the image as a file: a photograph stays a JPEG, which papers store as it is."""
    if dots < _LONGEST_SIDE:
        # A thousand photographs: a JPEG is read at a fraction of its size at once.
        image.draft(None, (dots, dots))
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in _PLAIN_MODES:
        upright = upright.convert("RGB" if image.format == "JPEG" else "RGBA")
    upright.thumbnail((dots, dots))
    stream = io.BytesIO()
    if image.format == "JPEG":
        upright.save(stream, "JPEG", quality=90)
    else:
        upright.save(stream, "PNG")
    stream.seek(0)
    return stream
