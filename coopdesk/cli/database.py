"""Commands about the file itself: new, check, backup, restore."""

from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import DONE, PROBLEMS_FOUND
from coopdesk.cli.jobs import job
from coopdesk.cli.options import FileArgument, command
from coopdesk.cli.output import Answer, facts
from coopdesk.cli.profile_file import read_profile
from coopdesk.cli.profile_words import profile_document, profile_listing
from coopdesk.domain.association import Association, checked_association
from coopdesk.domain.checks import CheckReport
from coopdesk.system.instance_lock import InstanceLock
from coopdesk.wording.checks import finding_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

app = typer.Typer()


@command(
    app, "new", _("Create the database named by --database, with the association's profile.")
)
def create_database(
    call: Call,
    profile: Annotated[
        Path,
        typer.Option(metavar=_("FILE.toml"), help=_("The association's profile.")),
    ],
) -> Answer:
    """Create a database; nothing is created when the profile is refused."""
    path = call.path
    wanted = checked_association(read_profile(profile, Association(name="")))
    with call.created() as services:
        saved = services.association.save(wanted).value
    text = _("Database created: {path}").format(path=path)
    document = {"database": path, "profile": profile_document(saved)}
    return Answer(document, (text, profile_listing(saved)))


@command(app, "check", _("Check the file, its references, its cents and its receipts."))
def check_database(call: Call) -> Answer:
    """Check the database; problems found give exit code 4."""
    with call.opened(to_check=True) as services, job(_("Checking")) as progress:
        report = services.database.check(progress)
    findings = [
        {"code": one.code, "values": dict(one.values), "message": finding_text(one)}
        for one in report.findings
    ]
    document = {
        "database": call.path,
        "ok": report.ok,
        "findings": findings,
        "figures": dict(report.figures),
    }
    parts = (*(finding_text(one) for one in report.findings), _verdict(report))
    figures = [(name, number_text(count)) for name, count in report.figures.items()]
    return Answer(document, (facts(*figures), *parts), DONE if report.ok else PROBLEMS_FOUND)


def _verdict(report: CheckReport) -> str:
    if report.ok:
        return _("Nothing wrong was found.")
    count = len(report.findings)
    return ngettext("{count} problem found.", "{count} problems found.", count).format(
        count=count
    )


@command(app, "backup", _("Write a verified copy of the database."))
def back_up(
    call: Call,
    file: Annotated[
        Path, typer.Option("--to", metavar=_("FILE"), help=_("The copy to write."))
    ],
) -> Answer:
    """Write a copy that was opened and compared before it got its name."""
    with call.opened() as services:
        written = services.database.back_up(file).value
    size = written.stat().st_size
    text = _("Backup written and verified: {file}").format(file=written)
    return Answer({"database": call.path, "file": written, "bytes": size}, (text,))


@command(
    app, "restore", _("Put a backup in the place of the database; the current file is kept.")
)
def restore(call: Call, file: FileArgument) -> Answer:
    """Restore a backup; refused while a window has the database open."""
    from coopdesk.services.databases import restore_database

    with InstanceLock(call.path):
        kept = restore_database(file, call.path)
    parts = [_("Database restored: {path}").format(path=call.path)]
    if kept is not None:
        parts.append(_("The file that it replaces is kept: {path}").format(path=kept))
    with call.opened() as services:
        behind = [finding_text(one) for one in services.database.anchor_findings()]
    document = {
        "database": call.path,
        "restored_from": file,
        "kept": kept,
        "behind": behind,
    }
    return Answer(document, (*parts, *behind))
