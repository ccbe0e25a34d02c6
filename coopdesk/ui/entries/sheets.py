"""How the panel says everything known of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import PROVISIONAL_OPENING, EntryKind, EntryState
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import total
from coopdesk.domain.opening_balances import FROM_SHEET
from coopdesk.ui.columns import Tone
from coopdesk.ui.entries.columns import STATE_TONES
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.booking import SourceLink
    from coopdesk.domain.entries import Entry, EntryLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

ACCOUNT_LINK = "account"
ENTRY_LINK = "entry"
CONTACT_LINK = "contact"
FILE_LINK = "file"
ATTACH_LINK = "attach"
DETACH_LINK = "detach"
MATCH_LINK = "match"
UNMATCH_LINK = "unmatch"
BANK_LINK = "statement_line"

# Lines that wait for another one: third parties, cheques, money on its way.
_MATCHED = ("4", "5112", "517", "58")


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """An entry with its vouchers, its year, and the numbers of those it is tied to."""

    entry: Entry
    year: FiscalYear
    files: tuple[Attachment, ...]
    sources: tuple[SourceLink, ...] = ()
    reverses: Entry | None = None
    reversed_by: Entry | None = None
    bank_lines: tuple[StatementRow, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it may still change."""
        return self.entry.state is EntryState.DRAFT

    @property
    def may_be_reversed(self) -> bool:
        """Whether it takes nothing back and nothing takes it back."""
        return self.reversed_by is None and self.entry.reverses_id is None


def read_sheet(services: Services, entry_id: int) -> EntrySheet:
    """Read an entry; runs on the worker. Raises NotFoundError."""
    entry = services.entries.get(entry_id)
    return EntrySheet(
        entry=entry,
        year=services.fiscal_years.get(entry.fiscal_year_id),
        files=services.entry_files.files(entry_id),
        sources=tuple(services.booking.sources_of(entry_id)),
        reverses=_tied(services, entry.reverses_id),
        reversed_by=_tied(services, entry.reversed_by_id),
        bank_lines=tuple(services.bank.of_entry(entry_id)),
    )


def _tied(services: Services, entry_id: int | None) -> Entry | None:
    try:
        return None if entry_id is None else services.entries.get(entry_id)
    except NotFoundError:
        return None


def entry_parts(sheet: EntrySheet) -> list[Part]:
    """Return the parts of an entry's record."""
    entry, content = sheet.entry, sheet.entry.content
    state = Words(label(entry.state), STATE_TONES[entry.state])
    if sheet.reversed_by is not None:
        state = Words(_("Reversed"), Tone.NEUTRAL)
    return [
        Title(content.label, (day_long(content.entry_on), money_text(content.moved), state)),
        Facts(tuple(_facts(sheet))),
        *_late(sheet),
        *_sources(sheet),
        *_bank_lines(sheet),
        *_side(sheet, _("Debit"), [x for x in entry.lines if x.content.debit]),
        *_side(sheet, _("Credit"), [x for x in entry.lines if x.content.credit]),
        *_files(sheet),
    ]


def _facts(sheet: EntrySheet) -> list[tuple[str, Said]]:
    entry, content = sheet.entry, sheet.entry.content
    number = "" if entry.number is None else number_text(entry.number)
    validated = "" if entry.validated_at is None else day_long(entry.validated_at.date())
    is_plain = content.kind is EntryKind.STANDARD
    reference = content.source.outside_ref or ""
    if reference.startswith((PROVISIONAL_OPENING, FROM_SHEET)):
        reference = ""  # a mark of ours: its kind and label say it
    rows: list[tuple[str, Said]] = [
        (_("Number"), number),
        (_("Validated on"), validated),
        (_("Journal"), content.journal),
        (_("Fiscal year"), sheet.year.label),
        (_("Kind"), "" if is_plain else label(content.kind)),
        (_("Typed as"), label(content.form) if content.form else ""),
        (_("Voucher"), content.voucher_ref),
        (_("Reference"), reference),
        (_("Reverses"), _entry_link(sheet.reverses)),
        (_("Reversed by"), _entry_link(sheet.reversed_by)),
        (_("Note"), content.note),
    ]
    return [(name, said) for name, said in rows if said]


def _sources(sheet: EntrySheet) -> list[Part]:
    """Lead back to the payment, the gifts and receipts that the entry was made of."""
    from coopdesk.wording.booking import source_words

    if not sheet.sources:
        return []
    rows: list[tuple[Said, str, tuple[Said, ...]]] = [
        (
            Words(source_words(x), link="" if x.is_gone else f"{x.kind.value}:{x.id}"),
            "",
            (),
        )
        for x in sheet.sources
    ]
    return [Heading(_("Made from")), Lines(tuple(rows))]


def _bank_lines(sheet: EntrySheet) -> list[Part]:
    """Lead to the lines by which the bank shows the entry."""
    if not sheet.bank_lines:
        return []
    rows: list[tuple[Said, str, tuple[Said, ...]]] = [
        (
            Words(row.label, link=f"{BANK_LINK}:{row.id}"),
            money_text(row.amount),
            (row.account_name, day_text(row.booked_on)),
        )
        for row in sheet.bank_lines
    ]
    return [Heading(_("At the bank")), Lines(tuple(rows))]


def _entry_link(entry: Entry | None) -> Said:
    if entry is None:
        return ""
    said = _("draft") if entry.number is None else _("no. {number}")
    number = "" if entry.number is None else number_text(entry.number)
    return Words(said.format(number=number), link=f"{ENTRY_LINK}:{entry.id}")


def _late(sheet: EntrySheet) -> list[Part]:
    """Say the real date of an operation that stands on another day."""
    content = sheet.entry.content
    real = content.voucher_on
    if real is None or real == content.entry_on:
        return []
    text = _("The voucher is of {day}.")
    if real < sheet.year.starts_on:
        text = _(
            "Late operation: it really is of {day}, in a year that was closed. The law "
            "wants it on the first open day, with its real date."
        )
    return [Paragraph((text.format(day=day_long(real)),), is_muted=True)]


def _side(sheet: EntrySheet, name: str, lines: Sequence[EntryLine]) -> list[Part]:
    if not lines:
        return []
    amount = total(x.content.debit + x.content.credit for x in lines)
    rows = tuple(
        (
            Words(
                f"{x.content.account} {x.account_label}",
                link=f"{ACCOUNT_LINK}:{x.content.account}",
            ),
            money_text(x.content.debit + x.content.credit),
            _below(sheet, x),
        )
        for x in lines
    )
    return [Heading(name, money_text(amount)), Lines(rows)]


def _below(sheet: EntrySheet, line: EntryLine) -> tuple[Said, ...]:
    content = line.content
    said: list[Said] = []
    if content.contact_id is not None:
        said.append(Words(line.contact_name, link=f"{CONTACT_LINK}:{content.contact_id}"))
    if content.label and content.label != sheet.entry.content.label:
        said.append(content.label)
    said += [line.activity_name, content.reference]
    if line.reconciled_on is not None:
        seen = _("checked off on {day}")
        said.append(seen.format(day=day_text(line.reconciled_on)))
    if line.matching:
        said.append(_("matched {letters}").format(letters=line.matching))
        said.append(Words(_("Take the match off"), link=f"{UNMATCH_LINK}:{line.id}"))
    elif content.account.startswith(_MATCHED):
        said.append(Words(_("Match…"), link=f"{MATCH_LINK}:{line.id}"))
    return tuple(x for x in said if x)


def _files(sheet: EntrySheet) -> list[Part]:
    add = Words(_("Attach a file…"), link=f"{ATTACH_LINK}:0")
    parts: list[Part] = [Heading(_("Vouchers"), add)]
    if sheet.files:
        parts.append(Lines(tuple(_file(sheet, each) for each in sheet.files)))
    else:
        hint = _("Drop an invoice, a ticket or a photo here: any file, 10 MB at most.")
        parts.append(Paragraph((hint,), is_muted=True))
    return parts


def _file(sheet: EntrySheet, each: Attachment) -> tuple[Said, str, tuple[Said, ...]]:
    name = Words(each.name, link=f"{FILE_LINK}:{each.id}")
    below: tuple[Said, ...] = (day_long(each.added_on),)
    if sheet.is_draft:
        below = (*below, Words(_("Take off"), link=f"{DETACH_LINK}:{each.id}"))
    return (name, "", below)
