"""Reads what the papers of partners say, in one unit of work each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.partner_words import french_day
from coopdesk.domain.agreement_terms import (
    AgreementStanding,
    next_notice,
    standing_on,
    term_on,
)
from coopdesk.domain.agreements import NewSignatory, Side
from coopdesk.domain.commitments import CommitmentFilter
from coopdesk.domain.money import ZERO
from coopdesk.domain.partner_papers import (
    PaperAgreement,
    PaperAmount,
    PaperPerson,
    PartnerPaper,
    Party,
)
from coopdesk.services.paper_house import house_of
from coopdesk.services.partner_texts import AgreementMatter
from coopdesk.wording.formats import french_euros

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.association import Association
    from coopdesk.domain.contact_details import Affiliation
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.partner_sheets import PartnerGroup, PartnerSheet
    from coopdesk.domain.partners import NetworkFee
    from coopdesk.storage.unit_of_work import Work

# A page holds no more people than this.
_MOST_PEOPLE = 64
# What is in force stands before what is not yet, and that before what is over.
_ORDER = (
    AgreementStanding.NEAR,
    AgreementStanding.IN_FORCE,
    AgreementStanding.TO_COME,
    AgreementStanding.SENT,
    AgreementStanding.DRAFT,
    AgreementStanding.EXPIRED,
    AgreementStanding.ENDED,
)
_LIMIT = "grant_agreement"


def agreement_on(agreement: Agreement, today: dt.date) -> PaperAgreement:
    """Return an agreement as it stands on a day."""
    by, end = next_notice(agreement, today)
    term = term_on(agreement, today)
    return PaperAgreement(agreement, standing_on(agreement, today), term, by, end)


def partner_paper(work: Work, sheet: PartnerSheet, today: dt.date) -> PartnerPaper:
    """Return what the sheet of a partner prints.

    Raises:
        RuleError: ``paper.no_association``.
    """
    contact = work.contacts.get(sheet.partner.content.contact_id)
    agreements = [agreement_on(one, today) for one in sheet.agreements]
    return PartnerPaper(
        house=house_of(work),
        made_on=today,
        partner=sheet.partner,
        where=_where(contact),
        people=tuple(_people(work, sheet.people, today)),
        agreements=tuple(sorted(agreements, key=lambda one: _ORDER.index(one.standing))),
        commitments=sheet.commitments,
        given=tuple(
            PaperAmount(one.content.label, one.content.amount, french_day(one.content.given_on))
            for one in sheet.contributions
        ),
        granted=tuple(_granted(sheet)),
        fees=tuple(map(_fee, sheet.fees)),
        groups=tuple(_group(one, today) for one in sheet.groups),
        events=tuple(
            f"{one.title}, {french_day(one.held_on)}" if one.held_on else one.title
            for one in sheet.events
        ),
    )


def agreement_matter(work: Work, agreement_id: int, today: dt.date) -> AgreementMatter:
    """Return an agreement with what both sides promised in it.

    Raises:
        NotFoundError: ``agreement.missing``.
    """
    agreement = work.agreements.get(agreement_id)
    owed = work.commitments.all(CommitmentFilter(agreement_id=agreement_id))
    limit = work.legal.figures().value_on(_LIMIT, agreement.content.starts_on or today).money
    return AgreementMatter(agreement, tuple(owed), limit)


def parties_of(
    house: Association, contact: Contact, agreement: Agreement
) -> tuple[Party, Party]:
    """Return both sides as a convention names them, ours first."""
    profile = contact.profile
    ours = _numbers(association=house.rna, register=house.register_entry, siren=house.siren)
    theirs = _numbers(rna=profile.rna, siren=profile.siren or profile.siret[:9])
    form = ", ".join(filter(None, (_within(profile.legal_form), theirs)))
    signing = agreement.content.signatories
    return (
        Party(house.name, ours, _seat(house.address), _names(signing, Side.OURS)),
        Party(contact.display_name, form, _seat(profile.address), _names(signing, Side.THEIRS)),
    )


def with_our_signatory(house: Association, agreement: Agreement) -> Agreement:
    """Return an agreement that whoever signs for the association signs, if nobody is named."""
    content = agreement.content
    if any(one.side is Side.OURS for one in content.signatories) or not house.signatory_name:
        return agreement
    ours = NewSignatory(Side.OURS, house.signatory_name, house.signatory_role)
    signing = (ours, *content.signatories)
    return replace(agreement, content=replace(content, signatories=signing))


def _within(words: str) -> str:
    """Return words as a sentence holds them: no capital, except in « SARL »."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _numbers(**known: str) -> str:
    texts = paper_texts("partner_papers", "agreement")
    told = (texts[name].format(number=number) for name, number in known.items() if number)
    return ", ".join(told)


def _names(signing: Sequence[NewSignatory], side: Side) -> tuple[str, ...]:
    return tuple(
        ", ".join(filter(None, (one.name, one.role))) for one in signing if one.side is side
    )


def _seat(address: PostalAddress) -> str:
    parts = (address.street, address.complement, address.town_line)
    return ", ".join(part for part in parts if part)


def _where(contact: Contact) -> str:
    profile = contact.profile
    parts = (_seat(profile.address), profile.phone, profile.email, profile.website)
    return " · ".join(part for part in parts if part)


def _people(work: Work, people: Sequence[Affiliation], today: dt.date) -> Iterator[PaperPerson]:
    """Yield who is inside today; how to reach them is read for as many as a page holds."""
    inside = [
        one for one in people if one.content.ended_on is None or one.content.ended_on >= today
    ]
    ids = [one.content.person_id for one in inside[:_MOST_PEOPLE]]
    known = {one.id: one.profile for one in work.contacts.get_many(list(dict.fromkeys(ids)))}
    for one in inside:
        profile = known.get(one.content.person_id)
        reach = (profile.email or profile.phone) if profile else ""
        yield PaperPerson(one.person_name, one.content.role, reach)


def _granted(sheet: PartnerSheet) -> Iterator[PaperAmount]:
    texts = paper_texts("partner_papers", "sheet")
    for one in sheet.grants:
        if one.granted == ZERO:
            continue
        decided = one.decided_on
        parts = (
            texts["granted_on"].format(day=french_day(decided)) if decided else "",
            texts["paid"].format(amount=french_euros(one.paid)) if one.paid != ZERO else "",
        )
        detail = " · ".join(part for part in parts if part)
        yield PaperAmount(one.title, one.granted, detail)


def _fee(fee: NetworkFee) -> PaperAmount:
    texts, content = paper_texts("partner_papers", "sheet"), fee.content
    label = texts["fee"].format(year=content.year)
    if content.label:
        label = f"{label} – {content.label}"
    if fee.paid_on is not None:
        paid = texts["paid_on"].format(day=french_day(fee.paid_on))
        return PaperAmount(label, content.amount, paid)
    due = texts["due"].format(day=french_day(content.due_on)) if content.due_on else ""
    return PaperAmount(label, content.amount, " · ".join(filter(None, (texts["unpaid"], due))))


def _group(group: PartnerGroup, today: dt.date) -> str:
    texts = paper_texts("partner_papers", "sheet")
    ended = group.ended_on
    parts = (
        group.role,
        texts["to"].format(end=french_day(ended)) if ended and ended < today else "",
    )
    told = ", ".join(part for part in parts if part)
    return f"{group.name} ({told})" if told else group.name
