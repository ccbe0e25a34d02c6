"""Requests for grants: what is asked of whom, what comes of it and what is told of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.money import Money

# Rates are in hundredths of a percent: 8000 is 80 %.
WHOLE = 10_000


class RequestState(enum.Enum):
    """How far a request is."""

    DRAFT = "draft"
    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class RequestStep(enum.Enum):
    """What happened to a request on a day."""

    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REPORTED = "reported"


class RequestPurpose(enum.Enum):
    """What a grant is asked for (12156*06, page 1)."""

    OPERATING = "operating"
    PROJECT = "project"
    INVESTMENT = "investment"


class RequestForm(enum.Enum):
    """Money, or help in kind."""

    MONEY = "money"
    KIND = "kind"


class RequestFrequency(enum.Enum):
    """Asked for the first time, or again."""

    FIRST = "first"
    RENEWAL = "renewal"


class RequestSpan(enum.Enum):
    """For one year or once, or for several years."""

    YEAR = "year"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class NewGrantCall:
    """A call for projects; ``rate`` is the most it pays, in hundredths of a percent."""

    title: str
    funder_id: int | None = None
    opens_on: dt.date | None = None
    closes_on: dt.date | None = None
    rate: int | None = None
    floor: Money | None = None
    ceiling: Money | None = None
    eligible: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GrantCall:
    """A recorded call; a closed one is out of the lists of choice.

    ``requests`` are those that name it, ``sent`` the part of them that is no draft any more.
    """

    id: int
    content: NewGrantCall
    funder_name: str = ""
    is_open: bool = True
    requests: int = 0
    sent: int = 0


@dataclass(frozen=True, slots=True)
class NewGrantRequest:
    """A request as typed.

    ``budget_line`` is the line of the official budget that the funder is; ``rate`` the part of
    eligible costs that it pays, in hundredths of a percent, None for all of them.
    A request for running the association rests on a budget (``budget_version_id``), one for a
    project on the project. ``report_due_on`` is the day that the agreement itself names.
    """

    title: str
    funder_id: int | None = None
    funder_service: str = ""
    budget_line: str = ""
    call_id: int | None = None
    project_id: int | None = None
    budget_version_id: int | None = None
    agreement_id: int | None = None
    purpose: RequestPurpose = RequestPurpose.PROJECT
    form: RequestForm = RequestForm.MONEY
    frequency: RequestFrequency = RequestFrequency.FIRST
    span: RequestSpan = RequestSpan.YEAR
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    asked: Money | None = None
    rate: int | None = None
    reference: str = ""
    report_due_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Granting:
    """What a funder answers: so much, from a day to another.

    Empty accounts are the usual ones, days that are None those of the request. ``amount`` is
    None for help in kind alone. ``expected_on`` is when the money may come, if no instalment
    says so; ``activity_id`` counts where the request has no project.
    """

    amount: Money | None
    notified_on: dt.date
    account: str = ""
    receivable_account: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    expected_on: dt.date | None = None
    activity_id: int | None = None
    instalments: tuple[NewInstalment, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewInstalment:
    """A part of a grant that will be paid; ``needs`` is what the funder wants to see first."""

    label: str
    amount: Money
    expected_on: dt.date | None = None
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Instalment:
    """A planned part, in its order."""

    id: int
    content: NewInstalment


@dataclass(frozen=True, slots=True)
class EligibleCost:
    """A line of the budget that a funder pays for; ``rate`` None is that of the request."""

    line: str
    rate: int | None = None
    ceiling: Money | None = None


@dataclass(frozen=True, slots=True)
class GrantReport:
    """What is told in words of what a grant was used for (Cerfa 15059, parts 1 and 3)."""

    carried_out: str = ""
    beneficiaries: str = ""
    places: str = ""
    outcomes: str = ""
    allocation_rule: str = ""
    variances: str = ""
    volunteering: str = ""
    observations: str = ""
    signed_on: dt.date | None = None
    signed_at: str = ""
    signatory_name: str = ""
    signatory_role: str = ""


@dataclass(frozen=True, slots=True)
class GrantRequest:
    """A recorded request with the grant that came of it, if one did (``award``)."""

    id: int
    content: NewGrantRequest
    state: RequestState
    funder_name: str = ""
    call_title: str = ""
    project_title: str = ""
    agreement_title: str = ""
    activity_id: int | None = None
    asked_on: dt.date | None = None
    decided_on: dt.date | None = None
    report_sent_on: dt.date | None = None
    award: GrantAward | None = None
    instalments: tuple[Instalment, ...] = ()
    eligible: tuple[EligibleCost, ...] = ()
    report: GrantReport = field(default_factory=GrantReport)
    file_count: int = 0


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Which requests a list shows; everything empty shows all of them."""

    text: str = ""
    state: RequestState | None = None
    funder_id: int | None = None
    project_id: int | None = None
    call_id: int | None = None


@dataclass(frozen=True, slots=True)
class GrantProfile:
    """What requests say of the association and nothing else knows (12156*06, parts 1 to 4).

    ``full_time_hundredths`` are full-time equivalents in hundredths: 150 is one and a half.
    ``volunteers`` None is counted from recorded time.
    """

    siret: str = ""
    short_name: str = ""
    approvals: str = ""
    networks: str = ""
    legal_entities: str = ""
    representative: str = ""
    representative_role: str = ""
    representative_phone: str = ""
    representative_email: str = ""
    correspondent: str = ""
    correspondent_role: str = ""
    correspondent_phone: str = ""
    correspondent_email: str = ""
    has_commercial_taxes: bool = False
    has_vat: bool = False
    volunteers: int | None = None
    civic_volunteers: int = 0
    employees: int = 0
    aided_employees: int = 0
    full_time_hundredths: int = 0
    seconded: int = 0
