"""Print member cards: ten on a sheet of A4, with marks to cut along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.fitting import fitted
from coopdesk.documents.paper import Paper, PaperTitle, Rule, Sheet, Use, printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.qr_code import QUIET_MODULES, qr_operators
from coopdesk.documents.typesetting import (
    ACCENT,
    INK,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    Picture,
    bold,
    fit_parts,
    regular,
    wrap,
)
from coopdesk.domain.errors import RuleError
from coopdesk.wording.formats import HARD_SPACE, day_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.association import Association
    from coopdesk.domain.member_papers import MemberCard

CARD_WIDTH, CARD_HEIGHT = 85 * MILLIMETRE, 54 * MILLIMETRE
COLUMNS, ROWS = 2, 5
LEFT = (PAGE_WIDTH - COLUMNS * CARD_WIDTH) / 2
TOP = PAGE_HEIGHT - (PAGE_HEIGHT - ROWS * CARD_HEIGHT) / 2

QR_SIDE = 16 * MILLIMETRE
PAD = 5 * MILLIMETRE

_PHOTO_WIDTH, _PHOTO_HEIGHT = 18 * MILLIMETRE, 22 * MILLIMETRE
_PHOTO_DOTS = 320
_LOGO_WIDTH, _LOGO_HEIGHT = 22 * MILLIMETRE, 9 * MILLIMETRE
_MARK, _AWAY = 5 * MILLIMETRE, 1 * MILLIMETRE

_HOUSE = (bold(9, 11, ACCENT), bold(8, 9.5, ACCENT), bold(7, 8.4, ACCENT))
_KIND = regular(6.5, 8, QUIET)
_NAME_HEIGHT = 28.0
_NAMES = (bold(12, 14), bold(10.5, 12.5), bold(9, 10.5), bold(8, 9.2))
_TYPES = (regular(8, 10, QUIET), regular(7, 8.4, QUIET))
_NUMBER = bold(8.5, 11)
_DATES = regular(7.5, 10)
_NUMBERS = (_NUMBER, bold(7, 11), bold(6, 11))


class Place(NamedTuple):
    """The bottom left corner of a card on its page, in points."""

    x: float
    y: float


def card_place(number: int) -> Place:
    """Return where a card stands on its sheet; 0 is the first, at the top left."""
    row, column = divmod(number, COLUMNS)
    return Place(LEFT + column * CARD_WIDTH, TOP - (row + 1) * CARD_HEIGHT)


def draw_cards(
    association: Association,
    made_on: dt.date,
    cards: Sequence[MemberCard],
    advance: Callable[[int, int], None] | None = None,
) -> bytes:
    """Return sheets of ten member cards (85 x 54 mm); ``advance`` is told how many are done.

    Raises:
        RuleError: ``card.nothing`` or ``image.unreadable``.
    """
    if not cards:
        raise RuleError("card.nothing")
    texts = paper_texts("member_papers", "card")
    paper = Paper(
        PaperTitle(texts["papers"], association.name, made_on),
        images=[association.logo, *(card.photo for card in cards)],
        dots=_PHOTO_DOTS,
    )
    marks = paper.share("marks", cut_marks())
    # The name of the association has less room beside a photo.
    logo = 0.0
    if association.logo:
        logo = min(_LOGO_WIDTH, _LOGO_HEIGHT * paper.proportion(association.logo))
    house = {
        wide: paper.share(f"house{wide:d}", _house(association, logo, wide=wide))
        for wide in (False, True)
    }
    pages: list[Sheet] = []
    for number, card in enumerate(cards):
        if advance:
            advance(number, len(cards))
        page, place = divmod(number, COLUMNS * ROWS)
        if page == len(pages):
            pages.append(Sheet(uses=[Use(marks)]))
        at = card_place(place)
        pages[page].uses.append(Use(house[card.photo is None], *at))
        _write(pages[page], at, card)
    return paper.finished(pages)


def _house(association: Association, logo: float, *, wide: bool) -> Sheet:
    """Draw what every card shows: the logo, this wide, and the name of the association."""
    sheet, x, top = Sheet(), PAD, CARD_HEIGHT - PAD
    right = CARD_WIDTH - PAD if wide else CARD_WIDTH - PAD - _PHOTO_WIDTH - 6
    if association.logo:
        box = (x, top - _LOGO_HEIGHT, logo, _LOGO_HEIGHT)
        sheet.block.pictures.append(
            Picture(association.logo.sha256, association.logo.name, *box, anchor="w")
        )
        x += logo + 8
    style, lines = fitted([printable(association.name)], _HOUSE, right - x, _LOGO_HEIGHT)
    first = top - (_LOGO_HEIGHT - len(lines) * style.leading) / 2 - style.size
    sheet.block.write(x, first, style, *lines)
    return sheet


def _write(sheet: Sheet, at: Place, card: MemberCard) -> None:
    texts = paper_texts("member_papers", "card")
    x, top, right = at.x + PAD, at.y + CARD_HEIGHT - PAD, at.x + CARD_WIDTH - PAD
    if card.photo:
        corner = (right - _PHOTO_WIDTH, top - _PHOTO_HEIGHT)
        picture = Picture(
            card.photo.sha256, card.name, *corner, _PHOTO_WIDTH, _PHOTO_HEIGHT, "ne"
        )
        sheet.block.pictures.append(picture)
    width = right - QR_SIDE - _quiet() - x
    y = sheet.block.write(
        x, at.y + CARD_HEIGHT - PAD - _LOGO_HEIGHT - 14, _KIND, texts["title"]
    )
    style, lines = fitted([printable(card.name)], _NAMES, width, _NAME_HEIGHT)
    y = sheet.block.write(x, y - style.size + 3, style, *lines)
    kind = " · ".join(part for part in (card.type_name, card.college) if part)
    style, lines = fitted([printable(kind)], _TYPES, width, 2 * _TYPES[0].leading)
    sheet.block.write(x, y - 1, style, *lines)
    _write_foot(sheet, at, card, width)


def _write_foot(sheet: Sheet, at: Place, card: MemberCard, width: float) -> None:
    """Write number and validity at the foot, the code beside them."""
    texts = paper_texts("member_papers", "card")
    x, right = at.x + PAD, at.x + CARD_WIDTH - PAD
    y = at.y + PAD + 1
    period = card.period
    if period.is_for_life:
        dates = texts["since"].format(start=day_text(period.start))
    else:
        start, end = day_text(period.start), day_text(period.end)
        dates = texts["valid"].format(start=start, end=end)
    sheet.block.write(x, y, _DATES, *wrap(dates, _DATES, width, 1))
    if not card.number:
        return
    style, lines = fit_parts([f"n°{HARD_SPACE}{printable(card.number)}"], _NUMBERS, width, 1)
    sheet.block.write(x, y + _DATES.leading + 2, style, *lines)
    corner = (right - QR_SIDE, at.y + PAD)
    sheet.operators.append(qr_operators(card.number, *corner, QR_SIDE))


def _quiet() -> float:
    """Return the white that a scanner needs beside a code of the smallest size."""
    return QUIET_MODULES * QR_SIDE / 21


def cut_marks() -> Sheet:
    """Return the marks along which a sheet of cards is cut."""
    sheet = Sheet()
    bottom, right = TOP - ROWS * CARD_HEIGHT, LEFT + COLUMNS * CARD_WIDTH
    for column in range(COLUMNS + 1):
        x = LEFT + column * CARD_WIDTH
        for start, way in ((TOP, 1), (bottom, -1)):
            sheet.rules.append(
                Rule(x, start + way * _AWAY, x, start + way * (_AWAY + _MARK), 0.4, INK)
            )
    for row in range(ROWS + 1):
        y = TOP - row * CARD_HEIGHT
        for start, way in ((LEFT, -1), (right, 1)):
            sheet.rules.append(
                Rule(start + way * _AWAY, y, start + way * (_AWAY + _MARK), y, 0.4, INK)
            )
    return sheet
