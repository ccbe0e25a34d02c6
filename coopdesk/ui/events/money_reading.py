"""What an event earned and cost, set out for reading: by account, with the lines behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, total
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.links import linked
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.event_money import AccountMoney, EventResult, MoneyLine, Unbooked
    from coopdesk.ui.widgets.record_parts import Part, Said

ACCOUNT = "account"
_MOST_LINES = 5
_MINUTES = 60


def result_parts(result: EventResult) -> Iterator[Part]:
    """Return the parts of the money of an event."""
    below: list[Said] = [_("by the books, drafts included")]
    if result.result > ZERO:
        below.insert(0, Words(_("surplus"), Tone.GOOD))
    elif result.result < ZERO:
        below.insert(0, Words(_("deficit"), Tone.BAD))
    title = _("Result of the event: {amount}").format(amount=money_text(result.result))
    yield Title(title, tuple(below))
    yield Facts(tuple(_facts(result)))
    if result.activity_id is None:
        text = _(
            "No money of this event is known yet: it comes with the first payment, or when an "
            "entry, a grant or a budget line names its activity."
        )
        yield Paragraph((text,), is_muted=True)
        return
    yield from _accounts(_("Income of the event"), result.income)
    yield from _accounts(_("Expenses"), result.expenses)
    yield from _accounts(_("Still to be sorted"), result.to_sort)
    yield from _unbooked(result.unbooked)
    yield from _budget(result)
    yield from _grants(result)
    yield from _in_kind(result)


def _facts(result: EventResult) -> Iterator[tuple[str, Said]]:
    rows = [
        (_("Income of the event"), result.total_income),
        (_("Expenses"), result.total_expense),
        (_("Once everything is booked"), result.expected),
        (_("Still due by those registered"), result.due),
        (_("To be given back"), result.overpaid),
    ]
    always = rows[:2]
    for row in rows:
        if row in always or row[1]:
            yield row[0], money_text(row[1])


def _accounts(title: str, accounts: Sequence[AccountMoney]) -> Iterator[Part]:
    if not accounts:
        return
    yield Heading(title)
    for one in accounts:
        name = _("{number} {name}").format(number=one.account, name=one.label)
        shown = one.lines[:_MOST_LINES]
        rest = len(one.lines) - len(shown)
        below: list[Said] = []
        if rest:
            text = ngettext("{count} more line", "{count} more lines", rest)
            below.append(text.format(count=number_text(rest)))
        said = Words(name, link=f"{ACCOUNT}:{one.account}")
        yield Lines(((said, money_text(one.amount), tuple(below)), *map(_line, shown)))


def _line(line: MoneyLine) -> tuple[Said, str, tuple[Said, ...]]:
    state = _("draft") if line.is_draft else _("No. {number}").format(number=line.number)
    below = (day_long(line.entry_on), state, line.party)
    name = linked("entry", line.entry_id, line.label)
    return name, money_text(line.amount), tuple(part for part in below if part)


def _unbooked(unbooked: Sequence[Unbooked]) -> Iterator[Part]:
    if not unbooked:
        return
    whole = total(one.income - one.expense for one in unbooked)
    yield Heading(_("Not booked yet"), money_text(whole))
    yield Lines(tuple(map(_waiting, unbooked[:_MOST_LINES])))
    rest = len(unbooked) - _MOST_LINES
    if rest > 0:
        more = ngettext("{count} more line", "{count} more lines", rest)
        yield Paragraph((more.format(count=number_text(rest)),), is_muted=True)
    text = _("Prepare the entries on the page of accounts: the result then says it too.")
    yield Paragraph((text,), is_muted=True)


def _waiting(one: Unbooked) -> tuple[Said, str, tuple[Said, ...]]:
    amount = one.income - one.expense
    name: Said = one.label
    if one.payment_id is not None:
        name = linked("payment", one.payment_id, one.label)
    elif one.donation_id is not None:
        name = linked("gift", one.donation_id, one.label)
    below: list[Said] = [day_long(one.day)]
    if one.is_left_out:
        below.append(Words(_("no open books for that day"), Tone.ATTENTION))
    return name, money_text(amount), tuple(below)


def _budget(result: EventResult) -> Iterator[Part]:
    if not result.has_budget:
        return
    yield Heading(_("Budget beside what came"), ", ".join(result.budget_names))
    rows = []
    for row in result.budget:
        text = _("planned: {amount}").format(amount=money_text(row.budget))
        name = _("{number} {name}").format(number=row.account, name=row.label)
        rows.append((name, money_text(row.actual), (text,)))
    yield Lines(tuple(rows))


def _grants(result: EventResult) -> Iterator[Part]:
    if not result.grants:
        return
    yield Heading(_("Grants for the event"))
    rows = []
    for one in result.grants:
        below: list[Said] = [one.funder] if one.funder else []
        below.append(_("paid: {amount}").format(amount=money_text(one.paid)))
        rows.append(
            (linked("grant", one.award_id, one.title), money_text(one.amount), tuple(below))
        )
    yield Lines(tuple(rows))


def _in_kind(result: EventResult) -> Iterator[Part]:
    given = result.in_kind
    if not given.value and not given.minutes:
        return
    yield Heading(_("Given without money"), money_text(given.value))
    rows: list[tuple[Said, str, tuple[Said, ...]]] = []
    if given.minutes:
        hours = _("{count} h").format(count=number_text(round(given.minutes / _MINUTES)))
        rows.append((_("Volunteers"), money_text(given.time_value), (hours,)))
    if given.goods:
        rows.append((_("Gifts in kind"), money_text(given.goods), ()))
    yield Lines(tuple(rows))
