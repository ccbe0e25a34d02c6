"""What goes with receipts to their donors: letters in front of them, texts of e-mails."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.domain.member_papers import Letter
from coopdesk.domain.paper_people import LeftOutReason
from coopdesk.domain.receipt_snapshots import snapshot_from_json
from coopdesk.domain.reminders import Channel, LetterKind, NewLetter
from coopdesk.services.addressing import Addressing, addresses_of, usable_email
from coopdesk.services.donor_letters import contacts_of
from coopdesk.services.donor_texts import DONOR_TEXTS, DonorWriter
from coopdesk.services.paper_house import house_of
from coopdesk.services.paper_runs import BATCH
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.wording.formats import country_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units

_GONE = {LeftOutReason.DECEASED, LeftOutReason.NOT_ACTIVE}


class ReceiptLetters(Mapping[int, Letter]):
    """The letters to the donors of some receipts, by who they are to; one for each donor.

    Letters are made when they are asked for, and donors read some hundred at a time: thousands
    of letters take little memory where they are drawn one after the other.
    """

    def __init__(self, units: Units, kept: Sequence[KeptReceipt], place: int = 0) -> None:
        """Read the text of a place.

        Raises:
            RuleError: ``letter.no_such_text``, ``paper.no_association``.
        """
        self._units = units
        with units.read() as work:
            self.house = house_of(work)
            content = DONOR_TEXTS.at(work, DonorTextKind.COVER, place).content
        self.by_donor = grouped(kept)
        self.subjects: dict[int, str] = {}
        self._writer = DonorWriter(self.house, content)
        self._places = {donor_id: place for place, donor_id in enumerate(self.by_donor)}
        self._contacts: dict[int, Contact] = {}
        self._addresses = Addressing()
        self._gone: set[int] = set()

    @override
    def __len__(self) -> int:
        return len(self.by_donor)

    @override
    def __iter__(self) -> Iterator[int]:
        return iter(self.by_donor)

    @override
    def __getitem__(self, donor_id: int) -> Letter:
        """Return the letter to a donor, to today's address or to that of the receipt."""
        text, first = self.text(donor_id), self.by_donor[donor_id][0]
        addressee = self._addresses.addressees.get(donor_id)
        lines = addressee.lines if addressee is not None else postal_lines(first)
        return Letter(first.donor_name, lines, text.subject, text.body)

    def text(self, donor_id: int) -> FilledText:
        """Return what a donor is written; its subject is remembered."""
        text = self._writer.cover(self._contact(donor_id), self.by_donor[donor_id])
        self.subjects[donor_id] = text.subject
        return text

    def in_front(self, kept: Sequence[KeptReceipt]) -> Mapping[int, Letter]:
        """Return the letters by the index of the first receipt of each donor."""
        first: dict[int, int] = {}
        for index, each in enumerate(kept):
            first.setdefault(each.donor_id, index)
        return _InFront(self, {index: donor_id for donor_id, index in first.items()})

    def email(self, donor_id: int) -> str:
        """Return where an e-mail to a donor goes, empty if nowhere.

        Who was put away, or has died, gets a letter: somebody may still open it.
        """
        contact = self._contact(donor_id)
        if contact is None or donor_id in self._gone:
            return ""
        email = contact.profile.email
        return email if usable_email(email) else ""

    def _contact(self, donor_id: int) -> Contact | None:
        """Return a donor; those that follow are read with the first that was not."""
        if donor_id not in self._contacts:
            start = self._places[donor_id]
            ids = list(itertools.islice(self._places, start, start + BATCH))
            with self._units.read() as work:
                self._contacts = contacts_of(work, ids)
                self._addresses = addresses_of(work, list(self._contacts), NO_PROGRESS)
            left_out = self._addresses.left_out
            self._gone = {one.contact_id for one in left_out if one.reason in _GONE}
        return self._contacts.get(donor_id)


class _InFront(Mapping[int, Letter]):
    """Letters by the index of what follows them."""

    def __init__(self, letters: ReceiptLetters, donors: Mapping[int, int]) -> None:
        self._letters = letters
        self._donors = donors

    @override
    def __len__(self) -> int:
        return len(self._donors)

    @override
    def __iter__(self) -> Iterator[int]:
        return iter(self._donors)

    @override
    def __contains__(self, index: object) -> bool:
        return index in self._donors

    @override
    def __getitem__(self, index: int) -> Letter:
        return self._letters[self._donors[index]]


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
    abroad = said.donor_country not in {"", "FR"}
    country = country_text(said.donor_country, "fr").upper() if abroad else ""
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
                    letters.subjects[each.donor_id],
                    today,
                    receipt_id=each.id,
                )
                for channel, kept in ((Channel.POST, posted), (Channel.EMAIL, mailed))
                for each in kept
                if each.id not in known
            ]
        )
        work.commit()
