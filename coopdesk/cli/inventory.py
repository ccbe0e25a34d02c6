"""Commands about year-end entries: what belongs to another year than its voucher."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.entry_documents import entry_document, entry_listing, entry_row_document
from coopdesk.cli.inventory_words import (
    ACTIVITY,
    CONTACT,
    FROM,
    UNTIL,
    YEAR,
    activity_id,
    amount,
    fiscal_year,
    given,
)
from coopdesk.cli.options import coded, command, optional, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.inventory_entries import InventoryKind, NewInventoryEntry
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

app = typer.Typer()
inventory_app = subject_app(
    "inventory", _("Entries of the year-end: prepaid, deferred, still to be paid or received.")
)
app.add_typer(inventory_app)


@command(
    inventory_app,
    "add",
    _("Draft a year-end entry, to be reversed when the next year opens."),
    {
        "counterpart": optional(
            "--counterpart", _("Account that stands against it; the usual one if none."),
            _("ACCOUNT"),
        ),
        "since": FROM,
        "until": UNTIL,
        "activity": ACTIVITY,
        "contact_id": CONTACT,
        "voucher_ref": optional("--voucher", _("Number of the voucher."), _("TEXT")),
        "year": YEAR,
    },
)  # fmt: skip
def add_entry(
    call: Call,
    account: Annotated[
        str, typer.Argument(metavar=_("ACCOUNT"), help=_("Account of the expense or income."))
    ],
    moved: Annotated[
        str,
        typer.Argument(
            metavar=_("AMOUNT"),
            help=_("What goes to the other year; with --from and --until, the whole invoice."),
        ),
    ],
    kind: Annotated[InventoryKind, coded(InventoryKind, _("What it is."), "--kind")],
    name: Annotated[str, typer.Option("--label", metavar=_("TEXT"), help=_("What it is for."))],
    *,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", metavar="", help=_("Only say what would be written.")),
    ] = False,
    **fields: Any,
) -> Answer:
    """Draft the entry on the last day of the year, or only say it."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        told = given(fields)
        key = activity_id(services, told.pop("activity", None))
        new = NewInventoryEntry(kind, account, amount(moved), name, activity_id=key, **told)
        if dry_run:
            return _preview(services.inventory.preview(year.id, new))
        entry = services.inventory.record(year.id, new).value
    text = _("Draft {id} recorded: {name}, {amount}").format(
        id=entry.id, name=entry.content.label, amount=money_text(entry.content.debit)
    )
    return Answer({"entry": entry_document(entry)}, (text, _lines(entry.content.lines)))


@command(
    inventory_app,
    "list",
    _("List the entries of the inventory of a fiscal year."),
    {"year": YEAR},
)
def list_entries(call: Call, **fields: Any) -> Answer:
    """Answer with the entries, and which the next opening still reverses."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        rows = services.inventory.of_year(year.id)
        waiting = [row.id for row in services.inventory.to_reverse(year.id)]
    document = {
        "year": year.label,
        "entries": [entry_row_document(row) for row in rows],
        "to_reverse": waiting,
    }
    text = ngettext(
        "{count} entry to reverse when the next year opens.",
        "{count} entries to reverse when the next year opens.",
        len(waiting),
    )
    parts: list[Listing | str] = [entry_listing(rows)]
    if waiting:
        parts.append(text.format(count=number_text(len(waiting))))
    return Answer(document, tuple(parts))


@command(
    inventory_app,
    "reverse",
    _("Draft the reversals on the first day of the next year, as the closing does."),
    {"year": YEAR},
)
def reverse_entries(call: Call, **fields: Any) -> Answer:
    """Answer with how many there are; what is reversed already is left."""
    with call.opened() as services:
        year = fiscal_year(services, fields)
        count = services.inventory.reverse_all(year.id).value
    text = ngettext(
        "{count} reversal prepared as a draft of the next year.",
        "{count} reversals prepared as drafts of the next year.",
        count,
    )
    return Answer(
        {"year": year.label, "reversals": count}, (text.format(count=number_text(count)),)
    )


def _preview(new: NewEntry) -> Answer:
    document = {
        "date": new.entry_on,
        "journal": new.journal,
        "label": new.label,
        "lines": [
            {
                "account": line.account,
                "debit_cents": line.debit.cents,
                "credit_cents": line.credit.cents,
            }
            for line in new.lines
        ],
    }
    text = _("{day}: {label}").format(day=day_text(new.entry_on), label=new.label)
    return Answer({"entry": document}, (text, _lines(new.lines)))


def _lines(lines: tuple[NewEntryLine, ...]) -> Listing:
    columns = (
        Column(_("Account")),
        Column(_("Debit"), at_right=True),
        Column(_("Credit"), at_right=True),
    )
    rows = [
        (
            line.account,
            money_text(line.debit) if line.debit else "",
            money_text(line.credit) if line.credit else "",
        )
        for line in lines
    ]
    return Listing(columns, rows)
