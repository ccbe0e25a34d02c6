"""Use cases around cooperative shares: capital that its holders subscribe and withdraw.

Shares are no fee and no gift: nothing here makes a payment, a donation or a receipt.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.share_certificate_pdf import draw_share_certificate
from coopdesk.documents.share_register_pdf import draw_share_register
from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_papers import RegisterLine, ShareCertificate, ShareRegister
from coopdesk.domain.shares import (
    NewShareMovement,
    ShareMove,
    check_movement,
    held_from,
)
from coopdesk.domain.text import checked_line
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.saving import save
from coopdesk.wording.envelopes import contact_envelope

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.money import Money
    from coopdesk.domain.shares import ShareHolder, ShareMovement, ShareTotals
    from coopdesk.storage.unit_of_work import Units, Work

_NOTE_LIMIT = 200
_LABELS = {
    ShareMove.SUBSCRIPTION: "share.subscribed",
    ShareMove.WITHDRAWAL: "share.withdrawn",
}


class ShareService:
    """Keep the register of shares, and print what it says."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def is_kept(self) -> bool:
        """Tell whether there is anything to show: shares are kept, or were."""
        with self._units.read() as work:
            return _is_kept(work)

    def proposed(self, contact_id: int, kind: ShareMove) -> NewShareMovement:
        """Return the movement to start a form with: one share of today, at its value."""
        with self._units.read() as work:
            nominal = work.member_rules.get().share_nominal
        return NewShareMovement(contact_id, kind, self._today(), 1, nominal)

    def record(self, new: NewShareMovement) -> Outcome[ShareMovement]:
        """Enter a subscription or a withdrawal under the next number of the register.

        Raises:
            RuleError: ``share.not_kept``, ``share.count_not_positive``,
                ``share.nominal_missing``, ``share.in_the_future`` or ``share.more_than_held``.
            NotFoundError: the contact is gone.
        """
        cleaned = replace(new, note=checked_line(new.note, "note", _NOTE_LIMIT))
        with self._units.write(_LABELS[new.kind], count=str(new.shares)) as work:
            if not work.member_rules.get().has_shares:
                raise RuleError("share.not_kept")
            holder = changeable(work, new.contact_id)
            held = held_from(work.shares.moves_of(holder.id), new.moved_on)
            check_movement(cleaned, held, self._today())
            work.recorder.relabel(name=holder.display_name)
            movement = work.shares.get(work.shares.add(cleaned))
            work.commit()
        return changed(movement, Subject.MEMBERS, Subject.CONTACTS)

    def held(self, contact_id: int, on: dt.date | None = None) -> int:
        """Return what somebody holds from a day on, and may therefore withdraw that day."""
        with self._units.read() as work:
            return held_from(work.shares.moves_of(contact_id), on or self._today())

    def holders(self, on: dt.date | None = None) -> list[ShareHolder]:
        """Return who holds shares in the evening of a day, today unless told otherwise."""
        with self._units.read() as work:
            return work.shares.holders(on or self._today())

    def totals(self, on: dt.date | None = None) -> ShareTotals:
        """Return what all holders have together in the evening of a day."""
        with self._units.read() as work:
            return work.shares.totals(on or self._today())

    def register(self, contact_id: int | None = None) -> list[ShareMovement]:
        """Return the movements in the order of their numbers, of all or of one holder."""
        with self._units.read() as work:
            return work.shares.movements(contact_id)

    def write_register(self, path: Path) -> Path:
        """Write the register of all movements as a PDF.

        Raises:
            RuleError: ``share.not_kept``. ExternalError: the disk or folder is in the way.
        """
        with self._units.read() as work:
            if not _is_kept(work):
                raise RuleError("share.not_kept")
            lines = tuple(map(_register_line, work.shares.movements()))
            register = ShareRegister(house_of(work), self._today(), lines)
        return save(path, draw_share_register(register))

    def write_certificate(self, contact_id: int, path: Path, on: dt.date | None = None) -> Path:
        """Write what somebody holds in the evening of a day as a certificate.

        Raises:
            RuleError: ``share.not_kept``, ``share.nothing_held``, ``share.in_the_future`` or
                ``paper.unprintable_character``. ExternalError: the disk is in the way.
        """
        with self._units.read() as work:
            said = self._certificate(work, contact_id, on or self._today())
        return save(path, draw_share_certificate(said))

    def _certificate(self, work: Work, contact_id: int, on: dt.date) -> ShareCertificate:
        if not _is_kept(work):
            raise RuleError("share.not_kept")
        if on > self._today():
            raise RuleError("share.in_the_future", field="on", day=on)
        contact = work.contacts.get(contact_id)
        profile = contact.profile
        moves = [x for x in work.shares.movements(contact_id) if x.content.moved_on <= on]
        shares = sum(move.signed_shares for move in moves)
        if shares <= 0:
            raise RuleError("share.nothing_held", name=contact.display_name, day=on)
        return ShareCertificate(
            association=house_of(work),
            issued_on=self._today(),
            held_on=on,
            name=contact.display_name,
            shares=shares,
            nominal=_nominal(moves, work.member_rules.get().share_nominal),
            civility=profile.civility,
            lines=contact_envelope(profile).lines,
            number=profile.number,
        )


def _is_kept(work: Work) -> bool:
    return work.member_rules.get().has_shares or work.shares.has_any()


def _nominal(moves: list[ShareMovement], now: Money) -> Money:
    """Return the value of one share: as subscribed, or as decided since if it changed."""
    values = {move.content.nominal for move in moves}
    return values.pop() if len(values) == 1 or not now else now


def _register_line(movement: ShareMovement) -> RegisterLine:
    content = movement.content
    return RegisterLine(
        number=movement.number,
        moved_on=content.moved_on,
        name=movement.name,
        kind=paper_texts("member_papers", "share_register")[content.kind.value],
        shares=movement.signed_shares,
        nominal=content.nominal,
        balance=movement.balance,
        member_number=movement.member_number,
    )
