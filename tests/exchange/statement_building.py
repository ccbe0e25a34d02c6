"""Bank files written for the test that needs them, and what a reader makes of them."""

from __future__ import annotations

from coopdesk.exchange.file_content import FileContent


def content(text, name="releve", encoding="utf-8"):
    """The content of a file with this text, or these bytes."""
    return FileContent(name, text.encode(encoding) if isinstance(text, str) else text)


def told(read):
    """Day, cents and label of every operation of a file."""
    lines = [line for statement in read.statements for line in statement.lines]
    return [(line.booked_on.isoformat(), line.amount.cents, line.label) for line in lines]


def codes(problems):
    """The line and code of everything noted."""
    return [(one.line, one.code) for one in problems]
