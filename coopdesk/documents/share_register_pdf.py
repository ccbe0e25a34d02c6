"""Print the register of the movements of cooperative shares (legal_fr GV-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import LANDSCAPE, Paper, PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import Column, Table
from coopdesk.documents.typesetting import bold
from coopdesk.wording.formats import day_long, day_text, french_euros, number_text

if TYPE_CHECKING:
    from coopdesk.domain.member_papers import RegisterLine, ShareRegister
    from coopdesk.domain.money import Money

_TOTAL = bold(9, 13)
_FIGURES = frozenset({"number", "shares", "nominal", "amount", "balance", "capital"})
_COLUMNS = (
    "number", "day", "member", "name", "kind",
    "shares", "nominal", "amount", "balance", "capital",
)  # fmt: skip


def draw_share_register(register: ShareRegister) -> bytes:
    """Return the register as a PDF in landscape, the capital after each movement at its end."""
    texts = paper_texts("member_papers", "share_register")
    association = register.association
    paper = Paper(
        PaperTitle(texts["title"], association.name, register.made_on),
        LANDSCAPE,
        [association.logo],
    )
    table = Table([Column(texts[name], right=name in _FIGURES) for name in _COLUMNS])
    says = [texts["made_on"].format(day=day_long(register.made_on, "fr")), texts["nature"]]
    if register.opening_shares:
        before = texts["opening"].format(
            shares=number_text(register.opening_shares),
            amount=french_euros(register.opening_capital),
        )
        says.append(before)
    table.begin(association, texts["title"], says)
    capital = register.opening_capital
    rows = []
    for movement in register.movements:
        capital += movement.amount
        rows.append(_cells(movement, capital))
    table.fill(rows)
    shares = register.opening_shares + sum(m.shares for m in register.movements)
    table.y -= 8
    table.need(_TOTAL.leading)
    total = texts["total"].format(shares=number_text(shares), amount=french_euros(capital))
    table.write(total, style=_TOTAL)
    return paper.finished(table.number_pages(f"{association.name} — {texts['title']}"))


def _cells(movement: RegisterLine, capital: Money) -> tuple[str, ...]:
    sign = "+" if movement.shares > 0 else ""
    return (
        number_text(movement.number),
        day_text(movement.moved_on),
        movement.member_number,
        movement.name,
        movement.kind,
        f"{sign}{number_text(movement.shares)}",
        french_euros(movement.nominal),
        french_euros(movement.amount),
        number_text(movement.balance),
        french_euros(capital),
    )
