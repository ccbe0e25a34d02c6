"""What campaigns and their tiers are told about on the command line: arguments and options."""

from typing import Annotated, Any

import typer

from coopdesk.cli.options import optional, optional_code, or_empty, parse_day
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.money import parse_amount
from coopdesk.wording.language import _

CampaignArgument = Annotated[
    str, typer.Argument(metavar=_("CAMPAIGN"), help=_("The campaign, by its name or number."))
]
TierArgument = Annotated[
    str, typer.Argument(metavar=_("TIER"), help=_("The tier, by its name or number."))
]

CAMPAIGN_FIELDS = {
    "goal": optional("--goal", _("The goal."), _("AMOUNT"), or_empty(parse_amount)),
    "minimum": optional(
        "--minimum",
        _("What a contribution should reach; less is taken too."),
        _("AMOUNT"),
        or_empty(parse_amount),
    ),
    "description": optional("--description", _("What it is about."), _("TEXT")),
    "starts_on": optional("--from", _("First day."), _("DATE"), or_empty(parse_day)),
    "ends_on": optional("--until", _("Last day."), _("DATE"), or_empty(parse_day)),
}
TIER_FIELDS = {
    **CAMPAIGN_FIELDS,
    "suggested": optional(
        "--suggested", _("The amount that is proposed."), _("AMOUNT"), or_empty(parse_amount)
    ),
    "ineligibility": optional_code(
        "--not-eligible",
        _("It is paid for something: why it gives no receipt."),
        Ineligibility,
    ),
}
NAME_FIELD = {"name": optional("--name", _("Its new name."), _("TEXT"))}
PaidOption = Annotated[
    bool,
    typer.Option(
        "--paid", metavar="", help=_("The tier is paid for something: no gift, no receipt.")
    ),
]


def given_of(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what was given; of what may be none, empty text says that it is."""
    texts = {"name", "add", "description"}
    return {
        name: value if value != "" or name in texts else None
        for name, value in fields.items()
        if value is not None
    }
