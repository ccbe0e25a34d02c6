"""Commands about programmes: their table, their structures and the directory of these."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.group_documents import (
    group_listing,
    group_named,
    line_document,
    sheet_document,
    sheet_parts,
)
from coopdesk.cli.group_fields import ProgrammeArgument
from coopdesk.cli.options import ToOption, command, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.group_structures import (
    JoiningStructures,
    NamedStructure,
    NameVerdict,
    StructureChoice,
)
from coopdesk.domain.groups import GroupKind
from coopdesk.domain.text import fold
from coopdesk.services.registry import Services
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = subject_app("programmes", _("Programmes with their chantiers and structures."))

_WORKBOOK = ".xlsx"


@command(app, "list", _("List the programmes."))
def list_programmes(call: Call) -> Answer:
    """Answer with the programmes."""
    with call.opened() as services:
        lines = services.groups.lines(GroupKind.PROGRAMME)
    document = {"programmes": [line_document(one) for one in lines]}
    return Answer(document, (group_listing(lines),))


@command(app, "show", _("Show a programme with its chantiers."))
def show_programme(call: Call, programme: ProgrammeArgument) -> Answer:
    """Answer with a programme."""
    with call.opened() as services:
        sheet = services.groups.sheet(_id(services, programme))
    return Answer(sheet_document(sheet), sheet_parts(sheet))


@command(app, "order", _("Number the chantiers of a programme from 1 on, in this order."))
def order_chantiers(
    call: Call,
    programme: ProgrammeArgument,
    chantiers: Annotated[
        list[str],
        typer.Argument(metavar=_("CHANTIER …"), help=_("All of them, by name or number.")),
    ],
) -> Answer:
    """Answer with the chantiers in their new order."""
    with call.opened() as services:
        programme_id = _id(services, programme)
        ids = [group_named(services, text).id for text in chantiers]
        services.groups.order_chantiers(programme_id, ids)
        lines = services.groups.lines(programme_id=programme_id)
    document = {"chantiers": [line_document(one) for one in lines]}
    return Answer(document, (group_listing(lines),))


@command(app, "report", _("Write the table of the chantiers of a programme as a PDF."))
def write_report(call: Call, programme: ProgrammeArgument, path: ToOption) -> Answer:
    """Write the table of a programme."""
    ending_of(path, ".pdf")
    with call.opened() as services:
        papers = services.group_papers
        papers.save(path, papers.programme_pdf(_id(services, programme)))
    return _written(path)


@command(
    app,
    "directory",
    _("Write the directory of the structures: a PDF in three columns, or a workbook."),
)
def write_directory(call: Call, programme: ProgrammeArgument, path: ToOption) -> Answer:
    """Write the directory of a programme; the ending of the file says which."""
    suffix = ending_of(path, ".pdf", _WORKBOOK)
    with call.opened() as services:
        papers, key = services.group_papers, _id(services, programme)
        content = papers.directory_workbook if suffix == _WORKBOOK else papers.directory_pdf
        papers.save(path, content(key))
    return _written(path)


def _written(path: Path) -> Answer:
    return Answer({"file": path}, (_("File written: {file}").format(file=path),))


@command(
    app,
    "structures",
    _("Join structures to a programme by their names, of a file or one after the other."),
    {
        "same": Annotated[
            list[str] | None,
            typer.Option(
                "--same", metavar=_("NAME=NUMBER"), help=_("A name and who bears it.")
            ),
        ],
        "new": Annotated[
            list[str] | None,
            typer.Option(
                "--new", metavar=_("NAME"), help=_("A name that is new all the same.")
            ),
        ],
    },
)
def join_structures(
    call: Call,
    programme: ProgrammeArgument,
    names: Annotated[
        list[str] | None, typer.Argument(metavar=_("NAME …"), help=_("Names of structures."))
    ] = None,
    *,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar=_("FILE"), help=_("A text file, one name on each line.")
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Only say what it would bring."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with what the names stand for, or with who joined."""
    text = "\n".join([*(names or []), *_lines_of(source)])
    with call.opened() as services:
        key = _id(services, programme)
        rows = services.group_structures.preview(key, text)
        if dry_run:
            document = {"names": [_row_document(row) for row in rows]}
            return Answer(document, (_row_listing(rows),))
        choices = _choices(rows, fields["same"] or [], fields["new"] or [])
        joining = JoiningStructures(key, text, choices)
        done = services.group_structures.join(joining).value
    count = len(done.joined)
    said = ngettext("{count} structure joined", "{count} structures joined", count)
    return Answer(asdict(done), (said.format(count=count),))


def _lines_of(source: Path | None) -> list[str]:
    if source is None:
        return []
    try:
        return source.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        text = _("“{file}” cannot be read as a text (UTF-8).")
        raise UsageProblemError(text.format(file=source)) from None


def _choices(
    rows: list[NamedStructure], same: list[str], new: list[str]
) -> dict[int, StructureChoice]:
    """Return what was said about names, by their places."""
    told: dict[str, int | None] = {fold(name): None for name in new}
    for text in same:
        name, _equals, number = text.rpartition("=")
        if not number.strip().isdigit():
            message = _("--same wants a name and the number of a contact: NAME=12.")
            raise UsageProblemError(message)
        told[fold(name)] = int(number)
    found = {}
    for row in rows:
        if fold(row.name) in told:
            key = told[fold(row.name)]
            found[row.place] = StructureChoice(row.place, key, is_new=key is None)
    return found


def _row_document(row: NamedStructure) -> Document:
    return {
        "place": row.place,
        "name": row.name,
        "verdict": row.verdict,
        "contact_id": row.contact_id,
        "takes_part": row.takes_part,
        "twin": row.twin.place if row.twin else None,
        "similar": [
            {"contact_id": x.contact.contact_id, "name": x.contact.name, "score": x.score}
            for x in row.similar
        ],
    }


def _row_listing(rows: list[NamedStructure]) -> Listing:
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Name")),
        Column(_("What it is")),
        Column(_("Resembles")),
    )
    return Listing(columns, [_row_texts(row) for row in rows])


def _row_texts(row: NamedStructure) -> tuple[str, ...]:
    found = [
        f"{x.contact.contact_id} {x.contact.name} ({reasons_text(x.reasons)})"
        for x in row.similar
    ]
    if row.verdict is NameVerdict.SIMILAR and row.twin is not None:
        found.append(f"↑ {row.twin.place} {row.twin.name} ({reasons_text(row.twin.reasons)})")
    said = _("Takes part already") if row.takes_part else label(row.verdict)
    return str(row.place), row.name, said, "; ".join(found)


def _id(services: Services, text: str) -> int:
    return group_named(services, text, GroupKind.PROGRAMME).id
