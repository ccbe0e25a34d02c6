"""The command that tells where the association stands: the figures of the home page."""

from collections.abc import Iterator

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.duty_documents import duty_document, duty_listing
from coopdesk.cli.home_documents import (
    campaign_bar_document,
    finance_document,
    gifts_document,
    giver_document,
    next_event_document,
    receipts_document,
    treasury_document,
)
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.home import (
    CampaignBar,
    HomeMembers,
    HomeOverview,
    NextEvent,
    PublicFinance,
    ReceiptYears,
    TopContributor,
    TreasuryCurve,
)
from coopdesk.services.registry import Services
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _
from coopdesk.wording.public_money import balance_words, finance_facts

app = typer.Typer()


class _Home:
    """All that the home page shows, read one after the other."""

    def __init__(self, services: Services, year: int) -> None:
        home = services.home
        self.seen: HomeOverview = home.overview(year)
        self.members: HomeMembers = home.members(year)
        self.card: PublicFinance = home.public_finance()
        self.treasury: TreasuryCurve = home.treasury()
        self.campaigns: tuple[CampaignBar, ...] = home.campaigns()
        self.events: tuple[NextEvent, ...] = home.events()
        self.givers = home.contributors()
        self.receipts: ReceiptYears = home.receipts(year)
        self.duties = services.duties.all()


@command(app, "home", _("Show key figures and what is to be done."))
def show_home(call: Call) -> Answer:
    """Answer with the figures of this year beside the one before, and what is to be done."""
    with call.opened() as services, job(_("Counting")):
        found = _Home(services, call.today().year)
    return Answer(_document(found), tuple(_parts(found)))


def _document(found: _Home) -> Document:
    seen, receipts = found.seen, found.receipts
    return {
        "association": seen.association_name,
        "year": seen.year,
        "contacts": seen.contacts,
        "members": {str(x.year): x.count for x in (found.members.now, found.members.before)},
        "gifts": [gifts_document(one) for one in (seen.gifts, seen.gifts_before)],
        "receipts": [
            receipts_document(receipts.year, receipts.now),
            receipts_document(receipts.year - 1, receipts.before),
        ],
        "to_check": seen.to_check,
        "last_backup_at": seen.last_backup_at,
        "public_finance": finance_document(found.card),
        "treasury": treasury_document(found.treasury),
        "campaigns": [campaign_bar_document(bar) for bar in found.campaigns],
        "events": [next_event_document(one) for one in found.events],
        "contributors": {
            "persons": [giver_document(one) for one in found.givers.persons],
            "organisations": [giver_document(one) for one in found.givers.organisations],
        },
        "duties": [duty_document(one) for one in found.duties],
    }


def _parts(found: _Home) -> Iterator[Listing | str]:
    seen, card, curve = found.seen, found.card, found.treasury
    if seen.association_name:
        yield seen.association_name
    now, before = found.members.now, found.members.before
    yield facts(
        (_("Contacts"), number_text(seen.contacts)),
        *(
            (_("Members up to date in {year}").format(year=x.year), number_text(x.count))
            for x in (now, before)
        ),
        *(
            (_("Gifts of {year}").format(year=x.year), money_text(x.total))
            for x in (seen.gifts, seen.gifts_before)
        ),
        *finance_facts(card),
        (_("Money at hand"), money_text(curve.closing) if curve.label else ""),
    )
    yield balance_words()
    yield _bars(found.campaigns)
    yield _events(found.events)
    yield _givers(found.givers.persons, _("Persons who gave most"))
    yield _givers(found.givers.organisations, _("Organisations that gave most"))
    yield duty_listing(found.duties)


def _bars(campaigns: tuple[CampaignBar, ...]) -> Listing:
    columns = (
        Column(_("Campaign")),
        Column(_("Raised"), at_right=True),
        Column(_("Goal"), at_right=True),
        Column(_("Percent"), at_right=True),
    )
    rows = [
        (
            bar.name,
            money_text(bar.raised),
            "" if bar.goal is None else money_text(bar.goal),
            "" if bar.percent is None else _("{percent} %").format(percent=bar.percent),
        )
        for bar in campaigns
    ]
    return Listing(columns, rows)


def _events(events: tuple[NextEvent, ...]) -> Listing:
    columns = (
        Column(_("When")),
        Column(_("Event")),
        Column(_("Registered"), at_right=True),
    )
    rows = [
        (
            when_text(one.line.when),
            event_title_text(one.line.title, one.line.edition),
            number_text(one.line.registered),
        )
        for one in events
    ]
    return Listing(columns, rows)


def _givers(givers: tuple[TopContributor, ...], title: str) -> Listing:
    columns = (
        Column(_("Rank"), at_right=True),
        Column(title),
        Column(_("Total"), at_right=True),
        Column(_("Since")),
    )
    rows = [
        (
            str(one.contributor.rank),
            one.contributor.name or _("Guest"),
            money_text(one.contributor.total),
            day_text(one.contributor.first_on),
        )
        for one in givers
    ]
    return Listing(columns, rows)
