"""What the page of imports says: counts of a file, what an import did, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.imports import RowVerdict
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_text, moment_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.imports import ImportSummary, Preview, Problem

_WRITTEN = frozenset({RowVerdict.NEW, RowVerdict.CHANGED, RowVerdict.DOUBTFUL})
_SHOWN_WARNINGS = 3
# A change that came after the receipt is told, and changes nothing.
_ONLY_TOLD = "changed_after_receipt"


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
    return sum(line.verdict in _WRITTEN and line.reason != _ONLY_TOLD for line in preview.lines)


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
    texts = list(dict.fromkeys(_warning(problem) for problem in warnings))
    shown = texts[:_SHOWN_WARNINGS]
    rest = len(texts) - len(shown)
    if rest:
        more = ngettext("And {count} more warning.", "And {count} more warnings.", rest)
        shown.append(more.format(count=rest))
    return "\n".join(shown)


def _warning(problem: Problem) -> str:
    return code_text(problem.code, {"column": problem.column, **problem.values})


def offer_text(preview: Preview) -> tuple[str, str]:
    """Return what importing would do, and that it can be taken back."""
    if not written_count(preview):
        same = preview.count(RowVerdict.SAME)
        known = ngettext(
            "{count} line is known already.", "{count} lines are known already.", same
        )
        return _("This file brings nothing new."), known.format(count=number_text(same))
    text = _("New payments for {amount}.").format(amount=money_text(preview.new_amount))
    doubtful = preview.count(RowVerdict.DOUBTFUL)
    if doubtful:
        waits = ngettext(
            "{count} payment will wait for your decision.",
            "{count} payments will wait for your decision.",
            doubtful,
        )
        text = f"{text} {waits.format(count=number_text(doubtful))}"
    return text, _("Nothing is written yet; the import can be taken back whole.")


def result_text(summary: ImportSummary) -> tuple[str, str]:
    """Return what an import did, and what it left out."""
    count = summary.new + summary.changed + summary.doubtful
    done = ngettext("{count} line imported", "{count} lines imported", count)
    text = _("{done}, new payments for {amount}").format(
        done=done.format(count=number_text(count)), amount=money_text(summary.amount)
    )
    counts = (summary.new, summary.changed, summary.same, summary.doubtful, summary.refused)
    parts = (
        _("{name}: {count}").format(name=name, count=number_text(number))
        for name, number in zip(figure_names().values(), counts, strict=True)
        if number
    )
    return text, " · ".join(parts)


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
