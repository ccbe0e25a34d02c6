"""Have LibreOffice recalculate a workbook, and compare every cell with our own figure.

Every formula is computed anew: LibreOffice would otherwise trust the results in the file.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from shutil import which
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from pathlib import Path

# Always recalculate what comes in, whoever wrote it.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" \
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_CENT = 0.005


@dataclass(frozen=True)
class Comparison:
    """How many cells were compared, which differ, and which hold an error."""

    cells: int
    differences: list[str]
    errors: list[str]


def has_libreoffice() -> bool:
    """Tell whether LibreOffice can be called."""
    return which("soffice") is not None


def recalculated(source: Path, folder: Path, kind: str = "xlsx") -> Path:
    """Return the workbook as LibreOffice saves it after a hard recalculation."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    target = folder / "recalculated"
    target.mkdir(exist_ok=True)
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(target),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=580)
    return target / f"{source.stem}.{kind}"


def compared(ours: Path, theirs: Path) -> Comparison:
    """Compare the values of two workbooks cell by cell, amounts to the cent."""
    first, second = CalamineWorkbook.from_path(ours), CalamineWorkbook.from_path(theirs)
    assert first.sheet_names == second.sheet_names
    cells, differences, errors = 0, [], []
    for name in first.sheet_names:
        left = first.get_sheet_by_name(name).to_python(skip_empty_area=False)
        right = second.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for row, values in enumerate(left):
            found = right[row] if row < len(right) else []
            for column, value in enumerate(values):
                other = found[column] if column < len(found) else ""
                cells += 1
                where = f"{name}!{column + 1},{row + 1}: {value!r} / {other!r}"
                if not _same(value, other):
                    differences.append(where)
                if isinstance(other, str) and other.startswith("#"):
                    errors.append(where)
    return Comparison(cells, differences, errors)


def _same(value: Any, other: Any) -> bool:
    if isinstance(value, int | float) and isinstance(other, int | float):
        return abs(value - other) < _CENT
    if isinstance(value, str) and isinstance(other, str):
        return value.split() == other.split()
    return bool(value == other)
