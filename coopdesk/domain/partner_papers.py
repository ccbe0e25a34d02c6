"""What the papers of partners say: frozen records that services fill and documents draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.agreement_terms import AgreementStanding, Term
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.association import Association
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.partners import NetworkRow, Partner


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """A contact inside a partner, and what that person does there."""

    name: str
    role: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True)
class PaperAgreement:
    """An agreement as it stands on the day of the paper, in the term that runs then.

    ``notice_by`` is the last day on which notice can still reach the other, for an end on
    ``notice_end``: that of a later term where it is too late for this one.
    """

    agreement: Agreement
    standing: AgreementStanding
    term: Term
    notice_by: dt.date | None = None
    notice_end: dt.date | None = None

    @property
    def is_notice_missed(self) -> bool:
        """Whether notice can no longer end the term that runs."""
        return self.notice_end is not None and self.notice_end != self.term.ends_on


@dataclass(frozen=True, slots=True)
class PaperAmount:
    """What was given, granted or paid once; ``label`` says what, ``detail`` when and how."""

    label: str
    amount: Money
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PartnerPaper:
    """The sheet of a partner on a day; what matters most stands first in each part."""

    house: Association
    made_on: dt.date
    partner: Partner
    where: str = ""
    people: tuple[PaperPerson, ...] = ()
    agreements: tuple[PaperAgreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    given: tuple[PaperAmount, ...] = ()
    granted: tuple[PaperAmount, ...] = ()
    fees: tuple[PaperAmount, ...] = ()
    groups: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an agreement as a convention names it; ``signed_by`` says who for it."""

    name: str
    number: str = ""
    seat: str = ""
    signed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """A convention to print: the two sides, ours first, and its text with nothing blank.

    Paragraphs of ``body`` are parted by empty lines; a line that begins with « – » is one of
    a list.
    """

    house: Association
    made_on: dt.date
    agreement: Agreement
    parties: tuple[Party, Party]
    body: str


@dataclass(frozen=True, slots=True)
class AgreementSummary:
    """An agreement on one page: its term, its notice, who owes what."""

    house: Association
    made_on: dt.date
    paper: PaperAgreement
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkPaper:
    """Who took part in what from a day to another, one row a partner."""

    house: Association
    made_on: dt.date
    first: dt.date | None
    last: dt.date | None
    rows: tuple[NetworkRow, ...] = ()


def sum_of(amounts: tuple[PaperAmount, ...]) -> Money:
    """Return what amounts are together."""
    return total(one.amount for one in amounts) if amounts else ZERO
