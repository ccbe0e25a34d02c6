"""Who pays what of a project as a table: its costs by line, a column for each funder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import WHOLE
from coopdesk.domain.money import ZERO
from coopdesk.ui.grants.sheet_dialog import SheetKind
from coopdesk.ui.grants.table_rows import entry_row
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.wording.formats import money_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from coopdesk.domain.grant_sharing import (
        CostLine,
        Funder,
        FunderShare,
        ProjectShares,
        ProjectSharing,
    )
    from coopdesk.domain.grant_tables import GrantBookLine, GrantTables
    from coopdesk.domain.money import Money
    from coopdesk.services.registry import Services
    from coopdesk.ui.reports.figure_sheet import Cell

# Longer names would leave no room for a third funder.
_NAME_LENGTH = 18
_WIDTH = 1180


@dataclass(frozen=True, slots=True)
class SharingRead:
    """A project shared among its funders, and the entries behind its costs."""

    sharing: ProjectSharing
    tables: GrantTables


def read_sharing(services: Services, project_id: int) -> SharingRead:
    """Read who pays what; runs on the worker, raises NotFoundError."""
    reports = services.grant_reports
    return SharingRead(reports.sharing(project_id), reports.project_tables(project_id))


def sharing_sheet() -> SheetKind[SharingRead]:
    """Return how the sharing is shown, entries beneath the lines of real costs."""
    return SheetKind(
        _("Who pays what"),
        _("Costs and funders of the project"),
        sharing_columns,
        sharing_rows,
        lambda read: read.sharing.title,
        _remarks,
        _WIDTH,
    )


def sharing_columns(read: SharingRead) -> list[SheetColumn]:
    """Return the lines, their cost, every funder, and what is left to ourselves."""
    return [
        SheetColumn(_("Line of the budget"), stretch=True),
        SheetColumn(_("What it cost")),
        *_funder_columns([one.funder for one in read.sharing.planned.funders]),
        SheetColumn(_("Left to us"), _("What no funder pays: our own money, or other income")),
    ]


def sharing_rows(read: SharingRead, opened: Collection[str]) -> list[SheetRow]:
    """Return the real costs of those who granted, then the planned ones of all."""
    sharing = read.sharing
    rows: list[SheetRow] = []
    if sharing.actual.funders:
        rows += _part(read, sharing.actual, opened, is_real=True)
    if len(sharing.planned.funders) > len(sharing.actual.funders) or not rows:
        rows += _part(read, sharing.planned, opened, is_real=False)
    return rows


def _funder_columns(funders: Sequence[Funder]) -> Iterator[SheetColumn]:
    """Yield a column for each funder; what one funder gives twice is called by its title."""
    names = Counter(one.name for one in funders)
    for one in funders:
        name = one.name if one.name and names[one.name] == 1 else one.title
        short = f"{name[: _NAME_LENGTH - 1].rstrip()}…" if len(name) > _NAME_LENGTH else name
        yield SheetColumn(short, " · ".join(part for part in (one.name, one.title) if part))


def _part(
    read: SharingRead, shares: ProjectShares, opened: Collection[str], *, is_real: bool
) -> Iterator[SheetRow]:
    key = "real" if is_real else "plan"
    order = [one.funder.request_id for one in read.sharing.planned.funders]
    by_id = {one.funder.request_id: one for one in shares.funders}
    funders = [by_id.get(one) for one in order]
    title = _("Costs so far") if is_real else _("Planned costs")
    yield SheetRow(f"{key}:title", (title, *(None,) * (len(order) + 2)), RowStyle.TITLE)
    known = {line.layout.code: line for line in read.tables.lines}
    for cost in shares.costs:
        name = read.sharing.labels.get(cost.line, cost.line)
        line = known.get(cost.line) if is_real else None
        entries = [] if line is None else [x for x in line.lines if read.sharing.counts(x)]
        yield from _cost(f"{key}:{cost.line}", name, cost, funders, entries, opened)
    whole = [None if one is None else one.share for one in funders]
    ours = shares.cost - shares.shared
    cells = (_("Shared out"), shares.cost, *whole, ours)
    yield SheetRow(f"{key}:total", cells, RowStyle.TOTAL)
    yield from _funders(key, funders, is_real=is_real)


def _cost(
    key: str,
    name: str,
    cost: CostLine,
    funders: list[FunderShare | None],
    entries: Sequence[GrantBookLine],
    opened: Collection[str],
) -> Iterator[SheetRow]:
    shares = [None if one is None else one.shares.get(cost.line, ZERO) for one in funders]
    cells = (name, cost.base, *shares, cost.ours)
    hint = _("Enter shows the entries") if entries else ""
    yield SheetRow(key, cells, opens=key if entries else None, hint=hint, level=1)
    if key in opened:
        for one in entries:
            yield entry_row(one, 2, len(cells), 1)


def _funders(
    key: str, funders: list[FunderShare | None], *, is_real: bool
) -> Iterator[SheetRow]:
    """Yield what each funder's share rests on, and where it stands."""
    says: list[tuple[str, str, Callable[[FunderShare], Cell]]] = [
        ("eligible", _("Costs that count for it"), lambda x: x.eligible),
        ("rate", _("Part that it pays"), _rate),
        ("claim", _("It may be asked for"), lambda x: x.claim),
    ]
    granted = _("Granted amount") if is_real else _("Granted or asked")
    says.append(("granted", granted, lambda x: x.funder.granted))
    says.append(("over", _("Over-financed"), lambda x: x.over_financed or None))
    if is_real:
        says += [
            ("paid", _("Came"), lambda x: x.funder.paid),
            ("owed", _("It still owes"), lambda x: _above(x.owed)),
            ("back", _("To spend, or to give back"), lambda x: _above(-x.owed)),
        ]
    for name, text, cell in says:
        cells = [None if one is None else cell(one) for one in funders]
        if any(each is not None for each in cells):
            yield SheetRow(f"{key}:{name}", (text, None, *cells, None), level=1)


def _rate(one: FunderShare) -> str:
    return rate_text(WHOLE if one.funder.rate is None else one.funder.rate)


def _above(amount: Money) -> Money | None:
    return amount if amount > ZERO else None


def _remarks(read: SharingRead) -> list[str]:
    said = [_("No cost is counted twice: the later funder leaves what others pay already.")]
    if read.sharing.actual.funders:
        said.append(_("Enter on a line shows the entries that make it."))
    if read.sharing.indirect:
        text = _("Indirect costs ({amount} planned) are in no entry: they are left out here.")
        said.append(text.format(amount=money_text(read.sharing.indirect)))
    return [" ".join(said)]
