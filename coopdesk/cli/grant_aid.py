"""Command that adds up public aid over three fiscal years and explains the law's limits."""

from typing import Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.inventory_words import YEAR, fiscal_year
from coopdesk.cli.options import command
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.public_aid import AidWarning, AuthorityAid, PublicAid
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _
from coopdesk.wording.public_aid import aid_text, warning_text

app = typer.Typer()


@command(
    app,
    "aid",
    _("Show public aid over three fiscal years, and where it stands beside the law's limits."),
    {"year": YEAR},
)
def show_aid(call: Call, **fields: Any) -> Answer:
    """Answer with the aid of each authority by year, and what the law wants."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        aid = services.public_aid.over_years(year.id)
        warnings = services.public_aid.standings()
    counted = _(
        "Each day counts notified grants whole, money of grants without a notification, "
        "entries typed by hand on 74, and what public bodies give in kind."
    )
    said = [aid_text(aid), counted, *map(warning_text, warnings)]
    return Answer(_document(aid, warnings), (_listing(aid), "\n".join(said)))


def _listing(aid: PublicAid) -> Listing:
    columns = (
        Column(_("Funder")),
        *(Column(year.label, at_right=True) for year in aid.years),
        Column(_("Total"), at_right=True),
        Column(_("Of it in kind"), at_right=True),
    )
    rows = [
        (
            one.name or _("A funder nobody named"),
            *map(money_text, one.amounts),
            money_text(one.amount),
            money_text(one.in_kind),
        )
        for one in aid.authorities
    ]
    return Listing(columns, rows, _("No public aid."))


def _document(aid: PublicAid, limits: list[AidWarning]) -> dict[str, object]:
    return {
        "years": [year.label for year in aid.years],
        "amount_cents": aid.amount.cents,
        "in_kind_cents": aid.in_kind.cents,
        "limit_cents": aid.limit.money.cents,
        "is_above": aid.is_above,
        "is_whole": aid.is_whole,
        "authorities": [_authority(one) for one in aid.authorities],
        "limits": [
            {
                "limit": one.limit,
                "period": one.period,
                "funder_id": one.funder_id,
                "amount_cents": one.amount.cents,
                "limit_cents": one.figure.money.cents,
                "is_above": one.is_above,
                "is_near": one.is_near,
                "is_met": one.is_met,
                "text": warning_text(one),
            }
            for one in limits
        ],
    }


def _authority(one: AuthorityAid) -> dict[str, object]:
    return {
        "funder_id": one.funder_id,
        "funder": one.name,
        "amounts_cents": [amount.cents for amount in one.amounts],
        "amount_cents": one.amount.cents,
        "in_kind_cents": one.in_kind.cents,
        "is_sure": one.is_sure,
    }
