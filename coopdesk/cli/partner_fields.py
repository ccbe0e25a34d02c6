"""What commands about partners are told: which one, and the options of each record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopdesk.cli.inventory_words import activity_id
from coopdesk.cli.options import (
    given_options,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import listed
from coopdesk.domain.agreements import AgreementKind, Renewal, Side
from coopdesk.domain.commitments import CommitmentKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount
from coopdesk.domain.partners import PartnerKind, PartnerLevel
from coopdesk.domain.text import fold, is_said_in
from coopdesk.domain.volunteering import parse_minutes
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.partners import PartnerLine
    from coopdesk.services.registry import Services

PartnerArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("PARTNER"), help=_("The partner, by its number or words of its name.")
    ),
]
AgreementArgument = Annotated[
    str,
    typer.Argument(
        metavar=_("AGREEMENT"),
        help=_("The agreement, by its number, its reference or words of its title."),
    ),
]


def parse_from_zero(text: str | int) -> int:
    """Read a whole number from 0 on; for options."""
    return 0 if str(text).strip() == "0" else parse_count(text)


_TEXT, _NUMBER, _DATE, _AMOUNT = _("TEXT"), _("NUMBER"), _("DATE"), _("AMOUNT")
_COUNT, _DAY, _MONEY = or_empty(parse_count), or_empty(parse_day), or_empty(parse_amount)


DAY = {"day": optional("--on", _("Day; today if none."), _DATE, parse_day)}
NOTE = optional("--note", _("Note."), _TEXT)
PARTNER_FIELDS = {
    "kind": optional_code("--kind", _("What it is to us."), PartnerKind),
    "level": optional_code(
        "--level", _("How far it reaches."), PartnerLevel, may_be_empty=True
    ),
    "started_on": optional("--from", _("First day."), _DATE, _DAY),
    "ended_on": optional("--until", _("Last day."), _DATE, _DAY),
    "referent_id": optional("--referent", _("Contact who follows it."), _NUMBER, _COUNT),
    "purpose": optional("--purpose", _("What we do together."), _TEXT),
    "note": NOTE,
}
AGREEMENT_FIELDS = {
    "kind": optional_code("--kind", _("What it is about."), AgreementKind),
    "reference": optional("--reference", _("Reference on the paper."), _TEXT),
    "starts_on": optional("--from", _("First day."), _DATE, _DAY),
    "ends_on": optional("--until", _("Last day."), _DATE, _DAY),
    "renewal": optional_code("--renewal", _("What happens at its end."), Renewal),
    "renewal_months": optional(
        "--renewal-months", _("Months that each renewal lasts."), _NUMBER, _COUNT
    ),
    "notice_months": optional(
        "--notice-months", _("Months of notice."), _NUMBER, parse_from_zero
    ),
    "notice_days": optional("--notice-days", _("Days of notice."), _NUMBER, parse_from_zero),
    "activity": optional("--activity", _("Activity that it is part of."), _("ACTIVITY")),
    "follows_id": optional(
        "--follows", _("Number of the agreement that it renews."), _NUMBER, _COUNT
    ),
    "purpose": optional("--purpose", _("What it is about, in a sentence."), _TEXT),
    "terms": optional("--terms", _("Text of the agreement."), _TEXT),
    "note": NOTE,
}
COMMITMENT_FIELDS = {
    "kind": optional_code("--kind", _("What is owed."), CommitmentKind),
    "amount": optional("--amount", _("Its value."), _AMOUNT, _MONEY),
    "minutes": optional("--hours", _("Hours promised."), _("HOURS"), or_empty(parse_minutes)),
    "due_on": optional("--due", _("Until when."), _DATE, _DAY),
    "repeat_months": optional("--every", _("Months until it is due again."), _NUMBER, _COUNT),
    "agreement": optional("--agreement", _("Agreement that says so."), _("AGREEMENT")),
    "grant_request_id": optional(
        "--grant", _("Number of the grant whose condition it is."), _NUMBER, _COUNT
    ),
    "note": NOTE,
}
FEE_FIELDS = {
    "label": optional("--label", _("What the fee is for."), _TEXT),
    "due_on": optional("--due", _("Until when."), _DATE, _DAY),
    "activity": optional("--activity", _("Activity that it is part of."), _("ACTIVITY")),
    "note": NOTE,
}
SIDE = {"side": optional_code("--side", _("Who owes it."), Side)}
_NONE_WHEN_EMPTY = frozenset(
    {
        "started_on", "ended_on", "referent_id", "starts_on", "ends_on", "renewal_months",
        "activity", "follows_id", "amount", "minutes", "due_on", "repeat_months", "agreement",
        "grant_request_id",
    }
)  # fmt: skip


def given_of(services: Services, fields: dict[str, Any]) -> dict[str, Any]:
    """Return what was given, activity and agreement by their ids.

    Of what may be none, empty text says that it is.
    """
    told = given_options(fields, _NONE_WHEN_EMPTY)
    if "activity" in told:
        told["activity_id"] = activity_id(services, told.pop("activity"))
    if "agreement" in told:
        text = told.pop("agreement")
        told["agreement_id"] = agreement_named(services, text).id if text else None
    if told.get("level") == "":
        told["level"] = PartnerLevel.NONE
    return told


def partner_named(services: Services, text: str) -> PartnerLine:
    """Return the partner of a number, a name, an acronym or words of its name.

    Raises:
        RuleError: ``partner.unknown`` with the names there are, ``partner.ambiguous``.
    """
    lines = services.partners.all()
    key = services.partners.id_named(text)
    found = [line for line in lines if line.id == key]
    found = found or [line for line in lines if str(line.id) == text.strip()]
    found = found or [line for line in lines if is_said_in(text, line.name)]
    if len(found) == 1:
        return found[0]
    if found:
        known = listed(f"{one.id} ({one.name})" for one in found)
        raise RuleError("partner.ambiguous", field="partner", text=text, known=known)
    if not lines:
        raise RuleError("partner.none_yet")
    known = listed(one.name for one in lines)
    raise RuleError("partner.unknown", field="partner", text=text, known=known)


def agreement_named(services: Services, text: str) -> Agreement:
    """Return the agreement of a number, a reference, a title or words of its title.

    Raises:
        RuleError: ``agreement.unknown`` with those there are, ``agreement.ambiguous``.
    """
    all_of_them = services.agreements.all()
    found = [one for one in all_of_them if one.content.reference == text.strip() != ""]
    found = found or [x for x in all_of_them if fold(x.content.title) == fold(text)]
    found = found or [one for one in all_of_them if str(one.id) == text.strip()]
    found = found or [one for one in all_of_them if is_said_in(text, one.content.title)]
    if len(found) == 1:
        return found[0]
    if found:
        known = listed(f"{one.id} ({one.content.title})" for one in found)
        raise RuleError("agreement.ambiguous", field="agreement", text=text, known=known)
    if not all_of_them:
        raise RuleError("agreement.none_yet")
    known = listed(one.content.title for one in all_of_them)
    raise RuleError("agreement.unknown", field="agreement", text=text, known=known)
