"""Use cases around agreements with partners: terms, renewal, notice, signatures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import due_until, first_term, follower_term
from coopdesk.domain.agreements import AgreementFilter, AgreementKind, AgreementState, Renewal
from coopdesk.domain.attachments import AttachedTo
from coopdesk.domain.errors import RuleError
from coopdesk.domain.partner_rules import checked_agreement, checked_end
from coopdesk.domain.partners import PartnerKind
from coopdesk.services.kept_files import FileShelf, KeptFiles
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.partner_checks import checked_ties, ensure_partner
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.agreement_terms import AgreementDue
    from coopdesk.domain.agreements import Agreement, NewAgreement
    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.storage.unit_of_work import Work

_DAY = dt.timedelta(days=1)
_PARTNER_KINDS = {
    AgreementKind.GRANT: PartnerKind.FUNDER,
    AgreementKind.NETWORK: PartnerKind.NETWORK,
}


class AgreementService(KeptFiles):
    """Agreements with partners, and the files of each: what was signed, its annexes."""

    shelf = FileShelf(
        "agreement",
        (Subject.PARTNERS,),
        lambda work, key: AttachedTo(agreement_id=work.agreements.get(key).id),
        lambda work, key: work.attachments.of_agreement(key),
    )

    def all(self, wanted: AgreementFilter | None = None) -> list[Agreement]:
        """Return agreements, the one that began last first."""
        with self._units.read() as work:
            return work.agreements.all(wanted or AgreementFilter())

    def get(self, agreement_id: int) -> Agreement:
        """Return one agreement; raises NotFoundError."""
        with self._units.read() as work:
            return work.agreements.get(agreement_id)

    def id_named(self, text: str) -> int | None:
        """Return the youngest agreement of a title or a reference."""
        with self._units.read() as work:
            return work.agreements.id_named(text)

    def due(self, until: dt.date) -> list[AgreementDue]:
        """Return what there is to do about agreements until a day, the earliest first."""
        with self._units.read() as work:
            return due_until(work.agreements.all(AgreementFilter()), until, self._today())

    def add(self, new: NewAgreement) -> Outcome[Agreement]:
        """Record an agreement; the organisation becomes a partner if it is none yet.

        A signed one ends what it renews as ``sign`` does.

        Raises:
            RuleError: a field is wrong, ``partner.organisation_wanted``,
                ``agreement.follows_wrong``, ``contact.merged``. FieldErrors. NotFoundError.
        """
        cleaned = checked_agreement(new, self._today())
        if cleaned.state is AgreementState.ENDED:
            raise RuleError("agreement.ended_by_hand", field="state")
        with self._units.write("agreement.added", title=cleaned.title) as work:
            made = _add(work, cleaned)
            along = _end_followed(work, made)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS, along=along)

    def change(self, agreement_id: int, new: NewAgreement) -> Outcome[Agreement]:
        """Replace an agreement; one that was ended stays so until it is resumed.

        Raises:
            RuleError: as ``add``, ``agreement.ended_by_hand``; ``agreement.in_use`` for another
                partner.
        """
        cleaned = checked_agreement(new, self._today())
        with self._units.write("agreement.changed", title=cleaned.title) as work:
            known = work.agreements.get(agreement_id)
            is_ended = known.ended_on is not None
            if (cleaned.state is AgreementState.ENDED) is not is_ended:
                raise RuleError("agreement.ended_by_hand", field="state")
            if cleaned.contact_id != known.content.contact_id:
                _refuse_in_use(work, known)
                ensure_partner(work, cleaned.contact_id)
            tied = checked_ties(work, cleaned, agreement_id)
            work.agreements.change(agreement_id, tied)
            made = work.agreements.get(agreement_id)
            was_signed = known.content.state is AgreementState.SIGNED
            along = () if was_signed else _end_followed(work, made)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS, along=along)

    def send(self, agreement_id: int, on: dt.date | None = None) -> Outcome[Agreement]:
        """Say that an agreement was sent to be signed, today unless a day is given.

        Raises:
            RuleError: ``agreement.signed_already``, ``agreement.in_the_future``. NotFoundError.
        """
        day = self._day(on, "sent_on")
        with self._units.write("agreement.sent") as work:
            known = _unsigned(work, agreement_id)
            sent = replace(known.content, state=AgreementState.SENT, sent_on=day)
            work.agreements.change(agreement_id, sent)
            made = work.agreements.get(agreement_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    def sign(
        self,
        agreement_id: int,
        on: dt.date | None = None,
        files: Sequence[NewAttachment] = (),
    ) -> Outcome[Agreement]:
        """Say that both sides signed, today unless a day is given; keep what was signed.

        Signatories without a day signed on it. An agreement that it follows and that would go
        on by itself ends on the day before this one begins.

        Raises:
            RuleError: ``agreement.signed_already``, ``agreement.in_the_future``. NotFoundError.
        """
        day = self._day(on, "signed_on")
        with self._units.write("agreement.signed") as work:
            known = _unsigned(work, agreement_id)
            signing = tuple(
                replace(one, signed_on=one.signed_on or day)
                for one in known.content.signatories
            )
            signed = replace(
                known.content,
                state=AgreementState.SIGNED,
                signed_on=day,
                signatories=signing,
            )
            work.agreements.change(agreement_id, signed)
            self._keep_with(work, agreement_id, files)
            made = work.agreements.get(agreement_id)
            along = _end_followed(work, made)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS, along=along)

    def end(self, agreement_id: int, on: dt.date, reason: str = "") -> Outcome[Agreement]:
        """Say on which day, also one to come, a signed agreement ends before its time.

        Raises:
            RuleError: ``agreement.not_signed``, ``agreement.ended_already``,
                ``agreement.ends_before_start``, ``agreement.day_unlikely``, ``text.too_long``.
                NotFoundError.
        """
        with self._units.write("agreement.ended") as work:
            known = _signed(work, agreement_id)
            told = checked_end(known.content, on, reason)
            work.agreements.set_end(agreement_id, on, told)
            made = work.agreements.get(agreement_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    def resume(self, agreement_id: int) -> Outcome[Agreement]:
        """Let an agreement that was ended run on; raises ``agreement.not_ended``."""
        with self._units.write("agreement.resumed") as work:
            known = work.agreements.get(agreement_id)
            work.recorder.relabel(title=known.content.title)
            if known.ended_on is None:
                raise RuleError("agreement.not_ended", title=known.content.title)
            work.agreements.set_end(agreement_id, None)
            made = work.agreements.get(agreement_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    def renew(self, agreement_id: int) -> Outcome[Agreement]:
        """Draft the agreement that follows another: the same, right after its term, as long.

        Raises:
            RuleError: ``agreement.not_signed``, ``agreement.followed_already``,
                ``agreement.without_end``. NotFoundError.
        """
        with self._units.write("agreement.renewed") as work:
            known = _signed(work, agreement_id, ended_too=True)
            if known.followed_by_id is not None:
                raise RuleError("agreement.followed_already", title=known.content.title)
            term = follower_term(known, self._today())
            if term.starts_on is None:
                raise RuleError("agreement.without_end", title=known.content.title)
            signing = tuple(replace(x, signed_on=None) for x in known.content.signatories)
            made = _add(
                work,
                replace(
                    known.content,
                    state=AgreementState.DRAFT,
                    signed_on=None,
                    sent_on=None,
                    reference="",
                    starts_on=term.starts_on,
                    ends_on=term.ends_on,
                    follows_id=agreement_id,
                    signatories=signing,
                ),
            )
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS)

    def remove(self, agreement_id: int) -> Outcome[Agreement]:
        """Remove an agreement with its files; Ctrl+Z brings all back.

        Raises:
            RuleError: ``agreement.in_use``: commitments, a grant or an agreement that renews it
                name it. NotFoundError.
        """
        with self._units.write("agreement.removed") as work:
            known = work.agreements.get(agreement_id)
            work.recorder.relabel(title=known.content.title)
            _refuse_in_use(work, known)
            work.agreements.remove(agreement_id)
            work.commit()
        return changed(known, Subject.PARTNERS, Subject.CONTACTS)

    def _day(self, on: dt.date | None, field: str) -> dt.date:
        day = on or self._today()
        if day > self._today():
            raise RuleError("agreement.in_the_future", field=field)
        return day


def _add(work: Work, new: NewAgreement) -> Agreement:
    kind = _PARTNER_KINDS.get(new.kind, PartnerKind.OTHER)
    partner = ensure_partner(work, new.contact_id, kind)
    work.recorder.relabel(title=new.title, name=partner.name)
    return work.agreements.get(work.agreements.add(checked_ties(work, new, None)))


def _unsigned(work: Work, agreement_id: int) -> Agreement:
    known = work.agreements.get(agreement_id)
    work.recorder.relabel(title=known.content.title)
    if known.content.state not in {AgreementState.DRAFT, AgreementState.SENT}:
        raise RuleError("agreement.signed_already", title=known.content.title)
    return known


def _signed(work: Work, agreement_id: int, *, ended_too: bool = False) -> Agreement:
    known = work.agreements.get(agreement_id)
    work.recorder.relabel(title=known.content.title)
    state = known.content.state
    if state is AgreementState.SIGNED or (ended_too and state is AgreementState.ENDED):
        return known
    if known.ended_on is not None:
        raise RuleError(
            "agreement.ended_already", title=known.content.title, day=known.ended_on
        )
    raise RuleError("agreement.not_signed", title=known.content.title)


def _end_followed(work: Work, made: Agreement) -> tuple[str, ...]:
    """End what a signed agreement takes the place of; return how that is said."""
    followed_id = made.content.follows_id
    begins = first_term(made.content).starts_on
    is_signed = made.content.state is AgreementState.SIGNED
    if followed_id is None or begins is None or not is_signed:
        return ()
    known = work.agreements.get(followed_id)
    content = known.content
    if content.state is not AgreementState.SIGNED or content.renewal is not Renewal.TACIT:
        return ()
    last = begins - _DAY
    own = first_term(content).starts_on
    if own is not None and last < own:
        return ()
    reason = _("Renewed by “{title}”").format(title=made.content.title)
    work.agreements.set_end(followed_id, last, reason)
    said = _("“{title}” ends on {day}")
    return (said.format(title=content.title, day=day_text(last)),)


def _refuse_in_use(work: Work, known: Agreement) -> None:
    resting = work.agreements.resting_on(known.id)
    if resting:
        raise RuleError("agreement.in_use", title=known.content.title, resting=resting)
