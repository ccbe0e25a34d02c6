"""Read the formats of label sheets from the seed."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from coopdesk.domain.label_formats import LabelFormat
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def label_formats() -> Mapping[str, LabelFormat]:
    """Return every format by its code, in the order of the file."""
    text = (database_files() / "seed" / "label_formats.toml").read_text(encoding="utf-8")
    formats = map(_format, tomllib.loads(text)["format"])
    return {each.code: each for each in formats}


def _format(entry: dict[str, Any]) -> LabelFormat:
    (width, height), (left, top), (step_x, step_y) = (
        entry[name] for name in ("size", "margin", "step")
    )
    return LabelFormat(
        code=entry["code"],
        name=entry["name"],
        columns=entry["columns"],
        rows=entry["rows"],
        width=width,
        height=height,
        left=left,
        top=top,
        step_x=step_x,
        step_y=step_y,
        confidence=entry["confidence"],
    )
