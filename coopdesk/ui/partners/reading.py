"""What the page of partners reads on the worker: its lists, and all about one record."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coopdesk.domain.agreement_terms import (
    AgreementStanding,
    due_of,
    is_in_force,
    standing_on,
    term_on,
)
from coopdesk.domain.agreements import AgreementFilter, Side
from coopdesk.domain.commitments import CommitmentFilter, CommitmentState
from coopdesk.domain.partners import PartnerFilter
from coopdesk.ui.partners.columns import (
    agreement_sort,
    commitment_sort,
    is_to_decide,
    partner_sort,
    place_of,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from coopdesk.domain.agreement_terms import AgreementDue, Term
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.partner_sheets import PartnerSheet
    from coopdesk.domain.partners import PartnerKind, PartnerLevel, PartnerLine
    from coopdesk.services.registry import Services

# An agreement in the making or waiting for a name is looked after too.
_WAITING = frozenset({AgreementStanding.DRAFT, AgreementStanding.SENT})
_OVER = frozenset({AgreementStanding.EXPIRED, AgreementStanding.ENDED})


class Shown(enum.Enum):
    """Which partners are listed."""

    CURRENT = "current"
    LATE = "late"
    OVER = "over"
    ALL = "all"


class AgreementsShown(enum.Enum):
    """Which agreements are listed."""

    IN_FORCE = "in_force"
    TO_DECIDE = "to_decide"
    WAITING = "waiting"
    OVER = "over"
    ALL = "all"


class CommitmentsShown(enum.Enum):
    """Which commitments are listed."""

    OPEN = "open"
    LATE = "late"
    OURS = "ours"
    THEIRS = "theirs"
    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the search box, the chips and the header of a list ask for."""

    text: str
    shown: Any
    sort: str
    descending: bool
    today: dt.date
    kind: PartnerKind | None = None
    level: PartnerLevel | None = None


@dataclass(frozen=True, slots=True)
class PartnerRecord:
    """A partner with the files of its agreements and proofs; ``today`` tells what is late."""

    sheet: PartnerSheet
    files: tuple[Attachment, ...]
    today: dt.date


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """An agreement with what was promised in it, its files and what there is to do about it."""

    agreement: Agreement
    commitments: tuple[Commitment, ...]
    files: tuple[Attachment, ...]
    term: Term
    due: AgreementDue | None
    today: dt.date


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """A commitment with the files that prove it."""

    commitment: Commitment
    files: tuple[Attachment, ...]
    today: dt.date


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands over the page: counts of what each opens."""

    partners: int
    agreements: int
    to_decide: int
    late: int


def read_partners(services: Services, wanted: Wanted) -> tuple[dict[int, PartnerLine], bool]:
    """Return the partners that are asked for, and whether there is any."""
    service, today = services.partners, wanted.today
    asked = PartnerFilter(wanted.text, wanted.kind, wanted.level)
    lines = service.lines(service.ids(asked), today)
    kept = [line for line in lines if _keeps_partner(line, wanted)]
    key = partner_sort(wanted.sort, today)
    if key is not None:
        kept.sort(key=key, reverse=wanted.descending)
    has_any = bool(kept) or bool(lines) or bool(service.ids(PartnerFilter()))
    return {line.id: line for line in kept}, has_any


def _keeps_partner(line: PartnerLine, wanted: Wanted) -> bool:
    is_over = line.ended_on is not None and line.ended_on < wanted.today
    kept = {
        Shown.CURRENT: not is_over,
        Shown.LATE: line.overdue > 0,
        Shown.OVER: is_over,
        Shown.ALL: True,
    }
    return kept[wanted.shown]


def read_partner(services: Services, partner_id: int, today: dt.date) -> PartnerRecord:
    """Return everything known of a partner; raises NotFoundError."""
    sheet = services.partners.sheet(partner_id)
    files: list[Attachment] = []
    for agreement in sheet.agreements:
        if agreement.file_count:
            files.extend(services.agreements.files(agreement.id))
    for commitment in sheet.commitments:
        if commitment.proof_count:
            files.extend(services.commitments.files(commitment.id))
    return PartnerRecord(sheet, tuple(files), today)


def read_agreements(services: Services, wanted: Wanted) -> tuple[dict[int, Agreement], bool]:
    """Return the agreements that are asked for, and whether there is any."""
    service, today = services.agreements, wanted.today
    found = service.all(AgreementFilter(text=wanted.text))
    kept = [one for one in found if _keeps_agreement(one, wanted)]
    key = agreement_sort(wanted.sort, today)
    if key is not None:
        kept.sort(key=key, reverse=wanted.descending)
    has_any = bool(found) or bool(service.all(AgreementFilter()))
    return {one.id: one for one in kept}, has_any


def _keeps_agreement(agreement: Agreement, wanted: Wanted) -> bool:
    shown, today = wanted.shown, wanted.today
    standing = standing_on(agreement, today)
    if shown is AgreementsShown.IN_FORCE:
        return is_in_force(agreement, today)
    if shown is AgreementsShown.TO_DECIDE:
        return is_to_decide(agreement, today)
    if shown is AgreementsShown.WAITING:
        return standing in _WAITING
    return shown is AgreementsShown.ALL or standing in _OVER


def read_agreement(services: Services, agreement_id: int, today: dt.date) -> AgreementRecord:
    """Return everything known of an agreement; raises NotFoundError."""
    agreement = services.agreements.get(agreement_id)
    promised = services.commitments.all(CommitmentFilter(agreement_id=agreement_id))
    return AgreementRecord(
        agreement,
        tuple(_in_order(promised, today)),
        tuple(services.agreements.files(agreement_id)),
        term_on(agreement, today),
        due_of(agreement, today),
        today,
    )


def read_commitments(services: Services, wanted: Wanted) -> tuple[dict[int, Commitment], bool]:
    """Return the commitments that are asked for, what is late first, and whether any is."""
    service, today = services.commitments, wanted.today
    found = service.all(CommitmentFilter(text=wanted.text))
    kept = _in_order((one for one in found if _keeps_commitment(one, wanted)), today)
    key = commitment_sort(wanted.sort, today)
    if key is not None:
        kept.sort(key=key, reverse=wanted.descending)
    has_any = bool(found) or bool(service.all(CommitmentFilter()))
    return {one.id: one for one in kept}, has_any


def _keeps_commitment(one: Commitment, wanted: Wanted) -> bool:
    is_open = one.state is CommitmentState.OPEN
    kept = {
        CommitmentsShown.OPEN: is_open,
        CommitmentsShown.LATE: one.is_overdue(wanted.today),
        CommitmentsShown.OURS: is_open and one.content.side is Side.OURS,
        CommitmentsShown.THEIRS: is_open and one.content.side is Side.THEIRS,
        CommitmentsShown.DONE: not is_open,
        CommitmentsShown.ALL: True,
    }
    return kept[wanted.shown]


def _in_order(found: Iterable[Commitment], today: dt.date) -> list[Commitment]:
    return sorted(found, key=lambda one: place_of(one, today))


def read_commitment(services: Services, commitment_id: int, today: dt.date) -> CommitmentRecord:
    """Return everything known of a commitment; raises NotFoundError."""
    commitment = services.commitments.get(commitment_id)
    return CommitmentRecord(commitment, tuple(services.commitments.files(commitment_id)), today)


def read_figures(services: Services, today: dt.date) -> Figures:
    """Return the counts over the page, by the rules of the lists that they open."""
    agreements = services.agreements.all(AgreementFilter())
    partners = services.partners.ids(PartnerFilter(current_only=True))
    return Figures(
        partners=len(partners),
        agreements=_count(agreements, lambda one: is_in_force(one, today)),
        to_decide=_count(agreements, lambda one: is_to_decide(one, today)),
        late=len(services.commitments.overdue(today)),
    )


def _count(found: Sequence[Agreement], keeps: Callable[[Agreement], bool]) -> int:
    return sum(map(keeps, found))
