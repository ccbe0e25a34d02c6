"""What our letters and certificates share: letterhead, place and day, signature, foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.typesetting import (
    MILLIMETRE,
    QUIET,
    Picture,
    bold,
    fit_parts,
    regular,
    wrap,
)
from coopdesk.wording.formats import day_long
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.documents.paper import Sheet
    from coopdesk.domain.association import Association

SIGNATURE_HEIGHT = 92.0

# Below what the largest window shows of a sheet that has slid to the top, above the fold.
DATE_LINE = at.WINDOW_TOP - 38 * MILLIMETRE
BOTTOM = 24 * MILLIMETRE
FOOTER = 10 * MILLIMETRE

_DATE = regular(10, 14)
_NAME = bold(10, 14)
_ROLE = regular(9, 12, QUIET)
_SIGNATURE_IMAGE = 46.0
_CORNER_WIDTH = at.WINDOW_LEFT - at.LEFT - 20


def place_and_day(association: Association, day: dt.date) -> str:
    """Return ``Nantes, le 12 mars 2026``, or the day alone where no town is known."""
    city = association.address.city
    text = day_long(day, "fr")
    return f"{city}, le {text}" if city else f"Le {text}"


def write_letterhead(sheet: Sheet, association: Association) -> None:
    """Put logo, name, address and where to reach us top left, beside the window."""
    y = at.LOGO_TOP
    if association.logo:
        y -= at.LOGO_HEIGHT
        box = (at.LEFT, y, at.LOGO_WIDTH, at.LOGO_HEIGHT)
        picture = Picture(association.logo.sha256, _("Logo"), *box, anchor="nw")
        sheet.block.pictures.append(picture)
        y -= 6
    style, lines = fit_parts([association.name], at.LETTERHEAD_NAMES, _CORNER_WIDTH, 3)
    y = sheet.block.write(at.LEFT, y - 9, style, *lines)
    address = association.address
    parts = (
        address.street,
        address.complement,
        address.town_line,
        association.phone,
        association.email,
        association.website,
        founded_text(association),
    )
    style, lines = fit_parts(parts, at.LETTERHEAD_LINES, _CORNER_WIDTH, 7)
    sheet.block.write(at.LEFT, y, style, *lines)


def founded_text(association: Association) -> str:
    """Return when the association was created, empty where nobody said."""
    year = association.founded_year
    return (
        paper_texts("member_papers", "letterhead")["founded"].format(year=year) if year else ""
    )


def write_date(sheet: Sheet, association: Association, day: dt.date) -> None:
    """Write place and day below the window."""
    text = place_and_day(association, day)
    style, lines = fit_parts([text], (_DATE, regular(9, 12)), at.WINDOW_WIDTH, 2)
    sheet.block.write(at.WINDOW_LEFT, DATE_LINE, style, *lines)


def write_signature(sheet: Sheet, y: float, association: Association) -> None:
    """Write who signs, and draw the signature below; it takes ``SIGNATURE_HEIGHT``."""
    x, width = at.WINDOW_LEFT, at.WINDOW_WIDTH
    for text, style in (
        (association.signatory_name, _NAME),
        (association.signatory_role, _ROLE),
    ):
        y = sheet.block.write(x, y, style, *wrap(text, style, width, 2)) if text else y
    if association.signature:
        box = (x, y - _SIGNATURE_IMAGE + 6, width, _SIGNATURE_IMAGE)
        picture = Picture(association.signature.sha256, _("Signature image"), *box, anchor="nw")
        sheet.block.pictures.append(picture)


def write_footer(sheet: Sheet, association: Association, page: int, pages: int) -> None:
    """Write our official number and the number of the page."""
    number = association.official_number
    text = f"{association.name} — {number}" if number else association.name
    style, lines = fit_parts([text], (at.FOOTER_LINE,), at.WIDTH - 60, 1)
    sheet.block.write(at.LEFT, FOOTER, style, *lines)
    if pages > 1:
        sheet.block.write_right(at.RIGHT, FOOTER, at.FOOTER_LINE, f"page {page}/{pages}")
