"""Issuing inside a transaction: numbers, what receipts say, their papers and the chain."""

from __future__ import annotations

import hashlib
import secrets
import tomllib
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.fonts import missing_glyphs
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.association import StoredImage
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_drafting import (
    FormEdition,
    RegisterEntry,
    edition_of,
    snapshot_of,
)
from coopdesk.domain.receipt_snapshots import Link, chain_hash, commitment, snapshot_to_json
from coopdesk.services.receipt_anchors import Anchors
from coopdesk.storage.receipt_store import IssuedReceipt
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.domain.association import Association
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.receipt_drafting import ReceiptDraft
    from coopdesk.domain.receipts import ReceiptSeries, ReceiptSnapshot
    from coopdesk.services.progress import Progress
    from coopdesk.storage.receipt_store import StoredReceipt
    from coopdesk.storage.unit_of_work import Work

# Few enough for a statement, and what they weigh is given back before the next.
_TOGETHER = 100


class Moment(NamedTuple):
    """When receipts are issued: the day they say, and the instant that is kept.

    ``clock_reason`` says why the day may be before the last receipt's.
    """

    day: dt.date
    at: dt.datetime
    clock_reason: str = ""


@cache
def form_editions() -> tuple[FormEdition, ...]:
    """Return the versions of the forms and since when they are in force."""
    path = database_files() / "seed" / "receipt_forms.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(FormEdition(x["form"], x["version"], x["since"]) for x in read["editions"])


def issue(
    work: Work,
    drafts: Sequence[ReceiptDraft],
    moment: Moment,
    progress: Progress,
    replaces: StoredReceipt | None = None,
) -> list[int]:
    """Number, draw and store receipts in the transaction of ``work``; return their ids.

    ``replaces`` is the voided receipt that the only one replaces.

    Raises:
        RuleError: ``receipt.before_gift``, ``receipt.clock_behind``,
            ``receipt.unprintable_character``, ``receipt.behind``, ``receipt.rewritten``.
    """
    Anchors(work.chain).refuse_when_behind()
    refuse_clock_behind(work, drafts, moment)
    association = work.association.get()
    assert association is not None, "a review without profile has nothing ready"
    work.chain.give_identity()
    run = _Run(work, association, moment, replaces)
    ids: list[int] = []
    waiting = iter(drafts)
    while batch := list(islice(waiting, _TOGETHER)):
        donors = _donors(work, batch)
        issued: list[IssuedReceipt] = []
        for draft in batch:
            progress.advance(len(ids) + len(issued), len(drafts))
            issued.append(run.issued(draft, donors[draft.donor_id]))
        ids += work.receipts.add_many(issued)
    progress.advance(len(drafts), len(drafts))
    return ids


def refuse_clock_behind(work: Work, drafts: Sequence[ReceiptDraft], moment: Moment) -> None:
    """Refuse a day before the last payment (legal_fr 1.10) or before the last receipt.

    Raises:
        RuleError: ``receipt.before_gift``, ``receipt.clock_behind`` unless there is a reason.
    """
    last = max(gift.received_on for draft in drafts for gift in draft.gifts)
    if last > moment.day:
        raise RuleError("receipt.before_gift", day=last, today=moment.day)
    issued = work.receipts.last_issued_on()
    if issued is not None and issued > moment.day and not moment.clock_reason:
        raise RuleError(
            "receipt.clock_behind", field="clock_reason", day=issued, today=moment.day
        )


def images_of(association: Association) -> dict[str, bytes]:
    """Return what our papers show, by its digest."""
    images = (association.logo, association.signature)
    return {image.sha256: image.content for image in images if image is not None}


def draft_snapshots(
    work: Work, drafts: Sequence[ReceiptDraft], day: dt.date
) -> Iterator[ReceiptSnapshot]:
    """Yield what receipts would say if they were issued, without their numbers."""
    association = work.association.get()
    assert association is not None, "a review without profile has nothing ready"
    waiting = iter(drafts)
    while batch := list(islice(waiting, _TOGETHER)):
        donors = _donors(work, batch)
        for draft in batch:
            edition = edition_of(form_editions(), draft.form, day)
            entry = RegisterEntry(0, "", day, edition)
            yield snapshot_of(draft, donors[draft.donor_id], association, entry)


def _donors(work: Work, drafts: Sequence[ReceiptDraft]) -> Mapping[int, Contact]:
    ids = list(dict.fromkeys(draft.donor_id for draft in drafts))
    return {contact.id: contact for contact in work.contacts.get_many(ids)}


class _Run:
    """One run: the next number of each year, the end of the chain, what papers share."""

    def __init__(
        self,
        work: Work,
        association: Association,
        moment: Moment,
        replaces: StoredReceipt | None,
    ) -> None:
        self._work, self._association, self._moment = work, association, moment
        self._replaces = replaces
        self._printer = ReceiptPrinter(images_of(association))
        self._series: dict[int, ReceiptSeries] = {}
        self._numbers: dict[int, int] = {}
        self._previous = work.receipts.chain_head()
        self._bases: dict[bytes, int] = {}

    def issued(self, draft: ReceiptDraft, donor: Contact) -> IssuedReceipt:
        """Return a receipt with its number, its words, its paper and its link."""
        snapshot = snapshot_of(draft, donor, self._association, self._entry(draft))
        _refuse_unprintable(snapshot, donor.display_name)
        words, salt = snapshot_to_json(snapshot), secrets.token_hex(16)
        said = commitment(salt, words)
        paper = self._printer.draw(snapshot, said)
        digest = hashlib.sha256(paper.whole).hexdigest()
        link = Link(snapshot.year, snapshot.number, snapshot.amount, said, digest)
        previous, self._previous = self._previous, chain_hash(self._previous, link)
        return IssuedReceipt(
            year=snapshot.year,
            number=snapshot.number,
            number_text=snapshot.number_text,
            form=snapshot.form,
            form_version=snapshot.form_version,
            article=draft.article,
            nature=snapshot.nature,
            scope=snapshot.scope,
            issued_on=snapshot.issued_on,
            issued_at=self._moment.at,
            donor_id=draft.donor_id,
            donor_name=draft.donor_name,
            donor_sort_key=draft.donor_sort_key,
            donor_postal_code=snapshot.donor_postal_code,
            amount=snapshot.amount,
            first_gift_on=draft.gifts[0].received_on,
            last_gift_on=draft.gifts[-1].received_on,
            replaces_id=self._replaces.id if self._replaces else None,
            snapshot=words,
            salt=salt,
            pdf_base_id=self._base_id(paper.base),
            pdf=paper.tail,
            pdf_sha256=digest,
            previous_hash=previous,
            hash=self._previous,
            gifts=tuple((gift.donation_id, gift.amount) for gift in draft.gifts),
        )

    def _entry(self, draft: ReceiptDraft) -> RegisterEntry:
        year = draft.year
        if year not in self._series:
            self._series[year] = self._work.receipt_life.fix_series(year)
            lost = self._work.receipt_life.last_lost(year)
            self._numbers[year] = max(self._work.receipts.next_number(year), lost + 1)
        number = self._numbers[year]
        self._numbers[year] += 1
        replaced = self._replaces
        return RegisterEntry(
            number=number,
            number_text=self._series[year].text(number),
            issued_on=self._moment.day,
            edition=edition_of(form_editions(), draft.form, self._moment.day),
            previous_hash=self._previous,
            replaces=(replaced.number_text, replaced.issued_on) if replaced else None,
        )

    def _base_id(self, base: bytes) -> int | None:
        """Store what papers share once; its own digest is its name."""
        if not base:
            return None
        if base not in self._bases:
            digest = hashlib.sha256(base).hexdigest()
            shared = StoredImage(f"recu-{digest[:8]}.pdf", base, digest)
            known = self._work.association.file_id(shared)
            assert known is not None
            self._bases[base] = known
        return self._bases[base]


def _refuse_unprintable(snapshot: ReceiptSnapshot, name: str) -> None:
    printed = (
        snapshot.donor_last_name,
        snapshot.donor_first_name,
        *snapshot.donor_street,
        snapshot.donor_postal_code,
        snapshot.donor_city,
    )
    gone = missing_glyphs("".join(printed))
    if gone:
        raise RuleError("receipt.unprintable_character", character=gone[0], name=name)
