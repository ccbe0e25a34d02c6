"""Draft the attestations of a request for a grant, and name what is to be joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.flowing_pages import STRONG
from coopdesk.wording.formats import iban_text, money_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.documents.grant_pages import GrantPages
    from coopdesk.domain.grant_papers import ApplicationPaper

_DECLARED = ("declare_power", "declare_duties", "declare_charter", "declare_true")
_JOINED = (
    "joined_iban",
    "joined_statutes",
    "joined_board",
    "joined_accounts",
    "joined_auditor",
    "joined_power",
)


def write_attestation(
    pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]
) -> None:
    """Write what whoever signs declares; nothing is ticked that the program cannot know."""
    pages.heading(texts["part_7"])
    pages.note(texts["draft"])
    pages.paragraph(texts["declare"].format(house=paper.grant.house.name))
    for name in _DECLARED:
        pages.ticked(texts[name])
    _aid(pages, paper, texts)
    pages.ticked(_asked(paper, texts))
    pages.ticked(texts["declare_account"])
    iban = paper.grant.house.iban
    pages.field(texts["iban"], iban_text(iban) if iban else "")
    pages.signature(texts, "", "")
    pages.heading(texts["part_8"])
    for name in _JOINED:
        pages.ticked(texts[name])


def _aid(pages: GrantPages, paper: ApplicationPaper, texts: Mapping[str, str]) -> None:
    """Tick the box of public aid where our books hold the three years."""
    aid = paper.aid
    limit = money_short(aid.limit.money)
    pages.ticked(texts["declare_aid"])
    pages.boxes(
        "",
        [
            (texts["aid_below"].format(limit=limit), aid.is_whole and not aid.is_above),
            (texts["aid_above"].format(limit=limit), aid.is_above),
        ],
    )
    years = ", ".join(year.label for year in aid.years)
    told = [texts["aid_books"].format(amount=money_short(aid.amount), years=years)]
    if not aid.is_whole and not aid.is_above:
        told.append(texts["aid_not_whole"])
    if not aid.is_sure:
        told.append(texts["aid_not_sure"])
    pages.paragraph(" ".join(told), STRONG)


def _asked(paper: ApplicationPaper, texts: Mapping[str, str]) -> str:
    asked, content = paper.tables.asked, paper.grant.request.content
    first = content.starts_on
    if first is None and paper.grant.project is not None:
        first = paper.grant.project.content.starts_on
    amount = texts["unknown_amount"] if asked is None else money_short(asked)
    year = texts["unknown_year"] if first is None else first.year
    return texts["declare_asked"].format(amount=amount, year=year)
