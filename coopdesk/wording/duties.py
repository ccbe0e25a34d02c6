"""What duties say, what leads to them is called, and who says that they are one."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from coopdesk.domain.duty_rules import own_id_of
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.domain.money import Money
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.duties import Duty

# What the yearly calendar calls each duty of the reference, and what else can be marked.
DUTY_TITLES: dict[str, str] = {
    "accounts.allocate": N_("Decide what becomes of the result"),
    "accounts.approve": N_("Have the accounts approved by the assembly"),
    "accounts.close": N_("Close the fiscal year"),
    "accounts.publish": N_("Publish the accounts"),
    "agreement.end": N_("See to an agreement that ends"),
    "agreement.notice": N_("Decide before the notice of an agreement"),
    "agreement.renew": N_("Renew an agreement in writing"),
    "appeal.declare": N_("Declare an appeal to the public before it begins"),
    "assembly.convene": N_("Call the members to the assembly"),
    "assembly.minutes": N_("Write the minutes of an assembly"),
    "directors.declare": N_("Declare a change of directors, statutes or seat"),
    "grants.apply": N_("Answer a call for projects in time"),
    "grants.agree": N_("Sign an agreement for grants above the limit"),
    "grants.engage": N_("Sign the contract of republican commitment"),
    "grants.report": N_("Report on grants"),
    "papers.keep": N_("Keep receipts and books"),
    "privacy.register": N_("Keep the register of personal data"),
    "receipts.declare": N_("Declare the gifts of the year"),
}
# One sentence for what the data say; names in braces are values of the duty.
DUTY_TEXTS: dict[str, str] = {
    "accounts.allocate": N_("The result of {year} waits to be allocated."),
    "accounts.close": N_("The fiscal year {year} is over and still open."),
    "accounts.publish": N_(
        "The accounts of {year} are to be published: they are above a limit."
    ),
    "agreement.end": N_("The agreement “{title}” with {name} ends on {day}."),
    "agreement.notice": N_(
        "“{title}” with {name} goes on by itself after {day}: decide before notice is too late."
    ),
    "agreement.renew": N_("“{title}” with {name} is to be renewed in writing before {day}."),
    "assembly.convene": N_("Call the members to “{title}” of {day}."),
    "assembly.minutes": N_("The minutes of “{title}” of {day} are not written."),
    "commitment.ours": N_("We owe {name}: {text}"),
    "commitment.theirs": N_("{name} owes us: {text}"),
    "decision.carry_out": N_("Decided at “{title}”: {text}"),
    "directors.declare": N_(
        "If directors, statutes or seat changed at “{title}” of {day}, declare it."
    ),
    "grants.apply": N_("The call “{title}” closes."),
    "grants.collect": N_("{name} should have paid {amount} for “{title}”."),
    "grants.report": N_("{name} waits for the report of “{title}”."),
    "network.pay": N_("Our fee of {year} to {name} is to be paid: {amount}."),
    "receipts.declare": N_("The gifts of {year} are to be declared to the tax office."),
}
_VERBS: dict[str, str] = {
    "accounts.allocate": N_("Allocate the result"),
    "accounts.approve": N_("See the assembly"),
    "accounts.close": N_("See what is left"),
    "accounts.publish": N_("See the year"),
    "assembly.convene": N_("See the assembly"),
    "assembly.minutes": N_("Write the minutes"),
    "directors.declare": N_("See the assembly"),
    "file.back_up": N_("Back up"),
    "grants.collect": N_("See the request"),
    "grants.report": N_("Write the report"),
    "members.late": N_("See them"),
    "members.remind": N_("See the fees"),
    "members.renew": N_("See them"),
    "payments.check": N_("Check"),
    "receipts.blocked": N_("See why"),
    "receipts.declare": N_("See the figures"),
    "receipts.issue": N_("Issue"),
}


def duty_title(code: str) -> str:
    """Return what the yearly calendar calls a duty of the reference; its code if none."""
    title = DUTY_TITLES.get(code)
    return code if title is None else _(title)


def duty_text(duty: Duty) -> str:
    """Return the sentence that says what is to be done; one of our own says its title."""
    values = duty.values or {}
    if own_id_of(duty.code) is not None:
        return str(values.get("title", ""))
    if duty.code in _SPEAKING and "remark" not in values:
        return _SPEAKING[duty.code](values)
    text = DUTY_TEXTS.get(duty.code)
    if text is None or "remark" in values:
        return duty_title(duty.code)
    said = {name: _said(value) for name, value in values.items()}
    if "title" in said:
        said["title"] = _within_quotes(said["title"])
    return _(text).format(**said)


def calendar_text(duty: Duty) -> str:
    """Return what the calendar says: of the reference, with the fiscal year it is for."""
    text = duty_text(duty)
    if not (duty.values or {}).get("remark") or not duty.period:
        return text
    return _("{what} ({year})").format(what=text, year=duty.period)


def duty_verb(duty: Duty) -> str:
    """Return what the button says that leads to where a duty is done."""
    if isinstance(duty.target, tuple) and duty.target[0] == "event_new":
        return _("Plan the assembly")
    verb = _VERBS.get(duty.code)
    return _("Open it") if verb is None else _(verb)


def source_text(duty: Duty) -> str:
    """Return the text of law a duty rests on and how sure that is; empty for our own."""
    if not duty.source:
        return ""
    if not duty.confidence:
        return duty.source
    sure = label(Confidence(duty.confidence))
    return _("{source} ({sure})").format(source=duty.source, sure=sure)


def _within_quotes(title: str) -> str:
    """Return a title that stands between quotation marks: its own are the inner ones."""
    return re.sub(r"\s?»", "”", re.sub(r"«\s?", "“", title))


def _said(value: object) -> str:
    if isinstance(value, Money):
        return money_text(value)
    if isinstance(value, dt.date):
        return day_text(value)
    return str(value)


def _count(values: Mapping[str, object]) -> int:
    found = values.get("count", 0)
    return found if isinstance(found, int) else 0


def _counted(text: str, values: Mapping[str, object]) -> str:
    said = {name: _said(value) for name, value in values.items()}
    return text.format(**{**said, "count": number_text(_count(values))})


def _issue(values: Mapping[str, object]) -> str:
    text = ngettext(
        "{count} tax receipt of {year} can be issued.",
        "{count} tax receipts of {year} can be issued.",
        _count(values),
    )
    return _counted(text, values)


def _blocked(values: Mapping[str, object]) -> str:
    text = ngettext(
        "{count} gift of {year} is blocked: something is missing for its receipt.",
        "{count} gifts of {year} are blocked: something is missing for their receipts.",
        _count(values),
    )
    return _counted(text, values)


def _check(values: Mapping[str, object]) -> str:
    text = ngettext(
        "{count} payment waits for your decision.",
        "{count} payments wait for your decision.",
        _count(values),
    )
    return _counted(text, values)


def _renew(values: Mapping[str, object]) -> str:
    # Among them are those that have just ended, until they are late.
    text = ngettext(
        "{count} membership is to renew.", "{count} memberships are to renew.", _count(values)
    )
    return _counted(text, values)


def _late(values: Mapping[str, object]) -> str:
    text = ngettext(
        "{count} member is late: the membership ran out.",
        "{count} members are late: their memberships ran out.",
        _count(values),
    )
    return _counted(text, values)


def _remind(values: Mapping[str, object]) -> str:
    text = ngettext(
        "{count} fee of {year} is not paid in full: {amount}.",
        "{count} fees of {year} are not paid in full: {amount}.",
        _count(values),
    )
    return _counted(text, values)


def _approve(values: Mapping[str, object]) -> str:
    year, day = values.get("year"), values.get("day")
    if isinstance(day, dt.date):
        text = _("The assembly of {day} approves the accounts of {year}.")
        return text.format(day=day_text(day), year=year)
    return _("No assembly has approved the accounts of {year} yet.").format(year=year)


def _back_up(values: Mapping[str, object]) -> str:
    day = values.get("day")
    if isinstance(day, dt.date):
        return _("The last backup is of {day}.").format(day=day_text(day))
    return _("This database was never backed up.")


# Sentences that count, or that differ by what is known.
_SPEAKING: dict[str, Callable[[Mapping[str, object]], str]] = {
    "accounts.approve": _approve,
    "file.back_up": _back_up,
    "members.late": _late,
    "members.remind": _remind,
    "members.renew": _renew,
    "payments.check": _check,
    "receipts.blocked": _blocked,
    "receipts.issue": _issue,
}
