"""How long agreements run: terms, renewals, and the last day on which notice may come.

Months are counted as the law counts a delay (Code de procédure civile, art. 641): to the same
day of the month, or to its last day where that is missing, always from the first date.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.agreements import AgreementState, Renewal
from coopdesk.domain.anniversaries import months_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.agreements import Agreement, NewAgreement

# How many days ahead an end or the last day for notice is shown as near.
SOON_DAYS = 90
_DAY = dt.timedelta(days=1)
_MONTHS = 12


class AgreementStanding(enum.Enum):
    """Where an agreement stands on a day; NEAR is in force and its term is close."""

    DRAFT = "draft"
    SENT = "sent"
    TO_COME = "to_come"
    IN_FORCE = "in_force"
    NEAR = "near"
    EXPIRED = "expired"
    ENDED = "ended"


class AgreementStep(enum.Enum):
    """What is to be done: notice before it goes on, renewing in writing, or its end."""

    NOTICE = "notice"
    RENEWAL = "renewal"
    END = "end"


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of an agreement, both days in it; ``number`` is 1 for the first.

    Without ``ends_on`` it runs until somebody ends it.
    """

    starts_on: dt.date | None
    ends_on: dt.date | None
    number: int = 1


@dataclass(frozen=True, slots=True)
class AgreementDue:
    """What there is to do about an agreement until ``due_on``."""

    agreement: Agreement
    step: AgreementStep
    due_on: dt.date
    term: Term
    notice_by: dt.date | None = None

    def is_late(self, today: dt.date) -> bool:
        """Tell whether the day is over."""
        return self.due_on < today


def first_term(content: NewAgreement) -> Term:
    """Return the term that was signed; one without a first day begins when it is signed."""
    return Term(content.starts_on or content.signed_on, content.ends_on)


def renewal_length(content: NewAgreement) -> int:
    """Return how many months a renewal lasts: what was said, else as long as the first term.

    A first term that is no whole number of months counts as the nearest one, at least one; one
    without a first or last day as a year.
    """
    if content.renewal_months is not None:
        return content.renewal_months
    term = first_term(content)
    if term.starts_on is None or term.ends_on is None:
        return _MONTHS
    days = (term.ends_on + _DAY - term.starts_on).days
    return max(1, round(days * _MONTHS / 365.25))


def term_on(agreement: Agreement, day: dt.date) -> Term:
    """Return the term in which a day lies: the first before it begins, the last afterwards.

    Only tacit renewal of a signed agreement brings further terms, all counted from the first
    day; an end before its time cuts the term.
    """
    content, ended_on = agreement.content, agreement.ended_on
    is_signed = content.state in {AgreementState.SIGNED, AgreementState.ENDED}
    asked = day if ended_on is None else min(day, ended_on)
    term = first_term(content)
    if is_signed and content.renewal is Renewal.TACIT:
        term = _renewed(content, term, asked)
    if ended_on is not None and (term.ends_on is None or ended_on < term.ends_on):
        return Term(term.starts_on, ended_on, term.number)
    return term


def next_term(agreement: Agreement, term: Term) -> Term | None:
    """Return the term that tacit renewal brings after another, None when none follows."""
    if term.ends_on is None or agreement.ended_on is not None:
        return None
    found = term_on(agreement, term.ends_on + _DAY)
    return found if found.number > term.number else None


def notice_by(agreement: Agreement, term: Term) -> dt.date | None:
    """Return the last day on which notice can reach the other side for the end of a term.

    Months are taken off the end first, then days. None for a term without an end, and for an
    agreement that was ended already.
    """
    if term.ends_on is None or agreement.ended_on is not None:
        return None
    content = agreement.content
    day = months_after(term.ends_on, -content.notice_months)
    return day - content.notice_days * _DAY


def standing_on(agreement: Agreement, day: dt.date) -> AgreementStanding:
    """Tell where an agreement stands on a day."""
    state = agreement.content.state
    if state is AgreementState.DRAFT:
        return AgreementStanding.DRAFT
    if state is AgreementState.SENT:
        return AgreementStanding.SENT
    if agreement.ended_on is not None and agreement.ended_on < day:
        return AgreementStanding.ENDED
    return _signed_standing(agreement, day)


def is_in_force(agreement: Agreement, first: dt.date, last: dt.date | None = None) -> bool:
    """Tell whether a signed agreement runs on a day, or on one of several."""
    if agreement.content.state not in {AgreementState.SIGNED, AgreementState.ENDED}:
        return False
    begins = first_term(agreement.content).starts_on
    if begins is not None and begins > (last or first):
        return False
    ends = term_on(agreement, first).ends_on
    return ends is None or ends >= first


def due_of(agreement: Agreement, today: dt.date) -> AgreementDue | None:
    """Return the next thing to do about a signed agreement, None when there is nothing.

    One that goes on by itself wants a decision before notice is too late; one renewed in
    writing wants it before its end, and is late until another that follows it is signed.
    """
    content = agreement.content
    if content.state is not AgreementState.SIGNED or agreement.is_renewed:
        return None
    term = term_on(agreement, today)
    if term.ends_on is None:
        return None
    if content.renewal is Renewal.TACIT:
        return _notice(agreement, term, today)
    if content.renewal is Renewal.EXPRESS:
        by = notice_by(agreement, term) or term.ends_on
        return AgreementDue(agreement, AgreementStep.RENEWAL, by, term, by)
    if term.ends_on < today:
        return None
    by_end = notice_by(agreement, term)
    return AgreementDue(agreement, AgreementStep.END, term.ends_on, term, by_end)


def next_notice(agreement: Agreement, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """Return the last day on which notice can still reach the other side, and for which end.

    That is the end of a later term where it is too late for the one that runs.
    """
    term, due = term_on(agreement, today), due_of(agreement, today)
    if due is not None and due.step is AgreementStep.NOTICE:
        return due.due_on, due.term.ends_on
    return notice_by(agreement, term), term.ends_on


def due_until(
    agreements: Iterable[Agreement], until: dt.date, today: dt.date
) -> list[AgreementDue]:
    """Return what there is to do until a day, the earliest first."""
    found = [due for one in agreements if (due := due_of(one, today)) is not None]
    near = [due for due in found if due.due_on <= until]
    return sorted(near, key=lambda due: (due.due_on, due.agreement.id))


def follower_term(agreement: Agreement, today: dt.date) -> Term:
    """Return the days of the agreement that would renew another: as long, right after it."""
    term = term_on(agreement, today)
    if term.ends_on is None:
        return Term(None, None)
    starts_on = term.ends_on + _DAY
    if agreement.ended_on is None:
        return _renewed(agreement.content, first_term(agreement.content), starts_on)
    months = renewal_length(agreement.content)
    return Term(starts_on, months_after(starts_on, months) - _DAY, term.number + 1)


def _renewed(content: NewAgreement, term: Term, day: dt.date) -> Term:
    """Return the renewed term in which a day lies, the first one before its end."""
    if term.ends_on is None or day <= term.ends_on:
        return term
    length = renewal_length(content)
    anchor, before = _anchor(term, term.ends_on + _DAY)
    months_between = (day.year - anchor.year) * _MONTHS + day.month - anchor.month
    count = max(0, (months_between - before) // length - 1)
    while months_after(anchor, before + (count + 1) * length) <= day:
        count += 1
    starts_on = months_after(anchor, before + count * length)
    ends_on = months_after(anchor, before + (count + 1) * length) - _DAY
    return Term(starts_on, ends_on, count + 2)


def _anchor(term: Term, after: dt.date) -> tuple[dt.date, int]:
    """Return from where renewals are counted, and how many months the first term takes.

    A first term of whole months counts from its first day, so that no short month shifts the
    later ones; another from the day after it.
    """
    if term.starts_on is not None:
        start = term.starts_on
        months = (after.year - start.year) * _MONTHS + after.month - start.month
        if months_after(start, months) == after:
            return start, months
    return after, 0


def _signed_standing(agreement: Agreement, day: dt.date) -> AgreementStanding:
    begins = first_term(agreement.content).starts_on
    if begins is not None and begins > day:
        return AgreementStanding.TO_COME
    term = term_on(agreement, day)
    if term.ends_on is None:
        return AgreementStanding.IN_FORCE
    if term.ends_on < day:
        return AgreementStanding.EXPIRED
    is_near = _is_near(agreement, term, day)
    return AgreementStanding.NEAR if is_near else AgreementStanding.IN_FORCE


def _is_near(agreement: Agreement, term: Term, day: dt.date) -> bool:
    """Tell whether there is something to decide within some weeks."""
    if agreement.is_renewed or term.ends_on is None:
        return False
    due = due_of(agreement, day)
    return due is not None and due.due_on <= day + SOON_DAYS * _DAY


def _notice(agreement: Agreement, term: Term, today: dt.date) -> AgreementDue | None:
    """Return the next day by which notice must come: of this term, or of one after it."""
    asked: Term | None = term
    while asked is not None:
        by = notice_by(agreement, asked)
        if by is not None and by >= today:
            return AgreementDue(agreement, AgreementStep.NOTICE, by, asked, by)
        asked = next_term(agreement, asked)
    return None
