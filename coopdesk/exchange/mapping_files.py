"""Mappings of columns written by hand: TOML or JSON, a field for each column."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.file_content import read_content

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "columns"
_LINE = re.compile(r"\bline (\d+)")


def read_mapping(path: Path) -> dict[str, str]:
    """Return the field of each column, from the top of the file or its table ``columns``.

    Raises:
        RuleError: ``mapping.unreadable``, ``mapping.unreadable_line`` or ``mapping.no_field``.
        ExternalError: the file cannot be read.
    """
    content = read_content(path)
    try:
        text = content.data.decode("utf-8-sig")
        read: Any = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
        told = read.get(_TABLE, read)
        found = {str(name): field for name, field in told.items()}
    except (ValueError, AttributeError, RecursionError) as error:
        line = _line_of(error)
        code = "mapping.unreadable_line" if line else "mapping.unreadable"
        raise RuleError(code, name=content.name, line=line) from error
    wrong = [name for name, field in found.items() if not isinstance(field, str)]
    if wrong:
        raise RuleError("mapping.no_field", name=content.name, column=wrong[0][:120])
    return found


def _line_of(error: Exception) -> int:
    """Return the line that libraries name in their English sentence, 0 without one."""
    found = _LINE.search(str(error))
    return int(found[1]) if found else 0
