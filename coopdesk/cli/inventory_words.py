"""What commands about activities, budgets, grants, funds and assets have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import optional, or_empty, parse_count, parse_day
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money, parse_amount
from coopdesk.domain.text import is_said_in
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.registry import Services

NumbersArgument = Annotated[
    list[int],
    typer.Argument(metavar=_("NUMBER …"), help=_("Their numbers."), parser=parse_count),
]
BookOption = Annotated[
    bool, typer.Option("--book", metavar="", help=_("Draft the entries of the closing."))
]
_MOST_TOLD = 12  # activities in one sentence
YEAR = optional("--year", _("Name of the fiscal year; the current one if none."), _("YEAR"))
ACTIVITY = optional("--activity", _("Activity, by its name or code."), _("TEXT"))
CONTACT = optional("--contact", _("Number of the contact."), _("NUMBER"), parse_count)
NOTE = optional("--note", _("Note."), _("TEXT"))
FROM = optional("--from", _("First day."), _("DATE"), or_empty(parse_day))
UNTIL = optional("--until", _("Last day."), _("DATE"), or_empty(parse_day))


def fiscal_year(services: Services, fields: dict[str, Any]) -> FiscalYear:
    """Return the fiscal year that was named, or the current one."""
    named = fields.pop("year", None)
    return services.fiscal_years.named(named) if named else services.fiscal_years.current()


def activity_id(services: Services, text: str | None) -> int | None:
    """Return the id of an activity by its name, code or number; None for no text.

    A part of its name will do, if that names no other.

    Raises:
        UsageProblemError: no activity is called so, or several may be.
    """
    if not text:
        return None
    found = services.activities.id_named(text)
    if found is not None:
        return found
    try:
        return services.activities.get(int(text)).id
    except (ValueError, NotFoundError):
        return _said_in_part(services, text)


def _said_in_part(services: Services, text: str) -> int:
    known = services.activities.all()
    found = [] if text.isdigit() else [one for one in known if is_said_in(text, one.name)]
    if len(found) > 1:
        names = ", ".join(f"{one.id} ({one.name})" for one in found[:_MOST_TOLD])
        message = _("“{name}” may be several activities. Give a number: {numbers}.")
        raise UsageProblemError(message.format(name=text, numbers=names))
    if not found:
        raise UsageProblemError(_("There is no activity “{name}”.").format(name=text))
    return found[0].id


def amount(text: str | Money) -> Money:
    """Read an amount; for arguments."""
    return text if isinstance(text, Money) else parse_amount(text)


def booked_text(amount: Money | None) -> str:
    """Return what the books have of something, empty when they have nothing."""
    return "" if amount is None else money_text(amount)


def given(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the options that were given; empty text says that there is none."""
    return {
        name: None if value == "" and name not in {"note", "code"} else value
        for name, value in fields.items()
        if value is not None
    }


def with_activity(services: Services, told: dict[str, Any]) -> dict[str, Any]:
    """Return what was told, the activity by its id if there is one; raises as above."""
    if "activity" not in told:
        return told
    rest = {name: value for name, value in told.items() if name != "activity"}
    return {**rest, "activity_id": activity_id(services, told["activity"])}


def time_text(minutes: int) -> str:
    """Return minutes as people write them: 3 h 30."""
    hours, rest = divmod(minutes, 60)
    return _("{hours} h {minutes:02d}").format(hours=hours, minutes=rest)
