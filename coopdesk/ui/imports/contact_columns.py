"""Columns of the preview of a file of contacts, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column
from coopdesk.ui.imports.columns import VERDICT_TONES
from coopdesk.wording.contact_fields import cell_shown, field_text
from coopdesk.wording.errors import code_text
from coopdesk.wording.labels import import_reason_text, label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.contact_imports import CellChange, ContactPreviewLine
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.imports import Problem
    from coopdesk.ui.columns import Tone


@dataclass(frozen=True, slots=True)
class ContactLineRow:
    """A line of a file of contacts; ``fields`` are the association's own by id."""

    id: int
    line: ContactPreviewLine
    fields: Mapping[int, CustomField]

    @property
    def text(self) -> str:
        """What the search looks into."""
        return f"{self.line.name} {self.line.detail} {self.line.line}"


def contact_line_columns() -> tuple[Column, ...]:
    """Return the columns of the preview."""
    return (
        Column("line", _("Line"), _line, sort="line", width=6),
        Column("verdict", _("Status"), _verdict, sort="verdict", tone=_tone, width=12),
        Column("name", _("Name"), _name, sort="name", width=14, stretch=True),
        Column("detail", _("E-mail or town"), _detail, width=14, stretch=True, gives_way=1),
        Column("what", _("What changes"), changes_text, width=16, stretch=True, gives_way=3),
        Column("why", _("Why"), why_text, sort="why", width=26, stretch=True, gives_way=2),
    )


def change_text(row: ContactLineRow, change: CellChange) -> str:
    """Return one difference: what is known, what the file says."""
    old, new = (cell_shown(change.field, x, row.fields) for x in (change.old, change.new))
    if not change.old:
        return _short(new)
    if not change.new:
        return _("{old} → (empty)").format(old=_short(old))
    return _("{old} → {new}").format(old=_short(old), new=_short(new))


def _short(text: str) -> str:
    line = " · ".join(filter(None, text.split("\n")))
    return f"{line[:79]}…" if len(line) > 80 else line


def changes_text(row: ContactLineRow) -> str:
    """Return the cells that will change, or wait to be accepted."""
    names = [field_text(x.field, row.fields) for x in row.line.changes if x.accepted]
    waiting = [field_text(x.field, row.fields) for x in row.line.changes if not x.accepted]
    said = []
    if names:
        said.append(_("changes: {names}").format(names=", ".join(dict.fromkeys(names))))
    if waiting:
        said.append(_("to accept: {names}").format(names=", ".join(dict.fromkeys(waiting))))
    return " · ".join(said)


def why_text(row: ContactLineRow) -> str:
    """Return why the import judges a line as it does, or what a warning says of it."""
    line = row.line
    if line.left_out:
        return _("left out by your decision")
    if line.reason:
        return import_reason_text(line.reason, line.values)
    return warning_text(line.warnings[0]) if line.warnings else ""


def warning_text(problem: Problem) -> str:
    """Return what a warning says, with its column if that is not said already."""
    sentence = code_text(problem.code, {"column": problem.column, **problem.values})
    if problem.column and problem.column not in sentence:
        return f"{problem.column}\N{NO-BREAK SPACE}: {sentence}"
    return sentence


def _line(row: ContactLineRow) -> str:
    return str(row.line.line)


def _verdict(row: ContactLineRow) -> str:
    return label(row.line.verdict)


def _tone(row: ContactLineRow) -> Tone:
    return VERDICT_TONES[row.line.verdict]


def _name(row: ContactLineRow) -> str:
    return row.line.name


def _detail(row: ContactLineRow) -> str:
    return row.line.detail
