"""Columns of previews, of imports made, of their rows, and of payments to check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileKind, kind_of_format
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording import preview_lines
from coopdesk.wording.formats import day_text, moment_text, money_text, number_text
from coopdesk.wording.labels import import_reason_text, kept_reason_text, label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import PreviewLine
    from coopdesk.ui.imports.check_list import CheckRow
    from coopdesk.ui.imports.lines import KeptRow, LineRow

# What all lines wait for while the account of their file is not known.
_TO_ANSWER = "account_to_say"
VERDICT_TONES = {
    RowVerdict.NEW: Tone.GOOD,
    RowVerdict.CHANGED: Tone.INFO,
    RowVerdict.SAME: Tone.NEUTRAL,
    RowVerdict.DOUBTFUL: Tone.ATTENTION,
    RowVerdict.REFUSED: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Held:
    """Which of the columns that may be empty hold something."""

    contacts: bool = False
    gifts: bool = False
    reasons: bool = False

    def and_of(self, lines: Sequence[PreviewLine]) -> Held:
        """Tell what these lines hold beside."""
        return Held(
            contacts=self.contacts or any(line.contact_name for line in lines),
            gifts=self.gifts or any(line.gift for line in lines),
            reasons=self.reasons or any(map(_tells_why, lines)),
        )


def _tells_why(line: PreviewLine) -> bool:
    """Tell whether a line says something of its own: the question is asked above them all."""
    return line.is_corrected or line.reason not in {"", _TO_ANSWER}


def line_columns(
    kind: FileKind = FileKind.PAYMENTS, held: Held | None = None
) -> tuple[Column, ...]:
    """Return the columns of a preview of a kind of files, without those that hold nothing."""
    held = held or Held(contacts=True, gifts=True, reasons=True)
    amount = Column("amount", _("Amount"), _amount, sort="amount", align_right=True, width=10)
    gift = Column(
        "gift",
        _("of which gift"),
        _gift,
        sort="gift",
        align_right=True,
        width=9,
        hint=_("Only the gift may enter a tax receipt"),
        gives_way=3,
    )
    day = Column("day", _("Date"), _day, sort="day", width=9)
    contact = Column("contact", _("Contact"), _contact, sort="contact", width=20, gives_way=4)
    why = Column(
        "why",
        _("Answers") if kind is FileKind.POLL else _("Why"),
        why_text,
        sort="why",
        width=20,
        stretch=True,
        tip=why_text,
        gives_way=1,
    )
    gifts = (gift,) if held.gifts else ()
    money = {FileKind.PAYMENTS: (amount, *gifts), FileKind.STATEMENT: (amount,)}
    what = preview_lines.what_title(kind)
    return (
        Column("line", _("Line"), _line, sort="line", width=6),
        Column("verdict", _("Status"), verdict_text, sort="verdict", tone=tone_of, width=13),
        *(() if kind is FileKind.POLL else (day,)),
        Column("what", what, what_text, sort="what", width=12, stretch=True, tip=what_text),
        *((contact,) if held.contacts and kind is not FileKind.CALENDAR else ()),
        *money.get(kind, ()),
        *((why,) if held.reasons else ()),
    )


def history_columns(runs: Iterable[ImportSummary] = ()) -> tuple[Column, ...]:
    """Return the columns of the imports in force, without the counts that none of them has."""
    runs = tuple(runs)
    changed = Column(
        "changed", _("Changed lines"), _changed, align_right=True, width=8, gives_way=4
    )
    doubtful = Column(
        "doubtful", _("To check"), _doubtful, align_right=True, width=8, gives_way=2
    )
    refused = Column(
        "refused", _("Refused lines"), _refused, align_right=True, width=8, gives_way=3
    )
    return (
        Column("made", _("Imported on"), _made, sort="made", width=15, descends=True),
        Column("file", _("File"), _file, sort="file", width=12, stretch=True, tip=_file),
        Column("format", _("Kind"), _format, sort="format", width=20, gives_way=1, tip=_format),
        Column("new", _("New lines"), _new, sort="new", align_right=True, width=8),
        *((changed,) if any(run.changed for run in runs) else ()),
        Column("same", _("Known lines"), _same, align_right=True, width=10, hidden=True),
        *((doubtful,) if any(run.doubtful for run in runs) else ()),
        *((refused,) if any(run.refused for run in runs) else ()),
        Column("amount", _("Amount"), _total, sort="amount", align_right=True, width=10),
        Column("author", _("By"), _author, width=12, hidden=True),
    )


def kept_columns() -> tuple[Column, ...]:
    """Return the columns of the rows that an import kept."""
    return (
        Column("line", _("Line"), _kept_line, sort="line", width=6),
        Column("verdict", _("Status"), verdict_text, sort="verdict", tone=tone_of, width=13),
        Column("raw", _("As it stands in the file"), _kept_raw, width=14, stretch=True),
        Column("why", _("Why"), kept_why_text, sort="why", width=12, stretch=True),
    )


def check_columns() -> tuple[Column, ...]:
    """Return the columns of the payments that wait for a decision."""
    return (
        Column("day", _("Date"), _check_day, sort="day", width=9, descends=True),
        Column("payer", _("Who"), _check_payer, sort="payer", width=17),
        Column(
            "what",
            _("What for"),
            _check_what,
            sort="what",
            width=10,
            stretch=True,
            tip=_check_what,
            gives_way=1,
        ),
        Column("mode", _("Mode"), _check_mode, width=14, hidden=True),
        Column("amount", _("Amount"), _check_amount, sort="amount", align_right=True, width=9),
        Column("why", _("Why"), _check_why, sort="why", width=20, stretch=True, tip=_check_why),
    )


def _line(row: LineRow) -> str:
    return str(row.line.line)


def verdict_text(row: LineRow | KeptRow) -> str:
    """Return how the import judges a line, or that it is left out."""
    return preview_lines.status_text(row.line.verdict, left_out=row.line.left_out)


def tone_of(row: LineRow | KeptRow) -> Tone:
    """Return the colour of that."""
    return Tone.NEUTRAL if row.line.left_out else VERDICT_TONES[row.line.verdict]


def _contact(row: LineRow) -> str:
    line = row.line
    if line.contact_id is not None and line.contact_id < 0:
        return _("new: {name}").format(name=line.contact_name)
    return line.contact_name


def _day(row: LineRow) -> str:
    return day_text(row.line.day) if row.line.day else ""


def what_text(row: LineRow) -> str:
    """Return what a line says, or which column of it is wrong."""
    return preview_lines.what_text(row.line, row.file_format)


def _amount(row: LineRow) -> str:
    return money_text(row.line.amount) if row.line.day else ""


def _gift(row: LineRow) -> str:
    return money_text(row.line.gift) if row.line.gift else ""


def why_text(row: LineRow) -> str:
    """Return why the import judges a line as it does."""
    why = import_reason_text(row.line.reason, row.line.values)
    return why or (_("corrected") if row.line.is_corrected else "")


def _made(run: ImportSummary) -> str:
    return moment_text(run.imported_at)


def _file(run: ImportSummary) -> str:
    return run.file_name


def _format(run: ImportSummary) -> str:
    return label(run.file_format)


def _new(run: ImportSummary) -> str:
    return _count(run.new)


def _changed(run: ImportSummary) -> str:
    return _count(run.changed)


def _same(run: ImportSummary) -> str:
    return _count(run.same)


def _doubtful(run: ImportSummary) -> str:
    return _count(run.doubtful)


def _refused(run: ImportSummary) -> str:
    return _count(run.refused)


def _count(count: int) -> str:
    """Leave a zero blank: what matters stands out."""
    return number_text(count) if count else "–"


def _total(run: ImportSummary) -> str:
    is_money = kind_of_format(run.file_format) in {FileKind.PAYMENTS, FileKind.STATEMENT}
    return money_text(run.amount) if is_money else ""


def _author(run: ImportSummary) -> str:
    return run.author


def _kept_line(row: KeptRow) -> str:
    return str(row.line.line)


def _kept_raw(row: KeptRow) -> str:
    """Return the cells, the references last: names and amounts tell rows apart."""
    cells = [(name, " ".join(text.split())) for name, text in row.line.raw.items()]
    cells.sort(key=lambda cell: fold(cell[0]).startswith("reference"))
    return " · ".join(text for _name, text in cells if text)


def kept_why_text(row: KeptRow) -> str:
    """Return why a kept row was judged so."""
    return kept_reason_text(row.line.reason)


def _check_day(row: CheckRow) -> str:
    return day_text(row.line.paid_on)


def _check_payer(row: CheckRow) -> str:
    return row.line.payer_name or _("Anonymous")


def _check_what(row: CheckRow) -> str:
    kind = label(row.line.kind)
    return " · ".join(part for part in (kind, row.line.label, row.line.campaign) if part)


def _check_mode(row: CheckRow) -> str:
    return label(row.line.mode)


def _check_amount(row: CheckRow) -> str:
    return money_text(row.line.amount)


def _check_why(row: CheckRow) -> str:
    return import_reason_text(row.reason)
