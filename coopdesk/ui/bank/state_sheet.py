"""How the state of reconciliation is set out: from the bank's balance to the books'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.bank.words import signed_text
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, iban_text, money_text, number_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.reconciliation import beginning_text

if TYPE_CHECKING:
    from coopdesk.domain.bank_reconciliation import (
        ReconciliationState,
        UnbookedLine,
        UnseenEntry,
    )
    from coopdesk.ui.widgets.record_parts import Part, Said

ENTRY_LINK, LINE_LINK, OPENING_LINK = "entry", "line", "opening"
_SHOWN = 300


def state_parts(state: ReconciliationState) -> list[Part]:
    """Return the parts of a state: balances, both lists, and what nothing explains."""
    if state.starts_on is None and state.bank_balance is None:
        return _unknown(state)
    below: tuple[Said, ...] = (state.account, iban_text(state.iban), _verdict(state))
    return [
        Title(
            _("{name} on {day}").format(name=state.name, day=day_long(state.until)),
            tuple(x for x in below if x),
        ),
        Lines(tuple(_balances(state))),
        *_explained(state),
        *_entries(state),
        *_lines(state),
    ]


def _unknown(state: ReconciliationState) -> list[Part]:
    text = _("No statement of this account came in yet: there is nothing to compare with.")
    return [
        Title(_("{name} on {day}").format(name=state.name, day=day_long(state.until))),
        Lines(tuple(_balances(state))),
        Paragraph((text,), is_muted=True),
    ]


def _verdict(state: ReconciliationState) -> Words:
    if state.difference is None:
        return Words(_("No balance of the bank is known"), Tone.NEUTRAL)
    if state.is_tied:
        return Words(_("Ties to the cent"), Tone.GOOD)
    text = _("{amount} unexplained")
    return Words(text.format(amount=money_text(state.difference)), Tone.BAD)


def _balances(state: ReconciliationState) -> list[tuple[Said, str, tuple[Said, ...]]]:
    books = (_("Balance of the books"), state.book_balance)
    rows = [books]
    if state.bank_balance is not None and state.expected is not None:
        rows = [
            (_("Balance of the bank"), state.bank_balance),
            (_("+ in the books, not at the bank yet"), state.entries_amount),
            (_("− at the bank, not in the books yet"), state.lines_amount),
            (_("= what the books should say"), state.expected),
            books,
        ]
    if state.difference:
        rows.append((_("Unexplained"), state.difference))
    return [(name, money_text(amount), ()) for name, amount in rows]


def _explained(state: ReconciliationState) -> list[Part]:
    said = []
    if state.bank_on is not None and state.bank_on < state.until:
        text = _("The bank told its balance on {day}; the lines since are added.")
        said.append(text.format(day=day_long(state.bank_on)))
    if state.starts_on is not None:
        text = _("Statements begin on {day}: what is older counts as seen.")
        said.append(text.format(day=day_long(state.starts_on)))
    if state.beginning is not None and state.began_apart:
        said.append(beginning_text(state.beginning))
    elif state.difference:
        said.append(
            _("Look for a line that lacks or stands twice: “Bank statements” proves each file.")
        )
    parts: list[Part] = [Paragraph((" ".join(said),), is_muted=True)] if said else []
    if state.began_apart:
        parts.append(Paragraph((Words(_("Record the opening balance"), link=OPENING_LINK),)))
    return parts


def _entries(state: ReconciliationState) -> list[Part]:
    if not state.entries:
        text = _("Every entry is shown by a statement.")
        return [Heading(_("In the books, not at the bank")), Paragraph((text,), is_muted=True)]
    shown = state.entries[:_SHOWN]
    return [
        Heading(_("In the books, not at the bank"), signed_text(state.entries_amount)),
        Lines(tuple(_entry(each) for each in shown)),
        *_more(len(state.entries) - len(shown)),
    ]


def _entry(each: UnseenEntry) -> tuple[Said, str, tuple[Said, ...]]:
    number = _("draft")
    if each.number is not None:
        number = _("no. {number}").format(number=number_text(each.number))
    below = (day_text(each.day), number, each.voucher_ref, each.contact_name)
    return (
        Words(each.label, link=f"{ENTRY_LINK}:{each.entry_id}"),
        signed_text(each.amount),
        tuple(x for x in below if x),
    )


def _lines(state: ReconciliationState) -> list[Part]:
    if not state.lines:
        text = _("Every line of the bank is in the books.")
        return [Heading(_("At the bank, not in the books")), Paragraph((text,), is_muted=True)]
    shown = state.lines[:_SHOWN]
    return [
        Heading(_("At the bank, not in the books"), signed_text(state.lines_amount)),
        Lines(tuple(_line(each) for each in shown)),
        *_more(len(state.lines) - len(shown)),
    ]


def _line(each: UnbookedLine) -> tuple[Said, str, tuple[Said, ...]]:
    why = _("left aside") if each.is_aside else ""
    if each.payment_id is not None:
        why = _("payment without an entry yet")
    below = (day_text(each.day), why, each.note)
    return (
        Words(each.label or _("no label"), link=f"{LINE_LINK}:{each.line_id}"),
        signed_text(each.amount),
        tuple(x for x in below if x),
    )


def _more(rest: int) -> list[Part]:
    if rest <= 0:
        return []
    text = ngettext("and {count} other", "and {count} others", rest)
    return [Paragraph((text.format(count=number_text(rest)),), is_muted=True)]
