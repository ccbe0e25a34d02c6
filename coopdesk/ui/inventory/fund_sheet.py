"""What the record of a dedicated fund reads: its year, what happened to it, its entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.dedicated_funds import MovementKind, signed
from coopdesk.domain.entries import EntrySource
from coopdesk.ui.columns import Tone
from coopdesk.ui.inventory.links import (
    ACTIVITY_LINK,
    CONTACT_LINK,
    ENTRY_LINK,
    FUND_LINK,
    GRANT_LINK,
    entry_parts,
    linked,
)
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.dedicated_funds import Fund, FundLine, FundMovement, FundProposal
    from coopdesk.domain.entries import EntryRow
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said


@dataclass(frozen=True, slots=True)
class FundSheet:
    """A fund with the year that is shown, its movements and its entries."""

    fund: Fund
    year: FiscalYear | None
    line: FundLine | None
    proposal: FundProposal | None
    movements: tuple[FundMovement, ...]
    names: dict[int, str]
    grant: str
    entries: tuple[EntryRow, ...]


def read_fund(services: Services, fund_id: int, year: FiscalYear | None) -> FundSheet:
    """Read everything about a fund; runs on the worker, raises NotFoundError."""
    service = services.dedicated_funds
    fund = service.get(fund_id)
    table = service.table(year.id) if year is not None else ()
    proposals = service.proposals(year.id) if year is not None else ()
    grant_id = fund.content.grant_award_id
    return FundSheet(
        fund,
        year,
        next((x for x in table if x.fund.id == fund_id), None),
        next((x for x in proposals if x.fund.id == fund_id), None),
        tuple(service.movements(fund_id)),
        {x.id: x.content.name for x in service.all()},
        "" if grant_id is None else services.grants.get(grant_id).content.title,
        tuple(services.inventory.entries_of(EntrySource(dedicated_fund_id=fund_id))),
    )


def fund_parts(sheet: FundSheet) -> list[Part]:
    """Return the parts of a fund's record."""
    fund, content = sheet.fund, sheet.fund.content
    state = Words(_("Under way"), Tone.GOOD)
    if fund.closed_on is not None:
        text = _("Closed on {day}").format(day=day_long(fund.closed_on))
        state = Words(text, Tone.NEUTRAL)
    rows: list[tuple[str, Said]] = [
        (_("Given by"), linked(CONTACT_LINK, content.funder_id, fund.funder_name)),
        (_("Received"), f"{money_text(content.amount)}, {day_long(content.received_on)}"),
        (_("Grant"), linked(GRANT_LINK, content.grant_award_id, sheet.grant)),
        (_("Spent on"), linked(ACTIVITY_LINK, content.activity_id, fund.activity_name)),
        (_("Accounts"), " · ".join(fund.accounts)),
        (_("Note"), content.note),
    ]
    return [
        Title(content.name, (state, label(content.kind))),
        Facts(tuple((name, said) for name, said in rows if said)),
        *_year(sheet),
        *_proposal(sheet),
        *_movements(sheet),
        *entry_parts(sheet.entries),
    ]


def _year(sheet: FundSheet) -> list[Part]:
    line, year = sheet.line, sheet.year
    if year is None:
        return []
    title = _("Fiscal year {label}").format(label=year.label)
    if line is None:
        text = _("Nothing was put aside or used in this year.")
        return [Heading(title), Paragraph((text,), is_muted=True)]
    rows: list[tuple[Said, str, tuple[Said, ...]]] = [
        (_("At the beginning"), money_text(line.opening), ()),
        (_("Put aside"), money_text(line.reports), ()),
        (_("Used"), money_text(-line.uses), ()),
    ]
    if line.transfers:
        rows.append((_("Passed on"), money_text(line.transfers), ()))
    return [Heading(title, money_text(line.closing)), Lines(tuple(rows))]


def _proposal(sheet: FundSheet) -> list[Part]:
    one, year, line = sheet.proposal, sheet.year, sheet.line
    if one is None or year is None or not year.is_open:
        return []
    is_booked = line is not None and (line.uses, line.reports) == (one.use, one.report)
    if is_booked or not (one.use or one.report):
        return []
    text = _(
        "The year-end proposes: used {use}, put aside {report} (received {received}, spent "
        "{spent})."
    )
    said = text.format(
        use=money_text(one.use),
        report=money_text(one.report),
        received=money_text(one.received),
        spent=money_text(one.spent),
    )
    return [Paragraph((Words(_("To look at"), Tone.ATTENTION), said))]


def _movements(sheet: FundSheet) -> list[Part]:
    if not sheet.movements:
        return []
    rows = tuple(_movement(sheet, one) for one in sheet.movements)
    return [Heading(_("What happened to it")), Lines(rows)]


def _movement(sheet: FundSheet, one: FundMovement) -> tuple[Said, str, tuple[Said, ...]]:
    content, fund_id = one.content, sheet.fund.id
    name = linked(ENTRY_LINK, one.entry_id, label(content.kind))
    below: list[Said] = [day_long(content.moved_on)]
    if content.kind is MovementKind.TRANSFER:
        other = content.other_fund_id if content.fund_id == fund_id else content.fund_id
        below.append(linked(FUND_LINK, other, sheet.names.get(other or 0, "")))
    below.append(content.note)
    return name, money_text(signed(content, fund_id)), tuple(x for x in below if x)
