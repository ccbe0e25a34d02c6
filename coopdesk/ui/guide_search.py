"""Searches the pages of the user guide, chapter by chapter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MOST = 30
_SNIPPET = 110
_HEADING = re.compile(r"^#+ +(.+)$")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`|]+|^[-:| ]+$|^> ?|^ *- ")
_BEGINS_ANEW = re.compile(r"^( *- |\||> ?| *\d+\. )")
_PLURAL = re.compile(r"[sx]$")


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands under one heading of a page; ``lines`` are without Markdown."""

    page: Path
    title: str
    heading: str
    lines: tuple[str, ...]
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideHit:
    """A chapter that holds every word typed, and the line that says it."""

    page: Path
    title: str
    heading: str
    snippet: str


def search_guide(pages: Sequence[Path], typed: str) -> list[GuideHit]:
    """Return the chapters that hold the beginnings of all words typed; runs on the worker.

    First those whose heading does, then those whose page is about it, then the others.
    """
    words = _stems(typed).split()
    if not words:
        return []
    found: list[tuple[int, Chapter]] = []
    for page in pages:
        ranked = ((_rank(chapter, words), chapter) for chapter in chapters_of(page))
        found += [(rank, chapter) for rank, chapter in ranked if rank is not None]
    found.sort(key=lambda scored: scored[0])
    return [
        GuideHit(one.page, one.title, one.heading, _snippet(one, words))
        for _found_in, one in found[:_MOST]
    ]


@cache
def chapters_of(page: Path) -> tuple[Chapter, ...]:
    """Return the chapters of a page in their order; the first has the title as its heading."""
    return tuple(_read(page))


def _read(page: Path) -> Iterator[Chapter]:
    title = heading = page.stem
    lines: list[str] = []
    is_first = True
    for line in page.read_text(encoding="utf-8").splitlines():
        found = _HEADING.match(line)
        if found is None:
            _add(lines, line)
            continue
        if not is_first or any(line.strip() for line in lines):
            yield _chapter(page, title, heading, lines)
        heading, lines = _plain(found[1]), []
        if is_first:
            title, is_first = heading, False
    yield _chapter(page, title, heading, lines)


def _add(lines: list[str], line: str) -> None:
    """Put a line after the others, or at the end of the paragraph that it goes on with."""
    if lines and lines[-1].strip() and line.strip() and not _BEGINS_ANEW.match(line):
        lines[-1] = f"{lines[-1]} {line.strip()}"
    else:
        lines.append(line)


def _chapter(page: Path, title: str, heading: str, lines: Sequence[str]) -> Chapter:
    said = tuple(text for text in map(_plain, lines) if text)
    return Chapter(page, title, heading, said, tuple(map(_stems, said)))


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    return " ".join(_MARKS.sub(" ", line).split())


def _rank(chapter: Chapter, words: Sequence[str]) -> int | None:
    """Return 0 where the heading says it all, 1 where the page does too, 2 in the text."""
    heading, title = _stems(chapter.heading), _stems(chapter.title)
    whole = " ".join((title, heading, *chapter.folded))
    if not all(_begins(word, whole) for word in words):
        return None
    if all(_begins(word, heading) for word in words):
        return 0
    return 1 if all(_begins(word, f"{title} {heading}") for word in words) else 2


def _stems(text: str) -> str:
    """Return the words of a text without the marks of the plural: « fiscaux » as « fiscal »."""
    bare = (_PLURAL.sub("", word) for word in fold(text).split())
    return " ".join(f"{word[:-2]}al" if word.endswith("au") else word for word in bare)


def _begins(word: str, text: str) -> bool:
    return f" {word}" in f" {text}"


def _snippet(chapter: Chapter, words: Sequence[str]) -> str:
    """Return the line that holds most of the words, cut around the first of them."""
    if not chapter.lines:
        return ""
    counts = [sum(_begins(word, text) for word in words) for text in chapter.folded]
    line = chapter.lines[counts.index(max(counts))]
    if len(line) <= _SNIPPET:
        return line
    at = max(0, fold(line).find(words[0]) - _SNIPPET // 3)
    start = line.find(" ", at) + 1 if at else 0
    end = line.rfind(" ", start, start + _SNIPPET)
    cut = line[start : end if end > start else start + _SNIPPET]
    return f"{'…' if start else ''}{cut}…"
