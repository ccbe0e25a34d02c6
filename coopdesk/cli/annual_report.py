"""Commands about the report of a year: what it says, what is kept of it, the file."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, given_options, optional, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.domain.annual_report_content import AnnualReportContent
from coopdesk.domain.annual_reports import AnnualReport, ReportBlock
from coopdesk.wording.annual_reports import block_line
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("report", _("The report of a year."))

YearOption = Annotated[
    int,
    typer.Option("--year", metavar=_("YEAR"), help=_("Calendar year."), parser=parse_count),
]


def parse_blocks(text: str | tuple[ReportBlock, ...]) -> tuple[ReportBlock, ...]:
    """Read parts of the report with commas between them; for options."""
    if isinstance(text, tuple):
        return text
    known = {block.value: block for block in ReportBlock}
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            message = _("“{text}” is not one of: {names}.")
            raise typer.BadParameter(message.format(text=name, names=_CODES))
    return tuple(known[name] for name in names)


_CODES = ", ".join(block.value for block in ReportBlock)
_BLOCKS = {
    "blocks": optional(
        "--blocks", named(_("Parts, with commas between"), _CODES), _("CODES"), parse_blocks
    )
}
_TEXTS = {
    "title": optional("--title", _("Title of the report."), _("TEXT")),
    "foreword": optional("--foreword", _("Words at its beginning."), _("TEXT")),
    "outlook": optional("--outlook", _("Words at its end."), _("TEXT")),
}


@command(app, "annual", _("Write the report of a year, as PDF or workbook (.xlsx)."), _BLOCKS)
def write_report(
    call: Call,
    year: YearOption,
    path: Annotated[
        Path,
        typer.Option("--to", metavar=_("FILE"), help=_("The file to write, by its ending.")),
    ],
    **fields: Any,
) -> Answer:
    """Write the report; the parts are those that are kept, unless others are said."""
    ending_of(path, ".pdf", ".xlsx")
    with call.opened() as services, job(_("Writing the report of the year")) as progress:
        services.annual_reports.write(year, path, fields["blocks"], progress)
    text = _("Report of {year} written: {file}").format(year=year, file=path)
    return Answer({"year": year, "file": str(path)}, (text,))


@command(app, "show", _("Say what the report of a year holds, part by part."), _BLOCKS)
def show_report(call: Call, year: YearOption, **fields: Any) -> Answer:
    """Answer with a line for each part, and what is kept."""
    with call.opened() as services:
        content = services.annual_reports.gather(year, fields["blocks"])
    columns = (Column(_("Part of the report")), Column(_("What it says")))
    rows = [(label(block), block_line(content, block)) for block in content.blocks]
    listing = Listing(columns, rows, _("No part is chosen."))
    return Answer(content_document(content), (listing,))


@command(
    app, "keep", _("Keep title, words and parts of the report of a year."), _TEXTS | _BLOCKS
)
def keep_report(call: Call, year: YearOption, **fields: Any) -> Answer:
    """Keep what is given in place of what was kept; the rest stays."""
    told = given_options(fields)
    if not told:
        raise nothing_to_change("--foreword")
    with call.opened() as services:
        known = services.annual_reports.get(year)
        made = services.annual_reports.keep(replace(known, **told)).value
    text = _("Report of {year} kept.").format(year=year)
    return Answer({"report": report_document(made)}, (text,))


def report_document(report: AnnualReport) -> Document:
    """Return what is kept of a report."""
    return {
        "year": report.year,
        "title": report.title,
        "foreword": report.foreword,
        "outlook": report.outlook,
        "blocks": [block.value for block in report.blocks],
    }


def content_document(content: AnnualReportContent) -> Document:
    """Return what is kept and the line of each part."""
    return {
        "report": report_document(content.report),
        "blocks": [
            {"code": block.value, "says": block_line(content, block)}
            for block in content.blocks
        ],
    }
