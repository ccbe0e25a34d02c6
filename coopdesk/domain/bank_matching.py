"""Bank lines and what they are matched with: what is proposed, why, and what was done."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.bank_creations import Creation
    from coopdesk.domain.bank_statements import LineNature
    from coopdesk.domain.payments import PaymentMode

# From this score on, and this far ahead of the next, a proposal is accepted without a person.
SURE = 90
LEAD = 10


class TargetKind(enum.Enum):
    """What a line is matched with: an entry of the books, or a payment that has none yet."""

    ENTRY = "entry"
    PAYMENT = "payment"


class TargetRef(NamedTuple):
    """Names a target; ``amount`` is the part of it that is meant, all that is left if None."""

    kind: TargetKind
    id: int
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """An entry or a payment that a line may be matched with.

    ``amount`` is what is left of it, signed as the bank would: above zero comes in. ``gross``
    is what was paid where a platform kept a fee of it. ``through`` is the account on which
    the money waits before the bank has it (cheques 5112, platforms 517): matching makes the
    entry that takes it to the bank. ``account`` names what it was for, ``references`` all
    numbers that the bank may repeat. ``lot`` is what came together (a payout), ``origin`` the
    platform that collected it, ``paid_out_on`` the day on which it sent the money.
    """

    kind: TargetKind
    id: int
    amount: Money
    day: dt.date
    label: str
    contact_id: int | None = None
    contact_name: str = ""
    mode: PaymentMode | None = None
    references: tuple[str, ...] = ()
    lot: str = ""
    origin: str = ""
    through: str = ""
    account: str = ""
    account_label: str = ""
    number: int | None = None
    gross: Money | None = None
    is_draft: bool = False
    paid_out_on: dt.date | None = None

    @property
    def moved_on(self) -> dt.date:
        """The day that the bank's own lies near."""
        return self.paid_out_on or self.day

    @property
    def ref(self) -> TargetRef:
        """How it is named."""
        return TargetRef(self.kind, self.id, self.amount)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A line of a statement of which something is left to match: ``amount``, signed.

    ``is_rest`` tells that a part of it is matched already.
    """

    id: int
    bank_account_id: int
    booked_on: dt.date
    amount: Money
    label: str
    value_on: dt.date | None = None
    nature: LineNature | None = None
    counterparty: str = ""
    payment_ref: str = ""
    cheque: str = ""
    contact_id: int | None = None
    contact_name: str = ""
    is_rest: bool = False


class MatchKind(enum.Enum):
    """How lines and targets belong together.

    EXACT is one to one, GROUP several targets in one line (payout, cheques, card takings),
    SPLIT one target in several lines. TRANSFER goes to another account of money, RULE makes an
    entry, SET_ASIDE leaves lines out of the books.
    """

    EXACT = "exact"
    GROUP = "group"
    SPLIT = "split"
    TRANSFER = "transfer"
    RULE = "rule"
    SET_ASIDE = "set_aside"


class ReasonCode(enum.Enum):
    """Why something is proposed; the values of each stand beside it."""

    SAME_AMOUNT = "same_amount"  # amount
    SUM = "sum"  # count, amount
    PART_OF = "part_of"  # amount: one instalment of something larger
    PARTS = "parts"  # count, amount: several lines add up to it
    SAME_DAY = "same_day"
    DAYS_APART = "days_apart"  # days, above zero when the bank is later
    NAME = "name"  # name
    REFERENCE = "reference"  # reference
    CHEQUE = "cheque"  # number
    WORDS = "words"  # words
    MODE = "mode"  # mode (PaymentMode)
    OTHER_MODE = "other_mode"  # mode: speaks against it
    ONLY_ONE = "only_one"  # nothing else of this amount in these days
    AMONG = "among"  # count of others of this amount: speaks against it
    ALIKE = "alike"  # others of an amount of the group stay behind: speaks against it
    SAME_LOT = "same_lot"  # lot: one payout, one deposit
    SAME_DAYS = "same_days"  # first, last: all that was paid between two days
    ALL_WAITING = "all_waiting"  # account: everything that waits there
    OTHER_ACCOUNT = "other_account"  # name: the other account has the contrary
    OWN_NAME = "own_name"  # name: of an account of ours
    RULE = "rule"  # words
    HABIT = "habit"  # words, count: so was it done before
    USUAL = "usual"  # words: what such words usually mean
    NATURE = "nature"  # nature (LineNature)
    CANCELS = "cancels"  # two lines undo each other


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: a code with the values that its sentence names."""

    code: ReasonCode
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line may be, with how sure that is: ``score`` 0–100, ``lead`` over the next.

    ``others`` are further lines that it takes along. ``creation`` is what is made first, None
    where all is there. ``rule_id`` is the rule that says so.
    """

    line_id: int
    kind: MatchKind
    score: int
    reasons: tuple[Reason, ...]
    targets: tuple[Target, ...] = ()
    others: tuple[int, ...] = ()
    creation: Creation | None = None
    rule_id: int | None = None
    lead: int = 100

    @property
    def line_ids(self) -> tuple[int, ...]:
        """All lines that it settles, its own first."""
        return (self.line_id, *self.others)

    @property
    def is_sure(self) -> bool:
        """Whether it is accepted without a person: surely right and clearly ahead."""
        return self.score >= SURE and self.lead >= LEAD

    @property
    def amount(self) -> Money:
        """What the targets add up to."""
        return total(each.amount for each in self.targets)


class MadeBy(enum.Enum):
    """Who matched: a person's choice, a rule, or a proposal that was accepted."""

    PERSON = "person"
    RULE = "rule"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Match:
    """What a line, or ``amount`` of it, is matched with; ``target`` says what that is."""

    id: int
    line_id: int
    target: Target
    amount: Money
    made_by: MadeBy
    score: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchDone:
    """What matching did: the lines it settled, the entries and payments made for that."""

    line_ids: tuple[int, ...]
    amount: Money = ZERO
    entry_ids: tuple[int, ...] = ()
    payment_ids: tuple[int, ...] = ()
    left: Money = ZERO
    rule_id: int | None = None


@dataclass(frozen=True, slots=True)
class AutoDone:
    """What matching by itself did, or would do (``proposals``): all of them are sure.

    ``amount`` adds up what moved, in and out; ``left`` lines still wait for a person, of
    which ``proposed`` have a proposal.
    """

    matched: int = 0
    amount: Money = ZERO
    created: int = 0
    left: int = 0
    proposed: int = 0
    proposals: tuple[Proposal, ...] = ()
