"""What the papers of the books say at their heads, and how they write amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.book_pages import BookHead
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.wording.formats import day_long, day_text, french_figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.book_papers import BookLine, BookPaper
    from coopdesk.domain.money import Money


def book_head(paper: BookPaper, title: str) -> BookHead:
    """Return the head of a book: which year, which entries are in it, when it was made."""
    texts, year = paper_texts("books", "head"), paper.year
    days = {"start": day_long(year.starts_on, "fr"), "end": day_long(year.ends_on, "fr")}
    says = [texts["year"].format(label=year.label, **days), *paper.only]
    if paper.until is not None:
        says.append(texts["until"].format(day=day_long(paper.until, "fr")))
    says.append(texts["made_on"].format(day=day_long(paper.made_on, "fr")))
    if not year.is_open:
        says[-1] = f"{says[-1]} — {texts['closed']}"
    else:
        says.append(texts["drafts" if paper.with_drafts else "validated"])
    foot = f"{paper.house.name} — {title} {year.label}"
    return BookHead(title, says, paper.made_on, foot, paper_texts("books", "pages"))


def figures(amount: Money) -> str:
    """Return ``1 234,56``, and nothing for zero: columns of figures stay light."""
    return french_figures(amount) if amount else ""


def with_side(amount: Money) -> str:
    """Return a balance with its side: ``1 234,56 D``, ``1 234,56 C``, ``0,00``."""
    if not amount:
        return french_figures(amount)
    side = "D" if amount.cents > 0 else "C"
    return f"{french_figures(amount if side == 'D' else -amount)}\u00a0{side}"


def voucher(line: BookLine, texts: Mapping[str, str]) -> str:
    """Return what the voucher is called, with its real date where that is another day."""
    if line.voucher_on == line.entry_on:
        return line.voucher_ref
    day = day_text(line.voucher_on)
    if not line.voucher_ref:
        return texts["voucher_only_day"].format(day=day)
    return texts["voucher_day"].format(ref=line.voucher_ref, day=day)
