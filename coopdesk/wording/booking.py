"""What automatic entries say of themselves, and what their rules and sources are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.booking import LeftOutReason, SourceKind
from coopdesk.domain.entries import EntryKind
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, in_french, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.booking import (
        BookingDone,
        BookingKey,
        EntryLink,
        GiftToBook,
        LeftOut,
        PaymentToBook,
        SourceLink,
    )

_LEFT_TEXTS = {
    LeftOutReason.BEFORE_BOOKS: N_(
        "{count} from before the books, {days}: the opening balances hold them."
    ),
    LeftOutReason.YEAR_NOT_OPEN: N_(
        "{count} after the last fiscal year, {days}: open the next year first."
    ),
    LeftOutReason.ALL_CLOSED: N_(
        "{count} of closed fiscal years, {days}: open the next year first."
    ),
    LeftOutReason.REVERSED: N_(
        "Reversed by hand: {count}, {days}. Nothing is prepared anew as long as nothing "
        "changes there."
    ),
    LeftOutReason.SOURCE_GONE: N_(
        "Entries changed by hand whose payment or gift is gone since: {count}, {days}. Remove "
        "or reverse them if the money did not move."
    ),
}
_SOURCE_TEXTS = {
    SourceKind.PAYMENT: N_("Payment no. {number}"),
    SourceKind.GIFT: N_("Gift no. {number}"),
    SourceKind.RECEIPT: N_("Receipt {number}"),
    SourceKind.EXPENSE_SHEET: N_("Expense sheet no. {number}"),
    SourceKind.MEMBERSHIP: N_("Membership no. {number}"),
    SourceKind.FIXED_ASSET: N_("Fixed asset no. {number}"),
    SourceKind.GRANT_AWARD: N_("Grant no. {number}"),
    SourceKind.DEDICATED_FUND: N_("Dedicated fund no. {number}"),
}


def key_text(key: BookingKey) -> str:
    """Return what an account is wanted for, in plain words."""
    return label(key)


@in_french()
def payment_words(paid: PaymentToBook) -> str:
    """Return the label of the entry of a payment; it names nobody, for it stays for ever."""
    if paid.expenses:
        return _joined(_("Expense sheet"), paid.label)
    kinds = ", ".join(dict.fromkeys(label(part.kind) for part in paid.parts))
    what = _joined(kinds, paid.label)
    if paid.return_reason is None:
        return what
    return f"{label(paid.return_reason)} – {what}"


@in_french()
def gift_words(gift: GiftToBook) -> str:
    """Return the label of the entry of a gift without money; it names nobody."""
    return _joined(label(gift.nature), gift.label)


@in_french()
def reversal_words(text: str, number: int | None) -> str:
    """Return the label of the reversal of an entry."""
    named = number_text(number) if number is not None else ""
    return _("Reversal of no. {number}: {label}").format(number=named, label=text)


def left_out_text(left: LeftOut) -> str:
    """Return how many payments and gifts get no entry, why, and the cure."""
    days = _("of {day}") if left.first_on == left.last_on else _("from {day} to {last}")
    said = days.format(day=day_text(left.first_on), last=day_text(left.last_on))
    return _(_LEFT_TEXTS[left.reason]).format(count=number_text(left.count), days=said)


def nothing_text(left_out: Iterable[LeftOut]) -> str:
    """Return that no entry is to be prepared, and what is left out all the same."""
    return " ".join((_("Every payment has its entry already."), *map(left_out_text, left_out)))


def done_text(done: BookingDone) -> str:
    """Return what preparing the entries did, in one sentence."""
    if not done.count:
        return _("Every payment has its entry already.")
    told = []
    if done.added:
        text = ngettext("{count} entry prepared", "{count} entries prepared", done.added)
        told.append(text.format(count=number_text(done.added)))
    if done.renewed:
        text = ngettext("{count} draft renewed", "{count} drafts renewed", done.renewed)
        told.append(text.format(count=number_text(done.renewed)))
    if done.dropped:
        text = ngettext("{count} draft removed", "{count} drafts removed", done.dropped)
        told.append(text.format(count=number_text(done.dropped)))
    if done.reversed:
        text = ngettext("{count} entry reversed", "{count} entries reversed", done.reversed)
        told.append(text.format(count=number_text(done.reversed)))
    return _("{what} ({amount})").format(what=", ".join(told), amount=money_text(done.amount))


def pending_text(count: int) -> str:
    """Return how many payments and gifts wait for their entry."""
    text = ngettext(
        "{count} payment or gift to enter in the books",
        "{count} payments and gifts to enter in the books",
        count,
    )
    return text.format(count=number_text(count))


def late_text(count: int) -> str:
    """Return what becomes of operations of closed years; empty when there is none."""
    if not count:
        return ""
    text = ngettext(
        "{count} is of a closed fiscal year: it goes on the first open day, and says its "
        "real date.",
        "{count} are of a closed fiscal year: they go on the first open day, and say their "
        "real dates.",
        count,
    )
    return text.format(count=number_text(count))


def entry_link_text(link: EntryLink) -> str:
    """Return how a record names its entry: its number and year, or that it is a draft."""
    if link.number is None:
        named = _("Draft entry of {day}").format(day=day_text(link.entry_on))
    else:
        named = _("Entry no. {number} of {year}").format(
            number=number_text(link.number), year=link.fiscal_year
        )
    if link.kind is EntryKind.REVERSAL:
        return _("{entry} (reversal)").format(entry=named)
    return named


def source_words(source: SourceLink) -> str:
    """Return what an entry was made from, in one line: what, of when, whose, how much."""
    named = _(_SOURCE_TEXTS[source.kind]).format(number=source.number or number_text(source.id))
    if source.is_gone:
        return _("{source}, removed since").format(source=named)
    told = [named]
    if source.day is not None:
        told.append(day_text(source.day))
    if source.name:
        told.append(source.name)
    if source.amount is not None:
        told.append(money_text(source.amount))
    return " · ".join(told)


def _joined(what: str, about: str) -> str:
    """Return both, or the one that says something."""
    if about.casefold().startswith(what.casefold()):
        return about or _("Payment")
    return f"{what} – {about}" if about else what
