"""Read within one unit of work what the board must know to read the accounts of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.audit_limits import audit_due
from coopdesk.domain.dedicated_funds import fund_table
from coopdesk.domain.fiscal_years import YearEventKind
from coopdesk.domain.money import total
from coopdesk.services.closing_reading import audit_limits
from coopdesk.services.report_reading import year_before
from coopdesk.services.volunteer_rates import confidence_of, rates_of
from coopdesk.wording.closing import audit_text
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext
from coopdesk.wording.legal import LEGAL_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.ledgers import Balance
    from coopdesk.domain.money import Money
    from coopdesk.domain.volunteering import NewRate
    from coopdesk.storage.unit_of_work import Work

_SUSPENSE = ("471", "472", "473", "474", "475", "58")
# Expenses and income that belong to another year than their money.
_OTHER_YEARS = ("486", "487", "408", "418", "428", "438", "448", "468")
_MOST_LATE = 15
_EVENTS = {
    YearEventKind.CLOSED: N_("Closed on {day}."),
    YearEventKind.REOPENED: N_("Reopened on {day}: {reason}."),
    YearEventKind.ALLOCATED: N_("Result allocated on {day}. {reason}"),
}


def read_notes(work: Work, balance: Balance) -> tuple[tuple[str, str], ...]:
    """Return paragraphs under a title each; what there is nothing to say of is left out."""
    year = balance.year
    found = (
        (_("State of the year"), _state(work, year)),
        (_("What the law wants"), _law(work, balance)),
        (_("Entries that are drafts"), _drafts(work, year)),
        (_("Accounts waiting to be sorted out"), _accounts(balance, _SUSPENSE)),
        (_("Operations of an earlier year"), _late(work, year)),
        (_("What belongs to another year"), _accounts(balance, _OTHER_YEARS)),
        (_("Fixed assets"), _assets(work, year)),
        (_("Value of volunteers’ time"), _rates(work, year)),
        (_("What the value of things given rests on"), _given(work, year)),
        (_("Dedicated funds not spent"), _funds(work, year)),
        (_("Grants still to come"), _grants(work, year)),
    )
    texts = ((title, "\n".join(lines)) for title, lines in found)
    return tuple((title, text) for title, text in texts if text)


def _state(work: Work, year: FiscalYear) -> Iterator[str]:
    for event in work.fiscal_years.events(year.id):
        day = day_text(event.made_at.astimezone().date())
        yield _(_EVENTS[event.kind]).format(day=day, reason=event.reason.rstrip(".")).strip()
    if year.is_open:
        yield _("Not closed yet: every figure may still change.")


def _law(work: Work, balance: Balance) -> Iterator[str]:
    def moved(*beginnings: str) -> Money:
        rows = (row for row in balance.rows if row.number.startswith(beginnings))
        return total(row.debit - row.credit for row in rows)

    due = audit_due(moved, audit_limits(work, balance.year))
    if due is not None:
        yield audit_text(due)


def _drafts(work: Work, year: FiscalYear) -> Iterator[str]:
    count, amount = work.board.drafts(year.id)
    if count:
        yield ngettext(
            "{count} draft of {amount} is counted in; it may still change or go.",
            "{count} drafts of {amount} in all are counted in; they may still change or go.",
            count,
        ).format(count=number_text(count), amount=money_text(amount))


def _accounts(balance: Balance, starts: tuple[str, ...]) -> Iterator[str]:
    for row in balance.rows:
        if row.number.startswith(starts) and row.closing:
            side = _("debit") if row.closing.cents > 0 else _("credit")
            amount = money_text(row.closing_debit or row.closing_credit)
            yield _("{number} {label}: {amount} ({side})").format(
                number=row.number, label=row.label, amount=amount, side=side
            )


def _late(work: Work, year: FiscalYear) -> Iterator[str]:
    late = work.board.late(year)
    for one in late[:_MOST_LATE]:
        yield _("{label}: {amount}, of {real}, entered on {day}").format(
            label=one.label,
            amount=money_text(one.amount),
            real=day_text(one.voucher_on),
            day=day_text(one.entry_on),
        )
    if len(late) > _MOST_LATE:
        amount = money_text(total(one.amount for one in late[_MOST_LATE:]))
        more = number_text(len(late) - _MOST_LATE)
        yield _("and {count} more of {amount} in all").format(count=more, amount=amount)


def _assets(work: Work, year: FiscalYear) -> Iterator[str]:
    """Yield what is depreciated and over how long; always in equal parts."""
    for one in work.assets.all():
        bought, gone = one.content.bought_on, one.disposed_on
        if bought > year.ends_on or (gone is not None and gone < year.starts_on):
            continue
        told = {"label": one.content.label, "cost": money_text(one.content.cost)}
        told["day"] = day_text(one.start)
        if not one.content.months:
            yield _("{label}: {cost}, in use since {day}, not depreciated").format(**told)
            continue
        yield ngettext(
            "{label}: {cost}, in use since {day}, equal parts over {count} month",
            "{label}: {cost}, in use since {day}, equal parts over {count} months",
            one.content.months,
        ).format(**told, count=one.content.months)


def _rates(work: Work, year: FiscalYear) -> Iterator[str]:
    """Yield the rates that valued hours of the year, and how sure those are."""
    times = work.volunteering.times(year.starts_on, year.ends_on)
    used = {(time.content.rate, time.hourly) for time in times if time.hourly}
    for rate in sorted((one.content for one in rates_of(work)), key=lambda one: one.since):
        if (rate.name, rate.hourly) in used and rate.since <= year.ends_on:
            yield _("{name} since {day}: {amount} an hour. {source} ({confidence}).").format(
                name=rate.name,
                day=day_text(rate.since),
                amount=money_text(rate.hourly),
                source=rate.source.rstrip("."),
                confidence=_sure(rate),
            )
    bare = sum(not time.hourly for time in times)
    if bare:
        yield ngettext(
            "{count} record of time has no rate and counts for nothing.",
            "{count} records of time have no rate and count for nothing.",
            bare,
        ).format(count=number_text(bare))


def _sure(rate: NewRate) -> str:
    confidence = confidence_of(rate)
    if confidence is None:
        return _("rate chosen by the association")
    return _(LEGAL_LABELS[confidence]).lower()


def _given(work: Work, year: FiscalYear) -> Iterator[str]:
    for one in work.volunteering.contributions(year.starts_on, year.ends_on):
        basis = one.content.value_basis.rstrip(".") or _("no basis recorded")
        yield _("{label} ({kind}): {amount}. {basis}.").format(
            label=one.content.label,
            kind=label(one.content.kind),
            amount=money_text(one.content.amount),
            basis=basis,
        )


def _funds(work: Work, year: FiscalYear) -> Iterator[str]:
    funds, movements = work.funds.all(), work.funds.movements()
    before = year_before(work, year)
    idle = frozenset[int]()
    if before is not None:
        past = fund_table(funds, movements, before)
        idle = frozenset(one.fund.id for one in past if one.opening and not one.uses)
    for line in fund_table(funds, movements, year):
        if not line.closing:
            continue
        content = line.fund.content
        text = _("{name}: {amount} still to be spent, received on {day}").format(
            name=content.name,
            amount=money_text(line.closing),
            day=day_text(content.received_on),
        )
        if line.fund.id in idle and not line.uses:
            text = _("{text}; nothing was spent of it for two years").format(text=text)
        yield text


def _grants(work: Work, year: FiscalYear) -> Iterator[str]:
    for award in work.grants.all():
        content = award.content
        if content.notified_on > year.ends_on:
            continue
        came = total(one.amount for one in award.payments if one.paid_on <= year.ends_on)
        if came < content.amount:
            yield _("{title}, notified on {day}: {left} of {amount} still to come").format(
                title=content.title,
                day=day_text(content.notified_on),
                left=money_text(content.amount - came),
                amount=money_text(content.amount),
            )
