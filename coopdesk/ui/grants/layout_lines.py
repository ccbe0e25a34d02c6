"""The lines of the official budget, as boxes and records call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coopdesk.services.grant_layout import official_layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.grant_layout import LayoutLine, LayoutSide

Named: TypeAlias = tuple[tuple[str, str], ...]


def cost_choices() -> Named:
    """Return the lines that a funder may take part in, with their names."""
    return _named(official_layout().cost_lines)


def side_choices(side: LayoutSide) -> Named:
    """Return the lines of expenses, or those of income."""
    return _named(line for line in official_layout().lines if line.side is side)


def line_name(code: str) -> str:
    """Return what a line is called, its account before it."""
    line = official_layout().by_code.get(code)
    return _name(line) if line is not None else code


def _named(lines: Iterable[LayoutLine]) -> Named:
    return tuple((line.code, _name(line)) for line in lines)


def _name(line: LayoutLine) -> str:
    number = line.group[:2]
    return f"{number} · {line.label}" if number.isdigit() else line.label
