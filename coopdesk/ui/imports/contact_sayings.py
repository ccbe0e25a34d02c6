"""What the import of contacts says: what it would do, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_imports import are_chosen
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports import sayings
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.contact_imports import ContactPreview
    from coopdesk.domain.import_history import ImportSummary

# More would push the lines of the file down; « Columns… » shows them all.
_NAMED = 4


def file_text(preview: ContactPreview) -> str:
    """Return what the file is, who said what its columns mean, and which go to the note."""
    parts = [preview.file_name, label(preview.file_format)]
    if are_chosen(preview.columns):
        parts.append(_("columns as you chose them"))
    # An empty column leaves nothing in the note; programs write dozens of them.
    if preview.kept_columns:
        parts.append(_kept_text(preview.kept_columns))
    return " · ".join(parts)


def _kept_text(columns: tuple[str, ...]) -> str:
    """Return the columns that go to the note; of many the first ones and how many more."""
    named, more = columns, len(columns) - _NAMED
    text = _("kept in the note: {columns}")
    if more > 1:
        named = columns[:_NAMED]
        text = ngettext(
            "kept in the note: {columns} and {count} other column",
            "kept in the note: {columns} and {count} other columns",
            more,
        )
    return text.format(columns=", ".join(named), count=number_text(more))


def written_counts(preview: ContactPreview) -> tuple[int, int]:
    """Count the contacts that would be recorded, and those that would change."""
    written = [line for line in preview.lines if line.writes]
    new = sum(line.verdict is RowVerdict.NEW for line in written)
    return new, len(written) - new


def offer_text(preview: ContactPreview) -> tuple[str, str]:
    """Return what importing would do, and that it can be taken back."""
    new, completed = written_counts(preview)
    waits = sum(
        line.verdict is RowVerdict.DOUBTFUL and not line.left_out for line in preview.lines
    )
    text = _counts(new, completed)
    if not text and not waits:
        text = sayings.nothing_text(preview)
    if waits:
        doubtful = ngettext(
            "{count} line is left out until you say who it is.",
            "{count} lines are left out until you say who they are.",
            waits,
        )
        text = f"{text} {doubtful.format(count=number_text(waits))}".strip()
    text = f"{text} {sayings.refused_text(preview.count(RowVerdict.REFUSED))}".strip()
    if not new + completed:
        return text, ""
    return text, _("Nothing is written yet; the import can be taken back whole.")


def result_text(summary: ImportSummary) -> str:
    """Return what an import did."""
    return _counts(summary.new, summary.changed)


def _counts(new: int, completed: int) -> str:
    said = []
    if new:
        text = ngettext("{count} new contact.", "{count} new contacts.", new)
        said.append(text.format(count=number_text(new)))
    if completed:
        text = ngettext("{count} contact changed.", "{count} contacts changed.", completed)
        said.append(text.format(count=number_text(completed)))
    return " ".join(said)
