"""Use cases around commitments: what is owed by when, and what proves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo
from coopdesk.domain.commitments import CommitmentFilter, CommitmentState
from coopdesk.domain.errors import RuleError
from coopdesk.domain.partner_rules import checked_commitment, comes_after
from coopdesk.domain.partners import PartnerKind
from coopdesk.domain.payments import LineKind, check_payment
from coopdesk.services.commitment_keeping import (
    Paying,
    check_contribution,
    check_payment_fits,
    contribution_of,
    payment_of,
)
from coopdesk.services.kept_files import FileShelf, KeptFiles
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.partner_checks import check_commitment_ties, ensure_partner
from coopdesk.services.volunteering import refuse_booked_gift
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.domain.commitments import Commitment, NewCommitment
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.domain.volunteering import Contribution
    from coopdesk.storage.unit_of_work import Work


class CommitmentService(KeptFiles):
    """What partners and we owe each other, and the files that prove it."""

    shelf = FileShelf(
        "commitment",
        (Subject.PARTNERS, Subject.GRANTS),
        lambda work, key: AttachedTo(commitment_id=work.commitments.get(key).id),
        lambda work, key: work.attachments.of_commitment(key),
    )

    def all(self, wanted: CommitmentFilter | None = None) -> list[Commitment]:
        """Return commitments: what is due first comes first, undated ones last."""
        with self._units.read() as work:
            return work.commitments.all(wanted or CommitmentFilter())

    def get(self, commitment_id: int) -> Commitment:
        """Return one commitment; raises NotFoundError."""
        with self._units.read() as work:
            return work.commitments.get(commitment_id)

    def overdue(self, today: dt.date | None = None) -> list[Commitment]:
        """Return the open commitments that should have been kept by a day, today if none."""
        day = today or self._today()
        wanted = CommitmentFilter(state=CommitmentState.OPEN, due_until=day)
        return [one for one in self.all(wanted) if one.is_overdue(day)]

    def add(self, new: NewCommitment) -> Outcome[Commitment]:
        """Record a commitment; the organisation becomes a partner if it is none yet.

        Raises:
            RuleError: a field is wrong, ``partner.organisation_wanted``,
                ``commitment.of_other_partner``, ``contact.merged``. FieldErrors. NotFoundError.
        """
        cleaned = replace(checked_commitment(new), follows_id=None)
        with self._units.write("commitment.added", text=cleaned.text) as work:
            is_of_grant = cleaned.grant_request_id is not None
            kind = PartnerKind.FUNDER if is_of_grant else PartnerKind.OTHER
            ensure_partner(work, cleaned.contact_id, kind)
            check_commitment_ties(work, cleaned)
            made = work.commitments.get(work.commitments.add(cleaned))
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.GRANTS)

    def change(self, commitment_id: int, new: NewCommitment) -> Outcome[Commitment]:
        """Replace a commitment; raises as ``add``."""
        cleaned = checked_commitment(new)
        with self._units.write("commitment.changed", text=cleaned.text) as work:
            known = work.commitments.get(commitment_id)
            if cleaned.contact_id != known.content.contact_id:
                ensure_partner(work, cleaned.contact_id)
            check_commitment_ties(work, cleaned)
            cleaned = replace(cleaned, follows_id=known.content.follows_id)
            work.commitments.change(commitment_id, cleaned)
            made = work.commitments.get(commitment_id)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.GRANTS)

    def keep(
        self,
        commitment_id: int,
        on: dt.date | None = None,
        payment_id: int | None = None,
        contribution_id: int | None = None,
        proofs: Sequence[NewAttachment] = (),
    ) -> Outcome[Commitment]:
        """Say that a commitment was kept, today unless a day is given; the next one comes.

        ``proofs`` are files kept with it in the same step.

        Raises:
            RuleError: ``commitment.not_open``, ``commitment.in_the_future``,
                ``commitment.payment_unfit`` or ``commitment.contribution_unfit``: it is of
                another contact or goes the other way. NotFoundError.
        """
        day = self._past(on)
        with self._units.write("commitment.kept") as work:
            known = _open(work, commitment_id)
            if payment_id is not None:
                check_payment_fits(work, known, payment_id)
            if contribution_id is not None:
                check_contribution(work, known, contribution_id)
            work.commitments.keep(commitment_id, day, payment_id, contribution_id)
            self._keep_with(work, known.id, proofs)
            made, along = _kept(work, known)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.GRANTS, along=along)

    def keep_in_kind(
        self,
        commitment_id: int,
        on: dt.date | None = None,
        amount: Money | None = None,
        basis: str = "",
        proofs: Sequence[NewAttachment] = (),
    ) -> Outcome[Commitment]:
        """Record what a partner gave in kind, valued, and keep its commitment by that.

        A room is 861 and 871, goods 860 and 870, hours 862 and 871 (ANC 2018-06), booked with
        the other contributions. ``amount`` is what was promised unless it is given; ``basis``
        says what the value rests on.

        Raises:
            RuleError: as ``keep``; ``commitment.not_in_kind``: ours, or neither a room, goods
                nor hours; ``contribution.amount_missing``. NotFoundError.
        """
        day = self._past(on)
        with self._units.write("commitment.kept_in_kind") as work:
            known = _open(work, commitment_id)
            new = contribution_of(work, known, day, amount, basis, self._today())
            key = work.volunteering.add_contribution(new)
            work.commitments.keep(commitment_id, day, contribution_id=key)
            self._keep_with(work, known.id, proofs)
            made, along = _kept(work, known)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.GRANTS, Subject.INVENTORY, along=along)

    def keep_by_paying(
        self,
        commitment_id: int,
        amount: Money,
        on: dt.date,
        mode: PaymentMode,
        kind: LineKind | None = None,
        proofs: Sequence[NewAttachment] = (),
    ) -> Outcome[Commitment]:
        """Record the payment of money that was promised, and keep the commitment by it.

        Ours goes out, theirs comes in; ``kind`` says what for, other money unless it is given.

        Raises:
            RuleError: as ``keep``, what payments refuse; ``commitment.not_money``;
                ``commitment.paid_by_grant``: what comes for a grant is received there.
        """
        with self._units.write("commitment.paid", cents=str(amount.cents)) as work:
            known = _open(work, commitment_id)
            paid = Paying(amount, on, mode, kind or LineKind.OTHER)
            new = payment_of(work, known, paid)
            check_payment(new, self._today())
            payment_id, _lines = work.payments.add(new)
            work.commitments.keep(commitment_id, on, payment_id)
            self._keep_with(work, known.id, proofs)
            made, along = _kept(work, known)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.GRANTS, Subject.PAYMENTS, along=along)

    def reopen(
        self, commitment_id: int, *, takes_back_gift: bool = False
    ) -> Outcome[Commitment]:
        """Owe again what was kept or given up; its payment or contribution stays, free of it.

        The next one that keeping it made goes, unless somebody did something with it.
        ``takes_back_gift``: what was given in kind goes with it, in the same step.

        Raises:
            RuleError: ``commitment.is_open``; ``contribution.booked``: it is in an entry and
                has to stay. NotFoundError.
        """
        with self._units.write("commitment.reopened") as work:
            known = work.commitments.get(commitment_id)
            work.recorder.relabel(text=known.content.text)
            if known.state is CommitmentState.OPEN:
                raise RuleError("commitment.is_open", text=known.content.text)
            after = work.commitments.next_untouched(commitment_id)
            if after is not None:
                work.commitments.remove(after)
            work.commitments.reopen([commitment_id])
            gift_id = known.contribution_id if takes_back_gift else None
            if gift_id is not None:
                refuse_booked_gift(work.volunteering.contribution(gift_id))
                work.volunteering.delete_contributions([gift_id])
            made = work.commitments.get(commitment_id)
            work.commit()
        along = _staying(known) if gift_id is None else ()
        return changed(made, Subject.PARTNERS, Subject.GRANTS, Subject.INVENTORY, along=along)

    def drop(self, commitment_id: int) -> Outcome[Commitment]:
        """Say that both sides gave a commitment up; raises ``commitment.not_open``."""
        with self._units.write("commitment.dropped") as work:
            _open(work, commitment_id)
            work.commitments.drop(commitment_id)
            made = work.commitments.get(commitment_id)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.GRANTS)

    def remove(self, commitment_id: int) -> Outcome[Commitment]:
        """Remove a commitment with its files; its payment or contribution stays."""
        with self._units.write("commitment.removed") as work:
            known = work.commitments.get(commitment_id)
            work.recorder.relabel(text=known.content.text)
            work.commitments.remove(commitment_id)
            work.commit()
        return changed(known, Subject.PARTNERS, Subject.GRANTS)

    def gift_of(self, commitment: Commitment) -> Contribution | None:
        """Return what was given in kind to keep a commitment; None if nothing was valued."""
        if commitment.contribution_id is None:
            return None
        with self._units.read() as work:
            return work.volunteering.contribution(commitment.contribution_id)

    def _past(self, on: dt.date | None) -> dt.date:
        day = on or self._today()
        if day > self._today():
            raise RuleError("commitment.in_the_future", field="kept_on")
        return day


def _open(work: Work, commitment_id: int) -> Commitment:
    known = work.commitments.get(commitment_id)
    work.recorder.relabel(text=known.content.text)
    if known.state is not CommitmentState.OPEN:
        raise RuleError("commitment.not_open", text=known.content.text)
    return known


def _kept(work: Work, known: Commitment) -> tuple[Commitment, tuple[str, ...]]:
    """Make the one that comes next; return what was kept, and how the next one is said."""
    along: tuple[str, ...] = ()
    after = comes_after(known, work.commitments.earlier_days(known.id))
    # One whose payment or gift went was owed again: what came after it is there already.
    is_there = work.commitments.has_next(known.id)
    if after is not None and after.due_on is not None and not is_there:
        work.commitments.add(after)
        said = _("“{text}” is due again on {day}")
        along = (said.format(text=after.text, day=day_text(after.due_on)),)
    return work.commitments.get(known.id), along


def _staying(known: Commitment) -> tuple[str, ...]:
    """Say what an opened commitment leaves in the books, so that nobody records it twice."""
    if known.payment_id is not None:
        text = _("Its payment no. {id} stays: remove it if no money moved, or name it again.")
        return (text.format(id=known.payment_id),)
    if known.contribution_id is not None:
        text = _(
            "What was given in kind stays as no. {id}: remove it if nothing was given, or "
            "name it again."
        )
        return (text.format(id=known.contribution_id),)
    return ()
