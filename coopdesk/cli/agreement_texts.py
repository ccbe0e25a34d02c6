"""Commands about the text of an agreement: shown, read as it prints, replaced."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import command, optional, parse_count
from coopdesk.cli.output import Answer
from coopdesk.cli.partner_fields import AgreementArgument, agreement_named
from coopdesk.domain.partner_texts import PartnerTextKind
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

app = typer.Typer()

_SOURCES = {
    "body": optional("--body", _("A text file with what it says."), _("FILE"), Path),
    "place": optional(
        "--take",
        _("The text to take, by its number among those of conventions."),
        _("N"),
        parse_count,
    ),
}


@command(
    app, "text", _("Show the text of an agreement as it prints, or give it one."), _SOURCES
)
def agreement_text(
    call: Call,
    agreement: AgreementArgument,
    *,
    usual: Annotated[
        bool, typer.Option("--usual", metavar="", help=_("Print the usual text again."))
    ] = False,
    **given: Any,
) -> Answer:
    """Answer with the text, its blanks as they are and as they are filled."""
    if sum(bool(each) for each in (usual, *given.values())) > 1:
        raise UsageProblemError(_("Give one of --body, --take and --usual."))
    with call.opened() as services:
        key = agreement_named(services, agreement).id
        terms = "" if usual else _wanted(services, given)
        papers = services.partner_papers
        if terms is not None:
            papers.keep_terms(key, terms)
        kept = papers.terms(key)
        read = papers.read_terms(key, kept)
    return Answer({"agreement_id": key, "text": kept, "read": read.body}, (read.body,))


def _wanted(services: Services, given: dict[str, Any]) -> str | None:
    """Return the text that is asked for, None when it is only shown."""
    letters = services.partner_letters
    if given["body"] is not None:
        return letters.read_body(given["body"])
    if given["place"] is None:
        return None
    return letters.text(PartnerTextKind.AGREEMENT, given["place"] - 1).content.body
