"""What an import of payments would do, line by line, for a person to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_previews import Preview, PreviewLine
from coopdesk.domain.imports import PaymentRow, RowVerdict
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.payments import Direction, LineKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_planning import Plan, PlannedRow
    from coopdesk.domain.imports import ImportRow, Problem, ReadFile
    from coopdesk.domain.money import Money


def preview_of(
    file: ReadFile,
    plan: Plan,
    names: Mapping[int, tuple[str, str]],
    decisions: ImportDecisions,
) -> Preview:
    """Return the preview of a planned file; ``names`` are those of the known contacts."""
    corrected = decisions.corrections
    lines = [
        _line(planned, _contact_name(planned, plan, names), corrected)
        for planned in (*plan.rows, *plan.left_out)
    ]
    lines += [_refused(file, problems, decisions) for problems in file.refused.values()]
    lines.sort(key=lambda line: line.line)
    return Preview(
        file_name=file.name,
        sha256=file.sha256,
        file_format=file.file_format,
        lines=tuple(lines),
        warnings=file.warnings,
    )


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


def _refused(
    file: ReadFile, problems: Sequence[Problem], decisions: ImportDecisions
) -> PreviewLine:
    """Return the line of a row that could not be read: the first reason, every wrong column."""
    first = problems[0]
    return PreviewLine(
        line=first.line,
        verdict=RowVerdict.REFUSED,
        summary=", ".join(dict.fromkeys(x.column for x in problems if x.column)),
        reason=first.code,
        values=first.values,
        raw=file.refused_raw.get(first.line, {}),
        left_out=decisions.of(first.line).leave_out,
        is_corrected=first.line in decisions.corrections,
    )


def _contact_name(planned: PlannedRow, plan: Plan, names: Mapping[int, tuple[str, str]]) -> str:
    contact_id = planned.payer_id
    if contact_id is None:
        return ""
    if contact_id < 0:
        return plan.new_contacts[-contact_id - 1].display_name
    return names.get(contact_id, ("", ""))[0]


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
