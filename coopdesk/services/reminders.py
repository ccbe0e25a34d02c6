"""Use cases around reminders: who is due one, letters by post, drafts of e-mails.

A reminder is the affair of the member alone, founded on the membership (legal_fr PR-2): who
refused the newsletter still gets it. A list of addresses is for a message to all, which is
news: whoever refused is not on it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents.letters_pdf import draw_letters, is_printable
from coopdesk.domain.label_formats import one_per_household
from coopdesk.domain.letter_templates import FilledText
from coopdesk.domain.member_papers import Letter, LetterRun
from coopdesk.domain.paper_people import LeftOut, LeftOutReason
from coopdesk.domain.reminders import (
    Channel,
    LetterKind,
    NewLetter,
    ReminderFilter,
    ReminderJudge,
    ReminderLine,
    wanted_line,
)
from coopdesk.exchange.eml import Mailbox, bcc_list
from coopdesk.services.addressing import addresses_of, refusing_news, usable_email
from coopdesk.services.email_drafts import DraftMaker, draft_name, save_drafts
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.paper_runs import PaperRun, nobody_left
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.reminder_letters import (
    ReminderText,
    ReminderWriter,
    by_email,
    by_household,
    texts_of,
)
from coopdesk.services.reminder_texts import ReminderTexts, template_at, templates_in
from coopdesk.services.saving import save

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.domain.reminders import DueMembership
    from coopdesk.services.addressing import Addressing
    from coopdesk.storage.unit_of_work import Work

ADDRESS_FILE = "adresses.txt"


@dataclass(frozen=True, slots=True)
class EmailRun:
    """Drafts that were written into a folder, and the list of addresses beside them.

    ``addresses`` is None when nobody may be on it; ``not_listed`` are those with a draft of
    their own who are not on the list.
    """

    folder: Path
    drafts: tuple[Path, ...]
    addresses: Path | None
    left_out: tuple[LeftOut, ...] = ()
    not_listed: tuple[LeftOut, ...] = ()


class ReminderService(ReminderTexts):
    """Say who is to be reminded, and write to them."""

    def due(self, wanted: ReminderFilter | None = None) -> list[ReminderLine]:
        """Return who is due a reminder today, in the order of names."""
        wanted, today = wanted or ReminderFilter(), self._today()
        earliest = today - dt.timedelta(days=wanted.at_most)
        with self._units.read() as work:
            soon = today + dt.timedelta(days=work.member_rules.get().renewal_days)
            found = work.reminders.due_between(earliest, today, soon)
            lines = self._judged(work, found)
        types = set(wanted.type_ids)
        kinds = {each.id: each.type_id for each in found}
        return [
            line
            for line in lines
            if wanted_line(line, wanted, today)
            and (not types or kinds[line.membership_id] in types)
        ]

    def _judged(self, work: Work, found: Sequence[DueMembership]) -> list[ReminderLine]:
        rules = work.member_rules.get()
        last_degree = len(templates_in(work)) - 1
        judge = ReminderJudge(self._today(), rules.renewal_days, last_degree)
        types = {one.id: one.content for one in work.membership_types.all()}
        judged = (judge.line(each, types[each.type_id]) for each in found)
        return [line for line in judged if line is not None]

    def unposted(self, contact_ids: Sequence[int]) -> frozenset[int]:
        """Return those of some contacts to whom no letter can go: no whole address, say.

        Raises:
            NotFoundError: one of the contacts is gone.
        """
        with self._units.read() as work:
            found = addresses_of(work, list(dict.fromkeys(contact_ids)), NO_PROGRESS)
        return frozenset(one.contact_id for one in found.left_out)

    def preview(
        self, degree: int, membership_ids: Sequence[int], *, by_post: bool = True
    ) -> list[ReminderText]:
        """Return the texts that would be written; changes nothing.

        Raises:
            RuleError: ``letter.no_such_degree``, ``paper.no_association``.
        """
        with self._units.read() as work:
            lines, _left_out = self._lines(work, membership_ids)
            return self._texts(work, degree, lines, by_post=by_post)

    def write_letters(
        self,
        degree: int,
        membership_ids: Sequence[int],
        path: Path,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[PaperRun]:
        """Write the letters of a degree as one PDF, one for each household, and note them.

        They are noted in the time-lines once the file is written, as one operation; a second
        time on the same day is not noted again. A name that no font holds is left out and said:
        it must not hold the others up.

        Raises:
            RuleError: ``letter.nothing``, ``letter.nobody``, ``letter.no_such_degree``,
                ``paper.unprintable_character`` or ``image.unreadable``.
            ExternalError: the disk or the folder is in the way; nothing is noted.
        """
        with self._units.read() as work:
            lines, left_out = self._lines(work, membership_ids)
            people = list(dict.fromkeys(line.contact_id for line in lines))
            addressing = addresses_of(work, people, NO_PROGRESS)
            posted = [line for line in lines if line.contact_id in addressing.addressees]
            texts = self._texts(work, degree, posted, by_post=True)
            house = house_of(work)
        if not texts:
            raise nobody_left((*left_out, *addressing.left_out), "letter.nothing")
        letters, odd = _printable([(text, _letter(text, addressing)) for text in texts])
        texts = list(letters)
        run_of = LetterRun(house, self._today(), tuple(letters.values()))
        pdf = draw_letters(run_of, progress.advance)
        run = PaperRun(
            save(path, pdf),
            len(letters),
            (*left_out, *addressing.left_out, *odd),
            tuple(addressing.shortened),
        )
        self._note(degree, Channel.POST, texts)
        return changed(run, Subject.MEMBERS, Subject.CONTACTS)

    def write_emails(
        self,
        degree: int,
        membership_ids: Sequence[int],
        folder: Path,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[EmailRun]:
        """Write a draft for each e-mail address into a folder, and note them as letters.

        Whole files only, the same names when it is repeated; a cancel between two notes
        nothing. Beside them stands the list of addresses for one message to all, without those
        who refused the newsletter.

        Raises:
            RuleError: ``email.nobody``, ``letter.nobody``, ``email.no_sender``,
                ``letter.no_such_degree``.
            ExternalError: the disk or the folder is in the way; nothing is noted.
        """
        with self._units.read() as work:
            house = house_of(work)
            lines, left_out = self._lines(work, membership_ids)
            mailed = [line for line in lines if usable_email(line.email)]
            texts = self._texts(work, degree, mailed, by_post=False)
            off = refusing_news(work, {line.contact_id: line.email for line in mailed})
        if not texts:
            raise nobody_left((*left_out, *_without_email(lines)), "email.nobody")
        maker = DraftMaker(house, self._units.now().astimezone())
        drafts = [
            (
                draft_name(text.lines[0].membership_id, text.name),
                maker.draft(
                    Mailbox(text.name, text.email), FilledText(text.subject, text.body)
                ),
            )
            for text in texts
        ]
        refused = [line for line in mailed if line.contact_id in off]
        listed = bcc_list(x.email for x in mailed if x.contact_id not in off)
        run = EmailRun(
            folder,
            save_drafts(folder, drafts, len(drafts), progress),
            save(folder / ADDRESS_FILE, f"{listed}\n".encode()) if listed else None,
            (*left_out, *_without_email(lines)),
            _people(refused, LeftOutReason.REFUSES_NEWS),
        )
        self._note(degree, Channel.EMAIL, texts)
        return changed(run, Subject.MEMBERS, Subject.CONTACTS)

    def _lines(
        self, work: Work, membership_ids: Sequence[int]
    ) -> tuple[list[ReminderLine], tuple[LeftOut, ...]]:
        """Return what is still due of memberships, and those of which nothing is."""
        ids = list(dict.fromkeys(membership_ids))
        lines = self._judged(work, work.reminders.due_of(ids, self._today()))
        due = {line.membership_id for line in lines}
        rules = work.member_rules.get()
        settled = work.membership_lists.lines(
            [key for key in ids if key not in due], rules, self._today()
        )
        return lines, tuple(
            LeftOut(each.contact_id, each.name, LeftOutReason.NOT_DUE) for each in settled
        )

    def _texts(
        self, work: Work, degree: int, lines: Sequence[ReminderLine], *, by_post: bool
    ) -> list[ReminderText]:
        template = template_at(templates_in(work), degree).content
        people = list(dict.fromkeys(line.contact_id for line in lines))
        contacts = {
            contact.id: contact
            for start in range(0, len(people), 400)
            for contact in work.contacts.get_many(people[start : start + 400])
        }
        homes = [x.household_id for x in contacts.values() if x.household_id is not None]
        writer = ReminderWriter(
            house_of(work), template, contacts, work.standings.household_names(homes)
        )
        return texts_of(lines, by_household if by_post else by_email, writer.write)

    def _note(self, degree: int, channel: Channel, texts: Sequence[ReminderText]) -> None:
        """Note letters that were written in the time-lines of those whom they are for."""
        today = self._today()
        kind = LetterKind.REMINDER if degree else LetterKind.RENEWAL
        label = "reminder.posted" if channel is Channel.POST else "reminder.mailed"
        with self._units.write(label, count=str(len(texts))) as work:
            ids = [line.membership_id for text in texts for line in text.lines]
            known = work.letters.made_on(today, kind, channel, ids)
            work.letters.add(
                [
                    NewLetter(
                        line.contact_id, line.membership_id, kind, channel, text.subject, today
                    )
                    for text in texts
                    for line in text.lines
                    if line.membership_id not in known
                ]
            )
            work.commit()


def _letter(text: ReminderText, addressing: Addressing) -> Letter:
    addressees = [addressing.addressees[key] for key in text.contact_ids]
    (envelope,) = one_per_household(addressees)
    return Letter(text.name, envelope.lines, text.subject, text.body)


def _printable(
    letters: Sequence[tuple[ReminderText, Letter]],
) -> tuple[dict[ReminderText, Letter], tuple[LeftOut, ...]]:
    """Return the letters that can be printed, and whose cannot; all of them if none can."""
    odd = [(text, letter) for text, letter in letters if not is_printable(letter)]
    if len(odd) == len(letters):
        return dict(letters), ()  # refused when they are drawn, with the character
    lines = [line for text, _letter in odd for line in text.lines]
    told = [text for text, _letter in odd]
    kept = {text: letter for text, letter in letters if text not in told}
    return kept, _people(lines, LeftOutReason.UNPRINTABLE)


def _without_email(lines: Sequence[ReminderLine]) -> tuple[LeftOut, ...]:
    without = [line for line in lines if not line.email]
    wrong = [line for line in lines if line.email and not usable_email(line.email)]
    return (
        *_people(without, LeftOutReason.NO_EMAIL),
        *_people(wrong, LeftOutReason.WRONG_EMAIL),
    )


def _people(lines: Sequence[ReminderLine], reason: LeftOutReason) -> tuple[LeftOut, ...]:
    named = {line.contact_id: line.name for line in lines}
    return tuple(LeftOut(key, name, reason) for key, name in named.items())
