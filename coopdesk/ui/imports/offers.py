"""What importing a file would do and what it did, in the words of what the file is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileKind, kind_of_format
from coopdesk.domain.import_previews import Preview
from coopdesk.domain.imports import KNOWN_BY_ORDER, RowVerdict
from coopdesk.domain.money import ZERO, total
from coopdesk.ui.imports import sayings
from coopdesk.ui.imports.incoming import Stage
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import PreviewLine
    from coopdesk.domain.money import Money
    from coopdesk.ui.imports.incoming import IncomingFile

_STAYS_OUT = frozenset({Stage.REFUSED, Stage.BROKEN, Stage.ASKING, Stage.ELSEWHERE})


def offer_text(preview: Preview) -> tuple[str, str]:
    """Return what importing would do, and that it can be taken back."""
    doubles = sum(sayings.is_double(x) and not x.left_out for x in preview.lines)
    said = []
    if sayings.written_count(preview):
        said.append(_brings_text(preview))
    elif not doubles:
        said.append(sayings.nothing_text(preview))
    refused = sayings.refused_text(preview.count(RowVerdict.REFUSED))
    said += [*_waiting(preview), *_doubles(doubles), *filter(None, (refused,))]
    if not sayings.written_count(preview):
        return " ".join(said), _known_text(preview)
    return " ".join(said), _("Nothing is written yet; the import can be taken back whole.")


def _known_text(preview: Preview) -> str:
    same = preview.count(RowVerdict.SAME)
    text = ngettext("{count} line is known already.", "{count} lines are known already.", same)
    return text.format(count=number_text(same)) if same else ""


def _brings_text(preview: Preview) -> str:
    kind = kind_of_format(preview.file_format)
    amount = money_text(preview.new_amount)
    if kind is FileKind.PAYMENTS:
        return _payments_text(preview)
    new = [x for x in preview.lines if x.verdict is RowVerdict.NEW and not x.left_out]
    changed = preview.count(RowVerdict.CHANGED)
    said = []
    if new or not changed:
        is_calendar = kind is FileKind.CALENDAR
        count = _dates(new) if is_calendar else len(new) or sayings.written_count(preview)
        said.append(_counted(kind, count, amount))
    if changed:
        text = ngettext("{count} line has changed.", "{count} lines have changed.", changed)
        said.append(text.format(count=number_text(changed)))
    return " ".join(said)


def _dates(lines: Iterable[PreviewLine]) -> int:
    """Count the dates of events of a calendar: a series has many."""
    told = (line.values.get("count") for line in lines)
    return sum(count if isinstance(count, int) else 1 for count in told)


def _payments_text(preview: Preview) -> str:
    """Return what came in and what went out: their difference would say little."""
    spent = _spent(preview)
    if not spent:
        return _("New payments for {amount}.").format(amount=money_text(preview.new_amount))
    received = money_text(preview.new_amount + spent)
    text = _("New payments: {received} received, {spent} spent.")
    return text.format(received=received, spent=money_text(spent))


def _spent(preview: Preview) -> Money:
    """Return the money that new payments spend, above zero."""
    new = (x for x in preview.lines if x.verdict is RowVerdict.NEW and not x.left_out)
    return -total(x.amount for x in new if x.amount < ZERO and x.reason != KNOWN_BY_ORDER)


def imported_text(file: IncomingFile) -> str:
    """Return what the import of a file did, and what it left out."""
    summary, preview = file.summary, file.preview
    assert summary is not None
    done = result_text(summary)[0]
    if file.kind is FileKind.PAYMENTS and isinstance(preview, Preview) and _spent(preview):
        spent = _spent(preview)
        text = _("{done}, {received} received, {spent} spent")
        received, spent_text = money_text(summary.amount + spent), money_text(spent)
        done = text.format(done=lines_text(summary), received=received, spent=spent_text)
    return " · ".join(filter(None, (done, left_text(summary))))


def _counted(kind: FileKind, count: int, amount: str) -> str:
    if kind is FileKind.STATEMENT:
        text = ngettext(
            "{count} new line of the bank, {amount}.",
            "{count} new lines of the bank, together {amount}.",
            count,
        )
    elif kind is FileKind.POLL:
        text = ngettext("{count} new answer.", "{count} new answers.", count)
    elif kind is FileKind.CALENDAR:
        text = ngettext("{count} new date.", "{count} new dates.", count)
    else:
        text = ngettext("{count} new line.", "{count} new lines.", count)
    return text.format(count=number_text(count), amount=amount)


def _waiting(preview: Preview) -> list[str]:
    """Say how many payments will wait for a decision."""
    count = sum(
        x.verdict is RowVerdict.DOUBTFUL and not x.left_out and not sayings.is_double(x)
        for x in preview.lines
    )
    if not count or kind_of_format(preview.file_format) is not FileKind.PAYMENTS:
        return []
    waits = ngettext(
        "{count} payment will wait for your decision.",
        "{count} payments will wait for your decision.",
        count,
    )
    return [waits.format(count=number_text(count))]


def _doubles(count: int) -> list[str]:
    if not count:
        return []
    text = ngettext(
        "{count} probable double stays out: open it to decide.",
        "{count} probable doubles stay out: open them to decide.",
        count,
    )
    return [text.format(count=number_text(count))]


def lines_text(summary: ImportSummary) -> str:
    """Return how many lines an import brought."""
    count = summary.new + summary.changed
    if kind_of_format(summary.file_format) is FileKind.PAYMENTS:
        count += summary.doubtful
    done = ngettext("{count} line imported", "{count} lines imported", count)
    return done.format(count=number_text(count))


def result_text(summary: ImportSummary) -> tuple[str, str]:
    """Return what an import did, and what it left out."""
    kind = kind_of_format(summary.file_format)
    text = lines_text(summary)
    if kind is FileKind.PAYMENTS:
        text = _("{done}, new payments for {amount}").format(
            done=text, amount=money_text(summary.amount)
        )
    counts = (summary.new, summary.changed, summary.same, summary.doubtful, summary.refused)
    parts = (
        _("{name}: {count}").format(name=name, count=number_text(number))
        for name, number in zip(sayings.figure_names().values(), counts, strict=True)
        if number
    )
    return text, " · ".join(parts)


def left_text(summary: ImportSummary) -> str:
    """Return what an import left out, nothing if it took everything."""
    said = []
    if kind_of_format(summary.file_format) is FileKind.STATEMENT and summary.doubtful:
        text = ngettext(
            "{count} probable double left out",
            "{count} probable doubles left out",
            summary.doubtful,
        )
        said.append(text.format(count=number_text(summary.doubtful)))
    if summary.refused:
        text = ngettext("{count} line refused", "{count} lines refused", summary.refused)
        said.append(text.format(count=number_text(summary.refused)))
    return " · ".join(said)


def queue_text(files: Sequence[IncomingFile], ready: Sequence[IncomingFile]) -> str:
    """Return what importing several files would do."""
    asking = sum(file.stage is Stage.ASKING for file in files)
    if not ready and asking:
        text = ngettext(
            "{count} file waits for your answer.", "{count} files wait for your answer.", asking
        )
        return text.format(count=number_text(asking))
    if not ready:
        return _("None of these files can be imported as it is.")
    lines = sum(file.written for file in ready)
    text = ngettext(
        "{count} line would be written.",
        "{count} lines would be written.",
        lines,
    ).format(count=number_text(lines))
    rest = sum(file.stage in _STAYS_OUT for file in files)
    if rest:
        left = ngettext(
            "{count} file stays out: see its remark.",
            "{count} files stay out: see their remarks.",
            rest,
        )
        text = f"{text} {left.format(count=number_text(rest))}"
    return text


def queue_result_text(files: Sequence[IncomingFile]) -> str:
    """Return what importing several files did."""
    done = [file for file in files if file.summary is not None]
    text = ngettext("{count} file imported.", "{count} files imported.", len(done))
    said = [text.format(count=number_text(len(done)))]
    known = sum(file.stage is Stage.NOTHING for file in files)
    if known:
        text = ngettext(
            "{count} file brought nothing new.", "{count} files brought nothing new.", known
        )
        said.append(text.format(count=number_text(known)))
    failed = sum(is_refused(file) for file in files)
    if failed:
        text = ngettext(
            "{count} file was refused and changed nothing.",
            "{count} files were refused and changed nothing.",
            failed,
        )
        said.append(text.format(count=number_text(failed)))
    return " ".join(said)


def is_refused(file: IncomingFile) -> bool:
    """Tell whether nothing of a file could come in."""
    return bool(file.failure) or file.stage in {Stage.REFUSED, Stage.BROKEN}


def import_files_text(count: int) -> str:
    """Return the words of the button that imports several files."""
    text = ngettext("Import {count} file", "Import {count} files", count)
    return text.format(count=number_text(count))
