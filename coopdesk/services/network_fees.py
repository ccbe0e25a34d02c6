"""Use cases around the fees that networks ask of us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.partner_rules import checked_network_fee
from coopdesk.domain.partners import PartnerKind
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentPart,
    PaymentState,
    check_payment,
)
from coopdesk.services.activities import check_activity
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.partner_checks import ensure_partner
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.partners import NetworkFee, NewNetworkFee
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.storage.unit_of_work import Units, Work

_LABEL_LIMIT = 160  # of a payment
_NO_DAY = "9999-12-31"


class NetworkFeeService:
    """Fees that we pay to networks, federations and umbrella organisations."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self, year: int | None = None) -> list[NetworkFee]:
        """Return the fees of a year, or all: the newest year first, by name."""
        with self._units.read() as work:
            return work.network_fees.all(year)

    def get(self, fee_id: int) -> NetworkFee:
        """Return one fee; raises NotFoundError."""
        with self._units.read() as work:
            return work.network_fees.get(fee_id)

    def due(self) -> list[NetworkFee]:
        """Return the fees that are not paid: the day they are due first, undated ones last."""
        unpaid = [one for one in self.all() if one.payment_id is None and one.content.amount]
        return sorted(unpaid, key=_due_key)

    def add(self, new: NewNetworkFee) -> Outcome[NetworkFee]:
        """Record a fee that is not paid yet; the organisation becomes a network we are in.

        Raises:
            RuleError: a field is wrong, ``network_fee.known`` of that year and label,
                ``partner.organisation_wanted``, ``contact.merged``. FieldErrors. NotFoundError.
        """
        cleaned = checked_network_fee(new)
        with self._units.write("network_fee.added", year=str(cleaned.year)) as work:
            _check(work, cleaned, None)
            made = work.network_fees.get(work.network_fees.add(cleaned))
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.CONTACTS)

    def change(self, fee_id: int, new: NewNetworkFee) -> Outcome[NetworkFee]:
        """Replace a fee; the amount and the network of a paid one stay.

        Raises:
            RuleError: as ``add``; ``network_fee.paid_already``.
        """
        cleaned = checked_network_fee(new)
        with self._units.write("network_fee.changed", year=str(cleaned.year)) as work:
            known = work.network_fees.get(fee_id)
            kept = known.content
            same = (cleaned.amount, cleaned.contact_id) == (kept.amount, kept.contact_id)
            if known.payment_id is not None and not same:
                raise RuleError("network_fee.paid_already", field="amount", name=known.name)
            _check(work, cleaned, fee_id)
            work.network_fees.change(fee_id, cleaned)
            made = work.network_fees.get(fee_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    @in_french()
    def pay(self, fee_id: int, on: dt.date, mode: PaymentMode) -> Outcome[NetworkFee]:
        """Record the payment of a fee: money out, booked to 6281 with the other payments.

        Raises:
            RuleError: ``network_fee.paid_already``, what payments refuse. NotFoundError.
        """
        with self._units.write("network_fee.paid") as work:
            known = _unpaid(work, fee_id)
            new = _payment(work, known, on, mode)
            check_payment(new, self._today())
            payment_id, _lines = work.payments.add(new)
            work.network_fees.tie_payment(fee_id, payment_id)
            made = work.network_fees.get(fee_id)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.PAYMENTS)

    def tie_payment(self, fee_id: int, payment_id: int) -> Outcome[NetworkFee]:
        """Say that a payment which is recorded already paid a fee.

        Raises:
            RuleError: ``network_fee.paid_already``; ``network_fee.payment_unfit``: it came in,
                does not count, is of somebody else or less than the fee, or paid another one.
            NotFoundError.
        """
        with self._units.write("network_fee.payment_tied") as work:
            known = _unpaid(work, fee_id)
            paid = work.payments.get(payment_id).content
            is_other = who_pays(work, paid.payer_id) not in {None, known.content.contact_id}
            wrong = paid.direction is not Direction.OUT or paid.amount < known.content.amount
            wrong = wrong or paid.state is PaymentState.DISMISSED
            taken = work.network_fees.of_payment(payment_id) is not None
            if is_other or wrong or taken:
                raise RuleError("network_fee.payment_unfit", field="payment")
            work.network_fees.tie_payment(fee_id, payment_id)
            made = work.network_fees.get(fee_id)
            work.commit()
        return changed(made, Subject.PARTNERS, Subject.PAYMENTS)

    def free(self, fee_id: int) -> Outcome[NetworkFee]:
        """Owe a fee again; its payment stays among the payments. Raises NotFoundError."""
        with self._units.write("network_fee.freed") as work:
            known = work.network_fees.get(fee_id)
            _relabel(work, known.name, known.content.year)
            work.network_fees.tie_payment(fee_id, None)
            made = work.network_fees.get(fee_id)
            work.commit()
        return changed(made, Subject.PARTNERS)

    def remove(self, fee_id: int) -> Outcome[NetworkFee]:
        """Remove a fee that is not paid; raises ``network_fee.paid_already``, NotFoundError."""
        with self._units.write("network_fee.removed") as work:
            known = _unpaid(work, fee_id)
            work.network_fees.remove(fee_id)
            work.commit()
        return changed(known, Subject.PARTNERS)


def _check(work: Work, new: NewNetworkFee, fee_id: int | None) -> None:
    partner = ensure_partner(work, new.contact_id, PartnerKind.NETWORK)
    _relabel(work, partner.name, new.year)
    check_activity(work, new.activity_id)
    if work.network_fees.same(new) not in {None, fee_id}:
        raise RuleError("network_fee.known", field="label", name=partner.name, year=new.year)


def _relabel(work: Work, name: str, year: int) -> None:
    work.recorder.relabel(name=name, year=str(year))


def _unpaid(work: Work, fee_id: int) -> NetworkFee:
    known = work.network_fees.get(fee_id)
    _relabel(work, known.name, known.content.year)
    if known.payment_id is not None:
        raise RuleError("network_fee.paid_already", field="amount", name=known.name)
    return known


def _payment(work: Work, known: NetworkFee, on: dt.date, mode: PaymentMode) -> NewPayment:
    fee = known.content
    label = fee.label or _("Membership of a network {year}").format(year=fee.year)
    label = label[:_LABEL_LIMIT]
    part = PaymentPart(LineKind.NETWORK_FEE, fee.amount, label, activity_id=fee.activity_id)
    return NewPayment(
        on,
        fee.amount,
        mode,
        (part,),
        Direction.OUT,
        payer_id=who_pays(work, fee.contact_id),
        label=label,
    )


def _due_key(fee: NetworkFee) -> tuple[str, int, int]:
    day = fee.content.due_on
    return (_NO_DAY if day is None else day.isoformat(), fee.content.year, fee.id)
