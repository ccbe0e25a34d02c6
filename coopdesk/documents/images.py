"""Logos and signatures made ready for print: upright, no larger than print can show."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from coopdesk.domain.errors import RuleError

# The widest box on our papers is 62 mm: this is 370 dots per inch there.
_LONGEST_SIDE = 900
_PLAIN_MODES = frozenset({"L", "RGB", "RGBA"})


def readable_image(content: bytes, name: str) -> ImageReader:
    """Return an image for ReportLab.

    Raises:
        RuleError: ``image.unreadable`` with the name of the image.
    """
    try:
        with warnings.catch_warnings():
            # An image of absurd dimensions is refused, not only warned about.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return ImageReader(_prepared(Image.open(io.BytesIO(content))))
    # Pillow raises nearly anything for a damaged file, ReportLab wraps what it raises.
    except Exception as error:
        raise RuleError("image.unreadable", name=name) from error


def _prepared(image: Image.Image) -> io.BytesIO:
    """Return the image as a file: a photograph stays a JPEG, which papers store as it is."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in _PLAIN_MODES:
        upright = upright.convert("RGB" if image.format == "JPEG" else "RGBA")
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    stream = io.BytesIO()
    if image.format == "JPEG":
        upright.save(stream, "JPEG", quality=90)
    else:
        upright.save(stream, "PNG")
    stream.seek(0)
    return stream
