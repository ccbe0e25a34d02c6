"""Use cases around issued receipts: void, replace, deliver, how numbers are written."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipt_life import (
    checked_delivery,
    checked_reason,
    checked_series,
    may_share_numbers,
)
from coopdesk.domain.receipt_snapshots import VoidLink, commitment, void_hash, void_words
from coopdesk.domain.receipts import ReceiptScope, ReceiptSeries, Verdict
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.receipt_anchors import Anchors, state_to_note
from coopdesk.services.receipt_issuing import Moment, issue
from coopdesk.services.receipt_years import reviewed
from coopdesk.storage.receipt_life_store import NewVoid
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.receipt_drafting import ReceiptDraft
    from coopdesk.domain.receipts import Delivery, ReceiptLine, ReviewLine
    from coopdesk.storage.receipt_store import StoredReceipt
    from coopdesk.storage.unit_of_work import Units, Work

_SUBJECTS = (Subject.RECEIPTS, Subject.DONATIONS, Subject.CONTACTS)


class ReceiptLifeService:
    """What may happen to an issued receipt, which itself never changes."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def void(self, receipt_id: int, reason: str) -> Outcome[ReceiptLine]:
        """Say that a receipt counts no more; its gifts are free again, its number stays taken.

        Raises:
            RuleError: ``receipt.reason_missing``, ``receipt.already_voided``,
                ``receipt.void_before_issue`` when the computer's clock is behind.
            NotFoundError: ``receipt.missing``.
        """
        said = checked_reason(reason)
        with self._units.write("receipt.voided", reason=said) as work:
            receipt = work.receipts.stored(receipt_id)
            work.recorder.relabel(number=receipt.number_text)
            self._void(work, receipt, said)
            line = work.receipts.line(receipt_id)
            note = state_to_note(work, self._units)
            work.commit()
        note.keep()
        return changed(line, *_SUBJECTS)

    def replace(
        self, receipt_id: int, reason: str = "", *, clock_reason: str = ""
    ) -> Outcome[ReceiptLine]:
        """Issue a receipt that annuls and replaces one, from what is recorded today.

        A living receipt is voided first, in the same transaction. The new one has the next
        number of its year and names the old one; it holds the gifts of the old one that are
        still ready. Returns the new one.

        Raises:
            RuleError: ``receipt.already_replaced``, ``receipt.nothing_to_replace`` when no gift
                of the old one may be on a receipt, ``receipt.replacement_blocked`` when one
                waits for something, ``receipt.replacement_splits`` when its gifts no longer fit
                on one receipt; or as issuing.
            NotFoundError: ``receipt.missing``.
        """
        said = checked_reason(reason) if reason.strip() else _("Replaced by a new receipt")
        late = checked_reason(clock_reason) if clock_reason else ""
        with self._units.write("receipt.replaced", reason=said, clock=late) as work:
            receipt = work.receipts.stored(receipt_id)
            known = work.receipt_life.replacement_of(receipt_id)
            if known:
                raise RuleError(
                    "receipt.already_replaced", number=receipt.number_text, newer=known
                )
            work.recorder.relabel(number=receipt.number_text)
            if work.receipt_life.void_of(receipt_id) is None:
                self._void(work, receipt, said)
            draft = _replacement(work, receipt)
            moment = Moment(self._today(), self._units.now(), late)
            (new_id,) = issue(work, [draft], moment, NO_PROGRESS, receipt)
            line = work.receipts.line(new_id)
            note = state_to_note(work, self._units)
            work.commit()
        note.keep()
        return changed(line, *_SUBJECTS)

    def deliver(self, receipt_ids: Sequence[int], delivery: Delivery) -> Outcome[int]:
        """Note that receipts went to their donors; return how many. It can be undone.

        Raises:
            RuleError: ``receipt.delivered_in_future``, ``receipt.delivered_before_issue``,
                ``receipt.voided``.
            NotFoundError: ``receipt.missing``.
        """
        checked = checked_delivery(delivery, self._today())
        ids = list(dict.fromkeys(receipt_ids))
        said = {"count": str(len(ids)), "way": checked.way.value}
        with self._units.write("receipt.delivered", **said) as work:
            for start in range(0, len(ids), _TOGETHER):
                _refuse_undeliverable(work, ids[start : start + _TOGETHER], checked)
            count = work.receipt_life.deliver(ids, checked)
            work.commit()
        return changed(count, Subject.RECEIPTS)

    def series(self, year: int) -> ReceiptSeries:
        """Return how the numbers of a year are written."""
        with self._units.read() as work:
            return work.receipt_life.series(year)

    def is_series_fixed(self, year: int) -> bool:
        """Tell whether a receipt of the year was issued: its numbers keep their form."""
        with self._units.read() as work:
            return work.receipt_life.is_series_fixed(year)

    def set_series(self, year: int, prefix: str, digits: int) -> Outcome[ReceiptSeries]:
        """Decide how the numbers of a year are written, before its first receipt.

        Raises:
            RuleError: ``series.fixed``, ``series.shared``, ``series.prefix_wrong``,
                ``series.year_missing``, ``series.digits_wrong``.
        """
        series = checked_series(ReceiptSeries(year, prefix, digits))
        with self._units.write("series.changed", year=str(year), first=series.text(1)) as work:
            if work.receipt_life.is_series_fixed(year):
                raise RuleError("series.fixed", year=str(year))
            for other in work.receipt_life.other_series(year):
                if may_share_numbers(series, other):
                    raise RuleError("series.shared", field="prefix", year=str(other.year))
            work.receipt_life.put_series(series)
            work.commit()
        return changed(series, Subject.RECEIPTS)

    def next_number(self, year: int) -> int:
        """Return the number that the next receipt of a year will have."""
        with self._units.read() as work:
            lost = work.receipt_life.last_lost(year)
            return max(work.receipts.next_number(year), lost + 1)

    def to_void(self) -> list[ReceiptLine]:
        """Return the receipts that count although a gift of theirs went back, oldest first."""
        with self._units.read() as work:
            return work.receipts.lines(work.receipt_life.to_void())

    def note_loss(self, reason: str) -> Outcome[tuple[str, ...]]:
        """Note that what this computer knows and the file lacks is lost for good.

        The next numbers follow the lost ones, which are never given again; the journal keeps
        why. Returns the lost numbers, none when only a void was lost.

        Raises:
            RuleError: ``receipt.nothing_lost``, ``receipt.reason_missing``.
        """
        said = checked_reason(reason)
        with self._units.write("receipt.loss_noted", reason=said) as work:
            anchors = Anchors(work.chain)
            if not any(anchors.findings()):
                raise RuleError("receipt.nothing_lost")
            lost = anchors.lost()
            numbers = tuple(one.text for one in lost)
            work.recorder.relabel(numbers=", ".join(numbers))
            work.receipt_life.note_losses(lost, said, self._units.author, self._today())
            note = state_to_note(work, self._units, said)
            work.commit()
        note.keep()
        return changed(numbers, Subject.RECEIPTS)

    def _void(self, work: Work, receipt: StoredReceipt, reason: str) -> None:
        Anchors(work.chain).refuse_when_behind()
        day, at = self._today(), self._units.now()
        if work.receipt_life.void_of(receipt.id) is not None:
            raise RuleError("receipt.already_voided", number=receipt.number_text)
        if day < receipt.issued_on:
            raise RuleError("receipt.void_before_issue", day=receipt.issued_on, today=day)
        number, previous = work.receipt_life.next_void()
        author, salt = self._units.author, secrets.token_hex(16)
        words = commitment(salt, void_words(reason, author, at))
        link = VoidLink(number, receipt.hash, day, words)
        work.receipt_life.add_void(
            NewVoid(
                number=number,
                receipt_id=receipt.id,
                voided_on=day,
                voided_at=at,
                reason=reason,
                author=author,
                salt=salt,
                previous_hash=previous,
                hash=void_hash(previous, link),
            )
        )


_TOGETHER = 500


def _replacement(work: Work, receipt: StoredReceipt) -> ReceiptDraft:
    """Return the receipt that the gifts of a voided one give today."""
    lines = reviewed(work, receipt.donation_ids)
    blocked = next((x for x in lines if x.verdict is Verdict.BLOCKED), None)
    if blocked is not None:
        raise RuleError(
            "receipt.replacement_blocked", number=receipt.number_text, reason=blocked.reason
        )
    ready = [line for line in lines if line.verdict is Verdict.READY]
    if not ready:
        raise _nothing_ready(receipt, lines)
    scope = receipt.scope if receipt.scope is ReceiptScope.GIFT else ReceiptScope.DONOR
    drafts = draft_receipts(ready, scope)
    if len(drafts) > 1:
        raise RuleError("receipt.replacement_splits", number=receipt.number_text)
    return drafts[0]


def _nothing_ready(receipt: StoredReceipt, lines: Sequence[ReviewLine]) -> RuleError:
    """Say where the gifts are, if a newer receipt has them: it is the one to replace."""
    newer = next((x.gift.receipt_number for x in lines if x.verdict is Verdict.ISSUED), "")
    if newer:
        code = "receipt.already_replaced"
        return RuleError(code, number=receipt.number_text, newer=newer)
    return RuleError("receipt.nothing_to_replace", number=receipt.number_text)


def _refuse_undeliverable(work: Work, ids: Sequence[int], delivery: Delivery) -> None:
    if len(work.receipts.lines(ids)) != len(ids):
        for key in ids:
            work.receipts.stored(key)
    voided = work.receipt_life.voided_among(ids)
    if voided:
        raise RuleError("receipt.voided", number=voided)
    later = work.receipt_life.issued_after(ids, delivery.delivered_on)
    if later:
        raise RuleError("receipt.delivered_before_issue", field="delivered_on", number=later)
