"""Commands about what the books say: balance, ledgers, journals, statements, treasury."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from coopdesk.cli import report_documents as documents
from coopdesk.cli import report_listings as listings
from coopdesk.cli.calls import Call
from coopdesk.cli.failures import DONE, PROBLEMS_FOUND
from coopdesk.cli.options import command, optional, parse_count
from coopdesk.cli.output import Answer, Listing, named
from coopdesk.cli.report_scopes import SCOPE, ValidatedOption, report_scope
from coopdesk.domain.financial_statements import AT_THE_FOOT, StatementKind
from coopdesk.domain.money import total
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()

_PAGE = 500
_LINES = SCOPE | {
    "limit": optional("--limit", _("Show at most so many lines."), _("N"), parse_count)
}


def parse_statement(text: str | StatementKind) -> StatementKind:
    """Read the name of a statement; for arguments."""
    if isinstance(text, StatementKind):
        return text
    known = {kind.value: kind for kind in StatementKind}
    if text in known:
        return known[text]
    message = _("“{text}” is not one of: {names}.").format(text=text, names=", ".join(known))
    raise typer.BadParameter(message)


@command(app, "balance", _("Show what every account holds, beside the year before."), SCOPE)
def show_balance(call: Call, *, validated: ValidatedOption = False, **fields: Any) -> Answer:
    """Answer with the balance of a fiscal year."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        balance = services.reports.balance(scope)
    parts: list[Listing | str] = [listings.balance_listing(balance)]
    if balance.lacks_opening:
        parts.append(_("The balances of the year before have not been carried over yet."))
    parts.append(named(_("Result"), money_text(balance.result)))
    return Answer(documents.balance_document(year, balance), tuple(parts))


@command(app, "ledger", _("List the lines of an account, or of all that begin so."), _LINES)
def show_ledger(
    call: Call,
    account: Annotated[
        str,
        typer.Argument(metavar=_("ACCOUNT"), help=_("Its number, or the beginning of it.")),
    ],
    *,
    validated: ValidatedOption = False,
    **fields: Any,
) -> Answer:
    """Answer with lines and their running balance, oldest first."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        ledger = services.reports.ledger(account, scope)
        ids = ledger.ids[: fields["limit"]]
        lines = [
            line for page in _pages(ids) for line in services.reports.ledger_lines(ledger, page)
        ]
    document = {
        **documents.year_document(year),
        "account": account,
        "label": ledger.label,
        "lines": [documents.line_document(line, has_balance=True) for line in lines],
        "count": len(ledger.ids),
        "debit_cents": ledger.debit.cents,
        "credit_cents": ledger.credit.cents,
        "closing_cents": ledger.closing.cents,
    }
    foot = named(_("Balance"), money_text(ledger.closing))
    return Answer(document, (listings.line_listing(lines, has_balance=True), foot))


@command(app, "journal", _("List the lines of a journal, or of all journals."), _LINES)
def show_journal(
    call: Call,
    code: Annotated[
        str, typer.Argument(metavar=_("CODE"), help=_("Code of the journal; all if none."))
    ] = "",
    *,
    validated: ValidatedOption = False,
    **fields: Any,
) -> Answer:
    """Answer with the lines of entries by day."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        ids = services.reports.journal(code.upper() or None, scope)
        shown = ids[: fields["limit"]]
        pages = (services.reports.journal_lines(page) for page in _pages(shown))
        lines = [line for page in pages for line in page]
    document = {
        **documents.year_document(year),
        "journal": code.upper(),
        "lines": [documents.line_document(line) for line in lines],
        "count": len(ids),
    }
    return Answer(document, (listings.line_listing(lines),))


@command(app, "statement", _("Show a statement in the official model."), SCOPE)
def show_statement(
    call: Call,
    kind: Annotated[
        StatementKind,
        typer.Argument(
            metavar="result|balance-sheet|volunteering",
            help=_("Which statement."),
            parser=parse_statement,
        ),
    ],
    *,
    validated: ValidatedOption = False,
    **fields: Any,
) -> Answer:
    """Answer with the lines of a statement, the year before and the budget."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        found, *foot = services.reports.statements(scope, kind, *AT_THE_FOOT.get(kind, ()))
    parts: list[Listing | str] = [label(kind), listings.statement_listing(found)]
    for one in foot:
        if any(line.amount or line.previous for line in one.lines):
            parts += [label(one.kind), listings.statement_listing(one)]
    if found.unplaced:
        text = _("No line takes these accounts: {numbers}")
        parts.append(text.format(numbers=", ".join(found.unplaced)))
    return Answer(documents.statement_document(year, found), tuple(parts))


@command(app, "figure", _("List the accounts behind a line of a statement."), SCOPE)
def show_figure(
    call: Call,
    code: Annotated[
        str, typer.Argument(metavar=_("CODE"), help=_("Code of the line, as R5 or A37."))
    ],
    *,
    validated: ValidatedOption = False,
    **fields: Any,
) -> Answer:
    """Answer with accounts whose parts add up to the line."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        found = services.reports.accounts_of(code, scope)
    amount = total(one.amount for one in found)
    document = {
        **documents.year_document(year),
        "code": code,
        "accounts": [
            {
                "number": one.row.number,
                "label": one.row.label,
                "amount_cents": one.amount.cents,
            }
            for one in found
        ],
        "amount_cents": amount.cents,
    }
    return Answer(document, (listings.figure_listing(found, amount),))


@command(app, "ties", _("Set the lists of gifts and fees beside the books."), SCOPE)
def show_ties(call: Call, *, validated: ValidatedOption = False, **fields: Any) -> Answer:
    """Answer with each account of gifts and fees; exit code 4 when one differs."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        found = services.reports.ties(scope)
    is_met = all(tie.is_met for tie in found)
    document = {
        **documents.year_document(year),
        "ties": [documents.tie_document(tie) for tie in found],
        "is_met": is_met,
    }
    return Answer(
        document, (listings.tie_listing(found),), exit_code=DONE if is_met else PROBLEMS_FOUND
    )


@command(app, "activities", _("Show what each activity earned and spent."), SCOPE)
def show_activities(call: Call, *, validated: ValidatedOption = False, **fields: Any) -> Answer:
    """Answer with income and expenses by activity, the budget and the year before."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        found = services.reports.by_activity(scope)
    document = {
        **documents.year_document(year),
        "activities": [documents.activity_document(one) for one in found],
    }
    return Answer(document, (listings.activity_listing(found),))


@command(app, "treasury", _("Show money by month, and what may come."), SCOPE)
def show_treasury(call: Call, *, validated: ValidatedOption = False, **fields: Any) -> Answer:
    """Answer with the money of each month and account."""
    with call.opened() as services:
        year, scope = report_scope(services, fields, validated=validated)
        found = services.reports.treasury(scope)
    parts: list[Listing | str] = [listings.treasury_listing(found)]
    if found.forecast:
        parts.append(listings.forecast_listing(found))
    return Answer(documents.treasury_document(year, found), tuple(parts))


def _pages(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE)]
