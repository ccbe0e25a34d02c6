"""The command that builds a believable association out of nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, parse_count
from coopdesk.cli.output import Answer
from coopdesk.domain.demo_words import USUAL_CONTACTS, USUAL_YEARS
from coopdesk.services.registry import Services
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

app = typer.Typer()

_CountOption = typer.Option(metavar=_("N"), help=_("How many contacts."), parser=parse_count)
_YearsOption = typer.Option(metavar=_("N"), help=_("How many years."), parser=parse_count)
_SeedOption = typer.Option(
    metavar=_("N"), help=_("The same number gives the same association."), parser=parse_count
)


@command(
    app, "demo", _("Fill an empty database, made if missing, with an invented association.")
)
def build_demo(
    call: Call,
    contacts: Annotated[int, _CountOption] = USUAL_CONTACTS,
    years: Annotated[int, _YearsOption] = USUAL_YEARS,
    seed: Annotated[int, _SeedOption] = 1901,
) -> Answer:
    """Build demonstration data; a database that holds contacts is refused."""
    with _opened_or_created(call) as services, job(_("Inventing people")) as progress:
        counts = services.demo.build(contacts, years, seed, progress).value
    document = {
        "database": call.path,
        "counts": {
            "contacts": counts.contacts,
            "payments": counts.payments,
            "donations": counts.donations,
            "gift_total_cents": counts.gift_total.cents,
        },
        "first_year": counts.first_year,
        "last_year": counts.last_year,
    }
    text = _("{contacts} contacts, {payments} payments, {donations} gifts ({total}).").format(
        contacts=number_text(counts.contacts),
        payments=number_text(counts.payments),
        donations=number_text(counts.donations),
        total=money_text(counts.gift_total),
    )
    return Answer(document, (text,))


@contextmanager
def _opened_or_created(call: Call) -> Iterator[Services]:
    """Open the database; one made for nothing is taken away again."""
    if call.path.exists():
        with call.opened() as services:
            yield services
        return
    try:
        with call.created() as services:
            yield services
    except BaseException:
        for made in (call.path, call.path.with_name(call.path.name + "-journal")):
            made.unlink(missing_ok=True)
        raise
