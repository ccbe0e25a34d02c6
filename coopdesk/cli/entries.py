"""Commands about entries of the books: drafts, validation, reversal, matching."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from coopdesk.cli import entry_editing, entry_models
from coopdesk.cli.calls import Call
from coopdesk.cli.entry_documents import (
    entry_document,
    entry_listing,
    entry_row_document,
    lines_listing,
)
from coopdesk.cli.entry_fields import SidesOption, told_lines
from coopdesk.cli.expense_answers import attachment_document
from coopdesk.cli.inventory_words import ACTIVITY, CONTACT, NumbersArgument, activity_id
from coopdesk.cli.jobs import job
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, facts, named
from coopdesk.domain.entries import (
    EntryFilter,
    EntryForm,
    EntryKind,
    EntryState,
    NewEntry,
)
from coopdesk.services.registry import Services
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()
entry_app = subject_app("entry", _("Entries of the books."))
entry_app.add_typer(entry_editing.app)
app.add_typer(entry_editing.marks_app)
app.add_typer(entry_app)
app.add_typer(entry_models.app)

_PAGE = 500
_YEAR = optional("--year", _("Name of the fiscal year; all if none."), _("YEAR"))
_DAY = optional("--date", _("Day in the books; today if not given."), _("DATE"), parse_day)
_FIELDS = {
    "entry_on": _DAY,
    "journal": optional("--journal", _("Code of the journal; OD if none."), _("CODE")),
    "voucher_ref": optional("--voucher", _("Number of the voucher."), _("TEXT")),
    "voucher_on": optional(
        "--voucher-date", _("Day of the voucher, if another."), _("DATE"), parse_day
    ),
    "contact": optional("--contact", _("Number of the third party."), _("NUMBER"), parse_count),
    "activity": ACTIVITY,
    "note": optional("--note", _("A remark."), _("TEXT")),
}
_FILTERS = {
    "year": _YEAR,
    "search": optional("--search", _("Words that must all occur."), _("TEXT")),
    "state": optional_code("--state", _("Only in this state."), EntryState),
    "journal": optional("--journal", _("Only in this journal."), _("CODE")),
    "account": optional(
        "--account", _("Only on this account, or those that begin so."), _("ACCOUNT")
    ),
    "kind": optional_code("--kind", _("Only of this kind."), EntryKind),
    "activity": ACTIVITY,
    "contact": CONTACT,
    "voucher": optional("--voucher", _("Number of the voucher."), _("TEXT")),
    "since": optional("--since", _("Only from this day on."), _("DATE"), parse_day),
    "until": optional("--until", _("Only up to this day."), _("DATE"), parse_day),
    "limit": optional("--limit", _("Show at most so many lines."), _("N"), parse_count),
}


@command(entry_app, "add", _("Record a draft by its debits and credits."), _FIELDS)
def add_entry(
    call: Call,
    label: Annotated[
        str, typer.Option("--label", metavar=_("TEXT"), help=_("What it is for."))
    ],
    debit: SidesOption = None,
    credit: SidesOption = None,
    *,
    late: Annotated[
        bool,
        typer.Option(
            "--late",
            metavar="",
            help=_("In a closed year: on the first open day, with its real date as voucher's."),
        ),
    ] = False,
    **fields: Any,
) -> Answer:
    """Record a draft; contact and activity stand on every line but those of money."""
    with call.opened() as services:
        activity = activity_id(services, fields["activity"])
        new = NewEntry(
            journal=fields["journal"] or "OD",
            entry_on=fields["entry_on"] or call.today(),
            label=label,
            lines=told_lines(debit, credit, fields["contact"], activity),
            voucher_ref=fields["voucher_ref"] or "",
            voucher_on=fields["voucher_on"],
            form=EntryForm.GRID,
            note=fields["note"] or "",
        )
        entry = services.entries.record(services.entries.late(new) if late else new).value
    text = _("Draft {id} recorded: {name}, {amount}").format(
        id=entry.id, name=entry.content.label, amount=money_text(entry.content.debit)
    )
    return Answer({"entry": entry_document(entry)}, (text,))


@command(entry_app, "list", _("List entries, newest first."), _FILTERS)
def list_entries(
    call: Call,
    *,
    without_voucher: Annotated[
        bool,
        typer.Option("--without-voucher", metavar="", help=_("Only those without a voucher.")),
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with entries and what they add up to."""
    with call.opened() as services:
        wanted = EntryFilter(
            fiscal_year_id=_year_id(services, fields["year"]),
            text=fields["search"] or "",
            state=fields["state"],
            journal=(fields["journal"] or "").upper(),
            account=fields["account"] or "",
            kind=fields["kind"],
            activity_id=activity_id(services, fields["activity"]),
            contact_id=fields["contact"],
            voucher=fields["voucher"] or "",
            without_voucher=without_voucher,
            since=fields["since"],
            until=fields["until"],
        )
        ids = services.entries.ids(wanted)
        shown = ids[: fields["limit"]]
        pages = [services.entries.lines(page) for page in _pages(shown)]
        totals = services.entries.totals(wanted)
    rows = [row for page in pages for row in page]
    document = {
        "entries": [entry_row_document(row) for row in rows],
        "count": totals.count,
        "drafts": totals.drafts,
        "amount_cents": totals.amount.cents,
    }
    text = _("Entries: {count}, drafts among them: {drafts}; {amount}").format(
        count=number_text(totals.count),
        drafts=number_text(totals.drafts),
        amount=money_text(totals.amount),
    )
    return Answer(document, (entry_listing(rows), text))


@command(entry_app, "show", _("Show an entry with its lines."))
def show_entry(call: Call, number: IdArgument) -> Answer:
    """Answer with one entry."""
    with call.opened() as services:
        entry = services.entries.get(number)
        sources = services.booking.sources_of(number)
        files = services.entry_files.files(number)
    content = entry.content
    told = facts(
        (_("Entry"), content.label),
        (_("Number"), str(entry.number or label(entry.state))),
        (_("Date"), day_text(content.entry_on)),
        (_("Journal"), content.journal),
        (_("Voucher"), content.voucher_ref),
        (_("Remark"), content.note),
    )
    made_of = [
        named(label(one.kind), " · ".join(filter(None, (one.name, one.number, f"n° {one.id}"))))
        for one in sources
    ]
    kept = [named(_("Voucher"), f"{one.name} (n° {one.id})") for one in files]
    document = {
        **entry_document(entry),
        "sources": [{"kind": x.kind, "id": x.id, "name": x.name} for x in sources],
        "files": [attachment_document(one) for one in files],
    }
    return Answer({"entry": document}, (told, lines_listing(entry), *made_of, *kept))


@command(entry_app, "remove", _("Remove drafts."))
def remove_entries(call: Call, numbers: NumbersArgument) -> Answer:
    """Remove drafts; validated entries are reversed instead."""
    with call.opened() as services:
        count = services.entries.remove(numbers).value
    text = ngettext("{count} draft removed.", "{count} drafts removed.", count)
    return Answer({"removed": count}, (text.format(count=count),))


@command(app, "validate", _("Give drafts their numbers; this is final."), {"year": _YEAR})
def validate_entries(
    call: Call,
    numbers: Annotated[
        list[int] | None,
        typer.Argument(
            metavar=_("NUMBER …"), help=_("Numbers of drafts; all if none."), parser=parse_count
        ),
    ] = None,
    **fields: Any,
) -> Answer:
    """Validate drafts in the order of their days."""
    with call.opened() as services, job(_("Validating")) as progress:
        year_id = _year_id(services, fields["year"])
        count = services.entries.validate(numbers or None, year_id, progress).value
    text = ngettext("{count} entry validated.", "{count} entries validated.", count)
    return Answer({"validated": count}, (text.format(count=number_text(count)),))


@command(
    app,
    "reverse",
    _("Record the draft that takes a validated entry back."),
    {"entry_on": _DAY, "label": optional("--label", _("Why."), _("TEXT"))},
)
def reverse_entry(
    call: Call,
    number: IdArgument,
    *,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            metavar="",
            help=_("Let an automatic entry be prepared again from its payment or gift."),
        ),
    ] = False,
    **fields: Any,
) -> Answer:
    """Record a reversal, debits as credits."""
    with call.opened() as services:
        day = fields["entry_on"] or call.today()
        entry = services.entries.reverse(number, day, fields["label"] or "", again=again).value
    text = _("Draft {id} recorded: {name}, {amount}").format(
        id=entry.id, name=entry.content.label, amount=money_text(entry.content.debit)
    )
    return Answer({"entry": entry_document(entry)}, (text,))


@command(app, "match", _("Say that lines of an account settle each other."))
def match_lines(
    call: Call,
    numbers: NumbersArgument,
    *,
    off: Annotated[
        bool, typer.Option("--off", metavar="", help=_("Take the matching off again."))
    ] = False,
) -> Answer:
    """Put letters on lines, or take them off."""
    with call.opened() as services:
        if off:
            count = services.entries.unmatch(numbers).value
            text = ngettext("{count} line unmatched.", "{count} lines unmatched.", count)
            return Answer({"unmatched": count}, (text.format(count=count),))
        letters = services.entries.match(numbers).value
    text = _("Matched under {letters}.").format(letters=letters)
    return Answer({"letters": letters}, (text,))


def _year_id(services: Services, name: str | None) -> int | None:
    return services.fiscal_years.named(name).id if name else None


def _pages(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE)]
