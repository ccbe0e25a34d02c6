"""Receipts to be, as rows of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column
from coopdesk.ui.receipts.words import PERSONS
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.receipt_drafting import ReceiptDraft


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One receipt to be; its id is its place."""

    id: int
    draft: ReceiptDraft


def draft_rows(drafts: Iterable[ReceiptDraft]) -> list[DraftRow]:
    """Number drafts in their order."""
    return [DraftRow(place, draft) for place, draft in enumerate(drafts, 1)]


def draft_columns() -> tuple[Column, ...]:
    """Return the columns of the drafts."""
    return (
        Column("donor", _("Donor"), _donor, width=17, stretch=True),
        Column("form", _("Cerfa form"), _form, width=14, gives_way=3),
        Column("nature", _("Nature"), _nature, width=11, gives_way=2),
        Column("gifts", _("Gifts"), _gifts, align_right=True, width=6),
        Column("amount", _("Amount"), _amount, align_right=True, width=11),
        Column("period", _("Period"), _period, width=20, gives_way=1),
    )


def _donor(row: DraftRow) -> str:
    return row.draft.donor_name


def _form(row: DraftRow) -> str:
    draft = row.draft
    text = _("{form}, art. {article}")
    return text.format(form=draft.form, article=draft.article.value)


def _nature(row: DraftRow) -> str:
    return label(row.draft.nature)


def _gifts(row: DraftRow) -> str:
    return number_text(len(row.draft.gifts))


def _amount(row: DraftRow) -> str:
    return money_text(row.draft.amount)


def _period(row: DraftRow) -> str:
    draft = row.draft
    if draft.form == PERSONS:
        return str(draft.year)
    return f"{day_text(draft.period_start)} – {day_text(draft.period_end)}"
