"""A line of a file set out for reading: why, what was understood, as it stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports.cell_dialog import wrong_columns
from coopdesk.ui.imports.columns import tone_of, verdict_text, what_text, why_text
from coopdesk.ui.widgets.record_parts import Facts, Heading, Paragraph, Title, Words
from coopdesk.wording.formats import capital, day_text, money_text
from coopdesk.wording.language import _
from coopdesk.wording.preview_lines import what_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.ui.imports.lines import LineRow
    from coopdesk.ui.widgets.record_parts import Part, Said


def line_parts(row: LineRow, kind: FileKind, told: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts of the panel; ``told`` are cells as the file has them if corrected."""
    line = row.line
    name = _("Line {line}").format(line=line.line)
    below: tuple[Said, ...] = (Words(verdict_text(row), tone_of(row)),)
    if line.is_corrected:
        below = (*below, Words(_("Corrected"), Tone.INFO))
    why = why_text(row) if line.reason else ""
    parts: list[Part] = [Title(name, below)]
    if why:
        parts.append(Paragraph((capital(why),)))
    facts = _facts(row, kind)
    if facts:
        parts.append(Facts(tuple(facts)))
    cells = _cells(row, told)
    if cells:
        parts += [Heading(_("As it stands in the file")), Facts(cells)]
    return tuple(parts)


def _facts(row: LineRow, kind: FileKind) -> list[tuple[str, str]]:
    line = row.line
    is_statement = kind is FileKind.STATEMENT
    facts = []
    if line.verdict is not RowVerdict.REFUSED:
        facts.append((what_title(kind), what_text(row)))
    if line.contact_name:
        facts.append((_("Contact"), line.contact_name))
    if line.day is not None:
        facts.append((_("Date"), day_text(line.day)))
    if line.day is not None and (line.amount or is_statement):
        facts.append((_("Amount"), money_text(line.amount)))
    if line.gift:
        facts.append((_("of which gift"), money_text(line.gift)))
    return facts


def _cells(row: LineRow, told: Mapping[str, str]) -> tuple[tuple[str, Said], ...]:
    wrong = wrong_columns(row.line)
    return tuple(
        (row.column_text(name), _cell(text, told.get(name, text), is_wrong=name in wrong))
        for name, text in row.line.raw.items()
        if text.strip() or name in wrong or name in told
    )


def _cell(text: str, told: str, *, is_wrong: bool) -> Said:
    """Return what a cell says, behind what the file itself says there."""
    said = text or _("(empty)")
    if told != text:
        said = _("{old} → {new}").format(old=told or _("(empty)"), new=said)
    return Words(said, Tone.BAD) if is_wrong else said
