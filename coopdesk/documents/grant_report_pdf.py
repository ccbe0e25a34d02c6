"""Print the report on a grant as Cerfa 15059 asks for it, from the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.flowing_pages import STRONG
from coopdesk.documents.grant_pages import GrantPages
from coopdesk.documents.grant_rows import label_of
from coopdesk.documents.grant_words import (
    days_text,
    identity,
    says,
    share_text,
    table_notes,
)
from coopdesk.documents.paper import PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.formats import day_long, french_euros, money_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopdesk.domain.grant_papers import ReportPaper
    from coopdesk.domain.grant_tables import GrantTables, TableLine

_TOLD = ("carried_out", "beneficiaries", "places", "outcomes")
# How many of the lines that differ most are named, and from which gap on.
_MOST_NAMED, _LEAST_GAP = 5, Money(10_000)


def draw_grant_report(paper: ReportPaper) -> bytes:
    """Return the report as a PDF; what nobody wrote is left to the pen."""
    texts = {**paper_texts("grant_papers", "shared"), **paper_texts("grant_papers", "report")}
    grant, content = paper.grant, paper.grant.request.content
    title = PaperTitle(f"{texts['title']} — {content.title}", grant.house.name, grant.made_on)
    told = [*says(grant, texts), texts["law"]]
    pages = GrantPages(grant.house, title, texts["title"], told)
    pages.paragraph(_due(paper, texts), STRONG)
    pages.heading(texts["identification"])
    _identification(pages, paper, texts)
    pages.heading(texts["part_1"])
    _told(pages, paper, texts)
    _table(pages, paper, texts)
    pages.heading(texts["part_3"])
    _annex(pages, paper, texts)
    _certification(pages, paper, texts)
    return pages.finished(f"{grant.house.name} — {content.title}")


def _due(paper: ReportPaper, texts: Mapping[str, str]) -> str:
    sent, days = paper.grant.request.report_sent_on, paper.state.report
    if sent is not None:
        return texts["sent"].format(day=day_long(sent, "fr"))
    if days is None:
        return ""
    if days.own_on is None:
        return texts["due"].format(day=day_long(days.due_on, "fr"))
    return texts["due_both"].format(
        day=day_long(days.due_on, "fr"),
        legal=day_long(days.legal_on, "fr"),
        own=day_long(days.own_on, "fr"),
    )


def _identification(pages: GrantPages, paper: ReportPaper, texts: Mapping[str, str]) -> None:
    request, tables = paper.grant.request, paper.tables
    content = request.content
    identity(pages, paper.grant, texts)
    pages.field(texts["funder"], request.funder_name)
    pages.field(texts["service"], content.funder_service)
    project = paper.grant.project
    name = project.content.title if project is not None else content.title
    pages.field(texts["action"], name)
    pages.field(texts["reference"], content.reference or request.agreement_title)
    pages.field(texts["granted"], _granted(paper, texts))
    pages.field(texts["paid"], money_short(paper.state.paid) if request.award else "")
    known = project.content if project is not None and not content.starts_on else content
    pages.field(texts["period"], days_text(known.starts_on, known.ends_on, texts))
    pages.field(texts["books"], days_text(tables.starts_on, tables.ends_on, texts))


def _granted(paper: ReportPaper, texts: Mapping[str, str]) -> str:
    award = paper.grant.request.award
    if award is None:
        return ""
    day = texts["granted_on"].format(day=day_long(award.content.notified_on, "fr"))
    return f"{money_short(award.content.amount)}, {day}"


def _told(pages: GrantPages, paper: ReportPaper, texts: Mapping[str, str]) -> None:
    report = paper.grant.request.report
    for name in _TOLD:
        pages.text_or_lines(texts[name], getattr(report, name))
    project = paper.grant.project
    if project is not None and project.content.indicators:
        pages.note(texts["indicators"].format(text=project.content.indicators))


def _table(pages: GrantPages, paper: ReportPaper, texts: Mapping[str, str]) -> None:
    tables = paper.tables
    pages.budget(texts["part_2"], tables, texts, with_actual=True)
    granted, income = paper.state.granted, tables.actual(LayoutSide.INCOME)
    if granted and income > ZERO:
        # As the form counts it: what was granted ÷ all income.
        hundredths = (2 * granted.cents * 10_000 + income.cents) // (2 * income.cents)
        said = {"amount": money_short(granted), "percent": share_text(hundredths)}
        pages.paragraph(texts["share"].format(**said), STRONG)
    pages.paragraph(texts["result"].format(amount=french_euros(tables.actual_gap)))
    if tables.drafts:
        pages.note(texts["drafts"].format(**_drafts(tables)))
    if tables.unsorted:
        pages.note(texts["unsorted"].format(amount=french_euros(tables.unsorted)))
    if tables.outside and tables.days is not None:
        said = {"days": days_text(*tables.days, texts), "amount": french_euros(tables.outside)}
        pages.note(texts["outside"].format(**said))
    if tables.has_indirect:
        pages.note(texts["indirect"])
    for note in table_notes(tables, texts):
        pages.note(note)


def _drafts(tables: GrantTables) -> dict[str, str]:
    """Return what is still in drafts, by side."""
    return {
        side.value: french_euros(
            total(line.drafts for group in tables.counted(side) for line in group.lines)
        )
        for side in LayoutSide
    }


def abs_of(amount: Money) -> Money:
    """Return an amount without its sign."""
    return amount if amount > ZERO else -amount


def _annex(pages: GrantPages, paper: ReportPaper, texts: Mapping[str, str]) -> None:
    report, project = paper.grant.request.report, paper.grant.project
    rule = report.allocation_rule
    if not rule and project is not None:
        rule = project.content.allocation_rule
    pages.text_or_lines(texts["allocation"], rule, 2)
    pages.text_or_lines(texts["variances"], report.variances)
    widest = "; ".join(_widest(paper, texts))
    if widest:
        pages.note(texts["widest"].format(lines=widest.replace("; ", " ; ")))
    pages.text_or_lines(texts["volunteering"], report.volunteering)
    given = " ; ".join(_in_kind(paper, texts))
    if given:
        pages.note(texts["in_kind"].format(lines=given))
    pages.text_or_lines(texts["observations"], report.observations)


def _widest(paper: ReportPaper, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines whose books differ most from the plan, with by how much."""
    known = [
        (line, line.actual - line.planned)
        for line in paper.tables.lines
        if line.layout.section is LayoutSection.DIRECT
    ]
    far = [x for x in known if abs_of(x[1]) >= _LEAST_GAP]
    for line, gap in sorted(far, key=_distance)[:_MOST_NAMED]:
        sign = "+" if gap > ZERO else ""
        yield texts["widest_line"].format(
            label=label_of(line), gap=f"{sign}{french_euros(gap)}"
        )


def _distance(one: tuple[TableLine, Money]) -> tuple[int, str]:
    return -abs(one[1].cents), one[0].layout.code


def _in_kind(paper: ReportPaper, texts: Mapping[str, str]) -> Iterator[str]:
    for line in paper.tables.in_kind(LayoutSide.INCOME).lines:
        if line.actual:
            amount = french_euros(line.actual)
            yield texts["in_kind_line"].format(label=line.layout.label, amount=amount)


def _certification(pages: GrantPages, paper: ReportPaper, texts: Mapping[str, str]) -> None:
    report, profile = paper.grant.request.report, paper.grant.profile
    name = report.signatory_name or profile.representative
    role = report.signatory_role or (profile.representative_role if name else "")
    signatory = texts["signatory"].format(name=name, role=role) if name and role else name
    pages.heading(texts["certification"])
    sentence = texts["certify" if signatory else "certify_unknown"]
    pages.paragraph(sentence.format(name=signatory, house=paper.grant.house.name))
    day = day_long(report.signed_on, "fr") if report.signed_on else ""
    pages.signature(texts, report.signed_at, day)
