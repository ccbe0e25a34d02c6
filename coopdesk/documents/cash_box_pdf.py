"""Print the cash box of a day: what came and went, what should be in it, what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.event_heads import event_heading
from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle, quiet_rule
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import MARGIN, Column, Table
from coopdesk.documents.typesetting import QUIET, bold, regular
from coopdesk.domain.cash_counts import split_difference
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import Direction
from coopdesk.wording.formats import day_long, french_euros, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.event_papers import CashBoxState
    from coopdesk.domain.event_registrations import CashBox
    from coopdesk.domain.payments import Payment

_LINE = regular(9.5, 14)
_TOTAL = bold(9.5, 14)
_SIGNER = regular(8.5, 11, QUIET)
_FOOT_HEIGHT = 150.0
_LABELS = 190.0


def draw_cash_box(state: CashBoxState) -> bytes:
    """Return the state of a cash box, to be signed by whoever counted."""
    texts, paper, box = paper_texts("event_papers", "cash_box"), state.paper, state.box
    name = texts["title"].format(day=day_long(box.held_on, "fr"))
    heading = event_heading(paper.sheet.event)
    title = PaperTitle(f"{name} — {heading}", paper.house.name, paper.made_on)
    drawn = Paper(title, PORTRAIT, [paper.house.logo])
    table = Table((), PORTRAIT)
    table.begin(paper.house, name, [heading])
    table.columns = [
        Column(texts["number"]),
        Column(texts["what"], least=160),
        Column(texts["of_whom"], least=110),
        Column(texts["amount"], right=True, least=60),
    ]
    table.fill(
        [_row(number, one) for number, one in enumerate(state.payments, start=1)]
        or [["", "", "", ""]]
    )
    table.y -= 10
    table.need(_FOOT_HEIGHT)
    for label, amount, is_total in _sums(box, texts):
        style = _TOTAL if is_total else _LINE
        sheet = table.sheets[-1]
        sheet.block.write(table.figures_right - _LABELS, table.y, style, label)
        sheet.block.write_right(table.figures_right, table.y, style, amount)
        table.y -= style.leading
    _closing(table, texts)
    return drawn.finished(table.number_pages(f"{paper.house.name} — {name}"))


def _row(number: int, payment: Payment) -> list[str]:
    content = payment.content
    is_out = content.direction is Direction.OUT
    amount = ZERO - content.amount if is_out else content.amount
    return [number_text(number), content.label, payment.payer_name, french_euros(amount)]


def _sums(box: CashBox, texts: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """Return what is under the payments: label, amount, and whether it is a total."""
    sums = [
        (texts["opening"], french_euros(box.opening), False),
        (texts["takings"], french_euros(box.takings), False),
        (texts["expected"], french_euros(box.expected), True),
    ]
    if box.counted is None:
        return [*sums, (texts["open"], "", False)]
    sums.append((texts["counted"], french_euros(box.counted), True))
    missing, surplus = split_difference(box.expected, box.counted)
    if missing:
        sums.append((texts["missing"], french_euros(missing), True))
    elif surplus:
        sums.append((texts["surplus"], french_euros(surplus), True))
    else:
        sums.append((texts["right"], "", False))
    return sums


def _closing(table: Table, texts: Mapping[str, str]) -> None:
    """Leave room for who counted."""
    sheet = table.sheets[-1]
    y = table.y - 26
    sheet.block.write(MARGIN, y, _SIGNER, texts["signed"])
    sheet.rules.append(quiet_rule(MARGIN, MARGIN + 220, y - 40))
