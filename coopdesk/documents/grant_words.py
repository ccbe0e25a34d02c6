"""Words that papers of grants put together: who asks, for which days, how much of all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.grant_requests import RequestPurpose
from coopdesk.domain.money import ZERO
from coopdesk.wording.formats import HARD_SPACE, day_long, money_short
from coopdesk.wording.review_texts import percent_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from coopdesk.documents.grant_pages import GrantPages
    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.grant_papers import GrantPaper
    from coopdesk.domain.grant_tables import GrantTables

_HUNDREDTHS = 100
_SIRET_DIGITS = 14


def says(paper: GrantPaper, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what the head of a paper says: which form it helps to fill in."""
    form = paper.form
    name = "help_notice" if form.notice else "help"
    yield texts[name].format(form=form.number, notice=form.notice)
    yield texts["made"].format(day=day_long(paper.made_on, "fr"))
    if paper.request.content.purpose is RequestPurpose.INVESTMENT:
        yield texts["investment"]


def identity(pages: GrantPages, paper: GrantPaper, texts: Mapping[str, str]) -> None:
    """Write the name and the numbers of the association."""
    house, profile = paper.house, paper.profile
    pages.field(texts["name"], house.name)
    # A SIREN is the beginning of a SIRET: it stands where no SIRET is known.
    if house.siren and not profile.siret:
        pages.field(texts["siren"], house.siren)
    pages.field(texts["siret"], siret_text(profile.siret))
    if house.register_entry and not house.rna:
        pages.field(texts["register"], house.register_entry)
    else:
        pages.field(texts["rna"], house.rna)


def siret_text(siret: str) -> str:
    """Return a SIRET as it is read: ``732 829 320 00074``; anything else as it was typed."""
    plain = "".join(siret.split())
    if len(plain) != _SIRET_DIGITS or not plain.isdigit():
        return siret
    return HARD_SPACE.join((plain[:3], plain[3:6], plain[6:9], plain[9:]))


def address_text(address: PostalAddress) -> str:
    """Return an address on one line; empty when there is none."""
    town = " ".join(filter(None, (address.postal_code, address.city)))
    return ", ".join(filter(None, (address.street, address.complement, town)))


def days_text(first: dt.date | None, last: dt.date | None, texts: Mapping[str, str]) -> str:
    """Return some days as a sentence has them; empty when nobody knows them."""
    if first is None or last is None:
        return day_long(first, "fr") if first else ""
    if first == last:
        return day_long(first, "fr")
    return texts["dash_days"].format(first=day_long(first, "fr"), last=day_long(last, "fr"))


def share_text(hundredths: int) -> str:
    """Return ``33,33 %`` of hundredths of a percent."""
    return percent_text((Decimal(hundredths) / _HUNDREDTHS).normalize())


def balance_text(tables: GrantTables, texts: Mapping[str, str]) -> str:
    """Say whether what is planned comes out even, and what is missing on which side."""
    expenses = tables.planned(LayoutSide.EXPENSE)
    income = tables.planned(LayoutSide.INCOME)
    gap = tables.planned_gap
    if not gap:
        return texts["balanced"].format(amount=money_short(expenses))
    return texts["unbalanced"].format(
        expenses=money_short(expenses),
        income=money_short(income),
        gap=money_short(gap if gap > ZERO else -gap),
        side=texts["side_expenses" if gap > ZERO else "side_income"],
    )


def table_notes(tables: GrantTables, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is to be known below a table of the official layout."""
    yield texts["euros"]
    if any(line.layout.is_own and not line.is_empty for line in tables.lines):
        yield texts["own_lines"]
    in_kind = (tables.in_kind(side) for side in LayoutSide)
    if any(group.planned or group.actual for group in in_kind):
        yield texts["by_label"]
    if any(tables.in_kind_gap):
        yield texts["in_kind_gap"]
