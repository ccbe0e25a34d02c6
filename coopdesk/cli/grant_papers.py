"""Commands that show or write the application for a grant and its financial report."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.grant_fields import GrantArgument, grant_named
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, optional, or_empty, parse_day
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.grant_requests import GrantRequest, RequestPurpose
from coopdesk.domain.grant_tables import GrantTables
from coopdesk.domain.money import total
from coopdesk.services.saving import save
from coopdesk.wording.formats import money_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()
_REAL = (Column(_("Real"), at_right=True), Column("%", at_right=True))

PaperOption = Annotated[
    Path | None,
    typer.Option("--to", metavar=_("FILE"), help=_("The PDF or workbook to write.")),
]


@command(
    app,
    "report",
    _("Show the financial report of a grant from the books, or write it."),
    {
        "sent": optional(
            "--sent",
            _("Day on which it was sent; empty: it was not."),
            _("DATE"),
            or_empty(parse_day),
        )
    },
)
def show_report(
    call: Call, grant: GrantArgument, path: PaperOption = None, **fields: Any
) -> Answer:
    """Answer with planned and real figures by line of the form."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        if fields["sent"] is not None:
            services.grant_requests.send_report(key, fields["sent"] or None)
        papers = services.grant_papers
        if path is not None:
            _write(path, lambda: papers.report_pdf(key), lambda: papers.report_workbook(key))
        tables = services.grant_reports.tables(key)
        request = services.grant_requests.get(key)
    document = {
        "grant_id": key,
        "file": _named(path),
        "report_sent_on": request.report_sent_on,
        **_document(tables),
        "unsorted_cents": tables.unsorted.cents,
        "outside_cents": tables.outside.cents,
    }
    remarks = _remarks(tables, request)
    return Answer(document, (*_written(path), *_parts(tables), *remarks))


@command(
    app, "application", _("Show the budget that a request for a grant rests on, or write it.")
)
def show_application(call: Call, grant: GrantArgument, path: PaperOption = None) -> Answer:
    """Answer with what is planned, and the percent of it that is asked for."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        papers = services.grant_papers
        if path is not None:
            _write(
                path,
                lambda: papers.application_pdf(key),
                lambda: papers.application_workbook(key),
            )
        found = services.grant_reports.application(key)
    asked = facts(
        (_("Asked for"), money_text(found.asked) if found.asked else ""),
        (_("Of all income"), rate_text(found.asked_percent)),
    )
    document = {
        "grant_id": key,
        "file": _named(path),
        "asked_cents": found.asked.cents if found.asked else None,
        "asked_percent": found.asked_percent,
        **_document(found.project),
    }
    return Answer(document, (*_written(path), asked, *_parts(found.project, planned_only=True)))


def _write(
    path: Path, draw_pdf: Callable[[], bytes], fill_workbook: Callable[[], bytes]
) -> None:
    """Write the paper that the ending of a name asks for.

    Raises:
        UsageProblemError: it is neither a PDF nor a workbook.
    """
    draw = draw_pdf if ending_of(path, ".pdf", ".xlsx") == ".pdf" else fill_workbook
    with job(_("Writing the paper of the grant")):
        save(path, draw())


def _named(path: Path | None) -> str:
    return "" if path is None else str(path)


def _written(path: Path | None) -> tuple[str, ...]:
    return () if path is None else (_("File written: {file}").format(file=path),)


def _parts(tables: GrantTables, *, planned_only: bool = False) -> tuple[Listing, Listing]:
    columns = (
        Column(_("Line")),
        Column(_("What it is")),
        Column(_("Planned"), at_right=True),
        *(() if planned_only else _REAL),
    )
    shown = len(columns)
    rows = [
        (
            one.layout.code,
            one.layout.label,
            money_text(one.planned),
            money_text(one.actual),
            _percent(one.percent),
        )[:shown]
        for one in tables.lines
        if (one.planned if planned_only else not one.is_empty)
    ]
    totals = [
        (
            "",
            _("Total: {side}").format(side=label(side)),
            money_text(tables.planned(side)),
            money_text(tables.actual(side)),
            _percent(tables.percent(side)),
        )[:shown]
        for side in LayoutSide
    ]
    return Listing(columns, rows, _("Nothing is planned yet.")), Listing(columns, totals)


def _remarks(tables: GrantTables, request: GrantRequest) -> tuple[Listing | str, ...]:
    """Return what is to be known of the figures."""
    drafts = total(
        line.drafts
        for side in LayoutSide
        for group in tables.counted(side)
        for line in group.lines
    )
    told = facts(
        (_("Of that, in drafts"), money_text(drafts) if drafts else ""),
        (
            _("On account 47, in no line"),
            money_text(tables.unsorted) if tables.unsorted else "",
        ),
        (
            _("Expenses outside its days"),
            money_text(tables.outside) if tables.outside else "",
        ),
    )
    is_blind = request.activity_id is None and (
        request.content.purpose is not RequestPurpose.OPERATING
    )
    if not is_blind:
        return (told,)
    return told, _(
        "No project and no activity: the books cannot tell what was paid from it. Give it one."
    )


def _percent(percent: int | None) -> str:
    return rate_text(None if percent is None else percent * 100)


def _document(tables: GrantTables) -> dict[str, object]:
    return {
        "lines": [
            {
                "line": one.layout.code,
                "label": one.layout.label,
                "side": one.layout.side,
                "planned_cents": one.planned.cents,
                "actual_cents": one.actual.cents,
                "drafts_cents": one.drafts.cents,
                "percent": one.percent,
            }
            for one in tables.lines
            if not one.is_empty
        ],
        "totals": {
            side.value: {
                "planned_cents": tables.planned(side).cents,
                "actual_cents": tables.actual(side).cents,
                "percent": tables.percent(side),
            }
            for side in LayoutSide
        },
    }
