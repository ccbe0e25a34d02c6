"""The first pages of the yearly report: its cover, its contents, the year in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_chapters import title_of, usual_title
from coopdesk.documents.annual_report_model import words
from coopdesk.documents.annual_report_pages import BOTTOM, LEFT, RIGHT, ROOM, TOP, Link
from coopdesk.documents.paper import Rule, printable
from coopdesk.documents.typesetting import (
    ACCENT,
    INK,
    MILLIMETRE,
    PAGE_HEIGHT,
    QUIET,
    Band,
    Picture,
    bold,
    fit_parts,
    regular,
    width_of,
    wrap,
)
from coopdesk.wording.annual_reports import block_line
from coopdesk.wording.formats import day_long
from coopdesk.wording.websites import website_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.documents.annual_report_pages import ReportPages
    from coopdesk.domain.annual_report_content import AnnualReportContent
    from coopdesk.domain.association import Association

_LOGO_WIDTH, _LOGO_HEIGHT = 70 * MILLIMETRE, 34 * MILLIMETRE
_HOUSE = (bold(15, 19), bold(12, 16))
_TITLES = (bold(36, 42, ACCENT), bold(28, 34, ACCENT), bold(20, 26, ACCENT))
_UNDER = regular(14, 20, QUIET)
_IMPRINT = regular(9, 13, QUIET)
_HEAD = bold(22, 27, ACCENT)
_LINE, _NUMBER = regular(11, 20, INK), regular(11, 20, QUIET)
_MINOR = bold(12, 18, ACCENT)
_BLOCK, _SAID = bold(9.5, 13), regular(9.5, 13)
_NAME_ROOM = 92.0


def draw_cover(pages: ReportPages, content: AnnualReportContent) -> None:
    """Draw the first page: logo, name, title; at its foot who we are and the day."""
    pages.turn()
    house, block, y = content.house, pages.sheet.block, TOP
    if house.logo:
        box = (LEFT, y - _LOGO_HEIGHT, _LOGO_WIDTH, _LOGO_HEIGHT)
        block.pictures.append(Picture(house.logo.sha256, house.logo.name, *box, anchor="nw"))
        y -= _LOGO_HEIGHT + 12
    style, lines = fit_parts([printable(house.name)], _HOUSE, ROOM, 2)
    block.write(LEFT, y - style.size, style, *lines)
    style, lines = fit_parts([printable(title_of(content))], _TITLES, ROOM, 4)
    y = PAGE_HEIGHT * 0.56
    block.bands.append(Band(LEFT, y + style.size + 12, 48, 5, ACCENT, 2.5))
    y = block.write(LEFT, y, style, *lines)
    if content.report.title:
        block.write(LEFT, y + 4, _UNDER, usual_title(content))
    said = list(_imprint(house))
    said.append(words("report")["made"].format(day=day_long(content.made_on, "fr")))
    shown = [part for line in said for part in wrap(printable(line), _IMPRINT, ROOM, 2)]
    block.write(LEFT, BOTTOM + _IMPRINT.leading * (len(shown) - 1), _IMPRINT, *shown)


def _imprint(house: Association) -> Iterator[str]:
    """Yield who the association is and how it is reached, as its letters say."""
    texts = words("report")
    place = house.address
    address = ", ".join(
        line for line in (place.street, place.complement, place.town_line) if line
    )
    number = texts["siren"].format(number=house.siren) if house.siren else ""
    if not number and house.rna:
        number = texts["rna"].format(number=house.rna)
    reached = (house.email, house.phone, website_text(house.website), number)
    for line in (address, " · ".join(part for part in reached if part)):
        if line:
            yield line


def fill_contents(pages: ReportPages, content: AnnualReportContent, page: int) -> None:
    """Write the contents on their page, now that the chapters have theirs."""
    texts, sheet = words("report"), pages.sheets[page - 1]
    y = sheet.block.write(LEFT, TOP - _HEAD.size + 10, _HEAD, texts["contents"])
    edge = y + _HEAD.leading - 12
    sheet.block.bands.append(Band(LEFT, edge, 34, 3, ACCENT, 1.5))
    y = edge - 28
    for mark in pages.bookmarks:
        [shown] = wrap(printable(mark.title), _LINE, ROOM - 50, 1)
        sheet.block.write(LEFT, y, _LINE, shown)
        sheet.block.write_right(RIGHT, y, _NUMBER, str(mark.page))
        start, end = LEFT + width_of(shown, _LINE) + 8, RIGHT - 22
        sheet.rules.append(Rule(start, y + 1, end, y + 1, 0.4))
        pages.links.append(Link(page, (LEFT, y - 5, RIGHT, y + 13), mark.key))
        y -= _LINE.leading
    y = sheet.block.write(LEFT, y - 22, _MINOR, texts["short"]) - 2
    for one in content.blocks:
        sheet.block.write(LEFT, y, _BLOCK, words(one.value)["title"])
        said = wrap(block_line(content, one), _SAID, ROOM - _NAME_ROOM)
        y = sheet.block.write(LEFT + _NAME_ROOM, y, _SAID, *said) - 6
