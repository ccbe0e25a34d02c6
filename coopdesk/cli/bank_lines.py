"""Commands about lines of bank statements: list, show, set aside, give to a contact."""

from typing import Annotated, Any

import typer

from coopdesk.cli.bank_documents import bank_line_document, line_listing
from coopdesk.cli.calls import Call
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, facts, named
from coopdesk.domain.bank_lists import LineState, StatementFilter
from coopdesk.domain.bank_statements import LineNature
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

_PAGE = 500
LineNumbers = Annotated[
    list[int],
    typer.Argument(metavar=_("NUMBER …"), help=_("Numbers of the lines."), parser=parse_count),
]
_FILTERS = {
    "account": optional(
        "--account", _("Number of the bank account."), _("NUMBER"), parse_count
    ),
    "search": optional("--search", _("Words that must all occur, or an amount."), _("TEXT")),
    "state": optional_code("--state", _("Only in this state."), LineState),
    "nature": optional_code("--nature", _("Only of this nature."), LineNature),
    "since": optional("--since", _("From this day on."), _("DATE"), parse_day),
    "until": optional("--until", _("Up to this day."), _("DATE"), parse_day),
    "contact": optional("--contact", _("Number of the contact."), _("NUMBER"), parse_count),
    "limit": optional("--limit", _("Show at most so many lines."), _("N"), parse_count),
}
_NOTE = {"note": optional("--note", _("Why."), _("TEXT"))}
_CONTACT = {
    "contact": optional(
        "--contact", _("Number of the contact; nobody if not given."), _("NUMBER"), parse_count
    )
}


@command(app, "lines", _("List lines of bank statements, newest first."), _FILTERS)
def list_bank_lines(
    call: Call,
    *,
    waiting: Annotated[
        bool,
        typer.Option("--waiting", metavar="", help=_("Only what is still to reconcile.")),
    ] = False,
    alerts: Annotated[
        bool,
        typer.Option("--alerts", metavar="", help=_("Only of statements that do not tie.")),
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with the lines that a filter shows and their totals."""
    wanted = StatementFilter(
        bank_account_id=fields["account"],
        text=fields["search"] or "",
        state=fields["state"],
        nature=fields["nature"],
        since=fields["since"],
        until=fields["until"],
        contact_id=fields["contact"],
        waiting=waiting,
        in_alert=alerts,
    )
    with call.opened() as services:
        if fields["account"]:
            services.bank.account(fields["account"])
        ids = services.bank.ids(wanted, fields["limit"])
        starts = range(0, len(ids), _PAGE)
        pages = [services.bank.lines(ids[start : start + _PAGE]) for start in starts]
        totals = services.bank.totals(wanted)
    rows = [row for page in pages for row in page]
    document = {
        "lines": [bank_line_document(row) for row in rows],
        "count": totals.count,
        "income_cents": totals.income.cents,
        "expense_cents": totals.expense.cents,
        "to_reconcile": totals.waiting,
        "to_reconcile_cents": totals.waiting_amount.cents,
    }
    text = _(
        "Lines: {count}; in: {income}; out: {expense}; to reconcile: {waiting} ({amount})"
    ).format(
        count=number_text(totals.count),
        income=money_text(totals.income),
        expense=money_text(totals.expense),
        waiting=number_text(totals.waiting),
        amount=money_text(totals.waiting_amount),
    )
    return Answer(document, (line_listing(rows), text))


@command(app, "line", _("Show one line with its file and what it is reconciled with."))
def show_bank_line(call: Call, number: IdArgument) -> Answer:
    """Answer with a line and its row as it stood in the file."""
    with call.opened() as services:
        found = services.bank.line(number)
    row = found.row
    document = {
        "line": bank_line_document(row),
        "import": found.run_id,
        "file": found.file_name,
        "file_line": found.file_line,
        "raw": dict(found.raw),
    }
    told = facts(
        (_("Bank account"), row.account_name),
        (_("Date"), day_text(row.booked_on)),
        (_("Amount"), money_text(row.amount)),
        (_("Label"), row.label),
        (_("Nature"), label(row.nature)),
        (_("Who"), row.contact_name or row.counterparty),
        (_("State"), label(row.state)),
        (_("Balance after it"), money_text(row.balance) if row.balance is not None else ""),
        (_("Note"), row.note),
        (_("File"), found.file_name),
    )
    lines = [f"{day_text(x.day) if x.day else ''} {x.label}".strip() for x in row.targets]
    matched = [named(_("Reconciled with"), text) for text in lines]
    return Answer(document, (told, *matched))


@command(app, "set-aside", _("Say of lines that they need no entry."), _NOTE)
def set_lines_aside(call: Call, numbers: LineNumbers, **fields: Any) -> Answer:
    """Set lines aside."""
    with call.opened() as services:
        count = services.bank.set_aside(numbers, fields["note"] or "").value
    return _counted(count)


@command(app, "put-back", _("Put lines that were set aside back among those to reconcile."))
def put_lines_back(call: Call, numbers: LineNumbers) -> Answer:
    """Put lines back."""
    with call.opened() as services:
        count = services.bank.put_back(numbers).value
    return _counted(count)


@command(app, "give", _("Say whose operations lines are."), _CONTACT)
def give_lines(call: Call, numbers: LineNumbers, **fields: Any) -> Answer:
    """Give lines to a contact, or to nobody."""
    with call.opened() as services:
        count = services.bank.give_contact(numbers, fields["contact"]).value
    return _counted(count)


def _counted(count: int) -> Answer:
    text = ngettext("{count} line changed.", "{count} lines changed.", count)
    return Answer({"changed": count}, (text.format(count=count),))
