"""What reports are about, chosen by options: fiscal year, last day, activity, drafts or not."""

from typing import Annotated, Any

import typer

from coopdesk.cli.inventory_words import ACTIVITY, YEAR, activity_id
from coopdesk.cli.options import optional, parse_day
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.ledgers import ReportScope
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

UNTIL = optional("--until", _("Only up to this day."), _("DATE"), parse_day)
SCOPE: dict[str, Any] = {"year": YEAR, "activity": ACTIVITY, "until": UNTIL}
ValidatedOption = Annotated[
    bool, typer.Option("--validated", metavar="", help=_("Without drafts."))
]


def report_scope(
    services: Services, fields: dict[str, Any], *, validated: bool
) -> tuple[FiscalYear, ReportScope]:
    """Return what the options choose: without a year, the one that holds the last day.

    Raises:
        RuleError: ``year.day_outside``, rather than zeros. NotFoundError: ``year.unknown``.
        UsageProblemError: no activity is called so.
    """
    years, until = services.fiscal_years, fields["until"]
    year = years.named(fields["year"]) if fields["year"] else years.current(until)
    if until is not None and not year.holds(until):
        raise RuleError(
            "year.day_outside",
            field="until",
            day=until,
            label=year.label,
            first=year.starts_on,
            last=year.ends_on,
        )
    activity = activity_id(services, fields["activity"])
    return year, ReportScope(year.id, activity, not validated, until)
