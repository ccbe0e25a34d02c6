"""Write Markdown in which what people typed stays text, whatever signs it holds."""

from __future__ import annotations

import re

# Every sign that CommonMark, tables or Pandoc give a meaning inside a line.
_INLINE = re.compile(r"([\\`*_{}\[\]<>|~#&$^@])")
# What makes a list, a rule or a heading of the line below at the start of a line.
_AT_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
_HARD_BREAK = "\\\n"


def escaped(text: str) -> str:
    """Return one line of text in which no sign means anything."""
    tidy = " ".join(text.split("\n")).strip()
    return _started(_INLINE.sub(r"\\\1", tidy))


def paragraphs(text: str, indent: str = "") -> str:
    """Return a text with its line breaks and blank lines, indented from the second line on."""
    blocks = re.split(r"\n\s*\n", text.strip())
    lines = (_HARD_BREAK.join(map(escaped, block.split("\n"))) for block in blocks)
    return "\n\n".join(lines).replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def heading(text: str, level: int) -> str:
    """Return a heading."""
    return f"{'#' * level} {escaped(text)}"


def bullet(text: str) -> str:
    """Return an item of a list without numbers."""
    return f"- {paragraphs(text, '  ')}"


def numbered(number: int, text: str) -> str:
    """Return an item of a list with its number."""
    label = f"{number}. "
    return f"{label}{paragraphs(text, ' ' * len(label))}"


def document(blocks: list[str]) -> str:
    """Return blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def _started(line: str) -> str:
    """Return a line whose first sign means nothing; figures keep theirs before the point."""
    found = _AT_START.match(line)
    if found is None:
        return line
    sign = found[0]
    if sign.isdigit():
        return f"{sign}\\{line[len(sign) :]}"
    return f"\\{line}"
