"""How papers tell agreements and commitments, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.one_page import PageRow, Section
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.typesetting import CUT_MARK
from coopdesk.domain.agreement_terms import AgreementStanding, renewal_length
from coopdesk.domain.agreements import Renewal
from coopdesk.domain.commitments import CommitmentState
from coopdesk.wording.formats import HARD_SPACE, day_long, french_euros, number_text
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.agreement_terms import Term
    from coopdesk.domain.agreements import NewAgreement, Side
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.partner_papers import PaperAgreement

_YEAR = 12
_HOUR = 60
_LONGEST_NAME = 150
# Of what is over or not yet begun no notice is due.
_RUNNING = frozenset({AgreementStanding.IN_FORCE, AgreementStanding.NEAR})


def french_day(day: dt.date) -> str:
    """Return ``1er mars 2026``, which no line breaks."""
    return day_long(day, "fr").replace(" ", HARD_SPACE)


def cut_name(name: str) -> str:
    """Return a name that a heading can hold."""
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + CUT_MARK


def length_text(months: int, days: int = 0) -> str:
    """Return ``1 an``, ``3 mois et 15 jours``; empty for nothing."""
    texts = paper_texts("partner_papers", "lengths")
    parts = []
    if months and months % _YEAR == 0:
        name = "year" if months == _YEAR else "years"
        parts.append(texts[name].format(count=months // _YEAR))
    elif months:
        parts.append(texts["months"].format(count=months))
    if days:
        parts.append(texts["day" if days == 1 else "days"].format(count=days))
    if len(parts) > 1:
        return texts["joined"].format(first=parts[0], second=parts[1])
    return "".join(parts)


def every_text(months: int) -> str:
    """Return how often something comes back: ``chaque mois``, ``tous les 6 mois``."""
    texts = paper_texts("partner_papers", "lengths")
    name = {1: "every_month", _YEAR: "every_year"}.get(months, "every")
    return texts[name].format(length=length_text(months))


def term_text(term: Term) -> str:
    """Return ``du 1er mars 2026 au 28 février 2027``, or as much of it as is known."""
    texts = paper_texts("partner_papers", "sheet")
    start = french_day(term.starts_on) if term.starts_on else ""
    end = french_day(term.ends_on) if term.ends_on else ""
    if start and end:
        return texts["term"].format(start=start, end=end)
    if start:
        return texts["from"].format(start=start)
    return texts["to"].format(end=end) if end else ""


def renewal_text(content: NewAgreement) -> str:
    """Return what happens at the end of a term, in a few words."""
    said = paper_texts("partner_papers", "summary")[content.renewal.value]
    months = renewal_length(content) if content.renewal is Renewal.TACIT else 0
    return said.format(length=length_text(months))


def agreement_row(paper: PaperAgreement) -> PageRow:
    """Return an agreement as a list of them tells it."""
    texts, content = paper_texts("partner_papers", "sheet"), paper.agreement.content
    parts = [label(content.kind), label(paper.standing), term_text(paper.term)]
    if paper.standing in _RUNNING and paper.notice_by and paper.term.ends_on:
        if content.notice_months or content.notice_days:
            name = "notice_for" if paper.is_notice_missed else "notice_by"
            end = french_day(paper.notice_end or paper.term.ends_on)
            parts.append(texts[name].format(day=french_day(paper.notice_by), end=end))
        parts.append(renewal_text(content))
    is_late = paper.standing is AgreementStanding.EXPIRED
    return PageRow(content.title, "", _sentence(parts), is_late)


def commitment_row(commitment: Commitment, today: dt.date) -> PageRow:
    """Return a commitment as a list tells it: what, its value, until when, how it went."""
    content = commitment.content
    parts = [label(content.kind), _hours(content.minutes), *_progress(commitment, today)]
    if content.repeat_months and commitment.state is CommitmentState.OPEN:
        parts.append(every_text(content.repeat_months))
    figure = french_euros(content.amount) if content.amount else ""
    return PageRow(content.text, figure, _sentence(parts), commitment.is_overdue(today))


def owed_section(commitments: Sequence[Commitment], side: Side, today: dt.date) -> Section:
    """Return what one side owes or owed, its heading saying how much is left to keep."""
    texts = paper_texts("partner_papers", "sheet")
    owed = [one for one in commitments if one.content.side is side]
    left = sum(one.state is CommitmentState.OPEN for one in owed)
    late = sum(one.is_overdue(today) for one in owed)
    counts = [
        texts[name].format(count=number_text(count))
        for name, count in (("left", left), ("overdue", late))
        if count
    ]
    heading = texts[side.value]
    if counts:
        heading = texts["owing"].format(heading=heading, counts=", ".join(counts))
    return Section(heading, [commitment_row(one, today) for one in most_urgent(owed)])


def most_urgent(commitments: Sequence[Commitment]) -> list[Commitment]:
    """Return commitments in the order of what is to be done: open ones by day, then others."""

    def rank(one: Commitment) -> tuple[bool, bool, int, int]:
        due = one.content.due_on
        if one.state is CommitmentState.OPEN:
            return False, due is None, due.toordinal() if due else 0, one.id
        kept = one.kept_on.toordinal() if one.kept_on else 0
        return True, one.state is CommitmentState.DROPPED, -kept, one.id

    return sorted(commitments, key=rank)


def _progress(commitment: Commitment, today: dt.date) -> list[str]:
    texts = paper_texts("partner_papers", "sheet")
    if commitment.state is CommitmentState.DROPPED:
        return [texts["dropped"]]
    if commitment.kept_on is not None:
        proved = texts["proved"] if commitment.is_proved else ""
        return [texts["kept"].format(day=french_day(commitment.kept_on)), proved]
    due = commitment.content.due_on
    if due is None:
        return [texts["open"]]
    said = [texts["due"].format(day=french_day(due))]
    if commitment.is_overdue(today):
        days = (today - due).days
        said.append(texts["late_one" if days == 1 else "late"].format(count=days))
    return said


def _hours(minutes: int | None) -> str:
    if not minutes:
        return ""
    hours, rest = divmod(minutes, _HOUR)
    return f"{hours}{HARD_SPACE}h" + (f"{HARD_SPACE}{rest:02d}" if rest else "")


def _sentence(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
