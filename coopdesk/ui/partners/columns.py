"""The columns of the lists of partners, agreements and commitments, and how they are sorted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coopdesk.domain.agreement_terms import AgreementStep, due_of, term_on
from coopdesk.domain.money import ZERO
from coopdesk.domain.partners import PartnerLevel
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.partners.tones import due_tone, standing_tone, worth_text
from coopdesk.ui.usual_columns import count_column, day_column, text_column
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext
from coopdesk.wording.partner_dues import due_text, proof_text, standing_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.partners import PartnerLine

_FAR = dt.date.max
_END_HINT = N_("The first day on which it can end: earlier, notice comes too late")
_DECIDE_HINT = N_("The last day for notice, or for signing the one that follows")


def partner_columns(today: Callable[[], dt.date]) -> tuple[Column, ...]:
    """Return the columns of partners in their first order."""
    return (
        text_column("name", _("Partner"), lambda x: x.name, width=22, stretch=True),
        text_column("kind", _("Kind"), lambda x: label(x.kind), width=20, gives_way=4),
        text_column("level", _("Level"), _level, width=14, gives_way=5),
        text_column("town", _("Town"), lambda x: x.town, width=14, gives_way=8),
        text_column(
            "referent", _("Followed by"), lambda x: x.referent_name, width=16, gives_way=7
        ),
        *_counts(),
        Column(
            "state",
            _("State"),
            lambda x: _partner_state(x, today()),
            tone=lambda x: _partner_tone(x, today()),
            sort="state",
            width=16,
            gives_way=1,
        ),
    )


def _counts() -> tuple[Column, ...]:
    return (
        count_column(
            "people",
            _("Persons"),
            lambda x: x.people,
            gives_way=6,
            hint=_("Contacts inside it"),
        ),
        count_column(
            "agreements",
            _("Agreements"),
            lambda x: x.agreements,
            gives_way=3,
            hint=_("Those in force"),
        ),
        count_column(
            "ours",
            _("We owe"),
            lambda x: x.open_ours,
            gives_way=2,
            hint=_("What is still to keep"),
        ),
        count_column(
            "theirs",
            _("They owe"),
            lambda x: x.open_theirs,
            gives_way=2,
            hint=_("What is still to keep"),
        ),
    )


def partner_sort(name: str, today: dt.date) -> Callable[[PartnerLine], Any] | None:
    """Return what a list of partners is sorted by."""
    levels = list(PartnerLevel)
    sorts: dict[str, Callable[[PartnerLine], Any]] = {
        "name": lambda x: fold(x.name),
        "kind": lambda x: fold(label(x.kind)),
        "level": lambda x: levels.index(x.level),
        "town": lambda x: fold(x.town),
        "referent": lambda x: fold(x.referent_name),
        "people": lambda x: x.people,
        "agreements": lambda x: x.agreements,
        "ours": lambda x: x.open_ours,
        "theirs": lambda x: x.open_theirs,
        "state": lambda x: (-x.overdue, _is_over(x, today)),
    }
    return sorts.get(name)


def agreement_columns(today: Callable[[], dt.date]) -> tuple[Column, ...]:
    """Return the columns of agreements in their first order."""
    return (
        text_column("title", _("Agreement"), lambda x: x.content.title, width=30, stretch=True),
        text_column("partner", _("Partner"), lambda x: x.partner_name, width=20, gives_way=3),
        text_column("kind", _("Kind"), lambda x: label(x.content.kind), width=18, gives_way=4),
        day_column(
            "starts", _("Begins"), lambda x: _term(x, today()).starts_on, width=14, gives_way=5
        ),
        day_column(
            "ends",
            _("Ends"),
            lambda x: _end(x, today()),
            width=14,
            gives_way=1,
            hint=_(_END_HINT),
        ),
        day_column(
            "decide",
            _("Decide by"),
            lambda x: _decide_by(x, today()),
            width=14,
            gives_way=2,
            hint=_(_DECIDE_HINT),
        ),
        count_column("files", _("Kept files"), lambda x: x.file_count, width=7, gives_way=6),
        Column(
            "state",
            _("State"),
            lambda x: standing_text(x, today()),
            tone=lambda x: standing_tone(x, today()),
            sort="state",
            width=18,
        ),
    )


def agreement_sort(name: str, today: dt.date) -> Callable[[Agreement], Any] | None:
    """Return what a list of agreements is sorted by."""
    sorts: dict[str, Callable[[Agreement], Any]] = {
        "title": lambda x: fold(x.content.title),
        "partner": lambda x: fold(x.partner_name),
        "kind": lambda x: fold(label(x.content.kind)),
        "starts": lambda x: _term(x, today).starts_on or _FAR,
        "ends": lambda x: _end(x, today) or _FAR,
        "decide": lambda x: _decide_by(x, today) or _FAR,
        "files": lambda x: x.file_count,
        "state": lambda x: (not is_to_decide(x, today), fold(standing_text(x, today))),
    }
    return sorts.get(name)


def commitment_columns(today: Callable[[], dt.date]) -> tuple[Column, ...]:
    """Return the columns of commitments; their days come first and put late ones on top."""
    return (
        day_column("due", _("Until when"), lambda x: x.content.due_on, width=14, gives_way=2),
        text_column("text", _("Commitment"), lambda x: x.content.text, width=28, stretch=True),
        text_column("side", _("Who owes"), _side, width=14, gives_way=1),
        text_column("partner", _("Partner"), lambda x: x.partner_name, width=18, gives_way=3),
        text_column("kind", _("Kind"), lambda x: label(x.content.kind), width=15, gives_way=5),
        Column(
            "worth",
            _("Worth"),
            worth_text,
            align_right=True,
            sort="worth",
            width=14,
            descends=True,
            gives_way=4,
        ),
        Column("proof", _("Proof"), proof_text, width=18, gives_way=6),
        Column(
            "state",
            _("State"),
            lambda x: due_text(x, today()),
            tone=lambda x: due_tone(x, today()),
            sort="state",
            width=18,
        ),
    )


def commitment_sort(name: str, today: dt.date) -> Callable[[Commitment], Any] | None:
    """Return what a list of commitments is sorted by."""
    sorts: dict[str, Callable[[Commitment], Any]] = {
        "text": lambda x: fold(x.content.text),
        "side": lambda x: x.content.side.value,
        "partner": lambda x: fold(x.partner_name),
        "kind": lambda x: fold(label(x.content.kind)),
        "worth": lambda x: x.content.amount or ZERO,
        "due": lambda x: place_of(x, today),
        "state": lambda x: place_of(x, today),
    }
    return sorts.get(name)


def place_of(commitment: Commitment, today: dt.date) -> tuple[int, dt.date, int]:
    """Return where a commitment stands first: late, by its day, then undated, then done."""
    order = {"open": 1, "kept": 2, "dropped": 3}[commitment.state.value]
    is_late = commitment.is_overdue(today)
    return 0 if is_late else order, commitment.content.due_on or _FAR, commitment.id


def is_to_decide(agreement: Agreement, today: dt.date) -> bool:
    """Tell whether there is something to decide soon about an agreement, or since some time."""
    return standing_tone(agreement, today) in {Tone.ATTENTION, Tone.BAD}


def _level(line: PartnerLine) -> str:
    return "" if line.level is PartnerLevel.NONE else label(line.level)


def _is_over(line: PartnerLine, today: dt.date) -> bool:
    return line.ended_on is not None and line.ended_on < today


def _partner_state(line: PartnerLine, today: dt.date) -> str:
    if line.overdue:
        said = ngettext("{count} late", "{count} late", line.overdue)
        return said.format(count=number_text(line.overdue))
    if _is_over(line, today) and line.ended_on is not None:
        return _("Until {day}").format(day=day_text(line.ended_on))
    return _("Works with us")


def _partner_tone(line: PartnerLine, today: dt.date) -> Tone:
    if line.overdue:
        return Tone.BAD
    return Tone.NEUTRAL if _is_over(line, today) else Tone.GOOD


def _side(commitment: Commitment) -> str:
    return label(commitment.content.side)


def _term(agreement: Agreement, today: dt.date) -> Any:
    return term_on(agreement, today)


def _end(agreement: Agreement, today: dt.date) -> dt.date | None:
    """Return when an agreement can end first: of a term that goes on for sure, a later one."""
    due = due_of(agreement, today)
    term = due.term if due is not None else term_on(agreement, today)
    return term.ends_on


def _decide_by(agreement: Agreement, today: dt.date) -> dt.date | None:
    """Return the last day for notice, or for the next one that is to be signed."""
    due = due_of(agreement, today)
    return None if due is None or due.step is AgreementStep.END else due.due_on
