"""How sheets of our workbooks are printed: on A4, with the owner and the page number below."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from openpyxl.worksheet.properties import PageSetupProperties

from coopdesk.documents.workbook_rows import cell_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# Characters across an A4 page, at the size that is still read with ease.
_READABLE_WIDTH = 220


def set_up_print(sheet: Worksheet, owner: str, width: float, *, landscape: bool) -> None:
    """Print on A4, as wide as the page, with the owner and the page number below.

    What would be too small to read goes over several pages side by side.
    """
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = max(1, ceil(width / _READABLE_WIDTH))
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for margin in ("left", "right"):
        setattr(sheet.page_margins, margin, 0.5)
    sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.35
    footer = sheet.HeaderFooter.oddFooter
    assert footer is not None
    # "&" starts a code in footers.
    footer.left.text = cell_text(owner)[:80].replace("&", "&&")
    footer.right.text = _("Page {page}/{pages}").format(page="&P", pages="&N")
