"""What a line of a preview says, in the window and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.raw_columns import raw_column_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.import_previews import PreviewLine


def what_title(kind: FileKind) -> str:
    """Return what a line of a kind of files says first."""
    titles = {
        FileKind.STATEMENT: _("Label"),
        FileKind.POLL: _("Who"),
        FileKind.CALENDAR: _("What"),
    }
    return titles.get(kind, _("Who and what for"))


def what_text(line: PreviewLine, file_format: FileFormat) -> str:
    """Return who paid and what for, or which column of a refused line is wrong.

    A line of which nothing was understood is known by its cells; what a row is about stands
    for itself where it could be read.
    """
    is_column = line.summary not in line.raw.values()
    if line.verdict is RowVerdict.REFUSED and line.summary and line.day is None and is_column:
        names = (name for name in line.summary.split(", ") if name in line.raw)
        shown = ", ".join(raw_column_text(file_format, name) for name in names)
        return _("Column “{column}”").format(column=shown or line.summary)
    return line.summary or _words_first(line.raw)


def _words_first(raw: Mapping[str, str]) -> str:
    """Return the cells of a line that nobody understood, those of several words first."""
    cells = [" ".join(text.split()) for text in raw.values()]
    return " · ".join(sorted(filter(None, cells), key=lambda text: " " not in text))


def status_text(verdict: RowVerdict, *, left_out: bool) -> str:
    """Return how an import judges a line, or that it is left out."""
    return _("Kept out") if left_out else label(verdict)
