"""Commands about registers of action, and the report of a year by them."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.group_documents import register_document, register_listing
from coopdesk.cli.options import IdArgument, ToOption, YearOption, command, subject_app
from coopdesk.cli.output import Answer
from coopdesk.domain.groups import Tagged
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

app = subject_app("registers", _("Registers of action, and the year by them."))

NameArgument = Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))]
DescriptionOption = Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What it is about."))]
_PDF = ".pdf"


@command(app, "list", _("List the registers of action, and the usual ones not there yet."))
def list_registers(call: Call) -> Answer:
    """Answer with the registers."""
    with call.opened() as services:
        return _registers(services)


@command(app, "add", _("Record a register of action."))
def add_register(call: Call, name: NameArgument, description: DescriptionOption = "") -> Answer:
    """Answer with the registers after adding one."""
    with call.opened() as services:
        services.action_registers.add(name, description)
        return _registers(services)


@command(app, "add-usual", _("Record the usual registers that are not there yet."))
def add_usual(call: Call) -> Answer:
    """Answer with the registers after adding the usual ones."""
    with call.opened() as services:
        services.action_registers.add_usual()
        return _registers(services)


@command(app, "rename", _("Give a register of action another name."))
def rename_register(
    call: Call, number: IdArgument, name: NameArgument, description: DescriptionOption = ""
) -> Answer:
    """Answer with the registers after renaming one."""
    with call.opened() as services:
        services.action_registers.rename(number, name, description)
        return _registers(services)


@command(app, "remove", _("Remove a register of action from all that belongs to it."))
def remove_register(call: Call, number: IdArgument) -> Answer:
    """Answer with the registers that are left."""
    with call.opened() as services:
        services.action_registers.remove(number)
        return _registers(services)


@command(app, "tag-event", _("Say which registers of action an event belongs to."))
def tag_event(
    call: Call,
    event: EventArgument,
    registers: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("REGISTER …"), help=_("Their names; none takes all away.")),
    ] = None,
) -> Answer:
    """Answer with the registers after the change."""
    with call.opened() as services:
        key = event_id(services, event)
        services.action_registers.tag(Tagged.EVENT, key, registers or [])
        names = services.action_registers.names_of(Tagged.EVENT, key)
    return Answer({"registers": names}, (", ".join(names) or _("No register of action."),))


@command(
    app, "report", _("Write what was done in a year by register: Markdown, or PDF by its name.")
)
def write_report(call: Call, year: YearOption, path: ToOption) -> Answer:
    """Write the report of activity of a year."""
    suffix = ending_of(path, ".md", _PDF)
    year = call.checked_year(year)
    with call.opened() as services:
        papers = services.group_papers
        if suffix == _PDF:
            papers.save(path, papers.activity_report_pdf(year))
        else:
            papers.save(path, papers.activity_report_markdown(year))
    return Answer({"file": path}, (_("File written: {file}").format(file=path),))


def _registers(services: Services) -> Answer:
    found, usual = services.action_registers.all(), services.action_registers.usual()
    document = {"registers": [register_document(x) for x in found], "usual": list(usual)}
    said = _("Usual ones, to be added: {names}").format(names=" · ".join(usual))
    parts = (register_listing(found), said) if usual else (register_listing(found),)
    return Answer(document, parts)
