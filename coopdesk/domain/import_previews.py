"""What an import would do with a file, and what must be said of it first."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopdesk.domain.imports import KNOWN_BY_ORDER, Problem, RowVerdict, problems_by_line
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.imports import FileRead

# The verdicts by which a row makes something that was not there.
_COMES_IN = (RowVerdict.NEW, RowVerdict.DOUBTFUL)
_NAMED_LINES = 8


class AskKind(enum.Enum):
    """What a person must say before a file can be imported."""

    BANK_ACCOUNT = "bank_account"
    COLUMNS = "columns"
    DAY_ORDER = "day_order"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question about a file; ``key`` is the identity of an account, ``samples`` to show.

    ``columns`` are those of a table with what each is taken for. The answer is kept for the
    next files (``is_kept``) unless the file says nothing by which it is known again.
    """

    kind: AskKind
    key: str = ""
    samples: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class StatementCheck:
    """Whether a statement of a file ties: opening and lines make the closing balance.

    ``difference`` is None where a balance is unknown. ``before`` is the balance that we know
    from earlier statements on the day before, when it is not ``opening``; where the file tells
    a closing balance alone, ``difference`` is counted from it. ``breaks`` lines have a running
    balance that does not follow from the one before, the first of them on line ``break_line``.
    """

    account_name: str
    identity: str
    line_count: int
    new_count: int
    opening: Money | None = None
    opening_on: dt.date | None = None
    closing: Money | None = None
    closing_on: dt.date | None = None
    difference: Money | None = None
    before: Money | None = None
    breaks: int = 0
    break_line: int = 0


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What the import would do with one line, and why.

    ``reason`` is a code of ``wording.labels.import_reason``; ``values`` complete it. ``raw`` is
    the row as it stands in the file, corrections included. ``contact_id`` is the contact that
    it would go to, None for nobody, below zero for one to be made.
    """

    line: int
    verdict: RowVerdict
    summary: str
    day: dt.date | None = None
    amount: Money = ZERO
    gift: Money = ZERO
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)
    contact_id: int | None = None
    contact_name: str = ""
    left_out: bool = False
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing has been changed."""

    file_name: str
    sha256: str
    file_format: FileFormat
    lines: tuple[PreviewLine, ...]
    warnings: tuple[Problem, ...]
    asks: tuple[Ask, ...] = ()
    statements: tuple[StatementCheck, ...] = ()

    def count(self, verdict: RowVerdict) -> int:
        """Count the lines with one verdict, those left out set apart."""
        return sum(line.verdict is verdict and not line.left_out for line in self.lines)

    @property
    def new_amount(self) -> Money:
        """Money that the import would add and that counts (new lines only)."""
        new = (x for x in self.lines if x.verdict is RowVerdict.NEW and not x.left_out)
        return Money(sum(x.amount.cents for x in new if x.reason != KNOWN_BY_ORDER))


def whole_preview(
    file: FileRead,
    lines: Iterable[PreviewLine],
    decisions: ImportDecisions,
    *,
    warnings: Iterable[Problem] = (),
    title: str = "",
) -> Preview:
    """Return planned lines and those that could not be read as one preview, in file order.

    ``warnings`` come after those of the reader. ``title`` is the column that says what a row
    is about: it is shown of what could not be read, else which columns are wrong.
    """
    every = [*lines, *_refused(file, decisions, title)]
    every.sort(key=lambda line: line.line)
    return Preview(
        file_name=file.name,
        sha256=file.sha256,
        file_format=file.file_format,
        lines=tuple(every),
        warnings=(*file.warnings, *warnings),
    )


def with_reminder(preview: Preview, left_out: Iterable[Mapping[str, str]]) -> Preview:
    """Return a preview that names the lines which an earlier import left out.

    ``left_out`` are such rows, as the files had them: set aside once, none is to come in
    unnoticed with the next export.
    """
    before = {frozenset(raw.items()) for raw in left_out if raw}
    again = [
        str(line.line)
        for line in preview.lines
        if line.verdict in _COMES_IN
        and not line.left_out
        and frozenset(line.raw.items()) in before
    ]
    if not again:
        return preview
    more = ["…"] if len(again) > _NAMED_LINES else []
    lines = ", ".join((*again[:_NAMED_LINES], *more))
    code = "import.line_left_out_before" if len(again) == 1 else "import.left_out_before"
    return replace(
        preview, warnings=(*preview.warnings, Problem(0, code, values={"lines": lines}))
    )


def _refused(file: FileRead, decisions: ImportDecisions, title: str) -> list[PreviewLine]:
    """Return one line for each row that could not be read: the first reason, every column."""
    lines = []
    for line, problems in problems_by_line(file.problems).items():
        decided = decisions.of(line)
        cells = {**file.refused.get(line, {}), **decided.cells}
        lines.append(
            PreviewLine(
                line=line,
                verdict=RowVerdict.REFUSED,
                summary=cells.get(title)
                or ", ".join(dict.fromkeys(x.column for x in problems if x.column)),
                reason=problems[0].code,
                values=problems[0].values,
                raw=cells,
                left_out=decided.leave_out,
                is_corrected=bool(decided.cells),
            )
        )
    return lines


def planned_contact_name(
    contact_id: int | None,
    made: Sequence[NewContact],
    names: Mapping[int, tuple[str, str]],
) -> str:
    """Return whom a line goes to: a known contact of ``names``, or one of ``made`` (-1, …)."""
    if contact_id is None:
        return ""
    if contact_id < 0:
        return made[-contact_id - 1].display_name
    return names.get(contact_id, ("", ""))[0]
