"""What the limits of public aid mean, in sentences: what was reached, what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import GrantForm, LayoutSection, LayoutSide
from coopdesk.domain.public_aid import AidLimit, AidSource
from coopdesk.wording.formats import money_short, money_text
from coopdesk.wording.language import N_, _
from coopdesk.wording.legal import to_verify_text

if TYPE_CHECKING:
    import enum

    from coopdesk.domain.public_aid import AidWarning, PublicAid

AID_LABELS: dict[enum.Enum, str] = {
    AidLimit.ACCOUNTS: N_("Yearly accounts and auditor"),
    AidLimit.AGREEMENT: N_("Written agreement with the funder"),
    AidLimit.THREE_YEARS: N_("Public aid over three years"),
    AidSource.ENTRY: N_("Entry typed by hand"),
    AidSource.GRANT: N_("Grant notified"),
    AidSource.IN_KIND: N_("Aid in kind"),
    AidSource.PAYMENT: N_("Payment without a notified grant"),
    GrantForm.APPLICATION: N_("Request for a grant"),
    GrantForm.REPORT: N_("Report on a grant"),
    LayoutSection.DIRECT: N_("Costs and income of the project"),
    LayoutSection.INDIRECT: N_("Part of the whole association"),
    LayoutSection.IN_KIND: N_("Contributions in kind, apart"),
    LayoutSide.EXPENSE: N_("Expenses (official budget)"),
    LayoutSide.INCOME: N_("Income (official budget)"),
}

_ABOVE = {
    AidLimit.AGREEMENT: N_(
        "{name} grants {amount} in {period}: above {limit} of one authority in a year the law "
        "wants a written agreement, signed before the money is paid. Record it and tie it to "
        "the request."
    ),
    AidLimit.ACCOUNTS: N_(
        "Public grants of {period} come to {amount}. Above {limit} in a year the association "
        "draws up yearly accounts with notes, names a statutory auditor and publishes them "
        "within three months of their approval."
    ),
    AidLimit.THREE_YEARS: N_(
        "Public aid of {period}, in money and in kind, comes to {amount}. The request for a "
        "grant says that it is above {limit} over three fiscal years: the funder checks the "
        "European rules."
    ),
}
_NEAR = {
    AidLimit.AGREEMENT: N_(
        "{name} grants {amount} in {period}, close to {limit}: above it the law wants a "
        "written agreement."
    ),
    AidLimit.ACCOUNTS: N_(
        "Public grants of {period} come to {amount}, close to {limit}: above it yearly "
        "accounts, a statutory auditor and publication are due."
    ),
    AidLimit.THREE_YEARS: N_(
        "Public aid of {period}, in money and in kind, comes to {amount}, close to {limit} "
        "over three fiscal years."
    ),
}


_FAR = {
    AidLimit.AGREEMENT: N_(
        "Above {limit} of one authority in a calendar year the law wants a written agreement, "
        "signed before the money is paid. The most in {period}: {name}, {amount}."
    ),
    AidLimit.ACCOUNTS: N_(
        "Above {limit} of public grants in a fiscal year the association draws up yearly "
        "accounts with notes, names a statutory auditor and publishes them. {period}: {amount}."
    ),
    AidLimit.THREE_YEARS: N_(
        "Above {limit} of public aid over three fiscal years, in money and in kind, the "
        "request for a grant says so and the funder checks the European rules. {period}: "
        "{amount}."
    ),
}
_NO_GRANT = N_(
    "Above {limit} of one authority in a calendar year the law wants a written agreement, "
    "signed before the money is paid. No authority granted any in {period}."
)


def warning_text(warning: AidWarning) -> str:
    """Return where aid stands beside a limit, what the law wants, and who says so."""
    if warning.is_met and warning.is_near:
        template = N_(
            "{name} grants {amount} in {period}, above {limit}: the written agreement that the "
            "law wants is signed."
        )
        if not warning.is_above:
            template = N_("{name} grants {amount} in {period}: an agreement is signed.")
    elif not warning.is_near:
        has_none = warning.limit is AidLimit.AGREEMENT and not warning.amount
        template = _NO_GRANT if has_none else _FAR[warning.limit]
    else:
        template = (_ABOVE if warning.is_above else _NEAR)[warning.limit]
    figure = warning.figure
    said = _(template).format(
        name=warning.name or _("A funder nobody named"),
        amount=money_text(warning.amount),
        period=warning.period,
        limit=money_short(figure.money),
    )
    doubt = to_verify_text(figure)
    source = f"{figure.source}, {doubt}" if doubt else figure.source
    return _("{said} Source: {source}.").format(said=said, source=source)


def aid_text(aid: PublicAid) -> str:
    """Return what the attestation of a request has to say of public aid."""
    template = (
        N_("Public aid over three fiscal years: {amount}, above {limit}.")
        if aid.is_above
        else N_("Public aid over three fiscal years: {amount}, not above {limit}.")
    )
    said = [
        _(template).format(amount=money_text(aid.amount), limit=money_short(aid.limit.money))
    ]
    return " ".join([*said, *aid_doubts(aid)])


def aid_doubts(aid: PublicAid) -> list[str]:
    """Return what the figures of public aid may lack."""
    said = []
    if not aid.is_whole:
        said.append(_("Our books do not hold all three years: add what came before."))
    if not aid.is_sure:
        said.append(_("Some funders are not said to be public or private: they are counted."))
    return said
