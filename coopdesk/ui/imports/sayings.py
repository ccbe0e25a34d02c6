"""What the page of imports says: counts of a file, what an import did, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.imports import RowVerdict
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_text, moment_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.contact_imports import ContactPreview
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview, PreviewLine
    from coopdesk.domain.imports import Problem

_WRITTEN = frozenset({RowVerdict.NEW, RowVerdict.CHANGED, RowVerdict.DOUBTFUL})
_SHOWN_WARNINGS = 3
# A change that came after the receipt is told, and changes nothing.
_ONLY_TOLD = "changed_after_receipt"
# A line of the bank that resembles a recorded one, and one that was kept all the same; a
# payment that resembles one entered by hand is imported, to be checked.
_DOUBLE, KEPT, LIKE_PAYMENT = "probable_line", "kept_double", "probable_duplicate"


def figure_names() -> dict[RowVerdict, str]:
    """Return what the figures are called: lines with a verdict, in its order."""
    return {
        RowVerdict.NEW: _("New lines"),
        RowVerdict.CHANGED: _("Changed lines"),
        RowVerdict.SAME: _("Known lines"),
        RowVerdict.DOUBTFUL: _("Lines to check"),
        RowVerdict.REFUSED: _("Refused lines"),
    }


def written_count(preview: Preview) -> int:
    """Count the lines that the import would write."""
    return sum(_is_written(line) for line in preview.lines)


def _is_written(line: PreviewLine) -> bool:
    if line.left_out or line.reason == _ONLY_TOLD or is_double(line):
        return False
    return line.verdict in _WRITTEN


def is_double(line: PreviewLine) -> bool:
    """Tell whether a line resembles a known one so much that it waits for a person's word."""
    return line.verdict is RowVerdict.DOUBTFUL and line.reason == _DOUBLE


def nothing_text(preview: Preview | ContactPreview) -> str:
    """Return why a file would bring nothing."""
    if preview.lines and preview.count(RowVerdict.REFUSED) == len(preview.lines):
        return _("Nothing of this file can be imported as it is.")
    if not preview.lines:
        return _("This file has no line.")
    return _("This file brings nothing new.")


def refused_text(count: int) -> str:
    """Return that so many lines of a file are refused, nothing if none is."""
    text = ngettext("{count} line is refused.", "{count} lines are refused.", count)
    return text.format(count=number_text(count)) if count else ""


def import_text(count: int) -> str:
    """Return the words of the button."""
    text = ngettext("Import {count} line", "Import {count} lines", count)
    return text.format(count=number_text(count))


def file_text(preview: Preview) -> str:
    """Return what the file is and which days it covers."""
    days = [line.day for line in preview.lines if line.day is not None]
    parts = [preview.file_name, label(preview.file_format)]
    if days:
        first, last = day_text(min(days)), day_text(max(days))
        period = _("from {first} to {last}").format(first=first, last=last)
        parts.append(first if first == last else period)
    return " · ".join(parts)


def warnings_text(warnings: tuple[Problem, ...]) -> str:
    """Return the warnings of a file, the first ones if there are many."""
    texts = _different(warnings)
    shown = texts[:_SHOWN_WARNINGS]
    rest = len(texts) - len(shown)
    if rest:
        more = ngettext("And {count} more warning.", "And {count} more warnings.", rest)
        shown.append(more.format(count=rest))
    return "\n".join(shown)


def warnings_count_text(warnings: Iterable[Problem]) -> str:
    """Return that so many different warnings are inside a file, nothing if none is."""
    count = len(_different(warnings))
    text = ngettext(
        "{count} warning: open the file.", "{count} warnings: open the file.", count
    )
    return text.format(count=number_text(count)) if count else ""


def _different(warnings: Iterable[Problem]) -> list[str]:
    return list(dict.fromkeys(map(_warning, warnings)))


def _warning(problem: Problem) -> str:
    return code_text(problem.code, {"column": problem.column, **problem.values})


def made_text(summary: ImportSummary) -> str:
    """Return when an import was made, and by whom if that is known."""
    moment = moment_text(summary.imported_at)
    if not summary.author:
        return _("Imported on {moment}").format(moment=moment)
    by = _("Imported on {moment} by {author}")
    return by.format(moment=moment, author=summary.author)


def check_text(count: int) -> str:
    """Return the words of the step that leads to the payments to check."""
    text = ngettext("Check {count} payment", "Check {count} payments", count)
    return text.format(count=number_text(count))


def count_text(count: int) -> str:
    """Return the words of the decision that payments count."""
    text = ngettext("Count this payment", "Count {count} payments", count)
    return text.format(count=number_text(count))


def dismiss_text(count: int) -> str:
    """Return the words of the decision that payments do not count."""
    text = ngettext("Set this payment aside", "Set {count} payments aside", count)
    return text.format(count=number_text(count))
