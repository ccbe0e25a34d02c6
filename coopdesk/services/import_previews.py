"""What an import of payments would do, line by line, for a person to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_previews import PreviewLine, planned_contact_name, whole_preview
from coopdesk.domain.imports import PART_OF_PAYMENT, PaymentRow
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.payments import Direction, LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_plans import Plan, PlannedRow
    from coopdesk.domain.import_previews import Preview
    from coopdesk.domain.imports import ImportRow, ReadFile
    from coopdesk.domain.money import Money


def preview_of(
    file: ReadFile,
    plan: Plan,
    names: Mapping[int, tuple[str, str]],
    decisions: ImportDecisions,
) -> Preview:
    """Return the preview of a planned file; ``names`` are those of the known contacts."""
    corrected = decisions.corrections
    planned = (*plan.rows, *plan.left_out)
    lines = [
        _line(one, planned_contact_name(one.payer_id, plan.new_contacts, names), corrected)
        for one in planned
    ]
    lines += [line for one in planned for line in _joined(one, corrected)]
    return whole_preview(file, lines, decisions)


def _line(
    planned: PlannedRow, contact_name: str, corrected: Mapping[int, object]
) -> PreviewLine:
    row = planned.row
    return PreviewLine(
        line=row.line,
        verdict=planned.verdict,
        summary=_summary(row),
        day=row.paid_on if isinstance(row, PaymentRow) else row.registered_on,
        amount=row.signed_amount,
        gift=_gift(row),
        reason=planned.reason,
        values={"status": row.status},
        raw=row.raw,
        contact_id=planned.payer_id,
        contact_name=contact_name,
        left_out=planned.left_out,
        is_corrected=row.line in corrected,
    )


def _joined(planned: PlannedRow, corrected: Mapping[int, object]) -> Iterator[PreviewLine]:
    """Yield the lines that are parts of a payment: a preview accounts for every row."""
    for line, raw in planned.joined:
        yield PreviewLine(
            line=line,
            verdict=planned.verdict_of_joined,
            summary=_summary(planned.row),
            reason=PART_OF_PAYMENT,
            values={"line": planned.row.line},
            raw=raw,
            left_out=planned.left_out,
            is_corrected=line in corrected,
        )


def _summary(row: ImportRow) -> str:
    payer = row.payer
    name = payer.organisation_name or f"{payer.first_name} {payer.last_name}".strip()
    return " · ".join(part for part in (name or payer.email, _subject(row)) if part)


def _subject(row: ImportRow) -> str:
    """Return what a row is about; of money spent what for, all being of one campaign."""
    if not isinstance(row, PaymentRow):
        return row.tariff
    spent = row.parts[0].label if row.direction is Direction.OUT and row.parts else ""
    return spent or row.campaign


def _gift(row: ImportRow) -> Money:
    if not isinstance(row, PaymentRow) or row.direction is Direction.OUT:
        return ZERO
    return total(part.amount for part in row.parts if part.kind is LineKind.GIFT)
