"""Use cases around tax receipts: review, issue, print."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from coopdesk.documents.fonts import missing_glyphs
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_drafting import ReceiptDraft, draft_receipts, snapshot_of
from coopdesk.domain.receipt_snapshots import (
    Link,
    chain_hash,
    commitment,
    snapshot_from_json,
    snapshot_to_json,
)
from coopdesk.domain.receipts import ReceiptLine, ReceiptScope, Review, Verdict
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_review import review_of
from coopdesk.services.saving import save
from coopdesk.storage.receipt_store import IssuedReceipt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from coopdesk.domain.association import Association
    from coopdesk.domain.money import Money
    from coopdesk.domain.receipts import ReceiptSnapshot
    from coopdesk.storage.unit_of_work import Units, Work


class ReceiptService:
    """Review gifts, issue receipts, and print what was issued."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def review(self, year: int) -> Review:
        """Judge every gift of a calendar year."""
        with self._units.read() as work:
            return review_of(work, year)

    def issue_year(
        self,
        year: int,
        scope: ReceiptScope = ReceiptScope.DONOR,
        progress: Progress = NO_PROGRESS,
        *,
        donation_ids: Collection[int] | None = None,
    ) -> Outcome[tuple[ReceiptLine, ...]]:
        """Issue a receipt for every ready gift of a year, or for those named: all or none.

        Numbers are allocated, papers drawn and everything stored in one transaction; a failure
        or a cancel before its end burns no number.

        Raises:
            RuleError: ``receipt.nothing_to_issue``, ``receipt.profile_incomplete``,
                ``receipt.unprintable_character``, ``receipt.before_gift`` when the computer's
                clock is behind, or ``receipt.changed_meanwhile`` when some named gifts are no
                longer ready.
        """
        with self._units.write("receipt.issued", year=str(year)) as work:
            review = review_of(work, year)
            if review.missing:
                raise RuleError("receipt.profile_incomplete", fields=review.missing)
            ready = review.of(Verdict.READY)
            drafts = draft_receipts(ready, scope, donation_ids)
            if not drafts:
                raise RuleError("receipt.nothing_to_issue", year=year)
            if not {line.gift.donation_id for line in ready}.issuperset(donation_ids or ()):
                raise RuleError("receipt.changed_meanwhile")
            _refuse_before_gift(drafts, self._today())
            work.recorder.relabel(count=str(len(drafts)))
            ids = self._issue(work, year, drafts, progress)
            lines = tuple(line for page in _pages(ids) for line in work.receipts.lines(page))
            work.commit()
        return changed(lines, Subject.RECEIPTS, Subject.DONATIONS, Subject.CONTACTS)

    def _issue(
        self, work: Work, year: int, drafts: Sequence[ReceiptDraft], progress: Progress
    ) -> list[int]:
        association = work.association.get()
        assert association is not None
        printer = ReceiptPrinter(_images(association))
        number, previous = work.receipts.next_number(year), work.receipts.chain_head()
        ids = []
        for done, draft in enumerate(drafts):
            progress.advance(done, len(drafts))
            donor = work.contacts.get(draft.donor_id)
            snapshot = snapshot_of(draft, donor, association, number + done, self._today())
            _refuse_unprintable(snapshot, donor.display_name)
            issued = self._frozen(snapshot, draft, printer.draw(snapshot).whole, previous)
            gifts = [(gift.donation_id, gift.amount) for gift in draft.gifts]
            ids.append(work.receipts.add(issued, gifts))
            previous = issued.hash
        progress.advance(len(drafts), len(drafts))
        return ids

    def _frozen(
        self, snapshot: ReceiptSnapshot, draft: ReceiptDraft, pdf: bytes, previous: str
    ) -> IssuedReceipt:
        words, salt = snapshot_to_json(snapshot), secrets.token_hex(16)
        digest = hashlib.sha256(pdf).hexdigest()
        link = chain_hash(
            previous,
            Link(
                snapshot.year,
                snapshot.number,
                snapshot.amount,
                commitment(salt, words),
                digest,
            ),
        )
        return IssuedReceipt(
            year=snapshot.year,
            number=snapshot.number,
            number_text=snapshot.number_text,
            form=snapshot.form,
            form_version=snapshot.form_version,
            article=draft.gifts[0].article,
            nature=snapshot.nature,
            scope=snapshot.scope,
            issued_on=snapshot.issued_on,
            issued_at=self._units.now(),
            donor_id=draft.donor_id,
            donor_name=draft.donor_name,
            donor_sort_key=draft.donor_sort_key,
            donor_postal_code=snapshot.donor_postal_code,
            amount=snapshot.amount,
            first_gift_on=min(gift.received_on for gift in draft.gifts),
            last_gift_on=max(gift.received_on for gift in draft.gifts),
            replaces_id=None,
            snapshot=words,
            salt=salt,
            pdf_base_id=None,
            pdf=pdf,
            pdf_sha256=digest,
            previous_hash=previous,
            hash=link,
        )

    def ids(
        self,
        year: int | None,
        text: str = "",
        sort: str = "number",
        *,
        descending: bool = False,
    ) -> list[int]:
        """Return the ids of receipts of a year, or of all, whose donor matches, in order."""
        with self._units.read() as work:
            return work.receipts.ids(year, text, sort, descending=descending)

    def lines(self, ids: Sequence[int]) -> list[ReceiptLine]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return work.receipts.lines(ids)

    def find(self, year: int) -> list[ReceiptLine]:
        """Return every receipt of a year, by number."""
        with self._units.read() as work:
            pages = _pages(work.receipts.ids(year))
            return [line for page in pages for line in work.receipts.lines(page)]

    def totals(self, year: int) -> tuple[int, Money]:
        """Return how many receipts a year has and what they add up to."""
        with self._units.read() as work:
            return work.receipts.totals(year)

    def pdf(self, receipt_id: int) -> bytes:
        """Return the paper of a receipt as it was issued; raises NotFoundError."""
        with self._units.read() as work:
            return work.receipts.pdf(receipt_id)

    def print_year(
        self,
        year: int,
        folder: Path,
        *,
        one_file: bool = False,
        progress: Progress = NO_PROGRESS,
    ) -> list[Path]:
        """Write the receipts of a year into a folder, one file each or all in one.

        Safe to repeat after a cancel: whole files only, the same names.

        Raises:
            RuleError: ``receipt.none_issued``. ExternalError: the disk or folder is in the way.
        """
        ids = self.ids(year)
        if not ids:
            raise RuleError("receipt.none_issued", year=year)
        return self.print_some(ids, folder, one_file=one_file, progress=progress)

    def print_some(
        self,
        receipt_ids: Sequence[int],
        folder: Path,
        *,
        one_file: bool = False,
        progress: Progress = NO_PROGRESS,
    ) -> list[Path]:
        """Write some receipts into a folder; as ``print_year``."""
        if one_file and len(receipt_ids) > 1:  # one alone is its own file, as it was stored
            return [self._print_together(receipt_ids, folder, progress)]
        paths = []
        for done, receipt_id in enumerate(receipt_ids):
            progress.advance(done, len(receipt_ids))
            with self._units.read() as work:
                name = snapshot_from_json(work.receipts.snapshot(receipt_id)).file_name
                pdf = work.receipts.pdf(receipt_id)
            paths.append(save(folder / name, pdf))
        progress.advance(len(receipt_ids), len(receipt_ids))
        return paths

    def _print_together(
        self, receipt_ids: Sequence[int], folder: Path, progress: Progress
    ) -> Path:
        with self._units.read() as work:
            snapshots = [
                snapshot_from_json(work.receipts.snapshot(receipt_id))
                for receipt_id in receipt_ids
            ]
            digests = {x.logo_sha256 for x in snapshots} | {
                x.signature_sha256 for x in snapshots
            }
            images = {name: work.association.image(name) for name in digests if name}
        printer = ReceiptPrinter({name: image for name, image in images.items() if image})
        first, last = snapshots[0], snapshots[-1]
        path = folder / f"recus-{first.number_text}-a-{last.number_text}.pdf"
        return save(path, printer.merged(snapshots, progress.advance))


def _images(association: Association) -> dict[str, bytes]:
    images = (association.logo, association.signature)
    return {image.sha256: image.content for image in images if image is not None}


def _refuse_before_gift(drafts: Sequence[ReceiptDraft], today: dt.date) -> None:
    """Refuse a day of issue before the last payment (legal_fr 1.10)."""
    last = max(gift.received_on for draft in drafts for gift in draft.gifts)
    if last > today:
        raise RuleError("receipt.before_gift", day=last, today=today)


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


def _pages(ids: Sequence[int], size: int = 500) -> list[Sequence[int]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]
