"""Fills texts to partners: conventions and letters, from what is recorded of both sides."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import paper_texts, partner_templates
from coopdesk.documents.partner_words import every_text, french_day, length_text
from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.domain.agreement_terms import (
    first_term,
    next_term,
    notice_by,
    renewal_length,
    term_on,
)
from coopdesk.domain.agreements import AgreementKind, Renewal, Side
from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.commitments import CommitmentKind, CommitmentState
from coopdesk.domain.letter_templates import FilledText, filled
from coopdesk.domain.money import total
from coopdesk.domain.partner_texts import (
    BLANKS_OF,
    ITEM,
    AgreementValues,
    AgreementWords,
    PartnerTextKind,
    PartnerValues,
)
from coopdesk.services.letter_texts import LetterTexts, TextKind
from coopdesk.services.outcome import Subject
from coopdesk.wording.formats import french_euros

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.agreement_terms import Term
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.association import Association
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.letter_templates import LetterTemplate, Values
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work

_GAPS = re.compile(r"\n{3,}")
_DAY = dt.timedelta(days=1)
_MONTHS = 12
_LONGEST_AGREEMENT = 30_000
# What a convention of a kind is about, so that its value is that of these commitments.
_ABOUT = {
    AgreementKind.PREMISES: CommitmentKind.ROOM,
    AgreementKind.EQUIPMENT: CommitmentKind.GOODS,
}


def _proposed_letters() -> tuple[LetterTemplate, ...]:
    return partner_templates(PartnerTextKind.LETTER)


def _proposed_agreements() -> tuple[LetterTemplate, ...]:
    return partner_templates(PartnerTextKind.AGREEMENT)


PARTNER_TEXTS = LetterTexts(
    {
        PartnerTextKind.LETTER: TextKind(
            PartnerTextKind.LETTER.value, BLANKS_OF[PartnerTextKind.LETTER], _proposed_letters
        ),
        PartnerTextKind.AGREEMENT: TextKind(
            PartnerTextKind.AGREEMENT.value,
            BLANKS_OF[PartnerTextKind.AGREEMENT],
            _proposed_agreements,
            _LONGEST_AGREEMENT,
        ),
    },
    Subject.PARTNERS,
    "partner_text.reset",
)


def usual_place(work: Work, kind: AgreementKind) -> int:
    """Return where the text for conventions of a kind stands, the first if there is none.

    An own text took the place of the one that was proposed.
    """
    codes = [template.code for template in _proposed_agreements()]
    place = codes.index(kind.value) if kind.value in codes else 0
    return min(place, len(PARTNER_TEXTS.in_force(work, PartnerTextKind.AGREEMENT)) - 1)


@dataclass(frozen=True, slots=True)
class LetterMatter:
    """What a letter to a partner is about; who reads it there is a contact of its own."""

    partner: Contact
    reader: Contact
    agreement: Agreement | None = None
    commitment: Commitment | None = None


def written_letter(
    house: Association, template: LetterTemplate, matter: LetterMatter, today: dt.date
) -> FilledText:
    """Fill a letter to a partner as of a day.

    Raises:
        RuleError: ``letter.unknown_blank``, ``letter.text_missing``.
    """
    promised = matter.commitment.content if matter.commitment else None
    reader, agreement = matter.reader.profile, matter.agreement
    words = AgreementWords()
    if agreement is not None:
        words = agreement_words(agreement, term_on(agreement, today), today)
    values = PartnerValues(
        civility=reader.civility,
        first_name=reader.first_name,
        last_name=reader.last_name,
        partner=matter.partner.display_name,
        association=house.name,
        mission=within(house.purpose),
        agreement=words,
        commitment=within(promised.text) if promised else "",
        due_on=french_day(promised.due_on) if promised and promised.due_on else "",
        amount=french_euros(promised.amount) if promised and promised.amount else "",
        signatory=house.signatory_name,
        role=house.signatory_role,
    )
    return _filled(template, values)


@dataclass(frozen=True, slots=True)
class AgreementMatter:
    """An agreement and what was promised; above ``limit`` the law wants a convention."""

    agreement: Agreement
    commitments: tuple[Commitment, ...] = ()
    limit: Money | None = None


def written_agreement(
    house: Association, template: LetterTemplate, matter: AgreementMatter, today: dt.date
) -> FilledText:
    """Fill a convention: its first term, what each side promised, a list on lines of its own.

    Raises:
        RuleError: ``letter.unknown_blank``, ``letter.text_missing``.
    """
    agreement = matter.agreement
    names = {Side.OURS: house.name, Side.THEIRS: agreement.partner_name}
    giver = _giver(matter)
    taker = Side.OURS if giver is Side.THEIRS else Side.THEIRS
    promises = [one for one in matter.commitments if _is_promise(one)]
    values = AgreementValues(
        association=house.name,
        mission=within(house.purpose),
        partner=agreement.partner_name,
        agreement=agreement_words(agreement, first_term(agreement.content), today),
        ours=tuple(_item(one) for one in promises if one.content.side is Side.OURS),
        theirs=tuple(_item(one) for one in promises if one.content.side is Side.THEIRS),
        giver=names[giver],
        taker=names[taker],
        amount=_value(matter, giver),
        limit=french_euros(matter.limit).replace(",00", "") if matter.limit else "",
    )
    text = _filled(template, values)
    return FilledText(text.subject, text.body.replace(ITEM, "\n– "))


def agreement_words(agreement: Agreement, term: Term, today: dt.date) -> AgreementWords:
    """Return how texts call an agreement in one of its terms."""
    content = agreement.content
    effect = paper_texts("partner_papers", "effect")
    starts_on = french_day(term.starts_on) if content.starts_on and term.starts_on else ""
    by, last = notice_by(agreement, term), notice_end(agreement, today)
    has_notice = bool(content.notice_months or content.notice_days)
    return AgreementWords(
        title=content.title,
        reference=content.reference,
        purpose=within(content.purpose),
        signed_on=french_day(content.signed_on) if content.signed_on else "",
        starts_on=starts_on,
        ends_on=french_day(term.ends_on) if term.ends_on else "",
        effect=effect["on"].format(day=starts_on) if starts_on else effect["signing"],
        length=length_text(_whole_months(term)),
        renewal=_renewal(agreement),
        notice=length_text(content.notice_months, content.notice_days),
        notice_by=french_day(by) if by and has_notice else "",
        notice_ends_on=french_day(last) if last else "",
    )


def notice_end(agreement: Agreement, today: dt.date) -> dt.date:
    """Return when an agreement ends for who gives notice on a day.

    That is the end of the first term whose notice is not too late; one without an end stops
    when its notice is over.
    """
    content = agreement.content
    term: Term | None = term_on(agreement, today)
    ends_on = months_after(today, content.notice_months) + content.notice_days * _DAY
    while term is not None and term.ends_on is not None:
        by, ends_on = notice_by(agreement, term), term.ends_on
        if by is None or by >= today:
            break
        term = next_term(agreement, term)
    return ends_on


def within(sentence: str) -> str:
    """Return a sentence as it reads inside another one, without its full stop.

    Its capital stays: nobody knows which first words are names.
    """
    return " ".join(sentence.split()).removesuffix(".")


def _renewal(agreement: Agreement) -> str:
    content = agreement.content
    if content.ends_on is None:
        return ""
    months = renewal_length(content) if content.renewal is Renewal.TACIT else 0
    said = paper_texts("partner_papers", "renewal")[content.renewal.value]
    return said.format(length=length_text(months))


def _whole_months(term: Term) -> int:
    """Return how many months a term lasts, 0 where that is no whole number."""
    start, end = term.starts_on, term.ends_on
    if start is None or end is None:
        return 0
    after = end + _DAY
    months = (after.year - start.year) * _MONTHS + after.month - start.month
    return months if months > 0 and months_after(start, months) == after else 0


def _is_promise(one: Commitment) -> bool:
    """Tell whether a convention names a commitment: not given up, nor one that came back."""
    return one.state is not CommitmentState.DROPPED and one.content.follows_id is None


def _item(one: Commitment) -> str:
    content, texts = one.content, paper_texts("partner_papers", "sheet")
    due, months = content.due_on, content.repeat_months
    parts = [
        french_euros(content.amount) if content.amount else "",
        texts["due"].format(day=french_day(due)) if due else "",
        every_text(months) if months else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{within(content.text)} ({told})" if told else within(content.text)


def _giver(matter: AgreementMatter) -> Side:
    """Return who lends what a convention is about; the partner where nothing says it."""
    kind = _ABOUT.get(matter.agreement.content.kind)
    sides = {one.content.side for one in matter.commitments if one.content.kind is kind}
    return Side.OURS if sides == {Side.OURS} else Side.THEIRS


def _value(matter: AgreementMatter, giver: Side) -> str:
    """Return what the giver's commitments of the kind in question are worth, in words."""
    kind = _ABOUT.get(matter.agreement.content.kind, CommitmentKind.MONEY)
    found: Sequence[Money] = [
        one.content.amount
        for one in matter.commitments
        if one.content.amount and one.content.kind is kind and one.content.side is giver
        if _is_promise(one)
    ]
    return french_euros(total(found)) if found else ""


def _filled(template: LetterTemplate, values: Values) -> FilledText:
    """Fill a text, closing the gaps that passages leave behind."""
    text = filled(template, values)
    body = _GAPS.sub("\n\n", text.body)
    return FilledText(hard_spaced(text.subject), hard_spaced(body))
