"""What groups are told about on the command line: arguments and options."""

from typing import Annotated, Any

import typer

from coopdesk.cli.options import (
    given_options,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.domain.groups import (
    EventTie,
    GroupKind,
    GroupPurpose,
    ObjectiveKind,
    ObjectiveState,
    OutputKind,
    OutputState,
)
from coopdesk.wording.language import _

GroupArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("GROUP"), help=_("The group, by its number or words of its name.")
    ),
]
ProgrammeArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("PROGRAMME"), help=_("The programme, by its number or words of its name.")
    ),
]
OptionalDayOption = Annotated[
    str | None,
    typer.Option(
        "--on", metavar=_("DATE"), help=_("The day; today if none."), parser=parse_day
    ),
]
NAME_FIELD = {"name": optional("--name", _("Its new name."), _("TEXT"))}
_NUMBER = _("NUMBER")
_TEXT = _("TEXT")
_DAY = or_empty(parse_day)
_COUNT = or_empty(parse_count)

GROUP_FIELDS = {
    "kind": optional_code("--kind", _("What it is."), GroupKind),
    "parent_id": optional("--programme", _("The programme of a chantier."), _TEXT),
    "number": optional("--number", _("Number of the chantier."), _NUMBER, _COUNT),
    "purpose": optional_code(
        "--purpose", _("What people come together for."), GroupPurpose, may_be_empty=True
    ),
    "description": optional("--description", _("What it is about."), _TEXT),
    "audience": optional("--audience", _("With whom and for whom."), _TEXT),
    "origin": optional("--origin", _("Where it comes from."), _TEXT),
    "url": optional("--url", _("Its page on the web."), _TEXT),
    "started_on": optional("--from", _("First day."), _("DATE"), _DAY),
    "initiator_id": optional("--initiator", _("Contact who began it."), _NUMBER, _COUNT),
    "bearer_id": optional("--bearer", _("Contact who carries it."), _NUMBER, _COUNT),
    "referent_id": optional("--referent", _("Contact who leads it."), _NUMBER, _COUNT),
    "referent_title": optional("--title", _("What the referent is called."), _TEXT),
    "referent_organisation_id": optional(
        "--structure", _("Contact that is the referent's structure."), _NUMBER, _COUNT
    ),
    "referent_email": optional("--email", _("Where to write about it."), _TEXT),
    "charter": optional("--charter", _("Text of the charter."), _TEXT),
    "charter_on": optional("--charter-on", _("Day of the charter."), _("DATE"), _DAY),
    "ideas": optional("--ideas", _("Intellectual resources."), _TEXT),
    "people": optional("--people", _("Human resources."), _TEXT),
    "funds": optional("--funds", _("Financial resources."), _TEXT),
    "sharing": optional("--sharing", _("How what it makes is shared."), _TEXT),
    "summary": optional("--summary", _("What became of it."), _TEXT),
}
OBJECTIVE_FIELDS = {
    "kind": optional_code("--kind", _("What it is about."), ObjectiveKind),
    "state": optional_code("--state", _("How far it is."), ObjectiveState),
    "deliverable": optional("--deliverable", _("What is to show for it."), _TEXT),
    "due_on": optional("--due", _("Until when."), _("DATE"), _DAY),
    "reached_on": optional("--reached", _("Since when it is reached."), _("DATE"), _DAY),
    "note": optional("--note", _("Note."), _TEXT),
}
OUTPUT_FIELDS = {
    "kind": optional_code("--kind", _("What it is."), OutputKind),
    "state": optional_code("--state", _("Who has seen it."), OutputState),
    "licence": optional("--licence", _("How it is shared, such as CC-BY-SA."), _TEXT),
    "made_on": optional("--on", _("When it was made."), _("DATE"), _DAY),
    "url": optional("--url", _("Where it stands on the web."), _TEXT),
    "note": optional("--note", _("Note."), _TEXT),
}
TIE_FIELDS = {
    "add": optional("--add", _("Number of an event to tie."), _NUMBER, parse_count),
    "tie": optional_code("--as", _("How it is tied."), EventTie),
    "remove": optional("--remove", _("Number of an event to untie."), _NUMBER, parse_count),
}
# What may be none; elsewhere empty text is a text.
_NONE_WHEN_EMPTY = frozenset(
    {
        "parent_id",
        "number",
        "started_on",
        "initiator_id",
        "bearer_id",
        "referent_id",
        "referent_organisation_id",
        "charter_on",
        "due_on",
        "reached_on",
        "made_on",
    }
)


def given_of(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what was given; of what may be none, empty text says that it is."""
    told = given_options(fields, _NONE_WHEN_EMPTY)
    if told.get("purpose") == "":
        told["purpose"] = GroupPurpose.NONE
    return told
