"""What the papers of members say: frozen records that services fill and documents draw."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import Civility
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.association import Association, StoredImage
    from coopdesk.domain.members import Period


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One member card; the number is also its QR code."""

    number: str
    name: str
    type_name: str
    period: Period
    college: str = ""
    photo: StoredImage | None = None


@dataclass(frozen=True, slots=True)
class MemberListRow:
    """One line of the member list; ``status`` is in words. Empty columns are left out."""

    number: str
    name: str
    type_name: str
    status: str
    period: Period
    town: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class MemberList:
    """A member list: ``selection`` is the filter in plain words."""

    association: Association
    made_on: dt.date
    selection: str
    rows: tuple[MemberListRow, ...]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One member who may attend; ``votes`` is None where nobody counts votes.

    ``represented_by`` and ``proxies`` (powers held) are printed when they are known already.
    """

    number: str
    name: str
    college: str = ""
    votes: int | None = 1
    represented_by: str = ""
    proxies: int = 0


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """The list to sign at an assembly; ``assembly`` names it, ``place`` may be empty."""

    association: Association
    assembly: str
    held_on: dt.date
    rows: tuple[AttendanceRow, ...]
    place: str = ""
    hour: str = ""


@dataclass(frozen=True, slots=True)
class MembershipCertificate:
    """Says that somebody is a member for a period; ``lines`` is the postal address.

    ``paid`` and ``paid_on`` tell the fee once it is paid.
    """

    association: Association
    issued_on: dt.date
    name: str
    period: Period
    civility: Civility = Civility.NONE
    lines: tuple[str, ...] = ()
    number: str = ""
    type_name: str = ""
    college: str = ""
    paid: Money = ZERO
    paid_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ShareCertificate:
    """Says how many cooperative shares somebody holds on a day: capital, never a gift (GV-10).

    ``nominal`` is the value of one share.
    """

    association: Association
    issued_on: dt.date
    held_on: dt.date
    name: str
    shares: int
    nominal: Money
    civility: Civility = Civility.NONE
    lines: tuple[str, ...] = ()
    number: str = ""
    college: str = ""

    @property
    def amount(self) -> Money:
        """What the shares are worth at their nominal value."""
        return Money(self.shares * self.nominal.cents)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the register of shares; ``kind`` is already in words.

    ``shares`` is below zero when shares leave; ``balance`` is what the holder has afterwards.
    """

    number: int
    moved_on: dt.date
    name: str
    kind: str
    shares: int
    nominal: Money
    balance: int
    member_number: str = ""

    @property
    def amount(self) -> Money:
        """What moves, at the nominal value."""
        return Money(self.shares * self.nominal.cents)


@dataclass(frozen=True, slots=True)
class ShareRegister:
    """The register of the movements of shares, in order of their numbers.

    ``opening_shares`` and ``opening_capital`` are what came before the first line shown.
    """

    association: Association
    made_on: dt.date
    movements: tuple[RegisterLine, ...]
    opening_shares: int = 0
    opening_capital: Money = ZERO


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: the postal lines for the window, and the text with its values filled in.

    Paragraphs of ``body`` are parted by empty lines; line breaks within one are kept.
    """

    name: str
    lines: tuple[str, ...]
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class LetterRun:
    """Letters printed together; each starts on a page of its own."""

    association: Association
    written_on: dt.date
    letters: tuple[Letter, ...]


def counted(words: Iterable[str]) -> list[tuple[str, int]]:
    """Count equal words, the most frequent first; the empty word is counted too."""
    found = Counter(words)
    return sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
