"""Partners, agreements and commitments as answers of Ctrl+K."""

from __future__ import annotations

from coopdesk.domain.agreements import AgreementFilter
from coopdesk.domain.commitments import CommitmentFilter
from coopdesk.domain.partners import PartnerFilter
from coopdesk.ui.desk import Desk, Hit
from coopdesk.wording.labels import label
from coopdesk.wording.partner_dues import due_text, standing_text

_HITS = 4
_SHORTEST = 2


def find_partners(desk: Desk, text: str) -> list[Hit]:
    """Return what matches; runs on the worker."""
    if len(text.strip()) < _SHORTEST:
        return []
    return [*_partners(desk, text), *_agreements(desk, text), *_commitments(desk, text)]


def _partners(desk: Desk, text: str) -> list[Hit]:
    service = desk.services.partners
    found = service.ids(PartnerFilter(text=text))[:_HITS]
    return [
        Hit(line.name, label(line.kind), "handshake", "partners", ("partner", line.id))
        for line in service.lines(found, desk.today())
    ]


def _agreements(desk: Desk, text: str) -> list[Hit]:
    return [
        Hit(
            one.content.title,
            f"{one.partner_name} · {standing_text(one, desk.today())}",
            "file-text",
            "partners",
            ("agreement", one.id),
        )
        for one in desk.services.agreements.all(AgreementFilter(text=text))[:_HITS]
    ]


def _commitments(desk: Desk, text: str) -> list[Hit]:
    return [
        Hit(
            one.content.text,
            f"{one.partner_name} · {due_text(one, desk.today())}",
            "check-square",
            "partners",
            ("commitment", one.id),
        )
        for one in desk.services.commitments.all(CommitmentFilter(text=text))[:_HITS]
    ]
