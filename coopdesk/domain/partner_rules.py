"""What may be said of partners, agreements, commitments and fees of networks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import first_term
from coopdesk.domain.agreements import AgreementState, Renewal
from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.commitments import CommitmentKind
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold
from coopdesk.domain.volunteering import MOST_MINUTES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.agreements import NewAgreement, NewSignatory
    from coopdesk.domain.commitments import Commitment, NewCommitment
    from coopdesk.domain.money import Money
    from coopdesk.domain.partners import NewNetworkFee, NewPartner

NAME_LIMIT, TITLE_LIMIT, REFERENCE_LIMIT = 120, 200, 80
TEXT_LIMIT, TERMS_LIMIT = 4_000, 60_000
MOST_MONTHS = 1_200
MOST_NOTICE_DAYS = 3_660
_YEARS = range(1901, 2200)


def checked_partner(new: NewPartner) -> NewPartner:
    """Return a partner with tidy fields.

    Raises:
        RuleError: ``partner.ends_before_start``, ``text.too_long``. FieldErrors: both.
    """
    checks = FieldChecks()
    if new.started_on and new.ended_on and new.ended_on < new.started_on:
        checks.refuse("partner.ends_before_start", "ended_on")
    cleaned = replace(
        new,
        purpose=checks.text(new.purpose, "purpose", TEXT_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_agreement(new: NewAgreement, today: dt.date) -> NewAgreement:
    """Return an agreement with tidy fields; one that ends at its date renews nothing.

    Raises:
        RuleError: ``agreement.title_missing``, ``agreement.ends_before_start``,
            ``agreement.day_unlikely``, ``agreement.renewal_without_end``,
            ``agreement.months_wrong``, ``agreement.notice_wrong``,
            ``agreement.signing_day_missing``, ``agreement.in_the_future``,
            ``signatory.name_missing``, ``text.too_long``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not fold(title):
        checks.refuse("agreement.title_missing", "title")
    _check_days(checks, new)
    _check_signing(checks, new, today)
    cleaned = replace(
        new,
        title=title,
        reference=checks.line(new.reference, "reference", REFERENCE_LIMIT),
        signed_on=new.signed_on if _is_signed(new) else None,
        renewal_months=None if new.renewal is Renewal.NONE else new.renewal_months,
        purpose=checks.text(new.purpose, "purpose", TEXT_LIMIT),
        terms=checks.text(new.terms, "terms", TERMS_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
        signatories=_signatories(checks, new.signatories),
    )
    checks.finish()
    return cleaned


def checked_end(content: NewAgreement, on: dt.date, reason: str) -> str:
    """Return the tidy reason why a signed agreement ends on a day.

    Raises:
        RuleError: ``agreement.day_unlikely``, ``agreement.ends_before_start``,
            ``text.too_long``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    _check_year(checks, on, "on")
    begins = first_term(content).starts_on
    if begins is not None and on < begins:
        checks.refuse("agreement.ends_before_start", "on")
    told = checks.text(reason, "reason", TEXT_LIMIT)
    checks.finish()
    return told


def checked_commitment(new: NewCommitment) -> NewCommitment:
    """Return a commitment with tidy fields; only hours promised have a time.

    Raises:
        RuleError: ``commitment.text_missing``, ``commitment.amount_missing`` of money,
            ``commitment.amount_wrong``, ``commitment.time_wrong``,
            ``commitment.months_wrong``, ``commitment.repeat_without_day``,
            ``agreement.day_unlikely``, ``text.too_long``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    text = checks.line(new.text, "text", TITLE_LIMIT)
    if not fold(text):
        checks.refuse("commitment.text_missing", "text")
    _check_amount(checks, new)
    _check_year(checks, new.due_on, "due_on")
    if new.minutes is not None and not 0 < new.minutes <= MOST_MINUTES:
        checks.refuse("commitment.time_wrong", "minutes")
    if new.repeat_months is not None:
        if not 0 < new.repeat_months <= MOST_MONTHS:
            checks.refuse("commitment.months_wrong", "repeat_months", most=MOST_MONTHS)
        if new.due_on is None:
            checks.refuse("commitment.repeat_without_day", "due_on")
    cleaned = replace(
        new,
        text=text,
        minutes=new.minutes if new.kind is CommitmentKind.HOURS else None,
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_network_fee(new: NewNetworkFee) -> NewNetworkFee:
    """Return a fee of a network with tidy fields.

    Raises:
        RuleError: ``network_fee.year_wrong``, ``network_fee.amount_wrong``,
            ``text.too_long``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    if new.year not in _YEARS:
        checks.refuse("network_fee.year_wrong", "year")
    if new.amount < ZERO:
        checks.refuse("network_fee.amount_wrong", "amount")
    cleaned = replace(
        new,
        label=checks.line(new.label, "label", NAME_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def next_due(earlier: Sequence[dt.date], due_on: dt.date, months: int) -> dt.date:
    """Return when a repeated commitment is due next, counted from its original day.

    ``earlier`` are the days on which those before it were due, the latest first: 31 January
    and 28 February lead to 31 March. A day that somebody moved is where counting starts again.
    """
    day, steps = due_on, 1
    for before in earlier:
        if months_after(before, months * steps) != due_on:
            break
        day, steps = before, steps + 1
    return months_after(day, months * steps)


def comes_after(known: Commitment, earlier: Sequence[dt.date]) -> NewCommitment | None:
    """Return the commitment that a repeated one brings when it is kept, None for others."""
    content = known.content
    if content.repeat_months is None or content.due_on is None:
        return None
    due_on = next_due(earlier, content.due_on, content.repeat_months)
    return replace(content, due_on=due_on, follows_id=known.id)


def told_apart(label: str, name: str, taken: Sequence[str]) -> str:
    """Return a label of its own: with the name of whom it was said of, then a number."""
    base = f"{label} ({name})" if label else name
    base = base[: NAME_LIMIT - 5].strip()
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base} {number}"
    return found


def _check_days(checks: FieldChecks, new: NewAgreement) -> None:
    for name in ("starts_on", "ends_on", "signed_on"):
        _check_year(checks, getattr(new, name), name)
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        checks.refuse("agreement.ends_before_start", "ends_on")
    if new.renewal is not Renewal.NONE and new.ends_on is None:
        checks.refuse("agreement.renewal_without_end", "ends_on")
    if new.renewal_months is not None and not 0 < new.renewal_months <= MOST_MONTHS:
        checks.refuse("agreement.months_wrong", "renewal_months", most=MOST_MONTHS)
    if not 0 <= new.notice_months <= MOST_MONTHS:
        checks.refuse("agreement.notice_wrong", "notice_months")
    if not 0 <= new.notice_days <= MOST_NOTICE_DAYS:
        checks.refuse("agreement.notice_wrong", "notice_days")


def _check_year(checks: FieldChecks, day: dt.date | None, field: str) -> None:
    """Refuse a day that only a slip of the keyboard means: later ones are counted from it."""
    if day is not None and day.year not in _YEARS:
        checks.refuse("agreement.day_unlikely", field, day=day)


def _is_signed(new: NewAgreement) -> bool:
    return new.state in {AgreementState.SIGNED, AgreementState.ENDED}


def _check_signing(checks: FieldChecks, new: NewAgreement, today: dt.date) -> None:
    if not _is_signed(new):
        return
    if new.signed_on is None:
        checks.refuse("agreement.signing_day_missing", "signed_on")
    elif new.signed_on > today:
        checks.refuse("agreement.in_the_future", "signed_on")


def _signatories(
    checks: FieldChecks, signatories: Sequence[NewSignatory]
) -> tuple[NewSignatory, ...]:
    tidy = []
    for one in signatories:
        name = checks.line(one.name, "signatories", NAME_LIMIT)
        if not fold(name) and one.contact_id is None:
            checks.refuse("signatory.name_missing", "signatories")
        role = checks.line(one.role, "signatories", NAME_LIMIT)
        tidy.append(replace(one, name=name, role=role))
    return tuple(tidy)


def _check_amount(checks: FieldChecks, new: NewCommitment) -> None:
    amount: Money | None = new.amount
    if amount is None and new.kind is CommitmentKind.MONEY:
        checks.refuse("commitment.amount_missing", "amount")
    elif amount is not None and amount <= ZERO:
        checks.refuse("commitment.amount_wrong", "amount")
