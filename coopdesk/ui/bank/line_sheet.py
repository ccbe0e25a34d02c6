"""How the panel says everything known of a line of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import LineState
from coopdesk.ui.bank.words import STATE_TONES, named, signed_text
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import BankLine, MatchedWith, StatementRow
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK, RUN_LINK, BOARD_LINK = "contact", "run", "board"
ENTRY_LINK, PAYMENT_LINK, STATEMENT_LINK = "entry", "payment", "statement"


def line_parts(line: BankLine) -> list[Part]:
    """Return the parts of a line's record."""
    row = line.row
    state = Words(label(row.state), STATE_TONES[row.state])
    return [
        Title(named(row), (day_long(row.booked_on), signed_text(row.amount), state)),
        Facts(tuple(_facts(line))),
        *_matches(row),
        *_as_it_stood(line),
    ]


def _facts(line: BankLine) -> list[tuple[str, Said]]:
    row = line.row
    value = None if row.value_on == row.booked_on else row.value_on
    who: Said = row.counterparty
    if row.contact_id is not None:
        who = Words(row.contact_name, link=f"{CONTACT_LINK}:{row.contact_id}")
    rows: list[tuple[str, Said]] = [
        (_("Account"), row.account_name),
        (_("Kind"), label(row.nature)),
        (_("Who"), who),
        (_("Value date"), day_long(value) if value else ""),
        (_("Cheque"), row.cheque),
        (_("Reference"), row.payment_ref),
        (_("Number at the bank"), row.bank_ref),
        (_("Balance after it"), "" if row.balance is None else money_text(row.balance)),
        (_("Note"), row.note),
        (_("Came in with"), Words(line.file_name, link=f"{RUN_LINK}:{line.run_id}")),
    ]
    return [(name, said) for name, said in rows if said]


def _matches(row: StatementRow) -> list[Part]:
    if row.state is LineState.ASIDE:
        text = _("Left aside: it is no business of the books.")
        return [Paragraph((text,), is_muted=True)]
    lines = Lines(tuple(_target(target) for target in row.targets))
    rest = row.remainder
    if not row.targets:
        lead = Words(_("See what is proposed"), link=f"{BOARD_LINK}:{row.id}")
        text = _("Not reconciled yet.")
        return [Heading(_("Reconciled with"), lead), Paragraph((text,), is_muted=True)]
    if not rest:
        return [Heading(_("Reconciled with")), lines]
    text = _("{amount} still to explain.").format(amount=signed_text(rest))
    lead = Words(_("See what is proposed"), link=f"{BOARD_LINK}:{row.id}")
    return [Heading(_("Reconciled with"), lead), lines, Paragraph((text,), is_muted=True)]


def _target(target: MatchedWith) -> tuple[Said, str, tuple[Said, ...]]:
    link = f"{PAYMENT_LINK}:{target.payment_id}"
    what = _("payment without an entry yet")
    if target.entry_id is not None:
        link = f"{ENTRY_LINK}:{target.entry_id}"
        what = _("draft entry")
        if target.number is not None:
            what = _("entry no. {number}").format(number=number_text(target.number))
    day = "" if target.day is None else day_text(target.day)
    below = tuple(filter(None, (day, what, _how(target))))
    return Words(target.label or what, link=link), signed_text(target.amount), below


def _how(target: MatchedWith) -> str:
    words = {
        "rule": _("by a rule"),
        "proposal": _("as proposed, {score} % sure").format(score=target.score),
    }
    return words.get(target.made_by, _("chosen by hand"))


def _as_it_stood(line: BankLine) -> list[Part]:
    """Show the row of the file, for whoever doubts."""
    from coopdesk.wording.raw_columns import raw_column_text

    raw = [(name, value) for name, value in line.raw.items() if value.strip()]
    if line.file_format is not None:
        raw = [(raw_column_text(line.file_format, name), value) for name, value in raw]
    if not raw:
        return []
    where = ""
    if line.file_line is not None:
        where = _("line {number}").format(number=number_text(line.file_line))
    return [Heading(_("As the file has it"), where, is_minor=True), Facts(tuple(raw))]
