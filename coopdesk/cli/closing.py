"""Commands about the end of fiscal years: check, close, reopen, allocate, print the books."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import DONE, PROBLEMS_FOUND
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, optional, parse_code, parse_day
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.cli.report_scopes import SCOPE, ValidatedOption, report_scope
from coopdesk.domain.book_papers import BookPaperKind
from coopdesk.domain.closing import CheckResult, ClosingReview
from coopdesk.domain.fiscal_years import FiscalYear, YearEvent
from coopdesk.domain.money import Money, parse_amount
from coopdesk.domain.year_openings import Allocation
from coopdesk.services.registry import Services
from coopdesk.wording.closing import check_text
from coopdesk.wording.formats import moment_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

YearArgument = Annotated[
    str, typer.Argument(metavar=_("YEAR"), help=_("Name of the fiscal year."))
]
_YEAR = optional("--year", _("Name of the fiscal year; the current one if none."), _("YEAR"))
_KINDS = "|".join(kind.value for kind in BookPaperKind)


@command(app, "check", _("Look at all that the closing of a year asks for."), {"year": _YEAR})
def check_year(call: Call, **fields: Any) -> Answer:
    """Answer with every check; exit code 4 while one holds the closing up."""
    with call.opened() as services:
        year = _year(services, fields["year"])
        review = services.closing.review(year.id)
        events = services.closing.history(year.id)
    document = {
        **_year_document(review.year),
        "checks": [_check_document(found) for found in review.checks],
        "result_cents": review.result.cents,
        "entries": review.entry_count,
        "head": review.head_hash,
        "can_close": review.can_close,
        "history": [_event_document(event) for event in events],
    }
    code = PROBLEMS_FOUND if review.blocking else DONE
    return Answer(document, _review_parts(review, events), exit_code=code)


@command(app, "close", _("Close a fiscal year for good and open the next one."))
def close_year(
    call: Call,
    year: YearArgument,
    note: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("A remark that stays with it."))
    ] = "",
) -> Answer:
    """Answer with the closed year, its result and the end of its chain."""
    with call.opened() as services:
        found = _year(services, year)
        done = services.closing.close(found.id, note).value
    document = {
        **_year_document(done.year),
        "event": _event_document(done.event),
        "reversals": done.reversals,
    }
    text = _("Fiscal year {label} closed: {result}").format(
        label=done.year.label, result=money_text(done.event.result)
    )
    parts = [text, _("End of the chain: {head}").format(head=done.event.head_hash)]
    if done.reversals:
        said = ngettext(
            "{count} reversal prepared as a draft of the next year.",
            "{count} reversals prepared as drafts of the next year.",
            done.reversals,
        )
        parts.append(said.format(count=number_text(done.reversals)))
    return Answer(document, tuple(parts))


@command(app, "reopen", _("Open a closed fiscal year again; the reason stays for ever."))
def reopen_year(
    call: Call,
    year: YearArgument,
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why."))],
) -> Answer:
    """Answer with the year and what was noted."""
    with call.opened() as services:
        found = _year(services, year)
        done = services.closing.reopen(found.id, reason).value
    document = {**_year_document(done.year), "event": _event_document(done.event)}
    text = _("Fiscal year {label} reopened.").format(label=done.year.label)
    return Answer(document, (text,))


@command(app, "opening", _("Write or renew the provisional opening of the year after."))
def refresh_opening(call: Call, year: YearArgument) -> Answer:
    """Answer with the draft that opens the next year, if there is anything to hand on."""
    with call.opened() as services:
        found = _year(services, year)
        entry = services.closing.refresh_opening(found.id).value
    document: Document = {
        **_year_document(found),
        "entry_id": entry.id if entry else None,
        "amount_cents": entry.content.debit.cents if entry else 0,
    }
    text = _("There is nothing to hand on.")
    if entry is not None:
        text = _("Draft no. {id}: {label}, {amount}").format(
            id=entry.id, label=entry.content.label, amount=money_text(entry.content.debit)
        )
    return Answer(document, (text,))


_PARTS = {
    "reserves": optional(
        "--reserves", _("Part that goes to the reserves (1068)."), _("AMOUNT"), parse_amount
    ),
    "carried": optional(
        "--carried",
        _("Part that is carried forward (110, 119); the rest if none is given."),
        _("AMOUNT"),
        parse_amount,
    ),
    "decided_on": optional(
        "--on", _("Day of the assembly; today if none."), _("DATE"), parse_day
    ),
}


@command(app, "allocate", _("Book where the assembly put the result of a year."), _PARTS)
def allocate_result(call: Call, year: YearArgument, **fields: Any) -> Answer:
    """Answer with the entry that was validated."""
    with call.opened() as services:
        found = _year(services, year)
        result = services.closing.to_allocate(found.id).result
        reserves = fields["reserves"] or Money(0)
        carried = fields["carried"]
        parts = Allocation(reserves, result - reserves if carried is None else carried)
        day = fields["decided_on"] or call.today()
        entry = services.closing.allocate(found.id, parts, day).value
    document = {
        **_year_document(found),
        "entry_id": entry.id,
        "number": entry.number,
        "result_cents": result.cents,
        "reserves_cents": parts.to_reserves.cents,
        "carried_cents": parts.to_carried_forward.cents,
    }
    text = _("{label}: entry no. {number}, {amount}").format(
        label=entry.content.label, number=entry.number, amount=money_text(result)
    )
    return Answer(document, (text,))


_PRINTED = {
    **SCOPE,
    "only": optional(
        "--only", _("One journal by its code, or accounts that begin so."), _("CODE")
    ),
}


@command(app, "print", _("Write a book or a statement as a PDF."), _PRINTED)
def print_book(
    call: Call,
    kind: Annotated[
        BookPaperKind,
        typer.Argument(metavar=_KINDS, help=_("Which one."), parser=parse_code(BookPaperKind)),
    ],
    file: Annotated[
        Path, typer.Option("--to", metavar=_("FILE"), help=_("The PDF file to write."))
    ],
    *,
    validated: ValidatedOption = False,
    **fields: Any,
) -> Answer:
    """Write the paper; an older file of that name is replaced once it is whole."""
    with call.opened() as services, job(_("Writing the paper")) as progress:
        year, scope = report_scope(services, fields, validated=validated)
        only = fields["only"] or ""
        written = services.report_papers.write(kind, scope, file, progress, only)
    text = _("Written: {path}").format(path=written)
    return Answer({**_year_document(year), "paper": kind, "file": written}, (text,))


def _year(services: Services, name: str | None) -> FiscalYear:
    years = services.fiscal_years
    return years.named(name) if name else years.current()


def _review_parts(
    review: ClosingReview, events: tuple[YearEvent, ...]
) -> tuple[Listing | str, ...]:
    columns = (Column(_("Check")), Column(_("Found")))
    rows = [(label(found.check), _found(found)) for found in review.checks]
    about = facts(
        (_("Fiscal year"), f"{review.year.label} ({label(review.year.state)})"),
        (_("Result"), money_text(review.result)),
        (_("Entries"), number_text(review.entry_count)),
        (_("End of the chain"), review.head_hash),
    )
    history = [
        " — ".join(
            filter(
                None,
                (moment_text(event.made_at), label(event.kind), event.made_by, event.reason),
            )
        )
        for event in events
    ]
    return about, Listing(columns, rows), *history


def _found(found: CheckResult) -> str:
    if found.is_passed:
        return _("fine")
    return f"{check_text(found)} ({label(found.severity)})"


def _year_document(year: FiscalYear) -> Document:
    return {"year": year.label, "state": year.state}


def _check_document(found: CheckResult) -> Document:
    return {
        "check": found.check,
        "passed": found.is_passed,
        "severity": found.severity,
        "opens": found.opens,
        "count": found.count,
        "amount_cents": found.amount.cents,
        "expected_cents": found.expected.cents,
        "accounts": list(found.accounts),
        "text": check_text(found),
    }


def _event_document(event: YearEvent) -> Document:
    return {
        "kind": event.kind,
        "made_at": event.made_at,
        "made_by": event.made_by,
        "reason": event.reason,
        "entries": event.entry_count,
        "head": event.head_hash,
        "result_cents": event.result.cents,
        "entry_id": event.entry_id,
    }
