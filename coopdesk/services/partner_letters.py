"""Use cases around letters to partners: how one reads, writing it, sending it by e-mail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.letters_pdf import draw_letters
from coopdesk.domain.agreements import Agreement, AgreementFilter, NewAgreement
from coopdesk.domain.contacts import Contact, ContactKind, NewContact
from coopdesk.domain.errors import RuleError
from coopdesk.domain.letter_templates import FilledText
from coopdesk.domain.member_papers import Letter, LetterRun
from coopdesk.domain.paper_people import AddressRemark, LeftOut, LeftOutReason
from coopdesk.domain.partner_texts import PartnerMail, PartnerTextKind
from coopdesk.domain.partners import PartnerFilter
from coopdesk.domain.reminders import Channel, LetterKind, NewLetter
from coopdesk.domain.text import clean_line, clean_text
from coopdesk.exchange.eml import Mailbox
from coopdesk.services.addressing import can_be_posted, gone_among, usable_email
from coopdesk.services.email_drafts import DraftMaker, draft_name, save_drafts
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.own_texts import OwnTexts
from coopdesk.services.paper_house import house_of
from coopdesk.services.paper_runs import PaperRun, nobody_left
from coopdesk.services.partner_reading import agreement_matter
from coopdesk.services.partner_texts import (
    PARTNER_TEXTS,
    AgreementMatter,
    LetterMatter,
    written_agreement,
    written_letter,
)
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.reminders import EmailRun
from coopdesk.services.saving import save
from coopdesk.wording.envelopes import contact_envelope

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.domain.partner_texts import PartnerLetterOrder
    from coopdesk.storage.unit_of_work import Units, Work

_INVENTED = "Maison des Tilleuls"


class PartnerLetterService(OwnTexts[PartnerTextKind]):
    """Write to a partner, and keep the texts to partners."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        super().__init__(units, today, PARTNER_TEXTS)

    def sample(self, kind: PartnerTextKind, content: LetterTemplate) -> PartnerMail:
        """Return how a text reads for the youngest agreement, or for an invented partner.

        Raises:
            RuleError: ``letter.unknown_blank``, ``letter.text_missing``,
                ``paper.no_association``.
        """
        cleaned, today = PARTNER_TEXTS.kinds[kind].checked(content), self._today()
        with self._units.read() as work:
            house, matter = house_of(work), _youngest(work, today)
            name = matter.agreement.partner_name
            if kind is PartnerTextKind.AGREEMENT:
                text = written_agreement(house, cleaned, matter, today)
            else:
                key = matter.agreement.content.contact_id
                contact = work.contacts.get(key) if key else _invented_contact(name)
                promised = next(iter(matter.commitments), None)
                about = LetterMatter(contact, contact, matter.agreement, promised)
                text = written_letter(house, cleaned, about, today)
        return PartnerMail(matter.agreement.content.contact_id, name, "", text)

    def preview(self, order: PartnerLetterOrder) -> PartnerMail:
        """Return the letter that would be written; changes nothing.

        Raises:
            RuleError: ``letter.no_such_text``, ``paper.no_association``,
                ``partner_letter.of_other``: an agreement or a commitment of another partner.
            NotFoundError: something it names is gone.
        """
        with self._units.read() as work:
            matter = _matter(work, order)
            content = PARTNER_TEXTS.at(work, PartnerTextKind.LETTER, order.place).content
            text = written_letter(house_of(work), content, matter, self._today())
        partner = matter.partner
        has_address = can_be_posted(partner.profile.address)
        return PartnerMail(partner.id, partner.display_name, _email(matter), text, has_address)

    def write_letter(
        self, order: PartnerLetterOrder, text: FilledText, path: Path
    ) -> Outcome[PaperRun]:
        """Write a letter as a PDF and note it in the time-line of the partner.

        ``text`` is what the letter says, as somebody left it. It is noted once the file is
        written; a second time on the same day is noted again, since its text may be another.

        Raises:
            RuleError: ``letter.nobody`` without an address or for who is gone,
                ``letter.text_missing``, ``paper.unprintable_character`` or
                ``image.unreadable``; as ``preview``.
            ExternalError: the disk or the folder is in the way; nothing is noted.
        """
        cleaned = _checked(text)
        with self._units.read() as work:
            matter, house = _matter(work, order), house_of(work)
            _refuse_gone(work, matter)
        if not can_be_posted(matter.partner.profile.address):
            raise nobody_left([_left_out(matter, LeftOutReason.NO_ADDRESS)], "letter.nothing")
        laid_out = contact_envelope(_addressee(matter))
        name = matter.partner.display_name
        letter = Letter(name, laid_out.lines, cleaned.subject, cleaned.body)
        pdf = draw_letters(LetterRun(house, self._today(), (letter,)))
        remarks = (AddressRemark(matter.partner.id, name, laid_out.warnings),)
        run = PaperRun(save(path, pdf), 1, (), remarks if laid_out.warnings else ())
        self._note(matter, cleaned, Channel.POST)
        return changed(run, Subject.PARTNERS, Subject.CONTACTS)

    def write_email(
        self, order: PartnerLetterOrder, text: FilledText, folder: Path
    ) -> Outcome[EmailRun]:
        """Write a draft of an e-mail into a folder and note it in the time-line.

        Raises:
            RuleError: ``letter.nobody`` without a usable e-mail or for who is gone,
                ``email.no_sender``, ``letter.text_missing``; as ``preview``.
            ExternalError: the disk or the folder is in the way; nothing is noted.
        """
        cleaned = _checked(text)
        with self._units.read() as work:
            matter, house = _matter(work, order), house_of(work)
            _refuse_gone(work, matter)
        email = _email(matter)
        if not usable_email(email):
            reason = LeftOutReason.WRONG_EMAIL if email else LeftOutReason.NO_EMAIL
            raise nobody_left([_left_out(matter, reason)], "letter.nothing")
        maker = DraftMaker(house, self._units.now().astimezone())
        draft = maker.draft(Mailbox(matter.reader.display_name, email), cleaned)
        named = draft_name(matter.partner.id, matter.partner.display_name)
        paths = save_drafts(folder, [(named, draft)], 1, NO_PROGRESS)
        self._note(matter, cleaned, Channel.EMAIL)
        return changed(EmailRun(folder, paths, None), Subject.PARTNERS, Subject.CONTACTS)

    def _note(self, matter: LetterMatter, text: FilledText, channel: Channel) -> None:
        label = "partner_letter.posted" if channel is Channel.POST else "partner_letter.mailed"
        with self._units.write(label, name=matter.partner.display_name) as work:
            letter = NewLetter(
                matter.partner.id,
                None,
                LetterKind.PARTNER,
                channel,
                text.subject,
                self._today(),
            )
            work.letters.add([letter])
            work.commit()


def _addressee(matter: LetterMatter) -> NewContact:
    """Return the partner with its address, and who reads the letter there."""
    reader = matter.reader.profile
    return replace(
        matter.partner.profile,
        civility=reader.civility,
        first_name=reader.first_name,
        last_name=reader.last_name,
    )


def _matter(work: Work, order: PartnerLetterOrder) -> LetterMatter:
    """Read what a letter is about; a commitment brings the agreement it stands in."""
    partner = work.contacts.get(order.contact_id)
    reader = work.contacts.get(order.person_id) if order.person_id else partner
    owed = work.commitments.get(order.commitment_id) if order.commitment_id else None
    agreement_id = order.agreement_id or (owed.content.agreement_id if owed else None)
    agreement = work.agreements.get(agreement_id) if agreement_id else None
    for field, found in (("commitment_id", owed), ("agreement_id", agreement)):
        if found is not None and found.content.contact_id != partner.id:
            name = partner.display_name
            raise RuleError("partner_letter.of_other", field=field, name=name)
    return LetterMatter(partner, reader, agreement, owed)


def _refuse_gone(work: Work, matter: LetterMatter) -> None:
    """Refuse a letter to a partner or a person who is written to no more.

    Raises:
        RuleError: ``letter.nobody``.
    """
    ids = list(dict.fromkeys((matter.partner.id, matter.reader.id)))
    gone = gone_among(work, ids)
    names = {one.id: one.display_name for one in (matter.partner, matter.reader)}
    left_out = [LeftOut(key, names[key], reason) for key, reason in gone.items()]
    if left_out:
        raise nobody_left(left_out, "letter.nothing")


def _left_out(matter: LetterMatter, reason: LeftOutReason) -> LeftOut:
    return LeftOut(matter.partner.id, matter.partner.display_name, reason)


def _email(matter: LetterMatter) -> str:
    return matter.reader.profile.email or matter.partner.profile.email


def _checked(text: FilledText) -> FilledText:
    cleaned = FilledText(clean_line(text.subject), clean_text(text.body))
    for name in ("subject", "body"):
        if not getattr(cleaned, name):
            raise RuleError("letter.text_missing", field=name)
    return cleaned


def _youngest(work: Work, today: dt.date) -> AgreementMatter:
    """Return what a sample is about: the youngest agreement, or an invented one."""
    known = work.agreements.all(AgreementFilter())
    if known:
        return agreement_matter(work, known[0].id, today)
    partners = work.partner_list.all(PartnerFilter(), today)
    key, name = (partners[0].contact_id, partners[0].name) if partners else (0, _INVENTED)
    return AgreementMatter(Agreement(0, NewAgreement(key, name, starts_on=today), name))


def _invented_contact(name: str) -> Contact:
    kind = ContactKind.ORGANISATION
    return Contact(0, NewContact(kind=kind, organisation_name=name))
