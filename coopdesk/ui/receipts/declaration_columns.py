"""Columns of the figures of a declaration, by form and article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.ui.columns import Column
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.declarations import DeclarationPart


class PartLine(NamedTuple):
    """One line of the declaration; its id is its place."""

    id: int
    part: DeclarationPart


def part_columns() -> tuple[Column, ...]:
    """Return the columns of the figures by form and article."""
    return (
        Column("form", _("Form number"), _form, width=12),
        Column("article", _("Article"), _article, width=30, stretch=True),
        Column("count", _("Receipts"), _count, align_right=True, width=12),
        Column("amount", _("Amount"), _amount, align_right=True, width=16),
    )


def _form(line: PartLine) -> str:
    return line.part.form


def _article(line: PartLine) -> str:
    return label(line.part.article)


def _count(line: PartLine) -> str:
    return number_text(line.part.count)


def _amount(line: PartLine) -> str:
    return money_text(line.part.amount)
