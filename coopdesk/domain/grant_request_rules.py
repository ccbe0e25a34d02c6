"""What calls, requests for grants and their parts must be to be recorded."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.grant_requests import WHOLE
from coopdesk.domain.grants import NOTE_LIMIT
from coopdesk.domain.identifiers import check_siret
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coopdesk.domain.grant_requests import (
        EligibleCost,
        GrantProfile,
        GrantReport,
        NewGrantCall,
        NewGrantRequest,
        NewInstalment,
    )

TITLE_LIMIT, LINE_LIMIT, TEXT_LIMIT = 200, 300, 20_000
_MOST_PEOPLE = 1_000_000
# What a profile tells in more than one line.
_LONG = frozenset({"approvals", "networks", "legal_entities"})
_COUNTS = (
    "civic_volunteers",
    "employees",
    "aided_employees",
    "full_time_hundredths",
    "seconded",
)


def checked_call(new: NewGrantCall) -> NewGrantCall:
    """Return a call for projects with tidy fields.

    Raises:
        RuleError: ``grant_call.title_missing``, ``grant_call.days_reversed``,
            ``grant_call.bounds_reversed``, ``grant_request.rate_wrong``,
            ``grant_request.amount_wrong``, ``text.too_long``. FieldErrors: several fields.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("grant_call.title_missing", "title")
    if new.opens_on and new.closes_on and new.closes_on < new.opens_on:
        checks.refuse("grant_call.days_reversed", "closes_on")
    _check_rate(checks, new.rate)
    for name, amount in (("floor", new.floor), ("ceiling", new.ceiling)):
        _check_amount(checks, amount, name)
    if new.floor is not None and new.ceiling is not None and new.ceiling < new.floor:
        checks.refuse("grant_call.bounds_reversed", "ceiling")
    cleaned = replace(
        new,
        title=title,
        eligible=checks.text(new.eligible, "eligible", TEXT_LIMIT),
        url=checks.line(new.url, "url", LINE_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_request(
    new: NewGrantRequest, lines: Collection[str] | None = None
) -> NewGrantRequest:
    """Return a request with tidy fields; a draft may lack all but its title.

    ``lines`` are the codes that the official budget has for funders.

    Raises:
        RuleError: ``grant_request.title_missing``, ``grant.days_missing`` (one of the two),
            ``grant.days_reversed``, ``grant_request.rate_wrong``,
            ``grant_request.amount_wrong``, ``grant.funder_line_unknown``, ``text.too_long``.
            FieldErrors: several fields.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("grant_request.title_missing", "title")
    if lines is not None and new.budget_line and new.budget_line not in lines:
        checks.refuse("grant.funder_line_unknown", "budget_line", line=new.budget_line[:40])
    if (new.starts_on is None) != (new.ends_on is None):
        checks.refuse("grant.days_missing", "starts_on" if new.ends_on else "ends_on")
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        checks.refuse("grant.days_reversed", "ends_on")
    _check_rate(checks, new.rate)
    _check_amount(checks, new.asked, "asked")
    cleaned = replace(
        new,
        title=title,
        funder_service=checks.line(new.funder_service, "funder_service", LINE_LIMIT),
        budget_line=checks.line(new.budget_line, "budget_line", LINE_LIMIT),
        reference=checks.line(new.reference, "reference", LINE_LIMIT),
        note=checks.text(new.note, "note", NOTE_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_instalments(
    new: Sequence[NewInstalment], granted: Money | None
) -> tuple[NewInstalment, ...]:
    """Return planned parts with tidy fields, those without a name left for the screen to name.

    ``granted`` is what was granted, None as long as nothing is.

    Raises:
        RuleError: ``grant_instalment.amount_missing``, ``grant_instalment.above_granted``
            with how much it is too much, ``text.too_long``.
    """
    checks = FieldChecks()
    cleaned = []
    for one in new:
        if one.amount <= ZERO:
            checks.refuse("grant_instalment.amount_missing", "amount")
        label = checks.line(one.label, "label", TITLE_LIMIT)
        needs = checks.text(one.needs, "needs", TEXT_LIMIT)
        cleaned.append(replace(one, label=label, needs=needs))
    checks.finish()
    planned = total(one.amount for one in cleaned)
    if granted is not None and planned > granted:
        over = planned - granted
        raise RuleError("grant_instalment.above_granted", field="amount", amount=over)
    return tuple(cleaned)


def checked_eligible(
    new: Sequence[EligibleCost], lines: Mapping[str, str] | None = None
) -> tuple[EligibleCost, ...]:
    """Return what a funder pays for; ``lines`` names the costs of the layout by code.

    Raises:
        RuleError: ``grant_eligible.line_missing``, ``grant.cost_line_unknown``,
            ``grant_eligible.line_twice``, ``grant_request.rate_wrong``,
            ``grant_request.amount_wrong``.
    """
    checks = FieldChecks()
    found: dict[str, EligibleCost] = {}
    names = lines or {}
    for one in new:
        line = checks.line(one.line, "line", LINE_LIMIT)
        if not line:
            checks.refuse("grant_eligible.line_missing", "line")
        elif lines is not None and line not in lines:
            checks.refuse("grant.cost_line_unknown", "line", line=line[:40])
        elif line in found:
            checks.refuse("grant_eligible.line_twice", "line", text=names.get(line, line))
        _check_rate(checks, one.rate)
        _check_amount(checks, one.ceiling, "line")
        found[line] = replace(one, line=line)
    checks.finish()
    return tuple(found.values())


def checked_report(new: GrantReport) -> GrantReport:
    """Return the words of a report, tidy; raises RuleError ``text.too_long``, FieldErrors."""
    checks = FieldChecks()
    told: dict[str, Any] = {}
    for one in fields(new):
        if one.name == "signed_on":
            continue
        is_line = one.name.startswith("sign")
        check, limit = (checks.line, LINE_LIMIT) if is_line else (checks.text, TEXT_LIMIT)
        told[one.name] = check(getattr(new, one.name), one.name, limit)
    checks.finish()
    return replace(new, **told)


def checked_profile(new: GrantProfile) -> GrantProfile:
    """Return what requests say of the association, tidy, the SIRET with fourteen digits.

    Raises:
        RuleError: ``siret.…``, ``email.…``, ``phone.…``, ``grant_profile.count_wrong``,
            ``text.too_long``. FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    told: dict[str, Any] = {}
    for one in fields(new):
        value = getattr(new, one.name)
        if isinstance(value, str):
            check, limit = (
                (checks.text, TEXT_LIMIT) if one.name in _LONG else (checks.line, LINE_LIMIT)
            )
            told[one.name] = check(value, one.name, limit)
    if told["siret"]:
        told["siret"] = checks.taken(lambda: check_siret(new.siret), "", "siret")
    for name in ("volunteers", *_COUNTS):
        count = getattr(new, name)
        if count is not None and not 0 <= count <= _MOST_PEOPLE:
            checks.refuse("grant_profile.count_wrong", name)
    checks.finish()
    return replace(new, **told)


def parse_rate(text: str | int) -> int:
    """Read a rate as people type it, ``80`` or ``66,67 %``, into hundredths of a percent.

    Raises:
        RuleError: ``grant_request.rate_wrong``.
    """
    if isinstance(text, int):
        return text
    plain = "".join(text.split()).removesuffix("%").replace(",", ".")
    try:
        rate = Decimal(plain).scaleb(2)
    except InvalidOperation:
        raise RuleError("grant_request.rate_wrong", field="rate") from None
    if not rate.is_finite() or rate % 1 or not 1 <= rate <= WHOLE:
        raise RuleError("grant_request.rate_wrong", field="rate")
    return int(rate)


def _check_rate(checks: FieldChecks, rate: int | None) -> None:
    if rate is not None and not 1 <= rate <= WHOLE:
        checks.refuse("grant_request.rate_wrong", "rate")


def _check_amount(checks: FieldChecks, amount: Money | None, field: str) -> None:
    if amount is not None and amount < ZERO:
        checks.refuse("grant_request.amount_wrong", field)
