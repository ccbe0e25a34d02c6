"""Mappings of columns written by hand: TOML or JSON, a field for each column."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.file_content import read_content

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "columns"


def read_mapping(path: Path) -> dict[str, str]:
    """Return the field of each column, from the top of the file or its table ``columns``.

    Raises:
        RuleError: ``mapping.unreadable`` with the reason.
        ExternalError: the file cannot be read.
    """
    content = read_content(path)
    try:
        text = content.data.decode("utf-8-sig")
        read: Any = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
        told = read.get(_TABLE, read)
        found = {str(name): field for name, field in told.items()}
    except (ValueError, AttributeError, RecursionError) as error:
        reason = str(error)[:120]
        raise RuleError("mapping.unreadable", name=content.name, reason=reason) from error
    wrong = [name for name, field in found.items() if not isinstance(field, str)]
    if wrong:
        raise RuleError("mapping.unreadable", name=content.name, reason=wrong[0])
    return found
