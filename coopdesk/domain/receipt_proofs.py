"""What a file that claims to be a receipt of ours proves to be."""

from __future__ import annotations

import difflib
import enum
import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.domain.money import Money

# What a page says more when it is a marked copy.
_MARK = re.compile(r"(?:DUPLICATA|ANNULÉ)\b.*")
_MOST_LINES = 600
_MOST_FINDINGS = 8
_MOST_SHOWN = 120


class Verified(enum.Enum):
    """What a file is.

    PRINTED: a print of several receipts, or of one behind its letter, that says the same.
    DOUBTFUL: the paper is ours, but our own entry of it, or a signature, does not hold.
    """

    AUTHENTIC = "authentic"
    DUPLICATE = "duplicate"
    VOIDED = "voided"
    PRINTED = "printed"
    MODIFIED = "modified"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that speaks against a file: a code of ``wording.receipt_proofs`` and values."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """A signature on a file: who, when, and whether all of it is as it was signed.

    ``is_intact`` is None when nothing here can tell: the extra ``sign`` is not installed.
    """

    signer: str = ""
    signed_on: dt.date | None = None
    is_intact: bool | None = None


@dataclass(frozen=True, slots=True)
class ProvenReceipt:
    """A receipt of ours that a file is, or says it is, and what speaks against it.

    ``pages`` are those of the file, from 1. ``voided_on`` and ``replaced_by`` tell what became
    of the receipt.
    """

    receipt_id: int
    number_text: str
    donor_name: str
    amount: Money
    issued_on: dt.date
    voided_on: dt.date | None = None
    replaced_by: str = ""
    pages: tuple[int, ...] = ()
    findings: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """What a file is, the receipts it holds, and what was found about the file itself.

    ``marked_on`` is the day of its mark.
    """

    outcome: Verified
    receipts: tuple[ProvenReceipt, ...] = ()
    findings: tuple[Doubt, ...] = ()
    marked_on: dt.date | None = None
    signature: PaperSignature | None = None

    @property
    def is_ours(self) -> bool:
        """Tell whether it may be relied upon as it is."""
        return self.outcome in {Verified.AUTHENTIC, Verified.DUPLICATE}


def page_lines(text: str) -> list[str]:
    """Return the lines of a page, spaces made plain, without what a mark adds."""
    lines = (" ".join(line.split()) for line in text.splitlines()[:_MOST_LINES])
    return [line for line in lines if line and not _MARK.fullmatch(line)]


def likeness(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Return which part of our lines another page has, 0 to 1."""
    known = set(theirs)
    return sum(line in known for line in ours) / max(len(ours), 1)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """How the fields of a receipt read on its paper, to name what was changed."""

    number: str
    amounts: tuple[str, ...]
    donor: tuple[str, ...]
    days: tuple[str, ...]

    def field_of(self, line: str) -> str:
        """Return which field a line of the paper holds: amount, donor, day, number or words."""
        for name, words in (
            ("amount", self.amounts),
            ("donor", self.donor),
            ("day", self.days),
            ("number", (self.number,)),
        ):
            if any(word and word in line for word in words):
                return name
        return "words"


def differences(
    ours: Sequence[str], theirs: Sequence[str], known: KnownWords
) -> tuple[Doubt, ...]:
    """Say what differs between a paper and what came back, line by line."""
    found = itertools.islice(_differences(ours, theirs, known), _MOST_FINDINGS)
    return tuple(found)


def _differences(
    ours: Sequence[str], theirs: Sequence[str], known: KnownWords
) -> Iterator[Doubt]:
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for said, instead in itertools.zip_longest(ours[a:b], theirs[c:d], fillvalue=""):
            code = f"proof.{known.field_of(said or instead)}_differs"
            values = {"ours": said[:_MOST_SHOWN], "theirs": instead[:_MOST_SHOWN]}
            yield Doubt(code, values)
