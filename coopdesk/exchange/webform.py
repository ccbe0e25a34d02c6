"""Reads the export of Framaforms (Drupal webform): three header lines, then the replies."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.polls import Answer, PollKind, PollOption, ReadPoll, ReadReply
from coopdesk.domain.text import clean_line, clean_text, fold
from coopdesk.exchange.cell_values import unmarked
from coopdesk.exchange.framadate import (
    LABEL_LIMIT,
    NAME_LIMIT,
    OPTION_LIMIT,
    REPLY_LIMIT,
    Rows,
    column_names,
    title_of,
)
from coopdesk.exchange.poll_words import poll_words
from coopdesk.exchange.table_file import likeliest_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.exchange.file_content import FileContent

_HEADS = 3
_CHOSEN = "x"
_ADDRESS = re.compile(
    r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,12}")
_NO_CORRECTIONS: Mapping[int, Mapping[str, str]] = {}
_TEXT_LIMIT = 10_000


def looks_like_webform(content: FileContent) -> bool:
    """Tell whether three header lines stand above replies that begin with their number."""
    try:
        rows = _rows(content)
    except RuleError:
        return False
    if len(rows) < _HEADS:
        return False
    groups, components, labels = (cells for _line, cells in rows[:_HEADS])
    if len(groups) != len(labels) or len(components) != len(labels):
        return False
    shape = groups[0].strip() and not any(map(str.strip, groups[1:]))
    return (
        bool(shape) and fold(labels[0]) in poll_words().details and _are_numbered(rows[_HEADS:])
    )


def read_webform(
    content: FileContent, corrections: Mapping[int, Mapping[str, str]] = _NO_CORRECTIONS
) -> ReadPoll:
    """Read a form's replies; network addresses are not even read (data minimisation).

    Raises:
        RuleError: ``poll.not_webform``, ``poll.too_large`` or ``file.…``.
    """
    rows = _rows(content)
    if len(rows) < _HEADS:
        raise RuleError("poll.not_webform")
    heads, body = [cells for _line, cells in rows[:_HEADS]], rows[_HEADS:]
    if len(heads[2]) > OPTION_LIMIT or len(body) > REPLY_LIMIT:
        raise RuleError("poll.too_large", replies=REPLY_LIMIT, options=OPTION_LIMIT)
    reader = _Reader(heads, body, corrections)
    replies = tuple(x for x in map(reader.reply, body) if x is not None)
    return ReadPoll(
        name=content.name,
        sha256=content.sha256,
        file_format=FileFormat.WEBFORM,
        kind=PollKind.FORM,
        title=title_of(content.name),
        options=reader.options,
        replies=replies,
        problems=tuple(reader.problems),
        refused=reader.refused,
    )


def _rows(content: FileContent) -> Rows:
    """Return the header lines, blank ones too, and the replies."""
    rows = likeliest_rows(content)
    return rows[:_HEADS] + [row for row in rows[_HEADS:] if any(map(str.strip, row[1]))]


def _are_numbered(rows: Rows) -> bool:
    return all(_NUMBER.fullmatch(cells[0].strip()) for _line, cells in rows[:20])


class _Reader:
    """Knows what each column holds."""

    def __init__(
        self,
        heads: Sequence[Sequence[str]],
        body: Rows,
        corrections: Mapping[int, Mapping[str, str]],
    ) -> None:
        self.problems: list[Problem] = []
        self.refused: dict[int, Mapping[str, str]] = {}
        self._corrections = corrections
        self._keys: set[str] = set()
        labels = [clean_line(cell)[:LABEL_LIMIT] for cell in heads[2]]
        self._width = len(labels)
        first = _first_question(heads, labels)
        self._choices = _choices(heads[1], body, first)
        # An address is dropped by its label, or by what stands below: labels are translated.
        known = [
            at
            for at, label in enumerate(labels)
            if fold(label) not in poll_words().addresses and not _are_addresses(body, at)
        ]
        self._at = [at for at in known if at >= first]
        self.options = tuple(
            PollOption(labels[at], self._choices.get(at, "")) for at in self._at
        )
        self._columns = dict(zip(self._at, column_names(self.options), strict=True))
        shown = [at for at in known if at < first]
        self._columns |= {at: labels[at] for at in shown}
        self._details = {fold(labels[at]): at for at in shown}

    def reply(self, row: tuple[int, list[str]]) -> ReadReply | None:
        """Return one reply, or None of one that cannot be read."""
        line, cells = row
        if any(map(str.strip, cells[self._width :])):
            problem = Problem(
                line,
                "row.too_many_cells",
                values={"count": len(cells), "expected": self._width},
            )
            self._refuse(problem, {})
            return None
        padded = [*cells, *[""] * (self._width - len(cells))]
        raw = {name: unmarked(padded[at]) for at, name in sorted(self._columns.items())}
        raw |= self._corrections.get(line, {})
        too_long = [name for name, text in raw.items() if len(text) > _TEXT_LIMIT]
        if too_long:
            length = len(raw[too_long[0]])
            problem = Problem(
                line, "text.too_long", too_long[0], {"length": length, "limit": _TEXT_LIMIT}
            )
            self._refuse(problem, raw)
            return None
        name = self._name(raw)
        key = self._key(raw, name)
        if key in self._keys:
            self._refuse(Problem(line, "poll.reply_twice", "", {"key": key}), raw)
            return None
        self._keys.add(key)
        return ReadReply(line, raw, name, key, self._answers(raw), self._moment(raw))

    def _refuse(self, problem: Problem, raw: Mapping[str, str]) -> None:
        self.problems.append(problem)
        self.refused[problem.line] = raw

    def _answers(self, raw: Mapping[str, str]) -> dict[int, str]:
        found = {}
        for place, at in enumerate(self._at):
            text = clean_text(raw[self._columns[at]])
            if at in self._choices:
                found[place] = (Answer.YES if fold(text) == _CHOSEN else Answer.NO).value
            elif text:
                found[place] = text
        return found

    def _name(self, raw: Mapping[str, str]) -> str:
        told, words = {fold(name): text for name, text in raw.items()}, poll_words()
        whole, first, last = (
            next((told[name] for name in names if told.get(name)), "")
            for names in (words.whole_names, words.first_names, words.last_names)
        )
        return clean_line(whole or f"{first} {last}")[:NAME_LIMIT]

    def _key(self, raw: Mapping[str, str], name: str) -> str:
        for label in poll_words().numbers:
            at = self._details.get(label)
            if at is not None and raw[self._columns[at]].strip():
                return f"{label}:{raw[self._columns[at]].strip()}"
        return f"name:{fold(name)}"

    def _moment(self, raw: Mapping[str, str]) -> dt.datetime | None:
        for label, at in self._details.items():
            if not any(x in label for x in poll_words().moments):
                continue
            try:
                found = dt.datetime.fromisoformat(raw[self._columns[at]].strip())
            except ValueError:
                continue
            return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
        return None


def _first_question(heads: Sequence[Sequence[str]], labels: Sequence[str]) -> int:
    """Return where what was asked begins: after the details of the reply."""
    first = 0
    while (
        first < len(labels)
        and fold(labels[first]) in poll_words().details
        and not heads[1][first]
    ):
        first += 1
    return max(first, 1)


def _choices(components: Sequence[str], body: Rows, first: int) -> dict[int, str]:
    """Return the columns that are choices of a question, and the question.

    Only its first column names the question: it goes on as long as columns hold X or nothing.
    """
    found: dict[int, str] = {}
    question = ""
    for at in range(first, len(components)):
        named = clean_line(components[at])[:LABEL_LIMIT]
        question = named or question
        texts = {fold(cells[at]) for _line, cells in body if at < len(cells)}
        if not question or texts - {"", _CHOSEN}:
            question = ""
        else:
            found[at] = question
    return found


def _are_addresses(body: Rows, at: int) -> bool:
    texts = [cells[at].strip() for _line, cells in body if at < len(cells)]
    filled = [text for text in texts if text]
    return bool(filled) and all(_ADDRESS.fullmatch(text) for text in filled)
