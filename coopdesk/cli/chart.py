"""Commands about the chart of accounts, journals and fiscal years."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.entry_documents import (
    account_document,
    chart_listing,
    journal_document,
    journal_listing,
    year_document,
    year_listing,
)
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import coded, command, optional, parse_day
from coopdesk.cli.output import Answer
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.text import fold
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

app = typer.Typer()

AccountArgument = Annotated[
    str, typer.Argument(metavar=_("ACCOUNT"), help=_("Number of the account, such as 512A."))
]
CodeArgument = Annotated[
    str, typer.Argument(metavar=_("CODE"), help=_("Code of the journal, such as BQ."))
]
ClosedOption = Annotated[
    bool | None,
    typer.Option("--close/--open", metavar="", help=_("Take no more entries, or take them.")),
]
YearArgument = Annotated[
    str, typer.Argument(metavar=_("YEAR"), help=_("Name of the fiscal year."))
]
_SEARCH = {"search": optional("--search", _("Words that must all occur."), _("TEXT"))}
_LABEL = {"label": optional("--label", _("What it is for."), _("TEXT"))}
_DAYS = {
    "starts_on": optional("--from", _("Its first day."), _("DATE"), parse_day),
    "ends_on": optional("--to", _("Its last day."), _("DATE"), parse_day),
}


@command(app, "chart", _("List the accounts of the association, or all there are."), _SEARCH)
def list_accounts(
    call: Call,
    *,
    catalogue: Annotated[
        bool,
        typer.Option(
            "--all", metavar="", help=_("All that the regulation or use knows, taken or not.")
        ),
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with accounts by number."""
    words = fold(fields["search"] or "").split()
    with call.opened() as services:
        found = services.chart.catalogue() if catalogue else services.chart.accounts()
    shown = [
        one
        for one in found
        if all(word in f"{one.number.lower()} {fold(one.label)}" for word in words)
    ]
    document = {"accounts": [account_document(one) for one in shown], "count": len(shown)}
    return Answer(document, (chart_listing(shown),))


@command(app, "add-account", _("Take an account of the catalogue, or add our own."), _LABEL)
def add_account(call: Call, number: AccountArgument, **fields: Any) -> Answer:
    """Add an account to the chart."""
    with call.opened() as services:
        account = services.chart.add(number, fields["label"] or "").value
    text = _("Account {number} added: {label}").format(
        number=account.number, label=account.label
    )
    return Answer({"account": account_document(account)}, (text,))


@command(app, "change-account", _("Rename an account, close it or open it again."), _LABEL)
def change_account(
    call: Call, number: AccountArgument, close: ClosedOption = None, **fields: Any
) -> Answer:
    """Change an account of the chart."""
    is_open = None if close is None else not close
    with call.opened() as services:
        account = services.chart.change(number, label=fields["label"], is_open=is_open).value
    text = _("Account {number} changed: {label}").format(
        number=account.number, label=account.label
    )
    return Answer({"account": account_document(account)}, (text,))


@command(app, "remove-account", _("Remove an account that nothing names."))
def remove_account(call: Call, number: AccountArgument) -> Answer:
    """Remove an account of the chart."""
    with call.opened() as services:
        services.chart.remove(number)
    text = _("Account {number} removed.").format(number=number)
    return Answer({"number": number}, (text,))


@command(app, "journals", _("List the journals."))
def list_journals(call: Call) -> Answer:
    """Answer with the journals in their order."""
    with call.opened() as services:
        journals = services.chart.journals()
    document = {"journals": [journal_document(one) for one in journals]}
    return Answer(document, (journal_listing(journals),))


@command(
    app,
    "add-journal",
    _("Add a journal."),
    {"account": optional("--account", _("Account of money that it keeps."), _("ACCOUNT"))},
)
def add_journal(
    call: Call,
    code: CodeArgument,
    name: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What it is called."))],
    kind: Annotated[JournalKind, coded(JournalKind, _("What is written in it."))],
    **fields: Any,
) -> Answer:
    """Add a journal."""
    with call.opened() as services:
        made = services.chart.add_journal(code, name, kind, fields["account"] or "").value
    text = _("Journal {journal} added: {name}").format(journal=made.code, name=made.name)
    return Answer({"journal": journal_document(made)}, (text,))


@command(
    app,
    "change-journal",
    _("Rename a journal, give it another account, close it or open it again."),
    {
        "name": optional("--name", _("What it is called."), _("TEXT")),
        "account": optional("--account", _("Account of money that it keeps."), _("ACCOUNT")),
    },
)
def change_journal(
    call: Call, code: CodeArgument, close: ClosedOption = None, **fields: Any
) -> Answer:
    """Change a journal."""
    is_open = None if close is None else not close
    if is_open is None and set(fields.values()) == {None}:
        raise nothing_to_change("--name …")
    with call.opened() as services:
        made = services.chart.change_journal(code, **fields, is_open=is_open).value
    text = _("Journal {journal} changed: {name}").format(journal=made.code, name=made.name)
    return Answer({"journal": journal_document(made)}, (text,))


@command(app, "remove-journal", _("Remove a journal without entries."))
def remove_journal(call: Call, code: CodeArgument) -> Answer:
    """Remove a journal."""
    with call.opened() as services:
        services.chart.remove_journal(code)
    text = _("Journal {journal} removed.").format(journal=code.upper())
    return Answer({"code": code.upper()}, (text,))


@command(app, "years", _("List the fiscal years."))
def list_years(call: Call) -> Answer:
    """Answer with the fiscal years, the latest first."""
    with call.opened() as services:
        years = services.fiscal_years.list()
    return Answer({"years": [year_document(one) for one in years]}, (year_listing(years),))


@command(app, "open-year", _("Open the next fiscal year, or another by its days."), _DAYS)
def open_year(call: Call, **fields: Any) -> Answer:
    """Open a fiscal year: twelve months after the last if no days are given."""
    with call.opened() as services:
        if fields["starts_on"] and fields["ends_on"]:
            outcome = services.fiscal_years.open(fields["starts_on"], fields["ends_on"])
        else:
            outcome = services.fiscal_years.open_next(fields["ends_on"])
    year = outcome.value
    text = _("Fiscal year {name} opened: {first} – {last}").format(
        name=year.label, first=day_text(year.starts_on), last=day_text(year.ends_on)
    )
    return Answer({"year": year_document(year)}, (text,))


@command(
    app,
    "change-year",
    _("Give a fiscal year other days or another name."),
    _DAYS | {"label": optional("--name", _("What it is called."), _("TEXT"))},
)
def change_year(call: Call, year: YearArgument, **fields: Any) -> Answer:
    """Change an open fiscal year."""
    with call.opened() as services:
        known = services.fiscal_years.named(year)
        made = services.fiscal_years.change(known.id, **fields).value
    text = _("Fiscal year {name}: {first} – {last}").format(
        name=made.label, first=day_text(made.starts_on), last=day_text(made.ends_on)
    )
    return Answer({"year": year_document(made)}, (text,))


@command(app, "remove-year", _("Remove the first or last fiscal year if nothing is in it."))
def remove_year(call: Call, year: YearArgument) -> Answer:
    """Remove a fiscal year."""
    with call.opened() as services:
        known = services.fiscal_years.named(year)
        services.fiscal_years.remove(known.id)
    text = _("Fiscal year {name} removed.").format(name=known.label)
    return Answer({"year": year_document(known)}, (text,))
