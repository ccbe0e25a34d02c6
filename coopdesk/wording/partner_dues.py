"""How terms, notices and commitments with partners read on one line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import (
    AgreementStanding,
    AgreementStep,
    renewal_length,
    standing_on,
)
from coopdesk.domain.agreements import Renewal, Side
from coopdesk.domain.commitments import CommitmentState
from coopdesk.domain.money import total
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    import enum
    from collections.abc import Iterable

    from coopdesk.domain.agreement_terms import AgreementDue, Term
    from coopdesk.domain.agreements import Agreement, NewAgreement
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.money import Money

_NEAR_DAYS = 30

STANDING_TEXTS: dict[enum.Enum, str] = {
    AgreementStanding.DRAFT: N_("Agreement in the making"),
    AgreementStanding.SENT: N_("Sent to be signed"),
    AgreementStanding.TO_COME: N_("Signed, not begun"),
    AgreementStanding.IN_FORCE: N_("In force"),
    AgreementStanding.NEAR: N_("To decide soon"),
    AgreementStanding.EXPIRED: N_("Agreement run out"),
    AgreementStanding.ENDED: N_("Ended early"),
}
STEP_TEXTS: dict[enum.Enum, str] = {
    AgreementStep.NOTICE: N_("last day for notice"),
    AgreementStep.RENEWAL: N_("to be renewed in writing"),
    AgreementStep.END: N_("it ends"),
}


def standing_text(agreement: Agreement, today: dt.date) -> str:
    """Return where an agreement stands on a day."""
    return _(STANDING_TEXTS[standing_on(agreement, today)])


def term_text(term: Term) -> str:
    """Return the days of a term; empty when none is known."""
    start, end = term.starts_on, term.ends_on
    if start is not None and end is not None:
        days = {"start": day_text(start), "end": day_text(end)}
        return _("from {start} to {end}").format(**days)
    if start is not None:
        return _("since {day}").format(day=day_text(start))
    return _("until {day}").format(day=day_text(end)) if end is not None else ""


def notice_text(content: NewAgreement) -> str:
    """Return how long before its end notice is given; empty where none is."""
    months, days = content.notice_months, content.notice_days
    told = []
    if months:
        told.append(ngettext("{count} month", "{count} months", months).format(count=months))
    if days:
        told.append(ngettext("{count} day", "{count} days", days).format(count=days))
    return (
        _("{first} and {second}").format(first=told[0], second=told[1])
        if (len(told) > 1)
        else "".join(told)
    )


def renewal_text(content: NewAgreement) -> str:
    """Return what happens at the end, and for how long it goes on."""
    said = label(content.renewal)
    if content.renewal is Renewal.NONE or content.ends_on is None:
        return said
    months = renewal_length(content)
    length = ngettext("{count} month", "{count} months", months).format(count=months)
    return _("{what}, for {length} each time").format(what=said, length=length)


def step_text(due: AgreementDue, today: dt.date) -> str:
    """Return what there is to do about an agreement, and by when."""
    said = _(STEP_TEXTS[due.step])
    end, day = due.term.ends_on, day_text(due.due_on)
    if due.step is AgreementStep.NOTICE and end is not None:
        text = _("Notice by {day}, for an end on {end}")
        said = text.format(day=day, end=day_text(end))
        return said if (late := _missed_end(due, today)) is None else _too_late(late, said)
    if due.is_late(today):
        return _("{what}: late since {day}").format(what=said, day=day)
    return _("{what}: {day}").format(what=said, day=day)


def _missed_end(due: AgreementDue, today: dt.date) -> dt.date | None:
    """Return the end of the term under way where it is too late for its notice."""
    after = due.term.starts_on
    if after is None or after <= today or due.term.number == 1:
        return None
    return after - dt.timedelta(days=1)


def _too_late(end: dt.date, said: str) -> str:
    text = _("Too late for an end on {end}. {what}")
    return text.format(end=day_text(end), what=said)


def due_text(commitment: Commitment, today: dt.date) -> str:
    """Return how far a commitment is: late, near, to come, kept or given up."""
    due, kept = commitment.content.due_on, commitment.kept_on
    if commitment.state is CommitmentState.KEPT and kept is not None:
        return _("Kept on {day}").format(day=day_text(kept))
    if commitment.state is not CommitmentState.OPEN:
        return label(commitment.state)
    return _until(due, today) if due is not None else _("Without a date")


def _until(due: dt.date, today: dt.date) -> str:
    """Return how long something may still take, in days where that is soon."""
    days = (due - today).days
    if days < 0:
        said = ngettext("{count} day late", "{count} days late", -days)
        return said.format(count=number_text(-days))
    if days == 0:
        return _("Due today")
    if days <= _NEAR_DAYS:
        return ngettext("Due in {count} day", "Due in {count} days", days).format(count=days)
    return _("Due {day}").format(day=day_text(due))


def owed_text(commitments: Iterable[Commitment], today: dt.date) -> str:
    """Return what is open on each side, with what that is worth, and how much is late."""
    owed = [one for one in commitments if one.state is CommitmentState.OPEN]
    told = []
    for side, text in ((Side.OURS, _("We owe: {what}")), (Side.THEIRS, _("They owe: {what}"))):
        them = [one for one in owed if one.content.side is side]
        if them:
            said, worth = number_text(len(them)), worth_of(them)
            told.append(text.format(what=f"{said} ({money_text(worth)})" if worth else said))
    late = sum(one.is_overdue(today) for one in owed)
    if late:
        said = ngettext("{count} late", "{count} late", late)
        told.append(said.format(count=number_text(late)))
    return " · ".join(told)


def worth_of(commitments: Iterable[Commitment]) -> Money:
    """Return what commitments are worth in money, as far as somebody said so."""
    amounts = (one.content.amount for one in commitments)
    return total(amount for amount in amounts if amount is not None)


def repeat_text(months: int | None) -> str:
    """Return how often a commitment comes back; empty where it does not."""
    if months is None:
        return ""
    return ngettext("each month", "every {count} months", months).format(count=months)


def proof_text(commitment: Commitment) -> str:
    """Return what proves that a commitment was kept; empty while nothing does."""
    told = []
    if commitment.payment_id is not None:
        told.append(_("payment"))
    if commitment.contribution_id is not None:
        told.append(_("gift in kind in the accounts"))
    if commitment.proof_count:
        said = ngettext("{count} file", "{count} files", commitment.proof_count)
        told.append(said.format(count=commitment.proof_count))
    return ", ".join(told)
