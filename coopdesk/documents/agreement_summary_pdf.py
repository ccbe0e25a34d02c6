"""Print an agreement on one page: its days, renewal and notice, who signs, who owes what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.one_page import PageColumn
from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle, printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.partner_words import (
    cut_name,
    french_day,
    length_text,
    owed_section,
    renewal_text,
    term_text,
)
from coopdesk.documents.table_pages import FOOTER, MARGIN, Table
from coopdesk.documents.typesetting import ACCENT, QUIET, bold, regular, wrap
from coopdesk.domain.agreements import Side
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.agreements import NewAgreement
    from coopdesk.domain.partner_papers import AgreementSummary, PaperAgreement

_HEADING = bold(10.5, 15, ACCENT)
_LABEL = regular(9, 12.5, QUIET)
_VALUE = regular(9.2, 12.5)
_LABEL_WIDTH = 118.0
_MOST_LINES = 4
_BELOW_FACT = 3.0
_BOTTOM = FOOTER + 20
_GAP = 22.0


def draw_agreement_summary(summary: AgreementSummary) -> bytes:
    """Return the page; commitments that it cannot hold are counted."""
    texts, paper = paper_texts("partner_papers", "summary"), summary.paper
    name, house = cut_name(paper.agreement.content.title), summary.house
    day = paper_texts("partner_papers", "sheet")["made_on"]
    says = [f"{texts['title']} · {day.format(day=french_day(summary.made_on))}"]
    table = Table((), PORTRAIT)
    table.begin(house, name, says)
    for part in (_about(paper, texts), _days(paper, texts)):
        _facts(table, part)
    _owed(table, summary, texts)
    foot = paper_texts("partner_papers", "sheet")["foot"]
    said = foot.format(house=house.name, title=texts["title"], name=name)
    title = PaperTitle(f"{texts['title']} — {name}", house.name, summary.made_on)
    return Paper(title, PORTRAIT, [house.logo]).finished(table.number_pages(said))


def _about(paper: PaperAgreement, texts: Mapping[str, str]) -> dict[str, str]:
    content = paper.agreement.content
    return {
        texts["partner"]: paper.agreement.partner_name,
        texts["kind"]: label(content.kind),
        texts["reference"]: content.reference,
        texts["state"]: label(paper.standing),
        texts["purpose"]: content.purpose,
        texts["activity"]: paper.agreement.activity_name,
        texts["signed_on"]: french_day(content.signed_on) if content.signed_on else "",
        texts["signatories"]: "\n".join(
            texts[one.side.value].format(name=", ".join(filter(None, (one.name, one.role))))
            for one in content.signatories
        ),
    }


def _days(paper: PaperAgreement, texts: Mapping[str, str]) -> dict[str, str]:
    agreement, content = paper.agreement, paper.agreement.content
    is_first = paper.term.number == 1
    ended = ""
    if agreement.ended_on is not None:
        name = "ended_reason" if agreement.end_reason else "ended_line"
        day = french_day(agreement.ended_on)
        ended = texts[name].format(day=day, reason=agreement.end_reason)
    return {
        texts["first_term" if is_first else "term"]: term_text(paper.term)
        or texts["unknown_term"],
        texts["renewal"]: renewal_text(content) if content.ends_on else texts["open_term"],
        texts["notice"]: _notice(paper, content, texts),
        texts["ended"]: ended,
    }


def _notice(paper: PaperAgreement, content: NewAgreement, texts: Mapping[str, str]) -> str:
    length = length_text(content.notice_months, content.notice_days)
    if not length:
        return texts["no_notice"]
    if paper.notice_by is None:
        return length
    said = {"length": length, "day": french_day(paper.notice_by)}
    if paper.is_notice_missed and paper.notice_end is not None:
        return texts["notice_later"].format(**said, end=french_day(paper.notice_end))
    return texts["notice_line"].format(**said)


def _facts(table: Table, facts: Mapping[str, str]) -> None:
    """Write what is known, each beside what it is called; long texts are cut visibly."""
    block, room = table.sheets[-1].block, table.right - MARGIN - _LABEL_WIDTH
    for name, said in facts.items():
        if said:
            shown = "\n".join(map(printable, said.split("\n")))
            block.write(MARGIN, table.y, _LABEL, name)
            lines = wrap(shown, _VALUE, room, _MOST_LINES)
            table.y = block.write(MARGIN + _LABEL_WIDTH, table.y, _VALUE, *lines) - _BELOW_FACT
    table.y -= 8


def _owed(table: Table, summary: AgreementSummary, texts: Mapping[str, str]) -> None:
    sheet, top = table.sheets[-1], table.y - 10
    if not summary.commitments:
        sheet.block.write(MARGIN, top, _LABEL, texts["no_commitment"])
        return
    sections = [owed_section(summary.commitments, side, summary.made_on) for side in Side]
    # Where one side alone owes something, it has the page for itself.
    sections = [section for section in sections if section.rows]
    width = (table.right - MARGIN - _GAP * (len(sections) - 1)) / len(sections)
    for place, section in enumerate(sections):
        left = MARGIN + place * (width + _GAP)
        PageColumn(sheet, left, width).fill([section], top, _BOTTOM)
