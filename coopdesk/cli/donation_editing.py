"""Commands that record, change and remove gifts."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import campaign_named, tier_named
from coopdesk.cli.documents import donation_document
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.inventory_words import ACTIVITY, activity_id
from coopdesk.cli.options import (
    AmountOption,
    IdArgument,
    command,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, named
from coopdesk.domain.counterparts import CounterpartTest
from coopdesk.domain.donation_rules import HANDED_OVER, refuse_frozen
from coopdesk.domain.donations import (
    Donation,
    DonationForm,
    DonationNature,
    Ineligibility,
    NewDonation,
    ValueBasis,
)
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.gift_kinds import GiftKind
from coopdesk.domain.money import ZERO, parse_amount
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.text import fold
from coopdesk.services.registry import Services
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import counterpart_text

app = typer.Typer()

_FIELDS = {
    "kind": optional_code("--kind", _("What was given, and how if it is money."), GiftKind),
    "mode": optional_code("--mode", _("How it was paid."), PaymentMode),
    "received_on": optional(
        "--date",
        _("Day of the gift: handed over, or ordered; today if not given."),
        _("DATE"),
        parse_day,
    ),
    "credited_on": optional(
        "--credited-on", _("Day on which the bank had it."), _("DATE"), parse_day
    ),
    "donor": optional(
        "--donor", _("Number of the contact who gives."), _("NUMBER"), parse_count
    ),
    "campaign": optional("--campaign", _("Campaign."), _("TEXT")),
    "tier_id": optional(
        "--tier", _("The tier of the campaign, by its name or number."), _("TIER")
    ),
    "description": optional("--description", _("What was given, and how much."), _("TEXT")),
    "value_basis": optional_code("--value-basis", _("How its value was found."), ValueBasis),
    "counterpart": optional(
        "--counterpart", _("Value of what the donor got."), _("AMOUNT"), parse_amount
    ),
    "counterpart_label": optional("--counterpart-label", _("What the donor got."), _("TEXT")),
    "ineligibility": optional_code(
        "--not-eligible", _("The gift gives no receipt, for this reason."), Ineligibility
    ),
    "nature": optional_code(
        "--nature", _("Nature of the gift; money if not given."), DonationNature
    ),
    "form": optional_code(
        "--form", _("Form of the gift; manual gift if not given."), DonationForm
    ),
    "is_for_ifi": Annotated[
        bool,
        typer.Option(
            "--ifi", metavar="", help=_("For the tax on property wealth (article 978).")
        ),
    ],
    "note": optional("--note", _("Note."), _("TEXT")),
    "activity_id": ACTIVITY,
}
# The same of a gift that is known: what may be none is taken back by an empty text.
_CHANGES = {
    "amount": optional("--amount", _("Amount, such as 12,50."), _("AMOUNT"), parse_amount),
    **_FIELDS,
    "received_on": optional(
        "--date", _("Day of the gift: handed over, or credited."), _("DATE"), parse_day
    ),
    "credited_on": optional(
        "--credited-on", _("Day on which the bank had it."), _("DATE"), or_empty(parse_day)
    ),
    "donor": optional(
        "--donor", _("Number of the contact who gives."), _("NUMBER"), or_empty(parse_count)
    ),
    "counterpart": optional(
        "--counterpart", _("Value of what the donor got."), _("AMOUNT"), or_empty(parse_amount)
    ),
    "ineligibility": optional_code(
        "--not-eligible",
        _("The gift gives no receipt, for this reason."),
        Ineligibility,
        may_be_empty=True,
    ),
    "nature": optional_code("--nature", _("Nature of the gift."), DonationNature),
    "form": optional_code("--form", _("Form of the gift."), DonationForm),
    "is_for_ifi": Annotated[
        bool | None,
        typer.Option(
            "--ifi/--no-ifi",
            metavar="",
            help=_("For the tax on property wealth (article 978), or not."),
        ),
    ],
}
# What a platform, or another part of the same payment, may say of a gift.
_TOLD = ("amount", "received_on", "mode", "nature", "credited_on", "campaign")


@command(app, "add", _("Record a gift; without a donor it is anonymous."), _FIELDS)
def add_donation(call: Call, amount: AmountOption, **fields: Any) -> Answer:
    """Record a gift, with its payment if it is money."""
    given, kind = _given(fields)
    _refuse_unused(given)
    if given.get("tier_id") and not given.get("campaign"):
        raise UsageProblemError(_("Say of which campaign with --campaign."))
    with call.opened() as services, _naming_kind(kind):
        _find_tier(services, given, given.get("campaign", ""))
        _find_activity(services, given)
        new = NewDonation(
            received_on=given.pop("received_on", call.today()),
            amount=parse_amount(amount),
            mode=given.pop("mode", PaymentMode.OTHER),
            donor_id=given.pop("donor", None),
            **given,
        )
        donation = services.donations.record(new).value
        test = services.donations.counterpart_of(donation.id)
    return _answer(_("Gift no. {id} recorded: {amount}, {donor}"), donation, test)


@command(
    app, "change", _("Change what is given of a gift; an empty text takes it back."), _CHANGES
)
def change_donation(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change what is given and leave the rest; refused once a receipt names the gift."""
    given, kind = _given(fields)
    if not given:
        raise nothing_to_change("--amount 50")
    with call.opened() as services, _naming_kind(kind), _naming_given(given, kind):
        known = services.donations.get(number)
        refuse_frozen(known)
        new = _changed(services, known.content, given)
        donation = services.donations.correct(number, new).value
        test = services.donations.counterpart_of(number)
    return _answer(_("Gift no. {id} changed: {amount}, {donor}"), donation, test)


@command(app, "remove", _("Remove a gift that was recorded by mistake, with its payment."))
def remove_donation(call: Call, number: IdArgument) -> Answer:
    """Remove a gift; it can be undone."""
    with call.opened() as services:
        donation = services.donations.get(number)
        services.donations.remove(number)
    text = _("Gift no. {id} removed: {amount}, {donor}")
    return Answer({"donation_id": number}, (gift_text(text, donation),))


def gift_text(text: str, donation: Donation) -> str:
    """Return a sentence that names a gift by its number, amount and donor."""
    return text.format(
        id=donation.id,
        amount=money_text(donation.content.amount),
        donor=donation.donor_name or _("anonymous"),
    )


def _answer(text: str, donation: Donation, test: CounterpartTest) -> Answer:
    reason = donation.content.ineligibility
    more = (named(_("No receipt"), label(reason)) if reason else "", counterpart_text(test))
    texts = (gift_text(text, donation), *filter(None, more))
    return Answer({"donation": donation_document(donation, test)}, texts)


# what was given on the command line


def _given(fields: Mapping[str, Any]) -> tuple[dict[str, Any], GiftKind | None]:
    """Return what was given, the kind as the nature and the mode that it stands for."""
    given = {name: value for name, value in fields.items() if value is not None}
    kind = given.pop("kind", None)
    if kind is not None:
        said = {"nature": kind.nature, "mode": kind.mode}
        if any(given.get(name, value) != value for name, value in said.items()):
            raise UsageProblemError(_("--kind says already how it was given: give it alone."))
        given |= said
    return given, kind


def _refuse_unused(given: Mapping[str, Any]) -> None:
    """Refuse what only gifts of money have of one without, and the other way round."""
    if given.get("nature", DonationNature.MONEY) is DonationNature.MONEY:
        unused = {"description": "--description", "value_basis": "--value-basis"}
        text = _("{option} is for a gift that is not money. Say it in --note.")
    else:
        unused = {
            "mode": "--mode",
            "credited_on": "--credited-on",
            "activity_id": "--activity",
        }
        text = _("{option} is for a gift of money: no money moves with this one.")
    for name, option in unused.items():
        if given.get(name, PaymentMode.OTHER) not in {PaymentMode.OTHER, ""}:
            raise UsageProblemError(text.format(option=option))


def _find_tier(services: Services, given: dict[str, Any], campaign: str) -> None:
    """Put the number of a tier in the place of its name, and its campaign as it is known."""
    if given.get("tier_id"):
        line = campaign_named(services, campaign)
        given["tier_id"] = tier_named(services, line.id, given["tier_id"]).id


def _find_activity(services: Services, given: dict[str, Any]) -> None:
    """Put the number of an activity in the place of its name; an empty text is none."""
    if "activity_id" in given:
        given["activity_id"] = activity_id(services, given["activity_id"])


def _changed(services: Services, known: NewDonation, given: dict[str, Any]) -> NewDonation:
    """Return a gift with what was given in place of what is known."""
    given = {**given}
    nature = given.get("nature", known.nature)
    _refuse_unused({**given, "nature": nature})
    _refuse_day_that_does_not_count(known, given)
    campaign = given.get("campaign", known.campaign)
    if given.get("tier_id") and not campaign:
        raise UsageProblemError(_("Say of which campaign with --campaign."))
    _find_tier(services, given, campaign)
    _find_activity(services, given)
    if fold(campaign) != fold(known.campaign):
        given.setdefault("tier_id", None)  # a tier of the campaign before
    if nature is not known.nature:
        given.setdefault("value_basis", ValueBasis.NONE)
    texts = {"campaign", "description", "counterpart_label", "note"}
    read: dict[str, Any] = {
        name: None if value == "" and name not in texts else value
        for name, value in given.items()
    }
    if given.get("counterpart") == "":
        read["counterpart"] = ZERO
    if "donor" in read:
        read["donor_id"] = read.pop("donor")
    return replace(known, **read)


def _refuse_day_that_does_not_count(known: NewDonation, given: Mapping[str, Any]) -> None:
    """Refuse the day a gift was ordered alone, where the known day of the bank counts."""
    mode = given.get("mode", known.mode)
    counts = known.credited_on is not None and mode not in HANDED_OVER
    if "received_on" in given and "credited_on" not in given and counts:
        text = _("This gift counts on the day it was credited: give --credited-on.")
        raise UsageProblemError(text)


# whose fault it is, in the words of the options


@contextmanager
def _naming_kind(kind: GiftKind | None) -> Iterator[None]:
    """Let what is wrong with a nature or a mode be said of ``--kind``, which gave them."""
    try:
        yield
    except RuleError as error:
        for one in error.errors if isinstance(error, FieldErrors) else (error,):
            if kind is not None and one.field in {"nature", "mode"}:
                one.values["field"] = "kind"
        raise


@contextmanager
def _naming_given(given: Mapping[str, Any], kind: GiftKind | None) -> Iterator[None]:
    """Say which option asked for what a platform, a payment or another donor forbids."""
    try:
        yield
    except RuleError as error:
        if error.field == "nature" and "nature" not in given and "donor" in given:
            error.values["field"] = "donor"
        elsewhere = {"donation.amount_from_platform", "donation.in_shared_payment"}
        asked = [name for name in _TOLD if name in given]
        if error.code in elsewhere and asked and error.field not in given:
            is_of_kind = kind is not None and asked[0] in {"nature", "mode"}
            error.values["field"] = "kind" if is_of_kind else asked[0]
        raise
