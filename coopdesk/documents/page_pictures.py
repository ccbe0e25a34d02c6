"""Pictures of the pages of PDF files that people attach, drawn by PDFium."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

from coopdesk.domain.errors import RuleError
from coopdesk.domain.page_pictures import MOST_DOTS, MOST_PAGES, PagePicture, fitting_size

if TYPE_CHECKING:
    from collections.abc import Callable

# PDFium is for one thread at a time.
_turn = threading.Lock()
_MOST_SECONDS = 6.0
_WHITE = (255, 255, 255, 255)


def page_picture(
    content: bytes, name: str, page: int, width: int, seconds: float = _MOST_SECONDS
) -> PagePicture:
    """Draw one page, counted from 0, ``width`` dots wide unless that is too many.

    A page before the first or after the last is the first or the last.

    Raises:
        RuleError: ``attachment.damaged``, ``attachment.protected``, or ``attachment.slow`` when
        it takes longer than ``seconds``.
    """
    with _turn:
        try:
            with closing(pypdfium2.PdfDocument(content)) as document:
                return _drawn(document, page, width, time.monotonic() + seconds)
        except pypdfium2.PdfiumError as error:
            is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
            code = "attachment.protected" if is_locked else "attachment.damaged"
            raise RuleError(code, name=name) from error
        except TimeoutError as error:
            raise RuleError("attachment.slow", name=name, page=page + 1) from error


def _drawn(document: Any, page: int, width: int, until: float) -> PagePicture:
    pages = min(len(document), MOST_PAGES)
    if not pages:
        raise pypdfium2.PdfiumError("no page")
    index = max(0, min(page, pages - 1))
    with closing(document[index]) as sheet:
        wide, high = fitting_size(sheet.get_size(), width)
        # Sizes come from a stranger's file: an absurd one must not ask for absurd memory.
        assert wide * high <= MOST_DOTS
        bitmap = pypdfium2.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_BGRx)
        with closing(bitmap):
            bitmap.fill_rect(_WHITE, 0, 0, wide, high)
            _draw(sheet, bitmap, (wide, high), lambda: time.monotonic() > until)
            return PagePicture(wide, high, bytes(bitmap.buffer), index, pages)


def _draw(sheet: Any, bitmap: Any, size: tuple[int, int], is_late: Callable[[], bool]) -> None:
    """Draw a page piece by piece; raises TimeoutError when it takes too long."""

    def wants_pause(_pause: object) -> int:
        return is_late()

    pause = raw.IFSDK_PAUSE(version=1)
    kept = type(pause.NeedToPauseNow)(wants_pause)
    pause.NeedToPauseNow = kept
    flags = raw.FPDF_ANNOT
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, sheet, 0, 0, *size, 0, flags, pause)
    raw.FPDF_RenderPage_Close(sheet)
    if state == raw.FPDF_RENDER_TOBECONTINUED:
        raise TimeoutError
    if state != raw.FPDF_RENDER_DONE:
        raise pypdfium2.PdfiumError("not drawn")
