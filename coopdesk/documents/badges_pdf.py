"""Print badges: ten on a sheet of A4, each with its code to be scanned at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.cards_pdf import (
    CARD_HEIGHT,
    CARD_WIDTH,
    COLUMNS,
    ROWS,
    card_place,
    cut_marks,
)
from coopdesk.documents.event_heads import event_heading, when_line
from coopdesk.documents.fitting import fitted
from coopdesk.documents.paper import Paper, PaperTitle, Sheet, Use, printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.qr_code import QUIET_MODULES, qr_operators
from coopdesk.documents.typesetting import ACCENT, MILLIMETRE, QUIET, bold, regular, width_of
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.documents.cards_pdf import Place
    from coopdesk.domain.event_papers import Badge, EventPaper

PAD = 4 * MILLIMETRE
QR_SIDE = 14 * MILLIMETRE
# A code of eight characters takes 21 modules a side.
_QUIET = QUIET_MODULES * QR_SIDE / 21
_CODE = regular(7, 8)

_EVENTS = (bold(8.5, 10, ACCENT), bold(7.5, 9, ACCENT), bold(6.5, 8, ACCENT))
_EVENT_HEIGHT = 20.0
_DAYS = (regular(7, 8.5, QUIET), regular(6, 7.5, QUIET))
_FIRST_NAMES = (bold(22, 24), bold(18, 20), bold(15, 17), bold(11, 12))
_FIRST_HEIGHT = 25.0
_LAST_NAMES = (bold(14, 16), bold(12, 14), bold(10, 11), bold(8.5, 9.5))
_LAST_HEIGHT = 20.0
_NAME_GAP = 7.0
_STRUCTURES = (regular(9, 11), regular(8, 9.5), regular(7, 8.2))
_ROLES = (bold(9, 11, ACCENT), bold(8, 10, ACCENT), bold(7, 9, ACCENT))


def draw_badges(
    paper: EventPaper,
    badges: Sequence[Badge],
    advance: Callable[[int, int], None] | None = None,
) -> bytes:
    """Return sheets of ten badges (85 x 54 mm); ``advance`` is told how many are done.

    Raises:
        RuleError: ``badge.nothing``.
    """
    if not badges:
        raise RuleError("badge.nothing")
    heading = event_heading(paper.sheet.event)
    title = f"{paper_texts('event_papers', 'badge')['title']} — {heading}"
    drawn = Paper(PaperTitle(title, paper.house.name, paper.made_on))
    marks = drawn.share("marks", cut_marks())
    head = drawn.share("head", _head(paper))
    pages: list[Sheet] = []
    for number, badge in enumerate(badges):
        if advance:
            advance(number, len(badges))
        page, place = divmod(number, COLUMNS * ROWS)
        if page == len(pages):
            pages.append(Sheet(uses=[Use(marks)]))
        at = card_place(place)
        pages[page].uses.append(Use(head, *at))
        _write(pages[page], at, badge)
    return drawn.finished(pages)


def _head(paper: EventPaper) -> Sheet:
    """Draw what every badge shows: the event, and when it is held."""
    sheet, width = Sheet(), CARD_WIDTH - 2 * PAD
    event = paper.sheet.event
    lines = [printable(event_heading(event))]
    style, lines = fitted(lines, _EVENTS, width, _EVENT_HEIGHT)
    y = sheet.block.write(PAD, CARD_HEIGHT - PAD - style.size, style, *lines)
    said = when_line(event.when)
    told = [printable(f"{paper.house.name} · {said}")]
    style, lines = fitted(told, _DAYS, width, _DAYS[-1].leading * 2)
    sheet.block.write(PAD, y + 1, style, *lines)
    return sheet


def _write(sheet: Sheet, at: Place, badge: Badge) -> None:
    width, x = CARD_WIDTH - 2 * PAD, at.x + PAD
    # Whoever has one name only shows it as large as others their first name.
    first, last = badge.first_name or badge.last_name, badge.last_name
    top = at.y + CARD_HEIGHT - PAD - _EVENT_HEIGHT - _DAYS[0].leading - 4
    style, lines = fitted([printable(first)], _FIRST_NAMES, width, _FIRST_HEIGHT)
    y = sheet.block.write(x, top - style.size, style, *lines)
    under = y + style.leading - _NAME_GAP
    if badge.first_name and last:
        style, lines = fitted([printable(last)], _LAST_NAMES, width, _LAST_HEIGHT)
        sheet.block.write(x, under - style.size, style, *lines)
    _write_foot(sheet, at, badge)


def _write_foot(sheet: Sheet, at: Place, badge: Badge) -> None:
    """Write structure and role at the foot, the code beside them."""
    x, right, bottom = at.x + PAD, at.x + CARD_WIDTH - PAD, at.y + PAD
    corner = (right - QR_SIDE, bottom + _CODE.leading)
    sheet.operators.append(qr_operators(badge.code, *corner, QR_SIDE))
    shift = (QR_SIDE - width_of(badge.code, _CODE)) / 2
    sheet.block.write(corner[0] + shift, bottom + 1, _CODE, badge.code)
    width = CARD_WIDTH - 2 * PAD - QR_SIDE - _QUIET
    y = bottom + 1
    if badge.role:
        said = paper_texts("event_papers", "role")[badge.role.value]
        style, lines = fitted([said], _ROLES, width, _ROLES[0].leading)
        sheet.block.write(x, y, style, *lines)
        y += style.leading + 2
    if badge.structure:
        style, lines = fitted([printable(badge.structure)], _STRUCTURES, width, 30)
        sheet.block.write(x, y + (len(lines) - 1) * style.leading, style, *lines)
