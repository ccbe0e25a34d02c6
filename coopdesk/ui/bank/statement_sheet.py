"""How the panel proves a statement: its balances, then line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.bank_proofs import StepKind
from coopdesk.ui.bank.words import signed_text
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.bank_proofs import ProofStep, StatementProof
    from coopdesk.domain.money import Money
    from coopdesk.ui.widgets.record_parts import Part, Said

LINE_LINK, RUN_LINK = "line", "run"
# More would take the panel longer than anybody reads.
_SHOWN = 400


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """A statement, the steps of its days, and the lines that its file brought first."""

    proof: StatementProof
    steps: tuple[ProofStep, ...]
    brought: frozenset[int]


def period_text(proof: StatementProof) -> str:
    """Return from when to when a statement goes."""
    first, last = proof.first_on, proof.ends_on
    if first is None or last is None:
        return "" if last is None else day_text(last)
    if first == last:
        return day_text(first)
    return _("{first} – {last}").format(first=day_text(first), last=day_text(last))


def proof_said(proof: StatementProof) -> tuple[str, Tone]:
    """Return whether a statement ties, in a few words."""
    if proof.difference:
        return _("Lines off by {amount}").format(amount=money_text(proof.difference)), Tone.BAD
    if proof.gap:
        return _("Gap of {amount}").format(amount=money_text(proof.gap)), Tone.ATTENTION
    if proof.closing is None:
        return _("No balance told"), Tone.NEUTRAL
    if proof.difference is None and proof.gap is None:
        return _("Closing balance only"), Tone.NEUTRAL
    return _("Ties"), Tone.GOOD


def statement_parts(sheet: StatementSheet) -> list[Part]:
    """Return the parts of a statement's record."""
    proof = sheet.proof
    said, tone = proof_said(proof)
    return [
        Title(
            proof.reference or proof.file_name,
            (period_text(proof), label(proof.file_format), Words(said, tone)),
        ),
        Facts(tuple(_facts(proof))),
        *_explained(proof),
        *_steps(sheet),
    ]


def _facts(proof: StatementProof) -> list[tuple[str, Said | tuple[Said, ...]]]:
    before = "" if proof.before is None or not proof.gap else money_text(proof.before)
    text = ngettext("{amount} in {count} line", "{amount} in {count} lines", proof.line_count)
    count = number_text(proof.line_count)
    lines = text.format(amount=signed_text(proof.moved), count=count)
    difference = "" if not proof.difference else money_text(proof.difference)
    rows: list[tuple[str, Said | tuple[Said, ...]]] = [
        (_("Balance known before"), before),
        (_("Opening balance"), _balance(proof.opening, proof.opening_on)),
        (_("Lines"), lines),
        (_("Closing balance"), _balance(proof.closing, proof.closing_on)),
        (_("Difference"), difference),
        (_("File"), Words(proof.file_name, link=f"{RUN_LINK}:{proof.run_id}")),
    ]
    return [(name, value) for name, value in rows if value]


def _balance(amount: Money | None, day: object) -> tuple[Said, ...]:
    import datetime as dt

    if amount is None:
        return (_("the file does not tell"),)
    if isinstance(day, dt.date):
        return (money_text(amount), _("on {day}").format(day=day_long(day)))
    return (money_text(amount),)


def _explained(proof: StatementProof) -> list[Part]:
    """Say what to do about a statement that does not tie."""
    if proof.differs_from_file:
        text = _(
            "The file ties, but the lines recorded of its days do not: one was left out, was "
            "taken for a double, or stands twice. Look for it line by line."
        )
    elif proof.difference:
        text = _(
            "Opening balance and lines do not make the closing one: the file is cut, or some "
            "of its lines could not be read. Fetch the statement again at the bank."
        )
    elif proof.gap:
        text = _(
            "It does not begin where the one before ends: lines in between are missing, or "
            "stand twice. Import the days in between, or look for a double."
        )
    elif proof.difference is None and proof.gap is not None:
        text = _("The balance before and the lines make the closing balance, to the cent.")
    elif proof.difference is None:
        text = _("Only part of the balances is known: what is missing is not taken for zero.")
    else:
        text = _("Opening balance and lines make the closing balance, to the cent.")
    return [Paragraph((text,), is_muted=True)]


def _steps(sheet: StatementSheet) -> list[Part]:
    steps = sheet.steps[:_SHOWN]
    if not steps:
        return []
    parts: list[Part] = [
        Heading(_("Line by line"), _("Balance")),
        Lines(tuple(_step(sheet, step) for step in steps)),
    ]
    rest = len(sheet.steps) - len(steps)
    if rest:
        text = ngettext(
            "{count} more line stands in the list of all lines.",
            "{count} more lines stand in the list of all lines.",
            rest,
        )
        parts.append(Paragraph((text.format(count=number_text(rest)),), is_muted=True))
    return parts


def _step(sheet: StatementSheet, step: ProofStep) -> tuple[Said, str, tuple[Said, ...]]:
    balance = "" if step.balance is None else money_text(step.balance)
    alarm = _alarm(step)
    if step.kind is not StepKind.LINE:
        name = _("Closing balance of {file}")
        if step.kind is StepKind.OPENING:
            name = _("Opening balance of {file}")
        told = balance if step.told is None else money_text(step.told)
        return name.format(file=step.label), told, (day_text(step.day), *alarm)
    amount = "" if step.amount is None else signed_text(step.amount)
    other = () if step.id in sheet.brought else (_("known from an earlier file"),)
    below: tuple[Said, ...] = (day_text(step.day), amount, *other, *alarm)
    return Words(step.label or _("no label"), link=f"{LINE_LINK}:{step.id}"), balance, below


def _alarm(step: ProofStep) -> tuple[Said, ...]:
    """Say that the bank tells another balance than the lines make."""
    if not step.difference or step.told is None or step.balance is None:
        return ()
    if step.kind is StepKind.LINE:
        text, other = _("the bank says {amount}: {difference} apart"), step.told
    else:
        text, other = _("the lines make {amount}: {difference} apart"), step.balance
    said = text.format(amount=money_text(other), difference=money_text(step.difference))
    return (Words(said, Tone.BAD),)
