"""Use cases around tax receipts: review, preview, issue, list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_drafting import ReceiptDraft, draft_receipts
from coopdesk.domain.receipt_life import ReceiptDetail, UnreceiptedYear, checked_reason
from coopdesk.domain.receipt_snapshots import snapshot_from_json
from coopdesk.domain.receipts import ReceiptFilter, ReceiptLine, ReceiptScope, Review, Verdict
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_anchors import state_to_note
from coopdesk.services.receipt_issuing import Moment, draft_snapshots, images_of, issue
from coopdesk.services.receipt_years import review_of_year, waiting_of_year

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Sequence
    from contextlib import AbstractContextManager

    from coopdesk.domain.money import Money
    from coopdesk.domain.receipts import ReviewLine
    from coopdesk.storage.unit_of_work import Units, Work

_PAGE = 500


class ReceiptService:
    """Review gifts, issue receipts, and list what was issued."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def review(self, year: int) -> Review:
        """Judge the gifts of a year.

        Gifts of companies stand in the year in which their fiscal year ends; in the year they
        were received they are excluded (``later_period``). The totals are of calendar years.
        """
        with self._units.read() as work:
            return review_of_year(work, year)

    def unreceipted(self) -> tuple[UnreceiptedYear, ...]:
        """Return the years with gifts that wait for a receipt, latest first."""
        with self._units.read() as work:
            years = work.receipts.waiting_years()
            if work.receipts.has_other_fiscal_years():
                years = sorted({*years, *(year + 1 for year in years)}, reverse=True)
            found = [_waiting(waiting_of_year(work, year)) for year in years]
        return tuple(one for one in found if one.ready_count or one.blocked_count)

    def drafts(
        self,
        year: int,
        scope: ReceiptScope = ReceiptScope.DONOR,
        *,
        donation_ids: Collection[int] | None = None,
    ) -> tuple[ReceiptDraft, ...]:
        """Return the receipts that issuing would make, in their order."""
        with self._units.read() as work:
            ready = review_of_year(work, year).of(Verdict.READY)
        return tuple(draft_receipts(ready, scope, donation_ids))

    def draft_pdf(
        self,
        year: int,
        scope: ReceiptScope = ReceiptScope.DONOR,
        *,
        donation_ids: Collection[int] | None = None,
        number: int = 0,
        progress: Progress = NO_PROGRESS,
    ) -> bytes:
        """Return drafts as one PDF with a watermark: all of them, or the ``number``-th alone.

        Raises:
            RuleError: as ``issue_year``.
        """
        with self._units.read() as work:
            drafts = _checked_drafts(work, year, scope, donation_ids)
            chosen = drafts[number - 1 : number] if number else drafts
            association = work.association.get()
            snapshots = list(draft_snapshots(work, chosen, self._today()))
        if not snapshots:
            raise RuleError("receipt.nothing_to_issue", year=year)
        assert association is not None
        printer = ReceiptPrinter(images_of(association))
        return printer.draft(*snapshots, advance=progress.advance)

    def issue_year(
        self,
        year: int,
        scope: ReceiptScope = ReceiptScope.DONOR,
        progress: Progress = NO_PROGRESS,
        *,
        donation_ids: Collection[int] | None = None,
        clock_reason: str = "",
    ) -> Outcome[tuple[ReceiptLine, ...]]:
        """Issue a receipt for every ready gift of a year, or for those named: all or none.

        Numbers are allocated, papers drawn and everything stored in one transaction; a failure
        or a cancel before its end burns no number. ``clock_reason`` says why the day may be
        before that of the last receipt; it is kept in the journal.

        Raises:
            RuleError: ``receipt.nothing_to_issue``, ``receipt.profile_incomplete``,
                ``receipt.unprintable_character``, ``receipt.before_gift`` or
                ``receipt.clock_behind`` when the computer's clock is behind, or
                ``receipt.changed_meanwhile`` when some named gifts are no longer ready;
                ``receipt.behind`` or ``receipt.rewritten`` when this computer knows receipts
                that the file does not hold.
        """
        reason = checked_reason(clock_reason) if clock_reason else ""
        with self._writing(year, reason) as work:
            drafts = _checked_drafts(work, year, scope, donation_ids)
            work.recorder.relabel(count=str(len(drafts)))
            moment = Moment(self._today(), self._units.now(), reason)
            ids = issue(work, drafts, moment, progress)
            lines = _lines(work, ids)
            note = state_to_note(work, self._units)
            work.commit()
        note.keep()
        return changed(lines, Subject.RECEIPTS, Subject.DONATIONS, Subject.CONTACTS)

    def _writing(self, year: int, clock_reason: str) -> AbstractContextManager[Work]:
        """Begin the operation of a run; the journal says why its day is before another's."""
        if clock_reason:
            return self._units.write(
                "receipt.issued_despite_clock", year=str(year), reason=clock_reason
            )
        return self._units.write("receipt.issued", year=str(year))

    def issue_contact(
        self,
        contact_id: int,
        year: int,
        scope: ReceiptScope = ReceiptScope.DONOR,
        *,
        clock_reason: str = "",
    ) -> Outcome[tuple[ReceiptLine, ...]]:
        """Issue the receipts of one donor for a year; raises as ``issue_year``.

        Whoever was merged into another is that one by now.

        Raises:
            RuleError: ``receipt.none_of_donor`` with the gifts and what is in the way of each,
                ``receipt.donor_without_gifts``.
            NotFoundError: the contact is gone.
        """
        with self._units.read() as work:
            donor = work.contacts.get(work.kin.survivor(contact_id))
            review = review_of_year(work, year)
        given = [line for line in review.lines if line.gift.donor_id == donor.id]
        wanted = [x.gift.donation_id for x in given if x.verdict is Verdict.READY]
        if not wanted and not review.missing:
            raise _none_of_donor(donor.display_name, year, given)
        return self.issue_year(year, scope, donation_ids=wanted, clock_reason=clock_reason)

    def ids(self, wanted: ReceiptFilter) -> list[int]:
        """Return the ids of the receipts that a filter shows, in its order."""
        with self._units.read() as work:
            return work.receipts.ids(wanted)

    def id_of(self, number_text: str) -> int:
        """Return the receipt that bears a number as printed.

        Raises:
            NotFoundError: ``receipt.number_unknown``.
        """
        with self._units.read() as work:
            return work.receipts.id_of(number_text.strip())

    def lines(self, ids: Sequence[int]) -> list[ReceiptLine]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return work.receipts.lines(ids)

    def find(self, year: int) -> list[ReceiptLine]:
        """Return every receipt of a year, by number."""
        with self._units.read() as work:
            return list(_lines(work, work.receipts.ids(ReceiptFilter(year=year))))

    def get(self, receipt_id: int) -> ReceiptLine:
        """Return one row of the register; raises NotFoundError."""
        with self._units.read() as work:
            return work.receipts.line(receipt_id)

    def detail(self, receipt_id: int) -> ReceiptDetail:
        """Return all that is known of a receipt; raises NotFoundError."""
        with self._units.read() as work:
            return ReceiptDetail(
                line=work.receipts.line(receipt_id),
                gifts=work.receipts.gifts_of(receipt_id),
                deliveries=work.receipt_life.deliveries_of(receipt_id),
                void=work.receipt_life.void_of(receipt_id),
                snapshot=snapshot_from_json(work.receipts.snapshot(receipt_id)),
            )

    def totals(self, year: int) -> tuple[int, Money]:
        """Return how many receipts of a year count and what they add up to."""
        with self._units.read() as work:
            return work.receipts.totals(year)

    def pdf(self, receipt_id: int) -> bytes:
        """Return the paper of a receipt as it was issued; raises NotFoundError."""
        with self._units.read() as work:
            return work.receipts.pdf(receipt_id)


def _none_of_donor(name: str, year: int, given: Sequence[ReviewLine]) -> RuleError:
    if not given:
        return RuleError("receipt.donor_without_gifts", name=name, year=year)
    open_first = sorted(given, key=lambda line: line.verdict is Verdict.ISSUED)
    return RuleError("receipt.none_of_donor", name=name, year=year, gifts=tuple(open_first))


def _checked_drafts(
    work: Work, year: int, scope: ReceiptScope, donation_ids: Collection[int] | None
) -> list[ReceiptDraft]:
    review = review_of_year(work, year)
    if review.missing:
        raise RuleError("receipt.profile_incomplete", fields=review.missing)
    ready = review.of(Verdict.READY)
    drafts = draft_receipts(ready, scope, donation_ids)
    if not drafts:
        raise RuleError("receipt.nothing_to_issue", year=year)
    if not {line.gift.donation_id for line in ready}.issuperset(donation_ids or ()):
        raise RuleError("receipt.changed_meanwhile")
    return drafts


def _lines(work: Work, ids: Sequence[int]) -> tuple[ReceiptLine, ...]:
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    return tuple(line for page in pages for line in work.receipts.lines(page))


def _waiting(review: Review) -> UnreceiptedYear:
    return UnreceiptedYear(
        year=review.year,
        ready_count=len(review.of(Verdict.READY)),
        ready=review.total(Verdict.READY),
        blocked_count=len(review.of(Verdict.BLOCKED)),
        blocked=review.total(Verdict.BLOCKED),
    )
