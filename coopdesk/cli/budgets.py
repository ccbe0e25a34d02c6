"""Commands about budgets: versions, lines, sheets, actual against budget."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.inventory_words import ACTIVITY, NOTE, YEAR, activity_id, amount, fiscal_year
from coopdesk.cli.options import (
    BringOption,
    FileArgument,
    command,
    optional,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.budget_imports import BudgetPreview
from coopdesk.domain.budgets import (
    BudgetComparison,
    BudgetRow,
    BudgetVersion,
    NewBudgetLine,
    NewBudgetVersion,
)
from coopdesk.domain.text import fold
from coopdesk.services.registry import Services
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("budget", _("Budgets, and actual against budget."))

NameArgument = Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Name of the budget."))]
_VERSION = optional("--version", _("Name of the budget; the voted one if none."), _("TEXT"))


@command(
    app,
    "show",
    _("Show a budget beside what the books say."),
    {"year": YEAR, "version": _VERSION, "activity": ACTIVITY},
)
def show_budget(call: Call, **fields: Any) -> Answer:
    """Answer with actual against budget."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        key = activity_id(services, fields["activity"])
        chosen = _chosen(services, year.id, fields["version"])
        found = services.budgets.compare(year.id, chosen.id if chosen else None, key)
    document = {
        "year": year.label,
        "budget": _version_document(found.version) if found.version else None,
        "rows": [_row_document(row) for row in found.rows],
    }
    return Answer(document, (_comparison_listing(found),))


@command(
    app,
    "set",
    _("Plan an amount on an account; 0 takes it away."),
    {
        "year": YEAR,
        "version": _VERSION,
        "activity": ACTIVITY,
        "month": optional("--month", _("Any day of the month."), _("DATE"), parse_day),
        "label": optional("--label", _("What it is for."), _("TEXT")),
    },
)
def set_line(
    call: Call,
    account: Annotated[str, typer.Argument(metavar=_("ACCOUNT"), help=_("Its number."))],
    planned: Annotated[str, typer.Argument(metavar=_("AMOUNT"), help=_("What is planned."))],
    **fields: Any,
) -> Answer:
    """Plan an amount, in place of the one before."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        chosen = _chosen(services, year.id, fields["version"])
        if chosen is None:
            new = NewBudgetVersion(year.id, _("Budget {year}").format(year=year.label))
            chosen = services.budgets.add(new).value
        line = NewBudgetLine(
            account,
            amount(planned),
            activity_id(services, fields["activity"]),
            fields["month"],
            fields["label"] or "",
        )
        services.budgets.set_line(chosen.id, line)
        version = services.budgets.get(chosen.id)
    text = _("Budget “{name}”: expenses {expenses}, income {income}").format(
        name=version.content.name,
        expenses=money_text(version.expenses),
        income=money_text(version.income),
    )
    return Answer({"budget": _version_document(version)}, (text,))


@command(
    app,
    "versions",
    _("List the budgets of a fiscal year; adopt one, or open it again."),
    {
        "year": YEAR,
        "adopt": optional("--adopt", _("Name of the budget that was voted."), _("TEXT")),
        "reopen": optional("--reopen", _("Name of the budget to change again."), _("TEXT")),
        "on": optional("--on", _("Day of the vote; today if none."), _("DATE"), parse_day),
    },
)
def list_versions(call: Call, **fields: Any) -> Answer:
    """Answer with the budgets of a fiscal year."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        if fields["adopt"]:
            found = _named(services, year.id, fields["adopt"])
            services.budgets.adopt(found.id, fields["on"])
        if fields["reopen"]:
            services.budgets.reopen(_named(services, year.id, fields["reopen"]).id)
        versions = services.budgets.versions(year.id)
    columns = (
        Column(_("Budget")),
        Column(_("State")),
        Column(_("Lines"), at_right=True),
        Column(_("Planned expenses"), at_right=True),
        Column(_("Planned income"), at_right=True),
        Column(_("Result"), at_right=True),
    )
    rows = [
        (
            one.content.name,
            label(one.state),
            str(one.line_count),
            money_text(one.expenses),
            money_text(one.income),
            money_text(one.result),
        )
        for one in versions
    ]
    document = {"year": year.label, "budgets": [_version_document(one) for one in versions]}
    return Answer(document, (Listing(columns, rows, _("No budget for this year.")),))


@command(
    app,
    "change",
    _("Rename a budget, or note something of it."),
    {
        "year": YEAR,
        "name": optional("--name", _("Its new name."), _("TEXT")),
        "note": NOTE,
    },
)
def change_version(call: Call, budget: NameArgument, **fields: Any) -> Answer:
    """Change a budget that is not voted."""
    new = {name: fields[name] for name in ("name", "note") if fields[name] is not None}
    if not new:
        raise nothing_to_change("--name …")
    with call.opened() as services:
        known = _named(services, fiscal_year(services, fields).id, budget)
        made = services.budgets.rename(known.id, replace(known.content, **new)).value
    text = _("Budget changed: {name}").format(name=made.content.name)
    return Answer({"budget": _version_document(made)}, (text,))


@command(app, "remove", _("Remove a budget that is not voted."), {"year": YEAR})
def remove_version(call: Call, budget: NameArgument, **fields: Any) -> Answer:
    """Remove a budget with its lines."""
    with call.opened() as services:
        known = _named(services, fiscal_year(services, fields).id, budget)
        services.budgets.remove(known.id)
    text = _("Budget removed: {name}").format(name=known.content.name)
    return Answer({"budget": _version_document(known)}, (text,))


@command(
    app,
    "import",
    _("Read a budget from a sheet (XLSX, ODS, CSV)."),
    {"year": YEAR, "name": optional("--name", _("Name of the budget."), _("TEXT"))},
)
def import_sheet(
    call: Call,
    file: FileArgument,
    *,
    preview: BringOption = False,
    **fields: Any,
) -> Answer:
    """Import a sheet into a new budget, or in place of the lines of a draft of that name."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        found = services.budget_imports.preview(year.id, file)
        if preview or found.errors:
            return _preview_answer(found)
        name = fields["name"] or Path(file).stem
        known = [x for x in services.budgets.versions(year.id) if _is(x, name)]
        new = NewBudgetVersion(year.id, name)
        made = services.budget_imports.apply(new, file, known[0].id if known else None).value
    text = _("Budget “{name}” imported: {count} lines").format(name=name, count=made.line_count)
    return Answer({"budget": _version_document(made)}, (text,))


def _preview_answer(found: BudgetPreview) -> Answer:
    problems = [
        {
            "line": one.line,
            "column": one.column,
            "code": one.code,
            "text": code_text(one.code, {**one.values, "column": one.column}),
        }
        for one in found.problems
    ]
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Column")),
        Column(_("What is wrong")),
    )
    rows = [(str(x["line"]), str(x["column"]), str(x["text"])) for x in problems]
    text = _(
        "Lines that can be imported: {count}; expenses {expenses}, income {income}"
    ).format(
        count=len(found.lines),
        expenses=money_text(found.expenses),
        income=money_text(found.income),
    )
    document = {
        "file": found.file_name,
        "lines": [
            {
                "line": one.line,
                "account": one.content.account,
                "activity": one.activity_name,
                "month": one.content.month_on,
                "amount_cents": one.content.amount.cents,
            }
            for one in found.lines
        ],
        "problems": problems,
    }
    return Answer(document, (Listing(columns, rows), text), 1 if found.errors else 0)


def _chosen(services: Services, year_id: int, name: str | None) -> BudgetVersion | None:
    if name:
        return _named(services, year_id, name)
    return next(iter(services.budgets.versions(year_id)), None)


def _named(services: Services, year_id: int, name: str) -> BudgetVersion:
    for one in services.budgets.versions(year_id):
        if _is(one, name):
            return one
    raise UsageProblemError(_("There is no budget “{name}”.").format(name=name))


def _is(version: BudgetVersion, name: str) -> bool:
    return fold(version.content.name) == fold(name)


def _comparison_listing(found: BudgetComparison) -> Listing:
    columns = (
        Column(_("Account")),
        Column(_("Label"), rare=True),
        Column(_("Budget"), at_right=True),
        Column(_("Actual"), at_right=True),
        Column(_("Still left"), at_right=True),
        Column("%", at_right=True, rare=True),
    )
    sums = ((found.expenses, _("Total expenses")), (found.income, _("Total income")))
    rows = [_cells(row, row.account, row.label) for row in found.rows]
    rows += [_cells(row, "", name) for row, name in sums if found.rows]
    return Listing(columns, rows, _("Nothing was planned or booked."))


def _cells(row: BudgetRow, account: str, name: str) -> tuple[str, ...]:
    figures = (money_text(x) for x in (row.budget, row.actual, row.remaining))
    return (account, name, *figures, "" if row.percent is None else str(row.percent))


def _version_document(one: BudgetVersion) -> Document:
    return {
        "id": one.id,
        "name": one.content.name,
        "state": one.state,
        "adopted_on": one.adopted_on,
        "lines": one.line_count,
        "expenses_cents": one.expenses.cents,
        "income_cents": one.income.cents,
    }


def _row_document(row: BudgetRow) -> Document:
    return {
        "account": row.account,
        "label": row.label,
        "budget_cents": row.budget.cents,
        "actual_cents": row.actual.cents,
        "remaining_cents": row.remaining.cents,
        "planned": row.planned,
    }
