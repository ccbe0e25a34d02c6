"""Use cases around letters to donors: their texts, thanks, and who was not thanked yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.documents.letters_pdf import draw_letters, is_printable
from coopdesk.domain.donor_letters import DonorTextKind, GiftToThank
from coopdesk.domain.member_papers import Letter, LetterRun
from coopdesk.domain.money import Money
from coopdesk.domain.paper_people import LeftOut, LeftOutReason
from coopdesk.domain.reminders import Channel, LetterKind, NewLetter
from coopdesk.exchange.eml import Mailbox
from coopdesk.services.addressing import addresses_of, gone_among, usable_email
from coopdesk.services.donor_texts import DONOR_TEXTS, DonorWriter
from coopdesk.services.email_drafts import DraftMaker, draft_name, save_drafts
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.own_texts import OwnTexts
from coopdesk.services.paper_house import house_of
from coopdesk.services.paper_runs import PaperRun, nobody_left
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.reminders import EmailRun
from coopdesk.services.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.letter_templates import FilledText, LetterTemplate
    from coopdesk.storage.unit_of_work import Units, Work

_MOST_LISTED = 5_000
_BATCH = 400


@dataclass(frozen=True, slots=True)
class DonorMail:
    """What one donor is written: the gifts it is about, and the text."""

    donor_id: int
    name: str
    email: str
    gifts: tuple[GiftToThank, ...]
    text: FilledText


class DonorLetterService(OwnTexts[DonorTextKind]):
    """Read and change the texts to donors, and thank donors for gifts."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        super().__init__(units, today, DONOR_TEXTS)

    def sample(self, kind: DonorTextKind, content: LetterTemplate) -> DonorMail:
        """Return how a text reads for the last donor, or for an invented one.

        Raises:
            RuleError: ``letter.unknown_blank``, ``letter.text_missing``,
                ``paper.no_association``.
        """
        cleaned = DONOR_TEXTS.kinds[kind].checked(content)
        with self._units.read() as work:
            writer = DonorWriter(house_of(work), cleaned)
            if kind is DonorTextKind.COVER and (last := work.receipt_papers.latest()):
                contact = work.contacts.get(last.donor_id)
                text = writer.cover(contact, [last])
                return DonorMail(last.donor_id, last.donor_name, "", (), text)
            gift = work.donor_letters.latest() or self._invented()
            found = work.contacts.get(gift.donor_id) if gift.donor_id else None
            text = writer.thanks(found, [gift])
        return DonorMail(gift.donor_id, gift.donor_name, gift.email, (gift,), text)

    def _invented(self) -> GiftToThank:
        day, amount = self._today(), Money(5_000)
        return GiftToThank(0, 0, "Élodie Lefèvre", "", day, amount, "", amount)

    # thanks

    def unthanked(self, since: dt.date | None = None) -> list[GiftToThank]:
        """Return the gifts since a day that nobody was thanked for, newest first.

        Without a day: since a year ago. Gifts that went back, anonymous ones and fees are not
        among them.
        """
        first = since or self._today() - dt.timedelta(days=365)
        with self._units.read() as work:
            return work.donor_letters.unthanked(first, _MOST_LISTED)

    def gifts(self, donation_ids: Sequence[int]) -> list[GiftToThank]:
        """Return gifts as letters name them, by donor; those that cannot be thanked for not."""
        with self._units.read() as work:
            return work.donor_letters.gifts(list(dict.fromkeys(donation_ids)))

    def gone(self, donor_ids: Sequence[int]) -> frozenset[int]:
        """Return those of some donors who are written to no more.

        Raises:
            NotFoundError: one of the contacts is gone.
        """
        with self._units.read() as work:
            return frozenset(gone_among(work, list(dict.fromkeys(donor_ids))))

    def preview(self, place: int, donation_ids: Sequence[int]) -> list[DonorMail]:
        """Return the thanks that would be written, one for each donor; changes nothing.

        Raises:
            RuleError: ``letter.no_such_text``, ``paper.no_association``.
        """
        with self._units.read() as work:
            return _mails(work, place, donation_ids)

    def write_thanks(
        self,
        place: int,
        donation_ids: Sequence[int],
        path: Path,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[PaperRun]:
        """Write letters of thanks as one PDF, one for each donor, and note them.

        They are noted once the file is written, as one operation; a second time on the same day
        is not noted again. A name that no font holds is left out and said: it must not hold the
        others up.

        Raises:
            RuleError: ``letter.no_gift``, ``letter.nobody``, ``letter.no_such_text``,
                ``paper.unprintable_character`` or ``image.unreadable``.
            ExternalError: the disk or the folder is in the way; nothing is noted.
        """
        with self._units.read() as work:
            mails = _mails(work, place, donation_ids)
            found = addresses_of(work, [mail.donor_id for mail in mails], NO_PROGRESS)
            house = house_of(work)
        posted = {
            mail.donor_id: Letter(
                mail.name,
                found.addressees[mail.donor_id].lines,
                mail.text.subject,
                mail.text.body,
            )
            for mail in mails
            if mail.donor_id in found.addressees
        }
        if not posted:
            raise nobody_left(found.left_out, "letter.no_gift")
        letters, odd = _printable(posted)
        run_of = LetterRun(house, self._today(), tuple(letters.values()))
        pdf = draw_letters(run_of, progress.advance)
        run = PaperRun(
            save(path, pdf), len(letters), (*found.left_out, *odd), tuple(found.shortened)
        )
        self._note([mail for mail in mails if mail.donor_id in letters], Channel.POST)
        return changed(run, Subject.DONATIONS, Subject.CONTACTS)

    def write_thank_emails(
        self,
        place: int,
        donation_ids: Sequence[int],
        folder: Path,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[EmailRun]:
        """Write a draft of thanks for each donor with an e-mail, and note them.

        Who has died or was put away gets none, as no letter.

        Raises:
            RuleError: ``letter.no_gift``, ``letter.nobody``, ``email.no_sender``,
                ``letter.no_such_text``.
            ExternalError: the disk or the folder is in the way; nothing is noted.
        """
        with self._units.read() as work:
            mails = _mails(work, place, donation_ids)
            gone = gone_among(work, [mail.donor_id for mail in mails])
            house = house_of(work)
        left_out = _unmailed(mails, gone)
        without = {one.contact_id for one in left_out}
        mailed = [mail for mail in mails if mail.donor_id not in without]
        if not mailed:
            raise nobody_left(left_out, "letter.no_gift")
        maker = DraftMaker(house, self._units.now().astimezone())
        drafts = [
            (
                draft_name(mail.gifts[0].donation_id, mail.name),
                maker.draft(Mailbox(mail.name, mail.email), mail.text),
            )
            for mail in mailed
        ]
        run = EmailRun(
            folder, save_drafts(folder, drafts, len(drafts), progress), None, left_out
        )
        self._note(mailed, Channel.EMAIL)
        return changed(run, Subject.DONATIONS, Subject.CONTACTS)

    def _note(self, mails: Sequence[DonorMail], channel: Channel) -> None:
        """Note thanks that were written in the time-lines of the donors."""
        today, kind = self._today(), LetterKind.THANKS
        label = "donor_letter.posted" if channel is Channel.POST else "donor_letter.mailed"
        with self._units.write(label, count=str(len(mails))) as work:
            ids = [gift.donation_id for mail in mails for gift in mail.gifts]
            known = work.letters.about_gifts(today, kind, ids)
            work.letters.add(
                [
                    NewLetter(
                        mail.donor_id,
                        None,
                        kind,
                        channel,
                        mail.text.subject,
                        today,
                        donation_id=gift.donation_id,
                    )
                    for mail in mails
                    for gift in mail.gifts
                    if gift.donation_id not in known
                ]
            )
            work.commit()


def _printable(letters: dict[int, Letter]) -> tuple[dict[int, Letter], tuple[LeftOut, ...]]:
    """Return the letters that can be printed, and whose cannot; all of them if none can."""
    printed = {key: letter for key, letter in letters.items() if is_printable(letter)}
    if not printed:
        return letters, ()  # refused when they are drawn, with the character
    return printed, tuple(
        LeftOut(key, letter.name, LeftOutReason.UNPRINTABLE)
        for key, letter in letters.items()
        if key not in printed
    )


def _unmailed(
    mails: Sequence[DonorMail], gone: Mapping[int, LeftOutReason]
) -> tuple[LeftOut, ...]:
    reasons = ((mail, gone.get(mail.donor_id) or _without_email(mail.email)) for mail in mails)
    return tuple(
        LeftOut(mail.donor_id, mail.name, reason)
        for mail, reason in reasons
        if reason is not None
    )


def _without_email(email: str) -> LeftOutReason | None:
    if usable_email(email):
        return None
    return LeftOutReason.WRONG_EMAIL if email else LeftOutReason.NO_EMAIL


def contacts_of(work: Work, ids: Sequence[int]) -> dict[int, Contact]:
    """Return contacts by their ids."""
    unique = list(dict.fromkeys(ids))
    return {
        contact.id: contact
        for start in range(0, len(unique), _BATCH)
        for contact in work.contacts.get_many(unique[start : start + _BATCH])
    }


def _mails(work: Work, place: int, donation_ids: Sequence[int]) -> list[DonorMail]:
    content = DONOR_TEXTS.at(work, DonorTextKind.THANKS, place).content
    writer = DonorWriter(house_of(work), content)
    gifts = work.donor_letters.gifts(list(dict.fromkeys(donation_ids)))
    contacts = contacts_of(work, [gift.donor_id for gift in gifts])
    return [
        DonorMail(
            donor_id,
            own[0].donor_name,
            own[0].email,
            tuple(own),
            writer.thanks(contacts.get(donor_id), own),
        )
        for donor_id, group in groupby(gifts, lambda gift: gift.donor_id)
        if (own := list(group))
    ]
