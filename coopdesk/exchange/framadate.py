"""Reads the tables of Framadate: polls of days (two header lines) and of choices (one)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.polls import PollKind, PollOption, ReadPoll, ReadReply
from coopdesk.domain.text import clean_line, fold
from coopdesk.exchange.cell_values import parse_day, unmarked
from coopdesk.exchange.poll_words import poll_words
from coopdesk.exchange.table_file import likeliest_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.exchange.file_content import FileContent

NAME_LIMIT, LABEL_LIMIT, REPLY_LIMIT, OPTION_LIMIT = 160, 300, 5_000, 400

# The cell above the names is empty in the file.
_NAME = "Nom"
_NO_CORRECTIONS: Mapping[int, Mapping[str, str]] = {}
_COPY = re.compile(r"\s*\(\d+\)$")
Rows: TypeAlias = list[tuple[int, list[str]]]


def looks_like_framadate(content: FileContent) -> bool:
    """Tell whether rows of yes and no stand under headers whose first cell is empty."""
    try:
        rows = _rows(content)
    except RuleError:
        return False
    heads = _head_count(rows)
    return 0 < heads < len(rows) and _known_answers(rows[heads:])


def read_framadate(
    content: FileContent, corrections: Mapping[int, Mapping[str, str]] = _NO_CORRECTIONS
) -> ReadPoll:
    """Read a poll; a word that is no answer refuses its row.

    Raises:
        RuleError: ``poll.not_framadate``, ``poll.too_large`` or ``file.…``.
    """
    rows = _rows(content)
    heads = _head_count(rows)
    if not heads:
        raise RuleError("poll.not_framadate")
    options, kind = _options(rows[:heads])
    if len(options) > OPTION_LIMIT or len(rows) > REPLY_LIMIT:
        raise RuleError("poll.too_large", replies=REPLY_LIMIT, options=OPTION_LIMIT)
    replies, problems, refused = _replies(rows[heads:], options, corrections)
    return ReadPoll(
        name=content.name,
        sha256=content.sha256,
        file_format=FileFormat.FRAMADATE,
        kind=kind,
        title=title_of(content.name),
        options=options,
        replies=tuple(replies),
        problems=tuple(problems),
        refused=refused,
    )


def title_of(file_name: str) -> str:
    """Return the title that a file name keeps: Framadate cleans it, browsers number copies."""
    stem = file_name.rsplit(".", 1)[0]
    return clean_line(_COPY.sub("", stem).replace("_", " "))[:LABEL_LIMIT]


def _rows(content: FileContent) -> Rows:
    """Return the rows that say something, up to the last column that does.

    Framadate ends every line with a comma; spreadsheets fill rows up.
    """
    filled = [(line, cells) for line, cells in likeliest_rows(content) if _last_filled(cells)]
    width = max((_last_filled(cells) for _line, cells in filled), default=0)
    return [(line, cells[:width]) for line, cells in filled]


def _last_filled(cells: Sequence[str]) -> int:
    return max((at for at, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _head_count(rows: Rows) -> int:
    """Return how many header lines there are: those with nothing in the first cell."""
    heads = 0
    for _line, cells in rows[:2]:
        if cells[0].strip() or len(cells) < 2:
            break
        heads += 1
    return heads


def _known_answers(rows: Rows) -> bool:
    """Tell whether most of the first cells are answers; one that is not may be corrected."""
    cells = [cell for _line, texts in rows[:20] for cell in texts[1:] if cell.strip()]
    known = sum(fold(cell) in poll_words().answers for cell in cells)
    return 2 * known > len(cells) or not cells


def _options(heads: Rows) -> tuple[tuple[PollOption, ...], PollKind]:
    labels = [clean_line(unmarked(cell))[:LABEL_LIMIT] for cell in heads[0][1][1:]]
    if len(heads) == 1:
        return tuple(map(PollOption, labels)), PollKind.CHOICES
    moments = [clean_line(unmarked(cell))[:LABEL_LIMIT] for cell in heads[1][1][1:]]
    moments += [""] * (len(labels) - len(moments))
    pairs = zip(labels, moments, strict=False)
    options = tuple(PollOption(day, "", _day(day), moment) for day, moment in pairs)
    return options, PollKind.DAYS


def _day(text: str) -> dt.date | None:
    try:
        return parse_day(text)
    except RuleError:
        return None


def _replies(
    rows: Rows, options: Sequence[PollOption], corrections: Mapping[int, Mapping[str, str]]
) -> tuple[list[ReadReply], list[Problem], dict[int, Mapping[str, str]]]:
    names = column_names(options)
    replies: list[ReadReply] = []
    problems: list[Problem] = []
    refused: dict[int, Mapping[str, str]] = {}
    ranks: dict[str, int] = {}
    for line, cells in rows:
        raw = dict(zip((_NAME, *names), map(unmarked, cells), strict=False))
        raw |= corrections.get(line, {})
        name = clean_line(raw.get(_NAME, ""))
        wrong = list(_wrong(line, name, cells, raw, names))
        problems += wrong
        if wrong:
            refused[line] = raw
            continue
        key = fold(name)
        ranks[key] = ranks.get(key, 0) + 1
        told = (poll_words().answers[fold(raw.get(column, ""))] for column in names)
        answers = {at: answer.value for at, answer in enumerate(told)}
        replies.append(ReadReply(line, raw, name, f"{key}#{ranks[key]}", answers))
    return replies, problems, refused


def column_names(options: Sequence[PollOption]) -> tuple[str, ...]:
    """Return a name for each option, distinct, as a preview shows its column."""
    seen: dict[str, int] = {}
    names = []
    for option in options:
        name = " ".join(part for part in (option.group, option.label, option.moment) if part)
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _wrong(
    line: int, name: str, cells: Sequence[str], raw: Mapping[str, str], names: Sequence[str]
) -> Iterator[Problem]:
    if not name:
        yield Problem(line, "poll.name_missing", _NAME)
    elif len(name) > NAME_LIMIT:
        yield Problem(line, "text.too_long", _NAME, {"length": len(name), "limit": NAME_LIMIT})
    if len(cells) > len(names) + 1:
        yield Problem(
            line,
            "row.too_many_cells",
            values={"count": len(cells), "expected": len(names) + 1},
        )
    for column in names:
        text = raw.get(column, "")
        if fold(text) not in poll_words().answers:
            yield Problem(line, "poll.answer_unknown", column, {"text": text[:40]})
