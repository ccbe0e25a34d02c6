"""Commands that write the papers of members: cards, labels, lists, certificates, addresses."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.jobs import job
from coopdesk.cli.options import IdArgument, ToOption, command, optional, parse_count, parse_day
from coopdesk.cli.output import Answer
from coopdesk.cli.selections import (
    FilterOption,
    IdsOption,
    chosen,
    paper_answer,
    selection_text,
)
from coopdesk.domain.paper_people import Assembly
from coopdesk.wording.language import _, ngettext

app = typer.Typer()


@command(app, "cards", _("Write member cards, ten on a page."))
def write_cards(
    call: Call, path: ToOption, rules: FilterOption = "", ids: IdsOption = None
) -> Answer:
    """Write the cards of those who have a number and a paid membership."""
    with call.opened() as services, job(_("Writing cards")) as progress:
        run = services.papers.cards(chosen(services, rules, ids), path, progress)
    text = ngettext("{count} card written: {file}", "{count} cards written: {file}", run.count)
    return paper_answer(run, text)


_LABEL_FIELDS = {
    "start": optional("--start", _("First label left on the sheet."), _("N"), parse_count),
    "outlined": Annotated[
        bool,
        typer.Option("--outlined", metavar="", help=_("Draw the edges, to try a printer.")),
    ],
    "one_each": Annotated[
        bool,
        typer.Option(
            "--one-each", metavar="", help=_("A label for each person of a household.")
        ),
    ],
}


@command(app, "labels", _("Write address labels, one for each household."), _LABEL_FIELDS)
def write_labels(
    call: Call,
    path: ToOption,
    code: Annotated[
        str, typer.Option("--format", metavar=_("CODE"), help=_("Sheet of labels (L7160)."))
    ],
    rules: FilterOption = "",
    ids: IdsOption = None,
    **given: Any,
) -> Answer:
    """Write the labels of those who have an address."""
    with call.opened() as services, job(_("Writing labels")) as progress:
        sheet = services.papers.sheet(
            code, given["start"] or 1, outlined=bool(given["outlined"])
        )
        run = services.papers.labels(
            chosen(services, rules, ids),
            sheet,
            path,
            progress,
            per_household=not given["one_each"],
        )
    text = ngettext(
        "{count} label written: {file}", "{count} labels written: {file}", run.count
    )
    return paper_answer(run, text)


@command(app, "list-pdf", _("Write the member list."))
def write_list(
    call: Call, path: ToOption, rules: FilterOption = "", ids: IdsOption = None
) -> Answer:
    """Write the list of those who are or were members, the filter in words above it."""
    with call.opened() as services, job(_("Writing the list")) as progress:
        says = "" if ids else selection_text(services, rules)
        people = chosen(services, rules, ids)
        run = services.papers.member_list(people, path, progress, selection=says)
    text = ngettext(
        "{count} member listed: {file}", "{count} members listed: {file}", run.count
    )
    return paper_answer(run, text)


_ASSEMBLY_FIELDS = {
    "place": optional("--place", _("Where it is held."), _("TEXT")),
    "hour": optional("--hour", _("When it begins."), _("TEXT")),
    "without_vote": Annotated[
        bool,
        typer.Option("--without-vote", metavar="", help=_("Also those who have no vote.")),
    ],
    "with_to_renew": Annotated[
        bool,
        typer.Option(
            "--with-to-renew",
            metavar="",
            help=_("Also those whose membership has just ended."),
        ),
    ],
}


@command(app, "attendance", _("Write the list to sign at an assembly."), _ASSEMBLY_FIELDS)
def write_attendance(
    call: Call,
    path: ToOption,
    name: Annotated[
        str, typer.Option("--assembly", metavar=_("TEXT"), help=_("Name of the assembly."))
    ],
    day: Annotated[
        str, typer.Option("--date", metavar=_("DATE"), help=_("Its day."), parser=parse_day)
    ],
    rules: FilterOption = "",
    **given: Any,
) -> Answer:
    """Write who may take part in an assembly on its day."""
    assembly = Assembly(
        name,
        parse_day(day),
        given["place"] or "",
        given["hour"] or "",
        only_voting=not given["without_vote"],
        with_to_renew=bool(given["with_to_renew"]),
    )
    with call.opened() as services, job(_("Writing the list")) as progress:
        people = chosen(services, rules)
        run = services.papers.attendance(people, assembly, path, progress)
    text = ngettext(
        "{count} member entered: {file}", "{count} members entered: {file}", run.count
    )
    return paper_answer(run, text)


@command(app, "certificate", _("Write a membership certificate."))
def write_certificate(
    call: Call,
    number: IdArgument,
    path: ToOption,
    membership: Annotated[
        int | None,
        typer.Option(
            metavar=_("NUMBER"),
            help=_("An older membership; the one of today if not given."),
            parser=parse_count,
        ),
    ] = None,
) -> Answer:
    """Write that a contact is a member."""
    with call.opened() as services:
        run = services.papers.certificate(number, path, membership)
    return paper_answer(run, _("Certificate written: {file}"))


@command(app, "addresses", _("Write e-mail addresses for a message to all."))
def write_addresses(
    call: Call, path: ToOption, rules: FilterOption = "", ids: IdsOption = None
) -> Answer:
    """Write the addresses of those who have not refused the newsletter."""
    with call.opened() as services, job(_("Writing addresses")) as progress:
        run = services.papers.mailing(chosen(services, rules, ids), path, progress)
    text = ngettext(
        "{count} address written: {file}", "{count} addresses written: {file}", run.count
    )
    return paper_answer(run, text)
