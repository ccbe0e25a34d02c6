"""What goes with receipts to their donors: letters in front of them, texts of e-mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.domain.member_papers import Letter
from coopdesk.domain.paper_people import LeftOutReason
from coopdesk.domain.receipt_snapshots import snapshot_from_json
from coopdesk.domain.reminders import Channel, LetterKind, NewLetter
from coopdesk.services.addressing import addresses_of, usable_email
from coopdesk.services.donor_letters import contacts_of
from coopdesk.services.donor_texts import DonorWriter, text_at
from coopdesk.services.paper_house import house_of
from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units, Work

_GONE = {LeftOutReason.DECEASED, LeftOutReason.NOT_ACTIVE}


class ReceiptLetters:
    """The letters to the donors of some receipts, one for each donor."""

    def __init__(self, work: Work, kept: Sequence[KeptReceipt], place: int = 0) -> None:
        """Fill the text of a place for every donor.

        Raises:
            RuleError: ``letter.no_such_text``, ``paper.no_association``.
        """
        self.house = house_of(work)
        self.by_donor = grouped(kept)
        content = text_at(work, DonorTextKind.COVER, place).content
        writer = DonorWriter(self.house, content)
        self._contacts = contacts_of(work, list(self.by_donor))
        self._found = addresses_of(work, list(self._contacts), NO_PROGRESS)
        self._gone = {one.contact_id for one in self._found.left_out if one.reason in _GONE}
        self.texts: dict[int, FilledText] = {
            donor_id: writer.cover(self._contacts.get(donor_id), own)
            for donor_id, own in self.by_donor.items()
        }

    def letter(self, donor_id: int) -> Letter:
        """Return the letter to a donor, to today's address or to that of the receipt."""
        text, first = self.texts[donor_id], self.by_donor[donor_id][0]
        addressee = self._found.addressees.get(donor_id)
        lines = addressee.lines if addressee is not None else postal_lines(first)
        return Letter(first.donor_name, lines, text.subject, text.body)

    def letters_before(self, kept: Sequence[KeptReceipt]) -> dict[int, Letter]:
        """Return the letters by the index of the first receipt of each donor."""
        first: dict[int, int] = {}
        for index, each in enumerate(kept):
            first.setdefault(each.donor_id, index)
        return {index: self.letter(donor_id) for donor_id, index in first.items()}

    def email(self, donor_id: int) -> str:
        """Return where an e-mail to a donor goes, empty if nowhere.

        Who was put away, or has died, gets a letter: somebody may still open it.
        """
        contact = self._contacts.get(donor_id)
        if contact is None or donor_id in self._gone:
            return ""
        email = contact.profile.email
        return email if usable_email(email) else ""


def grouped(kept: Sequence[KeptReceipt]) -> dict[int, list[KeptReceipt]]:
    """Return the receipts of each donor, where the first of them stood."""
    groups: dict[int, list[KeptReceipt]] = {}
    for each in kept:
        groups.setdefault(each.donor_id, []).append(each)
    return groups


def postal_lines(kept: KeptReceipt) -> tuple[str, ...]:
    """Return the address that a receipt bears, name first; empty without a town."""
    said = snapshot_from_json(kept.snapshot)
    if not said.donor_city or not any(said.donor_street):
        return ()
    name = f"{said.donor_first_name} {said.donor_last_name}".strip()
    town = f"{said.donor_postal_code} {said.donor_city}".strip()
    country = "" if said.donor_country == "FR" else said.donor_country
    lines = (name, *said.donor_street, town, country)
    return tuple(line for line in lines if line)


def note_covers(
    units: Units,
    today: dt.date,
    letters: ReceiptLetters,
    posted: Sequence[KeptReceipt],
    mailed: Sequence[KeptReceipt] = (),
) -> None:
    """Note in the time-lines the letters that went with receipts, as one operation."""
    if not posted and not mailed:
        return
    count = str(len(grouped([*posted, *mailed])))
    kind = LetterKind.COVER
    with units.write("donor_letter.covered", count=count) as work:
        known = work.letters.about_receipts(today, kind, [x.id for x in (*posted, *mailed)])
        work.letters.add(
            [
                NewLetter(
                    each.donor_id,
                    None,
                    kind,
                    channel,
                    letters.texts[each.donor_id].subject,
                    today,
                    receipt_id=each.id,
                )
                for channel, kept in ((Channel.POST, posted), (Channel.EMAIL, mailed))
                for each in kept
                if each.id not in known
            ]
        )
        work.commit()
