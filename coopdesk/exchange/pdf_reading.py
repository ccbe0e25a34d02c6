"""Read the text of a PDF that came from anywhere, within bounds of size, pages and time.

pypdf is written in Python: a page that would take for ever is left between two of its
operators, which no library in C allows.
"""

from __future__ import annotations

import io
import logging
import time
from typing import TYPE_CHECKING, Any

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdf import PdfReader

MOST_PAGES = 30_000
MOST_CONTENT = 4_000_000  # bytes of operators on one page
MOST_TEXT = 200_000  # characters of one page

_SECONDS = 30.0
_HEAD = 1_024


class Clock:
    """How long reading may still take; ``earn`` gives time for a page that was worth it."""

    def __init__(
        self, seconds: float = _SECONDS, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._until = now() + seconds

    def earn(self, seconds: float) -> None:
        """Allow more time."""
        self._until += seconds

    def check(self, *_operation: object) -> None:
        """Stop reading once the time is over; a visitor of pypdf.

        Raises:
            RuleError: ``pdf.too_slow``.
        """
        if self._now() > self._until:
            raise RuleError("pdf.too_slow")


def page_texts(content: bytes, clock: Clock | None = None) -> Iterator[str]:
    """Yield the text of each page of a PDF.

    Raises:
        RuleError: ``pdf.not_a_pdf``, ``pdf.encrypted``, ``pdf.too_large``, ``pdf.too_slow`` or
            ``pdf.damaged``.
    """
    if b"%PDF-" not in content[:_HEAD]:
        raise RuleError("pdf.not_a_pdf")
    limit = clock or Clock()
    try:
        reader = _reader(content)
        for number in range(_page_count(reader)):
            limit.check()
            yield _text(reader, number, limit)
    except (RuleError, GeneratorExit):
        raise
    except Exception as error:  # a forged file may make a library stumble anywhere
        raise RuleError("pdf.damaged") from error


def _reader(content: bytes) -> PdfReader:
    from pypdf import PdfReader

    # What it thinks of a file is no news for our log: the person is told what we made of it.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise RuleError("pdf.encrypted")
    return reader


def _page_count(reader: PdfReader) -> int:
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise RuleError("pdf.too_large")
    return count


def _text(reader: PdfReader, number: int, clock: Clock) -> str:
    page = reader.pages[number]
    operators = page.get_contents()
    if operators is not None and len(operators.get_data()) > MOST_CONTENT:
        raise RuleError("pdf.too_large")
    visitor: Any = clock.check
    text = page.extract_text(visitor_operand_before=visitor)
    clock.check()  # within a form, pypdf leaves the form and keeps the error to itself
    return text[:MOST_TEXT]
