"""What the record of a grant reads: money, years, funds and assets, entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntrySource
from coopdesk.domain.grants import GrantKind
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.ui.inventory.links import (
    ACTIVITY_LINK,
    ASSET_LINK,
    CONTACT_LINK,
    FUND_LINK,
    PAYMENT_LINK,
    REQUEST_LINK,
    entry_parts,
    linked,
)
from coopdesk.ui.widgets.record_parts import (
    Bar,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
)
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.grants import (
    agreement_text,
    before_books_text,
    in_books_text,
    untied_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.dedicated_funds import Fund
    from coopdesk.domain.entries import EntryRow
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.fixed_assets import FixedAsset
    from coopdesk.domain.grants import GrantAward
    from coopdesk.services.grant_notices import GrantNotice
    from coopdesk.services.grants import GrantYear
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said


@dataclass(frozen=True, slots=True)
class GrantSheet:
    """A grant with the year that is shown, what rests on it and its entries."""

    award: GrantAward
    year: FiscalYear | None
    of_year: GrantYear | None
    funds: tuple[Fund, ...]
    assets: tuple[FixedAsset, ...]
    entries: tuple[EntryRow, ...]
    notice: GrantNotice
    request_id: int | None = None


def read_grant(services: Services, award_id: int, year: FiscalYear | None) -> GrantSheet:
    """Read everything about a grant; runs on the worker, raises NotFoundError."""
    award = services.grants.get(award_id)
    request = services.grant_requests.of_award(award_id)
    found = services.grants.of_year(year.id) if year is not None else []
    return GrantSheet(
        award,
        year,
        next((x for x in found if x.award.id == award_id), None),
        tuple(
            x for x in services.dedicated_funds.all() if x.content.grant_award_id == award_id
        ),
        tuple(x for x in services.fixed_assets.all() if x.content.grant_award_id == award_id),
        tuple(services.inventory.entries_of(EntrySource(grant_award_id=award_id))),
        services.grants.notice(award_id),
        None if request is None else request.id,
    )


def grant_parts(sheet: GrantSheet) -> list[Part]:
    """Return the parts of a grant's record."""
    award, content = sheet.award, sheet.award.content
    state = Words(_("All of it came"), Tone.GOOD)
    if award.due > ZERO:
        state = Words(_("{amount} due").format(amount=money_text(award.due)), Tone.ATTENTION)
    days = ""
    if content.starts_on and content.ends_on:
        text = _("{first} to {last}")
        days = text.format(first=day_long(content.starts_on), last=day_long(content.ends_on))
    file = _("From request to report") if sheet.request_id is not None else ""
    funder = linked(CONTACT_LINK, content.funder_id, award.funder_name)
    rows: list[tuple[str, Said]] = [
        (_("Funder"), funder),
        (_("Granted"), money_text(content.amount)),
        (_("Notified"), day_long(content.notified_on)),
        (_("What it is for"), label(content.kind)),
        (_("Days it is for"), days),
        (_("Activity"), linked(ACTIVITY_LINK, content.activity_id, award.activity_name)),
        (_("Its file"), linked(REQUEST_LINK, sheet.request_id, file)),
        (_("Accounts"), f"{content.receivable_account} → {content.account}"),
        (_("Note"), content.note),
    ]
    return [
        Title(content.title, (state,)),
        Facts(tuple((name, said) for name, said in rows if said)),
        *_law(sheet),
        *_payments(award),
        *_year(sheet),
        *_rests(sheet),
        *entry_parts(sheet.entries, _before_books(sheet.notice)),
    ]


def _law(sheet: GrantSheet) -> list[Part]:
    """Return what the law wants, and what the books have not of it."""
    notice = sheet.notice
    said = [] if notice.agreement_above is None else [agreement_text(notice.agreement_above)]
    if notice.books_since is not None:
        said.append(before_books_text(notice.books_since))
    if notice.in_books is not None:
        said.append(in_books_text(notice.in_books))
    said += [untied_text(payment) for payment in notice.untied]
    return [Paragraph((Words(text, Tone.ATTENTION),)) for text in said]


def _before_books(notice: GrantNotice) -> str:
    """Return where the notification is when it has no entry."""
    if notice.books_since is None:
        return ""
    return _("Its notification is in the opening balances.")


def _payments(award: GrantAward) -> list[Part]:
    part = min(1000, award.paid.cents * 1000 // max(1, award.content.amount.cents))
    rows: list[tuple[Said, str, tuple[Said, ...]]] = [
        (linked(PAYMENT_LINK, x.payment_id, day_long(x.paid_on)), money_text(x.amount), ())
        for x in award.payments
    ]
    rows += [
        (
            linked(PAYMENT_LINK, x.payment_id, day_long(x.paid_on)),
            money_text(-x.amount),
            (_("Given back"),),
        )
        for x in award.returns
    ]
    if award.due > ZERO:
        day = award.content.expected_on
        below = (_("Expected on {day}").format(day=day_long(day)),) if day else ()
        rows.append((_("Still due"), money_text(award.due), below))
    return [Heading(_("What came"), money_text(award.paid)), Bar(part), Lines(tuple(rows))]


def _year(sheet: GrantSheet) -> list[Part]:
    found, year = sheet.of_year, sheet.year
    if found is None or year is None:
        return []
    is_operating = sheet.award.content.kind is GrantKind.OPERATING
    later = (
        _("Kept for later years (487)") if is_operating else _("Left in the funds (131, 139)")
    )
    rows: list[tuple[Said, str, tuple[Said, ...]]] = [
        (_("Income of the year"), money_text(found.income), ()),
        (later, money_text(found.later), ()),
    ]
    if found.is_due:
        hint = Words(_("Entry to prepare"), Tone.ATTENTION)
        rows.append((hint, money_text(found.wanted), (_("“Year-end of grants” drafts it."),)))
    return [Heading(_("Fiscal year {label}").format(label=year.label)), Lines(tuple(rows))]


def _rests(sheet: GrantSheet) -> list[Part]:
    funds = [
        (linked(FUND_LINK, x.id, x.content.name), money_text(x.content.amount), ())
        for x in sheet.funds
    ]
    assets = [
        (linked(ASSET_LINK, x.id, x.content.label), money_text(x.content.cost), ())
        for x in sheet.assets
    ]
    parts: list[Part] = []
    if funds:
        parts += [Heading(_("Dedicated funds")), Lines(tuple(funds))]
    if assets:
        parts += [Heading(_("Bought with it")), Lines(tuple(assets))]
    return parts
