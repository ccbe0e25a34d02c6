"""What this file knows of Open Collective before its rows are planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.imports import PaymentRow
from coopdesk.domain.open_collective_known import settled, with_tiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.import_plans import KnownPayment
    from coopdesk.domain.imports import ImportRow
    from coopdesk.storage.unit_of_work import Work


def as_known(
    work: Work,
    rows: Sequence[ImportRow],
    told: Mapping[int, ImportRow],
    known: Sequence[KnownPayment],
) -> tuple[tuple[ImportRow, ...], dict[int, ImportRow]]:
    """Return rows under their known references and for their tiers, and how they are told.

    ``told`` are those without the corrections of a person. What a tier makes of a row is ours:
    it is no change of the source.
    """
    found = settled(_payments(rows), known)
    sources = settled(_payments(told.values()), known) if told else found
    told_by_line: dict[int, ImportRow] = {row.line: row for row in sources}
    return with_tiers(found, work.campaigns.tiers_by_name()), told_by_line


def _payments(rows: Iterable[ImportRow]) -> tuple[PaymentRow, ...]:
    return tuple(row for row in rows if isinstance(row, PaymentRow))
