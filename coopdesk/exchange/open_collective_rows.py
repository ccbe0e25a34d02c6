"""One row of Open Collective's transactions, whatever columns the export has."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NAME_LIMIT
from coopdesk.domain.imports import Payer
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.open_collective import CONTRIBUTION, Transaction
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.text import clean_line, fold
from coopdesk.exchange.contact_addresses import AddressDraft
from coopdesk.exchange.contact_values import split_name
from coopdesk.exchange.contact_words import contact_words
from coopdesk.exchange.helloasso_payers import read_payer
from coopdesk.exchange.open_collective_layouts import AMOUNTS, DAYS, REFERENCES

if TYPE_CHECKING:
    from coopdesk.exchange.open_collective_words import OpenCollectiveWords
    from coopdesk.exchange.row_cells import RowCells

_LABEL_LIMIT = 200
_KIND_LIMIT = 60
_FEES = ("processor_fee", "platform_fee", "host_fee", "tax")
_NO_ADDRESS = PostalAddress()
_HAS_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d")
_LEGAL_AND_PUBLIC = re.compile(r"(.+) \((.+)\)")
# What may stand behind a name: « - Stamps », « (Gold) », nothing.
_TITLE = re.compile(r"(?: - (.+)| \((.+)\))?")
_REFUND = re.compile(r'Refund of "(.+)"')


class TransactionReader:
    """Reads the current row of ``cells``."""

    def __init__(self, cells: RowCells, words: OpenCollectiveWords) -> None:
        self._cells = cells
        self._words = words
        has = cells.header.positions
        self._day = next(field for field in DAYS if field in has)
        self._group = "group" if "group" in has else "short_group"
        pairs = [pair for pair in REFERENCES if pair[0] in has]
        self._own, self._other = next(
            (pair for pair in pairs if pair[1] in has), (pairs[0][0], "")
        )
        self._amounts = [field for field in AMOUNTS if field in has]

    def read(self) -> Transaction | None:
        """Return the transaction of the row, or None when it is refused."""
        cells = self._cells
        reference = cells.required(cells.reference, self._own)
        group = cells.required(cells.reference, self._group)
        kind = clean_line(cells.cell("kind"))[:_KIND_LIMIT]
        moved_on = self._moved_on()
        gross, fee = self._amount()
        currency = clean_line(cells.cell("currency")).upper()[:_KIND_LIMIT]
        if not currency:
            cells.refuse("row.missing_value", cells.header.label("currency"))
        name = _names(cells, "opposite_name")
        payer = self._payer(name)
        if cells.refused or moved_on is None:
            return None
        return Transaction(
            line=cells.line,
            raw=cells.raw(),
            reference=reference,
            group=group,
            kind=kind.upper(),
            moved_on=moved_on,
            gross=gross,
            fee=fee,
            currency=currency,
            payer=payer,
            mode=self._mode(),
            account=clean_line(cells.cell("account")),
            campaign=_names(cells, "account_name")[1][:_LABEL_LIMIT],
            label=self._label(kind.upper(), name),
            comment=self._comment(),
            is_fee=fold(kind) in self._words.fees,
            is_reverse=self._says("is_reverse", "is_refund"),
            is_reversed=self._says("is_reversed", "is_refunded"),
            other=cells.reference(self._other) if self._other else "",
            doubt=self._doubt(kind),
        )

    def _moved_on(self) -> dt.date | None:
        """Return the day in France: the platform writes the time of Greenwich."""
        cells = self._cells
        field = self._day if cells.cell(self._day).strip() else self._other_day()
        day: dt.date | None = cells.required(cells.day, field)
        text = cells.cell(field).strip()
        if day is None or not _HAS_TIME.match(text):
            return day
        try:
            return day_in_france(text)
        except ValueError:
            # A zone that there is not, such as +99:99.
            cells.refuse("date.impossible", cells.header.label(field), text=text[:40])
            return None

    def _other_day(self) -> str:
        """Return another column with a day: what is not cleared has no effective one."""
        filled = (field for field in DAYS if self._cells.cell(field).strip())
        return next(filled, self._day)

    def _amount(self) -> tuple[Money, Money]:
        """Return the gross amount and what was kept of it by columns of the row."""
        cells = self._cells
        fee = total(-cells.amount(field) for field in _FEES)
        gross = self._gross()
        if "net" not in self._amounts:
            return gross if gross is not None else ZERO, fee
        net = cells.amount("net")
        if not cells.cell("net").strip():
            cells.refuse("row.missing_value", cells.header.label("net"))
        # The difference tells more than columns of fees, which may have been left out.
        return (net + fee, fee) if gross is None else (gross, gross - net)

    def _gross(self) -> Money | None:
        cells = self._cells
        if "gross" in self._amounts and cells.cell("gross").strip():
            return cells.amount("gross")
        for field, sign in (("credit", 1), ("debit", -1)):
            if cells.cell(field).strip():
                return Money(sign * abs(cells.amount(field).cents))
        if "net" not in self._amounts:
            cells.refuse("row.missing_value", cells.header.label(self._amounts[0]))
        return None

    def _payer(self, names: tuple[str, str]) -> Payer:
        cells, words = self._cells, self._words
        handle = clean_line(cells.cell("opposite"))[:NAME_LIMIT]
        legal, public = names
        if _hides(handle, public, words):
            return Payer()
        if len(legal) > NAME_LIMIT:
            label = cells.header.label("opposite_name")
            cells.refuse("text.too_long", label, length=len(legal), limit=NAME_LIMIT)
            return Payer()
        told = read_payer(cells, {})
        payer = replace(told, address=self._address(), reference=handle)
        if fold(cells.cell("opposite_type")) in words.organisations:
            return replace(payer, organisation_name=legal or handle)
        last, first, _title = split_name(legal or handle, frozenset())
        return replace(payer, last_name=last, first_name=first)

    def _address(self) -> PostalAddress:
        cells = self._cells
        if not cells.cell("address").strip():
            return _NO_ADDRESS
        draft = AddressDraft()
        for field, name in (("address", "address"), ("country", "country")):
            text = cells.cell(field).strip()
            if text:
                draft.take(name, text, cells.header.label(field))
        found = draft.finish(contact_words().countries)
        for column, text, code, values in draft.wrong:
            cells.warn(code, column, **{"text": text[:40], **values})
        return found

    def _mode(self) -> PaymentMode:
        cells, modes = self._cells, self._words.modes
        for field in ("method", "payout_method", "processor"):
            mode = modes.get(fold(cells.cell(field).partition(":")[0]))
            if mode is not None:
                return mode
        return PaymentMode.OTHER

    def _label(self, kind: str, names: tuple[str, str]) -> str:
        """Return what a row is for, without who it is about: entries keep it for ever."""
        text = clean_line(self._cells.cell("description"))
        refund = _REFUND.fullmatch(text)
        return title_of(refund[1] if refund else text, names, only=kind == CONTRIBUTION)

    def _comment(self) -> str:
        cells = self._cells
        number = clean_line(cells.cell("contribution")) or clean_line(cells.cell("expense"))
        told = (clean_line(cells.cell("description")), clean_line(cells.cell("memo")))
        return "\n".join(x for x in (*told, f"#{number}" if number else "") if x)[:2_000]

    def _says(self, *fields: str) -> bool:
        """Tell whether a flag is set: the platform writes a word, such as REVERSE, not true."""
        told = (fold(self._cells.cell(field)) for field in fields)
        return any(word and word not in contact_words().no for word in told)

    def _doubt(self, kind: str) -> str:
        cells, words = self._cells, self._words
        if fold(kind) in words.fees:
            return ""
        if cells.cell("tax").strip() and cells.amount("tax"):
            return "tax_kept"
        return words.operations.get(fold(kind), "kind_to_judge")


def title_of(text: str, names: tuple[str, str], *, only: bool) -> str:
    """Return the title of a description: ``Expense from Zoé - Stamps`` is ``Stamps``.

    ``names`` are the legal and the public name of the other side; ``only`` what follows it.
    """
    for name in dict.fromkeys(reversed(names)):
        for word in ("from", "to") if name else ():
            before, found, rest = text.partition(f"{word} {name}")
            if found and before[-1:] in {"", " "} and (title := _TITLE.fullmatch(rest)):
                return (title[1] or title[2] or "")[:_LABEL_LIMIT]
    if only or any(name and fold(name) in fold(text) for name in names):
        return ""
    return text[:_LABEL_LIMIT]


def _names(cells: RowCells, field: str) -> tuple[str, str]:
    """Return the legal and the public name out of ``Legal (Public)``, twice one if alone.

    A town behind a name is no public name: the description tells which of them is meant.
    """
    text = clean_line(cells.cell(field))
    both = _LEGAL_AND_PUBLIC.fullmatch(text)
    if both is None:
        return text, text
    description = fold(cells.cell("description"))
    public = fold(both[2])
    is_public = f" {public}" in f" {description}" and fold(text) not in description
    return (both[1], both[2]) if is_public else (text, text)


def _hides(handle: str, public: str, words: OpenCollectiveWords) -> bool:
    """Tell whether somebody gives without a name, whatever a host may see of them."""
    if fold(public) in words.anonymous or handle.startswith(words.hidden):
        return True
    return not public and handle.startswith(words.nameless)


@lru_cache(maxsize=8192)
def day_in_france(text: str) -> dt.date:
    """Return the day that a moment is in France; one without a zone is of Greenwich."""
    moment = dt.datetime.fromisoformat(text.replace(" ", "T", 1))
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(ZoneInfo("Europe/Paris")).date()
