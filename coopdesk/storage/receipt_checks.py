"""Check the receipts: numbers, what they say, their papers, the chains, their life."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import LargeBinary, case, cast, func, select

from coopdesk.domain.checks import Finding
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import Money
from coopdesk.domain.receipt_anchors import missing_numbers
from coopdesk.domain.receipt_life import default_series
from coopdesk.domain.receipt_snapshots import (
    FORMAT,
    Link,
    VoidLink,
    chain_hash,
    commitment,
    format_of,
    snapshot_from_json,
    void_hash,
    void_words,
)
from coopdesk.domain.receipts import ReceiptSeries
from coopdesk.domain.text import fold, sort_key
from coopdesk.storage.chain_state import lost_numbers
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    DonationRow,
    ReceiptSeriesRow,
    StoredFileRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.domain.receipts import ReceiptSnapshot

_receipt = table_of(TaxReceiptRow)
_gift = table_of(TaxReceiptGiftRow)
_void = table_of(TaxReceiptVoidRow)
_series = table_of(ReceiptSeriesRow)
_donation = table_of(DonationRow)
_donor = table_of(ContactRow)
_file = table_of(StoredFileRow)
_DAY = dt.timedelta(days=1)


class _KeptGift(NamedTuple):
    """A gift of a receipt: what the receipt kept of it, and what it is today."""

    cents: int
    is_living: int
    received_on: Any
    today_cents: int
    mode: str
    nature: str
    description: str
    donor_id: int | None


class _Around(NamedTuple):
    """What receipts are compared with."""

    gifts: dict[int, list[_KeptGift]]
    series: dict[int, ReceiptSeries]
    voided: frozenset[int]
    written: dict[int, str]
    bases: _Bases


class _Bases:
    """The digests of what papers share, begun once each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._begun: dict[int, Any] = {}

    def digest(self, base_id: int | None, tail: bytes) -> str:
        """Return the SHA-256 of a whole paper, in hexadecimal."""
        if base_id is None:
            return hashlib.sha256(tail).hexdigest()
        if base_id not in self._begun:
            # A forged file may have become text: cast, so that it is found, not a fault.
            query = select(cast(_file.c.content, LargeBinary)).where(_file.c.id == base_id)
            self._begun[base_id] = hashlib.sha256(
                self._connection.execute(query).scalar() or b""
            )
        digest = self._begun[base_id].copy()
        digest.update(tail)
        return str(digest.hexdigest())


def check_receipts(
    connection: Connection, advance: Callable[[int, int], None]
) -> Iterator[Finding]:
    """Look at every receipt in the order of issue, then at what became of them.

    ``advance`` is told (done, total) in receipts; it may raise to stop.
    """
    around = _around(connection)
    total = connection.execute(select(func.count()).select_from(_receipt)).scalar_one()
    lost, next_numbers, previous = lost_numbers(connection), dict[int, int](), ""
    for done, row in enumerate(_in_order(connection), start=1):
        first = next_numbers.get(row.year, 1)
        for number in missing_numbers(first, row.number, lost[row.year]):
            yield Finding("check.number_gap", {"year": row.year, "number": number})
        next_numbers[row.year] = row.number + 1
        for code in (*_wrong_with(row, around), *_wrong_link(row, previous)):
            yield Finding(code, {"number": row.number_text})
        previous = row.hash
        advance(done, total)
    yield from _voids(connection)
    yield from _gifts_twice(connection)


def _around(connection: Connection) -> _Around:
    gifts: dict[int, list[_KeptGift]] = defaultdict(list)
    for receipt_id, *gift in connection.execute(_GIFTS):
        gifts[receipt_id].append(_KeptGift(*gift))
    rows = connection.execute(select(_series))
    written = select(_receipt.c.id, _receipt.c.number_text)
    return _Around(
        gifts=gifts,
        series={x.year: ReceiptSeries(x.year, x.prefix, x.digits) for x in rows},
        voided=frozenset(connection.execute(select(_void.c.receipt_id)).scalars()),
        written={row.id: row.number_text for row in connection.execute(written)},
        bases=_Bases(connection),
    )


# The gifts of a donor who was merged into another are still said to be the donor's.
_MOVED = _donation.c.donor_id == _donor.c.merged_into_id
# What is said of money stands on no receipt.
_IS_MONEY = _donation.c.nature == DonationNature.MONEY.value
_GIFTS = (
    select(
        _gift.c.receipt_id,
        _gift.c.amount_cents,
        _gift.c.is_living,
        _donation.c.received_on,
        _donation.c.amount_cents,
        _donation.c.mode,
        _donation.c.nature,
        case((_IS_MONEY, ""), else_=_donation.c.description),
        case((_MOVED, _donor.c.id), else_=_donation.c.donor_id),
    )
    .join(_donation, _donation.c.id == _gift.c.donation_id)
    .join(_receipt, _receipt.c.id == _gift.c.receipt_id)
    .join(_donor, _donor.c.id == _receipt.c.donor_id)
)


def _in_order(connection: Connection) -> Iterator[Row[Any]]:
    """Yield every receipt with all its columns, in the order of issue, a few at a time."""
    # A forged paper may have become text: cast, so that it is found, not a fault.
    paper = cast(_receipt.c.pdf, LargeBinary).label("pdf")
    others = [column for column in _receipt.c if column is not _receipt.c.pdf]
    query: Select[Any] = select(*others, paper).order_by(_receipt.c.id)
    yield from connection.execute(query.execution_options(yield_per=50))


def _wrong_with(row: Row[Any], around: _Around) -> Iterator[str]:
    gifts = around.gifts.get(row.id, [])
    if around.bases.digest(row.pdf_base_id, row.pdf) != row.pdf_sha256:
        yield "check.pdf_changed"
    if sum(gift.cents for gift in gifts) != row.amount_cents:
        yield "check.receipt_differs"
    if {gift.is_living for gift in gifts} - {int(row.id not in around.voided)}:
        yield "check.living_differs"
    series = around.series.get(row.year) or default_series(row.year)
    if series.text(row.number) != row.number_text:
        yield "check.number_text_differs"
    said = _snapshot(row)
    if (
        said is None
        or not _same_as_register(said, row)
        or (row.id not in around.voided and not _same_as_gifts(said, row, gifts))
    ):
        yield "check.snapshot_differs"
    if said is not None and not _replaces_what_it_says(said, row, around):
        yield "check.replacement_differs"


def _snapshot(row: Row[Any]) -> ReceiptSnapshot | None:
    try:
        return snapshot_from_json(row.snapshot)
    except (ValueError, KeyError, TypeError):
        return None


def _same_as_register(said: ReceiptSnapshot, row: Row[Any]) -> bool:
    name = f"{said.donor_first_name} {said.donor_last_name}".strip()
    days = [gift.received_on for gift in said.gifts]
    pairs = (
        (said.year, row.year),
        (said.number, row.number),
        (said.number_text, row.number_text),
        (said.amount.cents, row.amount_cents),
        (sum(gift.amount.cents for gift in said.gifts), row.amount_cents),
        (said.issued_on, row.issued_on),
        (said.scope.value, row.scope),
        (said.form, row.form),
        (said.form_version, row.form_version),
        (said.articles, (row.article,)),
        (said.nature.value, row.nature),
        (name, row.donor_name),
        (said.donor_postal_code, row.donor_postal_code),
        (len(days), row.gift_count),
        ((min(days), max(days)), (row.first_gift_on, row.last_gift_on)),
    )
    # The instant is kept in UTC, the day is that of the place.
    is_of_day = abs(row.issued_at.date() - row.issued_on) <= _DAY
    is_same = is_of_day and all(frozen == registered for frozen, registered in pairs)
    return is_same and _is_place_of(said, row.donor_sort_key)


def _is_place_of(said: ReceiptSnapshot, key: str) -> bool:
    """Tell whether lists find a donor under this key; it stays as older programs wrote it."""
    name = f"{said.donor_last_name} {said.donor_first_name}"
    spelt = (sort_key(said.donor_last_name, said.donor_first_name), name)
    # The first programs left the dotless i of Turkish names out.
    written = (*spelt, name.replace("\u0131", ""))
    return any(_letters(each) == _letters(key) for each in written)


def _letters(name: str) -> list[str]:
    """Return what a name and its place in lists have in common, whatever comes first."""
    return sorted(fold(name).replace(" ", ""))


def _same_as_gifts(said: ReceiptSnapshot, row: Row[Any], gifts: Sequence[_KeptGift]) -> bool:
    """Compare with the gifts, which cannot change while the receipt counts."""
    told = sorted(
        (x.received_on, x.amount.cents, x.mode.value, x.nature.value, x.description)
        for x in said.gifts
    )
    kept = sorted((x.received_on, x.cents, x.mode, x.nature, x.description) for x in gifts)
    same_amounts = all(gift.cents == gift.today_cents for gift in gifts)
    return told == kept and same_amounts and {x.donor_id for x in gifts} == {row.donor_id}


def _replaces_what_it_says(said: ReceiptSnapshot, row: Row[Any], around: _Around) -> bool:
    if row.replaces_id is None:
        return not said.replaces_number
    return (
        row.replaces_id in around.voided
        and row.replaces_id < row.id
        and around.written.get(row.replaces_id) == said.replaces_number
    )


def _wrong_link(row: Row[Any], previous: str) -> Iterator[str]:
    words = commitment(row.salt, row.snapshot)
    try:
        written_as = format_of(row.snapshot)
    except (ValueError, KeyError, TypeError):
        written_as = FORMAT  # what is no snapshot any more breaks the chain in any format
    amount = Money(row.amount_cents)
    link = Link(row.year, row.number, amount, words, row.pdf_sha256, written_as)
    if (row.previous_hash, row.hash) != (previous, chain_hash(previous, link)):
        yield "check.chain_broken"


def _voids(connection: Connection) -> Iterator[Finding]:
    """Look at the voids, which are numbered and chained of themselves."""
    joined = _void.outerjoin(_receipt, _receipt.c.id == _void.c.receipt_id)
    query = select(_void, _receipt.c.number_text, _receipt.c.hash.label("receipt_hash"))
    previous, expected = "", 1
    for row in connection.execute(query.select_from(joined).order_by(_void.c.number)):
        for number in missing_numbers(expected, row.number, ()):
            yield Finding("check.void_gap", {"number": number})
        expected = row.number + 1
        words = void_words(row.reason, row.author, row.voided_at)
        link = VoidLink(
            row.number, row.receipt_hash or "", row.voided_on, commitment(row.salt, words)
        )
        if (row.previous_hash, row.hash) != (previous, void_hash(previous, link)):
            yield Finding("check.void_changed", {"number": row.number_text or ""})
        previous = row.hash


def _gifts_twice(connection: Connection) -> Iterator[Finding]:
    """Find gifts on two living receipts, should even the index that refuses them be gone."""
    query = (
        select(_gift.c.donation_id)
        .where(_gift.c.is_living == 1)
        .group_by(_gift.c.donation_id)
        .having(func.count() > 1)
    )
    for key in connection.execute(query).scalars().all():
        numbers = (
            select(_receipt.c.number_text)
            .join(_gift, _gift.c.receipt_id == _receipt.c.id)
            .where(_gift.c.donation_id == key, _gift.c.is_living == 1)
            .order_by(_receipt.c.id)
        )
        named = ", ".join(connection.execute(numbers).scalars())
        yield Finding("check.gift_twice", {"id": key, "numbers": named})
