"""The file of accounting entries (FEC): its columns, its cells, its name (LPF art. A47 A-1)."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.imports import Problem
    from coopdesk.domain.money import Money

FEC_COLUMNS = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)

# What would part columns or records, and the blanks that no reader of the tax office takes.
_FORBIDDEN = re.compile(r"[\t|\r\n\u00a0\u202f\u2007\ufeff\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FIGURES = re.compile(r"\d*")
_NO_VOUCHER = "ECRITURE-"
_NO_VOUCHER_REF = re.compile(rf"(?:{_NO_VOUCHER})?(.*)", re.IGNORECASE)


class FecSeparator(enum.Enum):
    """What parts the columns: the text allows these two only."""

    TAB = "tab"
    PIPE = "pipe"

    @property
    def character(self) -> str:
        """The character itself."""
        return "\t" if self is FecSeparator.TAB else "|"


class FecCharset(enum.Enum):
    """How letters become bytes."""

    UTF_8 = "utf-8"
    ISO_8859_15 = "iso-8859-15"


@dataclass(frozen=True, slots=True)
class FecStyle:
    """How a file is written."""

    separator: FecSeparator = FecSeparator.TAB
    charset: FecCharset = FecCharset.UTF_8


class FecLine(NamedTuple):
    """A line of a validated entry, as the books have it; ``number`` is that of the entry.

    ``party_number`` and ``party_name`` are of the third party; empty without one.
    """

    number: int
    journal_code: str
    journal_name: str
    entry_on: dt.date
    account: str
    account_label: str
    party_number: str
    party_name: str
    voucher_ref: str
    voucher_on: dt.date
    label: str
    debit: Money
    credit: Money
    matching: str
    matched_on: dt.date | None
    validated_on: dt.date


@dataclass(frozen=True, slots=True)
class FecFigures:
    """What a file holds that was written under a name.

    ``drafts`` counts the entries left out because nobody validated them; ``warnings`` say
    what the law would want otherwise.
    """

    name: str
    entries: int
    lines: int
    debit: Money
    credit: Money
    drafts: int = 0
    warnings: tuple[Problem, ...] = ()


def fec_text(text: str) -> str:
    """Return text as a cell takes it: one line, no tab, bar, no-break space or control."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())


def fec_account(number: str) -> str:
    """Return the number of an account so that it begins with three figures: 53 is 530."""
    found = _FIGURES.match(number)
    figures = found.group() if found else ""
    return figures.ljust(3, "0") + number[len(figures) :]


def fec_day(day: dt.date | None) -> str:
    """Return a day as ``20261231``, empty for none."""
    return "" if day is None else f"{day:%Y%m%d}"


def fec_amount(amount: Money) -> str:
    """Return an amount with a decimal comma and nothing between thousands: ``1234,50``."""
    sign = "-" if amount.cents < 0 else ""
    euros, cents = divmod(abs(amount.cents), 100)
    return f"{sign}{euros},{cents:02d}"


def fec_voucher(reference: str, number: str) -> str:
    """Return a reference that is never blank: ``ECRITURE-12`` when entry 12 has none."""
    return fec_text(reference) or f"{_NO_VOUCHER}{number}"


def names_no_voucher(reference: str, number: str) -> bool:
    """Tell whether a reference only repeats the number of its entry, as for want of one."""
    found = _NO_VOUCHER_REF.fullmatch(reference)
    return found is not None and found[1] == number


def fec_cells(line: FecLine) -> tuple[str, ...]:
    """Return the eighteen cells of a line; none that the law wants is empty."""
    number = str(line.number)
    return (
        fec_text(line.journal_code),
        fec_text(line.journal_name),
        number,
        fec_day(line.entry_on),
        fec_account(line.account),
        fec_text(line.account_label),
        fec_text(line.party_number),
        fec_text(line.party_name),
        fec_voucher(line.voucher_ref, number),
        fec_day(line.voucher_on),
        fec_text(line.label) or number,
        fec_amount(line.debit),
        fec_amount(line.credit),
        line.matching,
        fec_day(line.matched_on),
        fec_day(line.validated_on),
        "",
        "",
    )


def fec_file_name(siren: str, ends_on: dt.date) -> str:
    """Return ``SirenFECAAAAMMJJ.txt``, of the closing day, or say that the SIREN lacks."""
    return f"{siren or 'SANS-SIREN-'}FEC{ends_on:%Y%m%d}.txt"
