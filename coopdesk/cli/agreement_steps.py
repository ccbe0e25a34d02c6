"""Commands that take an agreement further: sent, signed, ended, renewed, its files, papers."""

from typing import Annotated, Any

import typer

from coopdesk.cli.agreement_documents import agreement_document
from coopdesk.cli.calls import Call
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.kept_files import (
    FilesArgument,
    attached_answer,
    detached_answer,
    files_answer,
    saved_answer,
)
from coopdesk.cli.options import IdArgument, ToOption, command
from coopdesk.cli.output import Answer
from coopdesk.cli.partner_fields import DAY, AgreementArgument, agreement_named
from coopdesk.domain.agreements import Agreement
from coopdesk.wording.language import _

app = typer.Typer()


@command(app, "send", _("Say that an agreement was sent to be signed."), DAY)
def send_agreement(call: Call, agreement: AgreementArgument, **fields: Any) -> Answer:
    """Note that it was sent."""
    with call.opened() as services:
        key = agreement_named(services, agreement).id
        made = services.agreements.send(key, fields["day"]).value
    return answer(call, made, _("Sent to be signed: {title}"))


@command(app, "sign", _("Say that both sides signed an agreement."), DAY)
def sign_agreement(call: Call, agreement: AgreementArgument, **fields: Any) -> Answer:
    """Note that it is signed; what it renews and would go on by itself ends."""
    with call.opened() as services:
        key = agreement_named(services, agreement).id
        outcome = services.agreements.sign(key, fields["day"])
    return answer(call, outcome.value, _("Signed by both: {title}"), *outcome.along)


@command(app, "end", _("End a signed agreement before its time, also on a day to come."), DAY)
def end_agreement(
    call: Call,
    agreement: AgreementArgument,
    *,
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why it ended."))] = "",
    **fields: Any,
) -> Answer:
    """Note on which day it ends, and why."""
    with call.opened() as services:
        key = agreement_named(services, agreement).id
        made = services.agreements.end(key, fields["day"] or call.today(), reason).value
    return answer(call, made, _("Agreement ended: {title}"))


@command(app, "resume", _("Let an agreement that was ended run on."))
def resume_agreement(call: Call, agreement: AgreementArgument) -> Answer:
    """Take an end back."""
    with call.opened() as services:
        made = services.agreements.resume(agreement_named(services, agreement).id).value
    return answer(call, made, _("Agreement runs on: {title}"))


@command(app, "renew", _("Draft the agreement that follows another, right after its term."))
def renew_agreement(call: Call, agreement: AgreementArgument) -> Answer:
    """Draft what follows."""
    with call.opened() as services:
        made = services.agreements.renew(agreement_named(services, agreement).id).value
    return answer(call, made, _("Agreement no. {id} recorded: {title}"))


@command(app, "remove", _("Remove an agreement with its files."))
def remove_agreement(call: Call, agreement: AgreementArgument) -> Answer:
    """Remove an agreement; it can be undone."""
    with call.opened() as services:
        gone = services.agreements.remove(agreement_named(services, agreement).id).value
    return answer(call, gone, _("Agreement removed: {title}"))


@command(app, "files", _("List the files of an agreement."))
def list_files(call: Call, agreement: AgreementArgument) -> Answer:
    """Answer with the files, the oldest first."""
    with call.opened() as services:
        return files_answer(services.agreements.files(agreement_named(services, agreement).id))


@command(app, "attach", _("Keep files with an agreement."))
def attach_files(call: Call, agreement: AgreementArgument, paths: FilesArgument) -> Answer:
    """Keep files; those that cannot be are said, and the others kept."""
    with call.opened() as services:
        key = agreement_named(services, agreement).id
        return attached_answer(services.agreements, key, paths)


@command(app, "detach", _("Take a file off an agreement."))
def detach_file(call: Call, number: IdArgument) -> Answer:
    """Take a file off; it can be undone."""
    with call.opened() as services:
        return detached_answer(services.agreements.detach(number).value)


@command(app, "save-file", _("Write a file of an agreement as it was given."))
def save_file(call: Call, number: IdArgument, path: ToOption) -> Answer:
    """Write a kept file."""
    with call.opened() as services:
        return saved_answer(path, *services.agreements.content(number))


@command(app, "paper", _("Write an agreement as a PDF to be signed."))
def write_paper(call: Call, agreement: AgreementArgument, path: ToOption) -> Answer:
    """Write the text of an agreement with its letterhead and places to sign."""
    ending_of(path, ".pdf")
    with call.opened() as services:
        papers = services.partner_papers
        papers.save(path, papers.agreement_pdf(agreement_named(services, agreement).id))
    return _written(path)


@command(app, "summary", _("Write what an agreement comes to as a PDF of one page."))
def write_summary(call: Call, agreement: AgreementArgument, path: ToOption) -> Answer:
    """Write the summary of an agreement."""
    ending_of(path, ".pdf")
    with call.opened() as services:
        papers = services.partner_papers
        key = agreement_named(services, agreement).id
        papers.save(path, papers.agreement_summary_pdf(key))
    return _written(path)


def answer(call: Call, agreement: Agreement, text: str, *along: str) -> Answer:
    """Answer with an agreement and a sentence that names it."""
    said = text.format(id=agreement.id, title=agreement.content.title)
    return Answer({"agreement": agreement_document(agreement, call.today())}, (said, *along))


def _written(path: object) -> Answer:
    return Answer({"file": path}, (_("File written: {file}").format(file=path),))
