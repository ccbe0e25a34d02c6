"""The command about what requests for grants say of the association."""

from dataclasses import asdict, replace
from decimal import Decimal, InvalidOperation
from typing import Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.options import command, given_options, optional, or_empty, parse_switch
from coopdesk.cli.output import Answer, Listing, facts
from coopdesk.domain.grant_requests import GrantProfile
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = typer.Typer()
_TEXT, _N = _("TEXT"), _("N")
_MOST_DIGITS = 7


def _whole(text: str | int) -> int:
    number = str(text).strip()
    if number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS:
        return int(number)
    raise typer.BadParameter(_("“{text}” is not a whole number.").format(text=text))


def _hundredths(text: str | int) -> int:
    """Read full-time equivalents such as 1,5 into hundredths."""
    if isinstance(text, int):
        return text
    try:
        count = Decimal(text.strip().replace(",", ".")).scaleb(2)
    except InvalidOperation:
        count = Decimal(-1)
    if not count.is_finite() or count < 0 or count % 1 or count >= 10**_MOST_DIGITS:
        raise typer.BadParameter(_("“{text}” is not a number such as 1.5.").format(text=text))
    return int(count)


_FIELDS = {
    "siret": optional("--siret", _("SIRET number."), _TEXT),
    "short_name": optional("--short-name", _("Short name of the association."), _TEXT),
    "approvals": optional("--approvals", _("Approvals: by whom, since when."), _TEXT),
    "networks": optional("--networks", _("Networks it belongs to."), _TEXT),
    "legal_entities": optional("--members", _("Members that are legal persons."), _TEXT),
    "representative": optional("--representative", _("Legal representative."), _TEXT),
    "representative_role": optional(
        "--representative-role", _("Role of the representative."), _TEXT
    ),
    "representative_phone": optional(
        "--representative-phone", _("Telephone of the representative."), _TEXT
    ),
    "representative_email": optional(
        "--representative-email", _("E-mail of the representative."), _TEXT
    ),
    "correspondent": optional("--correspondent", _("Who answers for requests."), _TEXT),
    "correspondent_role": optional(
        "--correspondent-role", _("Role of who answers for requests."), _TEXT
    ),
    "correspondent_phone": optional(
        "--correspondent-phone", _("Telephone of who answers for requests."), _TEXT
    ),
    "correspondent_email": optional(
        "--correspondent-email", _("E-mail of who answers for requests."), _TEXT
    ),
    "has_commercial_taxes": optional(
        "--commercial-taxes",
        _("Whether it pays commercial taxes: yes or no."),
        _("yes|no"),
        parse_switch,
    ),
    "has_vat": optional(
        "--vat", _("Whether it pays VAT: yes or no."), _("yes|no"), parse_switch
    ),
    "volunteers": optional(
        "--volunteers", _("Volunteers; counted from their time if none."), _N, or_empty(_whole)
    ),
    "civic_volunteers": optional("--civic", _("People in civic service."), _N, _whole),
    "employees": optional("--employees", _("Number of employees."), _N, _whole),
    "aided_employees": optional(
        "--aided", _("Employees with an aid to employment."), _N, _whole
    ),
    "full_time_hundredths": optional(
        "--full-time", _("Full-time equivalents, such as 1.5."), _N, _hundredths
    ),
    "seconded": optional("--seconded", _("People lent by a public body."), _N, _whole),
}


@command(
    app,
    "profile",
    _("Show what requests say of the association; change what is given."),
    _FIELDS,
)
def show_profile(call: Call, **fields: Any) -> Answer:
    """Answer with the profile for requests after a change."""
    told = given_options(fields, {"volunteers"})
    with call.opened() as services:
        profile = services.grant_requests.profile()
        if told:
            profile = services.grant_requests.set_profile(replace(profile, **told)).value
    return Answer({"profile": asdict(profile)}, (_profile(profile),))


def _profile(profile: GrantProfile) -> Listing:
    full_time = Decimal(profile.full_time_hundredths).scaleb(-2).normalize()
    counted = profile.volunteers
    return facts(
        (_("SIRET"), profile.siret),
        (_("Short name"), profile.short_name),
        (_("Approvals"), profile.approvals),
        (_("Networks"), profile.networks),
        (_("Members that are legal persons"), profile.legal_entities),
        (_("Legal representative"), _person(profile, "representative")),
        (_("Who answers for requests"), _person(profile, "correspondent")),
        (_("Pays commercial taxes"), _yes(is_so=profile.has_commercial_taxes)),
        (_("Pays VAT"), _yes(is_so=profile.has_vat)),
        (_("Number of volunteers"), "" if counted is None else number_text(counted)),
        (_("In civic service"), _count(profile.civic_volunteers)),
        (_("Employees"), _count(profile.employees)),
        (_("With an aid to employment"), _count(profile.aided_employees)),
        (_("Full-time equivalents"), f"{full_time:f}" if full_time else ""),
        (_("Lent by a public body"), _count(profile.seconded)),
    )


def _person(profile: GrantProfile, who: str) -> str:
    names = (who, f"{who}_role", f"{who}_phone", f"{who}_email")
    return ", ".join(text for name in names if (text := getattr(profile, name)))


def _yes(*, is_so: bool) -> str:
    return _("yes") if is_so else ""


def _count(count: int) -> str:
    return number_text(count) if count else ""
